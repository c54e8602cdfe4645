import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tools.errors import ContentError
from tools.status import status

Write = Callable[[Mapping[str, str | bytes]], Path]
POST = "---\ntitle: A\ndate: 2013-11-20\n---\nHola.\n"


def test_the_table_tells_where_each_post_stands(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(content({"posts/a.es.md": POST})) == 0
    assert capsys.readouterr().out == (
        "   es        en\na  current*  missing\n\n"
        "es: 1 current, 0 missing, 0 draft\nen: 0 current, 1 missing, 0 draft\n(* the original)\n"
    )


def test_json_tells_the_same(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    status(content({"posts/a.es.md": POST}), format="json")
    (post,) = json.loads(capsys.readouterr().out)["posts"]
    assert {lang: standing["state"] for lang, standing in post["languages"].items()} == {
        "es": "current",
        "en": "missing",
    }


def test_posts_that_cannot_be_read_have_no_status(content: Write) -> None:
    with pytest.raises(ContentError, match="no status"):
        status(content({"posts/a.es.md": "no front matter"}))
