"""The targets that publishconf.py names: PUBLISH_TARGETS, a map from names to where each is.

Nothing that is secret may stand there: a target of rclone takes its keys and passwords from the environment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.catalogue.nearest import advice

NAME = re.compile("[a-z][a-z0-9_]*")
KINDS = {
    "folder": ({"path"}, set()),
    "branch": ({"branch"}, {"remote"}),
    "rclone": ({"path", "options"}, set()),
}
SECRET = re.compile("pass|secret|token|credential|connection_string|sas_url|key_pem|private|^key$", re.IGNORECASE)
FOR_SERVERS = ("sftp", "ftp", "local", "smb", "webdav")  # of rclone's kinds: where a web server reads the files


class TargetSettingError(Exception):
    """PUBLISH_TARGETS says what cannot be; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class TargetSetting:
    """Where a site goes: `path` is a folder, or one within a remote of rclone; `options` are rclone's for it."""

    name: str
    kind: str  # a key of KINDS
    path: str = ""
    remote: str = ""
    branch: str = ""
    options: Mapping[str, str] = field(default_factory=dict)

    @property
    def takes_compressed(self) -> bool:
        """Tell whether files that are compressed beforehand are of use there: other hosts compress by themselves."""
        return self.kind == "folder" or self.options.get("type") in FOR_SERVERS

    def variable(self, option: str) -> str:
        """Name the variable of the environment from which rclone takes an option of this target."""
        return f"RCLONE_CONFIG_{self.name}_{option}".upper()


def read_targets(value: object) -> Mapping[str, TargetSetting]:
    """Read PUBLISH_TARGETS. Raises TargetSettingError that names what is wrong."""
    if not isinstance(value, Mapping):
        raise TargetSettingError(f"PUBLISH_TARGETS is {value!r}; expected a map from names to targets")
    return {name: _target(name, target) for name, target in value.items()}


def _target(name: object, target: object) -> TargetSetting:
    where = f"PUBLISH_TARGETS[{name!r}]"
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise TargetSettingError(f"PUBLISH_TARGETS names {name!r}; expected a-z, 0-9 and _, as in `our_server`")
    if not isinstance(target, Mapping) or target.get("kind") not in KINDS:
        raise TargetSettingError(f'{where} has no kind; expected {{"kind": "…"}}, one of {", ".join(KINDS)}')
    needed, allowed = KINDS[target["kind"]]
    given = {key: value for key, value in target.items() if key != "kind"}
    for key in given.keys() - needed - allowed:
        raise TargetSettingError(f"{where} has {key!r}; {advice(str(key), sorted(needed | allowed), 'words')}")
    if missing := sorted(needed - given.keys()):
        raise TargetSettingError(f"{where} lacks {', '.join(missing)}")
    options = given.pop("options", {})
    for key, text in given.items():
        if not isinstance(text, str) or not text.strip() or text.startswith("-"):
            raise TargetSettingError(f"{where} has {key} {text!r}; expected a text")
    return TargetSetting(name, target["kind"], **given, options=_options(where, name, options))


def _options(where: str, name: str, options: object) -> dict[str, str]:
    if not isinstance(options, Mapping) or not all(isinstance(text, str) for pair in options.items() for text in pair):
        raise TargetSettingError(f"{where} has options {options!r}; expected a map of rclone's words to texts")
    for option in options:
        if SECRET.search(option):
            variable = TargetSetting(name, "rclone").variable(option)
            raise TargetSettingError(
                f"{where} has the option {option!r}, which is secret; put it into the environment as {variable}"
            )
    return dict(options)


def target_named(name: str | None, values: Mapping[str, Any]) -> TargetSetting:
    """Give a target by its name. Raises TargetSettingError where there is none, or where any is wrong."""
    targets = read_targets(values.get("PUBLISH_TARGETS") or {})
    if not targets:
        raise TargetSettingError("PUBLISH_TARGETS in publishconf.py names no target; expected one to publish to")
    if name is None:
        raise TargetSettingError(f"--to is missing; targets are {', '.join(targets)}")
    if name not in targets:
        raise TargetSettingError(f"--to takes no {name!r}; {advice(name, targets, 'targets')}")
    return targets[name]
