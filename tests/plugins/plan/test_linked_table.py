import pickle
from typing import Any

import pytest

from plugins.plan.linked_table import LinkedTable

TEXTS = {
    "posts/a.es.md": "---\ntitle: A\ndate: 2020-01-01\n---\n[b](/posts/b) [x](https://example.org/)\n",
    "posts/b.es.md": "---\ntitle: B\ndate: 2020-01-02\n---\n[a](/posts/a) [no](/posts/none)\n",
}


def table(example: Any) -> LinkedTable:
    linked: LinkedTable = example.plan(TEXTS)[0].composer.linked
    return linked


def test_it_tells_where_the_links_of_each_document_lead(example: Any) -> None:
    linked = table(example)
    assert (sorted(linked), len(linked)) == (sorted(TEXTS), 2)
    assert [resolution.href for resolution in linked["posts/a.es.md"].body] == ["/notas/b/", "https://example.org/"]
    assert [problem.rule for problem in linked["posts/b.es.md"].diagnostics] == ["dead-link"]
    with pytest.raises(KeyError):
        linked["posts/none.es.md"]


def test_it_comes_out_of_a_file_whole_whoever_asked_for_what(example: Any) -> None:
    linked = table(example)
    again: LinkedTable = pickle.loads(pickle.dumps(linked))
    assert (sorted(again), len(again)) == (sorted(TEXTS), 2)
    assert {path: again[path] for path in again} == {path: linked[path] for path in linked}


def test_links_can_be_set(example: Any) -> None:
    linked = table(example)
    linked.put("posts/a.es.md", linked["posts/b.es.md"])
    assert linked["posts/a.es.md"] == linked["posts/b.es.md"]
