"""Our own Python-Markdown extension: fences that are embedded blocks, and footnotes in the reader's language."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from plugins.catalogue.blocks import render_cloud, render_video

AFTER_FOOTNOTES = 12  # `footnote-duplicate` has 15


class CatalogueExtension(Extension):
    """Registers the fences `cloud`, `video` and `audio`, and the pass over footnotes; stands after superfences."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register with the instance. Raises ValueError where superfences is missing or comes later."""
        md.treeprocessors.register(_Footnotes(md), "plaza-footnotes", AFTER_FOOTNOTES)
        for extension in md.registeredExtensions:
            if hasattr(extension, "extend_super_fences"):
                extension.extend_super_fences("cloud", _cloud, _any_option, None)
                extension.extend_super_fences("video", _video, _any_option, None)
                extension.extend_super_fences("audio", _audio, _any_option, None)
                return
        raise ValueError("MARKDOWN must name pymdownx.superfences before plugins.catalogue.extension")


def _any_option(
    language: str, inputs: dict[str, str], options: dict[str, str], attrs: dict[str, str], md: Markdown
) -> bool:
    return True


def _cloud(src: str = "", **_: Any) -> str:
    return render_cloud(src)


def _video(src: str = "", md: Markdown | None = None, **_: Any) -> str:
    return render_video(src, getattr(md, "page_lang", ""))


def _audio(src: str = "", md: Markdown | None = None, **_: Any) -> str:
    return render_video(src, getattr(md, "page_lang", ""), "audio")


class _Footnotes(Treeprocessor):
    """Gives footnotes roles, labels in the reader's language, ids without spaces, and no way back to nowhere."""

    def run(self, root: Element) -> None:
        notes = [div for div in root.iter("div") if div.get("class") == "footnote"]
        if not notes:
            return
        for element in root.iter():
            for name in ("id", "href"):
                if element.get(name, "").startswith(("fn:", "fnref", "#fn")):
                    element.set(name, "-".join(element.get(name, "").split()))
            if element.tag == "a" and element.get("class") == "footnote-ref":
                element.set("role", "doc-noteref")
        ids = {element.get("id") for element in root.iter()}
        for div in notes:
            div.set("role", "doc-endnotes")
            div.set("data-slot-aria-label", "footnotes")
            for number, item in enumerate(div.iterfind("ol/li"), 1):
                _label_links_back(item, number, ids)


def _label_links_back(item: Element, number: int, ids: set[str | None]) -> None:
    for parent in list(item.iter()):
        for link in list(parent):
            if link.tag != "a" or link.get("class") != "footnote-backref":
                continue
            if link.get("href", "").removeprefix("#") not in ids:
                parent.remove(link)
                continue
            link.attrib.pop("title", None)
            link.set("role", "doc-backlink")
            link.set("data-slot-aria-label", f"footnote-back {number}")


def makeExtension(**options: Any) -> CatalogueExtension:  # noqa: N802 - Python-Markdown's name
    """Make the extension, as Python-Markdown asks for it by the module's name."""
    return CatalogueExtension(**options)
