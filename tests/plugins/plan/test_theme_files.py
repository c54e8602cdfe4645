from pathlib import Path
from typing import Any

from plugins.catalogue.settings import read_settings
from plugins.plan.plan import PlannedFile
from plugins.plan.theme_files import icon_files, read_theme

SHEETS = ["print.css", "utilities.css", "blocks/b.css", "blocks/a.css", "compositions/z.css", "base.css", "tokens.css"]


def write(root: Path, *names: str, text: str = "") -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text or f"/* {name.rsplit('css/')[-1]} */\n", encoding="utf-8")


def files(root: Path, **settings: Any) -> list[PlannedFile]:
    values = {"SITENAME": "x", "LANGUAGES": {"es": {"name": "Español"}}, "THEME": "theme", **settings}
    return list(read_theme(read_settings(values, root))[1])


def sheet_of(planned: list[PlannedFile]) -> str:
    assert planned[0].path == "theme/plaza.css"
    assert isinstance(planned[0].content, bytes)
    return planned[0].content.decode()


def test_stylesheets_are_joined_in_the_order_of_their_layers_and_files_keep_their_names(tmp_path: Path) -> None:
    write(tmp_path, *(f"theme/static/css/{name}" for name in [*SHEETS, "layers.css"]))
    write(tmp_path, "theme/static/icon.svg", "theme/static/fonts/a.woff2", "theme/static/.hidden")
    sheet, *others = files(tmp_path)
    lines = [line for line in sheet_of([sheet]).splitlines() if line.startswith("/*")]
    assert lines == [
        f"/* {name} */"
        for name in (
            *("layers.css", "tokens.css", "base.css", "compositions/z.css"),
            *("blocks/a.css", "blocks/b.css", "utilities.css", "print.css"),
        )
    ]
    assert [(file.path, file.content) for file in others] == [
        ("theme/fonts/a.woff2", tmp_path / "theme/static/fonts/a.woff2"),
        ("theme/icon.svg", tmp_path / "theme/static/icon.svg"),
    ]


def test_the_voices_of_the_languages_follow_the_tokens_they_are_made_of(tmp_path: Path) -> None:
    write(tmp_path, "theme/static/css/tokens.css", "theme/static/css/base.css")
    sheet = sheet_of(files(tmp_path))
    assert sheet.index("tokens.css") < sheet.index('[lang|="es"]') < sheet.index("base.css")


def test_a_file_of_the_site_takes_the_place_of_the_themes(tmp_path: Path) -> None:
    write(tmp_path, "theme/static/logo.svg", "theme/static/css/base.css", "theme/static/css/print.css")
    write(tmp_path, "site/theme/static/logo.svg", "site/theme/static/css/base.css", text="/* ours */\n")
    sheet, logo = files(tmp_path, SITE_FOLDER="site")
    assert "/* base.css */" not in sheet_of([sheet])
    assert sheet_of([sheet]).index("/* ours */") < sheet_of([sheet]).index("/* print.css */")
    assert (logo.path, logo.content) == ("theme/logo.svg", tmp_path / "site/theme/static/logo.svg")


def test_a_stylesheet_that_only_the_site_has_comes_last_in_its_own_layer(tmp_path: Path) -> None:
    write(tmp_path, "theme/static/css/blocks/b.css", "theme/static/css/print.css")
    write(tmp_path, "site/theme/static/css/blocks/ours.css", text=".ours { color: red; }\n")
    sheet = sheet_of(files(tmp_path, SITE_FOLDER="site"))
    assert sheet.endswith("/* print.css */\n@layer site {\n.ours { color: red; }\n}\n")


def test_a_site_folder_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, "theme/static/css/base.css")
    assert files(tmp_path, SITE_FOLDER="site") == files(tmp_path)


def icons(root: Path, taken: tuple[str, ...] = (), **settings: Any) -> dict[str, PlannedFile]:
    values = {"SITENAME": "x", "LANGUAGES": {"es": {"name": "Español"}}, "THEME": "theme", **settings}
    read = read_settings(values, root)
    return {file.path: file for file in icon_files(read, read_theme(read)[0], taken)}


def test_the_icon_stands_at_the_root_too_where_the_content_has_none(tmp_path: Path) -> None:
    write(tmp_path, "theme/static/favicon.ico", "site/theme/static/favicon.ico")

    assert icons(tmp_path)["favicon.ico"].content == tmp_path / "theme/static/favicon.ico"
    own = icons(tmp_path, SITE_FOLDER="site")["favicon.ico"]
    assert own.content == tmp_path / "site/theme/static/favicon.ico"
    assert list(icons(tmp_path, ("favicon.ico",))) == ["theme/site.es.webmanifest"]


def test_a_theme_without_an_icon_has_none_at_the_root(tmp_path: Path) -> None:
    assert list(icons(tmp_path)) == ["theme/site.es.webmanifest"]
