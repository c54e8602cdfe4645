"""How well block staleness agrees with what readers see, over the history of any git repository of articles.

    .venv/bin/python -m tools.staleness_history REPOSITORY 'PATTERN' [LIMIT]

PATTERN names the articles as git does (`'articles/*.md'`). For each commit that changed one, the blocks before and
after are compared, and so is what the rendered page says, element by element, whatever their order. Where one has
changed and the other has not, the commit is listed. Nothing of the repository is kept.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.catalogue.front_matter import FENCE
from plugins.catalogue.html_tokens import EndTag, StartTag, Text, tokens
from plugins.catalogue.lent import MarkdownRenderer
from plugins.catalogue.sanitising import clean
from plugins.catalogue.text_lines import split_lines
from plugins.plan.named import tools
from plugins.translation.blocks import body_blocks
from tools.git import Git
from tools.settings_file import read

SAID_BY = ("href", "src")  # the attributes that a translation depends on
APART = (
    "p",
    "li",
    "td",
    "th",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "div",
    "dd",
    "dt",
    "figcaption",
    "blockquote",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One article in one commit: whether its blocks changed, and whether what readers see did."""

    commit: str
    path: str
    in_blocks: bool
    in_page: bool


def changes(git: Git, pattern: str, renderer: MarkdownRenderer, limit: int) -> Iterator[Change]:
    """Compare each article that a commit changed with itself before, the newest commits first."""
    log = git(
        "log", "--format=%x00%H", "--name-only", "--diff-filter=M", "--no-merges", "-n", str(limit), "--", pattern
    )
    for record in filter(None, log.split("\0")):
        commit, *paths = record.split("\n")
        for path in filter(None, paths):
            before, after = (body(git("show", f"{revision}:{path}")) for revision in (f"{commit}^", commit))
            if before != after:
                in_blocks = block_digests(before) != block_digests(after)
                yield Change(commit, path, in_blocks, page_says(before, renderer) != page_says(after, renderer))


def body(text: str) -> tuple[str, ...]:
    """Give the lines of an article below its front matter, if it has one."""
    lines = split_lines(text)
    if lines and lines[0].rstrip() == FENCE and FENCE in map(str.rstrip, lines[1:]):
        end = next(place for place, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE)
        return lines[end + 1 :]
    return lines


def block_digests(lines: tuple[str, ...]) -> Counter[str]:
    """Count the blocks by what they say."""
    return Counter(block.digest for block in body_blocks(lines))


def page_says(lines: tuple[str, ...], renderer: MarkdownRenderer) -> Counter[str]:
    """Count the elements of the rendered page by their text and addresses, white space apart."""
    said: Counter[str] = Counter()
    words: list[str] = []
    for token in tokens(clean(renderer.render("\n".join(lines), "en"))):
        if isinstance(token, Text):
            words.append(token.plain)
        elif isinstance(token, StartTag):
            words += [f" {token.attributes[name]} " for name in SAID_BY if name in token.attributes]
        if isinstance(token, StartTag | EndTag) and token.name in APART:
            said[" ".join("".join(words).split())] += 1
            words = []
    said[" ".join("".join(words).split())] += 1
    del said[""]
    return said


def report(found: list[Change]) -> str:
    """Tell how often both agree, and list where they do not."""
    agreed = sum(change.in_blocks == change.in_page for change in found)
    lines = [f"{len(found)} changes of articles, {agreed} agree ({agreed / max(1, len(found)):.1%})"]
    for change in found:
        if change.in_blocks != change.in_page:
            what = "blocks changed, the page did not" if change.in_blocks else "the page changed, no block did"
            lines.append(f"{change.commit[:12]} {change.path}: {what}")
    return "\n".join(lines) + "\n"


def main(repository: str, pattern: str, limit: str = "1000") -> None:
    """Print the report."""
    renderer = tools(read()).renderer
    sys.stdout.write(report(list(changes(Git(Path(repository)), pattern, renderer, int(limit)))))


if __name__ == "__main__":
    main(*sys.argv[1:])
