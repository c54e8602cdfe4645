import pytest

from plugins.catalogue.svg_size import svg_size

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="40" height="28"', (40, 28)),
        ('width="1in" height="2.54cm"', (96, 96)),
        ('width="12.4px" height="0.3" viewBox="0 0 1 1"', (12, 1)),
        ('viewBox="0 0 640 480"', (640, 480)),
        ('viewBox="-10,-10,20,10" width="100%" height="100%"', (20, 10)),
        ('viewBox="0 0 20 10" width="300"', (300, 150)),
        ('viewBox="0 0 20 10" height="30"', (60, 30)),
        ('width="300"', (0, 0)),
        ('width="2em" height="2em"', (0, 0)),
        ('viewBox="none"', (0, 0)),
        ('viewBox="0 0 -5 10"', (0, 0)),
        ("", (0, 0)),
    ],
)
def test_a_drawing_is_as_large_as_its_root_says(attributes: str, size: tuple[int, int]) -> None:
    assert svg_size(f"<svg {NAMESPACE} {attributes}><g/></svg>".encode()) == size


def test_the_root_may_have_a_prefix_a_prologue_and_another_encoding() -> None:
    root = '<s:svg xmlns:s="http://www.w3.org/2000/svg" width="3" height="4"/>'
    drawing = f'<?xml version="1.0" encoding="utf-16"?><!-- ñ -->{root}'
    assert svg_size(drawing.encode("utf-16")) == (3, 4)


def test_what_comes_after_the_root_is_not_read() -> None:
    assert svg_size(b'<svg width="3" height="4"><broken') == (3, 4)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n",
        b"<html></html>",
        b"<svg width=3>",
        b'<!DOCTYPE svg [<!ENTITY a "1"><!ENTITY b "&a;&a;">]><svg width="&b;" height="4"/>',
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg width="3" height="4"/>',
    ],
)
def test_what_is_no_drawing_or_declares_entities_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        svg_size(data)
