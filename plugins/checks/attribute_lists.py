"""Rules `attribute-not-allowed` and `bad-lang`: what an attribute list such as `{lang=es}` may not say.

An attribute that the allow-list lacks is left out of the page, and so is a `lang` or `hreflang` that is no tag of the
IANA registry (WCAG 2.2, 3.1.2: a wrong tag is worse than none). Warnings, since the words stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.catalogue.lang import is_registered
from plugins.catalogue.nearest import nearest
from plugins.catalogue.sanitising import ALLOWED_ATTRIBUTES
from plugins.catalogue.source import BodySource, prose
from plugins.diagnostics import Diagnostic, warning

# As Python-Markdown has them: right behind what they belong to, or at the end of a line of its own or of a heading.
LIST = re.compile(
    r"(?<=[)\]*_`>])\{:?[ ]*(?P<behind>[^{}\n]*=[^{}\n]*)\}"
    r"|(?<=[ |])\{:?[ ]*(?P<at_end>[^{}\n]*=[^{}\n]*)\}(?=[ ]*(?:$|\|))"
    r"|^\{:[ ]*(?P<alone>[^{}\n]*)\}"
)
FIELD = re.compile(r"""(?P<name>[\w:.-]+)=(?P<value>"[^"]*"|'[^']*'|[^\s"'}]+)""")
RAW = re.compile(r"""<[a-zA-Z][^<>]*?\s(?P<name>lang|hreflang)=["']?(?P<value>[^\s"'<>]+)""")
KNOWN = frozenset(name for names in ALLOWED_ATTRIBUTES.values() for name in names)


def check_body(source: BodySource, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Report attributes that are left out, and tags of languages that there are none of."""
    return tuple(_found(source))


def _found(source: BodySource) -> Iterator[Diagnostic]:
    for line, text in enumerate(prose(source.lines), source.first_line):
        for match in LIST.finditer(text) if "{" in text else ():
            for field in FIELD.finditer(match[match.lastgroup or 0]):
                name, value = field["name"].lower(), field["value"].strip("\"'")
                if name not in KNOWN:
                    yield _not_allowed(source, line, name)
                elif name in ("lang", "hreflang") and not is_registered(value):
                    yield _bad_lang(source, line, name, value)
        for match in RAW.finditer(text) if "<" in text else ():
            if not is_registered(match["value"]):
                yield _bad_lang(source, line, match["name"], match["value"])


def _not_allowed(source: BodySource, line: int, name: str) -> Diagnostic:
    message = f"the attribute {name} is left out: it is not allowed"
    near = nearest(name, sorted(KNOWN))
    advice = (
        f"did you mean {near}?" if near and name != "style" else "give the element a class, and style that in the theme"
    )
    return warning(source.path, line, "attribute-not-allowed", message, advice)


def _bad_lang(source: BodySource, line: int, name: str, value: str) -> Diagnostic:
    message = f"{name} {value!r} is left out: it is no tag of the IANA registry; expected one such as es or pt-BR"
    return warning(source.path, line, "bad-lang", message, "write the language's tag (BCP 47)")
