"""A target that is a branch of a git repository, as code hosts publish them: one commit a publish, made by ghp-import.

What is sent and removed happens in a folder that holds the branch's files. Readers see nothing of it until the commit
is pushed, all at once, and only where nobody else has pushed meanwhile.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.errors import MachineError, TargetError
from tools.git import Git
from tools.publish.folder import Folder
from tools.publish.record import Record

UNREACHABLE = ("resolve host", "unable to access", "timed out", "network is unreachable", "connection refused")
AS_IT_IS = "* -text -filter -ident -working-tree-encoding\n"  # whatever git is told of line ends elsewhere
NO_JEKYLL = ".nojekyll"  # tells GitHub to serve files as they are, with those whose names start with `_`
NOBODY = {"GIT_COMMITTER_NAME": "Plaza", "GIT_COMMITTER_EMAIL": "plaza@localhost"}  # where git knows no name


class Branch:
    """A branch at a remote, which need not be there yet."""

    reads_cheaply = True

    def __init__(self, remote: str, branch: str, root: Path, work: Path) -> None:
        """Get the branch as it is; `remote` is an address, or what the repository at `root` calls one.

        `work` is an empty folder. None is kept for the next publish: what a git that was killed leaves in one, as its
        locks, would be in the way.
        """
        self.branch = branch
        own = Git(root) if (root / ".git").exists() else None
        named = own is not None and own.tells("remote", "get-url", "--push", remote)
        there = str(root / remote) if (root / remote).exists() else remote
        self.remote = own("remote", "get-url", "--push", remote).strip() if own and named else there
        self.repository = work / "repository.git"
        self.tree = work / "tree"
        self.environment = NOBODY if own is None or not own.tells("config", "user.email") else _who(own)
        self.repository.mkdir(parents=True)
        self.tree.mkdir()
        self._git("init", "--quiet", "--bare")
        (self.repository / "info").mkdir(exist_ok=True)
        (self.repository / "info" / "attributes").write_text(AS_IT_IS, encoding="utf-8")
        self.before = self._at_remote()
        self.folder = Folder(self.tree)
        if self.before:
            self._git("fetch", "--quiet", "--depth=1", self.remote, f"refs/heads/{self.branch}")
            self._git(f"--work-tree={self.tree}", "read-tree", "--reset", "-u", self.before)

    def record(self) -> Record | None:
        """Read what the last publish left."""
        return self.folder.record()

    def sizes(self) -> Mapping[str, int]:
        """Give the bytes of each file of the branch."""
        return self.folder.sizes()

    def write_record(self, record: Record) -> None:
        """Write what will stand there."""
        self.folder.write_record(record)

    def send(self, folder: Path, paths: Sequence[str]) -> None:
        """Add files to what will be the commit."""
        self.folder.send(folder, paths)

    def remove(self, paths: Sequence[str]) -> None:
        """Take files out of what will be the commit."""
        self.folder.remove(paths)

    def digests(self, paths: Sequence[str]) -> Mapping[str, str]:
        """Digest files."""
        return self.folder.digests(paths)

    def finish(self, record: Record) -> None:
        """Commit and push, and make sure that the remote has that commit."""
        self.folder.finish(record)
        reference = f"refs/heads/{self.branch}"
        if self.before:
            self._git("update-ref", reference, self.before)
        self._import()
        made = self._git("rev-parse", reference).strip()
        lease = f"--force-with-lease={reference}:{self.before}"
        self._git("push", "--quiet", lease, self.remote, f"{made}:{reference}")
        if self._at_remote() != made:
            raise TargetError(f"{self.remote} does not hold the commit that was pushed to {self.branch}; publish again")

    def _import(self) -> None:
        plain = () if (self.tree / NO_JEKYLL).exists() else ("-n",)  # it would take the place of the site's own
        command = (
            sys.executable, "-m", "ghp_import", *plain, "-b", self.branch, "-m", "Publish the site", str(self.tree)
        )  # fmt: skip
        done = subprocess.run(
            command, cwd=self.repository, env={**os.environ, **self.environment}, stdin=subprocess.DEVNULL,
            capture_output=True, encoding="utf-8", errors="replace", check=False,
        )  # fmt: skip
        if done.returncode:
            raise MachineError(f"ghp-import failed: {(done.stderr.strip().splitlines() or ['it told nothing'])[-1]}")

    def _at_remote(self) -> str:
        """Give the id of the branch's last commit; empty where there is no such branch."""
        return self._git("ls-remote", self.remote, f"refs/heads/{self.branch}").partition("\t")[0].strip()

    def _git(self, *arguments: str) -> str:
        done = self._run(arguments)
        if done.returncode == 0:
            return done.stdout
        told = [line.removeprefix("fatal: ").strip() for line in done.stderr.splitlines() if line.strip()]
        text = " ".join(told)
        if "stale info" in text or "fetch first" in text or "non-fast-forward" in text:
            raise TargetError(f"the branch {self.branch} has changed meanwhile: somebody else publishes; publish again")
        line = next((line for line in told if "denied" in line or "rejected" in line), (told or ["it told nothing"])[0])
        if any(sign in text.lower() for sign in UNREACHABLE):
            raise MachineError(f"cannot reach {self.remote}: {line}")
        raise TargetError(f"cannot publish to {self.branch} of {self.remote}: {line}")

    def _run(self, arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_DIR": str(self.repository)}
        return subprocess.run(
            ("git", *arguments), cwd=self.repository, env=environment, stdin=subprocess.DEVNULL,
            capture_output=True, encoding="utf-8", errors="surrogateescape", check=False,
        )  # fmt: skip


def _who(own: Git) -> dict[str, str]:
    """Tell who commits, as the site's own repository knows them."""
    email = own("config", "user.email").strip()
    name = own("config", "user.name").strip() if own.tells("config", "user.name") else email
    return {"GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": email}
