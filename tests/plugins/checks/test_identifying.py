"""How far the language rules can be trusted: measured on every passage of the sample, as the docs state."""

from collections.abc import Iterator

import pytest

from plugins.catalogue.front_matter import Split, split_file
from plugins.catalogue.source import BodySource
from plugins.checks.foreign_passage import check_body
from plugins.checks.identifying import FEWEST_LETTERS, other_language
from plugins.checks.passages import Passage, passages
from tests.support.building import ROOT

LANGS = ("es", "en", "pt", "nah")
OTHER = {"es": "en", "en": "es"}


def sources() -> Iterator[BodySource]:
    for file in sorted((ROOT / "content").glob("*/*.md")):
        lang = file.stem.rpartition(".")[2]
        split = split_file(file.read_text(encoding="utf-8"), file.name)
        assert isinstance(split, Split)
        yield BodySource(file.name, lang, split.body, split.body_line, is_published=True)


@pytest.fixture(scope="module")
def sample() -> list[Passage]:
    found = [passage for source in sources() for passage in passages(source)]
    return [
        passage for passage in found if passage.lang in OTHER and sum(map(str.isalpha, passage.text)) >= FEWEST_LETTERS
    ]


def test_the_sample_is_large_enough_to_measure_on(sample: list[Passage]) -> None:
    assert sum(passage.lang == "es" for passage in sample) >= 300
    assert sum(passage.lang == "en" for passage in sample) >= 300


def test_passages_in_their_own_language_are_left_alone(sample: list[Passage]) -> None:
    wrong = [passage for passage in sample if other_language(passage.text, passage.lang, LANGS)]
    precision = 1 - len(wrong) / len(sample)
    assert precision >= 0.99, wrong


def test_passages_in_the_other_language_are_found_out(sample: list[Passage]) -> None:
    found = [p for p in sample if other_language(p.text, OTHER[p.lang], LANGS) == p.lang]
    long = [p for p in sample if len(p.text) >= 60]
    assert len(found) / len(sample) >= 0.9
    assert len([p for p in long if p in found]) / len(long) >= 0.95


def test_no_sentence_of_the_sample_is_taken_for_a_foreign_one() -> None:
    assert [problem for source in sources() for problem in check_body(source, LANGS)] == []


@pytest.mark.parametrize(
    ("text", "declared", "found"),
    [
        ("Keep your data in two places, and try to read them once a year.", "es", "en"),
        ("Guarda tus datos en dos lugares y prueba a leerlos una vez al año.", "en", "es"),
        ("Guarda tus datos en dos lugares y prueba a leerlos una vez al año.", "es-MX", ""),
        ("SocialTIC, Mozilla Foundation, Creative Commons", "es", ""),
        ("Keep it.", "es", ""),
        ("Instala LibreOffice Writer, Thunderbird, Firefox Multi-Account Containers y KeePassXC.", "es", ""),
        (
            'Fuente: Organisation for Economic Co-operation and Development, "Government at a Glance".',
            "es",
            "",
        ),
        ("Durante: parejas, no estrellas", "en", "es"),
        ("Guarde os seus dados em dois lugares e tente lê-los uma vez por ano.", "en", "pt"),
        ("Ma tiktlajtolchikawakan totlajtol ika nochi toyolo", "nah", ""),
    ],
)
def test_single_passages(text: str, declared: str, found: str) -> None:
    assert other_language(text, declared, LANGS) == found
