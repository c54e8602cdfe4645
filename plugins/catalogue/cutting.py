"""The last pass over a body's tokens: what depends on the rest of the site is cut out of the HTML and listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from plugins.catalogue.html_tokens import VOID, EndTag, StartTag, Text, Token, escaped, start_tag, written
from plugins.catalogue.lang import canonical, is_registered
from plugins.catalogue.parts import (
    Address,
    Anchor,
    Fragment,
    Label,
    Part,
    Picture,
    Player,
    Ref,
    Resource,
    Track,
    Transcript,
)
from plugins.catalogue.ref_lines import RefLines
from plugins.catalogue.sanitising import is_allowed_url

PLAYERS = ("audio", "video")
TRANSCRIPT = "transcript"  # the slot that stands behind a player
_KEPT_ON_WORDS = ("id", "class", "lang", "dir", "title")
_LABELLED = {"data-slot-aria-label": "aria-label", "data-slot-title": "title"}
_CUT = frozenset({"cite", "data-slot", *_LABELLED})  # attributes that leave a gap


def cut(tokens: Iterable[Token], lines: RefLines) -> tuple[tuple[Part, ...], tuple[Ref, ...]]:
    """Make the parts of a body, and list its refs in the order of the text."""
    cutting = _Cutting(lines)
    for token in tokens:
        cutting.take(token)
    return merged(cutting.out), tuple(cutting.refs)


def merged(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Join neighbouring strings."""
    joined: list[Part] = []
    run: list[str] = []
    for part in (*parts, None):
        if isinstance(part, str):
            run.append(part)
            continue
        if any(run):
            joined.append("".join(run))
        run.clear()
        if part is not None:
            joined.append(part)
    return tuple(joined)


