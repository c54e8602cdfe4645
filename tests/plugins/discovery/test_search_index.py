"""The search index: the same bytes each time, kept until a record changes, made anew where what is kept is damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plugins.discovery import search_index
from plugins.discovery.search_index import ENTRY, NARROWINGS, kept_index, make_index
from plugins.discovery.search_records import Record


def record(name: str, words: str = "Palabras", **filed: tuple[str, ...]) -> Record:
    html = f'<html><body data-pagefind-body><h1 data-pagefind-meta="title">{name}</h1><p>{words}</p></body></html>'
    return Record(f"notas/{name}/index.html", html, filed)


MANY = [record(f"n{number}", f"texto {number}", topic=(f"t{number % 5}", "todos")) for number in range(40)]


def test_two_runs_make_the_same_bytes() -> None:
    assert make_index(MANY, "es") == make_index(MANY, "es")


def test_the_entry_file_has_its_keys_in_order() -> None:
    entry = make_index(MANY, "es")[ENTRY].decode()
    assert entry == json.dumps(json.loads(entry), sort_keys=True, ensure_ascii=False) + "\n"


def test_nothing_of_another_interface_is_kept() -> None:
    names = {Path(name).name for name in make_index(MANY, "es")}
    assert not {name for name in names if name.endswith((".css", "-ui.js", "-highlight.js"))}
    assert {name for name in names if name.startswith("wasm")} == {"wasm.es.pagefind"}


def test_narrowings_name_the_results_of_each_concept() -> None:
    files = make_index(MANY, "es")
    filed = json.loads(files[NARROWINGS])["topic"]
    assert {concept: len(results) for concept, results in filed.items()} == {
        **{f"t{n}": 8 for n in range(5)},
        "todos": 40,
    }
    assert {f"fragment/{result}.pf_fragment" for result in filed["todos"]} <= set(files)


@pytest.mark.parametrize("lang", ["ar", "nah", "pt-BR"])
def test_any_language_can_be_searched(lang: str) -> None:
    assert make_index(MANY, lang)[ENTRY]


def test_no_records_make_no_files() -> None:
    assert make_index([], "es") == {}


def test_pagefind_runs_once_until_a_record_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[str] = []
    made = search_index.make_index

    def counted(records: tuple[Record, ...], lang: str) -> object:
        runs.append(lang)
        return made(records, lang)

    monkeypatch.setattr(search_index, "make_index", counted)
    kept = tmp_path / "es.zip"
    first = kept_index(MANY, "es", kept)
    assert kept_index(MANY, "es", kept) == first
    assert len(runs) == 1
    kept_index([*MANY[:-1], record("otra")], "es", kept)
    assert len(runs) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["es.zip"]


def test_a_change_of_filing_alone_makes_a_new_index(tmp_path: Path) -> None:
    kept_index([record("a", topic=("uno",))], "es", tmp_path / "es.zip")
    found = kept_index([record("a", topic=("dos",))], "es", tmp_path / "es.zip")
    assert "dos" in json.loads(found[NARROWINGS])["topic"]


@pytest.mark.parametrize("damage", [b"", b"PK", b"nothing of ours" * 100])
def test_a_damaged_archive_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    kept = tmp_path / "es.zip"
    first = kept_index(MANY[:3], "es", kept)
    kept.write_bytes(damage or kept.read_bytes()[:-40])
    assert kept_index(MANY[:3], "es", kept) == first


def test_a_machine_that_cannot_run_pagefind_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index.pagefind_bin, "get_executable", lambda: Path("/nowhere/pagefind"))
    with pytest.raises(OSError, match="--no-search"):
        make_index(MANY, "es")
