"""What each template is made of: its own text, and those of all that it extends, includes or imports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError
from jinja2.meta import find_referenced_templates

from plugins.plan.later import digest_of

_PARSER = Environment(autoescape=True, extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)


def template_digests(sources: Mapping[str, str]) -> dict[str, str]:
    """Digest each template, by name, with all that it reaches."""
    direct = {name: _referenced(text) for name, text in sources.items()}
    return {name: _digest(name, sources, direct) for name in sources}


@lru_cache(maxsize=512)  # a process that serves, or tests, builds many times
def _referenced(text: str) -> frozenset[str | None]:
    """Give the names that a template refers to; None stands for one that is not known before it is rendered."""
    try:
        return frozenset(find_referenced_templates(_PARSER.parse(text)))
    except TemplateSyntaxError:  # reported where messages are collected
        return frozenset((None,))


def _digest(name: str, sources: Mapping[str, str], direct: Mapping[str, Iterable[str | None]]) -> str:
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            found = direct.get(one, ())
            waiting += sources if None in found else [other for other in found if other is not None]
    return digest_of(*(text for one in sorted(reached) for text in (one, sources.get(one, ""))))
