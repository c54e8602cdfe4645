"""What the CI of each host is told: files that schemas and zizmor pass, pinned actions, and tasks that there are."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import yaml

from tests.support.building import ROOT
from tools.documents import outdated
from tools.lint import options_of_tasks

GITHUB = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORGEJO = sorted((ROOT / ".forgejo" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
SCRIPTS = sorted((ROOT / ".ci").iterdir())
USES = re.compile(r"^[ -]*uses: *(\S+)(.*)$", re.MULTILINE)
PINNED = re.compile(r"(https://data\.forgejo\.org/)?[a-z-]+/[a-z-]+(/[a-z]+)?@[0-9a-f]{40}")
# Neither tool may ask anything of the network.
NO_NETWORK = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
ENVIRONMENT = {name: text for name, text in os.environ.items() if not name.startswith(("GH_", "GITHUB_", "ZIZMOR_"))}

GOOD = """\
name: Good
on: push
permissions: {}
concurrency:
  group: good
  cancel-in-progress: true
jobs:
  job:
    name: Job
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
"""


def run(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = (str(Path(sys.executable).with_name(name)), *arguments)
    environment = {**ENVIRONMENT, **NO_NETWORK}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def against(schema: str, files: Sequence[Path]) -> str:
    """Hold files to a schema that check-jsonschema brings along; give what is wrong, or nothing."""
    done = run("check-jsonschema", "--builtin-schema", schema, *map(str, files))
    return done.stdout + done.stderr if done.returncode else ""


def found_by_zizmor(files: Sequence[Path], persona: str = "auditor") -> set[str]:
    """Name the audits that find something; remarks in the files and settings silence none."""
    options = ("--offline", "--no-config", "--no-ignores", "--strict-collection", "--format=json")
    done = run("zizmor", *options, f"--persona={persona}", *map(str, files))
    assert done.stdout, done.stderr
    return {finding["ident"] for finding in json.loads(done.stdout)}


def commands(file: Path) -> Iterator[str]:
    """Give the shell text of each step of a workflow, or of each job of GitLab's file."""
    read = yaml.safe_load(file.read_text(encoding="utf-8"))
    for job in read["jobs"].values() if "jobs" in read else read.values():
        if isinstance(job, dict):
            yield from job.get("script", ())
            yield from (step["run"] for step in job.get("steps", ()) if "run" in step)


def written(tmp_path: Path, text: str) -> list[Path]:
    file = tmp_path / ".github" / "workflows" / "w.yml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return [file]


def test_the_three_hosts_have_the_same_workflows() -> None:
    assert [file.name for file in GITHUB] == ["nightly.yml", "publish.yml", "pull-request.yml"]
    assert [file.name for file in FORGEJO] == [file.name for file in GITHUB]


def test_workflows_are_as_the_schema_of_their_host_says() -> None:
    assert against("vendor.github-workflows", [*GITHUB, *FORGEJO]) == ""
    assert against("custom.github-workflows-require-timeout", [*GITHUB, *FORGEJO]) == ""
    assert against("vendor.gitlab-ci", [GITLAB]) == ""


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("vendor.github-workflows", GOOD.replace("runs-on:", "run-on:")),
        ("vendor.github-workflows", GOOD.replace("on: push", "on: pushed")),
        ("custom.github-workflows-require-timeout", GOOD.replace("    timeout-minutes: 5\n", "")),
        ("vendor.gitlab-ci", "check:\n  script: [./inv check]\n  rule: []\n"),
    ],
)
def test_a_workflow_against_its_schema_is_found(schema: str, text: str, tmp_path: Path) -> None:
    assert "w.yml" in against(schema, written(tmp_path, text))


def test_zizmor_finds_nothing_in_the_workflows() -> None:
    # Forgejo has no environments to keep secrets in, which only its strictest persona asks for.
    assert found_by_zizmor(GITHUB) == set()
    assert found_by_zizmor(FORGEJO, "pedantic") == set()


def test_a_good_workflow_passes(tmp_path: Path) -> None:
    files = written(tmp_path, GOOD)
    assert (against("custom.github-workflows-require-timeout", files), found_by_zizmor(files)) == ("", set())


def test_zizmor_finds_what_is_unsafe(tmp_path: Path) -> None:
    text = (
        GOOD.replace("on: push\n", "on: pull_request_target\n")
        .replace("permissions: {}\n", "permissions: write-all\n")
        .replace("          persist-credentials: false\n", "          fetch-depth: 0\n")
    )
    text += "      - uses: actions/cache@v5\n      - run: echo ${{ github.head_ref }}\n"
    assert found_by_zizmor(written(tmp_path, text)) >= {
        "dangerous-triggers", "excessive-permissions", "artipacked", "unpinned-uses", "template-injection",
    }  # fmt: skip


