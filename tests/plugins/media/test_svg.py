"""Which drawings can be published: those that run nothing and ask no other file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.media.svg import check_svg

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n{}\n</svg>'


def told(inner: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.rule) for problem in check_svg(SVG.format(inner).encode(), "media/a.svg")]


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0"/>',
        '<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/>',
        "<style>.a { fill: red; mask: url('#m') }</style>",
        '<use href="#a"/><use xlink:href="#a"/><a href="#b"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<animate attributeName="opacity"/>',
        "<title>On script and foreignObject</title>",
    ],
)
def test_a_plain_drawing_is_fine(inner: str) -> None:
    assert told(inner) == []


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        '<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>',
        "<foreignObject><p/></foreignObject>",
        '<rect onload="alert(1)"/>',
        '<rect ONCLICK="alert(1)"/>',
        '<a href="javascript:alert(1)"/>',
        '<a xlink:href="https://example.org/"/>',
        '<image href="https://example.org/a.png"/>',
        '<image href="//example.org/a.png"/>',
        '<image href="data:image/svg+xml,%3Csvg/%3E"/>',
        '<use href="other.svg#a"/>',
        '<rect fill="url(https://example.org/a.svg#g)"/>',
        "<rect style=\"fill: url('https://example.org/a')\"/>",
        "<style>@import 'https://example.org/a.css';</style>",
        "<style>.a { background: url( https://example.org/a.png ) }</style>",
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<set attributeName="xlink:href" to="javascript:alert(1)"/>',
        '<?xml-stylesheet href="https://example.org/a.css"?>',
    ],
)
def test_what_runs_or_asks_another_file_is_refused_with_its_line(inner: str) -> None:
    assert told(inner) == [(2, "unsafe-svg")]


def test_entities_are_refused_and_never_expanded() -> None:
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    content = f'<!DOCTYPE svg [<!ENTITY a0 "ha">{laughs}]>\n<svg>&a9;</svg>'.encode()
    assert {problem.rule for problem in check_svg(content, "a.svg")} <= {"unsafe-svg", "bad-picture"}
    assert check_svg(content, "a.svg")[0].rule == "unsafe-svg"


def test_a_doctype_that_only_names_svg_is_fine() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert check_svg(f"{doctype}<svg/>".encode(), "a.svg") == ()


def test_a_torn_drawing_is_told_with_what_it_holds_before() -> None:
    found = check_svg(b"<svg>\n<script/>\n<rect", "a.svg")
    assert [(problem.line, problem.rule) for problem in found] == [(2, "unsafe-svg"), (3, "bad-picture")]


@given(st.binary())
def test_no_bytes_at_all_are_a_traceback(content: bytes) -> None:
    check_svg(content, "a.svg")
