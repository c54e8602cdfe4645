"""What the tests of discovery share: the plan of a small site with its feeds, and what one of them says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import pytest

from plugins.civic_index.kinds import KINDS as CIVIC_KINDS
from plugins.discovery.atom import write_feed
from plugins.discovery.kinds import KINDS as DISCOVERY_KINDS
from plugins.plan.kinds import KINDS
from plugins.plan.plan import Plan, make_plan

ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True)
class Feeds:
    """A plan, its feeds and its pages of feeds."""

    plan: Plan

    def views(self, kind: str) -> dict[str, Any]:
        """Give the views of a kind by path in the output."""
        return {page.address.path: view for page, view in self.plan.views() if page.kind.name == kind}

    def text(self, path: str) -> str:
        """Give a feed as it is written."""
        return write_feed(self.views("feed")[path])

    def xml(self, path: str) -> ElementTree.Element:
        """Give a feed as a tree."""
        return ElementTree.fromstring(self.text(path))

    def ids(self, path: str) -> list[str]:
        """Give the ids of a feed and its entries."""
        return [element.text or "" for element in self.xml(path).iter(f"{ATOM}id")]

    def keys(self, path: str) -> list[str]:
        """Give the key and language of each entry of a feed, in order."""
        return [entry.id.rpartition(":")[2] for entry in self.views("feed")[path].entries]


@pytest.fixture
def feeds(example: Any) -> Callable[..., Feeds]:
    """Plan a site of texts, with the kinds of discovery beside those of plan and, if it is there, civic index."""

    def planned(
        texts: Mapping[str, str], files: Iterable[str] = (), langs: str = "es en", has_index: bool = True, **values: Any
    ) -> Feeds:
        settings = example.settings(langs, **values)
        catalogue, _ = example.catalogue(texts, files, langs, **values)
        kinds = [*KINDS, *DISCOVERY_KINDS, *(CIVIC_KINDS if has_index else ())]
        return Feeds(make_plan(catalogue, settings, kinds, example.labels(settings))[0])

    return planned
