import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from plugins.diagnostics import error
from plugins.incremental.commit import Written
from tools.errors import ContentError, UsageError
from tools.preview_state import Preview
from tools.serve import Changes, Handler, Server, attempt

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = '<script type="module" src="/.plaza/preview.js"></script></body>'
PAGES = {
    "index.html": "<html><body>inicio</body></html>",
    "404.html": "<html><body>no está</body></html>",
    "en/index.html": "<html><body>home</body></html>",
    "en/404.html": "<html><body>not there</body></html>",
    "notas/año/index.html": "<html><body>año</body></html>",
    "notas/a%2fb.txt": "odd name",
    "media/a.svg": "<svg></svg>",
    "media/a.png": "picture</body>",
    "sitemap.xml": "<urlset></urlset>",
}


class Served:
    """A folder served as `serve` does, asked over a real connection."""

    def __init__(self, folder: Path) -> None:
        self.changes = Changes()
        handler = partial(Handler, directory=str(folder), langs=("es", "en"), changes=self.changes, preview=Preview())
        self.server = Server(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def ask(self, path: str, method: str = "GET") -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        connection.request(method, path)
        return connection.getresponse()

    def text(self, path: str) -> str:
        return self.ask(path).read().decode()


@pytest.fixture
def site(content: Callable[[Mapping[str, str | bytes]], Path]) -> Iterator[Served]:
    served = Served(content(PAGES))
    yield served
    served.server.shutdown()
    served.server.server_close()


def test_a_page_gets_the_reload_script_on_the_wire_only(site: Served, tmp_path: Path) -> None:
    assert site.text("/") == f"<html><body>inicio{SCRIPT}</html>"
    assert (tmp_path / "content/index.html").read_text(encoding="utf-8") == PAGES["index.html"]


def test_the_script_comes_from_the_same_address(site: Served) -> None:
    answer = site.ask("/.plaza/preview.js")
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert b'new EventSource("/.plaza/events")' in answer.read()


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/media/a.svg", "image/svg+xml; charset=utf-8"),
        ("/media/a.png", "image/png"),
        ("/", "text/html; charset=utf-8"),
    ],
)
def test_a_file_has_its_media_type_and_is_never_stored(site: Served, path: str, media_type: str) -> None:
    answer = site.ask(path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, media_type)
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_file_that_is_no_page_is_served_byte_by_byte(site: Served) -> None:
    assert site.text("/media/a.png") == "picture</body>"


def test_a_folder_without_its_slash_is_redirected(site: Served) -> None:
    answer = site.ask("/en?q=1")
    assert (answer.status, answer.headers["Location"]) == (301, "/en/?q=1")


def test_percent_signs_are_decoded_once(site: Served) -> None:
    assert "año" in site.text("/notas/a%C3%B1o/?q=1")
    assert site.text("/notas/a%252fb.txt") == "odd name"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nada/", "no está"),
        ("/en/nothing/", "not there"),
        ("/en/nothing?x", "not there"),
        ("/english/", "no está"),
        ("/es/nada/", "no está"),
        ("/media/", "no está"),
        ("/a%00b", "no está"),
        ("/../../etc/passwd", "no está"),
        ("/%2e%2e/%2e%2e/etc/passwd", "no está"),
    ],
)
def test_what_is_not_there_gets_the_page_of_its_language(site: Served, path: str, words: str) -> None:
    answer = site.ask(path)
    assert answer.status == 404
    assert f"{words}{SCRIPT}" in answer.read().decode()


def test_before_the_first_good_build_a_page_waits_for_it(tmp_path: Path) -> None:
    served = Served(tmp_path / "nothing")
    answer = served.ask("/")
    assert answer.status == 404
    assert answer.read().decode().endswith(f"nothing has been built yet{SCRIPT}")
    served.server.shutdown()
    served.server.server_close()


def test_an_open_page_hears_of_every_build(site: Served) -> None:
    answer = site.ask("/.plaza/events")
    assert answer.headers["Content-Type"] == "text/event-stream"
    for built, event in ((True, b"event: built\n"), (False, b"event: told\n"), (True, b"event: built\n")):
        time.sleep(0.05)
        site.changes.announce(built)
        assert [answer.readline() for _ in range(3)] == [event, b"data: \n", b"\n"]


