"""A body's final HTML: its gaps filled with the addresses and words that one page, in one language, has for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from plugins.catalogue.html_tokens import escaped, start_tag, written
from plugins.catalogue.parts import (
    Address,
    Anchor,
    Body,
    Fragment,
    Label,
    Part,
    Picture,
    Player,
    Ref,
    Resolution,
    Resource,
    Transcript,
)

SHOWN = "(min-width: 50rem) 44rem, 100vw"  # how wide the theme shows a picture of a body, at most


def fill(
    body: Body,
    resolve: Callable[[int, Ref], Resolution],
    label: Callable[[str, str], str],
    page: str = "",
    transcript: Callable[[Transcript], Markup] = lambda _: Markup(""),
) -> Markup:
    """Write a body as HTML.

    `resolve` is asked once for each ref, with its place in `body.refs`; `label` gives the words of a label by name
    and argument, empty where it knows none. `page` is the body's own address where it is shown on another one. All
    they give is plain text and is escaped here. `transcript` writes out what a recording says.
    """
    resolved = [resolve(place, ref) for place, ref in enumerate(body.refs)]
    filling = _Filling(body.refs, resolved, label, page, transcript)
    return Markup(filling.html(body.parts))


@dataclass(frozen=True, slots=True)
class _Filling:
    refs: Sequence[Ref]
    resolved: Sequence[Resolution]
    label: Callable[[str, str], str]
    page: str
    transcript: Callable[[Transcript], Markup]

    def html(self, parts: Sequence[Part], is_in_anchor: bool = False) -> str:
        return "".join(part if isinstance(part, str) else self._part(part, is_in_anchor) for part in parts)

    def _part(self, part: Part, is_in_anchor: bool) -> str:
        match part:
            case Anchor():
                return self._anchor(part)
            case Label():
                return self._label(part)
            case Picture():
                return self._picture(part, is_in_anchor)
            case Address(ref, attribute):
                found = self.resolved[ref]
                return written({attribute: found.href}) if found.href and not found.is_link else ""
            case Fragment(place):
                return written({"href": f"{self.page}{place}"})
            case Resource(ref, name, attributes):
                found = self.resolved[ref]
                return f'<{name} src="{escaped(found.href)}"{attributes}>' if found.href and not found.is_link else ""
            case Transcript():
                return str(self.transcript(part))
            case Player():
                return self._player(part, is_in_anchor)
            case str():
                return part

    def _label(self, part: Label) -> str:
        words = self.label(part.name, part.argument)
        if not part.attribute:
            return escaped(words)
        return written({part.attribute: words}) if words else ""

    def _anchor(self, anchor: Anchor) -> str:
        found = self.resolved[anchor.ref]
        if not found.href:
            inner = self.html(anchor.inner)
            return f"<span{anchor.kept}>{inner}</span>" if anchor.kept else inner
        target = {"href": found.href} | ({"hreflang": found.lang} if found.lang else {})
        inner = self.html(anchor.inner, is_in_anchor=True)
        return f"<a{written(target)}{anchor.attributes}>{inner}{_mark(found)}</a>"

    def _picture(self, picture: Picture, is_in_anchor: bool) -> str:
        found = self.resolved[picture.ref]
        if not found.href:
            return escaped(picture.alt)
        if found.is_link:
            return _link(found, picture.alt, is_in_anchor)
        return _chosen(found, _size(picture, found), picture)

    def _player(self, player: Player, is_in_anchor: bool) -> str:
        played = [self.resolved[ref] for ref in player.played]
        if any(found.href and not found.is_link for found in played) or not played:
            inner = self.html(player.inner, is_in_anchor)
            return f"{self.html(player.start)}{inner}</{player.name}>"
        for found in played:
            if found.href:
                return _link(found, player.title, is_in_anchor)
        return escaped(player.title)


def _chosen(found: Resolution, size: Mapping[str, str], picture: Picture) -> str:
    """Write a picture with all that a browser may show for it, as wide as its author wrote, or as the text."""
    shown = f"{picture.width}px" if picture.width.isdecimal() else SHOWN
    own: dict[str, str] = {}
    others = ""
    for source in found.sources:
        offered = {"srcset": source.srcset, "sizes": shown}
        if source.is_own and len(source.files) > 1:
            own = offered
        elif not source.is_own:
            others += start_tag("source", {"type": source.type, **offered})
    image = f'<img src="{escaped(found.href)}"{written({**size, **own})}{picture.attributes}>'
    return f"<picture>{others}{image}</picture>" if others else image


def _size(picture: Picture, found: Resolution) -> dict[str, str]:
    """Give the size that the author wrote, else the file's own; one side alone brings the other in proportion."""
    size = {"width": picture.width, "height": picture.height}
    if found.width and found.height:
        if not picture.width and not picture.height:
            size = {"width": str(found.width), "height": str(found.height)}
        elif not picture.height and picture.width.isdecimal():
            size["height"] = str(max(1, round(int(picture.width) * found.height / found.width)))
        elif not picture.width and picture.height.isdecimal():
            size["width"] = str(max(1, round(int(picture.height) * found.width / found.height)))
    return {side: length for side, length in size.items() if length}


def _link(found: Resolution, words: str, is_in_anchor: bool) -> str:
    """Write a link in place of what is on another host; inside another link, its words alone."""
    text = escaped(words.strip() or found.href)
    return text if is_in_anchor else f"{start_tag('a', {'href': found.href})}{text}{_mark(found)}</a>"


def _mark(found: Resolution) -> str:
    return f' <span class="link-lang">({escaped(found.mark)})</span>' if found.mark else ""
