from typing import Any

from plugins.catalogue.parts import Ref, Resolution, Source
from plugins.catalogue.picture_size import PictureSize
from plugins.diagnostics import error
from plugins.plan.files import used_pictures
from plugins.plan.kinds import KINDS
from plugins.plan.pictures import is_picture, shown, unreadable
from plugins.plan.plan import make_plan

FILES = ["media/a.png", "media/b.png", "media/c.png", "media/d.pdf", "posts/e.png"]
SIZES = {"media/a.png": PictureSize(40, 30), "media/b.png": None, "media/c.png": PictureSize(0, 0)}
HELP = "save the picture again, a drawing as plain SVG"


def bad(path: str, line: int, name: str) -> object:
    message = f"cannot read {name} as a picture; expected a whole file of the kind that its name says"
    return error(path, line, "bad-picture", message, HELP)


def plan(example: Any, texts: dict[str, str]) -> Any:
    settings = example.settings()
    catalogue, _ = example.catalogue(texts, FILES)
    made, found = make_plan(catalogue, settings, KINDS, example.labels(settings), SIZES)
    return made, (*(one for links in made.composer.linked.values() for one in links.diagnostics), *found)


def post(body: str, front: str = "") -> str:
    return f"---\ntitle: T\ndate: 2013-11-20\n{front}---\n{body}\n"


def test_pictures_and_posters_are_pictures() -> None:
    assert is_picture(Ref("x", "img", "src", 1))
    assert is_picture(Ref("x", "video", "poster", 1))
    assert not is_picture(Ref("x", "video", "src", 1))
    assert not is_picture(Ref("x", "a", "href", 1))


def test_a_picture_of_unknown_size_has_none() -> None:
    assert shown("/a.png", "media/a.png", SIZES, {}) == Resolution("/a.png", width=40, height=30)
    assert shown("/c.png", "media/c.png", SIZES, {}) == Resolution("/c.png")
    assert shown("/x.png", "media/x.png", SIZES, {}) == Resolution("/x.png")


def test_a_picture_is_offered_with_what_was_made_of_it() -> None:
    webp = Source("image/webp", (("/media/a.png.20.webp", 20), ("/media/a.png.40.webp", 40)))
    found = shown("/a.png", "media/a.png", SIZES, {"media/a.png": (webp,)})
    assert found.sources == (webp,)
    assert webp.srcset == "/media/a.png.20.webp 20w, /media/a.png.40.webp 40w"


def test_only_a_picture_that_was_read_can_be_unreadable() -> None:
    assert unreadable("posts/a.es.md", 3, "media/b.png", SIZES) == bad("posts/a.es.md", 3, "media/b.png")
    assert unreadable("posts/a.es.md", 3, "media/x.png", SIZES) is None
    assert unreadable("posts/a.es.md", 3, "media/c.png", SIZES) is None


def test_the_pictures_to_read_are_those_that_a_document_shows(example: Any) -> None:
    texts = {
        "posts/a.es.md": post("![a](media/a.png) [b](/media/b.png) ![d](/media/d.pdf)", "image: media/c.png\n"),
        "posts/b.es.md": post("![no](media/no.png) ![far](https://example.org/media/b.png)", "status: draft\n"),
    }
    catalogue, _ = example.catalogue(texts, FILES)
    assert used_pictures(catalogue, example.settings()) == {"media/a.png", "media/c.png", "media/d.pdf"}


def test_a_picture_in_a_body_says_its_size_before_it_is_there(example: Any) -> None:
    made, found = plan(example, {"posts/a.es.md": post("![A](media/a.png) ![C](media/c.png)")})
    assert found == ()
    assert str(made.composer.body(made.composer.catalogue.posts[0].documents["es"])) == (
        '<p><img src="/media/a.png" width="40" height="30" alt="A" loading="lazy" decoding="async">'
        ' <img src="/media/c.png" alt="C" loading="lazy" decoding="async"></p>'
    )


def test_the_picture_of_a_post_says_its_size(example: Any) -> None:
    made, _ = plan(example, {"posts/a.es.md": post("", "image: media/a.png\nimage_alt: A\n")})
    picture = made.composer.picture(made.composer.catalogue.posts[0].documents["es"])
    assert (picture.width, picture.height) == (40, 30)


def test_a_picture_that_cannot_be_read_is_an_error_where_it_is_used(example: Any) -> None:
    texts = {
        "posts/a.es.md": post("\n![A](media/b.png)", "image: media/b.png\n"),
        "posts/a.en.md": "---\ntitle: T\noriginal: es\n---\n\n![A](../media/b.png)\n",
    }
    assert sorted(plan(example, texts)[1], key=lambda problem: (problem.path, -problem.line)) == [
        bad("posts/a.en.md", 6, "media/b.png"),
        bad("posts/a.es.md", 7, "media/b.png"),
        bad("posts/a.es.md", 4, "media/b.png"),
    ]


def test_a_picture_of_a_post_without_words_is_told_in_every_language(example: Any) -> None:
    texts = {
        "posts/a.es.md": post("", "image: media/a.png\n"),
        "posts/a.en.md": "---\ntitle: T\noriginal: es\n---\n",
    }
    found = plan(example, texts)[1]
    assert {(told.path, told.line, told.rule) for told in found} == {
        ("posts/a.es.md", 4, "missing-alt"),
        ("posts/a.en.md", 2, "missing-alt"),
    }
