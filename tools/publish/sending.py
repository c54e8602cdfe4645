"""What a publish does, in which order: whoever reads the site meanwhile finds every page whole, and all it needs.

New files that no page is go first, then new pages, then what changed, then what announces all that (feeds, sitemap);
removals are last. A file that pages asked for until now stays until the next publish, since a reader may have got a
page a moment ago and ask for its style now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.incremental.variants import owner_of
from tools.publish.record import Record

ANNOUNCING = ("feed.xml", "sitemap.xml", "robots.txt")


@dataclass(frozen=True, slots=True)
class Sending:
    """The files to send, in rounds, and those to remove before and after; `leaving` stay until the next publish."""

    cleared: tuple[str, ...]  # files where a folder has to be, or in a folder where a file has to be
    rounds: tuple[tuple[str, ...], ...]
    removed: tuple[str, ...]
    leaving: frozenset[str]

    @property
    def sent(self) -> tuple[str, ...]:
        """All files to send, in order."""
        return tuple(path for paths in self.rounds for path in paths)


def plan_sending(local: Mapping[str, str], record: Record) -> Sending:
    """Compare the digests of a built site with what stands at its target.

    A file of which the record is unsure is sent again, or removed again.
    """
    fresh = {path for path, digest in local.items() if path in record.unsure or record.files.get(path) != digest}
    new = {path for path in fresh if path not in record.files}
    last = {path for path in fresh if (owner_of(path) or path).rpartition("/")[2] in ANNOUNCING}
    pages = {path for path in new if is_page(path)}
    rounds = (new - pages - last, pages - last, fresh - new - last, last)
    gone = {*record.files, *record.unsure, *record.leaving} - local.keys()
    cleared = gone & _in_the_way(local, gone)
    leaving = {path for path in gone - record.leaving if not is_page(path)} - cleared
    return Sending(
        cleared=tuple(sorted(cleared)),
        rounds=tuple(tuple(sorted(paths)) for paths in rounds),
        removed=tuple(sorted(gone - cleared - leaving)),
        leaving=frozenset(leaving),
    )


def is_page(path: str) -> bool:
    """Tell a page, compressed or not, from what pages need."""
    return (owner_of(path) or path).endswith(".html")


def _in_the_way(local: Iterable[str], gone: Iterable[str]) -> set[str]:
    """Name the files that cannot stand beside those of the site: one of the two is where the other needs a folder."""
    wanted = set(local)
    folders = {folder for path in wanted for folder in _folders(path)}
    return {path for path in gone if path in folders or any(folder in wanted for folder in _folders(path))}


def _folders(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:length]) for length in range(1, len(parts))]
