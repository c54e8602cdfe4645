"""One build: what it knows before the first page is rendered. It is in Pelican's settings, and no state outlives it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.catalogue.memory import Memory
from plugins.catalogue.post import Catalogue
from plugins.catalogue.reader import Reader
from plugins.catalogue.settings import Settings
from plugins.diagnostics import Diagnostic, as_text, summary
from plugins.plan.found import Found
from plugins.plan.messages import Messages
from plugins.plan.page_keys import PageKeys
from plugins.plan.plan import FileMaker, Plan


class BadContentError(Exception):
    """The content has errors; `diagnostics` holds all that was found, the warnings too."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("\n" + as_text(diagnostics) + summary(diagnostics))
        self.diagnostics = diagnostics


@dataclass(frozen=True, slots=True)
class Build:
    """What a build knows before the first page is rendered; `diagnostics` name files as the caller would."""

    settings: Settings
    catalogue: Catalogue
    plan: Plan
    messages: dict[str, Messages]
    diagnostics: tuple[Diagnostic, ...]
    last: tuple[FileMaker, ...]  # what makes files once all pages are rendered, as a search index
    report: list[Any]  # what the commit did, once it has
    reader: Reader  # of the content's files
    code: str  # fingerprint of what shapes every page: Plaza's code, the settings it reads texts by, its packages
    templates: Mapping[str, str]  # digest of each template by name, with all that it reaches
    sites: Mapping[str, str]  # digest by lang of what every page of a site is made of: constants, messages, code
    keys: PageKeys
    found: Found
    surroundings: str = ""  # digest of all that it was made of but texts; empty where nobody can tell
    is_amended: bool = False  # whether it has the plan of a build before
    environments: dict[str, Any] = field(default_factory=dict)  # each site's, by lang, once Pelican has made them

    @property
    def memory(self) -> Memory:
        """What was made of files, where the HTML of bodies is."""
        return self.reader.tools.memory
