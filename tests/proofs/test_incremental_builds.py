"""After any sequence of edits, the output of a build on what is there equals that of a build from nothing."""

from dataclasses import fields, is_dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.incremental import commit, fingerprint
from plugins.plan import amending
from plugins.plan.build import Build
from tests.support.edited_site import EDITS, differences, make_site

FEW, MANY = 10, 200


@pytest.fixture(autouse=True)
def believed_stamps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a plan serve again at once: builds are further apart than two edits that one stamp would not tell apart."""
    monkeypatch.setattr("plugins.plan.surroundings.GRAIN", 0)


def check_edits(names: list[str], seed: int, home: Path) -> int:
    """Compare after each edit, on builds by turns of processes of their own and of one that serves.

    Gives how many had the plan of a build before.
    """
    site, random = make_site(home / "site"), Random(seed)
    if seed % 2:
        site.set(COMPRESS=["gzip", "br"], FINGERPRINT=True, MINIFY=True)
    builds: list[Build] = []

    def build() -> Build:
        builds.append(site.build(random.choice((None, builds[-1])) if builds else None))
        return builds[-1]

    assert differences(site, home / "clean", build) == []
    for step, name in enumerate(names):
        EDITS[name](site, random)
        assert differences(site, home / "clean", build) == [], (step, name, names, seed)
    return sum(build.is_amended for build in builds)


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.prove)])
def test_edits_of_words_one_after_another(seed: int, tmp_path: Path) -> None:
    # Of another process, plans are kept for a few sites only: how many serve again depends on what runs beside this
    assert check_edits(["text", "links", "lines"] * 4, seed, tmp_path) > 0


@pytest.mark.parametrize("seed", range(1))
def test_ten_edits_one_after_another(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    check_edits(random.sample(list(EDITS), FEW), seed, tmp_path)


@pytest.mark.prove
@settings(max_examples=10, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.lists(st.sampled_from(list(EDITS)), min_size=MANY // 10, max_size=MANY // 10), st.integers(0, 2**16))
def test_two_hundred_edits_in_sequences_that_hypothesis_makes(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], seed: int
) -> None:
    check_edits(names, seed, tmp_path_factory.mktemp("edits"))


@pytest.mark.parametrize("edit", ["title", "summary", "fragment", "status", "topics"])
def test_what_others_know_of_a_text_is_looked_at(edit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(amending, "_is_known_alike", lambda *_: True)
    site, random = make_site(tmp_path / "site"), Random(1)
    site.build()
    for _ in range(4):
        EDITS[edit](site, random)
        if differences(site, tmp_path / "clean"):
            return
    pytest.fail(f"{edit} may be taken for words alone, and nobody sees it")


# Fields of views, left out of the digest in turn, and edits after which the oracle has to see it. What the data of an
# article says too (its title, its text) has to be left out of both.
LEFT_OUT = {
    "summary description share data": ("summary",),
    "cards lead": ("title", "summary"),
    "body data": ("text",),
    "date data share citation": ("date",),
    "level data share": ("level",),
    "older newer": ("title", "date"),
    "related": ("title", "summary"),
    "credits data citation": ("authors",),
    "entries": ("text",),
}
IN_THE_SUITE = ("body data", "cards lead")


@pytest.mark.parametrize(
    "names", [pytest.param(n, marks=() if n in IN_THE_SUITE else pytest.mark.prove) for n in LEFT_OUT]
)
def test_a_field_that_is_left_out_of_the_digest_is_noticed(
    names: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = names.split()
    whole = fingerprint._plain

    def without(value: Any, kept: Any) -> object:
        if not is_dataclass(value):
            return whole(value, kept)
        return [type(value).__name__, *(getattr(value, one.name) for one in fields(value) if one.name not in out)]

    monkeypatch.setattr(fingerprint, "_plain", without)
    site, random = make_site(tmp_path / "site"), Random(1)
    site.set(WORKERS=1)
    assert differences(site, tmp_path / "clean") == []
    for _ in range(6):
        for edit in LEFT_OUT[names]:
            EDITS[edit](site, random)
            if differences(site, tmp_path / "clean"):
                return
    pytest.fail(f"{names} may be forgotten, and nobody sees it")


def test_the_digest_of_the_commit_is_the_one_that_is_tested() -> None:
    assert commit.digest is fingerprint.digest
