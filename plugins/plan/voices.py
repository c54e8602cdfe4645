"""The voices of a site's languages as CSS: a colour of the theme's, and the side that its marks stand on.

A language's place in LANGUAGES gives its voice, so that a site in any languages has them without a stylesheet of its
own: the first speaks from the start of the line, the second from its end, all others from between.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NAMES = ("--voice", "--tail-start", "--tail-end", "--at-start", "--at-end", "--lean")  # docs/theme.md tells their roles
SIDES = (
    ("var(--voice-1)", "0", "50%", "1", "0", "72%"),
    ("var(--voice-2)", "50%", "0", "0", "1", "28%"),
)
BETWEEN = ("var(--voice-3)", "50%", "50%", "1", "1", "50%")


def voice_rules(langs: Sequence[str]) -> str:
    """Write the rules of the tokens' layer that give each element the voice of its language.

    `langs` are BCP 47 tags, the main one first. An element with `data-voice` has the voice of that language, any other
    that of its `lang` (both by basic filtering, RFC 4647, 3.3.1, which is what `|=` does); text in a language that the
    site is not in speaks from between.
    """
    rules = [rule for attribute in ("lang", "data-voice") for rule in _rules(attribute, langs)]
    return "@layer tokens {\n" + "".join(rules) + "}\n"


def _rules(attribute: str, langs: Sequence[str]) -> Iterable[str]:
    yield _rule(f"[{attribute}]", BETWEEN)
    for lang, side in zip(langs, SIDES, strict=False):
        yield _rule(f'[{attribute}|="{lang}"]', side)


def _rule(selector: str, values: Sequence[str]) -> str:
    return f"  {selector} {{ {' '.join(f'{name}: {value};' for name, value in zip(NAMES, values, strict=True))} }}\n"
