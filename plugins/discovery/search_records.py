"""What a search finds: a record for each text of a language, with the words of what it is filed under in all languages.

A post that is not translated has a record too, so that a reader finds by topic what only another language says. Records
are HTML, because Pagefind reads weights and facts from its attributes (pagefind.app/docs).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from plugins.catalogue.concepts import Concept
from plugins.catalogue.post import Document, Post
from plugins.plan.composer import Composer
from plugins.plan.filed import shown_posts
from plugins.plan.identity import Identity
from plugins.translation.reading import document_for

FOLDER = "pagefind"  # of the index, below the page to search from
BETWEEN = " \u2027 "  # of words that are found and not shown: theme/static/js/search.js knows them by it
PAGE = Markup(
    '<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>\n{facts}</head>\n'
    '<body><main data-pagefind-body>\n<h1 data-pagefind-meta="title">{title}</h1>\n'
    '<p data-pagefind-weight="3">{summary}</p>\n{body}\n<p data-pagefind-weight="5">{words}</p>\n'
    "</main></body></html>\n"
)
FACT = Markup('<meta data-pagefind-meta="{name}[content]" content="{value}">\n')


@dataclass(frozen=True, slots=True)
class Record:
    """A text to find: the path of its page in the output, the record as HTML, and what it is filed under.

    `filed` are ids of concepts by kind: `level`, `activity`, `topic`.
    """

    path: str
    html: str
    filed: Mapping[str, tuple[str, ...]]


def search_records(composer: Composer, lang: str) -> tuple[Record, ...]:
    """Make the records of a language's search, posts from the oldest, then standing pages."""
    posts = [_record(post, lang, composer) for post in shown_posts(composer.catalogue)]
    pages = [_record(page, lang, composer) for page in composer.catalogue.pages if lang in page.shown]
    return (*posts, *pages)


def _record(post: Post, lang: str, composer: Composer) -> Record:
    document = document_for(post, lang)
    if document is None:
        raise ValueError(f"nothing of {post.key} is shown")
    kind = "post" if post.collection == "posts" else "page"
    filed = _filed(post)
    is_own = document.lang == lang
    html = PAGE.format(
        lang=lang,
        title=document.title,
        facts=Markup("").join(_facts(document, lang, composer)),
        summary=composer.summary(document),
        body=composer.body(document) if is_own else "",
        words=BETWEEN.join(("", *_words(filed), "")),
    )
    path = composer.addresses[Identity(kind, post.key)][document.lang].path
    return Record(path, html, {name: tuple(concept.id for concept in concepts) for name, concepts in filed.items()})


def _filed(post: Post) -> dict[str, tuple[Concept, ...]]:
    return {
        "level": (post.level,) if post.level else (),
        "activity": (post.activity,) if post.activity else (),
        "topic": post.topics,
    }


def _words(filed: Mapping[str, Iterable[Concept]]) -> Iterable[str]:
    """Give every text of the concepts, in whatever language, each once."""
    texts: dict[str, None] = {}
    for concepts in filed.values():
        for concept in concepts:
            texts.update(dict.fromkeys(concept.labels.values()))
            texts.update(dict.fromkeys(text for several in concept.synonyms.values() for text in several))
    return texts


def _facts(document: Document, lang: str, composer: Composer) -> Iterable[Markup]:
    """Give what a result shows: its date, its summary, and its language where that is not the page's."""
    tag, dir_, language = composer.foreign(document.lang, lang)
    date = composer.date(document.front.date, lang).text if document.front.date else ""
    summary = composer.summary(document).striptags()
    facts = {"date": date, "lang": tag, "dir": dir_, "language": language, "summary": summary}
    return [FACT.format(name=name, value=value) for name, value in facts.items() if value]
