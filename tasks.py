"""What one can do with Plaza: one verb a task. `./inv` lists them, `./inv TASK --help` tells their options.

A body imports what it calls, so that the list and the help come at once.
"""

from pathlib import Path
from typing import Annotated, Literal

from invoke.context import Context

from tools.task import Option, task

Content = Annotated[Path | None, Option("read this folder, not content/", "DIR")]
Settings = Annotated[Path, Option("read these settings, not pelicanconf.py", "FILE")]

PELICANCONF = Path(__file__).resolve().parent / "pelicanconf.py"
PUBLISHCONF = PELICANCONF.with_name("publishconf.py")


@task
def build(
    _: Context,
    content: Content = None,
    output: Annotated[Path | None, Option("write here, not to output/ (with --drafts, preview/)", "DIR")] = None,
    site_url: Annotated[str | None, Option("the address the site will have", "URL")] = None,
    settings: Settings = PELICANCONF,
    drafts: Annotated[bool, Option("show unpublished posts too, every page kept from search engines")] = False,
    no_search: Annotated[bool, Option("leave out the search index")] = False,
    explain: Annotated[bool, Option("tell of each file that is written why")] = False,
) -> None:
    """Build the site: every language, from content/ into output/."""
    from tools.stand_ins import import_pelican
    from tools.up_to_date import build_values, has_nothing_to_do, inputs_of

    values = build_values(content, output, site_url, settings, drafts, search=not no_search)
    inputs = inputs_of(values)
    if not has_nothing_to_do(values, inputs):
        import_pelican(values.get("PLUGINS"))  # late, as what follows
        from tools.build import build_and_note

        build_and_note(values, inputs, explain)


@task
def serve(
    _: Context,
    port: Annotated[int, Option("listen on this port of this machine", "PORT", range(65536))] = 8000,
    content: Content = None,
    settings: Settings = PELICANCONF,
) -> None:
    """Show the site with its drafts in a browser, and build it again on every save."""
    from tools.serve import serve

    serve(content, settings, port)


@task
def check(
    _: Context,
    content: Content = None,
    format: Annotated[Literal["text", "json", "github"], Option("print the problems like this")] = "text",
    changed: Annotated[str | None, Option("tell only those of files that changed since this revision", "REV")] = None,
    language_rules: Annotated[bool, Option("also ask whether texts are in the language they say")] = False,
    settings: Settings = PELICANCONF,
) -> int:
    """Tell every problem of the content, with its file and line, and build nothing."""
    from tools.check import check

    return check(content, settings, format, changed, language_rules)


@task
def links(_: Context, content: Content = None, settings: Settings = PELICANCONF) -> int:
    """Ask other sites whether the pages are there that the content links to. It needs the network."""
    from tools.links import links

    return links(content, settings)


@task
def status(
    _: Context,
    content: Content = None,
    format: Annotated[Literal["text", "json"], Option("print the table like this")] = "text",
    fail_on: Annotated[
        Literal["outdated", "missing", "draft"] | None, Option("exit with 1 where a post stands so in some language")
    ] = None,
    settings: Settings = PELICANCONF,
) -> int:
    """Tell for each post and language: current, outdated (and which blocks), missing or draft."""
    from tools.status import status

    return status(content, settings, format, fail_on)


@task
def new(
    _: Context,
    title: Annotated[str, Option("the post's title")],
    lang: Annotated[str | None, Option("the language it is written in; the site's first if left out", "TAG")] = None,
    key: Annotated[str | None, Option("the name of its file; made of the title if left out", "KEY")] = None,
    date: Annotated[str | None, Option("the day of publication; today if left out", "DATE")] = None,
    authors: Annotated[str | None, Option("who writes it: ids or names, with commas between", "NAMES")] = None,
    topics: Annotated[str | None, Option("what it is about: ids or labels, with commas between", "TOPICS")] = None,
    level: Annotated[str | None, Option("the maturity of technology it speaks to", "LEVEL")] = None,
    activity: Annotated[str | None, Option("the activity it helps with", "ACTIVITY")] = None,
    content: Content = None,
    settings: Settings = PELICANCONF,
) -> int:
    """Start a post: a draft with its head filled in. On a terminal it asks for what is not given."""
    from tools.new import new

    return new(title, key, content, settings, lang, date, authors, topics, level, activity)


@task
def translate(
    _: Context,
    key: Annotated[str, Option("the post, as `backups`, or the page, as `pages/about`")],
    lang: Annotated[str | None, Option("the language to translate into", "TAG")] = None,
    from_: Annotated[str | None, Option("translate from this language, not from the original", "TAG")] = None,
    translator: Annotated[str | None, Option("who translates: an id of people.yml, or a name", "NAME")] = None,
    content: Content = None,
    settings: Settings = PELICANCONF,
) -> int:
    """Start a translation: a draft with each block of the original above its place, pinned to it."""
    from tools.translate import translate

    return translate(key, lang, from_, translator, content, settings)


@task
def rename(
    _: Context,
    key: Annotated[str, Option("the post, as `backups`, or the page, as `pages/about`")],
    lang: Annotated[str | None, Option("the language whose address changes", "TAG")] = None,
    slug: Annotated[str | None, Option("the last part of its new address", "SLUG")] = None,
    content: Content = None,
    settings: Settings = PELICANCONF,
) -> int:
    """Give a text another address, and keep the old one as an alias."""
    from tools.rename import rename

    return rename(key, lang, slug, content, settings)


