"""Plaza's own plugins: one folder a plugin, a pure core under thin glue.

Core modules take and return plain values and import neither pelican, blinker nor markdown; only `plugin.py`,
`generator.py`, `renderer.py` and `extension.py` do. Arrows point one way: glue, core, plan, translation, catalogue,
diagnostics. `docs/architecture.md` tells the whole story, and `tests/test_architecture.py` holds it.
"""
