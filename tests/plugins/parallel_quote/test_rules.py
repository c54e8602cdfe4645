"""Diagnostics about parallel quotes; those of single bodies are in test_syntax.py, as examples."""

from __future__ import annotations

from plugins.catalogue.source import BodySource
from plugins.diagnostics import Diagnostic, Severity, as_text
from plugins.parallel_quote.rules import check_body, check_post

LANGS = ("es", "en", "fr")


def source(lang: str, text: str, first_line: int = 1, is_published: bool = True) -> BodySource:
    return BodySource(f"posts/x.{lang}.md", lang, tuple(text.splitlines()), first_line, is_published)


def test_untranslated_quote_is_reported_at_its_first_line_in_the_file() -> None:
    assert check_body(source("en", "Text\n\n> [es] Hola\n>\n> [fr] Salut", first_line=10), LANGS) == (
        Diagnostic(
            "posts/x.en.md",
            12,
            Severity.ERROR,
            "quote-untranslated",
            "quote has no translation into en",
            "add a paragraph that starts with [en]",
        ),
    )


def test_missing_text_is_a_warning_in_a_file_that_is_not_published() -> None:
    text = "> [es] Hola\n>\n> [fr]\n\n> [es] Hola\n>\n> [en] Hello\n> [es] otra"
    found = check_body(source("en", text, is_published=False), LANGS)
    assert [(d.line, d.rule, d.severity) for d in found] == [
        (1, "quote-untranslated", "warning"),
        (3, "quote-empty-part", "warning"),
        (8, "quote-marker-in-paragraph", "error"),
    ]


def test_tag_that_is_a_prefix_of_the_page_s_serves_it() -> None:
    assert check_body(source("en-GB", "> [es] Hola\n>\n> [en] Hello"), LANGS) == ()


def test_body_without_quotes_is_sound() -> None:
    assert check_body(source("en", ""), LANGS) == ()
    assert check_body(source("en", "> quote\n\n[es] text"), LANGS) == ()


def test_drift_is_a_warning_in_both_files_that_names_the_other() -> None:
    sources = {
        "en": source("en", "> [es] Hola\n>\n> [en] Hi", first_line=9),
        "es": source("es", "Texto\n\n> [es] Hola\n>\n> [en] Hello", first_line=5),
    }
    assert as_text(check_post(sources, "es", LANGS)) == (
        "posts/x.en.md:11: warning: quote part [en] differs from posts/x.es.md:9: "
        "“Hi” here, “Hello” there [quote-drift]\n"
        "  help: make both read the same\n"
        "posts/x.es.md:9: warning: quote part [en] differs from posts/x.en.md:11: "
        "“Hello” here, “Hi” there [quote-drift]\n"
        "  help: make both read the same\n"
    )


def test_third_file_is_compared_with_the_original_first_and_each_part_reported_once() -> None:
    same = "> [es] Hola\n>\n> [en] Hello\n>\n> [fr] Salut"
    sources = {
        "es": source("es", same),
        "en": source("en", same),
        "fr": source("fr", same.replace("Hello", "Hi")),
    }
    found = check_post(sources, "es", LANGS)
    assert [(d.path, d.line, d.message) for d in found] == [
        ("posts/x.en.md", 3, "quote part [en] differs from posts/x.fr.md:3: “Hello” here, “Hi” there"),
        ("posts/x.es.md", 3, "quote part [en] differs from posts/x.fr.md:3: “Hello” here, “Hi” there"),
        ("posts/x.fr.md", 3, "quote part [en] differs from posts/x.es.md:3: “Hi” here, “Hello” there"),
    ]


def test_post_in_one_language_has_no_drift() -> None:
    assert check_post({"es": source("es", "> [es] Hola")}, "es", LANGS) == ()
