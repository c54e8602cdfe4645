"""`rename`: gives a text another address, and keeps the old one as an alias."""

from __future__ import annotations

from pathlib import Path

from plugins.catalogue.alias import alias_path
from plugins.catalogue.field_writing import with_field, yaml_list
from plugins.catalogue.post import Document
from plugins.plan.build import Build
from plugins.plan.identity import page_of
from plugins.plan.reporting import relative
from tools.author_files import change_text, read_text
from tools.errors import FINE, UsageError
from tools.named_post import key_of, named_lang, named_post, prepared, refuse_errors
from tools.new_slug import check_slug
from tools.questions import Question, answered

QUESTIONS = (
    Question("lang", "The language whose address changes", "", is_required=True),
    Question("slug", "Its new slug, in a-z, 0-9 and -", "", is_required=True),
)


def rename(
    key: str,
    lang: str | None = None,
    slug: str | None = None,
    content: Path | None = None,
    settings: Path | None = None,
) -> int:
    """Write the slug of a file, and its old path into `aliases`.

    Raises UsageError for a slug that cannot be or is taken, and ContentError where the file has errors.
    """
    build = prepared(content, settings)
    post = named_post(build, key)
    name = key_of(post.collection, post.key)

    def check(question: Question, text: str) -> None:
        check_slug("--slug", text) if question.option == "slug" else named_lang(build, text)

    answers = answered(QUESTIONS, (lang, slug), check)
    tag, new = named_lang(build, answers["lang"]), answers["slug"]
    if tag not in post.documents:
        raise UsageError(f"{name} is not in {tag}; it is in {', '.join(post.documents)}")
    document = post.documents[tag]
    refuse_errors(build, (document,))
    if document.slug == new:
        raise UsageError(f"{document.path} has the slug {new} already")
    _refuse_taken(build, document, new)
    old, coming = _paths(build, document, new)
    _refuse_alias(build, document, coming)
    aliases = [alias for alias in (*document.front.aliases, old) if alias_path(alias) != alias_path(coming)]
    file = build.settings.content / document.path
    try:
        text = with_field(read_text(file), "slug", [f"slug: {new}"], below=("title",))
        text = with_field(text, "aliases", [f"aliases: {yaml_list(aliases)}"], below=("slug",))
    except ValueError as fault:
        raise UsageError(f"cannot rename {relative(file)}: {fault}") from fault
    change_text(file, text)
    print(f"{relative(file)} is at {coming} now; {old} is kept as an alias")
    return FINE


def _refuse_taken(build: Build, document: Document, slug: str) -> None:
    posts = build.catalogue.posts if document.collection == "posts" else build.catalogue.pages
    others = [post.documents[document.lang] for post in posts if document.lang in post.documents]
    if taken := next((other for other in others if other.slug == slug and other.key != document.key), None):
        raise UsageError(f"{taken.path} has the slug {slug} already; choose another")
    words = {*build.settings.language(document.lang).paths.values(), "media", "theme", *build.settings.langs}
    if document.collection == "pages" and slug in words:
        raise UsageError(f"{slug} is a word of the site's own paths; choose another")


def _refuse_alias(build: Build, document: Document, coming: str) -> None:
    place = alias_path(coming).lower()
    for page in build.plan.pages:
        if page.outline.path.lower() == place and page.outline.source != document.path:
            raise UsageError(f"{coming} is an alias of {page.outline.source}; choose another")


def _paths(build: Build, document: Document, slug: str) -> tuple[str, str]:
    """Give the path of a document as it is and as it will be, from the root of the site."""
    language = build.settings.language(document.lang)
    root = "/" if document.lang == build.settings.main_lang else f"/{document.lang}/"
    folder = f"{root}{language.paths['posts']}/" if document.collection == "posts" else root
    known = build.plan.composer.addresses.get(page_of(document), {})
    old = known[document.lang].url if document.lang in known else f"{folder}{document.slug}/"
    return old, f"{folder}{slug}/"
