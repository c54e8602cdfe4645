from collections.abc import Mapping
from typing import Any

import pytest

from plugins.catalogue.loading import Folder
from plugins.catalogue.reader import Reader
from plugins.plan.amending import Amendment, amendments, take
from plugins.plan.found import Found
from plugins.plan.plan import Plan

A, B = "posts/a.es.md", "posts/b.es.md"
HEAD = "---\ntitle: {}\ndate: 2020-01-0{}\nsummary: S\n---\n"
TEXTS = {
    A: HEAD.format("A", 1) + "Uno [b](/posts/b#parte).\n\n![m](/media/m.png)\n",
    B: HEAD.format("B", 2) + "Dos.\n\n## Parte\n",
    "topics.yml": "x:\n  es: {label: X}\n",
}


def amended(example: Any, changed: Mapping[str, str]) -> tuple[Plan, tuple[Amendment, ...] | None]:
    """Plan the texts, and ask what of that stands once some have changed."""
    plan, _ = example.plan(TEXTS, ["media/m.png"])
    reader: Reader = example.reader(TEXTS, ["media/m.png"])
    reader.read_files()
    folder = Folder(reader.folder.root, {**TEXTS, **changed}, reader.folder.files, ())
    return plan, amendments(plan, Reader(folder, reader.settings, reader.tools), ())


@pytest.mark.parametrize(
    "text",
    [
        TEXTS[A].replace("Uno", "Otra cosa"),
        TEXTS[A] + "\n[x](https://example.org/) y [nada](/posts/none)\n",
        TEXTS[A].replace("Uno", "Una línea\n\nmás"),
    ],
)
def test_other_words_and_links_leave_the_plan(example: Any, text: str) -> None:
    plan, found = amended(example, {A: text})
    assert found is not None
    (change,) = found
    assert change.post.key == "a"
    old = plan.composer.body(change.post.documents["es"])
    told = Found({}, ())
    take(plan, told, found)
    assert told.all() == change.found
    assert plan.composer.body(change.post.documents["es"]) != old
    assert [problem.rule for problem in change.found] == (["dead-link"] if "none" in text else [])


@pytest.mark.parametrize(
    "changed",
    [
        {A: TEXTS[A].replace("title: A", "title: Aa")},
        {A: TEXTS[A].replace("summary: S", "summary: Z")},
        {A: TEXTS[A].replace("summary: S\n", "")},
        {A: TEXTS[A].replace("01-01", "01-03")},
        {A: TEXTS[A].replace("![m](/media/m.png)", "")},
        {A: "no front matter"},
        {B: TEXTS[B].replace("## Parte", "## Otra")},
    ],
)
def test_what_others_know_of_a_text_needs_another_plan(example: Any, changed: dict[str, str]) -> None:
    assert amended(example, changed)[1] is None


def test_nothing_that_changed_is_nothing_to_amend(example: Any) -> None:
    assert amended(example, {})[1] == ()


def test_a_plan_stays_as_it_is_until_the_change_is_taken(example: Any) -> None:
    plan, found = amended(example, {A: TEXTS[A].replace("Uno", "Otra cosa")})
    assert found is not None
    assert "Uno" in plan.composer.body(found[0].post.documents["es"])
