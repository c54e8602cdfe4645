"""Python-Markdown behind one door: the only module that turns Markdown into HTML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.util import ETX, STX

from plugins.catalogue.sanitising import clean_inline


class Renderer:
    """Renders bodies with one Markdown instance, which is slow to make; `rendered` counts them."""

    def __init__(self, setting: Mapping[str, Any]) -> None:
        """Take the setting MARKDOWN, as Pelican has it: the keys of `extension_configs` are the extensions."""
        configs = {name: dict(config) for name, config in setting.get("extension_configs", {}).items()}
        extensions = [*configs, *(name for name in setting.get("extensions", ()) if name not in configs)]
        others = {key: value for key, value in setting.items() if key not in ("extension_configs", "extensions")}
        self._markdown = Markdown(extensions=extensions, extension_configs=configs, **others)
        self.rendered = 0

    def render(self, text: str, lang: str) -> str:
        """Render a body to HTML that has yet to be cleaned; extensions find `lang` as `page_lang` of the instance."""
        self.rendered += 1
        self._begin(lang)
        return self._markdown.convert(text)

    def render_inline(self, text: str, lang: str) -> str:
        """Render a text as one paragraph, whatever its lines begin with, and give what is inside that paragraph."""
        self._begin(lang)
        root = Element("div")
        SubElement(root, "p").text = " ".join(text.replace(STX, "").replace(ETX, "").split())
        for processor in self._markdown.treeprocessors:
            changed = processor.run(root)
            root = root if changed is None else changed
        html = self._markdown.serializer(root)
        for postprocessor in self._markdown.postprocessors:
            html = postprocessor.run(html)
        return clean_inline(html).strip()

    def _begin(self, lang: str) -> None:
        self._markdown.reset()
        setattr(self._markdown, "page_lang", lang)  # noqa: B010 - extensions read it, the class does not declare it
