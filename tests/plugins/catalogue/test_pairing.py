import pytest

from plugins.catalogue.pairing import FileName, find_original, pair, read_name
from plugins.diagnostics import Diagnostic, error

LANGS = ("es", "en", "pt-BR")


@pytest.mark.parametrize(
    ("path", "collection", "key", "lang"),
    [
        ("posts/backups.es.md", "posts", "backups", "es"),
        ("posts/2013/11/backups.en.md", "posts", "backups", "en"),
        ("pages/about.pt-br.md", "pages", "about", "pt-BR"),
        ("posts/v1.2_Draft-b.ES.md", "posts", "v1.2_Draft-b", "es"),
    ],
)
def test_a_file_name_says_collection_key_and_language(path: str, collection: str, key: str, lang: str) -> None:
    assert read_name(path, LANGS) == FileName(path, collection, key, lang)


def test_a_name_without_language_is_an_error() -> None:
    assert read_name("posts/backups.md", LANGS) == error(
        "posts/backups.md", 1, "file-name",
        "the file's name says no language; expected <key>.<lang>.md, as backups.es.md",
    )  # fmt: skip


def test_a_language_that_the_site_lacks_is_an_error_with_the_nearest() -> None:
    assert read_name("posts/backups.eng.md", LANGS) == error(
        "posts/backups.eng.md", 1, "unknown-lang",
        "the site has no language 'eng'; expected one of es, en, pt-BR",
        "rename the file to backups.en.md, or add eng to LANGUAGES",
    )  # fmt: skip


@pytest.mark.parametrize("key", ["copias y más", "año", "a+b"])
def test_a_key_with_other_characters_is_an_error(key: str) -> None:
    assert read_name(f"posts/{key}.es.md", LANGS) == error(
        f"posts/{key}.es.md", 1, "file-name", f"the key {key!r} may hold only letters, digits, '.', '_' and '-'"
    )


def names(*paths: str) -> list[FileName]:
    found = [read_name(path, LANGS) for path in paths]
    assert not any(isinstance(name, Diagnostic) for name in found)
    return [name for name in found if isinstance(name, FileName)]


def test_files_of_one_key_are_paired_whatever_their_folder() -> None:
    groups, found = pair(names("posts/2013/backups.es.md", "posts/backups.en.md", "pages/backups.es.md"))
    assert {key: sorted(group) for key, group in groups.items()} == {
        ("posts", "backups"): ["en", "es"],
        ("pages", "backups"): ["es"],
    }
    assert found == ()


def test_a_key_twice_in_a_language_is_an_error() -> None:
    groups, found = pair(names("posts/2014/backups.es.md", "posts/backups.es.md"))
    assert groups["posts", "backups"]["es"].path == "posts/backups.es.md"
    assert found == (
        error(
            "posts/2014/backups.es.md", 1, "key-twice",
            "the key 'backups' is already used in es by posts/backups.es.md",
            "a key is unique in its collection, whatever the folder",
        ),
    )  # fmt: skip


def test_keys_that_differ_only_in_case_are_an_error() -> None:
    groups, found = pair(names("posts/backups.en.md", "posts/Backups.es.md"))
    assert list(groups) == [("posts", "Backups")]
    assert found == (
        error(
            "posts/backups.en.md", 1, "key-case",
            "the key 'backups' differs from 'Backups' of posts/Backups.es.md only in case", "rename one of them",
        ),
    )  # fmt: skip


def original(**named: str | None) -> tuple[str | None, tuple[Diagnostic, ...]]:
    return find_original(named, {lang: f"posts/x.{lang}.md" for lang in named}, dict.fromkeys(named, 5))


def test_the_original_is_the_file_that_names_none() -> None:
    assert original(es="en", en=None) == ("en", ())


def test_a_translation_may_be_made_from_a_translation() -> None:
    assert original(es=None, en="es", fr="en") == ("es", ())


def test_two_files_that_name_no_original_are_an_error_in_both() -> None:
    message = "2 files of this post say that they are the original: posts/x.en.md, posts/x.es.md"
    assert original(es=None, en=None) == (
        None,
        (
            error("posts/x.en.md", 1, "two-originals", message, "add `original: es` to the one that is a translation"),
            error("posts/x.es.md", 1, "two-originals", message, "add `original: en` to the one that is a translation"),
        ),
    )


def test_an_original_in_a_language_that_the_post_lacks_is_an_error() -> None:
    assert original(es=None, en="fr") == (
        None,
        (
            error(
                "posts/x.en.md", 5, "unknown-original", "there is no original in fr; this post exists in en, es",
                "write the language this text was translated from, or add the file in fr",
            ),
        ),
    )  # fmt: skip


def test_a_circle_without_an_original_is_an_error_in_each_file() -> None:
    advice = "take `original` out of the file that was written first"
    assert original(es="en", en="es") == (
        None,
        (
            error(
                "posts/x.en.md", 5, "no-original", "no file of this post is the original: en from es from en", advice
            ),
            error(
                "posts/x.es.md", 5, "no-original", "no file of this post is the original: es from en from es", advice
            ),
        ),
    )


def test_a_circle_beside_an_original_is_an_error() -> None:
    lang, found = original(es=None, en="fr", fr="en")
    assert lang is None
    assert [(d.path, d.rule, d.message) for d in found] == [
        ("posts/x.en.md", "original-circle", "the originals go in a circle: en from fr from en"),
        ("posts/x.fr.md", "original-circle", "the originals go in a circle: fr from en from fr"),
    ]


def test_a_lone_file_translated_from_itself_is_an_error() -> None:
    lang, found = original(es="es")
    assert lang is None
    assert [(d.rule, d.message) for d in found] == [
        ("no-original", "this file says it was translated from es, its own language")
    ]
