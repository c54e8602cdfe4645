"""Why a file of the output is written: one pure question, answered with a reason."""

from __future__ import annotations

from enum import StrEnum

from plugins.incremental.fingerprint import Fingerprint


class Reason(StrEnum):
    """Why a file is written."""

    NEW = "new: nothing was there"
    UNKNOWN = "not known: nobody remembers what it was made of"
    MISSING = "missing: it was written before, and is gone"
    TOUCHED = "touched: somebody else has changed it"
    VIEW = "its content has changed"
    TEMPLATES = "a template that it is made by has changed"
    SITE = "the site around it, its texts, settings or code, has changed"
    FILE = "what it is copied or made from has changed"


def reason(old: Fingerprint | None, new: Fingerprint, is_there: bool, is_as_left: bool) -> Reason | None:
    """Tell why a file has to be made again; None where it need not be.

    `old` is what it was made of, None where nobody knows. `is_there` tells whether there is a file, `is_as_left`
    whether nobody has changed it since.
    """
    if not is_there:
        return Reason.MISSING if old else Reason.NEW
    if old is None:
        return Reason.UNKNOWN
    if not is_as_left:
        return Reason.TOUCHED
    if old.view != new.view:
        return Reason.VIEW if new.templates or new.site else Reason.FILE
    if old.templates != new.templates:
        return Reason.TEMPLATES
    return Reason.SITE if old.site != new.site else None
