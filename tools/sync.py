"""`sync`: says that a translation is in step, by pinning it to its original as that is now."""

from __future__ import annotations

from pathlib import Path

from plugins.catalogue.post import Document, Post
from plugins.plan.build import Build
from plugins.plan.reporting import relative
from plugins.translation.blocks import document_blocks
from plugins.translation.pin import with_pin
from tools.author_files import change_text, read_text
from tools.errors import FINE, UsageError
from tools.named_post import key_of, named_lang, named_post, prepared, refuse_errors


def sync(key: str, lang: str | None = None, content: Path | None = None, settings: Path | None = None) -> int:
    """Pin a translation, named by its key and language; the language may be left out where there is one only.

    Raises UsageError for what is no translation and ContentError where its file, or the original's, has errors.
    """
    build = prepared(content, settings)
    post = named_post(build, key)
    document = _translation(build, post, lang)
    original = post.documents[document.front.original or ""]
    refuse_errors(build, (document, original))
    blocks = document_blocks(original)
    file = build.settings.content / document.path
    text = read_text(file)
    try:
        pinned = with_pin(text, [block.digest for block in blocks])
    except ValueError as fault:
        raise UsageError(f"cannot pin {relative(file)}: {fault}") from fault
    against = relative(build.settings.content / original.path)
    number = f"{len(blocks)} block{'s' * (len(blocks) != 1)}"
    if pinned == text:
        print(f"{relative(file)} is in step with {against} already, {number}")
        return FINE
    change_text(file, pinned)
    print(f"{relative(file)} is pinned to {against}, {number}")
    return FINE


def _translation(build: Build, post: Post, lang: str | None) -> Document:
    name = key_of(post.collection, post.key)
    translations = {tag: document for tag, document in post.documents.items() if tag != post.original}
    if lang is None:
        if len(translations) == 1:
            return next(iter(translations.values()))
        if not translations:
            raise UsageError(f"{name} has no translation to pin; ./inv translate {name} --lang TAG starts one")
        raise UsageError(f"{name} has more than one translation: say --lang, one of {', '.join(translations)}")
    tag = named_lang(build, lang)
    if tag == post.original:
        raise UsageError(f"{post.documents[tag].path} is the original of {name}, and only a translation is pinned")
    if tag not in translations:
        raise UsageError(f"{name} has no translation into {tag}; ./inv translate {name} --lang {tag} starts one")
    return translations[tag]
