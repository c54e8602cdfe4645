import json
from typing import Any

from plugins.translation.states import as_json, as_text, site_status

TEXTS = {
    "posts/radio.es.md": "---\ntitle: Radio\ndate: 2013-11-20\n---\n",
    "posts/radio.en.md": "---\ntitle: Radio\noriginal: es\n---\n",
    "posts/2013/backups.en.md": "---\ntitle: Backups\ndate: 2012-11-20\n---\n",
    "posts/2013/backups.es.md": "---\ntitle: Respaldos\noriginal: en\nstatus: review\n---\n",
    "pages/about.es.md": "---\ntitle: Acerca\n---\n",
}


def test_each_post_stands_somewhere_in_each_language(example: Any) -> None:
    statuses = site_status(example.catalogue(TEXTS)[0], ("es", "en"))
    assert (
        as_text(statuses, ("es", "en"))
        == """\
             es        en
backups      draft     current*
radio        current*  current
pages/about  current*  missing

es: 2 current, 0 missing, 1 draft
en: 2 current, 1 missing, 0 draft
(* the original)
"""
    )


def test_the_status_as_json_names_files_and_originals(example: Any) -> None:
    statuses = site_status(example.catalogue(TEXTS)[0], ("es", "en"))
    posts = json.loads(as_json(statuses))["posts"]
    assert [post["key"] for post in posts] == ["backups", "radio", "about"]
    assert posts[0] == {
        "key": "backups",
        "collection": "posts",
        "original": "en",
        "languages": {
            "es": {"state": "draft", "path": "posts/2013/backups.es.md", "blocks": []},
            "en": {"state": "current", "path": "posts/2013/backups.en.md", "blocks": []},
        },
    }
    assert posts[2]["languages"]["en"] == {"state": "missing", "path": "", "blocks": []}


def test_a_site_without_posts_has_an_empty_table(example: Any) -> None:
    statuses = site_status(example.catalogue({})[0], ("es",))
    assert as_text(statuses, ("es",)) == "  es\n\nes: 0 current, 0 missing, 0 draft\n(* the original)\n"
