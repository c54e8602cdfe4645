"""What each kind of edit to an original makes of its translation, and what it leaves alone."""

from collections.abc import Sequence

import pytest

from plugins.catalogue.front_matter import FrontMatter
from plugins.translation.blocks import Block, read_blocks
from plugins.translation.staleness import outdated_blocks

ORIGINAL = """\
# Respaldos

Un respaldo no tiene que ser algo complejo. Debe estar
actualizado.

> [es] Guárdalo en otro lugar.
>
> [en] Keep it elsewhere.
>
> — Manual del taller

- uno
- dos
- tres

Lee la [guía](https://example.org/guia) y mira.

![Discos](media/discos.png)

```sh
cp datos copia
```

| día | copia |
|-----|-------|
| lunes | discos |

Fin."""
# Lines:   heading 1, paragraph 3-4, quote 6-10, items 12 13 14, link 16, picture 18, code 20-22, table 24-26, end 28.
TRANSLATION = """\
# Backups

A backup need not be complex. It should be up to date.

> [es] Guárdalo en otro lugar.
>
> [en] Keep it elsewhere.
>
> — The workshop's manual

- one
- two
- three

Read the [guide](https://example.org/guia) and look.

![Disks](media/discos.png)

```sh
cp datos copia
```

| day | copy |
|-----|------|
| Monday | disks |

The end."""
# Its own lines: 1, 3, 5, 11 12 13, 15, 17, 19, 23, 27.


def blocks(text: str, **fields: str) -> tuple[Block, ...]:
    front = FrontMatter(credits={}, item_lines={}, lines=dict.fromkeys(fields, 1), **fields)  # type: ignore[arg-type]
    return read_blocks(front, text.split("\n"))


def outdated(before: Sequence[Block], after: Sequence[Block]) -> list[tuple[int | None, int | None, str]]:
    pin = [block.digest for block in before]
    found = outdated_blocks(pin, after, blocks(TRANSLATION))
    return [(block.original_line, block.line, block.kind) for block in found]