@task
def topics_add(
    _: Context,
    id: Annotated[str, Option("the topic's id, in a-z, 0-9 and -")],
    labels: Annotated[str | None, Option('its label in each language, as "es=Radio; en=Radio"', "LABELS")] = None,
    content: Content = None,
    settings: Settings = PELICANCONF,
) -> int:
    """Add a topic to topics.yml. On a terminal it asks for the labels."""
    from tools.concept_add import topics_add

    return topics_add(id, labels, content, settings)


@task
def people_add(
    _: Context,
    id: Annotated[str, Option("the person's id, in a-z, 0-9 and -")],
    name: Annotated[str | None, Option("their name", "NAME")] = None,
    url: Annotated[str | None, Option("the address of their own site", "URL")] = None,
    content: Content = None,
    settings: Settings = PELICANCONF,
) -> int:
    """Add a person to people.yml. On a terminal it asks for the name."""
    from tools.concept_add import people_add

    return people_add(id, name, url, content, settings)


@task
def sync(
    _: Context,
    key: Annotated[str, Option("the post, as `backups`, or the page, as `pages/about`")],
    lang: Annotated[str | None, Option("the language of the translation", "TAG")] = None,
    content: Content = None,
    settings: Settings = PELICANCONF,
) -> int:
    """Say that a translation is in step: pin it to its original as that is now."""
    from tools.sync import sync

    return sync(key, lang, content, settings)


@task
def init(
    _: Context,
    name: Annotated[str | None, Option("the site's name", "NAME")] = None,
    languages: Annotated[str | None, Option("its languages, the main one first: es,en", "TAGS")] = None,
    url: Annotated[str | None, Option("the address it will have", "URL")] = None,
    tagline: Annotated[str | None, Option("a line about it; none if left out")] = None,
    timezone: Annotated[str | None, Option("of dates that state none; UTC if left out", "TZ")] = None,
    licence: Annotated[str | None, Option("of posts that state none; CC-BY-4.0 if left out", "ID")] = None,
) -> None:
    """Make a clone a site of its own: its settings into site/, the sample out of content/.

    On a terminal it asks for what is not given; elsewhere --name, --languages and --url must be.
    """
    from tools.init import init

    init(name, languages, url, tagline, timezone, licence)


@task
def upgrade(
    _: Context,
    from_: Annotated[str, Option("take this revision of Plaza", "REV")] = "plaza/main",
    dry_run: Annotated[bool, Option("only list the commits and files that would come")] = False,
) -> int:
    """Take a later Plaza into your site; content/, site/ and README.md stay as you have them."""
    from tools.upgrade import upgrade

    return upgrade(from_, dry_run)


@task
def publish(
    _: Context,
    to: Annotated[str | None, Option("one of PUBLISH_TARGETS in publishconf.py", "TARGET")] = None,
    settings: Annotated[Path, Option("read these settings, not publishconf.py", "FILE")] = PUBLISHCONF,
    output: Annotated[Path | None, Option("publish this folder as it is, and build nothing", "DIR")] = None,
    dry_run: Annotated[bool, Option("only list what would be sent and removed")] = False,
    force: Annotated[bool, Option("go on where something speaks against it")] = False,
) -> int:
    """Build the site and put it online: only what changed, whole at every moment, verified afterwards."""
    from tools.publish.publishing import publish

    return publish(to, settings, output, dry_run, force)


@task
def test(
    _: Context,
    only: Annotated[str | None, Option("run the tests whose names match, as pytest's -k does", "EXPR")] = None,
) -> int:
    """Run the test suite; a browser is installed where the machine has none."""
    from tools.suite import run_suite

    return run_suite(only)


@task
def prove(_: Context) -> int:
    """Run the long proofs, which the test suite only samples."""
    from tools.suite import run_proofs

    return run_proofs()


@task
def screenshots(
    _: Context,
    output: Annotated[Path | None, Option("put the pictures here, not into screenshots/", "DIR")] = None,
    content: Content = None,
    settings: Settings = PELICANCONF,
    kind: Annotated[str | None, Option("take only this kind of page, as `post` or `quote`", "KIND")] = None,
    readme: Annotated[bool, Option("also cut the two pictures that the README shows, in docs/")] = False,
) -> None:
    """Take pictures of every kind of page: each language, phone and desktop, light and dark."""
    from tools.screenshots import screenshots

    screenshots(output, content, settings, kind, readme)


@task
def bench(
    _: Context,
    what: Annotated[Literal["build", "paint", "check"] | None, Option("measure this alone")] = None,
    pairs: Annotated[int, Option("build and check so many pairs of posts", "NUMBER", range(1, 100_001))] = 1000,
    content: Content = None,
    settings: Settings = PELICANCONF,
    format: Annotated[Literal["text", "json"], Option("print the table of builds like this")] = "text",
    no_peers: Annotated[bool, Option("measure no other generators beside Plaza")] = False,
) -> None:
    """Measure builds, beside other generators; how long readers wait for pages; and authors for check and status."""
    from tools.bench import bench

    bench(what, pairs, content, settings, format, peers=not no_peers)


@task
def lint(
    _: Context,
    write: Annotated[bool, Option("first put right what a machine can: formatting, and the tables of rules")] = False,
) -> int:
    """Check the code's style, formatting and types, and that the docs tell every task, option and rule."""
    from tools.lint import lint

    return lint(write)


@task
def lock(
    _: Context, upgrade: Annotated[bool, Option("take the newest versions that pyproject.toml allows")] = False
) -> None:
    """Make requirements.lock from pyproject.toml; the one task that needs the network each time."""
    from tools.lock import lock

    lock(upgrade)
