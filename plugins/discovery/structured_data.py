"""What a page says to machines, as JSON-LD in the words of schema.org: the article, its quotes, its place in the site.

Ids are addresses of the site, so that a translation and its original name each other whatever page says it. Nothing
unpublished is named, and a page that search engines are kept from, or that gives way to another copy, says nothing.
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

from markupsafe import Markup

from plugins.catalogue.concepts import label
from plugins.catalogue.post import Document, Post
from plugins.discovery.quotations import Quotation, read_quotations
from plugins.discovery.sharing import shared_picture
from plugins.plan.composer import Composer
from plugins.plan.identity import Identity, Outline
from plugins.plan.later import Later, digest_of
from plugins.plan.licence import licence_link
from plugins.plan.linking import file_address
from plugins.plan.recordings import recordings

Node = dict[str, Any]
CONTEXT = "https://schema.org"
SCRIPT = Markup('<script type="application/ld+json">{}</script>')
ROLES = {"authors": "author", "translators": "translator", "editors": "editor"}  # all others: contributor
PARENTS = {"post": "archive", "topic": "cloud", "cell": "matrix", "level": "matrix"}


def structured_data(outline: Outline, composer: Composer, title: str, description: str) -> Markup | Later:
    """Write what a page says to machines as a script element that holds data; empty where it says nothing.

    The quotes of an article are read from its body, so they wait until its page is rendered.
    """
    kind, lang = outline.identity.kind, outline.lang
    if outline.canonical or lang not in composer.indexed.get(outline.identity, ()):
        return Markup("")
    if kind == "home":
        return _script([_website(lang, composer)])
    graph = [_breadcrumbs(outline, title, composer)]
    if kind == "post" and isinstance(outline.subject, Post):
        document = outline.subject.documents[lang]
        article = _article(outline, outline.subject, description, composer)
        url, body = str(article["url"]), composer.body_later(document)

        def script() -> Markup:
            quotes = [_quotation(quote, url) for quote in read_quotations(str(body))]
            return _script([_without_blanks({**article, "hasPart": quotes}), *graph])

        return Later(digest_of(body.digest, json.dumps([article, *graph])), script)
    return _script(graph)


def _script(graph: list[Node]) -> Markup:
    """Write JSON that can stand in a script element: no `<`, which could end it (HTML, 4.12.1.3)."""
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return SCRIPT.format(Markup(text))


def _website(lang: str, composer: Composer) -> Node:
    home = composer.absolute(composer.url(Identity("home"), lang))
    node: Node = {
        "@type": "WebSite",
        "@id": f"{home}#website",
        "url": home,
        "name": composer.settings.site_name[lang],
        "description": composer.settings.tagline[lang],
        "inLanguage": lang,
    }
    if composer.settings.has_search and (search := composer.url_of(Identity("search"), lang)):
        target = {"@type": "EntryPoint", "urlTemplate": f"{composer.absolute(search)}?q={{search_term_string}}"}
        query = "required name=search_term_string"
        node["potentialAction"] = {"@type": "SearchAction", "target": target, "query-input": query}
    return _without_blanks(node)


def _breadcrumbs(outline: Outline, title: str, composer: Composer) -> Node:
    lang, labels = outline.lang, composer.labels[outline.lang]
    names = {"archive": labels.archive(), "cloud": labels.topics(), "matrix": labels.matrix()}
    parent = PARENTS.get(outline.identity.kind, "")
    trail = [(labels.home(), composer.url(Identity("home"), lang))]
    if parent and (url := composer.url_of(Identity(parent), lang)):
        trail.append((names[parent], url))
    trail.append((title, composer.url(outline.identity, lang)))
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": composer.absolute(url)}
        for place, (name, url) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _article(outline: Outline, post: Post, description: str, composer: Composer) -> Node:
    lang, settings = outline.lang, composer.settings
    document = post.documents[lang]
    front = document.front
    url = composer.absolute(composer.url(outline.identity, lang))
    picture = shared_picture(outline, composer)
    licence = licence_link(front.licence or settings.licence, lang)
    home = composer.absolute(composer.url(Identity("home"), lang))
    return _without_blanks(
        {
            "@type": "Article",
            "@id": _article_id(post, lang, composer),
            "url": url,
            "mainEntityOfPage": url,
            "headline": document.title,
            "description": description,
            "inLanguage": lang,
            "datePublished": front.date.isoformat() if front.date else "",
            "dateModified": front.modified.isoformat() if front.modified else "",
            "image": {"@type": "ImageObject", "url": picture.url, "width": picture.width, "height": picture.height},
            "publisher": {"@type": "Organization", "name": settings.site_name[lang], "url": home},
            "isPartOf": {"@id": f"{home}#website"},
            "isAccessibleForFree": True,
            "license": licence.url if licence else "",
            "articleSection": label(post.activity, lang, settings.langs)[0] if post.activity else "",
            "keywords": [label(topic, lang, settings.langs)[0] for topic in post.topics],
            "isBasedOn": front.origin.url if front.origin else "",
            **_people(document, composer),
            **_translations(post, document, composer),
            **_recordings(document, url, description, composer),
        }
    )


def _article_id(post: Post, lang: str, composer: Composer) -> str:
    return f"{composer.absolute(composer.url(Identity('post', post.key), lang))}#article"


def _people(document: Document, composer: Composer) -> Node:
    """Give who had a part in a document, by schema.org's word for it."""
    by_role: dict[str, dict[str, Node]] = {}
    for role, names in document.front.credits.items():
        for name in names:
            person = composer.catalogue.people[name]
            page = composer.absolute(composer.person(name, document.lang).url)
            node = {"@type": "Person", "@id": f"{page}#person", "name": person.name, "url": page, "sameAs": person.url}
            by_role.setdefault(ROLES.get(role, "contributor"), {})[page] = _without_blanks(node)
    return {role: list(nodes.values()) for role, nodes in by_role.items()}


