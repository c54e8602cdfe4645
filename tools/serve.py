"""`serve`: a preview with drafts on this machine, rebuilt on save, reloaded in the browser.

What it adds to pages, a script that reloads them and shows their author what is wrong, is added as they are served; the
files of the preview are those of a build.
"""

from __future__ import annotations

import gc
import json
import sys
import threading
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from plugins.plan.build import Build
from tools.build import build_and_tell
from tools.errors import ContentError, MachineError, PlazaError, UsageError
from tools.preview_state import Preview
from tools.settings_file import DEFAULT, ROOT, read
from tools.up_to_date import build_values

SCRIPT_PATH = "/.plaza/preview.js"
STYLE_PATH = "/.plaza/preview.css"
STATE_PATH = "/.plaza/state"
EVENTS_PATH = "/.plaza/events"
ADDED = {SCRIPT_PATH: ("text/javascript", "preview.js"), STYLE_PATH: ("text/css", "preview.css")}
HERE = Path(__file__).resolve().parent
STEP = 10  # milliseconds without another change after which a save is taken for done
NOTHING_YET = b"<!DOCTYPE html><title>Plaza</title><body>nothing has been built yet</body>"
SCRIPT_TAG = f'<script type="module" src="{SCRIPT_PATH}"></script>'.encode()


class Changes:
    """Lets open pages wait for the next attempt to build."""

    def __init__(self) -> None:
        self._number = 0
        self._last_built = 0
        self._condition = threading.Condition()

    def announce(self, built: bool = True) -> None:
        """Wake every page that waits; `built` tells whether pages have changed, and not only what there is to tell."""
        with self._condition:
            self._number += 1
            self._last_built = self._number if built else self._last_built
            self._condition.notify_all()

    @property
    def number(self) -> int:
        """How many attempts there have been."""
        return self._number

    def wait(self, seen: int, seconds: float) -> int:
        """Wait until there have been more attempts than `seen`, or the time is over; gives how many there have been."""
        with self._condition:
            self._condition.wait_for(lambda: self._number != seen, seconds)
            return self._number

    def has_built(self, since: int) -> bool:
        """Tell whether pages have changed after that many attempts."""
        return self._last_built > since


class Handler(SimpleHTTPRequestHandler):
    """Serves the preview: pages with the author's script, the language's own page for what is not there."""

    def __init__(self, *args: Any, langs: tuple[str, ...], changes: Changes, preview: Preview, **kwargs: Any) -> None:
        self.langs = langs
        self.changes = changes
        self.preview = preview
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer a request for a page, a file, what is added to pages, or the stream of builds."""
        path = urlsplit(self.path).path
        if path in ADDED:
            media_type, name = ADDED[path]
            self._send(HTTPStatus.OK, media_type, (HERE / name).read_bytes())
        elif path == STATE_PATH:
            asked = parse_qs(urlsplit(self.path).query).get("path", [""])[0]
            state = self.preview.state(unquote(asked))
            self._send(HTTPStatus.OK, "application/json", json.dumps(state).encode())
        elif path == EVENTS_PATH:
            self._stream()
        else:
            self._send_file(path)

    def _send_file(self, path: str) -> None:
        file = Path(self.translate_path(path.replace("%00", "")))  # no file has that in its name
        if file.is_dir() and path.endswith("/"):
            file = file / "index.html"
        elif file.is_dir():
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            query = urlsplit(self.path).query
            self.send_header("Location", f"{path}/?{query}" if query else f"{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if file.is_file():
            self._send(HTTPStatus.OK, self.guess_type(str(file)), file.read_bytes())
        else:
            first = path.lstrip("/").split("/")[0]
            page = Path(self.directory) / (first if first in self.langs[1:] else "") / "404.html"
            text = page.read_bytes() if page.is_file() else NOTHING_YET
            self._send(HTTPStatus.NOT_FOUND, "text/html", text)

    def _send(self, status: HTTPStatus, media_type: str, data: bytes) -> None:
        if media_type == "text/html":
            data = data.replace(b"</body>", SCRIPT_TAG + b"</body>")
        text = media_type.startswith("text/") or media_type.endswith(("xml", "json"))
        self.send_response(status)
        self.send_header("Content-Type", f"{media_type}; charset=utf-8" if text else media_type)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _stream(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = self.changes.number
        while True:
            number = self.changes.wait(seen, 15)
            event = b"built" if self.changes.has_built(seen) else b"told"
            self.wfile.write(b": still here\n\n" if number == seen else b"event: " + event + b"\ndata: \n\n")
            seen = number

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the terminal for diagnostics."""


class Server(ThreadingHTTPServer):
    """Serves the loopback address; a page that is closed while it loads is no fault."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of Plaza's own faults only."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def serve(
    content: Path | None = None, settings: Path | None = None, port: int = 8000, output: Path = ROOT / "preview"
) -> None:
    """Build with drafts into `output`, serve it on the loopback address, and rebuild on every save until Ctrl-C.

    Port 0 takes any that is free.
    """
    values = read(settings, PATH=str(content.resolve()) if content else None)
    if not values.content.is_dir():
        raise UsageError(f"there is no content folder {content or values.content}")
    changes, preview = Changes(), Preview()
    handler = partial(Handler, directory=str(output), langs=values.langs, changes=changes, preview=preview)
    try:
        server = Server(("127.0.0.1", port), handler)
    except OSError as fault:
        raise MachineError(
            f"cannot serve on port {port}: {(fault.strerror or str(fault)).lower()}; try --port"
        ) from fault
    address = f"http://localhost:{server.server_port}"
    values_of = partial(build_values, content, output, address, settings, drafts=True, search=True)

    def again() -> Build:
        return build_and_tell(values_of(again=True), preview.build)

    # another fault than that of content, as a folder that is not ours, no save of the author's can mend
    attempt(lambda: build_and_tell(values_of()), preview, ContentError)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"{address} (Ctrl-C ends)", flush=True)
    own = (values.site_folder,) if values.site_folder else ()
    watched = [values.content, values.theme, *own, *values.translations, (settings or DEFAULT).resolve()]
    try:
        watch(watched, lambda: changes.announce(attempt(again, preview)))
    finally:
        server.shutdown()
        server.server_close()


def attempt(rebuild: Callable[[], Build], preview: Preview, endured: type[PlazaError] = PlazaError) -> bool:
    """Build once and tell whether pages changed; a fault is told, and the last good preview stays.

    Raises faults that are not `endured`.
    """
    try:
        build = rebuild()
    except endured as fault:
        print(fault, file=sys.stderr, flush=True)
        preview.blame(fault.diagnostics if isinstance(fault, ContentError) else (), str(fault))
        return False
    preview.show(build)
    return bool(build.report[0].written or build.report[0].removed)


def watch(paths: list[Path], changed: Callable[[], object]) -> None:
    """Call `changed` after each save below the paths, until the process is interrupted."""
    import watchfiles  # late: only this task pays for it

    for _ in watchfiles.watch(*[path for path in paths if path.exists()], step=STEP, raise_interrupt=True):
        changed()
        gc.collect()  # only now, when nobody waits for it
