"""Any content that builds makes a site in which every link, alternate and language holds."""

from pathlib import Path

import pytest

from tests.support.building import build, tree, write_files
from tests.support.random_content import random_content

SAMPLE, MANY = range(3), range(3, 60)
SEEDS = (*SAMPLE, *(pytest.param(seed, marks=pytest.mark.prove) for seed in MANY))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_site_of_random_content_has_nothing_for_a_crawl_to_find(seed: int, tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", random_content(seed))
    built = build(content, tmp_path / "output", site_url="https://example.org/blog")
    assert built.problems == ""


@pytest.mark.parametrize("seed", SEEDS)
def test_files_written_in_another_order_give_the_same_site(seed: int, tmp_path: Path) -> None:
    files = random_content(seed)
    forth = write_files(tmp_path / "forth", files)
    back = write_files(tmp_path / "back", dict(reversed(files.items())))
    assert tree(build(forth, tmp_path / "one").output) == tree(build(back, tmp_path / "two").output)
