"""Pictures as readers get them: offered in what their screen needs, and without what they tell beside the picture."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import html5lib
import pytest
from PIL import Image, ImageSequence

from tests.support.building import Built, build, diagnostics_of, write_files

PLACE = "19.4326 N"
POST = "---\ntitle: Nota\ndate: 2024-05-01\nimage: media/foto.jpg\nimage_alt: Una foto\n---\n\n![Otra](../media/foto.jpg)\n"


def photograph(orientation: int = 1, size: tuple[int, int] = (900, 600)) -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E], exif[0x8825] = orientation, PLACE, {1: "N", 2: (19.0, 25.0, 57.0)}
    made = io.BytesIO()
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, size[0] // 4, size[1] // 4))
    picture.save(made, "JPEG", exif=exif.tobytes())
    return made.getvalue()


def pictures_of(site: Built, page: str) -> list[dict[str, dict[str, str]]]:
    """Give each picture of a page: its elements' attributes by element."""
    tree = html5lib.parse(site.read(page), namespaceHTMLElements=False)
    return [{child.tag: dict(child.attrib) for child in picture} for picture in tree.iter("picture")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("pictures")
    files: dict[str, str | bytes] = {
        "posts/a.es.md": POST,
        "media/foto.jpg": photograph(),
        "media/parada.jpg": photograph(6),
        "posts/b.es.md": "---\ntitle: Más\ndate: 2024-05-02\n---\n\n![P](../media/parada.jpg){width=300}\n",
    }
    return build(write_files(folder / "content", files), folder / "output")


def test_every_file_that_a_page_offers_is_there_in_the_width_it_says(site: Built) -> None:
    assert site.problems == ""
    pictures = pictures_of(site, "notas/nota/index.html")
    offered = [item for each in pictures for tag in each.values() for item in tag["srcset"].split(", ")]
    assert len(offered) == 2 * (3 + 3)
    for item in offered:
        url, width = item.split()
        with Image.open(site.output / url.lstrip("/")) as picture:
            assert (f"{picture.width}w", picture.height) == (width, picture.width * 600 // 900)


def test_the_first_picture_is_asked_for_at_once_and_all_others_late(site: Built) -> None:
    first, other = (each["img"] for each in pictures_of(site, "notas/nota/index.html"))
    assert (first.get("fetchpriority"), first.get("loading")) == ("high", None)
    assert (other.get("fetchpriority"), other["loading"]) == (None, "lazy")
    assert [(img["width"], img["height"]) for img in (first, other)] == [("900", "600")] * 2


def test_no_published_picture_tells_where_it_was_taken(site: Built) -> None:
    pictures = [path for path in (site.output / "media").iterdir() if path.is_file()]
    assert len(pictures) == 6 + 4
    for path in pictures:
        assert PLACE.encode() not in path.read_bytes()
        with Image.open(path) as picture:
            assert not picture.getexif()


def test_a_picture_that_the_camera_turned_stands_upright(site: Built) -> None:
    with Image.open(site.output / "media/parada.jpg") as picture:
        assert picture.size == (600, 900)
        red = picture.convert("RGB").getpixel((590, 10))
    assert isinstance(red, tuple)
    assert red[0] > 200 > 100 > red[1]
    (shown,) = (each["img"] for each in pictures_of(site, "notas/mas/index.html"))
    assert (shown["width"], shown["height"], shown["sizes"]) == ("300", "450", "300px")


def test_a_picture_without_private_data_is_published_as_it_is(tmp_path: Path) -> None:
    made = io.BytesIO()
    Image.new("L", (4, 4)).save(made, "PNG")
    files: dict[str, str | bytes] = {"posts/a.es.md": POST.split("image:")[0] + "---\n", "media/a.png": made.getvalue()}
    built = build(write_files(tmp_path / "content", files), tmp_path / "output")
    assert (built.output / "media/a.png").read_bytes() == made.getvalue()


def faults(tmp_path: Path, name: str, content: bytes) -> str:
    files: dict[str, str | bytes] = {"posts/a.es.md": POST.split("image:")[0] + "---\n", f"media/{name}": content}
    return diagnostics_of(write_files(tmp_path / "content", files), tmp_path / "output")


def test_a_picture_that_breaks_off_is_told_although_no_page_shows_it(tmp_path: Path) -> None:
    found = faults(tmp_path, "a.jpg", photograph()[:-400])
    assert found.startswith("media/a.jpg:1: error: cannot read media/a.jpg as a picture")


def test_a_picture_of_a_type_that_browsers_do_not_show_is_told(tmp_path: Path) -> None:
    found = faults(tmp_path, "a.HEIC", b"x")
    assert found.startswith("media/a.HEIC:1: error: browsers do not show pictures of the type .heic")


def test_a_picture_of_too_many_pixels_is_told_and_never_drawn(tmp_path: Path) -> None:
    made = io.BytesIO()
    Image.new("1", (10_000, 6_000)).save(made, "PNG")
    found = faults(tmp_path, "a.png", made.getvalue())
    assert found.startswith("media/a.png:1: error: the picture has 10000 × 6000 pixels; expected at most 50000000")


def test_a_picture_whose_pixels_are_damaged_is_told_and_leaves_the_output_alone(tmp_path: Path) -> None:
    made = io.BytesIO()
    Image.effect_noise((64, 64), 50).save(made, "PNG")
    content = bytearray(made.getvalue())
    content[len(content) // 2 : len(content) // 2 + 40] = b"\0" * 40
    files: dict[str, str | bytes] = {
        "posts/a.es.md": POST.replace("foto.jpg", "a.png"),
        "media/a.png": bytes(content),
    }
    found = diagnostics_of(write_files(tmp_path / "content", files), tmp_path / "output")
    assert "a.png:1: error: cannot read a.png as a picture" in found
    assert not (tmp_path / "output" / "index.html").exists()


def saved(pictures: list[Image.Image], format_: str, **options: Any) -> bytes:
    made = io.BytesIO()
    pictures[0].save(made, format_, save_all=len(pictures) > 1, append_images=pictures[1:], **options)
    return made.getvalue()


def test_what_is_drawn_again_tells_nothing_and_goes_on_moving(tmp_path: Path) -> None:
    told = Image.Exif()
    told[0x010E] = PLACE
    frames = [Image.new("RGB", (8, 8), (grey, grey, 0)) for grey in (0, 90, 200)]
    turned = Image.Exif()
    turned[0x0112] = 6
    files: dict[str, str | bytes] = {
        "posts/a.es.md": POST.split("image:")[0] + "---\n",
        "media/a.gif": saved(frames, "GIF", comment=PLACE.encode(), duration=[100, 200, 300], loop=0),
        "media/b.avif": saved([Image.new("RGB", (16, 8), "red")], "AVIF", exif=told.tobytes()),
        "media/c.jpg": saved([Image.new("RGB", (16, 8), "red")] * 2, "MPO", exif=turned.tobytes()),
    }
    built = build(write_files(tmp_path / "content", files), tmp_path / "output")
    for name, size, number in (("a.gif", (8, 8), 3), ("b.avif", (16, 8), 1), ("c.jpg", (8, 16), 1)):
        path = built.output / "media" / name
        assert PLACE.encode() not in path.read_bytes()
        with Image.open(path) as picture:
            assert (picture.size, getattr(picture, "n_frames", 1)) == (size, number)
            assert not picture.getexif()
            if name == "a.gif":
                assert picture.info["loop"] == 0
                assert [frame.info["duration"] for frame in ImageSequence.Iterator(picture)] == [100, 200, 300]


def test_a_damaged_picture_of_each_kind_is_told(tmp_path: Path) -> None:
    picture = Image.effect_noise((40, 30), 80).convert("RGB")
    for format_ in ("JPEG", "PNG", "WEBP", "AVIF", "GIF"):
        name = f"a.{format_.lower()}"
        content = saved([picture], format_)
        found = faults(tmp_path / format_, name, content[:60] + b"\0" * 30 + content[120:-9])
        assert f"{name}:1: error: cannot read" in found
