"""The schema of front matter: which fields there are, of which type, where they may stand, and what they are for.

The one declaration that reading, inheritance and an editor's completion all follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

POSTS = ("posts",)
PAGES = ("pages",)
ALL = ("posts", "pages")

ROLES = ("authors", "translators", "editors", "reviewers", "transcribers", "subtitlers", "photographers")
STATUSES = ("draft", "review", "published", "retired")
UNPUBLISHED = ("draft", "review")


class FieldType(StrEnum):
    """What a field's text is read as."""

    TEXT = "text"
    TEXTS = "list of texts"
    SLUG = "slug"
    DATE = "date"
    LANG = "language tag"
    STATUS = "status"
    FLAG = "true or false"
    NUMBER = "whole number"
    URL = "web address"
    PATHS = "list of paths"
    DIGESTS = "list of digests"
    ORIGIN = "name and url"
    CORRECTIONS = "list of date and text"


@dataclass(frozen=True, slots=True)
class Field:
    """An entry that front matter may have; `help` is one sentence for the author."""

    name: str
    type: FieldType
    collections: tuple[str, ...]
    help: str
    is_inherited: bool = False  # by translations that do not write it


FIELDS = (
    Field("title", FieldType.TEXT, ALL, "The title, as plain text. Required."),
    Field("slug", FieldType.SLUG, ALL, "The last part of the address; made from the title if left out."),
    Field("date", FieldType.DATE, ALL, "The day of publication, as 2013-11-20. Originals need it.", is_inherited=True),
    Field("modified", FieldType.DATE, ALL, "The day of the last change that readers should know of."),
    Field("authors", FieldType.TEXTS, ALL, "Who wrote it: ids of people.yml, or names.", is_inherited=True),
    Field("translators", FieldType.TEXTS, ALL, "Who translated it."),
    Field("editors", FieldType.TEXTS, ALL, "Who edited it."),
    Field("reviewers", FieldType.TEXTS, ALL, "Who reviewed it."),
    Field("transcribers", FieldType.TEXTS, ALL, "Who wrote down what is said in a recording."),
    Field("subtitlers", FieldType.TEXTS, ALL, "Who made the subtitles."),
    Field("photographers", FieldType.TEXTS, ALL, "Who took the pictures.", is_inherited=True),
    Field("topics", FieldType.TEXTS, POSTS, "What it is about, in the words of topics.yml.", is_inherited=True),
    Field("level", FieldType.TEXT, POSTS, "The maturity it speaks to, of levels.yml.", is_inherited=True),
    Field("activity", FieldType.TEXT, POSTS, "The field of activity, of activities.yml.", is_inherited=True),
    Field("summary", FieldType.TEXT, ALL, "A paragraph for listings, with inline Markdown."),
    Field("image", FieldType.TEXT, ALL, "The picture of page and card, as media/disk.jpg.", is_inherited=True),
    Field("image_alt", FieldType.TEXT, ALL, "The words that stand for the picture."),
    Field("origin", FieldType.ORIGIN, ALL, "Where it was first published: name and url.", is_inherited=True),
    Field("licence", FieldType.TEXT, ALL, "The licence, as CC-BY-4.0.", is_inherited=True),
    Field("status", FieldType.STATUS, ALL, "draft, review, published or retired; published if left out."),
    Field("featured", FieldType.FLAG, POSTS, "Whether it leads the home page.", is_inherited=True),
    Field("original", FieldType.LANG, ALL, "In a translation: the language it was translated from."),
    Field("original_digest", FieldType.DIGESTS, ALL, "In a translation: what it translates, written by ./inv sync."),
    Field("aliases", FieldType.PATHS, ALL, "Old paths that lead here, as /old/path/."),
    Field("canonical", FieldType.URL, ALL, "The other copy that this page gives way to."),
    Field("corrections", FieldType.CORRECTIONS, ALL, "What was corrected: date and text."),
    Field("menu", FieldType.NUMBER, PAGES, "The place of a page in the header's menu."),
)

ORIGIN_FIELDS = ("name", "url")
CORRECTION_FIELDS = ("date", "text")
