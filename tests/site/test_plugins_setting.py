from pathlib import Path

import pytest

from tests.support.building import build, run_plaza, write_files
from tools.errors import UsageError

POST = "---\ntitle: Hola\ndate: 2020-01-02\ntopics: [datos]\nlevel: basic\nactivity: skills\n---\nUno.\n"
CONTENT = {
    "posts/hola.es.md": POST,
    "topics.yml": "datos:\n  es: {label: Datos}\n  en: {label: Data}\n",
    "levels.yml": "basic:\n  es: {label: Básica}\n  en: {label: Basic}\n",
    "activities.yml": "skills:\n  es: {label: Habilidades}\n  en: {label: Skills}\n",
}


def settings_with(tmp_path: Path, lines: str) -> Path:
    file = tmp_path / "settings.py"
    file.write_text(f"from pelicanconf import *\n{lines}\n", encoding="utf-8")
    return file


def test_without_the_index_its_terms_are_words_and_the_rest_works(tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", CONTENT)
    settings = settings_with(tmp_path, "PLUGINS = [name for name in PLUGINS if 'civic_index' not in name]")
    built = build(content, tmp_path / "out", settings=settings)
    assert "Básica" in built.read("notas/hola/index.html")
    assert not (built.output / "niveles").exists()
    assert 'href=""' not in built.read("notas/hola/index.html") + built.read("index.html") + built.read("404.html")
    assert built.problems == ""


@pytest.mark.parametrize(
    ("plugins", "message"),
    [
        ("[]", "PLUGINS lacks 'plugins.plan.plugin', without which there is no site"),
        ("PLUGINS[1:]", "PLUGINS lacks 'pelican.plugins.i18n_subsites', without which there is no site"),
        ("[*PLUGINS, 'nowhere']", "PLUGINS names what cannot be loaded: nowhere"),
        ("[*PLUGINS, 'plugins.nowhere.plugin']", "PLUGINS names what cannot be loaded: plugins.nowhere.plugin"),
    ],
)
def test_a_plugin_that_is_lacking_or_lost_is_named_and_nothing_is_written(
    tmp_path: Path, plugins: str, message: str
) -> None:
    content = write_files(tmp_path / "content", CONTENT)
    with pytest.raises(UsageError, match=f"^the settings are wrong: {message}$"):
        build(content, tmp_path / "out", settings=settings_with(tmp_path, f"PLUGINS = {plugins}"))
    assert not (tmp_path / "out" / "index.html").exists()


def test_one_language_needs_no_subsites(tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", {"posts/hola.es.md": "---\ntitle: Hola\ndate: 2020-01-02\n---\nUno.\n"})
    lines = "LANGUAGES = {'es': LANGUAGES['es']}\nPLUGINS = PLUGINS[1:]"
    built = build(content, tmp_path / "out", settings=settings_with(tmp_path, lines))
    assert built.problems == ""
    assert '<html lang="es" dir="ltr">' in built.read("index.html")


def test_an_option_that_markdown_does_not_know_is_wrong_usage(tmp_path: Path) -> None:
    settings = settings_with(tmp_path, "MARKDOWN = {'extension_configs': {'nowhere.extension': {}}}")
    done = run_plaza("check", "--settings", str(settings))
    assert done.returncode == 2
    assert done.stderr == "plaza: the settings are wrong: MARKDOWN is wrong: No module named 'nowhere'\n"


def test_a_slash_at_the_end_of_the_address_is_no_matter(tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", CONTENT)
    done = run_plaza(
        "build", "--content", str(content), "--output", str(tmp_path / "out"), "--site-url", "https://example.org/blog/"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert 'href="https://example.org/blog/notas/hola/"' in (tmp_path / "out/notas/hola/index.html").read_text("utf-8")
