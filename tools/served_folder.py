"""A folder served over the loopback as a static host would: folders by their index.html, 404.html for the rest.

The pictures of `screenshots` and the browser tests look at built sites through it.
"""

from __future__ import annotations

import gzip
import io
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves without a line of log for each request."""

    def __init__(self, *args: Any, headers: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        """Take headers that every answer gets, as a host's settings say."""
        self.added = headers
        super().__init__(*args, **kwargs)

    def end_headers(self) -> None:
        """Send the headers that are added, too."""
        for name, value in self.added:
            self.send_header(name, value)
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file to a browser that may have gone on to another page meanwhile."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().copyfile(source, outputfile)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class CompressingHandler(QuietHandler):
    """Sends texts through gzip, as hosts do."""

    def send_head(self) -> Any:
        """Give what is sent, after its headers."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        kind = self.guess_type(str(path))
        if not path.is_file() or not (kind.startswith("text/") or kind.endswith(("javascript", "json", "svg+xml"))):
            return super().send_head()
        content = gzip.compress(path.read_bytes())
        self.send_response(HTTPStatus.OK)
        for name, value in (("Content-Type", kind), ("Content-Encoding", "gzip"), ("Content-Length", len(content))):
            self.send_header(name, str(value))
        self.end_headers()
        return io.BytesIO(content)


@contextmanager
def served(folder: Path, is_compressed: bool = False, headers: Sequence[tuple[str, str]] = ()) -> Iterator[str]:
    """Serve a folder, with headers on every answer, and give its address, without a slash at the end."""
    handler = CompressingHandler if is_compressed else QuietHandler
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder), headers=headers))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
