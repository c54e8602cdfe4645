"""The name and address of a licence, from the identifier that authors write (SPDX)."""

from __future__ import annotations

import re

from plugins.plan.view import Link

CREATIVE_COMMONS = re.compile(r"CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)", re.IGNORECASE)


def licence_link(identifier: str | None, lang: str) -> Link | None:
    """Link to a licence's deed in the page's language; one that is not by Creative Commons is named only."""
    if not identifier:
        return None
    if found := CREATIVE_COMMONS.fullmatch(identifier):
        terms, number = found[1].upper(), found[2]
        address = f"https://creativecommons.org/licenses/{terms.lower()}/{number}/deed.{lang.split('-')[0]}"
        return Link(f"CC {terms} {number}", address)
    if identifier.upper() == "CC0-1.0":
        return Link("CC0 1.0", f"https://creativecommons.org/publicdomain/zero/1.0/deed.{lang.split('-')[0]}")
    return Link(identifier, "")