NOTHING: list[tuple[int | None, int | None, str]] = []
EDITS = [
    # what was done, the text before, the text after, (line in the original, line in the translation, kind)
    ("a word is changed", "complejo", "difícil", [(3, 3, "paragraph")]),
    ("a typo is mended", "tiene", "tinee", [(3, 3, "paragraph")]),
    ("a capital is changed", "Fin.", "fin.", [(28, 27, "paragraph")]),
    ("a full stop is taken out", "Fin.", "Fin", [(28, 27, "paragraph")]),
    ("a paragraph is wrapped anew", "Debe estar\nactualizado", "Debe\nestar actualizado", NOTHING),
    ("a paragraph is put on one line", "Debe estar\nactualizado", "Debe estar actualizado", NOTHING),
    ("spaces are added at a line's end", "Fin.", "Fin.  ", NOTHING),
    ("blank lines are added", "\n\nFin.", "\n\n\n\nFin.", NOTHING),
    ("a word is emphasised", "complejo", "**complejo**", NOTHING),
    ("a link is emphasised", "[guía](https://example.org/guia)", "*[guía](https://example.org/guia)*", NOTHING),
    ("bullets are changed", "- uno\n- dos\n- tres", "* uno\n* dos\n* tres", NOTHING),
    ("bullets become numbers", "- uno\n- dos\n- tres", "1. uno\n2. dos\n3. tres", NOTHING),
    ("the list gets blank lines", "- uno\n- dos\n- tres", "- uno\n\n- dos\n\n- tres", NOTHING),
    ("an item is changed", "- dos", "- cuatro", [(13, 12, "item")]),
    ("an item is added", "- dos\n", "- dos\n- dos y medio\n", [(14, None, "item")]),
    ("an item is taken out", "- dos\n", "", [(None, 12, "item")]),
    ("items are put in another order", "- uno\n- dos\n- tres", "- tres\n- uno\n- dos", NOTHING),
    ("the heading changes its style", "# Respaldos", "Respaldos\n=========", NOTHING),
    ("the heading changes its level", "# Respaldos", "## Respaldos", NOTHING),
    ("the heading is changed", "# Respaldos", "# Copias", [(1, 1, "heading")]),
    ("the quote's original is changed", "Guárdalo en otro lugar", "Guárdalo lejos", [(6, 5, "quote")]),
    ("the quote's translation is changed", "Keep it elsewhere", "Keep it away", [(6, 5, "quote")]),
    ("the attribution is changed", "Manual del taller", "Manual de 2014", [(6, 5, "quote")]),
    ("the quote is written more tightly", ">\n> —", ">\n>—", NOTHING),
    ("the quote goes to the end", None, None, NOTHING),
    ("a link leads elsewhere", "org/guia", "org/otra", [(16, 15, "paragraph")]),
    ("a link's words are changed", "[guía]", "[nota]", [(16, 15, "paragraph")]),
    ("a link tells its language", "org/guia)", "org/guia){hreflang=es}", NOTHING),
    ("a link gets a title", "org/guia)", 'org/guia "Uno")', [(16, 15, "paragraph")]),
    ("a picture gets a title", "discos.png)", 'discos.png "Dos")', [(18, 17, "paragraph")]),
    ("a picture is named by another form", "(media/", "({static}/media/", NOTHING),
    ("a picture is named from the root", "(media/", "(/media/", NOTHING),
    ("a picture is named from a folder", "(media/", "(../../media/", NOTHING),
    ("a link leads to media elsewhere", "org/guia", "org/media/", [(16, 15, "paragraph")]),
    ("a picture is in another folder", "(media/", "(media/otra/", [(18, 17, "paragraph")]),
    ("a heading tells its language", "# Respaldos", "# Respaldos {lang=en}", NOTHING),
    ("an underlined heading tells it", "# Respaldos", "Respaldos {lang=en}\n=====", NOTHING),
    ("a heading gets an id and a class", "# Respaldos", "# Respaldos {: #uno .dos }", NOTHING),
    ("braces end a paragraph", "Fin.", "Fin. {a=1}", [(28, 27, "paragraph")]),
    ("a cell is emptied", "lunes | discos", "lunes |", [(24, 23, "table")]),
    ("a cell goes to the other column", "lunes | discos", "lunes discos |", [(24, 23, "table")]),
    ("a picture is another one", "discos.png", "cintas.png", [(18, 17, "paragraph")]),
    ("a picture's words are changed", "![Discos]", "![Dos discos]", [(18, 17, "paragraph")]),
    ("code is changed", "cp datos", "cp -a datos", [(20, 19, "code")]),
    ("code gets other fences", "```sh\ncp datos copia\n```", "~~~sh\ncp datos copia\n~~~", NOTHING),
    ("a cell is changed", "lunes", "martes", [(24, 23, "table")]),
    ("a row is added", "| lunes | discos |", "| lunes | discos |\n| martes | cintas |", [(24, 23, "table")]),
    ("the table is drawn anew", "| lunes | discos |", "lunes|discos", NOTHING),
    ("a paragraph is added at the top", "# Respaldos", "Nuevo.\n\n# Respaldos", [(1, None, "paragraph")]),
    ("a paragraph is added at the end", "Fin.", "Fin.\n\nMás.", [(30, None, "paragraph")]),
    ("a paragraph is taken out", "\n\nFin.", "", [(None, 27, "paragraph")]),
    ("a paragraph is said twice", "Fin.", "Fin.\n\nFin.", [(30, None, "paragraph")]),
    (
        "a paragraph is split",
        " Debe estar\nactualizado",
        "\n\nDebe estar\nactualizado",
        [(3, 3, "paragraph"), (5, None, "paragraph")],
    ),
    (
        "two paragraphs become one",
        "y mira.\n\n![Discos]",
        "y mira.\n![Discos]",
        [(16, 15, "paragraph"), (None, 17, "paragraph")],
    ),
    ("a comment is added", "Fin.", "<!-- check: ignore dead-link -->\nFin.", NOTHING),
    ("a line that parts is added", "Fin.", "---\n\nFin.", NOTHING),
    (
        "one is changed and another taken out",
        "- uno\n- dos",
        "- nada",
        [(12, 11, "item"), (None, 12, "item")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), [pytest.param(*edit[1:], id=edit[0]) for edit in EDITS])
def test_an_edit_makes_these_blocks_outdated(
    old: str | None, new: str | None, expected: list[tuple[int | None, int | None, str]]
) -> None:
    quote = ORIGINAL[ORIGINAL.index("> [es]") : ORIGINAL.index("- uno")]
    after = ORIGINAL.replace(old, new or "") if old else ORIGINAL.replace(quote, "") + "\n\n" + quote
    assert after != ORIGINAL
    assert outdated(blocks(ORIGINAL), blocks(after)) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Busca `[^a-z]`.", "Busca `[^0-9]`."),
        ("Llama a `f(x){a=1}`.", "Llama a `f(x){a=2}`."),
        ("Escribe ``a`{b=1}``.", "Escribe ``a`{b=2}``."),
        ('[a](x "Uno")', '[a](x "Dos")'),
        ('![a](x.png "Uno")', '![a](x.png "Dos")'),
        ("| a | b |\n|---|---|\n| ✓ | |", "| a | b |\n|---|---|\n| | ✓ |"),
    ],
)
def test_what_code_titles_and_cells_say_counts(before: str, after: str) -> None:
    pin = [block.digest for block in blocks(before)]
    assert len(outdated_blocks(pin, blocks(after), blocks(before))) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("`a`{.python}", "`a`"),
        ("`a` y *b*{lang=en} y nota[^1].", "`a` y *b* y nota[^uno]."),
        ("| a | b |\n|---|---|\n| ✓ | |", "a|b\n-|-\n✓||"),
    ],
)
def test_attributes_behind_code_and_bars_around_rows_do_not(before: str, after: str) -> None:
    pin = [block.digest for block in blocks(before)]
    assert outdated_blocks(pin, blocks(after), blocks(before)) == ()


