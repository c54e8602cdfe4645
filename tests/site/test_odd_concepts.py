"""Concepts as odd as they come: none is lost, none breaks a page, and what is wrong with them is told."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Write
from tests.support.building import build, diagnostics_of

POST = "---\ntitle: {title}\ndate: 2020-01-01\n{filing}---\n\nTexto.\n"
LONG = "organizaciones comunitarias que administran su propia red de telefonía rural 2030"
ARABIC = "حقوق رقمية (2030)"


def test_labels_of_eighty_characters_and_from_right_to_left_reach_every_page(content: Write, output: Path) -> None:
    concept = f"a: {{es: {{label: {LONG}}}, en: {{label: {ARABIC}}}}}\n"
    files = {
        "topics.yml": concept,
        "levels.yml": concept.replace(LONG, f"nivel {LONG[:74]}"),
        "activities.yml": f'a: {{es: {{label: "{ARABIC}"}}}}\n',
        "posts/uno.es.md": POST.format(title="Uno", filing="topics: [a]\nlevel: a\nactivity: a\n"),
    }
    built = build(content(files), output)
    assert built.problems == ""
    assert f"<bdi>{LONG}</bdi>\xa0<span" in built.read("temas/index.html")
    assert f"<bdi>{ARABIC}</bdi>\xa0<span" in built.read("en/topics/index.html")
    assert built.read("matriz/index.html").count(ARABIC) >= 3
    assert f'<a href="/en/activities/hqwq-rqmy-2030/" lang="es" dir="ltr">{ARABIC}</a>' in built.read(
        "en/matrix/index.html"
    )


def test_a_concept_without_a_label_in_a_language_is_warned_of_and_shown_in_another(
    content: Write, output: Path
) -> None:
    files = {
        "levels.yml": "basic: {es: {label: Básica}}\n",
        "activities.yml": "skills: {es: {label: Saber}, en: {label: Skills}}\n",
        "posts/uno.es.md": POST.format(title="Uno", filing="level: basic\nactivity: skills\n"),
    }
    folder = content(files)
    assert diagnostics_of(folder, output) == (
        "levels.yml:1: warning: basic has no label in en; its label in es, 'Básica', stands there [missing-label]\n"
        "  help: add a label in en\n"
    )
    built = build(folder, output)
    assert built.problems == ""
    assert '<text class="matrix-diagram__level"' in built.read("en/matrix/index.html")
    assert 'lang="es" direction="ltr" text-anchor="middle"' in built.read("en/matrix/index.html")


def test_a_post_without_level_or_activity_is_listed_everywhere_but_in_the_matrix(content: Write, output: Path) -> None:
    files = {
        "topics.yml": "a: {es: {label: Uno}, en: {label: One}}\n",
        "levels.yml": "basic: {es: {label: Básica}, en: {label: Basic}}\n",
        "activities.yml": "skills: {es: {label: Saber}, en: {label: Skills}}\n",
        "posts/solo.es.md": POST.format(title="Solo nivel", filing="topics: [a]\nlevel: basic\n"),
        "posts/sola.es.md": POST.format(title="Sola actividad", filing="topics: [a]\nactivity: skills\n"),
        "posts/nada.es.md": POST.format(title="Sin nada", filing="topics: [a]\n"),
    }
    built = build(content(files), output)
    assert built.problems == ""
    for path in ("index.html", "notas/index.html", "temas/uno/index.html"):
        assert all(title in built.read(path) for title in ("Solo nivel", "Sola actividad", "Sin nada"))
    assert "Solo nivel" in built.read("niveles/basica/index.html")
    assert "Sola actividad" in built.read("actividades/saber/index.html")
    assert not (output / "matriz" / "basica").exists()
    assert '<data class="left-out" value="3">' in built.read("matriz/index.html")
    assert "Lugar en la matriz" not in built.read("notas/solo-nivel/index.html")


def test_a_topic_that_no_post_has_is_no_page_and_no_fault(content: Write, output: Path) -> None:
    files = {
        "topics.yml": "a: {es: {label: Uno}, en: {label: One}}\nb: {es: {label: Dos}, en: {label: Two}}\n",
        "posts/uno.es.md": POST.format(title="Uno", filing="topics: [a]\n"),
    }
    built = build(content(files), output)
    assert built.build.diagnostics == ()
    assert "Dos" not in built.read("temas/index.html")
    assert not (output / "temas" / "dos").exists()


def test_ten_thousand_topics_are_read_and_those_in_use_are_shown(content: Write, output: Path) -> None:
    topics = "".join(f"t{n}: {{es: {{label: Tema {n}}}, en: {{label: Topic {n}}}}}\n" for n in range(10_000))
    used = ", ".join(f"t{n}" for n in range(0, 10_000, 500))
    built = build(
        content({"topics.yml": topics, "posts/a.es.md": POST.format(title="A", filing=f"topics: [{used}]\n")}), output
    )
    assert built.problems == ""
    assert built.read("temas/index.html").count("<li data-weight=") == 20
