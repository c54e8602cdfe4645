"""Rule `link-other-lang`: a link by its address to a page in another language, where there is one in the reader's.

Links between posts written as files (`/posts/backups`) lead to the reader's language by themselves. An address, as
`/en/posts/backups/`, does not: a reader of Spanish would be sent to English without need. A link that says so itself,
by `hreflang`, means it.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from plugins.catalogue.links import OutsideLink, SiteLink
from plugins.catalogue.parts import Ref
from plugins.catalogue.post import Document, Post
from plugins.diagnostics import Diagnostic, warning
from plugins.plan.identity import Identity
from plugins.plan.linking import Addresses, target_of
from plugins.plan.plan import Plan


def check_planned(post: Post, plan: Plan) -> tuple[Diagnostic, ...]:
    """Report each such link of a post's bodies and summaries."""
    return tuple(
        problem
        for document in post.documents.values()
        for ref, path in _links(document, plan)
        for problem in _found(document, ref, path, plan)
    )


def _pages(addresses: Addresses) -> dict[str, tuple[Identity, str]]:
    return {
        unquote(address.url): (identity, lang)
        for identity, by_lang in addresses.items()
        for lang, address in by_lang.items()
    }


def _links(document: Document, plan: Plan) -> Iterator[tuple[Ref, str]]:
    """Give the links to addresses on this site that do not say that they mean another language."""
    for ref in (*document.body.refs, *document.summary.refs):
        if ref.element == "a" and not ref.hreflang and (path := _path(ref, document, plan)):
            yield ref, path


def _found(document: Document, ref: Ref, path: str, plan: Plan) -> Iterator[Diagnostic]:
    composer = plan.composer
    pages = composer.kept((_pages,), lambda: _pages(composer.addresses))
    identity, lang = pages.get(path, (None, ""))
    if identity is None or lang == document.lang or document.lang not in composer.addresses[identity]:
        return
    own = composer.addresses[identity][document.lang].url
    message = f"the link {ref.target!r} leads to the page in {lang}; expected {own}, the same in {document.lang}"
    advice = f"write {own}"
    if identity.kind in ("post", "page"):
        advice = f"write /{identity.kind}s/{identity.id}, which leads to each reader's language"
    yield warning(document.path, ref.line, "link-other-lang", message, advice)


def _path(ref: Ref, document: Document, plan: Plan) -> str:
    """Give the path on this site that a link leads to, empty where it leads elsewhere or to a file's name."""
    settings = plan.composer.settings
    target = target_of(ref, document, settings.langs)
    if isinstance(target, SiteLink):
        return target.path
    if isinstance(target, OutsideLink) and target.url.startswith(f"{settings.site_url}/"):
        return unquote(urlsplit(target.url).path).removeprefix(settings.base_path)
    return ""
