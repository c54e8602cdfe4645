from typing import Any

import pytest

from plugins.catalogue.source import BodySource
from plugins.checks import untranslated
from plugins.checks.untranslated import check_planned, check_post

ORIGINAL = "Nadie empieza hablando en la primera sesión.\n\n- uno dos tres cuatro cinco\n\nOaxaca"


def source(lang: str, text: str, is_published: bool = True) -> BodySource:
    return BodySource(f"a.{lang}.md", lang, tuple(text.split("\n")), 5, is_published)


def told(text: str, is_published: bool = True) -> list[tuple[str, int, str]]:
    sources = {"es": source("es", ORIGINAL), "en": source("en", text, is_published)}
    return [(problem.path, problem.line, problem.message) for problem in check_post(sources, "es", ("es", "en"))]


def test_a_block_as_in_the_original_is_told_with_its_place_there() -> None:
    assert told("Hello.\n\nNadie empieza hablando en la primera sesión.") == [
        ("a.en.md", 7, "the paragraph is as in a.es.md:5; expected it in en")
    ]
    assert told("- uno dos tres cuatro cinco") == [("a.en.md", 5, "the item is as in a.es.md:7; expected it in en")]


def test_few_words_may_be_equal_in_two_languages() -> None:
    assert told("Nobody starts by talking.\n\nOaxaca") == []


def test_a_place_that_nobody_filled_is_told() -> None:
    asked = "<!--\nNadie empieza hablando en la primera sesión.\n-->\n\n"
    empty = (5, "nothing stands below the comment with the original's words; expected them in en")
    assert told(asked)[0][1:] == empty
    assert told(f"{asked}<!--\n- uno dos tres cuatro cinco\n-->\n\n- one\n")[0][1:] == empty
    assert told(f"{asked}Nobody starts by talking.\n") == []


def test_a_comment_of_the_translators_own_asks_for_nothing() -> None:
    assert told("<!--\nPreguntar a la autora por esta palabra de aquí.\n-->\n\nNadie empieza.") == []


def test_a_draft_is_being_written() -> None:
    assert told(ORIGINAL, is_published=False) == []


LONG = (
    "Nadie empieza hablando en la primera sesión, y casi nadie vuelve a la segunda sin haber hablado con alguien antes."
)


def copies(original: str, text: str) -> list[tuple[int, str]]:
    sources = {"es": source("es", original), "en": source("en", text)}
    return [(problem.line, problem.message.partition(";")[0]) for problem in check_post(sources, "es", ("es", "en"))]


def test_quotes_and_tables_with_words_are_texts() -> None:
    quote = "> Nadie empieza hablando en la primera sesión."
    table = "| día | copia del día |\n|---|---|\n| lunes | discos de siempre |"
    assert copies(f"{quote}\n\n{table}", f"Hello.\n\n{quote}\n\n{table}") == [
        (7, "the quote is as in a.es.md:5"),
        (9, "the table is as in a.es.md:7"),
    ]
    numbers = "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |"
    assert copies(numbers, numbers) == []


def test_parallel_quotes_are_equal_by_design() -> None:
    quote = "> [es] Nadie empieza hablando en la primera sesión.\n>\n> [en] Nobody starts by talking."
    assert copies(quote, quote) == []
    inside = f"- Cuatro palabras como estas:\n\n{quote.replace('>', '    >')}\n\n{LONG}"
    assert copies(inside, inside) == [(11, "the paragraph is as in a.es.md:11")]


def test_a_copy_that_is_wrapped_anew_is_one() -> None:
    words = LONG.split()
    assert copies(LONG, f"{' '.join(words[:3])}\n{' '.join(words[3:])}") == [(5, "the paragraph is as in a.es.md:5")]
    assert copies(LONG, f"**{words[0]}** {' '.join(words[1:])}") == [(5, "the paragraph is as in a.es.md:5")]


def test_places_of_links_are_no_words() -> None:
    links = "".join(f"[{word}]: https://example.org/\n" for word in ("uno", "dos", "tres", "cuatro", "cinco"))
    assert copies(links, links) == []


def test_a_short_comment_that_nobody_filled_is_told() -> None:
    nothing = "nothing stands below the comment with the original's words"
    assert copies("Hola.", "<!--\nHola.\n-->\n") == [(5, nothing)]
    assert copies("- a\n    - Hola.", "<!--\n    - Hola.\n-->\n") == [(5, nothing)]
    assert copies("Hola.", "<!--\nHola.\n-->\n\n<!-- check: ignore missing-alt -->\n\n") == [(5, nothing)]
    assert copies("Hola.", "<!--\nHola.\n-->\n\n<!-- check: ignore missing-alt -->\nHi.\n") == []


def test_files_that_share_no_words_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untranslated, "body_blocks", None)
    quote = "> [es] Nadie empieza hablando en la primera sesión.\n>\n> - uno dos tres cuatro cinco"
    fence = "```sh\nuno dos tres cuatro cinco\n\nuno dos tres cuatro cinco\n```"
    assert copies(f"{ORIGINAL}\n\n{quote}\n\n{fence}", f"Nobody starts by talking, ever.\n\n{quote}\n\n{fence}") == []


def test_a_copied_summary_and_a_copied_alt_are_told(example: Any) -> None:
    fields = "summary: Nadie empieza hablando en *la primera* sesión.\nimage: media/a.png\nimage_alt: {}\n"
    texts = {
        "posts/a.es.md": f"---\ntitle: A\ndate: 2013-11-20\n{fields.format('Una mesa con tres sillas rotas')}---\n",
        "posts/a.en.md": f"---\ntitle: A\noriginal: es\n{fields.format('Una mesa con tres sillas rotas')}---\n",
        "posts/b.es.md": f"---\ntitle: B\ndate: 2013-11-20\n{fields.format('Mesa')}---\n",
        "posts/b.en.md": f"---\ntitle: B\noriginal: es\nstatus: draft\n{fields.format('Mesa')}---\n",
    }
    plan, _ = example.plan(texts, ["media/a.png"])
    found = [problem for post in plan.composer.catalogue.posts for problem in check_planned(post, plan)]
    assert [(problem.path, problem.line, problem.message) for problem in found] == [
        ("posts/a.en.md", 4, "the summary is as in posts/a.es.md:4; expected it in en"),
        ("posts/a.en.md", 6, "the image_alt is as in posts/a.es.md:6; expected it in en"),
    ]


@pytest.mark.parametrize("piece", ["> [es] a\n", "```\n~~~\n", "<!--\n", "<!--\n-->", "[a", "> \n", "- ", "``` "])
def test_hostile_bodies_are_read_in_linear_time(piece: str) -> None:
    copies(piece * 20_000, piece * 20_000)
