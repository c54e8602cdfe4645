"""What kind of value each setting takes: a settings file is Python, where any name may hold anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from plugins.catalogue.lang import is_well_formed
from plugins.catalogue.languages import SettingError
from plugins.catalogue.nearest import advice
from plugins.catalogue.web_url import is_web_url
from plugins.diagnostics import Severity
from plugins.rules import BY_NAME


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_path(value: object) -> bool:
    return (isinstance(value, str) and value != "") or hasattr(value, "__fspath__")


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple) and all(map(_is_text, value))


def _is_list_of_paths(value: object) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(map(_is_path, value))


def _is_list_of_tags(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(tag, str) and is_well_formed(tag) for tag in value)


def _is_map(value: object) -> bool:
    return isinstance(value, Mapping)


def _is_map_of_texts(value: object) -> bool:
    return isinstance(value, Mapping) and all(map(_is_text, (*value, *value.values())))


def _is_map_to_tags(value: object) -> bool:
    return isinstance(value, Mapping) and _is_list(list(value)) and _is_list_of_tags(list(value.values()))


def _is_map_to_colours(value: object) -> bool:
    return isinstance(value, Mapping) and all(
        role in CARD_ROLES and isinstance(colour, str) and COLOUR.fullmatch(colour) for role, colour in value.items()
    )


def _is_choice(value: object) -> bool:
    return isinstance(value, bool)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _is_number(value: object) -> bool:
    return value == 0 or _is_count(value)


def _is_list_of_widths(value: object) -> bool:
    return isinstance(value, list | tuple) and all(_is_count(width) and 16 <= width <= 10_000 for width in value)


def _is_list_of_hosts(value: object) -> bool:
    return isinstance(value, list | tuple) and all(
        isinstance(one, str) and is_web_url(one if "/" in one else f"https://{one}") for one in value
    )


def _is_list_of_compressions(value: object) -> bool:
    return isinstance(value, list | tuple) and all(name in COMPRESSIONS for name in value)


def _is_reading_mode(value: object) -> bool:
    return value in READING_MODES


def _is_list_of_host_files(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(name, str) and name in HOST_FILES for name in value)


def _is_map_to_hosts(value: object) -> bool:
    return isinstance(value, Mapping) and all(
        directive in POLICY_DIRECTIVES and _is_list(hosts) and all(map(HOST.fullmatch, hosts))
        for directive, hosts in value.items()
    )


def _is_for_readers(value: object) -> bool:
    return _is_text(value) or _is_map_of_texts(value)


def _is_nothing(value: object) -> bool:
    return not value


def _is_plain_environment(value: object) -> bool:
    return value in ({}, {"trim_blocks": True, "lstrip_blocks": True, "extensions": []})


def _is_edit_url(value: object) -> bool:
    return value == "" or (isinstance(value, str) and "{path}" in value and is_web_url(value.replace("{path}", "a")))


COLOUR = re.compile("#[0-9A-Fa-f]{6}")
RULED = ("off", "warning", "error")
READING_MODES = ("mine", "original", "stacked", "beside")
HOST_FILES = ("_headers", "_redirects", "_nginx.conf", "_Caddyfile", ".htaccess")
POLICY_DIRECTIVES = (
    *("connect-src", "font-src", "form-action", "frame-src", "img-src", "manifest-src", "media-src", "script-src"),
    "style-src",
)
HOST = re.compile(r"(?:https|wss)://(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~/-]*)?")
COMPRESSIONS = ("gzip", "br")
CARD_ROLES = ("paper", "surface", "ink", "ink-quiet", "voice-1", "voice-2", "voice-3")
FOR_READERS = (_is_for_readers, "a text, or a map from languages to texts")
TAGS = "language tags such as pt or pt-BR"
KINDS: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "SITENAME": FOR_READERS,
    "TAGLINE": FOR_READERS,
    "SITEURL": (_is_text, "an absolute address such as https://example.org"),
    "FEED_AUTHORITY": (_is_text, "a domain or e-mail address of yours, as example.org"),
    "TIMEZONE": (_is_text, "a name of the IANA time zone database, as America/Mexico_City"),
    "LICENCE": (_is_text, "an identifier such as CC-BY-4.0"),
    "LANGUAGES": (_is_map, "a map from language tags to what each language needs"),
    "QUOTE_LANGS": (_is_list_of_tags, f"a list of {TAGS}"),
    "LINK_LANGS": (_is_map_to_tags, f"a map from hosts to {TAGS}"),
    "LINKS_IGNORED": (_is_list_of_hosts, "a list of hosts such as example.org, or addresses that start with https://"),
    "READING_MODE": (_is_reading_mode, f"one of {', '.join(READING_MODES)}"),
    "PICTURE_WIDTHS": (_is_list_of_widths, "a list of whole numbers of pixels, from 16 to 10000"),
    "PICTURE_PIXELS": (_is_count, "a whole number of pixels, 1 or more"),
    "HOST_FILES": (_is_list_of_host_files, f"a list of {', '.join(HOST_FILES)}"),
    "POLICY_HOSTS": (
        _is_map_to_hosts,
        f"a map from {', '.join(POLICY_DIRECTIVES)} to lists of hosts such as https://media.example.org",
    ),
    "ROOT_BY_LANGUAGE": (_is_choice, "True or False"),
    "WORKERS": (_is_number, "a whole number, 0 or more"),
    "SEARCH": (_is_choice, "True or False"),
    "STATUS_PAGE": (_is_choice, "True or False"),
    "EDIT_URL": (_is_edit_url, "an address with {path} in it, as https://example.org/edit/main/content/{path}"),
    "MARKDOWN": (_is_map, "a map of options for Python-Markdown"),
    "TEXT_FILTERS": (_is_list, "a list of modules' names"),
    "CHECKS": (_is_list, "a list of modules' names"),
    "LANGUAGE_CHECKS": (_is_list, "a list of modules' names"),
    "RULES": (_is_map_of_texts, f"a map from warnings to one of {', '.join(RULED)}"),
    **{
        f"JINJA_{name}": (_is_nothing, "none: templates see `site` and `page`, and what Plaza gives them, alone")
        for name in ("GLOBALS", "FILTERS", "TESTS")
    },
    "JINJA_ENVIRONMENT": (_is_plain_environment, "none: templates are read as Plaza's are"),
    "COMMIT": (_is_text, "a module's name"),
    "MINIFY": (_is_choice, "True or False"),
    "FINGERPRINT": (_is_choice, "True or False"),
    "COMPRESS": (_is_list_of_compressions, f"a list of {' and '.join(COMPRESSIONS)}"),
    "PATH": (_is_path, "a folder"),
    "OUTPUT_PATH": (_is_path, "a folder"),
    "THEME": (_is_path, "a folder"),
    "SITE_FOLDER": (_is_path, "a folder"),
    "THEME_TEMPLATES_OVERRIDES": (_is_list, "a list of folders"),
    "CARD_FONTS": (_is_list, "a list of font files"),
    "CARD_COLOURS": (_is_map_to_colours, f"a map from {', '.join(CARD_ROLES)} to colours such as #9b3413"),
    "TRANSLATIONS": (_is_list_of_paths, "a list of one folder or more"),
}


def check_kinds(values: Mapping[str, Any]) -> None:
    """Make sure that every setting given has a value of its kind; None counts as not given.

    Raises SettingError that names the first one that has not, and what was expected.
    """
    for name, (fits, expected) in KINDS.items():
        value = values.get(name)
        if value is not None and not fits(value):
            raise SettingError(f"{name} is {value!r}; expected {expected}")
    for rule, ruled in (values.get("RULES") or {}).items():
        _check_rule(rule, ruled)
    for tag, entry in (values.get("LANGUAGES") or {}).items():
        if not _is_text(tag):
            raise SettingError(f"LANGUAGES has {tag!r}; expected a language tag such as pt or pt-BR")
        _check_language(f"LANGUAGES[{tag!r}]", entry)


def _check_rule(name: str, ruled: str) -> None:
    if name not in BY_NAME:
        raise SettingError(f"RULES names {name!r}, which is no rule; {advice(name, BY_NAME, 'rules')}")
    if BY_NAME[name].severity is Severity.ERROR:
        raise SettingError(f"RULES names {name!r}, an error, and errors cannot be silenced; expected a warning")
    if ruled not in RULED:
        raise SettingError(f"RULES has {ruled!r} for {name}; expected one of {', '.join(RULED)}")


def _check_language(where: str, entry: object) -> None:
    if not isinstance(entry, Mapping):
        raise SettingError(f"{where} is {entry!r}; expected a map with name, dir, paths, quotes, alphabet and dates")
    for name in ("name", "dir", "quotes", "alphabet", "dates"):
        if not _is_text(entry.get(name, "")):
            raise SettingError(f"{where} has {name} {entry[name]!r}; expected a text")
    if not _is_map_of_texts(entry.get("paths", {})):
        raise SettingError(f"{where} has paths {entry['paths']!r}; expected a map from kinds of page to words")
