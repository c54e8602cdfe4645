"""What other sites and apps show for a link to a page: its words, its language, and the picture a plugin gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from markupsafe import Markup

from plugins.catalogue.concepts import label
from plugins.catalogue.post import Post
from plugins.plan.cldr import open_graph_locale
from plugins.plan.identity import Outline
from plugins.plan.later import Later
from plugins.plan.view import Picture, Share

if TYPE_CHECKING:
    from plugins.plan.composer import Composer

DataOf = Callable[[Outline, "Composer", str, str], Markup | Later]  # of a page with this title and description
PictureOf = Callable[[Outline, "Composer"], Picture | None]  # its address is absolute

TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp", ".gif": "image/gif"}


def compose_share(outline: Outline, composer: Composer, title: str, description: str) -> Share:
    """Compose what a link shows (ogp.me); a home goes by the site's name, and a page without description by its line.

    A post is an article, with its dates as they are written, its activity as the section and its topics as tags.
    """
    settings, lang, kind = composer.settings, outline.lang, outline.identity.kind
    image = composer.shared_picture(outline, composer) if composer.shared_picture else None
    post = outline.subject if kind == "post" and isinstance(outline.subject, Post) else None
    front = post.documents[lang].front if post else None
    langs = [alternate.lang for alternate in composer.alternates(outline.identity) if alternate.lang != lang]
    return Share(
        type="article" if post else "website",
        title=settings.site_name[lang] if kind == "home" else title,
        description=description or settings.tagline[lang],
        locale=open_graph_locale(settings.language(lang).dates),
        other_locales=tuple(open_graph_locale(settings.language(other).dates) for other in langs),
        image=image,
        image_type=TYPES.get(PurePosixPath(image.url).suffix.lower(), "") if image else "",
        published=front.date.isoformat() if front and front.date else "",
        modified=front.modified.isoformat() if front and front.modified else "",
        section=label(post.activity, lang, settings.langs)[0] if post and post.activity else "",
        tags=tuple(label(topic, lang, settings.langs)[0] for topic in post.topics) if post else (),
    )
