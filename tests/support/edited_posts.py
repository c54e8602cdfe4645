"""Posts that two people edit, and what each translation must be after it: an oracle that knows nothing of Plaza's code.

It does not read Markdown. It remembers what each block was meant to say and writes it down in a style chosen at random,
so it knows without parsing what a translation was made of, what the original says now, and on which line.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

WORDS = ("agua", "barrio", "casa", "dato", "escuela", "foto", "grupo", "hoja", "idea", "lista", "mapa", "nota")


@dataclass(frozen=True)
class Said:
    """A block: what it says, and what it is (title, paragraph, heading, item, quote, table or code)."""

    kind: str
    words: tuple[str, ...]

    @property
    def meaning(self) -> tuple[str, tuple[str, ...]]:
        """What a translation of it depends on; a heading or item with a paragraph's words says the same as that."""
        return (
            "title" if self.kind == "title" else self.kind if self.kind in ("quote", "table", "code") else ""
        ), self.words


@dataclass
class Post:
    """An original with its translation: blocks, and the blocks that the translation was last pinned to."""

    key: str
    lang: str
    other: str
    blocks: list[Said]
    pinned: list[Said] | None = None
    translation: list[str] = field(default_factory=lambda: ["Uno.", "Dos."])

    @property
    def outdated(self) -> list[int]:
        """Places of the blocks that the pin does not know, by what they say and how often."""
        left = [block.meaning for block in self.pinned or []]
        places = []
        for place, block in enumerate(self.blocks):
            if block.meaning in left:
                left.remove(block.meaning)
            else:
                places.append(place)
        return places

    @property
    def gone(self) -> int:
        """How many pinned blocks the original no longer has."""
        left = [block.meaning for block in self.blocks]
        count = 0
        for block in self.pinned or []:
            if block.meaning in left:
                left.remove(block.meaning)
            else:
                count += 1
        return count

    @property
    def state(self) -> str:
        """What the translation must be called."""
        return "outdated" if self.pinned is not None and (self.outdated or self.gone) else "current"


def sentence(random: Random, fewest: int = 3) -> tuple[str, ...]:
    """Make words that no other block is likely to have."""
    words = [random.choice(WORDS) for _ in range(random.randint(fewest, 12))]
    return (f"x{random.randrange(10**6)}", *words)


def new_block(random: Random) -> Said:
    """Make a block of some kind."""
    kind = random.choice(["paragraph"] * 4 + ["heading", "item", "item", "quote", "table", "code"])
    return Said(kind, sentence(random))


def written(post: Post, random: Random) -> tuple[str, list[int]]:
    """Write an original down in some style: its text, and the line on which each block starts."""
    bullet, emphasis, rule = random.choice("-*+"), random.choice(["", "*", "**", "_"]), random.random() < 0.3
    lines = ["---", f"title: {' '.join(post.blocks[0].words)}", "date: 2013-11-20", "---", ""]
    starts = [2]
    for number, block in enumerate(post.blocks[1:], start=1):
        above = post.blocks[number - 1].kind
        if block.kind == "item" and above == "item" and random.random() < 0.5:
            lines.pop()  # the blank line between two items
        elif rule and block.kind == "paragraph" and above == "paragraph":
            lines += ["* * *", ""]
        starts.append(len(lines) + 1)
        lines += [*_lines(block, bullet, emphasis, random), ""]
        lines += [""] * random.choice([0, 0, 0, 1])
    return "\n".join(lines) + "\n", starts


def _lines(block: Said, bullet: str, emphasis: str, random: Random) -> list[str]:
    words = list(block.words)
    if block.kind == "code":
        return ["```", " ".join(words), "", "x = 1", "```"]
    if block.kind == "table":
        gap = random.choice([" ", "  "])
        return [f"| {words[0]} |{gap}b |", "|---|---|", f"|{gap}{' '.join(words[1:])} | d |"]
    if emphasis:
        place = random.randrange(1, len(words))
        words[place] = f"{emphasis}{words[place]}{emphasis}"
    if block.kind == "heading":
        return [f"{'#' * random.randint(2, 3)} {' '.join(words)}"]
    if block.kind == "quote":
        return [f"> [es] {' '.join(words)}", ">", "> [en] " + " ".join(reversed(block.words))]
    cut = random.randrange(1, len(words) + 1)
    parts = [" ".join(words[:cut]), *([" ".join(words[cut:])] if words[cut:] else [])]
    if block.kind == "item":
        return [f"{bullet} {parts[0]}", *(f"  {part}" for part in parts[1:])]
    return parts


def edit(post: Post, random: Random) -> str:
    """Do to an original what people do, and tell what it was."""
    body = range(1, len(post.blocks))
    what = random.choice(["reword", "typo", "insert", "delete", "move", "split", "merge", "restyle", "title", "kind"])
    place = random.choice(body)
    block = post.blocks[place]
    if what == "reword":
        post.blocks[place] = replace(block, words=sentence(random))
    elif what == "typo":
        post.blocks[place] = replace(block, words=(*block.words[:-1], block.words[-1] + "z"))
    elif what == "insert":
        post.blocks.insert(place, new_block(random))
    elif what == "delete" and len(body) > 2:
        del post.blocks[place]
    elif what == "move":
        post.blocks.insert(random.choice(body), post.blocks.pop(place))
    elif what == "split" and block.kind == "paragraph" and len(block.words) > 3:
        post.blocks[place : place + 1] = [replace(block, words=block.words[:2]), replace(block, words=block.words[2:])]
    elif (
        what == "merge" and place + 1 < len(post.blocks) and {block.kind, post.blocks[place + 1].kind} == {"paragraph"}
    ):
        post.blocks[place : place + 2] = [replace(block, words=block.words + post.blocks[place + 1].words)]
    elif what == "title":
        post.blocks[0] = Said("title", sentence(random))
    elif what == "kind" and block.kind in ("paragraph", "heading"):
        post.blocks[place] = replace(block, kind="heading" if block.kind == "paragraph" else "paragraph")
    return what
