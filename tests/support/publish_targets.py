"""Places to publish to, on this machine: rclone's own servers of S3 and SFTP, a bare repository, a folder."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

from tests.support.building import ROOT
from tests.support.debian import found_or_installed

RCLONE = str(Path(sys.executable).with_name("rclone"))
KEY, SECRET, PASSWORD = "AKIAFORTESTS", "swordfish-of-a-bucket", "swordfish-of-a-server"
SFTP_SERVERS = ("/usr/lib/openssh/sftp-server", "/usr/libexec/sftp-server", "/usr/lib/ssh/sftp-server")
CLEAN = {name: text for name, text in os.environ.items() if not name.startswith("RCLONE_")}


@dataclass(frozen=True)
class Place:
    """A target: its entry of PUBLISH_TARGETS, what the environment holds for it, and how readers get a file of it."""

    entry: Mapping[str, object]
    get: Callable[[str], bytes | None]  # None: there is no such file
    files: Callable[[], dict[str, bytes]]  # all of them but Plaza's own
    environment: Mapping[str, str] = field(default_factory=dict)

    def publish(self, site: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Publish a folder there, in a process of its own."""
        return subprocess.run(
            self.command(site, *options), cwd=ROOT, env={**CLEAN, **self.environment, **environment},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip

    def command(self, site: Path, *options: str) -> list[str]:
        """Write settings that name the target `there` beside the site, and give the command that publishes."""
        settings = site.with_name(f"{site.name}-settings.py")
        settings.write_text(
            "import runpy\n"
            f"_all = runpy.run_path({str(ROOT / 'publishconf.py')!r})\n"
            "globals().update({name: value for name, value in _all.items() if name.isupper()})\n"
            f"PUBLISH_TARGETS = {{'there': {dict(self.entry)!r}}}\n",
            encoding="utf-8",
        )
        program = [sys.executable, str(ROOT / "tools"), "publish"]
        return [*program, "--to", "there", "--settings", str(settings), "--output", str(site), *options]


def write_site(folder: Path, files: Mapping[str, str], kind: str = "site") -> Path:
    """Write a folder as a build leaves one."""
    for path, text in {".plaza": f"{kind}\n", **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def in_folder(folder: Path) -> Place:
    """Give a folder as a target; it is not made."""
    return Place({"kind": "folder", "path": str(folder)}, lambda path: _read(folder / path), lambda: _tree(folder))


def in_branch(folder: Path) -> Place:
    """Make a bare repository, and give a branch of it as a target."""
    repository = folder / "bare.git"
    git = ("git", f"--git-dir={repository}")
    subprocess.run((*git, "init", "--quiet", "--bare"), check=True)

    def get(path: str) -> bytes | None:
        done = subprocess.run((*git, "show", f"pages:{path}"), capture_output=True, check=False)
        return None if done.returncode else done.stdout

    def files() -> dict[str, bytes]:
        listed = subprocess.run((*git, "ls-tree", "-r", "-z", "--name-only", "pages"), capture_output=True, check=False)
        paths = [path for path in listed.stdout.decode().split("\0") if path]
        return {path: get(path) or b"" for path in paths if path != ".nojekyll" and not path.startswith(".plaza")}

    return Place({"kind": "branch", "remote": str(repository), "branch": "pages"}, get, files)


@contextmanager
def on_sftp(folder: Path, *options: str) -> Iterator[Place]:
    """Serve a folder by SFTP; readers get its files from a web server, which reads them where they lie."""
    folder.mkdir()
    with _served("sftp", folder, "--user", "plaza", "--pass", PASSWORD, *options) as port:
        hidden = subprocess.run((RCLONE, "obscure", PASSWORD), capture_output=True, text=True, check=True)
        known = {"type": "sftp", "host": "127.0.0.1", "port": str(port), "user": "plaza", "known_hosts_file": "none"}
        yield Place(
            {"kind": "rclone", "path": "www", "options": known},
            lambda path: _read(folder / "www" / path),
            lambda: _tree(folder / "www"),
            {"RCLONE_CONFIG_THERE_PASS": hidden.stdout.strip()},
        )


def on_openssh(folder: Path) -> Place:
    """Give a folder by OpenSSH's own SFTP server, without its network: rclone speaks to it through a pipe.

    As on most servers, a file takes the place of another at once; rclone's own server first removes the old one.
    """
    server = found_or_installed("sftp-server", "openssh-sftp-server", SFTP_SERVERS)
    folder.mkdir()
    program = folder.with_name("sftp-server")
    program.write_text(f"#!/bin/sh\nexec {server} -d {folder}\n")
    program.chmod(0o755)
    options = {"type": "sftp", "host": "127.0.0.1", "ssh": str(program), "known_hosts_file": "none"}
    return Place(
        {"kind": "rclone", "path": "www", "options": options},
        lambda path: _read(folder / "www" / path),
        lambda: _tree(folder / "www"),
    )


@contextmanager
def on_s3(folder: Path, *options: str, opened: bool = True) -> Iterator[Place]:
    """Serve a bucket by S3; readers get its files from there, so without `opened`, which asks for no key, none."""
    (folder / "bucket" / "site").mkdir(parents=True)
    keys = () if opened else ("--auth-key", f"{KEY},{SECRET}")
    with _served("s3", folder, *keys, *options) as port:
        address = f"http://127.0.0.1:{port}"
        told = {"type": "s3", "provider": "Rclone", "endpoint": address, "force_path_style": "true"}
        yield Place(
            {"kind": "rclone", "path": "bucket/site", "options": told},
            lambda path: _fetch(f"{address}/bucket/site/{quote(path)}"),
            lambda: _tree(folder / "bucket" / "site"),
            {"RCLONE_CONFIG_THERE_ACCESS_KEY_ID": KEY, "RCLONE_CONFIG_THERE_SECRET_ACCESS_KEY": SECRET},
        )


# rclone's server shows an object while it is being written, which no S3 does: with this seldom so, and to a reader who
# asks again at once it is whole. What a publish left broken would stay so.
WHOLE = ("--vfs-cache-mode", "writes", "--vfs-write-back", "0s")


@contextmanager
def place_of(kind: str, folder: Path) -> Iterator[Place]:
    """Give a place of a kind whose readers are let in, all of it in a folder."""
    if kind == "s3":
        with on_s3(folder / "s3", *WHOLE) as place:
            yield place
    elif kind == "rclone's sftp":
        with on_sftp(folder / "sftp") as place:
            yield place
    else:
        made = {"folder": in_folder, "branch": in_branch, "sftp": on_openssh}[kind]
        yield made(folder if kind == "branch" else folder / "web")


@contextmanager
def _served(kind: str, folder: Path, *options: str) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = (RCLONE, "serve", kind, "--config", "", str(folder), "--addr", f"127.0.0.1:{port}", *options)
    with subprocess.Popen(command, env=CLEAN, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(300):
                try:
                    socket.create_connection(("127.0.0.1", port), 1).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield port
        finally:
            server.kill()


def _fetch(url: str) -> bytes | None:
    for _ in range(20):
        try:
            with urlopen(url, timeout=30) as answer:
                data: bytes = answer.read()
                return data
        except HTTPError as fault:
            if fault.code < 500:
                return None
            time.sleep(0.05)  # the server says of itself that it could not
    return None


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _tree(folder: Path) -> dict[str, bytes]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    paths = {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
    return {path: data for path, data in paths.items() if not path.startswith(".plaza")}
