"""When two texts are the same."""

from __future__ import annotations

from plugins.catalogue.folding import fold


def test_case_spacing_and_composition_do_not_count() -> None:
    assert fold("  Datos\n ABIERTOS ") == "datos abiertos"
    assert fold("Respaldó") == fold("respaldo\u0301")
    assert fold("Straße") == fold("STRASSE")


def test_accents_count() -> None:
    assert fold("Víctor") != fold("Victor")
