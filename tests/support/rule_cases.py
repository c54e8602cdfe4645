"""Cases of rules as data: for each rule content that trips it, what is said of that, and content that does not."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from plugins.diagnostics import as_text
from plugins.plan.build import BadContentError
from plugins.plan.preparing import prepare
from plugins.plan.reporting import relative
from tests.support.building import ROOT, write_files
from tools.settings_file import load, read

THREE_LANGUAGES = ROOT / "tests" / "data" / "three_languages" / "settings.py"
RECORDING = "```video\nsrc: media/a.mp4\ncaptions: {{es: media/a.vtt}}\n{subtitles}```"


@dataclass(frozen=True, slots=True)
class RuleCase:
    """A rule's two contents, as the file has them, and all that is said of the first."""

    rule: str
    trips: Mapping[str, Any]
    says: str
    passes: Mapping[str, Any]
    settings: Mapping[str, Any]


def read_rule_cases(path: Path) -> tuple[RuleCase, ...]:
    """Read the file of cases, in its order."""
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        RuleCase(rule, case["trips"], case.get("says", ""), case["passes"], case.get("settings", {}))
        for rule, case in cases.items()
    )


def content_of(case: Mapping[str, Any], folder: Path) -> Path:
    """Write a case's content: a post `a` in Spanish, with `head` and `body`, and what else it names.

    `pair` is the head of its translation, `png` are sizes, `latin` texts in another encoding, `links` targets,
    `vtt` the captions of a recording that the post shows; `only` is all there is.
    """
    body, files = case.get("body", ""), dict(case.get("files", {}))
    if "vtt" in case:
        body = RECORDING.format(subtitles="subtitles: {en: media/b.vtt}\n" if "vtt_en" in case else "")
        files |= {"media/a.mp4": "x", "media/a.vtt": case["vtt"]}
        files |= {"media/b.vtt": case["vtt_en"]} if "vtt_en" in case else {}
    files["posts/a.es.md"] = f"---\ntitle: Uno\ndate: 2013-11-20\n{_head(case.get('head', ''))}---\n\n{body}\n"
    if "pair" in case:
        files["posts/a.en.md"] = (
            f"---\ntitle: One\noriginal: es\n{_head(case['pair'])}---\n\n{case.get('pair_body', '')}\n"
        )
    files |= {path: _png(*size) for path, size in case.get("png", {}).items()}
    files |= {path: text.encode("latin-1") for path, text in case.get("latin", {}).items()}
    write_files(folder, case.get("only", files))
    for path, target in case.get("links", {}).items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).symlink_to(target)
    return folder


def said_of(folder: Path, settings: Mapping[str, Any]) -> str:
    """Check a folder with every rule, those that guess too, and give the text, with paths from the folder."""
    file = THREE_LANGUAGES if settings.get("three") else None
    values = load(file)
    overrides = {name: value for name, value in settings.items() if name.isupper()}
    checks = [*values["CHECKS"], *values["LANGUAGE_CHECKS"]]
    try:
        found = prepare(read(file, PATH=str(folder), CHECKS=checks, **overrides)).diagnostics
    except BadContentError as bad:
        found = bad.diagnostics
    return as_text(found).replace(f"{relative(folder)}/", "")


def _head(text: str) -> str:
    return f"{text}\n" if text else ""


def _png(width: int, height: int) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (width, height)).save(data, "PNG")
    return data.getvalue()
