"""The numbers that the built pages of the civic index show, read out of their HTML as a browser would."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib


@dataclass(frozen=True, slots=True)
class Link:
    """A link with a number beside it: the path it leads to (empty: no link), its words, the number as shown.

    `voices` are the numbers by language that stand there too, each with its language.
    """

    path: str
    text: str
    number: str
    weight: str = ""
    voices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One built page: its address from the root, its language, its kind and its body."""

    path: str
    lang: str
    kind: str
    body: Element

    def listing(self, word: str) -> str:
        """Give the address of the listing that a numbered page continues, or of the page itself; `word` is "page"."""
        return re.sub(f"/{word}/[0-9]+/$", "/", self.path)

    @property
    def totals(self) -> list[str]:
        """Give the numbers of posts in the head of a listing, of which there should be one."""
        heads = all_of(self.body, "*", "listing__head")
        return [value_of(found) for head in heads for found in all_of(head, "data", "count")]

    @property
    def cards(self) -> list[str]:
        """Give the address of the post of each card, in order."""
        return [link_of(title) for card in all_of(self.body, "article") for title in all_of(card, "*", "card__title")]

    @property
    def cloud(self) -> list[Link]:
        """Give the links of the page's clouds, the number being the one in brackets at the end of the text."""
        return [
            Link(link_of(item), *_name_and_number(words(item)), weight=item.get("data-weight", ""))
            for cloud in all_of(self.body, "ul", "topic-cloud")
            for item in all_of(cloud, "li")
        ]

    @property
    def ranking(self) -> list[tuple[str, list[str]]]:
        """Give the groups of the list by count, as number and addresses, in order."""
        groups: list[tuple[str, list[str]]] = []
        sections = (found for found in self.body.iter("section") if found.get("id") == "cloud.by-count")
        for element in (element for section in sections for element in section.iter()):
            if element.tag == "data":
                groups.append((value_of(element), []))
            elif element.tag == "ul" and "topic-ranking" in classes(element):
                groups[-1][1].extend(link_of(item) for item in all_of(element, "li"))
        return groups

    @property
    def groups(self) -> list[tuple[str, list[str]]]:
        """Give the groups of a listing that has some: the address that the heading leads to, those of the posts."""
        found = all_of(self.body, "section", "listing--group")
        return [
            (link_of(next(group.iter("h2"))), [*map(link_of, all_of(group, "*", "card__title"))]) for group in found
        ]

    @property
    def places(self) -> list[str]:
        """Give the addresses of the cells that a post names as its place."""
        return [place.get("href", "") for place in all_of(self.body, "a", "place")]

    def numbers_in(self, name: str) -> list[str]:
        """Give the numbers in the words of the page's elements of one class: `standfirst` or `kicker`."""
        return [each for found in all_of(self.body, "*", name) for each in re.findall("[0-9]+", words(found))]

    def links(self, name: str) -> list[Link]:
        """Give the items that have numbers of the lists of a class: `related`, `breakdown` or `matrix-list`."""
        return [
            Link(link_of(item), words(item), number, voices=voices_of(item))
            for found in all_of(self.body, "*", name)
            for item in all_of(found, "li")
            if not list(all_of(item, "li")) and (number := number_of(item))
        ]

    @property
    def table(self) -> list[list[Link]]:
        """Give the rows of the matrix, heads and all; the number of a cell without one is empty."""
        [table] = all_of(self.body, "table", "maturity-matrix")
        rows = all_of(table, "tr")
        return [
            [Link(link_of(cell), words(cell), number_of(cell), voices=voices_of(cell)) for cell in row] for row in rows
        ]

    @property
    def diagram(self) -> list[list[tuple[int, str]]]:
        """Give the rows of the matrix's drawing that have numbers, each number with the place of the level above it."""
        drawing, levels = self._drawing
        rows: dict[float, list[tuple[int, str]]] = defaultdict(list)
        for count in all_of(drawing, "text", "matrix-diagram__count"):
            rows[float(count.get("y", ""))].append((levels.index(float(count.get("x", ""))), words(count)))
        return [sorted(row) for _, row in sorted(rows.items())]

    @property
    def drawn_voices(self) -> list[list[tuple[int, tuple[tuple[str, str], ...]]]]:
        """Give the rows of the drawing's numbers by language: the place of the level above them, each from the left."""
        drawing, levels = self._drawing
        rows: dict[float, dict[int, list[tuple[float, str, str]]]] = defaultdict(lambda: defaultdict(list))
        for voice in all_of(drawing, "g", "matrix-diagram__voice"):
            [number] = all_of(voice, "text")
            x, y = float(number.get("x", "")), float(number.get("y", ""))
            level = min(range(len(levels)), key=lambda place: abs(levels[place] - x))
            rows[y][level].append((x, voice.get("data-voice", ""), words(number)))
        return [
            [(level, tuple((lang, number) for _, lang, number in sorted(row[level]))) for level in sorted(row)]
            for _, row in sorted(rows.items())
        ]

    @property
    def _drawing(self) -> tuple[Element, list[float]]:
        """Give the matrix's drawing, and how far from the left the middles of its levels are."""
        [drawing] = all_of(self.body, "svg", "matrix-diagram")
        heads = all_of(drawing, "text", "matrix-diagram__level")
        return drawing, sorted({float(line.get("x", "")) for head in heads for line in all_of(head, "tspan")})

    @property
    def left_out(self) -> list[str]:
        """Give the numbers of posts that the matrix has no place for; none where it says nothing of them."""
        return [value_of(found) for found in all_of(self.body, "data", "left-out")]


