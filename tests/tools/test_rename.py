from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.support.building import tree
from tools.check import check
from tools.errors import UsageError
from tools.rename import rename

Write = Callable[[Mapping[str, str | bytes]], Path]
FILES = {
    "posts/a.es.md": "---\r\ntitle: Uno # x\r\ndate: 2013-11-20\r\n---\r\nHola.  \r\n",
    "posts/a.en.md": "---\ntitle: One\nslug: one # y\naliases:\n- /x/\noriginal: es\n---\n",
    "posts/b.es.md": "---\ntitle: Dos\ndate: 2013-11-20\n---\n",
    "pages/about.es.md": "---\ntitle: Acerca\n---\n",
}


def test_the_slug_is_written_and_the_old_path_kept(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = content(FILES)
    assert rename("a", "es", "nuevo", folder) == 0
    assert (folder / "posts/a.es.md").read_bytes() == (
        b"---\r\ntitle: Uno # x\r\nslug: nuevo\r\naliases: [/notas/uno/]\r\ndate: 2013-11-20\r\n---\r\nHola.  \r\n"
    )
    assert "is at /notas/nuevo/ now; /notas/uno/ is kept as an alias" in capsys.readouterr().out
    assert check(folder) == 0


def test_aliases_that_are_there_stay(content: Write) -> None:
    folder = content(FILES)
    rename("a", "en", "first", folder)
    assert (folder / "posts/a.en.md").read_text(encoding="utf-8") == (
        "---\ntitle: One\nslug: first # y\naliases: [/x/, /en/posts/one/]\noriginal: es\n---\n"
    )


def test_back_to_an_old_address_takes_its_alias_out(content: Write) -> None:
    folder = content(FILES)
    rename("a", "es", "nuevo", folder)
    rename("a", "es", "uno", folder)
    text = (folder / "posts/a.es.md").read_text(encoding="utf-8")
    assert "aliases: [/notas/nuevo/]" in text
    assert "slug: uno" in text


def test_a_page_has_no_folder(content: Write) -> None:
    folder = content(FILES)
    rename("pages/about", "es", "quienes-somos", folder)
    assert "aliases: [/acerca/]" in (folder / "pages/about.es.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "lang", "slug", "told"),
    [
        ("a", "es", "Ñandú!", r"--slug takes no 'Ñandú!': expected a-z, 0-9 and -; write nandu"),
        ("a", "es", "-", "--slug takes no '-': expected a letter or digit in it"),
        ("a", "es", "dos", r"posts/b\.es\.md has the slug dos already"),
        ("a", "es", "uno", r"posts/a\.es\.md has the slug uno already"),
        ("b", "en", "two", "b is not in en; it is in es"),
        ("b", "fr", "two", "--lang takes no 'fr'"),
        ("c", "es", "tres", "there is no post 'c'"),
        ("pages/about", "es", "temas", "temas is a word of the site's own paths"),
        ("a", None, None, "say --lang, --slug"),
    ],
)
def test_what_cannot_be_renamed_is_told_and_left(
    content: Write, key: str, lang: str | None, slug: str | None, told: str
) -> None:
    folder = content(FILES)
    before = tree(folder)
    with pytest.raises(UsageError, match=told):
        rename(key, lang, slug, folder)
    assert tree(folder) == before
