"""The file that keeps a memory between builds, in `.cache/catalogue/`: one for each content folder and set of rules.

An adapter: SQLite, so that two builds at once and a kill at any moment leave it whole. A file that is damaged, or was
made by other code or settings, is dropped, with a line where it was damaged. Nothing in it names a place outside the
content folder, so it serves on another machine as well.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from plugins.catalogue.memory import BESIDE, Memory, NoStore, Result
from plugins.catalogue.settings import Settings

MOST_FILES = 8  # content folders and sets of rules that are remembered
PATIENCE = 10  # seconds that one build waits for another to have written
SUM = 8  # bytes before each result, by which damage is told
SLACK = 0.5  # the part of a file that may be empty before it is compacted
TABLES = """\
CREATE TABLE IF NOT EXISTS made_by (fingerprint TEXT);
CREATE TABLE IF NOT EXISTS often (key TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seldom (key TEXT PRIMARY KEY, data BLOB);
"""


class FileStore:
    """Keeps results in a file. What is wrong with the file makes it one that keeps nothing."""

    def __init__(self, file: Path, fingerprint: str) -> None:
        """Open the file, empty where it was made by another fingerprint. Raises sqlite3.Error, OSError."""
        self.file = file
        file.parent.mkdir(parents=True, exist_ok=True)
        self._connections: dict[int, sqlite3.Connection] = {}  # a connection cannot be taken through a fork
        self._fallen_back: NoStore | None = None
        self._fingerprint = fingerprint
        self._own = f"{fingerprint[:12]} "  # a build by other code, at the same time, has other keys
        self._begin()

    def _begin(self) -> None:
        connection = self._connection()
        connection.executescript(TABLES)
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            if connection.execute("SELECT fingerprint FROM made_by").fetchall() != [(self._fingerprint,)]:
                for table in ("made_by", "often", "seldom"):
                    connection.execute(f"DELETE FROM {table}")
                connection.execute("INSERT INTO made_by VALUES (?)", (self._fingerprint,))

    def often(self) -> Mapping[str, bytes]:
        """Give all results that every build asks for, but those that were damaged; none of a file that is no file."""
        try:
            found = self._connection().execute("SELECT key, data FROM often WHERE key GLOB ?", (f"{self._own}*",))
            return {key.removeprefix(self._own): data[SUM:] for key, data in found if _is_whole(data)}
        except sqlite3.DatabaseError:
            self.close()
            tell_damaged(self.file)
            with suppress(sqlite3.Error):
                self._begin()
            return {}

    def one(self, key: str) -> bytes | None:
        """Give one of those, None where it is not there, or damaged: then the file is dropped."""
        return self._row("often", key)

    def seldom(self, key: str) -> bytes | None:
        """Give one of the others, None where it is not there, or damaged: then the file is dropped."""
        if self._fallen_back and (data := self._fallen_back.seldom(key)) is not None:
            return data
        return self._row("seldom", key)

    def _row(self, table: str, key: str) -> bytes | None:
        try:
            query = f"SELECT data FROM {table} WHERE key = ?"
            row = self._connection().execute(query, (f"{self._own}{key}",)).fetchone()
        except sqlite3.Error:
            row = (b"",)
        if row is None or _is_whole(row[0]):
            return row[0][SUM:] if row else None
        tell_damaged(self.file)
        return None

    def keep(self, results: Iterable[Result]) -> None:
        """Keep results; where the disk takes none, as long as this build lasts."""
        results = tuple(results)
        if self._fallen_back is None:
            try:
                connection = self._connection()
                with connection:
                    for table, is_seldom in (("often", False), ("seldom", True)):
                        wanted = (result for result in results if result.is_seldom is is_seldom)
                        rows = ((f"{self._own}{one.key}", _summed(one.data)) for one in wanted)
                        connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", rows)
            except sqlite3.Error:
                self._fallen_back = NoStore()
        if self._fallen_back is not None:
            self._fallen_back.keep(results)

    def forget(self, gone: Iterable[str]) -> None:
        """Forget results of both kinds by their keys."""
        with suppress(sqlite3.Error):
            self._delete(f"{self._own}{key}" for key in gone)

    def finish(self, asked: Callable[[str], bool]) -> None:
        """Forget what was not asked for; what few ask for goes with the result that it belongs to.

        Closes the file, so that it is whole for who copies it; who asks again opens it again.
        """
        with suppress(sqlite3.Error):
            connection = self._connection()
            kept = [key for (key,) in connection.execute("SELECT key FROM often")]
            gone = [key for key in kept if key.startswith(self._own) and not asked(key.removeprefix(self._own))]
            if gone:
                self._delete(gone)
                self._compact(connection)
        self.close()

    def close(self) -> None:
        """Close the file in this process."""
        if connection := self._connections.pop(os.getpid(), None):
            connection.close()

    def _delete(self, gone: Iterable[str]) -> None:
        rows = [(key,) for key in gone]
        connection = self._connection()
        with connection:
            connection.executemany("DELETE FROM often WHERE key = ?", rows)
            connection.executemany(f"DELETE FROM seldom WHERE key = ?1 OR key = ?1 || '{BESIDE}'", rows)

    def _compact(self, connection: sqlite3.Connection) -> None:
        pages, free = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count"))
        if free > pages * SLACK:
            connection.execute("VACUUM")

    def _connection(self) -> sqlite3.Connection:
        own = os.getpid()
        if own not in self._connections:
            connection = sqlite3.connect(self.file, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            connection.execute("PRAGMA synchronous = OFF")  # a machine that loses its power may lose a cache
            connection.execute("PRAGMA journal_mode = WAL")
            self._connections[own] = connection
        return self._connections[own]


def fingerprint(settings: Settings, root: Path) -> str:
    """Digest all but the files' texts that shapes what is made of them: settings, code, and versions of packages."""
    digest = blake2b(digest_size=16)
    shaping = (
        settings.languages, settings.marker_langs, settings.timezone.key,
        settings.markdown, settings.text_filters, settings.checks,
    )  # fmt: skip
    digest.update(f"{sys.version_info[:3]} {shaping!r}".encode())
    named = (*settings.text_filters, *settings.checks, *settings.markdown.get("extension_configs", {}))
    ours = (root / "requirements.lock", *sorted((root / "plugins").rglob("*.py")))
    files = [(str(file.relative_to(root)), file) for file in ours] + [(file.name, file) for file in _own_files(named)]
    for name, file in files:
        digest.update(f"{name}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _own_files(names: Iterable[str]) -> list[Path]:
    """Find the files of modules that a site adds; those of packages are known by the lock."""
    found = []
    for name in names:
        if not name.startswith(("plugins.", "markdown.", "pymdownx.")):
            try:
                spec = find_spec(name)
            except (ImportError, ValueError):
                continue
            if spec and spec.origin and Path(spec.origin).is_file():
                found.append(Path(spec.origin))
    return found


def memory_path(settings: Settings, root: Path) -> Path:
    """Give the file that keeps the memory of a content folder."""
    content = os.path.relpath(settings.content.resolve(), root)  # the same in a clone elsewhere
    place = f"{content}\0{settings.checks}".encode("utf-8", "surrogateescape")
    return root / ".cache" / "catalogue" / f"{blake2b(place, digest_size=8).hexdigest()}.sqlite"


def open_memory(settings: Settings, root: Path, made_by: str) -> Memory:
    """Open what was kept for a content folder; a damaged file is dropped, and one that cannot be had is none.

    `made_by` is the fingerprint of what shapes results.
    """
    file = memory_path(settings, root)
    for _ in range(2):
        try:
            is_new = not file.exists()
            memory = Memory(FileStore(file, made_by))
            if is_new:
                _drop_oldest(file.parent)
            return memory
        except sqlite3.DatabaseError as fault:
            if isinstance(fault, sqlite3.OperationalError):  # no damage: no right to write, or no room
                break
            tell_damaged(file)
        except OSError:
            break
    return Memory()


def tell_damaged(file: Path) -> None:
    """Drop a damaged file, with one line about it."""
    if file.exists():
        print(f"plaza: the cache {file.name} was damaged; it is made anew", file=sys.stderr)
        _drop(file)


def _summed(data: bytes) -> bytes:
    return blake2b(data, digest_size=SUM).digest() + data


def _is_whole(data: bytes) -> bool:
    return len(data) > SUM and blake2b(data[SUM:], digest_size=SUM).digest() == data[:SUM]


def _drop(file: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        with suppress(OSError):
            file.with_name(file.name + suffix).unlink(missing_ok=True)


def _drop_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("*.sqlite"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in kept[MOST_FILES:]:
        _drop(file)
