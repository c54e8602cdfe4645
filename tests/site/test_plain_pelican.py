"""Pelican's own command gives the same site, and plugins made for Pelican work in it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from pelican import signals

from tests.support.building import ROOT, Built, build, tree, write_files

WITH_NEIGHBORS = """
from pelicanconf import *
from pelicanconf import PLUGINS as OWN_PLUGINS

PLUGINS = [*OWN_PLUGINS, "pelican.plugins.neighbors"]
"""


def test_the_command_of_pelican_gives_the_same_bytes(built_sample: Built, output: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", str(output)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert tree(output) == tree(built_sample.output)


def test_a_plugin_from_elsewhere_reads_the_posts_as_articles(built_sample: Built, output: Path, tmp_path: Path) -> None:
    settings = write_files(tmp_path, {"settings.py": WITH_NEIGHBORS}) / "settings.py"
    seen: dict[str, list[Any]] = {}

    def look(generators: list[Any]) -> None:
        for generator in generators:
            if hasattr(generator, "articles"):
                seen[generator.settings["DEFAULT_LANG"]] = list(generator.articles)

    signals.all_generators_finalized.connect(look)
    try:
        build(None, output, settings=settings, search=True)
    finally:
        signals.all_generators_finalized.disconnect(look)

    titles = [article.title for article in seen["en"]]
    assert titles[:3] == [
        "What we stopped using, and how",
        "Which conversation needs which lock",
        "Counting visits without watching visitors",
    ]
    assert len(titles) == len(list((ROOT / "content" / "posts").glob("*.en.md")))
    newest, second, *_ = seen["en"]
    assert newest.next_article is None
    assert newest.prev_article is second
    assert second.prev_article.title == "Counting visits without watching visitors"
    assert second.category.name == "Skills"
    assert len(seen["es"]) == len(list((ROOT / "content" / "posts").glob("*.es.md"))) - 2  # a draft, and one in review
    assert tree(output) == tree(built_sample.output)
