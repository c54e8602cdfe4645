"""The passes over a body's tokens that make every body sound, whoever wrote its HTML: directions, ids, tables, gaps."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from plugins.catalogue.html_tokens import VOID, EndTag, StartTag, Text, Token
from plugins.catalogue.lang import canonical, is_registered


def tidied(
    tokens: Iterable[Token],
    page_dir: str,
    dir_of: Callable[[str], str],
    reserved: Collection[str] = (),
    langs: Collection[str] = (),
) -> Iterator[Token]:
    """Run all passes; `dir_of` gives `ltr` or `rtl` for a language tag, `reserved` are ids of the page around.

    `langs` are the site's languages, which need not be looked up in the registry.
    """
    return _full_paragraphs(_boxed(_directed(_unique_ids(tokens, reserved), page_dir, dir_of, langs)))


def _unique_ids(tokens: Iterable[Token], reserved: Collection[str]) -> Iterator[Token]:
    """Leave each id to the first element that has it, without spaces (HTML, 3.2.6)."""
    taken = set(reserved)
    for token in tokens:
        if isinstance(token, StartTag) and "id" in token.attributes:
            attributes = dict(token.attributes)
            own = "-".join(attributes.pop("id").split())
            kept = attributes if not own or own in taken else {"id": own, **attributes}
            yield token if list(kept.items()) == list(token.attributes.items()) else StartTag(token.name, kept)
            taken.add(own)
        else:
            yield token


def _directed(
    tokens: Iterable[Token], page_dir: str, dir_of: Callable[[str], str], langs: Collection[str]
) -> Iterator[Token]:
    """Write tags of languages in their canonical case, and a direction beside each that turns it."""
    dirs = [page_dir]
    turned: dict[tuple[str, str], StartTag] = {}  # by what is written and the direction around it
    for token in tokens:
        if isinstance(token, StartTag):
            dir_ = dirs[-1]
            if token.attributes.get("lang") or "dir" in token.attributes:
                seen = token.html, dir_
                if seen not in turned:
                    turned[seen] = StartTag(token.name, _with_dir(dict(token.attributes), dir_, dir_of, langs))
                token = turned[seen]
                written = token.attributes.get("dir")
                dir_ = written if written in ("ltr", "rtl") else dir_
            if token.name not in VOID:
                dirs.append(dir_)
        elif isinstance(token, EndTag) and len(dirs) > 1:
            dirs.pop()
        yield token


def _with_dir(
    attributes: dict[str, str], around: str, dir_of: Callable[[str], str], langs: Collection[str]
) -> dict[str, str]:
    if attributes.get("dir", "auto") not in ("ltr", "rtl", "auto"):
        del attributes["dir"]
    written = attributes.get("lang") or "und"
    if written not in langs and not is_registered(written):
        del attributes["lang"]  # a wrong tag is worse than none; a rule on the source tells the author
    if lang := attributes.get("lang"):
        attributes["lang"] = canonical(lang)
        if "dir" not in attributes and dir_of(lang) != around:
            attributes["dir"] = dir_of(lang)
    return attributes


def _boxed(tokens: Iterable[Token]) -> Iterator[Token]:
    """Let wide tables scroll, by keyboard as well, and say the alignment of cells by a class."""
    tables = 0
    for token in tokens:
        if isinstance(token, StartTag) and token.name == "table":
            tables += 1
            box = {"class": "table-scroll", "role": "region", "tabindex": "0"}
            yield StartTag("div", box | {"data-slot-aria-label": f"table-label {tables}"})
            yield token
        elif token == EndTag("table"):
            yield token
            yield EndTag("div")
        elif isinstance(token, StartTag) and "align" in token.attributes:
            yield StartTag(token.name, _with_align_class(dict(token.attributes)))
        else:
            yield token


def _with_align_class(attributes: dict[str, str]) -> dict[str, str]:
    align = attributes.pop("align").lower()
    if align in ("left", "center", "right"):
        attributes["class"] = " ".join(filter(None, [attributes.get("class"), f"align-{align}"]))
    return attributes


def _full_paragraphs(tokens: Iterable[Token]) -> Iterator[Token]:
    """Drop paragraphs that hold nothing, which Python-Markdown and raw HTML leave behind."""
    held: list[Token] = []
    for token in tokens:
        if held and token == EndTag("p"):
            held.clear()
        elif held and isinstance(token, Text) and token.html.isspace():
            held.append(token)
        else:
            yield from held
            held.clear()
            if isinstance(token, StartTag) and token.name == "p" and "id" not in token.attributes:
                held.append(token)
            else:
                yield token
    yield from held
