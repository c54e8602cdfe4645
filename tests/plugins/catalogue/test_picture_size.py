from pathlib import Path

import pytest
from PIL import Image

from plugins.catalogue.picture_size import PictureSize, read_sizes

AGAIN = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}  # what can be drawn again


def sideways(file: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned by 90 degrees
    Image.new("RGB", (30, 20)).save(file, exif=exif)


@pytest.mark.parametrize("suffix", ["jpg", "jpeg", "png", "webp", "avif", "gif"])
def test_every_kind_of_picture_tells_its_size(tmp_path: Path, suffix: str) -> None:
    Image.new("RGB", (30, 20)).save(tmp_path / f"a.{suffix}")
    assert read_sizes(tmp_path, [f"a.{suffix}"]) == {f"a.{suffix}": PictureSize(30, 20, AGAIN.get(suffix, ""))}


def test_a_drawing_tells_its_size(tmp_path: Path) -> None:
    (tmp_path / "a.SVG").write_text('<svg viewBox="0 0 4 3"/>', encoding="utf-8")
    assert read_sizes(tmp_path, ["a.SVG"]) == {"a.SVG": PictureSize(4, 3)}


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_a_picture_that_the_camera_turned_is_as_large_as_browsers_show_it(tmp_path: Path, suffix: str) -> None:
    sideways(tmp_path / f"a.{suffix}")
    assert read_sizes(tmp_path, [f"a.{suffix}"]) == {f"a.{suffix}": PictureSize(20, 30, AGAIN.get(suffix, ""))}


def test_a_size_is_read_although_the_rest_of_the_picture_is_not_there(tmp_path: Path) -> None:
    Image.new("RGB", (300, 200)).save(tmp_path / "a.png")
    whole = (tmp_path / "a.png").read_bytes()
    (tmp_path / "a.png").write_bytes(whole[: len(whole) - 20])
    assert read_sizes(tmp_path, ["a.png"]) == {"a.png": PictureSize(300, 200, "PNG")}


def test_a_huge_picture_is_neither_decoded_nor_warned_of(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    Image.new("1", (12_000, 9_000)).save(tmp_path / "a.png")
    assert read_sizes(tmp_path, ["a.png"]) == {"a.png": PictureSize(12_000, 9_000, "PNG")}
    assert not recwarn.list


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.png", b""), ("a.jpg", b"picture"), ("a.svg", b"<p>"), ("a.webp", b"RIFF\0\0\0\0WEBP"), ("a.pdf", b"%PDF-1.7")],
)
def test_what_is_no_picture_has_no_size(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert read_sizes(tmp_path, [name]) == {name: None}


def test_a_kind_of_picture_that_browsers_do_not_show_has_no_size(tmp_path: Path) -> None:
    Image.new("RGB", (3, 2)).save(tmp_path / "a.png", format="TIFF")
    assert read_sizes(tmp_path, ["a.png"]) == {"a.png": None}


def test_a_file_that_cannot_be_opened_has_no_size(tmp_path: Path) -> None:
    assert read_sizes(tmp_path, ["a.png"]) == {"a.png": None}


def test_what_moves_and_what_has_more_than_eight_bits_is_not_drawn_again(tmp_path: Path) -> None:
    frames = [Image.new("L", (4, 4), grey) for grey in (0, 200)]
    frames[0].save(tmp_path / "a.webp", save_all=True, append_images=frames[1:])
    Image.new("I;16", (4, 4)).save(tmp_path / "b.png")
    assert read_sizes(tmp_path, ["a.webp", "b.png"]) == {"a.webp": PictureSize(4, 4), "b.png": PictureSize(4, 4)}
