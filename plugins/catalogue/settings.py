"""The settings that shape content and pages, read once from the settings file into one frozen value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from plugins.catalogue.lang import canonical, direction
from plugins.catalogue.languages import Language, SettingError, read_languages
from plugins.catalogue.setting_kinds import COMPRESSIONS, check_kinds
from plugins.catalogue.time_zone import time_zone

__all__ = ["SettingError", "Settings", "read_settings"]

URL = re.compile(r"[\w.~:/%!$&'()*+,;=@\[\]-]+", re.ASCII)  # RFC 3986 without query and fragment
LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
AUTHORITY = re.compile(rf"(?:[A-Za-z0-9._-]+@)?{LABEL}(?:\.{LABEL})*")  # RFC 4151, 2.1


@dataclass(frozen=True)
class Settings:
    """What a site declares about itself; texts for readers are by language."""

    languages: tuple[Language, ...]  # the main one first
    site_url: str  # absolute, without a slash at the end
    site_name: Mapping[str, str]
    tagline: Mapping[str, str]
    feed_authority: str  # who mints the ids of feeds and their entries: a domain or e-mail address (RFC 4151)
    timezone: ZoneInfo
    licence: str  # of posts that state none; empty for none
    quote_langs: tuple[str, ...]  # of parallel quotes, beside the site's own
    link_langs: Mapping[str, str]  # host -> language of its pages
    links_ignored: tuple[str, ...]  # hosts, and starts of addresses, that are not to be asked whether they are there
    reading_mode: str  # how parallel quotes are shown to who has not chosen: one of READING_MODES
    picture_widths: tuple[int, ...]  # in pixels, at which pictures are offered beside their own; rising
    picture_pixels: int  # the most that a picture may have
    content: Path
    output: Path
    theme: Path
    site_folder: Path | None  # the site's own templates, styles and messages, which come before the theme's
    template_overrides: tuple[Path, ...]  # folders of templates that come before the theme's
    translations: tuple[Path, ...]  # folders of message catalogues, the first one that has a message wins
    plugins: tuple[str, ...]
    markdown: Mapping[str, Any]
    text_filters: tuple[str, ...]
    checks: tuple[str, ...]
    rules: Mapping[str, str]  # rule of a warning -> off, warning or error
    commit: str
    minifies: bool  # whether stylesheets and scripts leave out what only their authors read
    has_fingerprints: bool  # whether the names of the theme's files hold digests of their bytes
    compressions: tuple[str, ...]  # what stands beside files for hosts to send: of COMPRESSIONS
    workers: int  # processes that read and render, 0 for as many as the machine has processors
    shows_drafts: bool
    keeps_last: bool  # whether what is made of all pages, as the search index, may stay as it was before
    has_search: bool
    has_status_page: bool  # on the published site; a preview always has it
    edit_url: str  # of a source file at the code host, with {path} for its path from the content folder; may be empty
    card_fonts: tuple[Path, ...]  # for the pictures of shared links, tried before the theme's own
    card_colours: Mapping[str, str]  # role of a theme's colour -> #rrggbb
    host_files: tuple[str, ...]  # the files for hosts that are written, among HOST_FILES
    policy_hosts: Mapping[str, tuple[str, ...]]  # directive of the policy -> other hosts that pages may use so
    root_by_language: bool  # whether hosts lead from the root to a language that the reader's browser asks for

    @property
    def main_lang(self) -> str:
        """The language of the pages at the root."""
        return self.languages[0].lang

    @cached_property
    def langs(self) -> tuple[str, ...]:
        """The site's language tags, the main one first."""
        return tuple(language.lang for language in self.languages)

    @cached_property
    def marker_langs(self) -> tuple[str, ...]:
        """The tags that mark a part of a parallel quote."""
        return self.langs + self.quote_langs

    @cached_property
    def quotes(self) -> Mapping[str, str]:
        """The quotation marks of each language."""
        return {language.lang: language.quotes for language in self.languages}

    @cached_property
    def base_path(self) -> str:
        """The path of SITEURL, without a slash at the end: what every address on the host starts with."""
        return urlsplit(self.site_url).path.rstrip("/")

    def language(self, lang: str) -> Language:
        """Give the entry of one of the site's languages; KeyError for any other."""
        for language in self.languages:
            if language.lang == lang:
                return language
        raise KeyError(lang)

    def direction(self, lang: str) -> str:
        """Give the direction of any language: the site's own by their entries, others by their script."""
        return self.language(lang).dir if lang in self.langs else direction(lang)


