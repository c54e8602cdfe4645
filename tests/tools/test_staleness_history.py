import subprocess
from pathlib import Path

import pytest

from plugins.plan.named import tools
from tools.git import Git
from tools.settings_file import read
from tools.staleness_history import body, changes, main, page_says, report

VERSIONS = {
    "written": "---\ntitle: A\n---\nUno *dos*.\n\n- tres\n\n[cuatro](https://example.org)\n",
    "reworded": "---\ntitle: A\n---\nUno *cinco*.\n\n- tres\n\n[cuatro](https://example.org)\n",
    "wrapped": "---\ntitle: A\n---\nUno\n**cinco**.\n\n* tres\n\n[cuatro](https://example.org)\n",
    "moved": "---\ntitle: A\n---\n[cuatro](https://example.org)\n\nUno\n**cinco**.\n\n* tres\n",
    "linked": "---\ntitle: A\n---\n[cuatro](https://example.org/a)\n\nUno\n**cinco**.\n\n* tres\n",
    "filed": "---\ntitle: A\ntopics: [b]\n---\n[cuatro](https://example.org/a)\n\nUno\n**cinco**.\n\n* tres\n",
}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    for name, text in VERSIONS.items():
        (tmp_path / "a.md").write_text(text, encoding="utf-8")
        git("add", ".")
        git("commit", "-qm", name)
    return tmp_path


def test_each_commit_is_judged_by_blocks_and_by_the_page(repository: Path) -> None:
    found = list(changes(Git(repository), "*.md", tools(read()).renderer, 100))
    assert [(change.in_blocks, change.in_page) for change in reversed(found)] == [
        (True, True),
        (False, False),
        (False, False),
        (True, True),
    ]


def test_the_report_counts_and_lists(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(str(repository), "*.md")
    assert capsys.readouterr().out == "4 changes of articles, 4 agree (100.0%)\n"
    assert report([]) == "0 changes of articles, 0 agree (0.0%)\n"


def test_a_page_says_its_words_and_addresses() -> None:
    said = page_says(("*a* [b](https://example.org)", "", "- c"), tools(read()).renderer)
    assert said == {"a https://example.org b": 1, "c": 1}


def test_an_article_without_front_matter_is_all_body() -> None:
    assert body("a\n---\nb\n") == ("a", "---", "b")
    assert body("---\na\n") == ("---", "a")
