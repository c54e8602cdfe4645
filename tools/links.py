"""`links`: which links to other sites are dead, with the lines where they are written."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from plugins.diagnostics import Diagnostic, as_text, warning
from plugins.plan.build import BadContentError
from plugins.plan.preparing import prepare
from plugins.plan.reporting import reported
from tools.check import site_settings
from tools.errors import CONTENT_AT_FAULT, FINE, ContentError, MachineError
from tools.lychee import RETRIES, TIMEOUT, Answer, ask
from tools.outside_link import Place, hosts, outside_links
from tools.up_to_date import counted

# With these a host turns programs away, or asks them to wait: whether a reader gets the page cannot be told.
TURNED_AWAY = (401, 402, 403, 405, 406, 407, 408, 425, 429, 451, 503, 999)
FEW = 3  # hosts of which all may be gone while the network is well


def links(
    content: Path | None = None, settings: Path | None = None, timeout: int = TIMEOUT, retries: int = RETRIES
) -> int:
    """Print a problem for each place of a dead link to stderr; gives 1 where there is any.

    `timeout` is in seconds. Raises UsageError, ContentError where nothing can be read, and MachineError where lychee
    cannot run or nothing at all can be reached.
    """
    site = site_settings(content, settings)
    try:
        build = prepare(site)
    except BadContentError as bad:
        raise ContentError(bad.diagnostics, "no link was asked for") from bad
    found = outside_links(build.catalogue, site)
    if not found:
        print("no links to other sites")
        return FINE
    print(f"asking for {counted(len(found), 'link')} of {counted(len(hosts(found)), 'host')}", flush=True)
    answers = ask(tuple(found), timeout, retries)
    refuse_silence(tuple(found), answers)
    dead = reported(_dead(found, answers), build.reader.folder, site.rules)
    sys.stderr.write(as_text(dead))
    for url, answer in sorted(answers.items()):
        if answer.status in TURNED_AWAY:
            print(f"cannot be told, since the host {answer.told}: {url}")
    print(summary(found, answers))
    return CONTENT_AT_FAULT if dead else FINE


def refuse_silence(urls: Sequence[str], answers: Mapping[str, Answer]) -> None:
    """Raise MachineError where no host could be reached, so that the machine is at fault and not the links."""
    asked = [url for url in urls if url not in answers or answers[url].is_asked]
    silent = [answers[url] for url in asked if url in answers and not answers[url].is_reached]
    if not asked or len(silent) < len(asked):
        return
    if len(hosts(asked)) >= FEW or all("cannot be found" in answer.told for answer in silent):
        raise MachineError(f"none of {counted(len(hosts(asked)), 'host')} can be reached; is this machine online?")


def _dead(found: Mapping[str, Sequence[Place]], answers: Mapping[str, Answer]) -> list[Diagnostic]:
    return [
        warning(
            place.path, place.line, "dead-outside-link", f"the link {url} {answers[url].told}",
            f"correct it, lead to a copy as https://web.archive.org/web/{url}, or take it out",
        )
        for url, places in found.items()
        if is_dead(answers.get(url))
        for place in places
    ]  # fmt: skip


def is_dead(answer: Answer | None) -> bool:
    """Tell whether readers will not get the page either; None stands for one that was got."""
    return answer is not None and answer.is_asked and answer.status not in TURNED_AWAY


def summary(found: Mapping[str, object], answers: Mapping[str, Answer]) -> str:
    """Tell in a line what came of all links."""
    dead = sum(map(is_dead, answers.values()))
    untold = sum(answer.status in TURNED_AWAY for answer in answers.values())
    unasked = sum(not answer.is_asked for answer in answers.values())
    parts = [f"{counted(len(found), 'link')}: {len(found) - dead - untold - unasked} fine", f"{dead} dead"]
    parts += [f"{untold} that cannot be told"] if untold else []
    parts += [f"{unasked} not asked for"] if unasked else []
    return ", ".join(parts)