def read_settings(values: Mapping[str, Any], root: Path) -> Settings:
    """Read the names of a settings file; paths in it are relative to `root`.

    Raises SettingError that says which setting is wrong and what was expected.
    """
    values = {name: value for name, value in values.items() if value is not None}
    check_kinds(values)
    languages = read_languages(_required(values, "LANGUAGES"))
    langs = tuple(language.lang for language in languages)
    site_folder = root / values["SITE_FOLDER"] if "SITE_FOLDER" in values else None
    overrides = [root / folder for folder in values.get("THEME_TEMPLATES_OVERRIDES", ())]
    own_templates = [site_folder / "theme" / "templates"] if site_folder else []
    own_translations = [site_folder / "theme" / "translations"] if site_folder else []
    site_url = _site_url(values.get("SITEURL") or "http://localhost:8000")
    return Settings(
        languages=languages,
        site_url=site_url,
        site_name=_by_lang(values, "SITENAME", langs),
        tagline=_by_lang(values, "TAGLINE", langs, default=""),
        feed_authority=_feed_authority(values.get("FEED_AUTHORITY") or "", site_url),
        timezone=_timezone(values.get("TIMEZONE", "UTC")),
        licence=values.get("LICENCE") or "",
        quote_langs=tuple(canonical(tag) for tag in values.get("QUOTE_LANGS", ())),
        link_langs={host.lower(): canonical(tag) for host, tag in values.get("LINK_LANGS", {}).items()},
        links_ignored=tuple(values.get("LINKS_IGNORED", ())),
        reading_mode=values.get("READING_MODE", "beside"),
        picture_widths=tuple(sorted(set(values.get("PICTURE_WIDTHS", (480, 800, 1200))))),
        picture_pixels=values.get("PICTURE_PIXELS", 50_000_000),
        content=root / values.get("PATH", "content"),
        output=root / values.get("OUTPUT_PATH", "output"),
        theme=root / values.get("THEME", "theme"),
        site_folder=site_folder,
        template_overrides=(*own_templates, *overrides),
        translations=(
            *own_translations,
            *(root / folder for folder in values.get("TRANSLATIONS", ["theme/translations"])),
        ),
        plugins=tuple(name for name in values.get("PLUGINS") or () if isinstance(name, str)),
        markdown=values.get("MARKDOWN", {}),
        text_filters=tuple(values.get("TEXT_FILTERS", ())),
        checks=tuple(values.get("CHECKS", ())),
        rules=dict(values.get("RULES", {})),
        commit=values.get("COMMIT", "plugins.incremental.commit"),
        minifies=values.get("MINIFY", False),
        has_fingerprints=values.get("FINGERPRINT", False),
        compressions=tuple(name for name in COMPRESSIONS if name in values.get("COMPRESS", ())),
        workers=values.get("WORKERS", 0),
        keeps_last=bool(values.get("KEEP_LAST", False)),
        shows_drafts=bool(values.get("SHOW_DRAFTS", False)),
        has_search=values.get("SEARCH", True),
        has_status_page=values.get("STATUS_PAGE", False),
        edit_url=values.get("EDIT_URL") or "",
        card_fonts=tuple(root / file for file in values.get("CARD_FONTS", ())),
        card_colours=dict(values.get("CARD_COLOURS", {})),
        host_files=tuple(dict.fromkeys(values.get("HOST_FILES", ()))),
        policy_hosts={name: tuple(hosts) for name, hosts in sorted(values.get("POLICY_HOSTS", {}).items())},
        root_by_language=values.get("ROOT_BY_LANGUAGE", False),
    )


def _required(values: Mapping[str, Any], name: str) -> Any:
    if name not in values:
        raise SettingError(f"the setting {name} is missing")
    return values[name]


def _by_lang(
    values: Mapping[str, Any], name: str, langs: tuple[str, ...], default: str | None = None
) -> dict[str, str]:
    value = _required(values, name) if default is None else values.get(name, default)
    if isinstance(value, str):
        return dict.fromkeys(langs, value)
    given = {canonical(tag): text for tag, text in value.items()}
    chosen = {lang: given.get(lang, given.get(lang.split("-")[0])) for lang in langs}
    if missing := [lang for lang, text in chosen.items() if text is None]:
        raise SettingError(
            f"the setting {name} has no text for {', '.join(missing)}; give a string or one for each language"
        )
    return {lang: text for lang, text in chosen.items() if text is not None}


def _site_url(url: str) -> str:
    try:
        parts = urlsplit(url if URL.fullmatch(url) else "")
        is_whole = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # as of a broken IPv6 address, or a port that is no number
        is_whole = False
    if not is_whole or ".." in parts.path:
        raise SettingError(
            f"SITEURL is {url!r}; expected an absolute address such as https://example.org or https://example.org/blog"
        )
    return url.rstrip("/")


def _feed_authority(written: str, site_url: str) -> str:
    """Check who mints the ids of feeds; left out, it is the host of the site, where that can be one."""
    if written and not AUTHORITY.fullmatch(written):
        raise SettingError(
            f"FEED_AUTHORITY is {written!r}; expected a domain or e-mail address of yours, as example.org"
        )
    host = urlsplit(site_url).hostname or ""
    return written or (host if AUTHORITY.fullmatch(host) else "localhost")


def _timezone(name: str) -> ZoneInfo:
    try:
        return time_zone(name)
    except LookupError as unknown:
        raise SettingError(
            f"TIMEZONE is {name!r}; expected a name of the IANA time zone database, as America/Mexico_City"
        ) from unknown