def test_a_build_between_two_looks_is_not_missed() -> None:
    changes = Changes()
    seen = changes.number
    changes.announce()
    changes.announce(built=False)
    assert changes.wait(seen, 0) == 2
    assert changes.has_built(seen)
    assert not changes.has_built(1)


def test_a_page_closed_while_it_loads_is_no_fault(site: Served, capfd: pytest.CaptureFixture[str]) -> None:
    for fault in (BrokenPipeError(), ConnectionResetError()):
        try:
            raise fault
        except OSError:
            site.server.handle_error(None, None)
    assert capfd.readouterr().err == ""


class Seen(Preview):
    """A preview that needs no whole build."""

    def show(self, build: Any) -> None:
        self.diagnostics, self.fault = (), ""


def build_of(*written: str) -> Any:
    return SimpleNamespace(report=[Written(written, (), len(written))])


def fails(fault: Exception) -> Callable[[], Any]:
    def rebuild() -> Any:
        raise fault

    return rebuild


def test_an_attempt_tells_whether_pages_changed() -> None:
    assert attempt(lambda: build_of("index.html"), Seen())
    assert not attempt(build_of, Seen())


def test_an_attempt_tells_of_bad_content_and_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    problem = error("content/posts/a.es.md", 3, "bad-date", "no date")
    preview = Seen()
    assert not attempt(fails(ContentError([problem], "nothing was written")), preview)
    assert preview.diagnostics == (problem,)
    assert preview.state("/")["is_behind"]
    assert capsys.readouterr().err == (
        "content/posts/a.es.md:3: error: no date [bad-date]\n1 error, 0 warnings; nothing was written\n"
    )


def test_a_fault_that_no_save_can_mend_ends_the_first_attempt() -> None:
    with pytest.raises(UsageError):
        attempt(fails(UsageError("not ours")), Seen(), ContentError)
    preview = Seen()
    assert not attempt(fails(UsageError("a broken settings file")), preview)
    assert preview.state("/")["fault"] == "a broken settings file"


POST = "---\ntitle: Respaldos\nslug: respaldos\ndate: 2013-11-20\n---\n{}\n"
START = """\
import sys
from pathlib import Path
from tools.serve import serve
serve(Path(sys.argv[1]), None, 0, Path(sys.argv[2]))
"""


def eventually(is_so: Callable[[], bool], seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.1)
    return False


def test_serve_shows_what_is_saved_keeps_the_last_good_page_and_ends_at_once(
    content: Callable[[Mapping[str, str | bytes]], Path], output: Path, tmp_path: Path
) -> None:
    folder = content({"posts/a.es.md": POST.format("Primero."), "posts/b.es.md": POST.replace("respaldos", "b") + "x"})
    post = folder / "posts/a.es.md"
    log = tmp_path / "stderr.txt"
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-c", START, str(folder), str(output)],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True, start_new_session=True,
        )  # fmt: skip
    try:
        assert process.stdout
        line = ""
        while "Ctrl-C" not in line:
            line = process.stdout.readline()
            assert line, log.read_text()
        port = int(line.split("localhost:")[1].split()[0])

        def page() -> str:
            connection = HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", "/notas/respaldos/")
            return connection.getresponse().read().decode()

        assert "Primero." in page()
        assert SCRIPT in page()
        time.sleep(0.5)  # until the folder is watched
        post.write_text(POST.format("Segundo."), encoding="utf-8")
        assert eventually(lambda: "Segundo." in page())
        post.write_text(POST.format("Tercero.").replace("2013-11-20", "mañana"), encoding="utf-8")
        assert eventually(lambda: "[bad-date]" in log.read_text(encoding="utf-8"))
        assert "Segundo." in page()
        post.write_text(POST.format("Cuarto."), encoding="utf-8")
        assert eventually(lambda: "Cuarto." in page())
        assert "Traceback" not in log.read_text(encoding="utf-8")
        os.kill(process.pid, signal.SIGINT)
        process.wait(timeout=10)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def test_serve_refuses_a_folder_that_is_not_ours(
    content: Callable[[Mapping[str, str | bytes]], Path], output: Path
) -> None:
    from tools.serve import serve

    output.mkdir()
    (output / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="no build of Plaza made it"):
        serve(content({"posts/a.es.md": POST.format("x")}), None, 0, output)


def test_serve_of_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    from tools.serve import serve

    with pytest.raises(UsageError, match="there is no content folder"):
        serve(tmp_path / "nowhere", None, 0, tmp_path / "output")
