"""What a build tells of its content: problems under the site's rules, without those that authors silence, in order.

An adapter: it names files as the caller of the command would.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.catalogue.loading import Folder
from plugins.catalogue.text_lines import split_lines
from plugins.diagnostics import Diagnostic, as_ruled, in_order, located, without_silenced
from plugins.plan.named import ROOT
from plugins.plan.plan import SETTINGS_FILE


def reported(
    found: Iterable[Diagnostic], folder: Folder, rules: Mapping[str, str], elsewhere: Iterable[Diagnostic] = ()
) -> tuple[Diagnostic, ...]:
    """Give what is to be told of a folder, and of what lies `elsewhere`; `rules` are the site's severities."""
    found = as_ruled(found, rules)
    lines_of = {path: split_lines(folder.texts[path]) for path in {d.path for d in found} if path in folder.texts}
    heard = without_silenced(found, lines_of)
    in_settings = [problem for problem in heard if problem.path == SETTINGS_FILE]
    in_content = [problem for problem in heard if problem.path != SETTINGS_FILE]
    return in_order(
        (*located(in_content, relative(folder.root)), *located(in_settings, relative(ROOT)), *elsewhere),
    )


def relative(path: Path) -> str:
    """Name a path as the caller of the command would, from the caller's own folder."""
    return os.path.relpath(path)
