"""Icons: what each is made of, the one file of the favicon, and a drawing made into all of them."""

import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image

from tests.support.building import ROOT
from tools.icons import ICONS, Icon, document, favicon, files, main

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path fill="#f00" d="M0 0h4v4H0z"/></svg>'


def png(size, colour="red"):
    file = BytesIO()
    Image.new("RGBA", (size, size), colour).save(file, "PNG")
    return file.getvalue()


def test_transparent_icon_has_no_paper():
    assert 'class="paper"' not in document(SQUARE, Icon("16", 16))


def test_opaque_icon_lies_on_paper_with_its_corners():
    page = document(SQUARE, Icon("a.png", 200, mark=0.5, is_opaque=True, corner=0.2), paper="#eee")
    assert '<main class="paper">' in page
    assert "background: #eee; border-radius: 40px" in page
    assert "svg { display: block; width: 100px; height: 100px }" in page


def test_drawing_of_the_maskable_icon_stays_in_the_circle_that_no_launcher_cuts():
    (maskable,) = (icon for icon in ICONS if "maskable" in icon.name)
    farthest_of_our_mark = (32**2 + 28**2) ** 0.5 / 64  # from the middle of icon.svg to a drop's tail
    assert maskable.is_opaque
    assert farthest_of_our_mark * maskable.mark <= 0.4


def test_favicon_holds_every_size():
    icon = Image.open(BytesIO(favicon([png(32), png(16), png(48)])))
    assert icon.format == "ICO"
    assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_favicon_keeps_each_picture_as_it_was_painted():
    icon = Image.open(BytesIO(favicon([png(16, "blue"), png(48, "red")])))
    icon.size = (16, 16)
    assert icon.convert("RGB").getpixel((8, 8)) == (0, 0, 255)


def test_pictures_of_the_favicon_are_written_in_one_file():
    made = files({"16": png(16), "32": png(32), "48": png(48), "icon-192.png": png(192)})
    assert sorted(made) == ["favicon.ico", "icon-192.png"]


@pytest.mark.browser
def test_drawing_becomes_every_icon(tmp_path):
    drawing = tmp_path / "mark.svg"
    drawing.write_text(SQUARE)
    # In a process of its own: the suite's browser may already have this one's event loop.
    command = (sys.executable, "-m", "tools.icons", str(drawing), str(tmp_path / "static"))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    names = ["apple-touch-icon.png", "favicon.ico", "icon-192.png", "icon-512.png", "icon-maskable-512.png"]
    assert done.stdout.splitlines() == [str(tmp_path / "static" / name) for name in names]
    assert Image.open(tmp_path / "static/icon-512.png").size == (512, 512)
    touch = Image.open(tmp_path / "static/apple-touch-icon.png").convert("RGBA")
    assert touch.getpixel((0, 0)) == (252, 251, 248, 255)
    assert touch.getpixel((90, 90)) == (255, 0, 0, 255)
    rounded = Image.open(tmp_path / "static/icon-192.png").convert("RGBA")
    assert rounded.getpixel((0, 0))[3] == 0


def test_drawing_that_is_not_there_is_wrong_usage(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([str(tmp_path / "no.svg"), str(tmp_path)])
    assert stopped.value.code == 2
    assert "there is no file" in capsys.readouterr().err
