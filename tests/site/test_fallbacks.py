"""What readers get of posts that are not in their language, and how listings are cut into pages."""

import re
from pathlib import Path

import pytest

from tests.conftest import Write
from tests.support.building import Built, build

CARD = re.compile(r'<h[23] class="card__title">.*?</h[23]>')


def post(number: int, title: str = "") -> str:
    return (
        f"---\ntitle: {title or f'Nota {number}'}\ndate: 2026-01-{number:02}\nauthors: [Ana]\n---\n\nTexto {number}.\n"
    )


def titles(built: Built, path: str) -> list[str]:
    return [re.sub("<.*?>", "", card) for card in CARD.findall(built.read(path))]


def test_a_home_shows_posts_of_its_own_language_first(content: Write, output: Path) -> None:
    built = build(
        content(
            {"posts/a.en.md": post(1, "Oldest"), "posts/b.es.md": post(2, "Media"), "posts/c.es.md": post(3, "Última")}
        ),
        output,
    )

    assert titles(built, "index.html") == ["Última", "Media", "Oldest"]
    assert titles(built, "en/index.html") == ["Oldest", "Última", "Media"]


def test_a_post_in_another_language_is_a_marked_link_and_no_copy(content: Write, output: Path) -> None:
    built = build(content({"posts/a.es.md": post(1, "Solo en español")}), output)

    [card] = CARD.findall(built.read("en/posts/index.html"))
    assert '<a href="/notas/solo-en-espanol/" lang="es" dir="ltr" hreflang="es">Solo en español</a>' in card
    assert "In Spanish" in built.read("en/posts/index.html")
    assert not (output / "en" / "posts" / "solo-en-espanol").exists()
    assert '<span lang="en" dir="ltr">English</span>' in built.read("notas/solo-en-espanol/index.html")


def test_a_translation_without_a_published_original_is_still_offered(content: Write, output: Path) -> None:
    original = post(1, "Borrador").replace("authors", "status: draft\nauthors")
    translation = "---\ntitle: Published\noriginal: es\n---\n\nText.\n"
    built = build(content({"posts/a.es.md": original, "posts/a.en.md": translation}), output)

    assert titles(built, "notas/index.html") == ["Published"]
    assert built.problems == ""
    assert "Borrador" not in built.read("en/posts/published/index.html")


def test_a_post_in_two_languages_counts_once(content: Write, output: Path) -> None:
    translation = "---\ntitle: One\noriginal: es\n---\n\nText.\n"
    built = build(content({"posts/a.es.md": post(1), "posts/a.en.md": translation, "posts/b.es.md": post(2)}), output)

    assert titles(built, "personas/ana/index.html") == ["Nota 2", "Nota 1"]
    assert "2 notas" in built.read("personas/ana/index.html")
    assert "2 posts" in built.read("en/people/ana/index.html")


@pytest.mark.parametrize(
    ("total", "pages", "on_the_listing"), [(9, 0, 9), (10, 0, 10), (19, 0, 19), (20, 1, 10), (31, 2, 11)]
)
def test_a_listing_is_numbered_from_the_oldest(
    content: Write, output: Path, total: int, pages: int, on_the_listing: int
) -> None:
    built = build(content({f"posts/n{number}.es.md": post(number) for number in range(1, total + 1)}), output)

    numbered = sorted(path.name for path in (output / "notas").glob("pagina/*"))
    assert numbered == [str(number) for number in range(1, pages + 1)]
    newest = titles(built, "notas/index.html")
    assert newest == [f"Nota {number}" for number in range(total, total - on_the_listing, -1)]
    for page in range(1, pages + 1):
        oldest_ten = [f"Nota {number}" for number in range(10 * page, 10 * (page - 1), -1)]
        assert titles(built, f"notas/pagina/{page}/index.html") == oldest_ten
        assert titles(built, f"en/posts/page/{page}/index.html") == oldest_ten
    assert built.problems == ""


def test_a_new_post_leaves_the_numbered_pages_as_they_were(content: Write, output: Path) -> None:
    files = {f"posts/n{number}.es.md": post(number) for number in range(1, 31)}
    build(content({name: files[name] for name in list(files)[:25]}), output)
    done = build(content({"posts/n26.es.md": files["posts/n26.es.md"]}), output).build.report[0]

    assert "notas/index.html" in done.written
    assert "notas/nota-26/index.html" in done.written
    assert [path for path in done.written if "pagina" in path or "/page/" in path] == []


def test_numbered_pages_name_their_siblings(content: Write, output: Path) -> None:
    built = build(content({f"posts/n{number}.es.md": post(number) for number in range(1, 32)}), output)

    page = built.read("notas/pagina/1/index.html")
    assert 'hreflang="en" href="http://localhost:8000/en/posts/page/1/"' in page
    assert 'href="/notas/pagina/2/"' in page
