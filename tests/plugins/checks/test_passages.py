import pytest

from plugins.catalogue.source import BodySource
from plugins.checks.passages import passages

ENGLISH = "Keep your data in two places, and try to read them once a year."


def texts(text: str) -> list[tuple[int, str]]:
    source = BodySource("posts/a.es.md", "es", tuple(text.split("\n")), 5, is_published=True)
    return [(found.line, " ".join(found.text.split())) for found in passages(source) if found.text.strip()]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f'Uno <span lang="en">{ENGLISH}</span> dos.', [(5, "Uno dos.")]),
        (f"Uno <q class='a' lang=en>{ENGLISH}</q>.", [(5, "Uno .")]),
        (f'<div lang="en" markdown="1">\n\n{ENGLISH}\n\n{ENGLISH}\n\n</div>\n\nUno.', [(13, "Uno.")]),
        (f"{ENGLISH}\n{{: lang=en }}\n\nUno.", [(8, "Uno.")]),
        (f"> {ENGLISH}\n> {{: lang=en }}\n>\n> Uno.", [(5, "Uno.")]),
        (f"- {ENGLISH}\n    {{: .a lang=en }}\n- Uno.", [(7, "- Uno.")]),
        (f"# {ENGLISH} {{lang=en}}\n\nUno.", [(7, "Uno.")]),
        (f"{ENGLISH} {{: #a lang=en }}\n=====\n\nUno.", [(8, "Uno.")]),
        (f"*{ENGLISH}*{{lang=en}} Uno.", [(5, "Uno.")]),
    ],
)
def test_what_says_its_own_language_is_no_passage_of_the_files(text: str, left: list[tuple[int, str]]) -> None:
    assert texts(text) == left


@pytest.mark.parametrize(
    "text",
    [
        f"Uno {ENGLISH} {{lang=en}} dos.",
        f'<a hreflang="en" href="/">{ENGLISH}</a>',
        f"{ENGLISH}\n{{: .a }}",
        f'<img lang="en"> {ENGLISH}',
        f"# {ENGLISH} {{#lang}}",
    ],
)
def test_what_says_none_is_one(text: str) -> None:
    assert ENGLISH in texts(text)[0][1]


@pytest.mark.parametrize(
    "piece", ['<b lang="en">', '<b lang="en"></b>', "<b ", "{: lang=", "{: lang=en }\n", "<b lang= "]
)
def test_hostile_bodies_are_read_in_linear_time(piece: str) -> None:
    texts(piece * 10_000)
