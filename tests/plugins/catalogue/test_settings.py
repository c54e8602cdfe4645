import re
from pathlib import Path
from typing import Any

import pytest

from plugins.catalogue.settings import Settings, read_settings

WORDS = ["posts", "topics", "levels", "activities", "matrix", "people", "search", "feeds", "status", "parallel", "page"]


def language(name: str, dir: str = "ltr") -> dict[str, Any]:
    return {"name": name, "dir": dir, "paths": {word: word for word in WORDS}}


def read(**values: Any) -> Settings:
    languages = {"es": language("Español"), "en": language("English")}
    return read_settings({"LANGUAGES": languages, "SITENAME": "Plaza", **values}, Path("/site"))


def test_the_first_language_is_the_main_one() -> None:
    settings = read()
    assert settings.main_lang == "es"
    assert settings.langs == ("es", "en")
    assert settings.language("en").name == "English"


def test_a_language_that_the_site_lacks_has_no_entry() -> None:
    with pytest.raises(KeyError):
        read().language("fr")


def test_paths_are_relative_to_the_folder_of_the_settings() -> None:
    settings = read(PATH="texts", OUTPUT_PATH="/srv/www", TRANSLATIONS=["mine", "theme/translations"])
    assert settings.content == Path("/site/texts")
    assert settings.output == Path("/srv/www")
    assert settings.theme == Path("/site/theme")
    assert settings.translations == (Path("/site/mine"), Path("/site/theme/translations"))


def test_a_text_for_readers_is_one_string_or_a_map_by_language() -> None:
    settings = read(SITENAME="Plaza", TAGLINE={"ES": "A dos voces", "en": ""})
    assert settings.site_name == {"es": "Plaza", "en": "Plaza"}
    assert settings.tagline == {"es": "A dos voces", "en": ""}


def test_a_text_for_a_language_serves_its_regions() -> None:
    languages = {"pt-BR": language("Português"), "es-MX": language("Español")}
    settings = read(LANGUAGES=languages, TAGLINE={"pt": "Duas vozes", "es": "Dos voces", "es-mx": ""})
    assert settings.tagline == {"pt-BR": "Duas vozes", "es-MX": ""}


def test_markers_are_the_languages_of_the_site_and_of_quotes() -> None:
    assert read(QUOTE_LANGS=["PT", "nah"]).marker_langs == ("es", "en", "pt", "nah")


def test_hosts_and_tags_of_link_languages_are_folded() -> None:
    assert read(LINK_LANGS={"ES.Wikipedia.org": "ES", "example.br": "pt-br"}).link_langs == {
        "es.wikipedia.org": "es",
        "example.br": "pt-BR",
    }


def test_the_direction_of_a_language_is_its_entrys_else_its_scripts() -> None:
    settings = read(LANGUAGES={"es": language("Español"), "ku": language("کوردی", "rtl")})
    assert settings.direction("ku") == "rtl"
    assert settings.direction("ar") == "rtl"
    assert settings.direction("de") == "ltr"


@pytest.mark.parametrize(
    ("written", "url", "base"),
    [
        ("", "http://localhost:8000", ""),
        ("https://example.org/", "https://example.org", ""),
        ("https://example.org/blog/", "https://example.org/blog", "/blog"),
        ("https://example.org/a/b", "https://example.org/a/b", "/a/b"),
    ],
)
def test_the_address_of_the_site_may_have_a_path(written: str, url: str, base: str) -> None:
    settings = read(SITEURL=written)
    assert (settings.site_url, settings.base_path) == (url, base)


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "/blog",
        "ftp://example.org",
        "https://",
        "https://a.b/?q",
        "https://a.b/#c",
        "https://a/../b",
        "https://[x",
        "https://a b.org",
        "https://example.org/año",
        "https://example.org:port",
    ],
)
def test_an_address_that_is_not_absolute_is_wrong(url: str) -> None:
    expected = "expected an absolute address such as https://example.org or https://example.org/blog"
    with pytest.raises(ValueError, match=f"^SITEURL is {re.escape(repr(url))}; {expected}$"):
        read(SITEURL=url)


@pytest.mark.parametrize("name", ["Mars/Base", "", "America", "../etc"])
def test_an_unknown_time_zone_is_wrong(name: str) -> None:
    with pytest.raises(ValueError, match=f"^TIMEZONE is {name!r}; expected a name of the IANA time zone database"):
        read(TIMEZONE=name)


def test_a_text_that_a_language_lacks_is_wrong() -> None:
    message = "the setting SITENAME has no text for en; give a string or one for each language"
    with pytest.raises(ValueError, match=f"^{message}$"):
        read(SITENAME={"es": "Plaza"})


@pytest.mark.parametrize("name", ["LANGUAGES", "SITENAME"])
def test_a_required_setting_that_is_missing_is_named(name: str) -> None:
    values = {"LANGUAGES": {"es": language("Español")}, "SITENAME": "Plaza"}
    del values[name]
    with pytest.raises(ValueError, match=f"^the setting {name} is missing$"):
        read_settings(values, Path("/site"))


@pytest.mark.parametrize("authority", ["example.org", "plaza", "192.0.2.1", "Ana_Torres.x@example.org", "a-1.example"])
def test_the_ids_of_feeds_are_minted_by_a_domain_or_an_address_of_mail(authority: str) -> None:
    assert read(FEED_AUTHORITY=authority).feed_authority == authority


@pytest.mark.parametrize("authority", ["https://example.org", "example.org:80", "-a.org", "ñandú.org", "a b", "@a.org"])
def test_an_authority_that_RFC_4151_does_not_allow_is_wrong(authority: str) -> None:
    expected = "expected a domain or e-mail address of yours, as example.org"
    with pytest.raises(ValueError, match=f"^FEED_AUTHORITY is {re.escape(repr(authority))}; {expected}$"):
        read(FEED_AUTHORITY=authority)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("", "localhost"),
        ("https://Example.org:8080/blog", "example.org"),
        ("http://[::1]:8000", "localhost"),
        ("https://a_b.example.org", "localhost"),
    ],
)
def test_a_site_without_an_authority_takes_its_host(url: str, host: str) -> None:
    assert read(SITEURL=url).feed_authority == host
    assert read(SITEURL=url, FEED_AUTHORITY="").feed_authority == host


def test_the_rules_of_a_time_zone_are_those_of_the_lock() -> None:
    assert type(read(TIMEZONE="America/Mexico_City").timezone).__module__ == "plugins.catalogue.time_zone"
