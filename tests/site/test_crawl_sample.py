from pathlib import Path

import html5lib
import pytest

from tests.support.building import Built, build, run_plaza


def test_a_crawl_of_the_sample_finds_nothing(built_sample: Built) -> None:
    assert built_sample.problems == ""


@pytest.mark.prove
def test_a_crawl_of_the_sample_below_a_path_finds_nothing(output: Path) -> None:
    built = build(None, output, "https://example.org/blog")

    assert built.problems == ""
    assert 'href="/blog/en/"' in built.read("index.html")


@pytest.mark.prove
def test_a_crawl_of_the_sample_with_drafts_finds_nothing(output: Path) -> None:
    assert build(None, output, drafts=True).problems == ""


def test_a_browser_reads_every_page_without_repairing_it(built_sample: Built) -> None:
    pages = sorted(built_sample.output.rglob("*.html"))
    assert pages
    for page in pages:
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(page.read_text(encoding="utf-8"))
        assert parser.errors == [], page


def test_the_sample_builds_without_a_warning_in_one_line(output: Path) -> None:
    done = run_plaza("build", "--output", str(output))

    assert done.returncode == 0
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("kind", ["home", "post", "page", "archive", "topic", "level", "activity", "person", "error"])
@pytest.mark.parametrize("lang", ["es", "en"])
def test_the_sample_has_a_page_of_each_kind_in_each_language(built_sample: Built, kind: str, lang: str) -> None:
    pages = (path.read_text(encoding="utf-8") for path in built_sample.output.rglob("*.html"))

    assert any(f'data-kind="{kind}"' in page and f'<html lang="{lang}"' in page for page in pages)