def pages_of(output: Path) -> list[Page]:
    """Read every page of a built site that names its kind."""
    pages = []
    for path in sorted(output.rglob("*.html")):
        html = _parsed(path.read_text(encoding="utf-8"))
        address = "/" + path.relative_to(output).as_posix().removesuffix("index.html")
        [body] = html.iter("body")
        pages.append(Page(address, html.get("lang", ""), body.get("data-kind", ""), body))
    return pages


@cache
def _parsed(html: str) -> Element:
    """Parse a page as a browser does; most sites that a test run looks at differ from another in one page."""
    document: Element = html5lib.parse(html, namespaceHTMLElements=False)
    return document


def classes(element: Element) -> list[str]:
    return element.get("class", "").split()


def all_of(element: Element, tag: str, name: str = "") -> Iterator[Element]:
    """Give the elements within one, of a tag (`*`: any) and, where it is named, a class."""
    for found in element.iter():
        local = str(found.tag).rpartition("}")[2]
        if found is not element and tag in ("*", local) and (not name or name in classes(found)):
            yield found


def words(element: Element) -> str:
    """Give the text of an element as it is read."""
    return " ".join("".join(element.itertext()).split())


def link_of(element: Element) -> str:
    """Give the path that the first link of an element leads to, empty where it has none."""
    return next((unquote(urlsplit(link.get("href", "")).path) for link in all_of(element, "a")), "")


def number_of(element: Element) -> str:
    """Give the number in an element's `data`, empty without one; a second is told."""
    return " and ".join(value_of(data) for data in all_of(element, "data"))


def voices_of(element: Element) -> tuple[tuple[str, str], ...]:
    """Give the numbers by language within an element, in order, each after its language."""
    marks = [mark for row in all_of(element, "span", "voices") for mark in all_of(row, "span", "voice")]
    return tuple((mark.get("data-voice", ""), " ".join(re.findall("[0-9]+", words(mark)))) for mark in marks)


def value_of(data: Element) -> str:
    """Give the value of a `data`, and its words too where they say another number."""
    value = data.get("value", "")
    return value if re.findall("[0-9]+", words(data)) == [value] else f"{value}, shown as {words(data)!r}"


def _name_and_number(text: str) -> tuple[str, str]:
    match = re.fullmatch(r"(.*) \(([0-9]+)\)", text)
    return (match[1], match[2]) if match else (text, "")
