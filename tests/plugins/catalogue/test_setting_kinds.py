import re
from pathlib import Path

import pytest

from plugins.catalogue.languages import SettingError
from plugins.catalogue.setting_kinds import check_kinds


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("SITENAME", 3, "SITENAME is 3; expected a text, or a map from languages to texts"),
        ("TAGLINE", {"es": None}, "TAGLINE is {'es': None}; expected a text, or a map from languages to texts"),
        ("SITEURL", 8000, "SITEURL is 8000; expected an absolute address such as https://example.org"),
        (
            "FEED_AUTHORITY",
            ["example.org"],
            "FEED_AUTHORITY is ['example.org']; expected a domain or e-mail address of yours, as example.org",
        ),
        (
            "JINJA_FILTERS",
            {"shout": str.upper},
            "JINJA_FILTERS is {'shout': <method 'upper' of 'str' objects>}; expected none: templates see `site` and"
            " `page`, and what Plaza gives them, alone",
        ),
        ("WORKERS", -1, "WORKERS is -1; expected a whole number, 0 or more"),
        ("TIMEZONE", 6, "TIMEZONE is 6; expected a name of the IANA time zone database, as America/Mexico_City"),
        ("LANGUAGES", ["es"], "LANGUAGES is ['es']; expected a map from language tags to what each language needs"),
        ("LANGUAGES", {3: {}}, "LANGUAGES has 3; expected a language tag such as pt or pt-BR"),
        (
            "LANGUAGES",
            {"es": "Español"},
            "LANGUAGES['es'] is 'Español'; expected a map with name, dir, paths, quotes, alphabet and dates",
        ),
        ("LANGUAGES", {"es": {"quotes": 2}}, "LANGUAGES['es'] has quotes 2; expected a text"),
        (
            "LANGUAGES",
            {"es": {"paths": {"posts": 1}}},
            "LANGUAGES['es'] has paths {'posts': 1}; expected a map from kinds of page to words",
        ),
        ("QUOTE_LANGS", "pt", "QUOTE_LANGS is 'pt'; expected a list of language tags such as pt or pt-BR"),
        ("LINK_LANGS", ["x.org"], "LINK_LANGS is ['x.org']; expected a map from hosts to language tags such as pt"),
        ("LINK_LANGS", {"x.org": "no tag"}, "LINK_LANGS is {'x.org': 'no tag'}; expected a map from hosts"),
        ("CHECKS", "plugins.checks", "CHECKS is 'plugins.checks'; expected a list of modules' names"),
        ("TRANSLATIONS", [], "TRANSLATIONS is []; expected a list of one folder or more"),
        ("THEME", "", "THEME is ''; expected a folder"),
        ("HOST_FILES", ["headers"], "HOST_FILES is ['headers']; expected a list of _headers, _redirects, _nginx.conf"),
        ("ROOT_BY_LANGUAGE", "en", "ROOT_BY_LANGUAGE is 'en'; expected True or False"),
        ("POLICY_HOSTS", {"img-src": "https://a.org"}, "POLICY_HOSTS is {'img-src': 'https://a.org'}; expected a map"),
        (
            "POLICY_HOSTS",
            {"images": ["https://a.org"]},
            "POLICY_HOSTS is {'images': ['https://a.org']}; expected a map",
        ),
    ],
)
def test_a_value_of_another_kind_is_named_with_what_was_expected(name: str, value: object, message: str) -> None:
    with pytest.raises(SettingError, match=re.escape(message)):
        check_kinds({name: value})


def test_settings_not_given_and_paths_of_pathlib_are_fine() -> None:
    check_kinds({"SITENAME": "Plaza", "LICENCE": None, "THEME": Path("theme"), "LINK_LANGS": {"x.org": "pt-br"}})


@pytest.mark.parametrize(
    "host",
    [
        *("*", "https://*", "a.org", "http://a.org", "data:", "'unsafe-inline'", "https://a.org; script-src *", ""),
        *(
            'https://a.org"',
            "https://a.org\n",
            "https://a .org",
            "https://a.org/$x",
            "https://a.org/?q",
            "https://a@b.org",
        ),
    ],
)
def test_what_is_no_host_opens_no_policy(host: str) -> None:
    with pytest.raises(SettingError, match=r"to lists of hosts such as https://media\.example\.org$"):
        check_kinds({"POLICY_HOSTS": {"img-src": [host]}})


@pytest.mark.parametrize("host", ["https://a.org", "https://*.a.org:8443/media/", "wss://a-1.example.org"])
def test_a_host_may_open_the_policy(host: str) -> None:
    check_kinds({"POLICY_HOSTS": {"connect-src": [host]}})
