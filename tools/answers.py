"""What `check` and `status` found before, kept with what they looked at.

Where not one byte of content, theme, settings and code has changed, the same is told again without reading any of it as
Markdown or YAML. One answer is kept for each content folder and way of asking, in `.cache/answers/`.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from plugins.catalogue.kept_file import keep
from plugins.catalogue.settings import Settings
from plugins.diagnostics import Diagnostic, Severity
from tools.inputs import ROOT, Stamps, digest_of, stamps_of

MOST = 32  # answers that are kept


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found: the diagnostics, and as plain values where each post stands (nothing where that is unknown)."""

    diagnostics: tuple[Diagnostic, ...]
    statuses: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Question:
    """What was looked at: by what the system says of it and, where somebody asks, by its bytes."""

    settings: Settings
    stamps: Stamps

    @cached_property
    def digest(self) -> str:
        """The digest of all bytes."""
        return digest_of(self.settings)


def ask(settings: Settings) -> Question:
    """Look at what there is. Raises UnknowableError."""
    return Question(settings, stamps_of(settings))


def kept_answer(question: Question) -> Answer | None:
    """Give the answer of before, where it was to the same question; a damaged one is none."""
    file = _file(question.settings)
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        found = (Diagnostic(d[0], d[1], Severity(d[2]), *d[3:]) for d in kept["diagnostics"])
        answer = Answer(tuple(found), tuple(kept["statuses"]))
        if kept["stamps"] == question.stamps.digest and kept["are_safe"]:
            return answer
        if kept["digest"] != question.digest:
            return None
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None
    keep_answer(question, answer)  # with the stamps of now, so that next time no file is read
    return answer


def keep_answer(question: Question, answer: Answer) -> None:
    """Keep an answer in place of the one before."""
    kept = {
        "stamps": question.stamps.digest,
        "are_safe": question.stamps.are_safe,
        "digest": question.digest,
        "diagnostics": [list(asdict(diagnostic).values()) for diagnostic in answer.diagnostics],
        "statuses": answer.statuses,
    }
    keep(_file(question.settings), json.dumps(kept).encode("utf-8", "surrogatepass"), MOST)


def _file(settings: Settings) -> Path:
    asked = f"{settings.content}\0{Path.cwd()}\0{settings.checks}\0{settings.langs}"
    name = blake2b(asked.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    return ROOT / ".cache" / "answers" / f"{name}.json"
