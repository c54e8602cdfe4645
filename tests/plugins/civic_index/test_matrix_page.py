"""The page of the matrix, its cells, and a post's place in it."""

from __future__ import annotations

from typing import Any

FILES = {
    "levels.yml": "basic: {es: {label: Básica}, en: {label: Basic}}\nhigh: {es: {label: Alta}, en: {label: High}}\n",
    "activities.yml": "skills: {es: {label: Saber}, en: {label: Skills}}\nresearch: {es: {label: Buscar}}\n",
    "posts/a.es.md": "---\ntitle: A\ndate: 2020-01-01\nlevel: basic\nactivity: research\n---\n",
    "posts/b.en.md": "---\ntitle: B\ndate: 2020-01-02\nlevel: high\nactivity: research\n---\n",
    "posts/c.es.md": "---\ntitle: C\ndate: 2020-01-03\nlevel: basic\n---\n",
    "posts/d.es.md": "---\ntitle: D\ndate: 2020-01-04\nlevel: high\nactivity: skills\nstatus: draft\n---\n",
}


def views(example: Any, kind: str, lang: str = "es", files: Any = FILES, **values: Any) -> list[Any]:
    plan, _ = example.plan(files, **values)
    return [view for _, view in plan.views() if (view.kind, view.lang) == (kind, lang)]


def test_filled_cells_lead_to_their_posts_and_the_sums_agree(example: Any) -> None:
    [matrix] = views(example, "matrix")
    assert [[(cell.posts.count, cell.url) for cell in row.cells] for row in matrix.rows] == [
        [(0, ""), (1, "/matriz/basica/buscar/")],
        [(0, ""), (1, "/matriz/alta/buscar/")],
    ]
    assert [row.total.count for row in matrix.rows] == [1, 1]
    assert ([column.count for column in matrix.column_totals], matrix.total.count, matrix.left_out) == ([0, 2], 2, 1)


def test_every_filled_cell_and_every_sum_tells_what_can_be_read_in_each_language(example: Any) -> None:
    files = {**FILES, "posts/a.en.md": "---\ntitle: A\noriginal: es\nstatus: draft\n---\n"}
    files["posts/b.es.md"] = "---\ntitle: B\noriginal: en\n---\n"
    [matrix] = views(example, "matrix", "en", files)
    high = matrix.rows[1].cells[1].posts
    assert [(voice.lang, voice.language, voice.count) for voice in high.voices] == [
        ("es", "Spanish", 1), ("en", "English", 1),
    ]  # fmt: skip

    def numbers(sums: Any) -> list[list[int]]:
        return [[voice.count for voice in one.voices] for one in sums]

    assert [numbers(cell.posts for cell in row.cells) for row in matrix.rows] == [[[], [1, 0]], [[], [1, 1]]]
    assert numbers(row.total for row in matrix.rows) == [[1, 0], [1, 1]]
    assert (numbers(matrix.column_totals), numbers([matrix.total])) == ([[], [2, 1]], [[2, 1]])
    assert matrix.diagram.count('data-voice="en"') == 2


def test_a_site_in_one_language_tells_no_language_apart(example: Any) -> None:
    files = {path: text for path, text in FILES.items() if ".en." not in path}
    [matrix] = views(example, "matrix", files=files, langs="es")
    assert (matrix.total.count, matrix.total.voices, matrix.rows[0].cells[1].posts.voices) == (1, (), ())
    assert "data-voice" not in matrix.diagram


def test_a_site_in_three_languages_tells_them_in_the_order_of_its_settings(example: Any) -> None:
    [matrix] = views(example, "matrix", langs="es en ar")
    assert [(voice.lang, voice.count) for voice in matrix.total.voices] == [("es", 1), ("en", 1), ("ar", 0)]
    assert matrix.diagram.count("data-voice") == 6


def test_a_cell_exists_in_every_language_where_a_published_post_is_filed(example: Any) -> None:
    assert [view.url for view in views(example, "cell", "en")] == [
        "/en/matrix/basic/buscar/",
        "/en/matrix/high/buscar/",
    ]
    assert len(views(example, "cell", "en", SHOW_DRAFTS=True)) == 3


def test_a_cell_names_both_concepts_in_their_own_languages_and_its_neighbours(example: Any) -> None:
    basic, high = views(example, "cell", "en")
    assert (basic.title, basic.level.lang, basic.activity.lang) == ("Basic · Buscar", "", "es")
    assert (basic.before, basic.after.title, basic.after.url) == (None, "High", "/en/matrix/high/buscar/")
    assert (high.before.title, high.after) == ("Basic", None)
    assert [(card.title, card.lang) for card in basic.cards] == [("A", "es")]
    assert (basic.cards[0].level, basic.cards[0].activity) == (None, None)


def test_the_matrix_exists_without_levels_or_posts(example: Any) -> None:
    [matrix] = views(example, "matrix", files={})
    assert (matrix.url, matrix.rows, matrix.activities, matrix.column_totals, matrix.diagram) == (
        "/matriz/", (), (), (), ""
    )  # fmt: skip
    [matrix] = views(example, "matrix", files={"activities.yml": FILES["activities.yml"]})
    assert (matrix.rows, [column.count for column in matrix.column_totals], matrix.total.count) == ((), [0, 0], 0)


def test_a_post_with_level_and_activity_knows_its_place(example: Any) -> None:
    places = {view.title: view.place for view in views(example, "post")}
    assert places["C"] is None
    assert places["A"].url == "/matriz/basica/buscar/"
    assert places["A"].map == ((False, False), (True, False))


def test_ids_with_slashes_do_not_mix_cells_up(example: Any) -> None:
    files = {
        "levels.yml": "a: {es: {label: Uno}}\na/b: {es: {label: Dos}}\n",
        "activities.yml": "b/c: {es: {label: Tres}}\nc: {es: {label: Cuatro}}\n",
        "posts/a.es.md": "---\ntitle: A\ndate: 2020-01-01\nlevel: a\nactivity: b/c\n---\n",
        "posts/b.es.md": "---\ntitle: B\ndate: 2020-01-01\nlevel: a/b\nactivity: c\n---\n",
    }
    assert [(view.url, [card.title for card in view.cards]) for view in views(example, "cell", files=files)] == [
        ("/matriz/uno/tres/", ["A"]),
        ("/matriz/dos/cuatro/", ["B"]),
    ]
