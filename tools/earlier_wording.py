"""What blocks of an original said when a translation was pinned: looked up in git, where there is one."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.catalogue.front_matter import Split, read_front_matter, split_file
from plugins.catalogue.settings import Settings
from plugins.translation.blocks import read_blocks
from plugins.translation.report import Earlier
from plugins.translation.standing import PostStatus
from tools.errors import MachineError, UsageError
from tools.git import Git

COMMITS = 100  # how far back a file is followed


def earlier_wordings(statuses: Iterable[PostStatus], settings: Settings) -> Earlier:
    """Find the wordings that outdated translations were made of, as far as git has them."""
    wanted: dict[str, set[str]] = {}
    collections = {}
    for status in statuses:
        for standing in status.standings:
            if asked := {block.was for block in standing.blocks if block.was}:
                wanted.setdefault(standing.against, set()).update(asked)
                collections[standing.against] = status.collection
    if not wanted:
        return {}
    try:
        git = Git(settings.content)
    except UsageError:  # content without git has a status too
        return {}
    found: dict[tuple[str, str], str] = {}
    for path, digests in wanted.items():
        found |= {(path, digest): text for digest, text in _looked_up(git, path, digests, settings, collections[path])}
    return found


def _looked_up(
    git: Git, path: str, digests: set[str], settings: Settings, collection: str
) -> Iterable[tuple[str, str]]:
    wanted = set(digests)
    try:
        commits = git("log", f"--max-count={COMMITS}", "--format=%H", "--", path).split()
    except MachineError:  # a repository without a commit
        return
    for commit in commits:
        if not wanted:
            return
        try:
            text = git("show", f"{commit}:./{path}")
        except MachineError:  # the commit that took it out, or one that a shallow clone lacks
            continue
        split = split_file(text, path)
        if not isinstance(split, Split):
            continue
        front, _ = read_front_matter(split, path, collection, settings.timezone)
        for block in read_blocks(front, split.body, split.body_line):
            if block.digest in wanted:
                wanted.remove(block.digest)
                yield block.digest, block.wording
