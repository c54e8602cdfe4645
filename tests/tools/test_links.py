"""Links to other sites: which there are, and what a real run of lychee says of a server on this machine."""

from __future__ import annotations

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from plugins.catalogue.languages import SettingError
from plugins.catalogue.settings import read_settings
from plugins.plan.preparing import prepare
from tests.conftest import Write
from tools import lychee
from tools.errors import MachineError
from tools.links import links, refuse_silence
from tools.lychee import Answer
from tools.outside_link import Place, is_ignored, outside_links
from tools.settings_file import read

STATUSES = {"/gone": 404, "/broken": 500, "/busy": 429, "/closed": 403}


class Site(BaseHTTPRequestHandler):
    """A site that has pages of every sort."""

    def do_GET(self) -> None:
        if self.path == "/late":
            time.sleep(4)
        moved = {"/moved": "/fine", "/round": "/round"}.get(self.path)
        self.send_response(301 if moved else STATUSES.get(self.path, 200))
        if moved:
            self.send_header("Location", moved)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Serve the site; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def closed_port() -> int:
    """Give a port that nobody listens on."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.server_close()
    return server.server_port


POST = "---\ntitle: A\ndate: 2013-11-20\n%s---\n\n%s\n"


def test_each_dead_link_is_told_with_its_place(
    content: Write, address: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = f"http://127.0.0.1:{closed_port()}/"
    text = "\n".join(
        f"[a]({url})  "
        for url in (
            *(f"{address}/{page}" for page in ("fine", "moved", "gone", "broken", "late", "round", "busy", "closed")),
            f"{address}/fine?a=1&b=(2)", closed, "mailto:a@example.org",
        )
    )  # fmt: skip
    folder = content({
        "posts/a.es.md": POST % (f"origin: {{name: B, url: '{address}/gone'}}\nauthors: [ana]\n", text),
        "posts/a.en.md": f"---\ntitle: A\noriginal: es\nstatus: draft\n---\n\n> Said. [b]({address}/gone)\n",
        "posts/b.es.md": POST % ("slug: b\nstatus: retired\n", f"[b]({address}/gone)"),
        "posts/c.es.md": POST % ("slug: c\n", f"<!-- check: ignore dead-outside-link -->\n[b]({address}/gone)"),
        "people.yml": f"ana:\n  name: Ana\n  url: {address}/gone\n",
    })  # fmt: skip
    monkeypatch.chdir(folder.parent)

    assert links(Path("content"), timeout=1, retries=0) == 1
    told = capsys.readouterr()
    assert [line.partition(" [")[0] for line in told.err.splitlines() if "[dead-outside-link]" in line] == [
        f"content/people.yml:1: warning: the link {address}/gone answers 404",
        f"content/posts/a.en.md:7: warning: the link {address}/gone answers 404",
        f"content/posts/a.es.md:4: warning: the link {address}/gone answers 404",
        f"content/posts/a.es.md:10: warning: the link {address}/gone answers 404",
        f"content/posts/a.es.md:11: warning: the link {address}/broken answers 500",
        f"content/posts/a.es.md:12: warning: the link {address}/late does not answer in time",
        f"content/posts/a.es.md:13: warning: the link {address}/round leads on and on, to no page",
        f"content/posts/a.es.md:17: warning: the link {closed} has no server that answers",
    ]
    assert told.out.splitlines() == [
        "asking for 10 links of 2 hosts",
        f"cannot be told, since the host answers 429: {address}/busy",
        f"cannot be told, since the host answers 403: {address}/closed",
        "10 links: 3 fine, 5 dead, 2 that cannot be told",
    ]


def test_where_all_are_there_the_exit_code_is_0(
    content: Write, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = content({"posts/a.es.md": POST % ("", f"[a]({address}/fine) [b](https://example.org/x)")})
    assert links(folder) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "2 links: 1 fine, 0 dead, 1 not asked for"


def test_without_links_nothing_is_asked(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert links(content({"posts/a.es.md": POST % ("", "Hola.")})) == 0
    assert capsys.readouterr().out == "no links to other sites\n"


def test_places_are_those_where_an_address_is_written(content: Write) -> None:
    folder = content({
        "posts/a.es.md": POST % (
            "canonical: https://b.net/\nsummary: Un [resumen](https://c.net/)\n",
            "[a](https://a.net/x) <https://A.net/x>\n\n> Dicho.\n>\n> — [Quién](//d.net/y)\n\n"
            "[a](https://a.net/x) [b](https://example.org) [c](https://example.org/notas/) [d](/posts/a) [e](#x)",
        ),
        "posts/a.en.md": "---\ntitle: A\noriginal: es\n---\n\n![f](https://e.net/f.png) [m](https://me.linkedin.com/a)\n",
    })  # fmt: skip
    settings = read(PATH=str(folder), SITEURL="https://example.org", LINKS_IGNORED=["linkedin.com"])
    assert outside_links(prepare(settings).catalogue, settings) == {
        "https://A.net/x": (Place("posts/a.es.md", 8),),
        "https://a.net/x": (Place("posts/a.es.md", 8), Place("posts/a.es.md", 14)),
        "https://b.net/": (Place("posts/a.es.md", 4),),
        "https://c.net/": (Place("posts/a.es.md", 5),),
        "https://d.net/y": (Place("posts/a.es.md", 12),),
        "https://e.net/f.png": (Place("posts/a.en.md", 6),),
    }


@pytest.mark.parametrize(
    ("url", "is_left_out"),
    [
        ("https://linkedin.com/a", True),
        ("https://es.LinkedIn.com/a", True),
        ("https://notlinkedin.com/", False),
        ("https://a.net/members/1", True),
        ("https://a.net/", False),
        ("https://b.net/?linkedin.com", False),
    ],
)
def test_hosts_and_starts_of_addresses_are_ignored(url: str, is_left_out: bool) -> None:
    assert is_ignored(url, ["LinkedIn.com", "https://a.net/members/"]) is is_left_out


@pytest.mark.parametrize("value", ["linkedin.com", [1], ["a b"], ["ftp://a.net/"]])
def test_what_is_ignored_is_a_list_of_hosts(value: object) -> None:
    values = {"LANGUAGES": {"es": {"name": "Español"}}, "SITENAME": "A", "LINKS_IGNORED": value}
    with pytest.raises(SettingError, match="LINKS_IGNORED"):
        read_settings(values, Path())


LOST = Answer(0, "has a host that cannot be found or reached", is_reached=False)
SHUT = Answer(0, "has no server that answers", is_reached=False)
GONE, UNASKED = Answer(404, "answers 404"), Answer(0, "is not asked", is_asked=False)


@pytest.mark.parametrize(
    ("answers", "is_machine"),
    [
        ({"https://a.net/": LOST}, True),
        ({"https://a.net/": LOST, "https://b.net/": UNASKED}, True),
        ({"https://a.net/": SHUT}, False),
        ({"https://a.net/": SHUT, "https://b.net/": LOST, "https://c.net/": SHUT}, True),
        ({"https://a.net/": SHUT, "https://b.net/": LOST, "https://c.net/": GONE}, False),
        ({"https://b.net/": UNASKED}, False),
    ],
)
def test_where_nobody_answers_the_machine_is_at_fault(answers: dict[str, Answer], is_machine: bool) -> None:
    if is_machine:
        with pytest.raises(MachineError, match="is this machine online"):
            refuse_silence(tuple(answers), answers)
    else:
        refuse_silence(tuple(answers), answers)


def test_a_host_that_was_got_shows_that_the_network_is_there() -> None:
    refuse_silence(("https://a.net/", "https://b.net/"), {"https://a.net/": LOST})


def test_without_lychee_the_machine_is_at_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lychee.sysconfig, "get_path", lambda _: str(tmp_path))
    with pytest.raises(MachineError, match=r"cannot run \(No such file or directory\); delete \.venv"):
        lychee.ask(["https://a.net/"])
    (tmp_path / "lychee").write_text("#!/bin/sh\necho broken >&2\nexit 1\n")
    (tmp_path / "lychee").chmod(0o755)
    with pytest.raises(MachineError, match="ended with code 1: broken"):
        lychee.ask(["https://a.net/"])
