"""A page of HTML as a tree of elements, each with the language and direction that hold for it.

The parser is strict: a page whose tags do not nest has no tree that all browsers agree on, and that is a problem too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]  # HTML 13.1.2
)
VERBATIM = frozenset(["code", "pre", "kbd", "samp", "script", "style", "textarea"])


@dataclass(slots=True)
class Element:
    """An element; `lang` and `dir` are its own or the nearest ancestor's, `text` is what stands directly in it."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None
    lang: str = ""
    dir: str = ""
    is_verbatim: bool = False  # code, where any text is right
    is_in_main: bool = False
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def walk(self) -> Iterator[Element]:
        """Give the element and all within it, in the order of the page."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.children))

    def find(self, tag: str, class_: str = "") -> list[Element]:
        """Find the elements within by tag (empty: any) and class."""
        return [
            element
            for element in self.walk()
            if tag in ("", element.tag) and (not class_ or class_ in element.attributes.get("class", "").split())
        ]

    def parent_is(self, tag: str) -> bool:
        """Tell whether the element stands directly in one of this tag."""
        return self.parent is not None and self.parent.tag == tag

    def words(self) -> str:
        """Give all text within, white space folded."""
        return " ".join(" ".join(element.text for element in self.walk()).split())


class TreeParser(HTMLParser):
    """Makes the tree of a page; `faults` says where its tags do not nest, `doctype` what it declares."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {}, None)
        self.current = self.root
        self.faults: list[str] = []
        self.doctype = ""

    def handle_decl(self, decl: str) -> None:
        """Take the doctype."""
        self.doctype = self.doctype or decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Add an element."""
        parent = self.current
        attributes = {name: value or "" for name, value in reversed(attrs)}  # the first of two counts
        if len(attributes) < len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        element = Element(
            tag,
            attributes,
            parent,
            lang=attributes.get("lang", parent.lang),
            dir=attributes.get("dir", parent.dir),
            is_verbatim=parent.is_verbatim or tag in VERBATIM,
            is_in_main=parent.is_in_main or tag == "main",
        )
        parent.children.append(element)
        if tag not in VOID:
            self.current = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Add an element that is closed at once, as SVG has them."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the current element."""
        if tag != self.current.tag:
            self.faults.append(f"</{tag}> stands where <{self.current.tag or 'nothing'}> is open")
        element: Element | None = self.current
        while element is not None and element.tag != tag:
            element = element.parent
        if element is not None and element.parent is not None:
            self.current = element.parent

    def handle_data(self, data: str) -> None:
        """Add text."""
        self.current.text += data


def parse(html: str) -> tuple[Element, tuple[str, ...]]:
    """Parse a page into its tree, with the places where its tags do not nest."""
    parser = TreeParser()
    parser.feed(html)
    parser.close()
    faults = parser.faults
    if parser.doctype.lower() != "doctype html":
        faults = ["the page does not start with <!doctype html>", *faults]
    if parser.current is not parser.root:
        faults = [*faults, f"<{parser.current.tag}> is never closed"]
    return parser.root, tuple(faults)
