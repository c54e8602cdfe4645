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
    assert [[(cell.count, cell.url) for cell in row.cells] for row in matrix.rows] == [
        [(0, ""), (1, "/matriz/basica/buscar/")],
        [(0, ""), (1, "/matriz/alta/buscar/")],
    ]
    assert ([row.total for row in matrix.rows], matrix.column_totals, matrix.total, matrix.left_out) == (
        [1, 1], (0, 2), 2, 1
    )  # fmt: skip


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
    assert (matrix.rows, matrix.column_totals, matrix.total) == ((), (0, 0), 0)


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
