from typing import Any

from plugins.translation.blocks import document_blocks
from plugins.translation.standing import Standing, State
from plugins.translation.states import post_status, site_status

TEXTS = {
    "posts/radio.es.md": "---\ntitle: Radio\ndate: 2013-11-20\n---\nUno.\n\nDos.\n",
    "posts/radio.en.md": "---\ntitle: Radio\noriginal: es\n---\nOne.\n\nTwo.\n",
    "posts/2013/backups.en.md": "---\ntitle: Backups\ndate: 2012-11-20\n---\n",
    "posts/2013/backups.es.md": "---\ntitle: Respaldos\noriginal: en\nstatus: review\n---\n",
    "pages/about.es.md": "---\ntitle: Acerca\n---\n",
}


def states(example: Any, texts: dict[str, str], langs: str = "es en") -> list[list[str]]:
    statuses = site_status(example.catalogue(texts, langs=langs)[0], langs.split())
    return [[status.key, *(str(standing.state) for standing in status.standings)] for status in statuses]


def pinned(example: Any, texts: dict[str, str], path: str, lang: str = "es") -> dict[str, str]:
    """Pin the translation at `path` to the document in `lang` as it is now."""
    catalogue, _ = example.catalogue(texts, langs="es en ar")
    (original,) = [
        document
        for post in catalogue.posts
        for document in post.documents.values()
        if document.lang == lang and document.key == "radio"
    ]
    pin = ", ".join(block.digest for block in document_blocks(original))
    return {**texts, path: texts[path].replace("original: ", f"original_digest: [{pin}]\noriginal: ")}


def test_each_post_stands_somewhere_in_each_language(example: Any) -> None:
    assert states(example, TEXTS) == [
        ["backups", "draft", "current"],
        ["radio", "current", "current"],
        ["about", "current", "missing"],
    ]


def test_a_translation_pinned_to_an_earlier_original_is_outdated(example: Any) -> None:
    texts = pinned(example, TEXTS, "posts/radio.en.md")
    assert states(example, texts)[1] == ["radio", "current", "current"]
    texts["posts/radio.es.md"] = texts["posts/radio.es.md"].replace("Dos.", "Tres.")
    assert states(example, texts)[1] == ["radio", "current", "outdated"]
    catalogue, _ = example.catalogue(texts)
    (block,) = post_status(catalogue.by_key["posts", "radio"], ("es", "en")).standings[1].blocks
    assert (block.original_line, block.line, block.kind, block.wording) == (7, 8, "paragraph", "Tres.")


def test_a_translation_without_a_pin_is_current_and_says_so(example: Any) -> None:
    catalogue, _ = example.catalogue(TEXTS)
    assert post_status(catalogue.by_key["posts", "radio"], ("en",)).standings == (
        Standing("en", State.CURRENT, "posts/radio.en.md", "posts/radio.es.md"),
    )


def test_a_draft_is_a_draft_whatever_its_pin(example: Any) -> None:
    texts = pinned(example, TEXTS, "posts/radio.en.md")
    texts["posts/radio.es.md"] += "\nMás.\n"
    texts["posts/radio.en.md"] = texts["posts/radio.en.md"].replace("title:", "status: draft\ntitle:")
    assert states(example, texts)[1] == ["radio", "current", "draft"]


def test_a_translation_is_compared_with_the_one_it_was_made_from(example: Any) -> None:
    texts = {**TEXTS, "posts/radio.ar.md": "---\ntitle: R\noriginal: en\n---\nOne.\n\nTwo.\n"}
    texts = pinned(example, texts, "posts/radio.ar.md", "en")
    texts["posts/radio.es.md"] += "\nMás.\n"
    assert states(example, texts, "es en ar")[1] == ["radio", "current", "current", "current"]
    texts["posts/radio.en.md"] += "\nMore.\n"
    assert states(example, texts, "es en ar")[1] == ["radio", "current", "current", "outdated"]


def test_what_is_no_part_of_the_text_makes_nothing_outdated(example: Any) -> None:
    texts = pinned(example, TEXTS, "posts/radio.en.md")
    texts["posts/radio.es.md"] = texts["posts/radio.es.md"].replace("date: 2013-11-20", "date: 2014-01-01\ntopics: [x]")
    assert states(example, texts)[1] == ["radio", "current", "current"]
