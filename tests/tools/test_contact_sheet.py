"""The contact sheet: one page and one picture of all pictures."""

from pathlib import Path

from PIL import Image

from tools.contact_sheet import Picture, page_of, write_contact_sheet

HOME = Picture("home", "es", "desktop", "light")
POST = Picture("post", "en", "phone", "dark")


def test_a_picture_is_named_by_kind_language_device_and_scheme() -> None:
    assert POST.file == "post.en.phone.dark.png"


def test_the_page_groups_by_kind_and_links_each_preview_to_its_picture() -> None:
    page = page_of([HOME, POST], {HOME: (320, 225), POST: (150, 400)})
    assert '<h2 id="home">home</h2>' in page
    assert '<a href="#post">post</a>' in page
    assert (
        '<a href="home.es.desktop.light.png"><img src="previews/home.es.desktop.light.png" alt="" width="320" '
        'height="225" loading="lazy">es, desktop, light</a>'
    ) in page


def test_previews_are_small_cut_off_and_the_same_each_time(tmp_path: Path) -> None:
    Image.new("RGB", (1280, 900), "#336699").save(tmp_path / HOME.file)
    Image.new("RGB", (780, 9000), "#202020").save(tmp_path / POST.file)
    written = write_contact_sheet(tmp_path, [HOME, POST])
    before = {path: (tmp_path / path).read_bytes() for path in written}
    write_contact_sheet(tmp_path, [HOME, POST])
    assert {path: (tmp_path / path).read_bytes() for path in written} == before
    with Image.open(tmp_path / "previews" / HOME.file) as home, Image.open(tmp_path / "previews" / POST.file) as post:
        assert (home.size, post.size) == ((320, 225), (150, 400))
