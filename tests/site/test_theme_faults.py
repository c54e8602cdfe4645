import shutil
from pathlib import Path

import pytest

from tests.support.building import ROOT, build, run_plaza, tree, write_files
from tools.errors import ContentError

CONTENT = {"posts/hola.es.md": "---\ntitle: Hola\ndate: 2020-01-02\n---\nUno.\n"}


def settings_with(tmp_path: Path, lines: str) -> Path:
    file = tmp_path / "settings.py"
    file.write_text(f"from pelicanconf import *\n{lines}\n", encoding="utf-8")
    return file


def theme_with(tmp_path: Path, template: str, text: str) -> Path:
    """Copy the theme with one template replaced, and give settings that name the copy."""
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    (tmp_path / "theme" / "templates" / template).write_text(text, encoding="utf-8")
    return settings_with(tmp_path, f"THEME = {str(tmp_path / 'theme')!r}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ page.titel }}", "'plugins.plan.post_view.PostView object' has no attribute 'titel'"),
        ("{{ article.title }}", "'article' is undefined"),
        ("{{ page.title|shout }}", "No filter named 'shout'."),
        ("{% include 'nowhere.html' %}", "'nowhere.html' not found in search path"),
    ],
)
def test_a_template_at_fault_is_named_in_one_line_and_the_last_output_stays(
    tmp_path: Path, text: str, message: str
) -> None:
    content, output = write_files(tmp_path / "content", CONTENT), tmp_path / "out"
    build(content, output)
    before = tree(output)
    with pytest.raises(ContentError) as raised:
        build(content, output, settings=theme_with(tmp_path, "post.html", text))
    assert f"theme/templates/post.html:1: {message}" in str(raised.value)
    assert str(raised.value).startswith("template ")
    assert "\n" not in str(raised.value)
    assert tree(output) == before
    build(content, output)
    assert tree(output) == before


def test_a_template_that_is_no_template_is_told_with_its_line(tmp_path: Path) -> None:
    settings = theme_with(tmp_path, "post.html", "\n{% if %}\n")
    done = run_plaza("check", "--settings", str(settings))
    assert done.returncode == 1
    assert "theme/templates/post.html:2: error: the template cannot be read: Expected an expression" in done.stderr
    assert done.stderr.endswith("1 error, 0 warnings\n")


def test_a_template_that_is_missing_does_not_come_from_elsewhere(tmp_path: Path) -> None:
    settings = theme_with(tmp_path, "post.html", "")
    (tmp_path / "theme" / "templates" / "archive.html").unlink()
    with pytest.raises(ContentError, match=r"'archive\.html' not found in search path"):
        build(write_files(tmp_path / "content", CONTENT), tmp_path / "out", settings=settings)


def test_overriding_templates_win_and_their_messages_are_looked_for(tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", CONTENT)
    folder = write_files(tmp_path / "mine", {"error.html": "<p>{{ _('Home') }}</p>"})
    settings = settings_with(tmp_path, f"THEME_TEMPLATES_OVERRIDES = [{str(folder)!r}]")
    assert build(content, tmp_path / "out", settings=settings).read("404.html") == "<p>Inicio</p>"
    write_files(folder, {"error.html": "{{ _('One new') }}{{ _('Two new') }}"})
    with pytest.raises(ContentError) as raised:
        build(content, tmp_path / "out", settings=settings)
    for lang in ("es", "en"):
        for message in ("One new", "Two new"):
            assert f"{lang}/LC_MESSAGES/messages.po:1: error: no text for the message {message!r}" in str(raised.value)


def test_a_message_catalogue_that_cannot_be_read_is_not_called_missing_too(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "texts", {"en/LC_MESSAGES/messages.po": 'msgid "Home'})
    done = run_plaza(
        "check",
        "--settings",
        str(settings_with(tmp_path, f"TRANSLATIONS = [{str(folder)!r}, 'theme/translations']")),
    )
    assert (done.returncode, done.stderr.count(": error: ")) == (1, 1)
    assert "en/LC_MESSAGES/messages.po:1: error: " in done.stderr
    assert "there is no message catalogue" not in done.stderr


def test_a_language_without_a_catalogue_is_told_once(tmp_path: Path) -> None:
    lines = "LANGUAGES = {**LANGUAGES, 'pt-BR': {**LANGUAGES['en'], 'name': 'Português', 'dates': ''}}\nTAGLINE = ''"
    done = run_plaza("check", "--settings", str(settings_with(tmp_path, lines)))
    assert done.returncode == 1
    assert (
        "theme/translations/pt-BR/LC_MESSAGES/messages.po:1: error: there is no message catalogue for pt-BR"
        in done.stderr
    )
    assert done.stderr.count(": error: ") == 1
