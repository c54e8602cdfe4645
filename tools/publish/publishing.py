"""`publish`: builds the site, and brings a target from what stands there to what was built.

At any moment readers find whole pages, with all they need. A publish that is cut off is completed by the next one.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from plugins.incremental.variants import owner_of
from tools.errors import FINE, TargetError, UsageError
from tools.git import Git
from tools.publish.branch import Branch
from tools.publish.folder import Folder, digest_of
from tools.publish.record import RECORD, Record
from tools.publish.refusals import refusals
from tools.publish.remote import Remote
from tools.publish.sending import Sending, plan_sending
from tools.publish.target import Target
from tools.publish.targets import TargetSetting, TargetSettingError, target_named
from tools.settings_file import ROOT, load
from tools.up_to_date import build_values, counted, inputs_of, name_of

PUBLISHCONF = ROOT / "publishconf.py"
MARKER = ".plaza"
UNNAMED = "example.org"  # the host of Plaza's own publishconf.py, which is nobody's
SHOWN = 3


def publish(
    to: str | None,
    settings: Path = PUBLISHCONF,
    output: Path | None = None,
    dry_run: bool = False,
    force: bool = False,
) -> int:
    """Build the site and publish it at a target that settings name; with `output`, publish that folder as it is.

    `dry_run` only lists what would be sent and removed; `force` goes on where something speaks against it. Raises
    UsageError, ContentError, TargetError or MachineError.
    """
    values = load(settings)
    try:
        setting = target_named(to, values)
    except TargetSettingError as fault:
        raise UsageError(str(fault)) from fault
    against: list[str] = []
    uncommitted: Collection[str] = ()
    if output is None:
        output, uncommitted = _built(settings), _uncommitted()
        if f"//{UNNAMED}" in str(values.get("SITEURL")):
            against.append(f"SITEURL is {values['SITEURL']}, which is no address of yours; set it in publishconf.py")
    local = _digested(output, setting)
    with TemporaryDirectory(prefix="plaza-publish-") as work:
        target = _target(setting, output, Path(work))
        record = seen(target, output, local, force)
        against += refusals(local, record, is_preview=_is_preview(output), uncommitted=uncommitted)
        if dry_run:
            _list(plan_sending(local, record))
        if against and not force:
            _tell(against)
            raise TargetError("nothing was published, for what is said above; --force does it all the same")
        if not dry_run:
            sending = bring(target, output, local, record)
            print(
                f"{counted(len(sending.sent), 'file')} sent, {len(sending.cleared) + len(sending.removed)} removed, "
                f"{len(local)} there and verified -> {to}"
            )
    return FINE


def _built(settings: Path) -> Path:
    from tools.stand_ins import import_pelican

    values = build_values(None, None, None, settings, drafts=False, search=True)
    import_pelican(values.get("PLUGINS"))  # late, as what follows
    from tools.build import build_and_note

    return build_and_note(values, inputs_of(values)).settings.output


def _digested(output: Path, setting: TargetSetting) -> dict[str, str]:
    """Digest the files of a built site that are of use at a target. Raises UsageError where it is none."""
    if not (output / MARKER).is_file():
        raise UsageError(f"{name_of(output)} is no site; expected a folder that ./inv build made, with its {MARKER}")
    paths = sorted(file.relative_to(output).as_posix() for file in output.rglob("*") if file.is_file())
    bare = {path for path in paths if path not in (MARKER, RECORD)}
    if not setting.takes_compressed:
        bare -= {path for path in bare if owner_of(path) in bare}
    if odd := [path for path in bare if "\n" in path or "\r" in path]:
        raise UsageError(f"the name of a file has a line break, {odd[0]!r}; rename it")
    return {path: digest_of(output / path) for path in sorted(bare)}


def _is_preview(output: Path) -> bool:
    return (output / MARKER).read_text(encoding="utf-8").strip() == "preview"


def _uncommitted() -> Collection[str]:
    return Git(ROOT).uncommitted() if (ROOT / ".git").exists() else ()


def _target(setting: TargetSetting, output: Path, work: Path) -> Target:
    if setting.kind == "folder":
        folder, site = (ROOT / Path(setting.path).expanduser()).resolve(), output.resolve()
        if folder.is_relative_to(site) or site.is_relative_to(folder):
            raise UsageError(
                f"{setting.path} and the site, {name_of(output)}, lie in each other; expected another folder"
            )
        return Folder(folder)
    if setting.kind == "branch":
        return Branch(setting.remote or "origin", setting.branch, ROOT, work)
    return Remote(setting)


def seen(target: Target, output: Path, local: Mapping[str, str], force: bool) -> Record:
    """Hold the record of a target against the files that are there: of what is not as it says, it is unsure.

    What a publish that was cut off brought whole need not be sent again. Raises TargetError for a target of others.
    """
    record, sizes = target.record(), target.sizes()
    if record is None:
        if sizes and not force:
            told = ", ".join(sorted(sizes)[:SHOWN])
            raise TargetError(
                f"the target holds what no publish of Plaza brought there ({told}); expected an empty one; "
                "--force leaves such files, and writes over those of the same name"
            )
        return Record()
    whole = {path for path in local if sizes.get(path) == (output / path).stat().st_size}
    asked = sorted(whole & (local.keys() if target.reads_cheaply else record.unsure))
    found = target.digests(asked)
    there = {path: local[path] for path in asked if found.get(path) == local[path]}
    same = {path for path, digest in record.files.items() if local.get(path) == digest}
    wrong = (same - whole) | (record.files.keys() - sizes.keys()) | ((same - there.keys()) & set(asked))
    return replace(record, files={**record.files, **there}, unsure=(record.unsure | wrong) - there.keys())


def bring(target: Target, output: Path, local: Mapping[str, str], record: Record) -> Sending:
    """Bring a target, of which the record tells, to the files of a folder with these digests; give what that took.

    Raises TargetError or MachineError; then the record that is there tells the next publish what to do again.
    """
    sending = plan_sending(local, record)
    touched = {*sending.cleared, *sending.sent, *sending.removed}
    if not touched and sending.leaving == record.leaving:
        return sending  # what is there was looked at
    token = uuid4().hex
    target.write_record(replace(record, unsure=record.unsure | touched, by=token))
    target.remove(sending.cleared)
    for paths in sending.rounds:
        target.send(output, paths)
    _verify(target, output, local, sending)
    there = target.record()
    if there is None or there.by != token:
        raise TargetError(
            "the target has changed meanwhile: somebody else publishes; nothing was removed; publish again"
        )
    target.remove(sending.removed)
    target.finish(Record(local, frozenset(), sending.leaving, token))
    return sending


def _verify(target: Target, output: Path, local: Mapping[str, str], sending: Sending) -> None:
    sizes = target.sizes()
    asked = tuple(local) if target.reads_cheaply else sending.sent
    found = target.digests(asked)
    wrong = {path for path in asked if found.get(path) != local[path]}
    wrong |= {path for path in local if sizes.get(path) != (output / path).stat().st_size}
    if wrong:
        told = ", ".join(sorted(wrong)[:SHOWN])
        raise TargetError(
            f"the target does not hold what was sent: {counted(len(wrong), 'file')}, as {told}; "
            "nothing was removed; publish again"
        )


def _list(sending: Sending) -> None:
    for path in (*sending.cleared, *sending.removed):
        print(f"remove  {path}")
    for path in sending.sent:
        print(f"send    {path}")
    print(f"{len(sending.sent)} to send, {len(sending.cleared) + len(sending.removed)} to remove")


def _tell(against: Iterable[str]) -> None:
    for reason in against:
        print(f"plaza: {reason}", file=sys.stderr)
