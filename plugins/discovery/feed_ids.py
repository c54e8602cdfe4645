"""The ids of feeds and their entries: readers' programs know by them what they have shown, so they never change.

They hold nothing that moves: no address of the site, no slug, no title, no place in a list.
"""

from __future__ import annotations

from datetime import date, datetime
from urllib.parse import quote
from uuid import NAMESPACE_DNS, uuid5

from plugins.plan.identity import Identity


def entry_id(authority: str, when: date | datetime, key: str, lang: str) -> str:
    """Name a post in one language by a tag URI (RFC 4151); `authority` minted it on the day that the author wrote."""
    day = when.date() if isinstance(when, datetime) else when
    return f"tag:{authority},{day.isoformat()}:{quote(key, safe='')}/{lang}"


def feed_id(authority: str, page: Identity, lang: str) -> str:
    """Name the feed of a page in one language by a UUID made of names (RFC 9562, 5.5)."""
    return uuid5(uuid5(NAMESPACE_DNS, authority), f"{page.kind}/{page.id}/{lang}").urn
