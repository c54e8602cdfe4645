"""What speaks against publishing a site as it is: each a line that says what to do about it. `--force` goes on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from plugins.incremental.variants import owner_of
from tools.publish.record import Record
from tools.publish.sending import is_page

FEWER = 2  # a site with less than one part in so many of the pages that were there is much smaller
SHOWN = 5  # paths that are named of many
# What no reader has the address of: the theme's files, the search index, what hosts read, and what changes by itself.
OWN = re.compile(
    r"theme/|(?:.*/)?pagefind/|_[^/]*$|\.[^/]*$|(?:.*/)?404\.html$|sitemap\.xml$|robots\.txt$|favicon\.ico$"
)


def refusals(
    local: Collection[str], record: Record, *, is_preview: bool = False, uncommitted: Collection[str] = ()
) -> tuple[str, ...]:
    """Tell what speaks against publishing the files `local` where the record tells what stands there.

    `uncommitted` are files of the site's sources that no commit has.
    """
    return tuple(_told(local, record, is_preview, uncommitted))


def _told(local: Collection[str], record: Record, is_preview: bool, uncommitted: Collection[str]) -> Iterator[str]:
    if is_preview:
        yield "the folder is a preview, which shows drafts; publish one that is built without --drafts"
    if uncommitted:
        yield f"no commit has {_named(uncommitted)}; commit what is to be seen, so that it can be had again"
    pages, before = (sum(map(is_page, paths)) for paths in (local, record.files))
    if not pages:
        yield "the site has no page"
    elif pages * FEWER < before:
        yield f"the site has {pages} pages, and the target has {before}; is all of the content there?"
    if pages and (gone := vanished(local, record.files)):
        yield f"addresses would vanish that readers may have: {_named(gone)}; give the pages that follow them `aliases`"


def vanished(local: Collection[str], before: Mapping[str, str] | Collection[str]) -> tuple[str, ...]:
    """Name the addresses that were there, and that no page and no redirect has now."""
    there = set(local)
    gone = (path for path in before if path not in there and not OWN.match(path))
    return tuple(sorted(path for path in gone if owner_of(path) not in before))


def _named(paths: Iterable[str]) -> str:
    names = [f"/{path.removesuffix('index.html')}" if is_page(path) else path for path in sorted(paths)]
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more
