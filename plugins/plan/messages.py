"""The texts of templates and views in the languages of the site: gettext catalogues that may not lack a message.

Catalogues are read from their .po files with Babel, since the standard library finds neither `es-MX` nor a message
that was edited while a process serves the site.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from gettext import GNUTranslations
from io import BytesIO
from typing import IO, cast

from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from plugins.diagnostics import Diagnostic, error

Message = str | tuple[str, str]  # a msgid, or its singular and plural
KEYWORDS: Mapping[str, tuple[int, ...] | None] = {"_": None, "gettext": None, "ngettext": (1, 2)}


class Messages(GNUTranslations):
    """A message catalogue that raises LookupError instead of showing readers another language."""

    _catalog: dict[str | tuple[str, int], str]

    def gettext(self, message: str) -> str:
        """Give the text of a message."""
        if message not in self._catalog:
            raise LookupError(message)
        return super().gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Give the text of a message in the plural form that a number asks for (CLDR)."""
        if (msgid1, 0) not in self._catalog:
            raise LookupError(msgid1)
        return super().ngettext(msgid1, msgid2, n)

    def lacks(self, message: Message) -> bool:
        """Tell whether a message, or one of its plural forms, has no text."""
        if isinstance(message, str):
            return message not in self._catalog
        return (message[0], 0) not in self._catalog


def read_messages(po: bytes, path: str) -> tuple[Messages | None, tuple[Diagnostic, ...]]:
    """Read a .po file; empty and fuzzy entries count as missing."""
    try:
        catalogue = read_po(BytesIO(po), abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as fault:
        line = getattr(fault, "lineno", None) or 1
        return None, (error(path, line, "bad-messages", f"cannot read the message catalogue: {str(fault).lower()}"),)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Messages(cast(IO[bytes], compiled)), ()


def used_messages(sources: Iterable[tuple[str, bytes]]) -> frozenset[Message]:
    """Collect the messages that templates (`.html`) and Python modules (`.py`) use."""
    found: set[Message] = set()
    for name, text in sources:
        method = "jinja2.ext:babel_extract" if name.endswith(".html") else "python"
        for _, message, _, _ in extract(method, BytesIO(text), KEYWORDS, (), {"silent": "false"}):
            found.add(message if isinstance(message, str) else cast(tuple[str, str], tuple(message[:2])))
    return frozenset(found)


def missing_messages(messages: Messages, used: Collection[Message], path: str) -> tuple[Diagnostic, ...]:
    """Report each used message that a catalogue lacks."""
    lacking = sorted(message if isinstance(message, str) else message[0] for message in used if messages.lacks(message))
    return tuple(
        error(
            path,
            1,
            "message-missing",
            f"no text for the message {message!r}",
            "add it, and take `fuzzy` off once it is right",
        )
        for message in lacking
    )
