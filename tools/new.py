"""`new`: starts a post, filed and credited as its author says, with a draft's status and an empty body."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from plugins.catalogue.concepts import Concepts
from plugins.catalogue.dates import BadDateError, read_date
from plugins.catalogue.nearest import advice
from plugins.catalogue.pairing import KEY
from plugins.catalogue.post import Catalogue
from plugins.catalogue.settings import Settings
from plugins.catalogue.slug import slugify
from plugins.plan.reporting import relative
from tools.author_files import create_text
from tools.errors import FINE, UsageError
from tools.named_post import named_lang, prepared
from tools.questions import Question, answered
from tools.scaffold import post_text

QUESTIONS = (
    Question("lang", "The language you write in", ""),
    Question("date", "The day of publication", ""),
    Question("authors", "Who writes it, by id of people.yml or by name (commas between)", ""),
    Question("topics", "What it is about, of topics.yml (commas between)", ""),
    Question("level", "The maturity of technology it speaks to, of levels.yml", ""),
    Question("activity", "The activity it helps with, of activities.yml", ""),
)
LISTS, FILED = ("authors", "topics"), ("level", "activity")


def new(title: str, key: str | None, content: Path | None, settings: Path | None, *given: str | None) -> int:
    """Write `posts/<key>.<lang>.md`; `given` are the answers to QUESTIONS, None for those to be asked.

    Raises UsageError for what no post can have, with what it can, and where the key is taken.
    """
    build = prepared(content, settings)
    catalogue, site = build.catalogue, build.settings
    title = " ".join(title.split())
    key = _key(title, key, catalogue)
    today = datetime.now(site.timezone).date().isoformat()
    questions = [_with_default(question, site.main_lang, today) for question in QUESTIONS]
    answers = answered(questions, given, partial(_check, catalogue, site))
    lang = named_lang(build, answers["lang"])
    day = read_date(answers["date"], site.timezone)
    lists = {name: _ids(name, answers[name], catalogue) for name in LISTS}
    filed = {name: next(iter(_ids(name, answers[name], catalogue)), "") for name in FILED}
    hints = {name: [concept.id for concept in _concepts(name, catalogue).items] for name in ("topics", *FILED)}
    file = site.content / "posts" / f"{key}.{lang}.md"
    create_text(file, post_text(title, _slug(title, key, lang, catalogue), day, lists, filed, hints))
    print(f"{relative(file)} is there: write its text, look with ./inv serve, take `status: draft` out to publish")
    return FINE


def _key(title: str, key: str | None, catalogue: Catalogue) -> str:
    if not title or not title.isprintable():
        raise UsageError(f"TITLE is {title!r}; expected a line of words")
    chosen = key or slugify(title)
    if not chosen:
        raise UsageError(f"{title!r} has no letters to make a file name of; say one with --key, in a-z, 0-9 and -")
    if not KEY.fullmatch(chosen):
        raise UsageError(f"--key takes no {chosen!r}: expected letters, digits, `.`, `_` and `-`")
    if chosen.startswith((".", "_")):
        raise UsageError(f"--key takes no {chosen!r}: files whose names start with `.` or `_` are skipped")
    taken = {known.lower(): known for collection, known in catalogue.known_keys if collection == "posts"}
    if chosen.lower() in taken:
        there = taken[chosen.lower()]
        raise UsageError(f"there is a post {there} already: translate it, or say another --key")
    return chosen


def _slug(title: str, key: str, lang: str, catalogue: Catalogue) -> str:
    """Give the slug that must be written, because another post in the language has that of the title; else nothing."""
    taken = {post.documents[lang].slug for post in catalogue.posts if lang in post.documents}
    if slugify(title) not in taken:
        return ""
    if (own := slugify(key)) and own not in taken:
        return own
    raise UsageError(f"another post has the address that {title!r} would have; say another --key")


def _with_default(question: Question, main_lang: str, today: str) -> Question:
    default = {"lang": main_lang, "date": today}.get(question.option, "")
    return Question(question.option, question.asked, question.setting, default, question.is_required)


def _check(catalogue: Catalogue, site: Settings, question: Question, text: str) -> None:
    name = question.option
    if name == "lang" and text.lower() not in {tag.lower() for tag in site.langs}:
        raise UsageError(f"--lang takes no {text!r}: expected a language of the site, {', '.join(site.langs)}")
    if name == "date":
        try:
            read_date(text, site.timezone)
        except BadDateError as bad:
            raise UsageError(f"--date: {bad}") from bad
    if name in (*LISTS, *FILED):
        _ids(name, text, catalogue)


def _concepts(name: str, catalogue: Catalogue) -> Concepts:
    return {"topics": catalogue.topics, "level": catalogue.levels, "activity": catalogue.activities}[name]


def _ids(name: str, text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Read an answer into ids; people may also be named plainly. Raises UsageError for what there is not."""
    words = [word.strip() for word in text.split(",") if word.strip()] if name in LISTS else [text] if text else []
    if name == "authors":
        return tuple(words)
    concepts = _concepts(name, catalogue)
    found = []
    for word in words:
        concept = concepts.find(word)
        if concept is None:
            known = [one.id for one in concepts.items]
            told = advice(word, known, "known ones") if known else f"{concepts.kind}.yml has none yet"
            add = "; ./inv topics-add adds one" if name == "topics" else ""
            raise UsageError(f"--{name} takes no {word!r}: {told}{add}")
        found.append(concept.id)
    return tuple(dict.fromkeys(found))
