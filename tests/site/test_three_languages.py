from pathlib import Path

import pytest
from PIL import features

from tests.support.building import ROOT, Built, build

SETTINGS = ROOT / "tests" / "data" / "three_languages" / "settings.py"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(None, tmp_path_factory.mktemp("three") / "output", settings=SETTINGS)


def test_a_third_language_needs_an_entry_a_catalogue_and_content_alone(built: Built) -> None:
    # A machine without FriBiDi cannot join Arabic letters, and says so of its cards.
    rules = {problem.rule for problem in built.build.diagnostics}
    assert rules <= (set() if features.check("raqm") else {"card-letters"})
    assert built.problems == ""


def test_a_third_language_is_crawled_below_a_path(output: Path) -> None:
    assert build(None, output, "https://example.org/blog", SETTINGS).problems == ""


def test_a_third_language_is_crawled_with_drafts(output: Path) -> None:
    assert build(None, output, settings=SETTINGS, drafts=True).problems == ""


def test_pages_of_a_language_written_from_right_to_left_say_so(built: Built) -> None:
    page = built.read("ar/مقالات/sunduq/index.html")

    assert '<html lang="ar" dir="rtl">' in page
    assert "1 أبريل 2025" in page
    assert '<em lang="es" dir="ltr">la memoria</em>' in page


def test_a_quote_shows_the_original_and_the_language_of_the_page(built: Built) -> None:
    arabic, spanish = built.read("ar/مقالات/sunduq/index.html"), built.read("notas/la-caja-de-zapatos/index.html")

    assert "الأصل باللغة العربية" in arabic
    assert '<blockquote class="parallel-quote__original" lang="ar" dir="rtl">' in spanish
    assert '<blockquote class="parallel-quote__translation" lang="es">' in spanish
    assert "<details" in spanish


def test_a_link_to_a_post_without_a_translation_names_the_language_of_the_original(built: Built) -> None:
    page = built.read("en/posts/the-shoebox/index.html")

    assert 'href="/ar/%D9%85%D9%82%D8%A7%D9%84%D8%A7%D8%AA/qaima/" hreflang="ar"' in page


def test_x_default_is_the_original_where_the_main_language_lacks_the_page(built: Built) -> None:
    page = built.read("ar/مقالات/qaima/index.html")

    assert 'hreflang="x-default" href="http://localhost:8000/ar/%D9%85%D9%82%D8%A7%D9%84%D8%A7%D8%AA/qaima/"' in page
    assert 'hreflang="es"' not in page.partition("<body")[0]


def test_the_names_of_the_site_are_by_language(built: Built) -> None:
    assert "<title>الساحة" in built.read("ar/index.html")
    assert "<title>Plaza" in built.read("en/index.html")
