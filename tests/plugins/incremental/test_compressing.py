"""Files with compressed variants beside them: as current as their file, made where it changes, gone with it."""

import gzip
import os
from collections.abc import Mapping
from pathlib import Path

import brotli
import pytest

from plugins.incremental.commit import Fingerprint, Written, commit, is_up_to_date, note_inputs, staging
from plugins.incremental.reasons import Reason

BOTH = ("gzip", "br")


def text(word: str, times: int = 500) -> str:
    return f"{word} " * times


def build(
    output: Path, files: Mapping[str, str], compressions: tuple[str, ...] = BOTH, own: frozenset[str] = frozenset()
) -> Written:
    """Commit files as a build does: those of the same text under the same key are kept."""
    manifest = output.parent / "manifest.json"
    with staging(output, manifest, None, compressions, own) as staged:
        for path, content in files.items():
            if not staged.keep(path, content[:9]):
                made = staged.stage(path, Fingerprint(content[:20], "t", "s"), content.encode, content[:9])
                staged.take(made)
        return commit(staged, manifest, False)


def names(output: Path) -> list[str]:
    return sorted(path.name for path in output.iterdir() if path.name != ".plaza")


def are_whole(output: Path) -> bool:
    """Tell whether each variant holds what its file does."""
    zipped = all(gzip.decompress(one.read_bytes()) == one.with_suffix("").read_bytes() for one in output.glob("*.gz"))
    packed = all(brotli.decompress(one.read_bytes()) == one.with_suffix("").read_bytes() for one in output.glob("*.br"))
    return zipped and packed


def test_variants_stand_beside_their_file_and_count_with_it(output: Path) -> None:
    done = build(output, {"a.html": text("one"), "small.html": "one", "a.png": text("one")})
    assert names(output) == ["a.html", "a.html.br", "a.html.gz", "a.png", "small.html"]
    assert (done.written, done.total) == (("a.html", "a.png", "small.html"), 3)
    assert are_whole(output)
    assert build(output, {"a.html": text("one"), "small.html": "one", "a.png": text("one")}) == Written((), (), 3)


def test_only_what_has_changed_is_compressed_again(output: Path) -> None:
    build(output, {"a.html": text("one"), "b.html": text("two")})
    before = {path: path.stat().st_mtime_ns for path in output.iterdir()}
    assert build(output, {"a.html": text("one"), "b.html": text("three")}).written == ("b.html",)
    changed = sorted(path.name for path, time in before.items() if path.stat().st_mtime_ns != time)
    assert changed == [".plaza", "b.html", "b.html.br", "b.html.gz"]
    assert are_whole(output)


def test_a_page_that_comes_out_as_before_keeps_its_variants(output: Path) -> None:
    build(output, {"a.html": text("one")})
    manifest = output.parent / "manifest.json"
    with staging(output, manifest, None, BOTH) as staged:
        made = staged.stage("a.html", Fingerprint("another view", "t", "s"), text("one").encode)
        assert [variant.reason for variant in made.variants] == [None, None]
        staged.take(made)
        assert commit(staged, manifest, False).written == ()
    assert are_whole(output)


def test_a_variant_that_somebody_removed_or_changed_comes_back(output: Path) -> None:
    build(output, {"a.html": text("one"), "b.html": text("two")})
    (output / "a.html.gz").unlink()
    (output / "b.html.br").write_bytes(b"mine")
    done = build(output, {"a.html": text("one"), "b.html": text("two")})
    assert done.reasons == {"a.html.gz": Reason.MISSING, "b.html.br": Reason.TOUCHED}
    assert are_whole(output)


def test_an_output_without_one_of_its_variants_is_not_up_to_date(output: Path) -> None:
    manifest = output.parent / "manifest.json"
    build(output, {"a.html": text("one")})
    note_inputs(manifest, "x")
    assert is_up_to_date(output, manifest, "x", False)
    (output / "a.html.br").unlink()
    assert not is_up_to_date(output, manifest, "x", False)


def test_variants_go_with_their_file_and_with_the_setting(output: Path) -> None:
    build(output, {"a.html": text("one"), "b.html": text("two")})
    assert build(output, {"b.html": text("two")}).removed == ("a.html",)
    assert names(output) == ["b.html", "b.html.br", "b.html.gz"]
    assert build(output, {"b.html": text("two")}, ("br",)).removed == ("b.html.gz",)
    assert build(output, {"b.html": text("two")}, ()).removed == ("b.html.br",)
    assert names(output) == ["b.html"]
    assert build(output, {"b.html": text("two")}, ("br",)).written == ("b.html.br",)
    assert are_whole(output)


def test_a_file_that_becomes_too_small_loses_its_variants_before_it_is_moved(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(output, {"a.html": text("one")})
    move = Path.replace

    def watched(self: Path, target: Path) -> Path:
        if Path(target).name == "a.html":
            assert names(output) == ["a.html"]
        return move(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    build(output, {"a.html": "short"})
    assert names(output) == ["a.html"]


def test_a_variant_is_never_older_than_its_file(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(output, {"a.html": text("one")})
    move = Path.replace
    moved: list[str] = []
    monkeypatch.setattr(Path, "replace", lambda self, target: (moved.append(Path(target).name), move(self, target))[1])
    build(output, {"a.html": text("two"), "b.css": text("two")})
    assert [name for name in moved if name[0] in "ab"] == [
        *("b.css.br", "b.css.gz", "b.css", "a.html.br", "a.html.gz", "a.html"),
    ]


@pytest.mark.parametrize("kill_at", range(1, 7))
def test_a_build_killed_between_any_two_files_is_completed_by_the_next(
    kill_at: int, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(output, {"a.html": text("one"), "b.html": text("one")})
    move, count = Path.replace, 0

    def killed(self: Path, target: Path) -> Path:
        nonlocal count
        count += Path(target).name[0] in "ab"
        if count == kill_at:
            raise KeyboardInterrupt
        return move(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            build(output, {"a.html": text("two"), "b.html": text("two")})
    build(output, {"a.html": text("two"), "b.html": text("three")})
    assert (output / "a.html").read_text(encoding="utf-8") == text("two")
    assert len(names(output)) == 6
    assert are_whole(output)


def test_what_does_not_get_smaller_has_no_variant(output: Path) -> None:
    noise = os.urandom(2000)
    manifest = output.parent / "manifest.json"
    for _ in range(2):
        with staging(output, manifest, None, BOTH) as staged:
            staged.add("a.txt", noise)
            commit(staged, manifest, False)
        assert names(output) == ["a.txt"]


def test_a_file_of_the_content_that_is_named_as_a_variant_is_left_alone(output: Path) -> None:
    files = {"a.txt": text("one"), "a.txt.gz": "mine"}
    for _ in range(2):
        build(output, files, BOTH, frozenset({"a.txt.gz"}))
        assert (output / "a.txt.gz").read_text(encoding="utf-8") == "mine"
        assert names(output) == ["a.txt", "a.txt.br", "a.txt.gz"]


def test_without_a_manifest_variants_that_are_right_stay_and_others_go(output: Path) -> None:
    build(output, {"a.html": text("one"), "b.html": text("two")})
    before = (output / "a.html.br").stat().st_mtime_ns
    (output.parent / "manifest.json").unlink()
    done = build(output, {"a.html": text("one")})
    assert (done.written, done.removed) == ((), ("b.html",))
    assert (output / "a.html.br").stat().st_mtime_ns == before
    assert are_whole(output)