class _Cutting:
    """The parts so far. Each open element has an entry in `closers`, which writes its end."""

    def __init__(self, lines: RefLines) -> None:
        self.lines = lines
        self.out: list[Part] = []
        self.refs: list[Ref] = []
        self.closers: list[Callable[[], None] | str] = []
        self.played: list[int] | None = None  # of the open player, the refs it can play
        self.tracks: list[Track] = []  # of the open player, else of the last one
        self.is_in_anchor = False
        self.skipped = 0  # open elements within one whose content is replaced

    def take(self, token: Token) -> None:
        if self.skipped:
            self._skip(token)
        elif isinstance(token, Text):
            self.out.append(token.html)
        elif isinstance(token, EndTag):
            closer = self.closers.pop() if self.closers else ""
            if isinstance(closer, str):
                self.out.append(closer)
            else:
                closer()
        elif token.name in VOID:
            self._void(token.name, dict(token.attributes))
        elif token.name != "a" and token.name not in PLAYERS and _CUT.isdisjoint(token.attributes):
            self.out.append(token.html)
            self.closers.append(f"</{token.name}>")
        else:
            self.closers.append(self._open(token.name, dict(token.attributes)))

    def _skip(self, token: Token) -> None:
        if isinstance(token, StartTag) and token.name not in VOID:
            self.skipped += 1
        elif isinstance(token, EndTag):
            self.skipped -= 1
            if not self.skipped:
                self.closers.pop()

    def _ref(self, target: str, element: str, attribute: str, hreflang: str = "") -> int:
        line = self.lines.line(target, is_copy=element == "blockquote")
        self.refs.append(Ref(target, element, attribute, line, hreflang))
        return len(self.refs) - 1

    def _void(self, name: str, attributes: dict[str, str]) -> None:
        if name not in ("img", "source", "track"):
            self.out.append(start_tag(name, attributes))
            return
        src = attributes.pop("src", "")
        if not src:
            self.out.append(escaped(attributes.get("alt", "")))
            return
        ref = self._ref(src, name, "src")
        if name == "img":
            width, height = attributes.pop("width", ""), attributes.pop("height", "")
            shown = {"alt": "", **attributes, "loading": "lazy", "decoding": "async"}
            self.out.append(Picture(ref, written(shown), shown["alt"], width, height))
            return
        if name == "source" and self.played is not None:
            self.played.append(ref)
        if name == "track" and self.played is not None:
            self.tracks.append(Track(attributes.get("kind", "subtitles"), attributes.get("srclang", ""), ref))
        self.out.append(Resource(ref, name, written(attributes)))

    def _open(self, name: str, attributes: dict[str, str]) -> Callable[[], None] | str:
        """Write the start of an element and give what writes its end."""
        if name == "a":
            return self._open_anchor(attributes)
        if name in PLAYERS:
            return self._open_player(name, attributes) if self.played is None else ""
        if "cite" in attributes:
            return self._open_cited(name, attributes)
        slot = attributes.pop("data-slot", "")
        if slot == TRANSCRIPT:
            self.out.append(Transcript(tuple(self.tracks)))
            self.skipped = 1
            return ""
        if slot:
            self._write_start(name, attributes)
            self.out.extend((_label(slot), f"</{name}>"))
            self.skipped = 1
            return ""
        self._write_start(name, attributes)
        return f"</{name}>"

    def _write_start(self, name: str, attributes: Mapping[str, str], addresses: Iterable[Address] = ()) -> None:
        self.out.append(f"<{name}")
        self._write_attributes(attributes, addresses)

    def _write_attributes(self, attributes: Mapping[str, str], addresses: Iterable[Address] = ()) -> None:
        plain = {key: value for key, value in attributes.items() if key not in _LABELLED}
        gaps: list[Part] = [_label(attributes[key], _LABELLED[key]) for key in _LABELLED if key in attributes]
        gaps.extend(addresses)
        self.out.extend((written(plain), *gaps, ">"))

    def _open_anchor(self, attributes: dict[str, str]) -> Callable[[], None] | str:
        href = attributes.pop("href", "")
        kept = {key: attributes[key] for key in _KEPT_ON_WORDS if key in attributes}
        if not href or self.is_in_anchor:  # a link cannot hold another
            self.out.append(f"<span{written(kept)}>" if kept else "")
            return "</span>" if kept else ""
        if href.startswith("#") and attributes.get("class", "").startswith("footnote-"):
            self.out.extend(("<a", Fragment(href)))
            self._write_attributes(attributes)
            return "</a>"
        hreflang = attributes.pop("hreflang", "")
        ref = self._ref(href, "a", "href", canonical(hreflang) if is_registered(hreflang) else "")
        outer, self.out, self.is_in_anchor = self.out, [], True

        def close() -> None:
            outer.append(Anchor(ref, written(attributes), written(kept), merged(self.out)))
            self.out, self.is_in_anchor = outer, False

        return close

    def _open_cited(self, name: str, attributes: dict[str, str]) -> str:
        cite = attributes.pop("cite")
        addresses = [Address(self._ref(cite, name, "cite"), "cite")] if is_allowed_url(cite) else []
        self._write_start(name, attributes, addresses)
        return f"</{name}>"

    def _open_player(self, name: str, attributes: dict[str, str]) -> Callable[[], None]:
        targets = [(attribute, attributes.pop(attribute, "")) for attribute in ("src", "poster")]
        addresses = [Address(self._ref(target, name, kind), kind) for kind, target in targets if target]
        played = self.played = [address.ref for address in addresses if address.attribute == "src"]
        self.tracks = []
        outer, self.out = self.out, []
        self._write_start(name, attributes, addresses)
        start, self.out = merged(self.out), []

        def close() -> None:
            title = attributes.get("aria-label") or attributes.get("title", "")
            outer.append(Player(name, start, merged(self.out), tuple(played), title, tuple(self.tracks)))
            self.out, self.played = outer, None

        return close


def _label(slot: str, attribute: str = "") -> Label:
    name, _, argument = slot.partition(" ")
    return Label(name, argument.strip(), attribute)
