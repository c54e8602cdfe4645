"""Which picture a link to a page shows elsewhere: the post's own, else the card of its level, else the site's."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.catalogue.concepts import Concept, label
from plugins.catalogue.post import Document, Post
from plugins.discovery.card import HEIGHT, WIDTH, Card
from plugins.plan.composer import Composer
from plugins.plan.identity import Outline
from plugins.plan.view import Picture

FOLDER = "theme/cards"
SHOWN = (".png", ".jpg", ".jpeg", ".webp", ".gif")  # by the services that make previews of links
NARROWEST = 600  # pixels; below, services show a thumbnail beside the words


def shared_picture(outline: Outline, composer: Composer) -> Picture:
    """Give the picture of a page, with an absolute address and the words that stand for it."""
    lang, subject = outline.lang, outline.subject
    own = _own_picture(subject.documents[lang], composer) if isinstance(subject, Post) else None
    if own:
        return own._replace(url=composer.absolute(own.url))
    level = _level(outline)
    card = level_card(level, composer, lang) if level else site_card(composer, lang)
    return Picture(composer.absolute(f"/{card_path(level, composer, lang)}"), card.alt, WIDTH, HEIGHT)


def _own_picture(document: Document, composer: Composer) -> Picture | None:
    picture = composer.picture(document)
    return picture if picture and picture.width >= NARROWEST and picture.url.lower().endswith(SHOWN) else None


def _level(outline: Outline) -> Concept | None:
    subject = outline.subject
    if isinstance(subject, Post):
        return subject.level
    if isinstance(subject, tuple):  # the level and the activity of a cell
        return subject[0]
    return subject if isinstance(subject, Concept) and outline.identity.kind == "level" else None


def card_path(level: Concept | None, composer: Composer, lang: str) -> str:
    """Give the path in the output of a level's card, or of the site's own."""
    name = f"level-{composer.concept_slug(level, lang)}" if level else "site"
    return f"{FOLDER}/{name}.{lang}.png"


def cards(composer: Composer) -> Iterable[tuple[str, Card]]:
    """Give every card with its path in the output: each language's own, and one for each level in it."""
    for lang in composer.settings.langs:
        yield card_path(None, composer, lang), site_card(composer, lang)
        for level in composer.catalogue.levels.items:
            yield card_path(level, composer, lang), level_card(level, composer, lang)


def site_card(composer: Composer, lang: str) -> Card:
    """Give the words of a language's own card."""
    settings = composer.settings
    name, is_rtl = settings.site_name[lang], settings.language(lang).dir == "rtl"
    return Card(name, settings.tagline[lang], name, is_rtl=is_rtl)


def level_card(level: Concept, composer: Composer, lang: str) -> Card:
    """Give the words of a level's card in a language."""
    settings, levels = composer.settings, composer.catalogue.levels.items
    return Card(
        name=settings.site_name[lang],
        label=composer.labels[lang].maturity(),
        title=label(level, lang, settings.langs)[0],
        step=levels.index(level) + 1,
        steps=len(levels),
        voice=settings.langs.index(lang),
        is_rtl=settings.language(lang).dir == "rtl",
    )
