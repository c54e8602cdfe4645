"""Where the numbers of a built civic index and the independent count part: a line for each, with page and numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.support.counted_site import Site
from tests.support.independent_count import count_content, weights
from tests.support.index_pages import Page, pages_of

KINDS = ("home", "archive", "cloud", "topic", "level", "activity", "matrix", "cell", "post")
TOPICS_AT_HOME = 30
LANGUAGES_DRAWN = 3  # as many as have marks of their own
NO_TOTAL: tuple[list[str], ...] = ([], ["0"])


def differences(content: Path, output: Path, languages: Mapping[str, Any]) -> list[str]:
    """Compare all numbers of a built site with those of its content; `languages` are those of its settings."""
    count = count_content(content, languages)
    pages = pages_of(output)
    return [line for lang in languages for line in _of_language(Site(count, lang, languages), pages)]


def _of_language(site: Site, pages: Collection[Page]) -> Iterator[str]:
    word = site.languages[site.lang]["paths"]["page"]
    found: dict[str, dict[str, list[Page]]] = {kind: defaultdict(list) for kind in KINDS}
    for page in pages:
        if page.lang == site.lang and page.kind in KINDS:
            found[page.kind][page.listing(word)].append(page)
    yield from _pages(site, found)
    for kind, one in (("home", _home), ("cloud", _cloud), ("matrix", _matrix), ("matrix", _voices)):
        for [page] in found[kind].values():
            yield from one(site, page)
    for kind, posts in site.listings.items():
        for address in posts.keys() & found[kind].keys():
            yield from _listing(site, address, found[kind][address], posts[address])
    yield from _related(site, found["topic"])
    yield from _crossed(site, found)
    yield from _places(site, found["post"])


def _pages(site: Site, found: Mapping[str, Mapping[str, list[Page]]]) -> Iterator[str]:
    own = [post for post in site.count.posts if site.lang in site.count.posts[post].slugs]
    expected: dict[str, Collection[str]] = {
        "home": [site.url()],
        "cloud": [site.url("topics")],
        "matrix": [site.url("matrix")],
        "post": [site.post(key) for key in own],
        **site.listings,
    }
    for kind, addresses in expected.items():
        yield from (f"{address}: a page that should not be ({kind})" for address in found[kind].keys() - set(addresses))
        yield from (f"{address}: no such page ({kind})" for address in set(addresses) - found[kind].keys())


def _cloud(site: Site, page: Page) -> Iterator[str]:
    counted, weight = site.count.by_topic, weights(site.count.by_topic)
    names = {site.topic(concept): site.count.topics[concept].labels[site.lang] for concept in counted}
    numbers = {site.topic(concept): str(number) for concept, number in counted.items()}
    shown = page.cloud
    yield from _differ(page, "number of topics", page.numbers_in("standfirst"), [str(len(counted))] if counted else [])
    yield from _differ(page, "topics of the cloud", sorted(link.path for link in shown), sorted(numbers))
    yield from _differ(page, "cloud", {link.path: link.number for link in shown}, numbers)
    yield from _differ(page, "label in the cloud", {link.path: link.text for link in shown}, names)
    heavy = {site.topic(concept): str(number) for concept, number in weight.items()}
    yield from _differ(page, "weight", {link.path: link.weight for link in shown}, heavy)
    groups = [(number, sorted(links)) for number, links in page.ranking]
    order = sorted(set(counted.values()), reverse=True)
    ranked = [
        (str(n), sorted(site.topic(concept) for concept, number in counted.items() if number == n)) for n in order
    ]
    yield from _differ(page, "groups by count", [number for number, _ in groups], [number for number, _ in ranked])
    yield from _differ(page, "topics by count", dict(groups), dict(ranked))


def _home(site: Site, page: Page) -> Iterator[str]:
    numbers = {site.topic(concept): str(number) for concept, number in site.count.by_topic.items()}
    shown = page.cloud
    yield from _differ(
        page, "home's cloud", {x.path: x.number for x in shown}, {x.path: numbers.get(x.path) for x in shown}
    )
    most = sorted(site.count.by_topic.values(), reverse=True)[:TOPICS_AT_HOME]
    yield from _differ(page, "numbers at home", sorted((int(x.number or 0) for x in shown), reverse=True), most)
    yield from _differ(page, "topics at home, each once", len({x.path for x in shown}), len(most))


def _listing(site: Site, address: str, pages: Collection[Page], posts: Collection[str]) -> Iterator[str]:
    for page in pages:
        if page.path != address:
            yield from _differ(page, "total on a numbered page", page.totals, [])
        elif posts or page.totals not in NO_TOTAL:
            yield from _differ(page, "total", page.totals, [str(len(posts))])
    [listing, *_] = pages
    cards = sorted(card for page in pages for card in page.cards)
    yield from _differ(listing, "posts", cards, sorted(site.post(key) for key in posts))


def _related(site: Site, found: Mapping[str, Collection[Page]]) -> Iterator[str]:
    for concept in site.count.by_topic:
        numbers = {site.topic(other): shared for other, shared in site.count.related(concept).items()}
        for page in found.get(site.topic(concept), []):
            if page.path != site.topic(concept):
                continue
            shown = page.links("related")
            right = {link.path: str(numbers.get(link.path, 0)) for link in shown}
            yield from _differ(page, "posts shared", {link.path: link.number for link in shown}, right)
            most = [str(number) for number in sorted(numbers.values(), reverse=True)][: max(1, len(shown))]
            yield from _differ(page, "numbers of posts shared, most first", [link.number for link in shown], most)


def _crossed(site: Site, found: Mapping[str, Mapping[str, Collection[Page]]]) -> Iterator[str]:
    """Compare what the pages of levels say of activities, and those of activities of levels."""
    count = site.count
    for step, level in enumerate(count.levels, start=1):
        pages, address = found["level"].get(site.level(level), []), site.level(level)
        cells = [(site.cell(level, activity), count.of_cell(level, activity)) for activity in count.activities]
        yield from _shares(pages, address, site, cells, count.of_level(level))
        for page in pages:
            yield from _differ(page, "step", page.numbers_in("kicker"), [str(step), str(len(count.levels))])
    for activity in count.activities:
        pages, address = found["activity"].get(site.activity(activity), []), site.activity(activity)
        cells = [(site.cell(level, activity), count.of_cell(level, activity)) for level in count.levels]
        yield from _shares(pages, address, site, cells, count.of_activity(activity))


def _shares(
    pages: Collection[Page], address: str, site: Site, cells: list[tuple[str, frozenset[str]]], posts: frozenset[str]
) -> Iterator[str]:
    rest = posts.difference(*(keys for _, keys in cells))
    counted = [*((cell, str(len(keys))) for cell, keys in cells), *([("", str(len(rest)))] if rest else [])]
    grouped = {cell: sorted(map(site.post, keys)) for cell, keys in (*cells, ("", rest)) if keys}
    shown: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        if page.path == address:
            shares = [(link.path, link.number) for link in page.links("breakdown")]
            yield from _differ(page, "breakdown", shares, counted)
        for cell, titles in page.groups:
            shown[cell] = sorted([*shown[cell], *titles])
    for page in [*pages][:1]:
        yield from _differ(page, "posts of a group", dict(shown), grouped)


def _matrix(site: Site, page: Page) -> Iterator[str]:
    count, levels, activities = site.count, list(site.count.levels), list(site.count.activities)
    cells = {(level, activity): len(count.of_cell(level, activity)) for level in levels for activity in activities}
    filled = [(site.cell(*cell), str(number)) for cell, number in cells.items() if number]
    rows = [[(site.cell(x, y), str(cells[x, y])) for y in activities] for x in levels]
    sums = [str(sum(cells[x, y] for y in activities)) for x in levels]
    totals = [str(sum(cells[x, y] for x in levels)) for y in activities]
    table = page.table
    labels = [count.activities[concept].labels[site.lang] for concept in activities]
    yield from _differ(page, "activities of the matrix", [cell.text for cell in table[0][1:-1]], labels)
    labels = [count.levels[concept].labels[site.lang] for concept in levels]
    yield from _differ(page, "levels of the matrix", [row[0].text for row in table[1:-1]], labels)
    for concept, row, shown, total in zip(levels, rows, table[1:-1], sums, strict=False):
        yield from _differ(page, f"row {concept}", [(cell.path, cell.number) for cell in shown[1:-1]], row)
        yield from _differ(page, f"sum of row {concept}", shown[-1].number, total)
    every = [*totals, str(sum(cells.values()))]
    yield from _differ(page, "sums of columns, and of all", [cell.number for cell in table[-1][1:]], every)
    yield from _differ(page, "list", [(link.path, link.number) for link in page.links("matrix-list")], filled)
    drawn = [[(levels.index(x), str(cells[x, y])) for x in levels if cells[x, y]] for y in activities]
    yield from _differ(page, "diagram, by activity", page.diagram, [row for row in drawn if row])
    left_out = len(count.left_out)
    yield from _differ(page, "posts not in the matrix", page.left_out, [str(left_out)] if left_out else [])
    yield from _differ(page, "sum and posts left out", sum(cells.values()) + left_out, len(count.posts))


def _voices(site: Site, page: Page) -> Iterator[str]:
    """Compare what the matrix says can be read in each language: in its table, in the list and in the drawing."""
    count, levels, activities = site.count, list(site.count.levels), list(site.count.activities)

    def voices(keys: Collection[str]) -> tuple[tuple[str, str], ...]:
        counted = tuple((lang, str(count.in_lang(keys, lang))) for lang in site.languages)
        return counted if keys and len(counted) > 1 else ()

    cells = [[count.of_cell(level, activity) for activity in activities] for level in levels]
    rows = [[*row, frozenset[str]().union(*row)] for row in cells]
    rows.append([frozenset[str]().union(*column) for column in zip(*rows, strict=True)] if rows else [])
    shown = [[cell.voices for cell in row[1:]] for row in page.table[1:]]
    names = [*levels, "all"]
    yield from _differ(page, "rows by language", len(shown), len(rows))
    for name, row, counted in zip(names, shown, rows, strict=False):
        yield from _differ(page, f"row {name} by language", row, [voices(keys) for keys in counted])
    filled = [voices(keys) for row in cells for keys in row if keys]
    yield from _differ(page, "list by language", [link.voices for link in page.links("matrix-list")], filled)
    drawn = [[(place, voices(row[y])) for place, row in enumerate(cells) if row[y]] for y in range(len(activities))]
    is_drawn = 1 < len(site.languages) <= LANGUAGES_DRAWN
    expected = [row for row in drawn if row] if is_drawn else []
    yield from _differ(page, "diagram by language, by activity", page.drawn_voices, expected)


def _places(site: Site, found: Mapping[str, Collection[Page]]) -> Iterator[str]:
    for key, post in site.count.posts.items():
        place = [site.cell(post.level, post.activity)] if post.level and post.activity else []
        for page in found.get(site.post(key), []) if site.lang in post.slugs else []:
            yield from _differ(page, f"place of {key}", page.places, place)


def _differ(page: Page, what: str, shown: Any, counted: Any) -> Iterator[str]:
    if isinstance(shown, dict):
        for name in sorted(shown.keys() | counted.keys()):
            if shown.get(name) != counted.get(name):
                yield f"{page.path}: {what}, {name}: shown {shown.get(name)!r}, counted {counted.get(name)!r}"
    elif shown != counted:
        yield f"{page.path}: {what}: shown {shown!r}, counted {counted!r}"
