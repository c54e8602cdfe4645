import io
from typing import Any

import pytest
from PIL import Image

from plugins.media.private_data import UnreadablePictureError, without_private_data

PLACE = b"19.4326 N"


def drawn(format_: str, **options: Any) -> bytes:
    """Draw a picture that says where it was taken, in Exif and in words."""
    picture = Image.effect_noise((40, 30), 80).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = PLACE.decode()
    exif[0x8825] = {1: "N", 2: (19.0, 25.0, 57.0)}
    made = io.BytesIO()
    picture.save(made, format_, exif=exif.tobytes(), xmp=b"<x>" + PLACE + b"</x>", **options)
    return made.getvalue()


def pixels(content: bytes) -> bytes:
    with Image.open(io.BytesIO(content)) as picture:
        return picture.convert("RGB").tobytes()


@pytest.mark.parametrize(
    ("format_", "options"),
    [("JPEG", {}), ("JPEG", {"progressive": True}), ("JPEG", {"comment": PLACE}), ("PNG", {}), ("WEBP", {})],
)
def test_place_and_words_go_and_every_pixel_stays(format_: str, options: dict[str, Any]) -> None:
    content = drawn(format_, **options)
    cleaned = without_private_data(content)
    assert PLACE in content
    assert PLACE not in cleaned
    with Image.open(io.BytesIO(cleaned)) as picture:
        assert not picture.getexif()
        assert "xmp" not in picture.info
    assert pixels(cleaned) == pixels(content)
    assert without_private_data(cleaned) == cleaned


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_colours_stay_what_they_are(format_: str) -> None:
    cleaned = without_private_data(drawn(format_, icc_profile=b"profile " * 40))
    with Image.open(io.BytesIO(cleaned)) as picture:
        assert picture.info["icc_profile"] == b"profile " * 40


def test_what_stands_behind_the_end_of_a_photograph_goes() -> None:
    content = drawn("JPEG")
    assert without_private_data(content + b"film" + content) == without_private_data(content)


def test_a_moving_picture_goes_on_moving() -> None:
    frames = [Image.new("RGB", (8, 8), (grey, 0, 0)) for grey in (0, 90, 200)]
    for format_ in ("PNG", "WEBP"):
        made = io.BytesIO()
        frames[0].save(made, format_, save_all=True, append_images=frames[1:], exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0")
        with Image.open(io.BytesIO(without_private_data(made.getvalue()))) as picture:
            assert getattr(picture, "n_frames", 1) == 3


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_a_file_that_breaks_off_is_unreadable(format_: str) -> None:
    content = drawn(format_)
    for length in (13, len(content) // 2, len(content) - 20):
        with pytest.raises(UnreadablePictureError):
            without_private_data(content[:length])


def test_other_files_are_left_as_they_are() -> None:
    for content in (b"", b"GIF89a", b"<svg/>", b"RIFF1234WAVE"):
        assert without_private_data(content) == content
