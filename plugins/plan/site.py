"""The constants of one language's site, which every page of it shows: name, menus, ways into the index."""

from __future__ import annotations

from plugins.catalogue.post import Post
from plugins.catalogue.settings import Settings
from plugins.plan.composer import Composer
from plugins.plan.identity import Identity, feed_of
from plugins.plan.licence import licence_link
from plugins.plan.theme_folder import ThemeFolder
from plugins.plan.view import Link, Site
from plugins.plan.web_manifest import manifest_path
from plugins.translation.reading import document_for

STYLESHEET = "plaza.css"  # of the theme's files
ICON = "icon.svg"


def theme_address(settings: Settings) -> str:
    """Give the address of the theme's files, without a slash at the end."""
    return f"{settings.base_path}/theme"


def make_site(lang: str, composer: Composer, theme: ThemeFolder) -> Site:
    """Make the constants of a language."""
    settings, labels = composer.settings, composer.labels[lang]
    pages = [page for page in composer.catalogue.pages if page.shown]
    in_menu = sorted((page for page in pages if _place(page) is not None), key=lambda page: (_place(page), page.key))
    in_footer = [page for page in pages if _place(page) is None]
    home = composer.link(labels.home(), Identity("home"), lang)
    return Site(
        lang=lang,
        dir=settings.language(lang).dir,
        language=labels.language(lang),
        name=settings.site_name[lang],
        tagline=settings.tagline[lang],
        url=composer.absolute(home.url),
        home=home,
        archive=composer.link(labels.archive(), Identity("archive"), lang),
        cloud=composer.url_of(Identity("cloud"), lang),
        matrix=composer.url_of(Identity("matrix"), lang),
        feeds=composer.url_of(Identity("feeds"), lang),
        feed=composer.url_of(feed_of(Identity("home")), lang),
        sections=_links(
            composer,
            lang,
            ("archive", labels.archive()),
            ("cloud", labels.topics()),
            ("matrix", labels.matrix_in_menu()),
        ),
        menu=(
            *(_page_link(page, lang, composer) for page in in_menu),
            *_links(composer, lang, ("search", labels.search())),
        ),
        footer=(
            *(_page_link(page, lang, composer) for page in in_footer),
            *_links(composer, lang, ("feeds", labels.feeds()), ("status", labels.status())),
        ),
        levels=composer.concepts("level", composer.catalogue.levels.items, lang),
        activities=composer.concepts("activity", composer.catalogue.activities.items, lang),
        stylesheet=theme.of(STYLESHEET),
        theme=theme,
        icon=theme.of(ICON),
        manifest=f"{settings.base_path}/{manifest_path(lang)}",
        licence=licence_link(settings.licence, lang),
        reading_mode=settings.reading_mode,
        is_preview=settings.shows_drafts,
    )


def _links(composer: Composer, lang: str, *named: tuple[str, str]) -> tuple[Link, ...]:
    """Link to the only page of each kind that some plugin makes."""
    return tuple(
        composer.link(title, Identity(kind), lang) for kind, title in named if composer.url_of(Identity(kind), lang)
    )


def _place(page: Post) -> int | None:
    return page.documents[page.original].front.menu


def _page_link(page: Post, lang: str, composer: Composer) -> Link:
    document = document_for(page, lang)
    if document is None:
        raise ValueError(f"nothing of {page.key} is shown")
    url = composer.url(Identity("page", page.key), document.lang)
    return Link(document.title, url, *composer.foreign(document.lang, lang))
