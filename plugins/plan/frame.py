"""What every page has: its address, the same page in other languages, and what it says to machines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypedDict

from markupsafe import Markup

from plugins.plan.identity import Identity, Outline, feed_of
from plugins.plan.later import Later
from plugins.plan.share import compose_share
from plugins.plan.view import Alternate, Protection, Share, SwitchEntry

if TYPE_CHECKING:
    from plugins.plan.composer import Composer


class Frame(TypedDict):
    """The fields of `View`, which every page has."""

    kind: str
    id: str
    number: int
    lang: str
    dir: str
    title: str
    description: str
    url: str
    canonical: str
    alternates: tuple[Alternate, ...]
    x_default: str
    switcher: tuple[SwitchEntry, ...]
    is_noindex: bool
    feed: str
    share: Share | None
    data: Markup | Later
    protection: Protection | None


def compose_frame(outline: Outline, composer: Composer, title: str, description: str) -> Frame:
    """Give what every page has: its address, its alternates (BCP 47 tags, absolute), the switcher."""
    identity, lang = outline.identity, outline.lang
    url = composer.url(identity, lang)
    is_indexed = outline.is_indexed and not composer.settings.shows_drafts
    gives_way = outline.canonical and not composer.settings.shows_drafts
    alternates = composer.alternates(identity) if lang in composer.indexed.get(identity, ()) else ()
    description = (
        description or f"{title} · {composer.settings.site_name[lang]}. {composer.settings.tagline[lang]}".strip()
    )
    canonical = outline.canonical if gives_way else composer.absolute(url) if is_indexed else ""
    return Frame(
        kind=identity.kind,
        id=identity.id,
        number=identity.number,
        lang=lang,
        dir=composer.settings.language(lang).dir,
        title=title,
        description=description,
        url=url,
        canonical=canonical,
        alternates=alternates,
        x_default=_x_default(identity, alternates, composer),
        switcher=_switcher(identity, lang, composer),
        is_noindex=not is_indexed,
        feed=composer.url_of(feed_of(identity), lang),
        share=compose_share(outline, composer, title, description) if is_indexed else None,
        data=composer.structured_data(outline, composer, title, description)
        if composer.structured_data
        else Markup(""),
        protection=composer.protections.get(identity.kind) or composer.protections.get(""),
    )


def _x_default(identity: Identity, alternates: Sequence[Alternate], composer: Composer) -> str:
    by_lang = {alternate.lang: alternate.url for alternate in alternates}
    if not by_lang:
        return ""
    post = composer.catalogue.by_key.get((f"{identity.kind}s", identity.id))
    original = post.original if post else ""
    return by_lang.get(composer.settings.main_lang) or by_lang.get(original) or alternates[0].url


def _switcher(identity: Identity, lang: str, composer: Composer) -> tuple[SwitchEntry, ...]:
    pages = composer.addresses[identity]
    return tuple(
        SwitchEntry(
            lang=language.lang,
            dir=language.dir,
            name=language.name,
            url=composer.url(identity, language.lang) if language.lang in pages else "",
            is_current=language.lang == lang,
        )
        for language in composer.settings.languages
    )
