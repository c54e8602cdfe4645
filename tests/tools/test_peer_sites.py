"""The sites of other generators have the same posts and taxonomies as Plaza's."""

import subprocess
from pathlib import Path

from tools.peer_sites import peers, write_eleventy, write_hugo, write_pelican
from tools.synthetic_content import write_content

PAIRS = 4


def test_each_site_has_every_post_in_both_languages(tmp_path: Path) -> None:
    write_content(tmp_path / "content", PAIRS)
    for write, folder in ((write_pelican, "content"), (write_hugo, "content/posts"), (write_eleventy, "posts")):
        site = tmp_path / write.__name__
        site.mkdir()
        write(tmp_path / "content", site)
        assert len(list((site / folder).glob("post-*.md"))) == 2 * PAIRS


def test_a_translation_has_what_it_inherits(tmp_path: Path) -> None:
    write_content(tmp_path / "content", 1)
    (tmp_path / "hugo").mkdir()
    write_hugo(tmp_path / "content", tmp_path / "hugo")
    text = (tmp_path / "hugo/content/posts/post-0.en.md").read_text(encoding="utf-8")
    assert "title: Post 0\n" in text
    assert all(name in text for name in ("date: ", "tags:\n- topic-0", "levels:\n- basic", "authors:\n- Autora 0"))


def test_stock_pelican_builds_its_site(tmp_path: Path) -> None:
    write_content(tmp_path / "content", PAIRS)
    peer = next(peers())
    assert peer.name == "pelican"
    (tmp_path / "site").mkdir()
    peer.write(tmp_path / "content", tmp_path / "site")
    subprocess.run(peer.build, cwd=tmp_path / "site", check=True, capture_output=True)
    assert (tmp_path / "site/output/post-0.html").is_file()
    assert (tmp_path / "site/output/en/post-0.html").is_file()
