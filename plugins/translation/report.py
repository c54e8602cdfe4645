"""The states of a site's translations, as a table for a terminal and as JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from plugins.translation.standing import OutdatedBlock, PostStatus, Standing, State

NOTES = "(* the original, ~ not pinned: ./inv sync tells from when on it shall be compared)"
Earlier = Mapping[tuple[str, str], str]  # what a block said, by (path of the original, digest in the pin)
NO_GIT: Earlier = MappingProxyType({})


def as_text(statuses: Sequence[PostStatus], langs: Sequence[str], earlier: Earlier = NO_GIT) -> str:
    """Format as a table, a line each post; then what is outdated, block by block; then the totals."""
    rows = [["", *langs]]
    rows += [[_name(status), *(_cell(status, standing) for standing in status.standings)] for status in statuses]
    outdated = [standing for status in statuses for standing in status.standings if standing.blocks]
    details = [line for standing in outdated for line in ("", *_details(standing, earlier))]
    totals = [f"{lang}: {_total(_in_lang(statuses, lang))}" for lang in langs]
    return "\n".join([*_table(rows), *details, "", *totals, *_filed(statuses, langs), NOTES]) + "\n"


def as_json(statuses: Iterable[PostStatus]) -> str:
    """Format by docs/status.schema.json."""
    posts = [
        {
            "key": status.key,
            "collection": status.collection,
            "original": status.original,
            "languages": {
                s.lang: {
                    "state": str(s.state),
                    "path": s.path,
                    "pinned": s.is_pinned,
                    "blocks": [
                        {"original_line": b.original_line, "line": b.line, "kind": b.kind} for b in s.blocks
                    ],
                }
                for s in status.standings
            },
        }
        for status in statuses
    ]  # fmt: skip
    return json.dumps({"posts": posts}, ensure_ascii=False, indent=2) + "\n"


def _name(status: PostStatus) -> str:
    return status.key if status.collection == "posts" else f"{status.collection}/{status.key}"


def _cell(status: PostStatus, standing: Standing) -> str:
    is_loose = standing.state in (State.CURRENT, State.DRAFT) and standing.against and not standing.is_pinned
    return f"{standing.state}{'*' * (standing.lang == status.original)}{'~' * bool(is_loose)}"


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _details(standing: Standing, earlier: Earlier) -> Iterator[str]:
    number = len(standing.blocks)
    what = "1 block is" if number == 1 else f"{number} blocks are"
    yield f"{standing.path}: {what} not as in {standing.against}"
    for block in standing.blocks:
        yield f"  {_place(standing, block)}"
        if was := earlier.get((standing.against, block.was), ""):
            yield f"    - {_on_one_line(was)}"
            if block.wording:
                yield f"    + {_on_one_line(block.wording)}"


def _place(standing: Standing, block: OutdatedBlock) -> str:
    kind = block.kind.replace("_", " ")
    here = f"{standing.path}:{block.line}" if block.line else ""
    there = f"{standing.against}:{block.original_line}" if block.original_line else ""
    if not there:
        return f"{here or standing.path}: {kind} that the original has no more"
    if not block.was:
        return f"{there}: new {kind}"
    return f"{here}: {kind} that changed in {there}" if here else f"{there}: {kind} that changed"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _in_lang(statuses: Iterable[PostStatus], lang: str) -> list[State]:
    return [s.state for status in statuses for s in status.standings if s.lang == lang]


def _total(states: Sequence[State]) -> str:
    return ", ".join(f"{states.count(state)} {state}" for state in State)


def _filed(statuses: Sequence[PostStatus], langs: Sequence[str]) -> list[str]:
    """Give a table a kind of concept: of how many posts filed there each language has a current version."""
    by_topic: dict[str, list[PostStatus]] = {}
    by_level: dict[str, list[PostStatus]] = {}
    for status in statuses:
        for topic in status.topics:
            by_topic.setdefault(topic, []).append(status)
        if status.level:
            by_level.setdefault(status.level, []).append(status)
    lines = []
    for kind, groups in (("current by topic", by_topic), ("current by level", by_level)):
        rows = [[kind, *langs]]
        for name, filed in sorted(groups.items()):
            counts = (_in_lang(filed, lang).count(State.CURRENT) for lang in langs)
            rows.append([name, *(f"{count} of {len(filed)}" for count in counts)])
        lines += ["", *_table(rows)] if groups else []
    return [*lines, ""]
