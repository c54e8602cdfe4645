"""The first files of a site: what they say, whatever its name holds."""

import yaml

from tools.site_files import Site, people_text, site_files, topics_text

ENTRY = {"name": "Español", "dir": "ltr", "paths": {"posts": "notas"}, "quotes": "“”‘’"}
OURS = Site(
    name='La "casa" de Ñ \\ {todas}',
    tagline="",
    url="https://example.org/blog",
    feed_authority="example.org",
    timezone="America/Mexico_City",
    licence="CC-BY-4.0",
    languages={"es": ENTRY, "nah": {"name": "Nāhuatl"}},
)


def run(code: str) -> dict[str, object]:
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102  # our own text, a settings file
    return {name: value for name, value in names.items() if name.isupper()}


def test_settings_say_what_the_site_is_in_plain_assignments() -> None:
    files = site_files(OURS)
    assert run(files["site/pelicanconf.py"]) == {
        "SITENAME": 'La "casa" de Ñ \\ {todas}',
        "TAGLINE": "",
        "FEED_AUTHORITY": "example.org",
        "TIMEZONE": "America/Mexico_City",
        "LICENCE": "CC-BY-4.0",
        "LANGUAGES": {"es": ENTRY, "nah": {"name": "Nāhuatl"}},
        "DEFAULT_LANG": "es",
    }
    assert run(files["site/publishconf.py"]) == {"SITEURL": "https://example.org/blog"}


def test_main_language_stands_first() -> None:
    languages = run(site_files(OURS)["site/pelicanconf.py"])["LANGUAGES"]
    assert isinstance(languages, dict)
    assert list(languages) == ["es", "nah"]


def test_lists_of_people_and_topics_have_no_entry_but_an_example_in_each_language() -> None:
    for text in (people_text(("en", "es")), topics_text(("en", "es"))):
        assert yaml.safe_load(text) is None
        example = yaml.safe_load("".join(line.removeprefix("# ") for line in text.splitlines(keepends=True)[2:]))
        (entry,) = example.values()
        assert list(entry.get("bio", entry)) == ["en", "es"]


def test_language_that_has_no_example_gets_dots_to_fill_in() -> None:
    assert "#     nah: …\n" in people_text(["nah"])
    assert "#     label: …\n" in topics_text(["nah"])
