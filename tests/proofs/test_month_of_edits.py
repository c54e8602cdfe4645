"""A month of two people who edit both languages: after every step `status` says what an independent oracle says."""

import json
from pathlib import Path
from random import Random

import pytest

from tests.support.building import write_files
from tests.support.edited_posts import Post, Said, edit, new_block, sentence, written
from tools.status import status
from tools.sync import sync

DAYS, A_DAY = 30, 4
SAMPLE, MANY = range(1), range(1, 7)
SEEDS = (*(pytest.param(seed, 3, id=f"seed {seed}, three days") for seed in SAMPLE),
         *(pytest.param(seed, DAYS, id=f"seed {seed}, a month", marks=pytest.mark.prove) for seed in MANY))  # fmt: skip


def translation(post: Post, pin: str) -> str:
    body = "\n\n".join(post.translation)
    return f"---\ntitle: T\noriginal: {post.lang}\n{pin}---\n\n{body}\n"


@pytest.mark.parametrize(("seed", "days"), SEEDS)
def test_status_is_what_the_oracle_says(
    seed: int, days: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    random = Random(seed)
    folder = write_files(tmp_path / "content", {})
    pairs = [("es", "en"), ("en", "es"), ("es", "en")]
    posts = [
        Post(f"post-{number}", lang, other, [Said("title", sentence(random)), *(new_block(random) for _ in range(6))])
        for number, (lang, other) in enumerate(pairs)
    ]
    starts = {}
    for post in posts:
        text, starts[post.key] = written(post, random)
        write_files(
            folder / "posts", {f"{post.key}.{post.lang}.md": text, f"{post.key}.{post.other}.md": translation(post, "")}
        )
    done = [0, 0]
    for step in range(days * A_DAY):
        post = random.choice(posts)
        act = random.choice(["edit"] * 6 + ["sync"] * 2 + ["translate"])
        if act == "edit":
            act = edit(post, random)
            text, starts[post.key] = written(post, random)
            write_files(folder / "posts", {f"{post.key}.{post.lang}.md": text})
        elif act == "sync":
            sync(post.key, post.other, folder)
            post.pinned = list(post.blocks)
        else:
            post.translation.append(" ".join(sentence(random)))
            file = folder / "posts" / f"{post.key}.{post.other}.md"
            file.write_text(file.read_text(encoding="utf-8") + f"\n{post.translation[-1]}\n", encoding="utf-8")
        capsys.readouterr()
        status(folder, format="json")
        told = {found["key"]: found["languages"] for found in json.loads(capsys.readouterr().out)["posts"]}
        for one in posts:
            found = told[one.key][one.other]
            where = f"seed {seed}, step {step}, {act}: {one.key}"
            assert found["state"] == one.state, where
            assert found["pinned"] == (one.pinned is not None), where
            if one.pinned is not None:
                lines = [block["original_line"] for block in found["blocks"] if block["original_line"]]
                assert sorted(lines) == [starts[one.key][place] for place in one.outdated], where
                alone = sum(block["original_line"] is None for block in found["blocks"])
                assert alone <= one.gone, where
                assert len(found["blocks"]) >= max(one.gone, len(one.outdated)), where
            done[found["state"] == "outdated"] += 1
    assert all(done), "both states came up"
