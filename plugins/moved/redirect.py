"""The page at an old address of a text, which leads to where the text is now.

Any host serves it, whether or not it can be told of redirects. Each leads straight to the address of today, so there
are no chains of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from plugins.catalogue.alias import alias_path
from plugins.catalogue.post import Catalogue, Post
from plugins.catalogue.schema import UNPUBLISHED
from plugins.catalogue.settings import Settings
from plugins.plan.composer import Composer
from plugins.plan.identity import REDIRECT, Identity, Outline, address, address_at, page_of
from plugins.plan.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView(View):
    """An old address; the title is that of the text that was there."""

    target: str  # where the text is now, from the root of the host


def outline_nothing(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline no pages of themselves: these lead to others."""
    return ()


def outline_redirects(page: Outline, catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline a page at each old address of a text; one that is not published yet had none."""
    post = page.subject
    document = post.documents.get(page.lang) if isinstance(post, Post) else None
    if document is None or not document.front.aliases or document.front.status in UNPUBLISHED:
        return
    if page.identity != page_of(document):  # another page about the text
        return
    lines = document.front.item_lines.get("aliases", ())
    for alias, line in zip(document.front.aliases, lines, strict=True):
        path = alias_path(alias)
        yield Outline(
            Identity(REDIRECT, unquote(address_at(path).url)),
            page.lang,
            (),
            is_indexed=False,
            canonical=settings.site_url + address(page, settings.main_lang).url,
            source=document.path,
            subject=post,
            path=path,
            line=line,
        )


def compose_redirect(outline: Outline, composer: Composer) -> RedirectView:
    """Compose the page."""
    post, lang = outline.subject, outline.lang
    if not isinstance(post, Post):
        raise TypeError(f"{outline.identity} is no post")
    document = post.documents[lang]
    return RedirectView(**composer.frame(outline, document.title, ""), target=composer.url(page_of(document), lang))
