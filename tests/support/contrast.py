"""The contrast of two colours by WCAG 2.2, and the colours that the theme's tokens give to each role."""

from __future__ import annotations

import re

_COLOUR = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-f]{3,6})\s*;")
_DARK = re.compile(r"@media \(prefers-color-scheme: dark\)\s*\{(.*?\})\s*\}", re.DOTALL)


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours such as `#fcfbf8`, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    channels = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def tokens_of(sheet: str, print_sheet: str, *, own_only: bool = False) -> dict[str, dict[str, str]]:
    """Read the colours by scheme and role out of the tokens and what print says otherwise.

    With `own_only`, a scheme has the roles that it sets itself, not those that it takes from the light one.
    """
    dark = "".join(_DARK.findall(sheet))
    light = dict(_COLOUR.findall(_DARK.sub("", sheet)))
    base = {} if own_only else light
    return {
        "light": light,
        "dark": base | dict(_COLOUR.findall(dark)),
        "print": base | dict(_COLOUR.findall(print_sheet)),
    }
