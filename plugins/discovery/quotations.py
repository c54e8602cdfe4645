"""The parallel quotes of a body as data: who reads a page by machine finds each part with its language."""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.catalogue.html_tokens import VOID, EndTag, StartTag, Text, tokens

QUOTE = "parallel-quote"


@dataclass(frozen=True, slots=True)
class Part:
    """What was said, in one language: plain text."""

    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quote: the id of its figure, the address it cites (may be empty), its parts, the original first."""

    id: str
    cite: str
    parts: tuple[Part, ...]
    attribution: str


def read_quotations(html: str) -> tuple[Quotation, ...]:
    """Read the quotes of a body's canonical HTML, in their order; labels and links to a quote are no part of it."""
    reading = _Reading()
    for token in tokens(html):
        if isinstance(token, StartTag):
            reading.start(token)
        elif isinstance(token, EndTag):
            reading.end()
        else:
            reading.text(token)
    return tuple(reading.found)


@dataclass(slots=True)
class _Open:
    id: str
    cite: str = ""
    parts: list[tuple[str, list[str]]] = field(default_factory=list)
    attribution: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Reading:
    """`path` has an entry for each open element: what it is to a quote, or nothing."""

    found: list[Quotation] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    quote: _Open | None = None

    def start(self, tag: StartTag) -> None:
        if tag.name in VOID:
            if tag.name == "br":
                self._add(" ")
            return
        role = self._role(tag)
        self.path.append(role)
        if role == "figure":
            self.quote = _Open(tag.attributes.get("id", ""))
        elif role == "part" and self.quote:
            self.quote.cite = self.quote.cite or tag.attributes.get("cite", "")
            self.quote.parts.append((tag.attributes.get("lang", ""), []))
        elif tag.name in ("p", "li", "pre", "tr"):
            self._add(" ")

    def end(self) -> None:
        role = self.path.pop() if self.path else ""
        if role == "figure" and self.quote:
            parts = tuple(Part(lang, _plain(texts)) for lang, texts in self.quote.parts)
            self.found.append(Quotation(self.quote.id, self.quote.cite, parts, _plain(self.quote.attribution)))
            self.quote = None

    def text(self, token: Text) -> None:
        self._add(token.plain)

    def _role(self, tag: StartTag) -> str:
        class_ = tag.attributes.get("class", "")
        if class_ == QUOTE and tag.name == "figure":
            return "figure"
        if self.quote is None:
            return ""
        if tag.name == "blockquote" and class_.startswith(f"{QUOTE}__"):
            return "part"
        if class_ in (f"{QUOTE}__label", f"{QUOTE}__link"):
            return "skipped"
        return "attribution" if tag.name == "figcaption" else ""

    def _add(self, text: str) -> None:
        if self.quote is None or "skipped" in self.path:
            return
        if "part" in self.path:
            self.quote.parts[-1][1].append(text)
        elif "attribution" in self.path:
            self.quote.attribution.append(text)


def _plain(texts: list[str]) -> str:
    return " ".join("".join(texts).replace("\u00ad", "").split())
