from plugins.catalogue.slugs import SlugWish, assign_slugs
from plugins.diagnostics import error, warning


def wish(path: str, title: str, written: str | None = None, line: int = 2) -> SlugWish:
    collection, _, name = path.partition("/")
    key, lang, _ = name.rsplit(".", 2)
    return SlugWish(path, collection, key, lang, title, written, line)


def test_a_slug_is_as_written_or_made_of_the_title() -> None:
    slugs, found = assign_slugs(
        [wish("posts/a.es.md", "Ocho prácticas", "seguridad"), wish("posts/b.es.md", "¿Qué es código abierto?")]
    )
    assert slugs == {"posts/a.es.md": "seguridad", "posts/b.es.md": "que-es-codigo-abierto"}
    assert found == ()


def test_a_title_without_a_letter_gives_way_to_the_key() -> None:
    slugs, _ = assign_slugs([wish("posts/First_One.es.md", "¡¿…?!"), wish("posts/--.es.md", "…")])
    assert slugs == {"posts/First_One.es.md": "first-one", "posts/--.es.md": "--"}


def test_one_slug_may_serve_two_languages_and_two_collections() -> None:
    wishes = [wish("posts/a.es.md", "Radio"), wish("posts/a.en.md", "Radio"), wish("pages/a.es.md", "Radio")]
    slugs, found = assign_slugs(wishes)
    assert set(slugs.values()) == {"radio"}
    assert found == ()


def test_a_slug_written_twice_is_an_error_in_the_later_file() -> None:
    slugs, found = assign_slugs([wish("posts/b.es.md", "B", "x", 4), wish("posts/a.es.md", "A", "x", 3)])
    assert slugs == {"posts/b.es.md": "x", "posts/a.es.md": "x"}
    assert found == (
        error(
            "posts/b.es.md",
            4,
            "slug-twice",
            "the slug 'x' is already used in es by posts/a.es.md",
            "write another slug",
        ),
    )


def test_a_derived_slug_that_two_share_gets_the_key_in_both() -> None:
    slugs, found = assign_slugs([wish("posts/b.es.md", "Radio"), wish("posts/a.es.md", "¡Radio!")])
    assert slugs == {"posts/b.es.md": "radio-b", "posts/a.es.md": "radio-a"}
    message = "another document in es has the slug 'radio' too; this one becomes 'radio-{}'"
    assert found == (
        warning("posts/b.es.md", 2, "slug-shared", message.format("b"), "write a `slug` of its own"),
        warning("posts/a.es.md", 2, "slug-shared", message.format("a"), "write a `slug` of its own"),
    )


def test_a_derived_slug_gives_way_to_a_written_one() -> None:
    slugs, found = assign_slugs([wish("posts/a.es.md", "Radio"), wish("posts/b.es.md", "Otra", "radio")])
    assert slugs == {"posts/a.es.md": "radio-a", "posts/b.es.md": "radio"}
    assert [(d.path, d.rule) for d in found] == [("posts/a.es.md", "slug-shared")]


def test_the_order_of_the_files_changes_no_slug() -> None:
    wishes = [wish(f"posts/{key}.es.md", title) for key, title in [("a", "X"), ("b", "X"), ("c", "Y"), ("d", "x")]]
    forwards, backwards = assign_slugs(wishes)[0], assign_slugs(reversed(wishes))[0]
    assert forwards == backwards == {
        "posts/a.es.md": "x-a", "posts/b.es.md": "x-b", "posts/c.es.md": "y", "posts/d.es.md": "x-d",
    }  # fmt: skip


def test_a_slug_with_its_key_that_yet_another_document_has_is_an_error() -> None:
    wishes = [wish("posts/b.es.md", "A"), wish("posts/c.es.md", "A"), wish("posts/z.es.md", "A b")]
    found = assign_slugs(wishes)[1]
    assert [(d.path, d.rule, d.message) for d in found if d.severity == "error"] == [
        ("posts/z.es.md", "slug-twice", "the slug 'a-b', made of the title, is already used in es")
    ]
