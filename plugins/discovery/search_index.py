"""The search index of each language, made by Pagefind from our records, and kept until a record changes.

An adapter: it runs Pagefind's program on a folder of its own, and keeps the files in `.cache/search/`, one archive an
output and language. Pagefind names its files by what is in them. Its entry file differs between runs, and so would its
filters: what narrows a search is a file of ours instead.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from errno import ENOEXEC
from hashlib import blake2b
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pagefind_bin

from plugins.discovery.search_records import FOLDER, Record, search_records
from plugins.plan.identity import Identity
from plugins.plan.named import ROOT
from plugins.plan.plan import Plan, PlannedFile

ENTRY = "pagefind-entry.json"
UNUSED = ("-ui.js", "-ui.css", "-highlight.js")  # Pagefind's own interface; ours is theme/static/js/search.js
NOT_TEXT = (".parallel-quote__link", ".parallel-quote__label", ".footnote-backref", ".link-lang", ".transcript__time")
NARROWINGS = "narrowings.json"
FRAGMENT = b"pagefind_dcd"  # what the JSON of a result begins with
FORMAT = "2"  # of what is kept; another number makes every index anew


def search_files(plan: Plan) -> Iterable[PlannedFile]:
    """Make the index of every language; none where the site has no search.

    Raises OSError where Pagefind cannot run.
    """
    composer = plan.composer
    pages = composer.addresses.get(Identity("search"), {})
    if not composer.settings.has_search:
        return
    for lang, address in pages.items():
        folder = address.path.removesuffix("index.html") + FOLDER
        records = search_records(composer, lang)
        kept = ROOT / ".cache" / "search" / f"{_digest(str(composer.settings.output.resolve()))}-{lang}.zip"
        for name, content in sorted(kept_index(records, lang, kept).items()):
            yield PlannedFile(f"{folder}/{name}", content)


def kept_index(records: Iterable[Record], lang: str, kept: Path) -> Mapping[str, bytes]:
    """Give the files of an index by name: those kept in an archive where it is of the same records, else new ones."""
    records = tuple(records)
    digest = _digest(
        FORMAT,
        _program_stamp(),
        lang,
        *(text for each in records for text in (each.path, each.html, _json(each.filed))),
    )
    found = _read(kept, digest)
    if found is not None:
        return found
    made = make_index(records, lang)
    _write(kept, digest, made)
    return made


def make_index(records: Iterable[Record], lang: str) -> Mapping[str, bytes]:
    """Run Pagefind over records; it makes nothing of none. Raises OSError that says what it told."""
    records = tuple(records)
    if not records:
        return {}
    with tempfile.TemporaryDirectory(prefix="plaza-search-") as made:
        site, out = Path(made, "site"), Path(made, "index")
        for record in records:
            file = site / record.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(record.html, encoding="utf-8")
        _run("--site", str(site), "--output-path", str(out), "--force-language", lang.split("-")[0], "--silent",
             "--exclude-selectors", ", ".join(NOT_TEXT))  # fmt: skip
        files = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    used = _without_noise(files)
    return used | {NARROWINGS: narrowings(records, used)}


def _run(*options: str) -> None:
    program = str(pagefind_bin.get_executable())
    help_ = "build with --no-search to leave search out"
    try:
        done = subprocess.run((program, *options), capture_output=True, text=True, check=False)
    except OSError as fault:
        raise OSError(fault.errno, f"the search index cannot be made ({fault.strerror}); {help_}", program) from fault
    if done.returncode:
        told = " ".join((done.stderr or done.stdout).split()) or f"exit code {done.returncode}"
        raise OSError(ENOEXEC, f"the search index cannot be made ({told}); {help_}", program)


def _without_noise(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Keep what a search loads, and write the entry file with its keys in order."""
    entry = json.loads(files[ENTRY])
    wasm = {f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in entry["languages"].values()}
    used = {
        name: content
        for name, content in files.items()
        if not name.endswith(UNUSED) and (not name.startswith("wasm.") or name in wasm)
    }
    used[ENTRY] = _json(entry).encode()
    return used


def narrowings(records: Iterable[Record], files: Mapping[str, bytes]) -> bytes:
    """Write which results are filed where, as JSON: kind of concept -> its id -> ids of results, in order."""
    filed = {f"/{record.path.removesuffix('index.html')}": record.filed for record in records}
    found: dict[str, dict[str, list[str]]] = {}
    for name in sorted(files):
        if name.startswith("fragment/"):
            url = json.loads(gzip.decompress(files[name]).removeprefix(FRAGMENT))["url"]
            for kind, concepts in filed[url].items():
                for concept in concepts:
                    found.setdefault(kind, {}).setdefault(concept, []).append(Path(name).stem)
    return _json(found).encode()


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False) + "\n"


def _program_stamp() -> str:
    """Tell one Pagefind from another without running it."""
    return _digest(Path(pagefind_bin.get_executable()).read_bytes())


def _digest(*texts: str | bytes) -> str:
    digest = blake2b(digest_size=16)
    for text in texts:
        content = text.encode() if isinstance(text, str) else text
        digest.update(f"{len(content)}:".encode() + content)
    return digest.hexdigest()


def _read(kept: Path, digest: str) -> dict[str, bytes] | None:
    """Give what an archive keeps; None where there is none, it is damaged, or it is of other records."""
    try:
        with ZipFile(kept) as archive:
            if archive.comment != digest.encode():
                return None
            return {name: archive.read(name) for name in archive.namelist()}
    except (OSError, BadZipFile, ValueError, NotImplementedError):
        return None


def _write(kept: Path, digest: str, files: Mapping[str, bytes]) -> None:
    """Keep an index; a machine that cannot makes it again next time."""
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as draft, ZipFile(draft, "w") as archive:
            archive.comment = digest.encode()
            for name, content in files.items():
                archive.writestr(name, content)
        Path(draft.name).replace(kept)
