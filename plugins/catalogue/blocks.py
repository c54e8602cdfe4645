"""The blocks that Plaza adds to Markdown, cloud, video and audio: where they stand and what is wrong in them.

One parser serves the renderer and the rules, so what is published is what was checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.catalogue.cloud import CloudWord
from plugins.catalogue.cloud_block import Problem, parse_cloud, render_cloud
from plugins.catalogue.source import BodySource, Fence, fences
from plugins.catalogue.video import Video, parse_video, render_video
from plugins.diagnostics import Diagnostic, error

__all__ = [
    "BLOCKS", "CloudWord", "Problem", "Video", "check_blocks", "check_body", "parse_cloud", "parse_video",
    "render_cloud", "render_video",
]  # fmt: skip

BLOCKS = ("cloud", "video", "audio")


def check_body(source: BodySource, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Report what `check_blocks` does, under the name by which the catalogue calls the modules in CHECKS."""
    return check_blocks(source)


def check_blocks(source: BodySource) -> tuple[Diagnostic, ...]:
    """Report what is wrong in the blocks of a body, with lines of the file: rule `bad-` and the block's name."""
    return tuple(
        error(source.path, fence.line + problem.line, f"bad-{name}", problem.message, problem.help)
        for fence in fences(source.lines, source.first_line)
        if (name := _block_name(fence))
        for problem in _problems(name, fence)
    )


def _block_name(fence: Fence) -> str:
    words = fence.info.replace("{", " ").replace("}", " ").split()
    name = words[0].removeprefix(".") if words else ""
    return name if name in BLOCKS else ""


def _problems(name: str, fence: Fence) -> Iterator[Problem]:
    """Give the problems of the fence first: superfences takes a faulty one for text, whatever is in it."""
    if fence.prefix.strip("> "):
        remedy = "put it on a line of its own below, indented by four spaces"
        yield Problem(0, f"{_a(name)} block starts on the line of a list's marker", remedy)
    elif fence.info.strip("{}. ") != name:
        yield Problem(
            0, f"{fence.info!r} starts {_a(name)} block; expected only {name!r}", "remove what follows the word"
        )
    elif not fence.is_closed:
        yield Problem(0, f"{_a(name)} block is never closed", "add a line of the same backticks below it")
    else:
        yield from parse_cloud(fence.lines)[1] if name == "cloud" else parse_video(fence.lines, fence.line, name)[1]


def _a(name: str) -> str:
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"
