"""`topics-add` and `people-add`: put one more topic or person at the end of its file, and leave the rest as it is."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from plugins.catalogue.concepts import read_concepts
from plugins.catalogue.lang import canonical
from plugins.catalogue.loading import read_folder
from plugins.catalogue.people import read_people
from plugins.catalogue.settings import Settings
from plugins.catalogue.web_url import is_web_url
from plugins.diagnostics import Diagnostic, as_text, has_errors, in_order, located
from plugins.plan.reporting import relative
from tools.author_files import change_text, create_text, read_text
from tools.errors import FINE, ContentError, UsageError
from tools.new_slug import check_slug
from tools.questions import Question, answered
from tools.settings_file import read

PERSON = (
    Question("name", "Their name, as readers see it", "", is_required=True),
    Question("url", "Their own site, if they have one", ""),
)


def topics_add(id: str, labels: str | None, content: Path | None, settings: Path | None) -> int:
    """Add a topic; `labels` are by language, as `es=Datos abiertos; en=Open data`, and asked for where not given.

    Raises UsageError for what cannot be, and ContentError where the file would have an error with it.
    """
    site = _site(content, settings)
    check_slug("ID", id)
    texts = _asked_labels(site) if labels is None else _labels(labels, site)
    lines = [f"{id}:", *(f"  {lang}: {{label: {_quoted(text)}}}" for lang, text in texts.items())]
    return _add(site, "topics.yml", id, lines, lambda text: read_concepts(text, "topics.yml", "topics", site.langs)[1])


def people_add(id: str, name: str | None, url: str | None, content: Path | None, settings: Path | None) -> int:
    """Add a person, whose name is asked for where it is not given. Raises as `topics_add` does."""
    site = _site(content, settings)
    check_slug("ID", id)
    answers = answered(PERSON, (name, url), _check_person)
    fields = ", ".join(f"{field}: {_quoted(text)}" for field, text in answers.items() if text)
    return _add(
        site, "people.yml", id, [f"{id}: {{{fields}}}"], lambda text: read_people(text, "people.yml", site.langs)[1]
    )


def _site(content: Path | None, settings: Path | None) -> Settings:
    values = read(settings, PATH=str(content.resolve()) if content else None)
    if not values.content.is_dir():
        raise UsageError(f"there is no content folder {content or values.content}")
    return values


def _check_person(question: Question, text: str) -> None:
    if question.is_required and not text:
        raise UsageError(f"--{question.option} is empty; expected {question.asked.lower()}")
    if question.option == "url" and text and not is_web_url(text):
        expected = "expected an address that starts with https:// or http://"
        if any(map(str.isspace, text)):
            expected = "it has a space; write %20 in its place"
        raise UsageError(f"--url takes no {text!r}: {expected}")


def _labels(text: str, site: Settings) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in filter(str.strip, text.split(";")):
        tag, sign, label = (part.strip() for part in pair.partition("="))
        lang = canonical(tag)
        if not sign or not label or lang not in site.langs or lang in found:
            raise UsageError(f"--labels takes no {pair.strip()!r}: expected {_example(site.langs)}")
        found[lang] = label
    if missing := [lang for lang in site.langs if lang not in found]:
        raise UsageError(f"--labels lacks {', '.join(missing)}: expected {_example(site.langs)}")
    return found


def _asked_labels(site: Settings) -> dict[str, str]:
    if not sys.stdin.isatty():
        raise UsageError(f"there is no terminal to ask on: say --labels, {_example(site.langs)}")
    questions = [
        Question(lang, f"Its label in {site.language(lang).name}", "", is_required=True) for lang in site.langs
    ]
    return answered(questions, [None] * len(questions), _check_person)


def _example(langs: Sequence[str]) -> str:
    return f'a label for each language, as "{"; ".join(f"{lang}=…" for lang in langs)}"'


def _quoted(text: str) -> str:
    """Write a text in double quotation marks (YAML 1.2, 7.3.1, of which JSON is a part), safe in any place."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _add(site: Settings, name: str, id: str, lines: Sequence[str], check: Callable[[str], Iterable[Diagnostic]]) -> int:
    file = site.content / name
    is_there = os.path.lexists(file)  # a link to nothing is, too
    text = _read(site, name, id) if is_there else ""
    line_end = "\r\n" if "\r\n" in text else "\n"
    gap = line_end if text and not text.endswith(("\n", "\r")) else ""
    added = text + gap + "".join(f"{line}{line_end}" for line in lines)
    found = located(set(check(added)) - set(check(text)), relative(site.content))
    if has_errors(found):
        raise _cannot_add(found, id)
    sys.stderr.write(as_text(in_order(found)))
    change_text(file, added) if is_there else create_text(file, added)
    print(f"{relative(file)} has {id}")
    return FINE


def _read(site: Settings, name: str, id: str) -> str:
    """Give the text of a file of the content folder. Raises ContentError with what `check` says of it."""
    try:
        return read_text(site.content / name)
    except (OSError, UnicodeDecodeError) as fault:
        found = (problem for problem in read_folder(site.content).diagnostics if problem.path == name)
        raise _cannot_add(located(found, relative(site.content)), id) from fault


def _cannot_add(found: Iterable[Diagnostic], id: str) -> ContentError:
    return ContentError(found, f"nothing was written: {id} cannot be added")
