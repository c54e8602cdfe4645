"""`init`: makes a clone of Plaza a site of its own. It asks, checks each answer as a build would, then writes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from plugins.catalogue.lang import canonical, is_well_formed
from plugins.catalogue.settings import SettingError, read_settings
from tools.errors import MachineError, UsageError
from tools.questions import Question, answered
from tools.rewriting import rewrite
from tools.sample import kept_concepts, sample
from tools.settings_file import ROOT, SITE_FILES, load
from tools.site_files import Site, site_files

LANGUAGES = "languages"


QUESTIONS = (
    Question("name", "The site's name", "SITENAME", is_required=True),
    Question(LANGUAGES, "Its languages, the main one first", "LANGUAGES", "es,en", is_required=True),
    Question("url", "Its address, such as https://example.org", "SITEURL", is_required=True),
    Question("tagline", "A line about it, or nothing", "TAGLINE"),
    Question("timezone", "Its time zone", "TIMEZONE", "UTC"),
    Question("licence", "The licence of its posts", "LICENCE", "CC-BY-4.0"),
)


def init(*given: str | None) -> None:
    """Write the site's settings and take the sample out, or raise UsageError or MachineError and touch nothing.

    `given` are the answers to QUESTIONS, in their order; None is asked for where there is a terminal.
    """
    if there := [file for file in SITE_FILES if file.exists()]:
        raise UsageError(f"this is a site of its own already: {there[0].relative_to(ROOT)} is there; change it by hand")
    taken_out = sample(ROOT)
    values = load()
    answers = answered(QUESTIONS, given, partial(check, values))
    site = site_of(answers, values)
    try:
        kept = kept_concepts(ROOT, site.languages)
        rewrite(ROOT, site_files(site) | kept, (*taken_out, *kept))
    except OSError as fault:
        raise MachineError(f"{fault.strerror or fault}: {fault.filename}; everything is as it was") from fault
    print(report(site, len(taken_out)), end="")


def check(values: Mapping[str, Any], question: Question, text: str) -> None:
    """Raise UsageError where the code that reads settings would not take Plaza's with this answer among them."""
    if question.is_required and not text:
        raise UsageError(f"--{question.option} is empty; expected {question.asked.lower()}")
    if not text.isprintable():
        raise UsageError(f"--{question.option} is {text!r}; expected one line of text")
    own = languages_of(text, values) if question.option == LANGUAGES else text
    try:
        read_settings({**values, question.setting: own}, ROOT)
    except SettingError as fault:
        raise UsageError(f"--{question.option}: {fault}") from fault


def languages_of(text: str, values: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Turn `es,en` into entries of LANGUAGES, in that order. Raises UsageError where there is no such language."""
    ready = {canonical(tag): entry for tag, entry in values["LANGUAGES"].items() if _has_messages(values, tag)}
    tags = [canonical(part) if is_well_formed(part) else part for part in map(str.strip, text.split(","))]
    if strange := [tag for tag in tags if tag not in ready]:
        raise UsageError(
            f"--languages has {strange[0]!r}; expected tags from {', '.join(ready)}, with commas between them; "
            "docs/operations.md tells how to add a language"
        )
    if len(tags) > len(set(tags)):
        raise UsageError(f"--languages has a language twice: {text}")
    return {tag: ready[tag] for tag in tags}


def site_of(answers: Mapping[str, str], values: Mapping[str, Any]) -> Site:
    """Make the site of answers that were checked; the ids of its feeds are made of the host of its address."""
    read = read_settings({**values, "SITEURL": answers["url"], "FEED_AUTHORITY": ""}, ROOT)
    return Site(
        name=answers["name"],
        tagline=answers["tagline"],
        url=read.site_url,
        feed_authority=read.feed_authority,
        timezone=answers["timezone"],
        licence=answers["licence"],
        languages=languages_of(answers[LANGUAGES], values),
    )


def report(site: Site, count: int) -> str:
    """Tell what was done, how to undo it, and what comes next."""
    main_lang = next(iter(site.languages))
    return (
        f"{site.name}: its settings are in site/pelicanconf.py, its address in site/publishconf.py\n"
        f"the {count} files of the sample are out of content/, where people.yml and topics.yml start anew\n"
        "to have the sample back: git restore content, as long as you have not committed\n"
        "\n"
        f"next: write content/posts/hello.{main_lang}.md, and run ./inv check, then ./inv serve\n"
        "what is a site's own, and the other settings: docs/operations.md, Make a clone your own\n"
    )


def _has_messages(values: Mapping[str, Any], tag: str) -> bool:
    folders = read_settings(values, ROOT).translations
    return any((Path(folder) / canonical(tag) / "LC_MESSAGES" / "messages.po").is_file() for folder in folders)