@pytest.mark.parametrize("field", ["title", "summary", "image_alt"])
def test_a_field_that_changed_is_outdated_by_its_name(field: str) -> None:
    before = read_blocks(FrontMatter(credits={}, item_lines={}, lines={field: 3}, **{field: "Uno"}), [])  # type: ignore[arg-type]
    after = read_blocks(FrontMatter(credits={}, item_lines={}, lines={field: 4}, **{field: "Dos"}), [])  # type: ignore[arg-type]
    (found,) = outdated_blocks([block.digest for block in before], after, before)
    assert (found.original_line, found.line, found.kind) == (4, 3, field)


def headed(text: str, **fields: str) -> tuple[Block, ...]:
    names = dict.fromkeys(fields, 2)
    front = FrontMatter(credits={}, item_lines={}, lines=names, **fields)  # type: ignore[arg-type]
    return read_blocks(front, text.split("\n"), 5)


def test_a_field_that_the_translation_lacks_does_not_hide_the_rest() -> None:
    before = headed("a\n\nb\n\nc", title="A", summary="S")
    after = headed("a\n\nx\n\nc", title="A", summary="T")
    translation = headed("d\n\ne\n\nf", title="B")
    found = outdated_blocks([block.digest for block in before], after, translation)
    assert [(block.kind, block.original_line, block.line) for block in found] == [
        ("summary", 2, None),
        ("paragraph", 7, 7),
    ]


def test_a_field_that_only_the_translation_has_does_not_either() -> None:
    before = headed("a\n\nb", title="A")
    after = headed("a\n\nx", title="Z", image_alt="I")
    translation = headed("d\n\ne", title="B", summary="S")
    found = outdated_blocks([block.digest for block in before], after, translation)
    assert [(block.kind, block.original_line, block.line) for block in found] == [
        ("title", 2, 2),
        ("image_alt", 2, None),
        ("paragraph", 7, 7),
    ]


def test_a_translation_with_other_blocks_is_matched_by_their_kinds() -> None:
    original = blocks("# A\n\na\n\n- b\n\n```\nc\n```")
    changed = blocks("# A\n\na\n\n- b\n\n```\nd\n```")
    translation = blocks("# A\n\n- b\n\n```\nc\n```")
    (found,) = outdated_blocks([block.digest for block in original], changed, translation)
    assert (found.original_line, found.kind) == (7, "code")


def test_a_pin_edited_by_hand_shows_what_it_no_longer_names() -> None:
    original = blocks("a\n\nb\n\nc")
    first, _, last = (block.digest for block in original)
    for pin in ([first, last], [first, "nonsense", last]):
        found = outdated_blocks(pin, original, original)
        assert [block.original_line for block in found] == [3]
