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
from plugins.catalogue.post import Document
from plugins.diagnostics import Diagnostic, warning
from plugins.plan.identity import Identity
from plugins.plan.linking import target_of
from plugins.plan.plan import Plan


def check_plan(plan: Plan) -> tuple[Diagnostic, ...]:
    """Report each such link of every body and summary."""
    composer = plan.composer
    pages = {
        unquote(address.url): (identity, lang)
        for identity, addresses in composer.addresses.items()
        for lang, address in addresses.items()
    }
    catalogue = composer.catalogue
    documents = [doc for post in (*catalogue.posts, *catalogue.pages) for doc in post.documents.values()]
    return tuple(problem for document in documents for problem in _found(document, plan, pages))


def _found(document: Document, plan: Plan, pages: dict[str, tuple[Identity, str]]) -> Iterator[Diagnostic]:
    composer = plan.composer
    for ref in (*document.body.refs, *document.summary.refs):
        path = _path(ref, document, plan) if ref.element == "a" and not ref.hreflang else ""
        identity, lang = pages.get(path, (None, ""))
        if identity is None or lang == document.lang or document.lang not in composer.addresses[identity]:
            continue
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
