from plugins.catalogue.picture_size import PictureSize
from plugins.media.renditions import renditions

WIDTHS = (480, 800, 1200)


def made(path: str, size: PictureSize) -> list[tuple[str, int]]:
    return [(each.path, each.height) for each in renditions(path, size, WIDTHS)]


def test_a_photograph_comes_as_webp_and_in_its_own_format() -> None:
    assert made("media/a.jpg", PictureSize(1000, 500, "JPEG")) == [
        ("media/a.jpg.480.webp", 240),
        ("media/a.jpg.800.webp", 400),
        ("media/a.jpg.1000.webp", 500),
        ("media/a.jpg.480.jpg", 240),
        ("media/a.jpg.800.jpg", 400),
    ]


def test_a_drawing_in_png_comes_as_webp_alone() -> None:
    assert [path for path, _ in made("media/a.png", PictureSize(600, 10, "PNG"))] == [
        "media/a.png.480.webp",
        "media/a.png.600.webp",
    ]


def test_a_webp_is_not_drawn_again_at_its_own_width() -> None:
    assert [path for path, _ in made("media/a.webp", PictureSize(600, 10, "WEBP"))] == ["media/a.webp.480.webp"]


def test_a_small_picture_has_a_webp_of_its_own_width() -> None:
    assert made("media/a.png", PictureSize(300, 1, "PNG")) == [("media/a.png.300.webp", 1)]


def test_a_picture_is_never_without_height() -> None:
    assert made("media/a.png", PictureSize(5000, 1, "PNG"))[0] == ("media/a.png.480.webp", 1)


def test_nothing_is_made_of_what_moves_or_is_drawn_by_lines() -> None:
    assert made("media/a.gif", PictureSize(1000, 500)) == []


def test_a_picture_in_root_is_beside_it() -> None:
    assert made("root/a.png", PictureSize(300, 1, "PNG")) == [("a.png.300.webp", 1)]


def test_nothing_is_made_where_the_settings_name_no_width() -> None:
    assert renditions("media/a.jpg", PictureSize(1000, 500, "JPEG"), ()) == ()
