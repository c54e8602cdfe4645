"""nginx for tests, run over a folder by our snippet."""

from __future__ import annotations

import http.client
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

from tests.support.debian import found_or_installed

PLACES = ("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/local/nginx/sbin/nginx", "/opt/homebrew/bin/nginx")
CONFIGURATION = """\
daemon off;
master_process off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root "{root}";
        include "{snippet}";
    }}
}}
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers: its status, its headers, and its body as it came."""

    status: int
    headers: Message
    body: bytes

    def header(self, name: str) -> str:
        """Give a header, all its lines in one; empty where there is none."""
        return ", ".join(self.headers.get_all(name, []))


@dataclass(frozen=True, slots=True)
class Server:
    """A server on the loopback address."""

    port: int

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path as it is written; headers by name with `_` for `-`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


@contextmanager
def nginx(folder: Path, root: Path, snippet: str) -> Iterator[Server]:
    """Run nginx over a root by a snippet; all that it writes is in a folder.

    Raises AssertionError with what nginx says where it does not start.
    """
    program = found_or_installed("nginx", "nginx-light", PLACES)
    folder.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    (folder / "snippet.conf").write_text(snippet, encoding="utf-8", errors="surrogateescape")
    values = {"folder": folder, "port": port, "root": root, "snippet": folder / "snippet.conf"}
    (folder / "nginx.conf").write_text(CONFIGURATION.format(**values), encoding="utf-8")
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        _wait(process, port)
        yield Server(port)
    finally:
        process.terminate()
        process.communicate()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(400):
        assert process.poll() is None, process.communicate()[1].decode()
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("nginx does not answer")
