"""The cards of a site as files of its plan, drawn with the fonts of the site and then those of the theme.

An adapter: it reads fonts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from hashlib import blake2b
from pathlib import Path

import PIL
from PIL import ImageFont

from plugins.catalogue.settings import SettingError, Settings
from plugins.diagnostics import Diagnostic, warning
from plugins.discovery.card import draw_card, unlettered
from plugins.discovery.sharing import cards
from plugins.plan.later import digest_of
from plugins.plan.plan import SETTINGS_FILE, Plan, PlannedFile

FONTS = (".ttf", ".otf")
DRAWING = "1"  # how cards are drawn; another number draws every one anew
OWN_MARK = "theme/static/icon.svg"  # of the site's folder: where it is, Plaza's mark would be another's


def card_files(plan: Plan) -> Iterable[PlannedFile | Diagnostic]:
    """Give every card, drawn when it is asked for, and report texts that are missing on one: no font can write them.

    Raises SettingError where CARD_FONTS names what is no font.
    """
    settings = plan.composer.settings
    fonts = _fonts(settings)
    has_own_mark = settings.site_folder is not None and (settings.site_folder / OWN_MARK).exists()
    colours = tuple(sorted(settings.card_colours.items()))
    lettering = [blake2b(font, digest_size=16).hexdigest() for font in fonts]
    for path, card in cards(plan.composer):
        drawn = replace(card, has_mark=not has_own_mark)
        inputs = digest_of(DRAWING, PIL.__version__, repr(drawn), repr(colours), *lettering)
        yield PlannedFile(path, partial(draw_card, drawn, fonts, colours), inputs)
        for text in unlettered(card, fonts):
            message = f"no font has all letters of {text!r}, which is missing on the cards of shared links"
            yield warning(SETTINGS_FILE, 1, "card-letters", message, "name a font that has them in CARD_FONTS")


def _fonts(settings: Settings) -> tuple[bytes, ...]:
    own = [_own_font(file) for file in settings.card_fonts]
    shipped = sorted(file for file in settings.theme.glob("fonts/*") if file.suffix.lower() in FONTS)
    return (*own, *(file.read_bytes() for file in shipped))


def _own_font(file: Path) -> bytes:
    try:
        ImageFont.truetype(str(file), 16)
        return file.read_bytes()
    except OSError as fault:
        raise SettingError(f"CARD_FONTS names {file.name!r}, which is no font that can be read") from fault
