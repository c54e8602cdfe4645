"""`translate`: starts a translation, with all that its original says beside the places for it."""

from __future__ import annotations

from pathlib import Path

from plugins.plan.reporting import relative
from tools.author_files import create_text, read_text
from tools.errors import FINE, UsageError
from tools.named_post import key_of, named_lang, named_post, prepared, refuse_errors
from tools.questions import Question, answered
from tools.scaffold import translation_text

QUESTIONS = (Question("lang", "The language to translate into", "", is_required=True),)


def translate(
    key: str,
    lang: str | None = None,
    source: str | None = None,
    translator: str | None = None,
    content: Path | None = None,
    settings: Path | None = None,
) -> int:
    """Write a draft beside the original, or beside the translation in `source`, where one translates from that.

    Raises UsageError for a language that the site lacks or the post has, and ContentError where its file has errors.
    """
    build = prepared(content, settings)
    post = named_post(build, key)
    name = key_of(post.collection, post.key)

    def check(_: Question, text: str) -> None:
        named_lang(build, text)

    tag = named_lang(build, answered(QUESTIONS, (lang,), check)["lang"])
    if tag in post.documents:
        there = post.documents[tag].path
        raise UsageError(f"{name} is in {tag} already: {there}; ./inv status tells whether it is in step")
    origin = named_lang(build, source) if source else post.original
    if origin not in post.documents:
        raise UsageError(f"{name} is not in {origin}; it is in {', '.join(post.documents)}")
    original = post.documents[origin]
    refuse_errors(build, (original,))
    folder = (build.settings.content / original.path).parent
    file = folder / f"{post.key}.{tag}.md"
    text = read_text(build.settings.content / original.path)
    create_text(file, translation_text(original, text, build.settings, (translator,) if translator else ()))
    print(f"{relative(file)} is there, a draft: write each place below its comment, then take `status: draft` out")
    return FINE
