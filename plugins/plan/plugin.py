"""Pelican's part: it starts the build, makes the sites and renders them; its own listings stay empty.

`pelican content -s pelicanconf.py` and `./inv build` both come through here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from markupsafe import Markup
from pelican import signals
from pelican.contents import Article, Author, Category, Tag
from pelican.utils import get_date

from plugins.catalogue.post import Document, Post
from plugins.catalogue.settings import read_settings
from plugins.diagnostics import has_errors
from plugins.plan.build import BadContentError, Build
from plugins.plan.generator import (
    BUILD,
    PREPARED,
    THERE,
    PlanGenerator,
    PlanWriter,
    compiled_templates,
    look_at_output,
)
from plugins.plan.identity import Identity
from plugins.plan.named import ROOT, SITES, is_own
from plugins.plan.preparing import prepare


def start(pelican: Any) -> None:
    """Prepare the build once, on the main site: a subsite inherits the settings, and the build with them."""
    if BUILD in pelican.settings:
        return
    settings = read_settings(pelican.settings, ROOT)
    there = look_at_output(settings)
    build = pelican.settings.get(PREPARED) or prepare(settings)
    if has_errors(build.diagnostics):
        raise BadContentError(build.diagnostics)
    pelican.settings.update(quiet_settings(build, pelican.settings["JINJA_ENVIRONMENT"]))
    pelican.settings.update({BUILD: build, THERE: there})


def quiet_settings(build: Build, environment: Mapping[str, Any]) -> dict[str, Any]:
    """Give the settings by which Pelican makes our sites and no page of its own.

    The subsites' entries are new with each build, since i18n_subsites writes into them.
    """
    main, *others = build.settings.langs
    return {
        "DEFAULT_LANG": main.lower(),
        "I18N_SUBSITES": {lang.lower(): _subsite(lang, build) for lang in others},
        "SITEURL": build.settings.site_url,
        "ARTICLE_PATHS": [],
        "PAGE_PATHS": [],
        "STATIC_PATHS": [],
        "THEME_STATIC_PATHS": [],
        "DIRECT_TEMPLATES": [],
        # Pelican reads templates for pages that it does not write
        "JINJA_ENVIRONMENT": {**environment, "bytecode_cache": compiled_templates(build.code)},
        "READERS": {"rst": None, "html": None, "htm": None},
        "DELETE_OUTPUT_DIRECTORY": False,
        **dict.fromkeys(("ARCHIVES_SAVE_AS", "TAG_SAVE_AS", "CATEGORY_SAVE_AS", "AUTHOR_SAVE_AS"), ""),
        **dict.fromkeys(("FEED_ALL_ATOM", "CATEGORY_FEED_ATOM", "TRANSLATION_FEED_ATOM", "AUTHOR_FEED_ATOM")),
        **dict.fromkeys(("AUTHOR_FEED_RSS", "FEED_ALL_RSS", "CATEGORY_FEED_RSS", "TAG_FEED_ATOM", "TAG_FEED_RSS")),
    }


def _subsite(lang: str, build: Build) -> dict[str, Any]:
    """Give the settings of one subsite; left alone, i18n_subsites would put `pt-BR` at the address `pt-br`."""
    return {
        "SITEURL": f"{build.settings.site_url}/{lang}",
        "OUTPUT_PATH": str(build.settings.output / lang),
        "THEME_STATIC_PATHS": [],
        "THEME_STATIC_DIR": "theme",
    }


def give_generator(pelican: Any) -> type[PlanGenerator]:
    """Name the generator of every site."""
    return PlanGenerator


def give_writer(pelican: Any) -> type[PlanWriter] | None:
    """Name the writer, where plugins from elsewhere get articles."""
    return PlanWriter if reads_articles(pelican.settings) else None


def reads_articles(settings: Any) -> bool:
    """Tell whether PLUGINS names a plugin that may want to read Pelican's articles."""
    build: Build = settings[BUILD]
    return any(not is_own(name) and name not in (SITES, "i18n_subsites") for name in build.settings.plugins)


def hand_over(generator: Any) -> None:
    """Give Pelican the posts of a site's language as real articles, for plugins from elsewhere to read.

    Their `translations` stay empty: i18n_subsites would look each of them up in tables that Pelican's readers fill.
    """
    if reads_articles(generator.settings):
        build: Build = generator.settings[BUILD]
        lang = next(lang for lang in build.settings.langs if lang.lower() == generator.settings["DEFAULT_LANG"].lower())
        generator.articles.extend(
            _article(build, post, post.documents[lang], generator)
            for post in reversed(build.catalogue.posts)
            if lang in post.shown
        )


def _article(build: Build, post: Post, document: Document, generator: Any) -> Article:
    composer, settings = build.plan.composer, generator.settings
    identity = Identity("post", post.key)
    address = composer.addresses[identity][document.lang]
    root = "" if document.lang == build.settings.main_lang else f"{document.lang}/"  # what its SITEURL ends in
    card = composer.card(post, document.lang)
    metadata = {
        "title": document.title,
        "slug": document.slug,
        "lang": document.lang,
        "date": get_date((document.front.date or date.min).isoformat()),
        "summary": str(card.summary),
        "tags": [Tag(topic.title, settings) for topic in card.topics],
        "category": Category(card.activity.title if card.activity else settings["DEFAULT_CATEGORY"], settings),
        "status": "published",
        "url": address.url.lstrip("/").removeprefix(root),
        "save_as": address.path.removeprefix(root),
    }
    if card.authors:  # Pelican takes the first one for granted
        metadata["authors"] = [Author(person.title, settings) for person in card.authors]
    source = str(build.settings.content / document.path)
    article = Article(Markup(composer.body(document)), metadata, settings, source, generator.context)
    article.plaza_post = post.key
    article.override_url, article.override_save_as = metadata["url"], metadata["save_as"]
    return article


def register() -> None:
    """Connect the build to Pelican's signals."""
    signals.initialized.connect(start)
    signals.get_generators.connect(give_generator)
    signals.get_writer.connect(give_writer)
    signals.article_generator_pretaxonomy.connect(hand_over)
