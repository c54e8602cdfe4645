"""What of Plaza's sample a site of its own starts without: its posts, pages, pictures, people and topics.

Levels and activities stay, since a site may well keep them. Only what git can bring back is ever taken out.
"""

from __future__ import annotations

from pathlib import Path

from tools.errors import UsageError
from tools.git import Git

FOLDERS = ("content/posts", "content/pages", "content/media", "content/root")
FILES = ("content/people.yml", "content/topics.yml")  # a site starts with empty ones of its own


def sample(root: Path) -> tuple[str, ...]:
    """List the files of the sample, by their paths from the root.

    Raises UsageError where there is no git, or content/ holds what it could not bring back.
    """
    git = Git(root)
    kept = tuple(git.lines("ls-files", "-z", "--", *FOLDERS, *FILES))
    ignored = [path for path in FILES if (root / path).exists() and path not in kept]
    if changed := [*git.uncommitted("content"), *ignored]:
        more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
        raise UsageError(
            f"content/ holds what no commit has, so that nothing could bring it back: {changed[0]}{more}; "
            "commit it, or move it elsewhere"
        )
    return kept
