"""Slugs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.slug import is_slug, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Ocho prácticas de seguridad digital", "ocho-practicas-de-seguridad-digital"),
        ("¿Qué es el «respaldo»?", "que-es-el-respaldo"),
        ("It's 2019", "its-2019"),
        ("Ñandú", "nandu"),
        ("N\u0303andu\u0301", "nandu"),
        ("Данные", "dannye"),
        ("…", ""),
        ("", ""),
    ],
)
def test_a_title_becomes_plain_letters_and_hyphens(text: str, slug: str) -> None:
    assert slugify(text) == slug


@pytest.mark.parametrize("text", ["", "Respaldo", "a b", "año", "a/b", "a.b", "a_b", "a\n"])
def test_other_characters_make_no_slug(text: str) -> None:
    assert not is_slug(text)


@given(st.text(max_size=40))
def test_what_is_made_is_a_slug_or_empty_and_stays(text: str) -> None:
    slug = slugify(text)
    assert slug == "" or is_slug(slug)
    assert slugify(slug) == slug
