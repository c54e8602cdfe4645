from dataclasses import replace
from typing import Any

from plugins.plan.view import Picture, Share

TEXTS = {
    "posts/a.es.md": "---\ntitle: A\ndate: 2013-11-20\nmodified: 2014-01-05\ntopics: [t]\nactivity: s\n---\nUno.\n",
    "posts/b.es.md": "---\ntitle: B\ndate: 2013-11-21\n---\nDos.\n",
    "posts/b.en.md": "---\ntitle: B2\noriginal: es\n---\nTwo.\n",
    "topics.yml": "t: {es: {label: Tema}, en: {label: Topic}}\n",
    "activities.yml": "s: {es: {label: Saber}, en: {label: Skills}}\n",
}


def shares(example: Any, **values: Any) -> dict[str, Share | None]:
    plan, _ = example.plan(TEXTS, **values)
    return {page.address.path: view.share for page, view in plan.views()}


def test_a_post_is_an_article_with_its_dates_section_and_tags(example: Any) -> None:
    share = shares(example)["notas/a/index.html"]

    assert share == Share(
        type="article",
        title="A",
        description="Uno.",
        locale="es_ES",
        other_locales=(),
        image=None,
        image_type="",
        published="2013-11-20",
        modified="2014-01-05",
        section="Saber",
        tags=("Tema",),
    )


def test_other_locales_are_those_of_the_pages_alternates(example: Any) -> None:
    share = shares(example)["en/posts/b2/index.html"]

    assert share is not None
    assert (share.locale, share.other_locales) == ("en_US", ("es_ES",))


def test_a_home_goes_by_the_name_of_the_site_and_its_line(example: Any) -> None:
    share = shares(example, TAGLINE="Dos voces")["index.html"]

    assert share is not None
    assert (share.type, share.title, share.description) == ("website", "Plaza", "Dos voces")


def test_pages_that_are_not_indexed_share_nothing(example: Any) -> None:
    assert shares(example)["404.html"] is None
    assert set(shares(example, SHOW_DRAFTS=True).values()) == {None}


def test_a_picture_says_of_what_type_it_is(example: Any) -> None:
    plan, _ = example.plan(TEXTS)
    picture = Picture("https://example.org/a.JPG", "", 1200, 630)
    composer = replace(plan.composer, shared_picture=lambda outline, composer: picture)
    share = plan.pages[0].view(composer).share

    assert share is not None
    assert (share.image, share.image_type) == (picture, "image/jpeg")
