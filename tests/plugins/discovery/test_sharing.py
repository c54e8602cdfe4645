from dataclasses import replace
from typing import Any

from plugins.catalogue.picture_size import PictureSize
from plugins.discovery.sharing import cards, shared_picture
from plugins.plan.view import Picture

TEXTS = {
    "posts/wide.es.md": "---\ntitle: W\ndate: 2013-11-20\nimage: media/wide.jpg\nimage_alt: Ancha\nlevel: b\n---\n",
    "posts/small.es.md": "---\ntitle: S\ndate: 2013-11-20\nimage: media/small.jpg\nlevel: b\nactivity: s\n---\n",
    "posts/drawn.es.md": "---\ntitle: D\ndate: 2013-11-20\nimage: media/drawn.svg\n---\n",
    "levels.yml": "a: {es: {label: Uno}, en: {label: One}}\nb: {es: {label: Dos}, en: {label: Two}}\n",
    "activities.yml": "s: {es: {label: Saber}, en: {label: Skills}}\n",
}
SIZES = {
    "media/wide.jpg": PictureSize(600, 400),
    "media/small.jpg": PictureSize(599, 400),
    "media/drawn.svg": PictureSize(2000, 1000),
}


def pictures(example: Any) -> dict[str, Picture]:
    plan, _ = example.plan(TEXTS, SIZES, SITEURL="https://example.org/blog")
    composer = replace(plan.composer, sizes=SIZES)
    return {page.address.path: shared_picture(page.outline, composer) for page in plan.pages}


def test_a_post_shows_its_own_picture_where_that_is_wide_enough(example: Any) -> None:
    picture = pictures(example)["notas/w/index.html"]

    assert picture == Picture("https://example.org/blog/media/wide.jpg", "Ancha", 600, 400)


def test_a_post_with_a_small_picture_shows_the_card_of_its_level(example: Any) -> None:
    picture = pictures(example)["notas/s/index.html"]

    card = "https://example.org/blog/theme/cards/level-dos.es.png"
    assert picture == Picture(card, "Plaza · <maturity> · Dos", 1200, 630)


def test_a_drawing_is_no_picture_for_services_that_want_pixels(example: Any) -> None:
    assert pictures(example)["notas/d/index.html"].url == "https://example.org/blog/theme/cards/site.es.png"


def test_levels_and_their_cells_show_the_card_of_the_level(example: Any) -> None:
    shown = pictures(example)

    assert shown["en/levels/two/index.html"].url.endswith("/theme/cards/level-two.en.png")
    assert shown["en/matrix/two/skills/index.html"].url.endswith("/theme/cards/level-two.en.png")
    assert shown["en/activities/skills/index.html"].url.endswith("/theme/cards/site.en.png")


def test_each_language_has_its_own_card_and_one_for_each_level(example: Any) -> None:
    plan, _ = example.plan(TEXTS, SIZES)
    made = dict(cards(plan.composer))

    assert list(made) == [
        f"theme/cards/{name}.png"
        for name in ("site.es", "level-uno.es", "level-dos.es", "site.en", "level-one.en", "level-two.en")
    ]
    two = made["theme/cards/level-two.en.png"]
    assert (two.title, two.step, two.steps, two.voice) == ("Two", 2, 2, 1)
