import json

from plugins.translation.report import as_json, as_text
from plugins.translation.standing import OutdatedBlock, PostStatus, Standing, State

ES = Standing("es", State.CURRENT, "posts/radio.es.md")
CHANGED = OutdatedBlock(12, 11, "paragraph", "a1b2c3", "Tres discos.")
NEW = OutdatedBlock(14, None, "item", "", "Más.")
GONE = OutdatedBlock(None, 20, "image_alt", "d4e5f6", "")
OUTDATED = Standing("en", State.OUTDATED, "posts/radio.en.md", "posts/radio.es.md", True, (CHANGED, NEW, GONE))
RADIO = PostStatus("radio", "posts", "es", ("radio", "video"), "basic", (ES, OUTDATED))
LOOSE = Standing("en", State.CURRENT, "pages/about.en.md", "pages/about.es.md")
ABOUT = PostStatus("about", "pages", "es", (), "", (Standing("es", State.CURRENT, "pages/about.es.md"), LOOSE))


def test_the_table_tells_states_blocks_and_totals() -> None:
    assert (
        as_text([RADIO, ABOUT], ("es", "en"), {("posts/radio.es.md", "a1b2c3"): "Dos\ndiscos."})
        == """\
             es        en
radio        current*  outdated
pages/about  current*  current~

posts/radio.en.md: 3 blocks are not as in posts/radio.es.md
  posts/radio.en.md:11: paragraph that changed in posts/radio.es.md:12
    - Dos discos.
    + Tres discos.
  posts/radio.es.md:14: new item
  posts/radio.en.md:20: image alt that the original has no more

es: 2 current, 0 outdated, 0 missing, 0 draft
en: 1 current, 1 outdated, 0 missing, 0 draft

current by topic  es      en
radio             1 of 1  0 of 1
video             1 of 1  0 of 1

current by level  es      en
basic             1 of 1  0 of 1

(* the original, ~ not pinned: ./inv sync tells from when on it shall be compared)
"""
    )


def test_json_names_files_states_and_blocks() -> None:
    assert json.loads(as_json([RADIO]))["posts"] == [
        {
            "key": "radio",
            "collection": "posts",
            "original": "es",
            "languages": {
                "es": {"state": "current", "path": "posts/radio.es.md", "pinned": False, "blocks": []},
                "en": {
                    "state": "outdated",
                    "path": "posts/radio.en.md",
                    "pinned": True,
                    "blocks": [
                        {"original_line": 12, "line": 11, "kind": "paragraph"},
                        {"original_line": 14, "line": None, "kind": "item"},
                        {"original_line": None, "line": 20, "kind": "image_alt"},
                    ],
                },
            },
        }
    ]


def test_a_site_without_posts_has_an_empty_table() -> None:
    text = as_text([], ("es",))
    assert text.startswith("  es\n\nes: 0 current, 0 outdated, 0 missing, 0 draft\n\n(*")
