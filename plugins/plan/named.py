"""What the settings name: other plugins' modules, imported by their names, and what they lend to the catalogue.

An adapter: it imports. Names are how catalogue and plan reach other plugins at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from plugins.catalogue.languages import SettingError
from plugins.catalogue.lent import Tools
from plugins.catalogue.settings import Settings

ROOT = Path(__file__).resolve().parents[2]  # the folder of pelicanconf.py: what paths in settings are relative to
RENDERER = "plugins.catalogue.renderer"
OWN_PLUGIN = "plugins.plan.plugin"
SITES = "pelican.plugins.i18n_subsites"


def check_needed(settings: Settings) -> None:
    """Make sure that what no site can do without is there. Raises SettingError."""
    needed = (OWN_PLUGIN, SITES) if len(settings.langs) > 1 else (OWN_PLUGIN,)
    for plugin in needed:
        if not {plugin, plugin.removeprefix("pelican.plugins.")} & set(settings.plugins):
            raise SettingError(f"PLUGINS lacks {plugin!r}, without which there is no site")


def kind_modules(plugins: Iterable[str]) -> list[ModuleType]:
    """Find the `kinds.py` beside each plugin that PLUGINS names in full; plugins from elsewhere have none."""
    names = [f"{name.removesuffix('.plugin')}.kinds" for name in plugins if is_own(name)]
    for name in names:
        named_module("PLUGINS", name.removesuffix(".kinds"))
    return [import_module(name) for name in names if find_spec(name)]


def named_module(setting: str, name: str) -> ModuleType:
    """Import a module that a setting names. Raises SettingError where there is none."""
    try:
        return import_module(name)
    except ModuleNotFoundError as lost:
        if lost.name and f"{name}.".startswith(f"{lost.name}."):
            raise SettingError(f"{setting} names {name!r}; there is no such module") from lost
        raise


def is_own(plugin: str) -> bool:
    """Tell whether a name in PLUGINS is one of this repository's plugins."""
    return plugin.startswith("plugins.")


def is_own_or_needed(plugin: str) -> bool:
    """Tell whether a name in PLUGINS is known to read nothing but what a build of Plaza reads."""
    return is_own(plugin) or plugin in (SITES, SITES.removeprefix("pelican.plugins."))


def tools(settings: Settings) -> Tools:
    """Make the renderer, and find the text filters and rules. Raises SettingError."""
    try:
        renderer = import_module(RENDERER).Renderer(_markdown_options(settings))
    except (ImportError, TypeError, KeyError, ValueError) as fault:  # what Python-Markdown raises for its options
        raise SettingError(f"MARKDOWN is wrong: {fault}") from fault
    return Tools(
        renderer=renderer,
        filters=tuple(named_module("TEXT_FILTERS", name) for name in settings.text_filters),
        checks=tuple(named_module("CHECKS", name) for name in settings.checks),
    )


def _markdown_options(settings: Settings) -> dict[str, Any]:
    """Fill in each extension's option `langs` with the tags that mark a part of a quote."""
    extensions = {
        name: {**options, "langs": list(settings.marker_langs)} if "langs" in options else options
        for name, options in settings.markdown.get("extension_configs", {}).items()
    }
    return {**settings.markdown, "extension_configs": extensions}