@pytest.mark.parametrize("file", [*GITHUB, *FORGEJO], ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_action_is_pinned_and_tells_its_version(file: Path) -> None:
    assert list(unpinned(file.read_text(encoding="utf-8"))) == []


def unpinned(text: str) -> Iterator[str]:
    for action, remark in USES.findall(text):
        if not PINNED.fullmatch(action) or not re.fullmatch(r" # v\d+\.\d+\.\d+", remark):
            yield f"{action}{remark}"


def test_an_action_that_is_not_pinned_is_found() -> None:
    digest = "3d3c42e5aac5ba805825da76410c181273ba90b1"
    lines = (f"actions/checkout@{digest} # v7.0.1", f"actions/checkout@{digest}", "actions/checkout@v7 # v7.0.1")
    assert list(unpinned("".join(f"      - uses: {line}\n" for line in lines))) == list(lines[1:])


def test_what_is_published_restores_no_cache_that_a_pull_request_wrote() -> None:
    assert [file.name for file in GITHUB if "actions/cache@" in file.read_text(encoding="utf-8")] == ["publish.yml"]
    for file in (*GITHUB, *FORGEJO):
        for job in yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].values():
            told = json.dumps(job)
            assert "actions/cache" not in told or not re.search(r"secrets\.|\"write\"", told)
    jobs = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    assert "cache" not in jobs["publish"] and "cache" not in jobs["default"]


def test_one_action_has_one_version_on_each_host() -> None:
    for files in (GITHUB, FORGEJO):
        pins = {match for file in files for match in USES.findall(file.read_text(encoding="utf-8"))}
        names = [action.partition("@")[0] for action, _ in pins]
        assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    "file", [*GITHUB, *FORGEJO, GITLAB, *SCRIPTS], ids=lambda file: file.relative_to(ROOT).as_posix()
)
def test_the_tasks_and_options_that_a_file_calls_exist(file: Path) -> None:
    assert list(outdated({file.name: file.read_text(encoding="utf-8")}, options_of_tasks())) == []


@pytest.mark.parametrize("file", [*GITHUB, *FORGEJO, GITLAB], ids=lambda file: file.relative_to(ROOT).as_posix())
def test_the_shell_in_a_file_can_be_read(file: Path) -> None:
    texts = list(commands(file))
    assert texts
    for text in texts:
        assert "${{" not in text
        done = subprocess.run(("bash", "-n"), input=text, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{text}\n{done.stderr}"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose `./inv` tells what it was called with."""
    folder = tmp_path / "our site"
    (folder / ".ci").mkdir(parents=True)
    shutil.copy(ROOT / ".ci" / "publish", folder / ".ci" / "publish")
    (folder / "inv").write_text('#!/bin/sh\necho "$@"\nenv | grep -e ^RCLONE -e ^PUBLISH_ENV | sort\nexit 1\n')
    (folder / "inv").chmod(0o755)
    return folder


def publish(checkout: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    command = (str(checkout / ".ci" / "publish"),)
    return subprocess.run(command, env={**ENVIRONMENT, **variables}, capture_output=True, text=True, check=False)


def test_the_secret_of_a_target_becomes_its_environment(checkout: Path) -> None:
    secret = "# ours\r\nRCLONE_CONFIG_OURS_KEY=a=b $(c) `d`\r\n\nRCLONE_CONFIG_OURS_PASS= \"e\" 'f' ñ"
    done = publish(checkout, PUBLISH_TARGET="ours", PUBLISH_ENVIRONMENT=secret)
    told = "publish --to ours\nRCLONE_CONFIG_OURS_KEY=a=b $(c) `d`\nRCLONE_CONFIG_OURS_PASS= \"e\" 'f' ñ\n"
    assert (done.stdout, done.stderr, done.returncode) == (told, "", 1)


def test_a_target_may_need_no_secret(checkout: Path) -> None:
    assert publish(checkout, PUBLISH_TARGET="ours", PUBLISH_ENVIRONMENT="").stdout == "publish --to ours\n"
    assert publish(checkout, PUBLISH_TARGET="ours").stdout == "publish --to ours\n"


@pytest.mark.parametrize("line", ["hunter2", "hunter 2=", "=hunter2", "export HUNTER=2"])
def test_a_wrong_line_of_the_secret_is_not_printed(checkout: Path, line: str) -> None:
    done = publish(checkout, PUBLISH_TARGET="ours", PUBLISH_ENVIRONMENT=f"A=1\n{line}")
    assert (done.stdout, done.returncode) == ("", 2)
    assert done.stderr == "plaza: line 2 of PUBLISH_ENVIRONMENT is wrong; expected NAME=value\n"


def test_without_a_target_nothing_is_published(checkout: Path) -> None:
    done = publish(checkout, PUBLISH_ENVIRONMENT="A=1")
    assert (done.stdout, done.returncode) == ("", 2)
    assert "PUBLISH_TARGET is not set" in done.stderr
