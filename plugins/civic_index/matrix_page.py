"""The page of the maturity matrix, and a listing for each cell in which some post is filed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from plugins.catalogue.concepts import Concept, label, slug
from plugins.catalogue.languages import Language
from plugins.catalogue.post import Catalogue, Post
from plugins.catalogue.settings import Settings
from plugins.civic_index.diagram import Name, Words, draw_diagram
from plugins.civic_index.matrix import Matrix, make_matrix
from plugins.civic_index.view import CellView, MatrixCell, MatrixRow, MatrixView, Sum, Voice
from plugins.plan.composer import Composer
from plugins.plan.filed import posts_by_activity, posts_by_level, shown_posts
from plugins.plan.identity import Identity, Outline, cell_of
from plugins.plan.labels import Labels
from plugins.plan.listing_page import listing_fields, listing_outlines
from plugins.plan.view import Link


def outline_matrix(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline the matrix in every language; it exists even where it is empty."""
    return (Outline(Identity("matrix"), language.lang, (language.paths["matrix"],)) for language in settings.languages)


@dataclass(frozen=True, slots=True)
class _Counted:
    """The posts of the site in the matrix: all of them, and those that can be read in each language."""

    matrix: Matrix
    by_lang: Mapping[str, Matrix]
    labels: Labels

    def sum(self, number: Callable[[Matrix], int]) -> Sum:
        """Give a number of the matrix, and the same number of each language's."""
        count = number(self.matrix)
        voices = (Voice(tag, self.labels.language(tag), number(one)) for tag, one in self.by_lang.items())
        return Sum(count, tuple(voices) if count and len(self.by_lang) > 1 else ())


def compose_matrix(outline: Outline, composer: Composer) -> MatrixView:
    """Compose the page of the matrix."""
    lang, catalogue = outline.lang, composer.catalogue
    levels = composer.concepts("level", catalogue.levels.items, lang)
    activities = composer.concepts("activity", catalogue.activities.items, lang)
    posts, labels = shown_posts(catalogue), composer.labels[lang]
    by_lang = {tag: _count(catalogue, [post for post in posts if tag in post.shown]) for tag in composer.settings.langs}
    counted = _Counted(_count(catalogue, posts), by_lang, labels)
    matrix = counted.matrix
    description = labels.messages.gettext("How many posts there are at each level, by activity.")
    return MatrixView(
        **composer.frame(outline, labels.matrix(), description),
        activities=activities,
        rows=tuple(
            MatrixRow(level, _cells(place, activities, counted, composer, lang), _total(counted, place))
            for place, level in enumerate(levels)
        ),
        column_totals=tuple(_column_total(counted, place) for place in range(len(activities))),
        total=counted.sum(lambda matrix: matrix.total),
        left_out=matrix.left_out,
        diagram=draw_diagram(matrix, _names(levels), _names(activities), _words(composer, lang), by_lang),
    )


def _cells(
    row: int, activities: tuple[Link, ...], counted: _Counted, composer: Composer, lang: str
) -> tuple[MatrixCell, ...]:
    level = composer.catalogue.levels.items[row]
    weights = counted.matrix.weights[row]

    def cell(column: int, activity: Concept) -> MatrixCell:
        posts = counted.sum(lambda matrix: matrix.counts[row][column])
        url = composer.url_of(cell_of(level.id, activity.id), lang)
        return MatrixCell(posts, url, weights[column], activities[column])

    return tuple(cell(column, activity) for column, activity in enumerate(composer.catalogue.activities.items))


def _total(counted: _Counted, row: int) -> Sum:
    return counted.sum(lambda matrix: matrix.level_totals[row])


def _column_total(counted: _Counted, column: int) -> Sum:
    return counted.sum(lambda matrix: matrix.activity_totals[column] if matrix.counts else 0)


def _count(catalogue: Catalogue, posts: Iterable[Post]) -> Matrix:
    return make_matrix(
        [level.id for level in catalogue.levels.items],
        [activity.id for activity in catalogue.activities.items],
        ((post.level.id if post.level else "", post.activity.id if post.activity else "") for post in posts),
    )


def _names(links: Iterable[Link]) -> tuple[Name, ...]:
    return tuple(Name(link.title, link.lang, link.dir) for link in links)


def _words(composer: Composer, lang: str) -> Words:
    labels = composer.labels[lang]
    gettext = labels.messages.gettext
    languages = gettext(", ").join(map(labels.language, composer.settings.langs))
    return Words(
        title=gettext("Posts by level and activity"),
        description=gettext(
            "The larger a circle, the more posts are at that level in that activity; the number is in it."
        ),
        voices=gettext("Below each circle stands how many of its posts can be read in each language: %(languages)s.")
        % {"languages": languages},
        levels=gettext("Technology maturity"),
        activities=gettext("Activity"),
        dir=composer.settings.language(lang).dir,
    )


def outline_cells(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline a listing for each cell with posts, in every language."""
    activities = {activity.id: activity for activity in catalogue.activities.items}
    by_level = posts_by_level(shown_posts(catalogue))
    for level in catalogue.levels.items:
        by_activity = posts_by_activity(by_level.get(level.id, ()))
        for id_, activity in activities.items():
            if id_ not in by_activity:
                continue

            def words(language: Language, pair: tuple[Concept, Concept] = (level, activity)) -> tuple[str, ...]:
                slugs = (slug(concept, language.lang, settings.langs) for concept in pair)
                return (language.paths["matrix"], *slugs)

            yield from listing_outlines(cell_of(level.id, id_), by_activity[id_], (level, activity), words, settings)


def compose_cell(outline: Outline, composer: Composer) -> CellView:
    """Compose one page of a cell; its description names both concepts, since none of its own is written."""
    level, activity = cast(tuple[Concept, Concept], outline.subject)
    lang, langs = outline.lang, composer.settings.langs
    title = " · ".join(label(concept, lang, langs)[0] for concept in (level, activity))
    levels = composer.catalogue.levels.items
    step = levels.index(level)

    def cell(place: int) -> Link | None:
        if not 0 <= place < len(levels):
            return None
        text, text_lang = label(levels[place], lang, langs)
        url = composer.url_of(cell_of(levels[place].id, activity.id), lang)
        return Link(text, url, *composer.foreign(text_lang, lang)) if url else None

    return CellView(
        **listing_fields(outline, composer, title, leaving_out=("level", "activity")),
        level=composer.concept("level", level, lang),
        activity=composer.concept("activity", activity, lang),
        before=cell(step - 1),
        after=cell(step + 1),
    )
