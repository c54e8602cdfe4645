"""What of Plaza's sample a site of its own starts without: its posts, pages, pictures, people and topics.

Levels and activities stay, in the languages of the site, since a site may well keep them. Only what git can bring back
is ever taken out.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from tools.errors import UsageError
from tools.git import Git

FOLDERS = ("content/posts", "content/pages", "content/media", "content/root")
CONCEPTS = ("content/levels.yml", "content/activities.yml")
TEXTS_IN = re.compile(r"^  ([A-Za-z-]+):(?: .*)?\n(?:   .*\n|\n)*", re.MULTILINE)  # a concept's texts in a language
FILES = ("content/people.yml", "content/topics.yml")  # a site starts with empty ones of its own


def sample(root: Path) -> tuple[str, ...]:
    """List the files of the sample, by their paths from the root.

    Raises UsageError where there is no git, or content/ holds what it could not bring back.
    """
    git = Git(root)
    kept = tuple(git.lines("ls-files", "-z", "--", *FOLDERS, *FILES))
    known = git.lines("ls-files", "-z", "--", *FILES, *CONCEPTS)
    ignored = [path for path in (*FILES, *CONCEPTS) if (root / path).exists() and path not in known]
    if changed := [*git.uncommitted("content"), *ignored]:
        more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
        raise UsageError(
            f"content/ holds what no commit has, so that nothing could bring it back: {changed[0]}{more}; "
            "commit it, or move it elsewhere"
        )
    return kept


def kept_concepts(root: Path, langs: Collection[str]) -> dict[str, str]:
    """Give the texts of the files of concepts, by path from the root, with the languages of a site alone."""
    texts = {path: (root / path).read_text(encoding="utf-8") for path in CONCEPTS if (root / path).is_file()}
    return {path: in_languages(text, langs) for path, text in texts.items()}


def in_languages(text: str, langs: Collection[str]) -> str:
    """Leave texts in other languages out of a file of concepts; all else, comments too, stays as it is written.

    Where it has none in these, all of it stays: another language's text is better than none.
    """
    if not any(match[1] in langs for match in TEXTS_IN.finditer(text)):
        return text
    return TEXTS_IN.sub(lambda match: match[0] if match[1] in langs else "", text)
