from pathlib import Path

from plugins.plan.theme_files import theme_files

SHEETS = ["print.css", "utilities.css", "blocks/b.css", "blocks/a.css", "compositions/z.css", "base.css", "tokens.css"]


def test_stylesheets_are_joined_in_the_order_of_their_layers_and_files_keep_their_names(tmp_path: Path) -> None:
    for name in [*SHEETS, "layers.css", "notes.css"]:
        file = tmp_path / "static/css" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"/* {name} */\n", encoding="utf-8")
    for name in ("icon.svg", "fonts/a.woff2", ".hidden"):
        (tmp_path / "static" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "static" / name).write_text("x", encoding="utf-8")
    sheet, *others = theme_files(tmp_path)
    assert sheet.path == "theme/plaza.css"
    assert sheet.content == (
        b"/* layers.css */\n/* tokens.css */\n/* base.css */\n/* compositions/z.css */\n"
        b"/* blocks/a.css */\n/* blocks/b.css */\n/* utilities.css */\n/* print.css */\n"
    )
    assert [(file.path, file.content) for file in others] == [
        ("theme/fonts/a.woff2", tmp_path / "static/fonts/a.woff2"),
        ("theme/icon.svg", tmp_path / "static/icon.svg"),
    ]
