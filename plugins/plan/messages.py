"""The texts of templates and views in the languages of the site: gettext catalogues that may not lack a message.

Catalogues are read from their .po files with Babel, since the standard library finds neither `es-MX` nor a message
that was edited while a process serves the site.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from gettext import GNUTranslations
from io import BytesIO
from typing import IO, cast

from babel.messages.catalog import Message as Entry
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from plugins.diagnostics import Diagnostic, error

Message = str | tuple[str, str]  # a msgid, or its singular and plural
STRING = re.compile(r'[^"]*"(?:[^"\\]|\\.)*"')
PLACEHOLDER = re.compile(r"%\((\w+)\)")
KEYWORDS: Mapping[str, tuple[int, ...] | None] = {"_": None, "gettext": None, "ngettext": (1, 2)}


class Messages(GNUTranslations):
    """A message catalogue that raises LookupError instead of showing readers another language.

    What it lacks comes from its fallback, another catalogue of the language, by that one's rule for plurals.
    """

    _catalog: dict[str | tuple[str, int], str]
    _fallback: Messages | None

    def __init__(self, compiled: bytes) -> None:
        """Read the form that gettext calls .mo."""
        super().__init__(cast(IO[bytes], BytesIO(compiled)))
        self._compiled = compiled

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the compiled form; the rule for plurals is a function, which cannot be."""
        return Messages, (self._compiled,), {"_fallback": self._fallback}

    @property
    def content(self) -> tuple[object, ...]:
        """All messages with their texts, and the rule for plurals; the heading's times and names are no part of it."""
        own = tuple(sorted((str(key), text) for key, text in self._catalog.items() if key))
        rules = tuple(line for line in self._catalog.get("", "").split("\n") if line.startswith("Plural-Forms:"))
        return (rules, own, *(self._fallback.content if self._fallback else ()))

    def gettext(self, message: str) -> str:
        """Give the text of a message."""
        if self.lacks(message):
            raise LookupError(message)
        return super().gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Give the text of a message in the plural form that a number asks for (CLDR)."""
        if self.lacks((msgid1, msgid2)):
            raise LookupError(msgid1)
        return super().ngettext(msgid1, msgid2, n)

    def lacks(self, message: Message) -> bool:
        """Tell whether a message, or one of its plural forms, has no text."""
        key = message if isinstance(message, str) else (message[0], 0)
        return key not in self._catalog and (self._fallback is None or self._fallback.lacks(message))


def read_messages(po: bytes, path: str) -> tuple[Messages | None, tuple[Diagnostic, ...]]:
    """Read a .po file; empty and fuzzy entries, and plurals without one of their forms, count as missing."""
    if found := _broken(po, path):
        return None, found
    try:
        catalogue = read_po(BytesIO(po), abort_invalid=True)
    except (PoFileError, ValueError) as fault:
        line = getattr(fault, "lineno", 0) + 1  # Babel counts from 0
        return None, (error(path, line, "bad-messages", f"cannot read the message catalogue: {str(fault).lower()}"),)
    entries = [entry for entry in catalogue if entry.id and not entry.fuzzy]
    if found := tuple(problem for entry in entries for problem in _misplaced(entry, path)):
        return None, found
    for entry in entries:
        if not all(_texts(entry)) or len(_texts(entry)) < (catalogue.num_plurals if entry.pluralizable else 1):
            entry.string = ""  # Babel would put the message itself for a plural form that is empty
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return Messages(compiled.getvalue()), ()


def _broken(po: bytes, path: str) -> tuple[Diagnostic, ...]:
    """Report lines that Babel would read with their last letter cut off, or in another encoding."""
    try:
        lines = po.decode("utf-8").split("\n")
    except UnicodeDecodeError as fault:
        line = po.count(b"\n", 0, fault.start) + 1
        return (error(path, line, "bad-messages", "the message catalogue is not UTF-8", "save the file as UTF-8"),)
    return tuple(
        error(path, number, "bad-messages", 'the text has no end; expected " at the end of the line')
        for number, line in enumerate(lines, 1)
        if '"' in line and not line.lstrip().startswith("#") and not STRING.fullmatch(line.strip())
    )


def _texts(entry: Entry) -> tuple[str, ...]:
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ("",))


def _misplaced(entry: Entry, path: str) -> Iterable[Diagnostic]:
    """Report a text whose placeholders its message does not fill; a plural form may leave one out."""
    originals = (entry.id,) if isinstance(entry.id, str) else tuple(entry.id)
    names = {name for original in originals for name in PLACEHOLDER.findall(original)}
    for text in filter(None, _texts(entry)):
        written = set(PLACEHOLDER.findall(text))
        try:
            text % dict.fromkeys(names, "")
            is_right = written == names or (entry.pluralizable and written < names)
        except (KeyError, ValueError, TypeError):
            is_right = False
        if not is_right:
            message = f"the text of {originals[0]!r} has other placeholders than the message"
            wanted = ", ".join(f"%({name})s" for name in sorted(names))
            advice = f"write {wanted} in it, and no other" if names else "write %% for a percent sign"
            yield error(path, entry.lineno or 1, "bad-messages", message, advice)


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