def _translations(post: Post, document: Document, composer: Composer) -> Node:
    """Name what a document was translated from and what was translated from it, among the pages that are indexed."""
    indexed = composer.indexed.get(Identity("post", post.key), frozenset())
    original = document.front.original
    made = [
        {"@type": "Article", "@id": _article_id(post, lang, composer), "inLanguage": lang}
        for lang, other in post.documents.items()
        if lang in indexed and other.front.original == document.lang
    ]
    source: Node = {}
    if original is not None and original in indexed:
        source = {"@type": "Article", "@id": _article_id(post, original, composer), "inLanguage": original}
    return {"translationOfWork": source, "workTranslation": made}


def _quotation(quote: Quotation, url: str) -> Node:
    original, *translations = quote.parts
    at = f"{url}#{quote.id}"
    return _without_blanks(
        {
            "@type": "Quotation",
            "@id": at,
            "url": at,
            "text": original.text,
            "inLanguage": original.lang,
            "creditText": quote.attribution,
            "citation": quote.cite,
            "workTranslation": [
                {
                    "@type": "Quotation",
                    "text": part.text,
                    "inLanguage": part.lang,
                    "translationOfWork": {"@id": at},
                }
                for part in translations
            ],
        }
    )


def _recordings(document: Document, url: str, description: str, composer: Composer) -> Node:
    """Give the recordings of a document, with all that is said in them, by schema.org's word for their place."""
    found: dict[str, list[Node]] = {"video": [], "audio": []}
    for recording in recordings(document.body, composer.linked[document.path].body, composer.settings):
        address = composer.absolute(recording.url)
        tracks = recording.captions | recording.subtitles
        spoken = next(iter(tracks), "")
        found[recording.name].append(
            {
                "@type": "VideoObject" if recording.name == "video" else "AudioObject",
                "@id": f"{url}#{PurePosixPath(recording.url).name}",
                "name": document.title,
                "description": description,
                "contentUrl": address,
                "thumbnailUrl": composer.absolute(recording.poster) if recording.poster else "",
                "uploadDate": document.front.date.isoformat() if document.front.date else "",
                "inLanguage": spoken,
                "transcript": " ".join(cue.text for cue in composer.cues.get(tracks.get(spoken, ""), ())),
                "caption": [
                    {
                        "@type": "MediaObject",
                        "inLanguage": lang,
                        "encodingFormat": "text/vtt",
                        "contentUrl": composer.absolute(f"{composer.settings.base_path}{file_address(path).url}"),
                    }
                    for lang, path in tracks.items()
                ],
            }
        )
    return {name: [_without_blanks(node) for node in nodes] for name, nodes in found.items()}


def _without_blanks(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in ("", None, [], {})}
