"""Core and glue, arrows that point one way, no hidden state: the rules of docs/architecture.md, held by a machine."""

from pathlib import Path

import pytest

from tests.support.architecture import ADAPTERS, faults

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(path for folder in ("plugins", "tools") for path in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_module_keeps_the_house_rules(module: Path) -> None:
    assert list(faults(module.relative_to(ROOT).as_posix(), module.read_text(encoding="utf-8"))) == []


def test_every_adapter_is_there() -> None:
    assert [path for path in ADAPTERS if not (ROOT / path).is_file()] == []


@pytest.mark.parametrize(
    ("path", "code", "fault"),
    [
        ("plugins/a/b.py", "x = 1", "says nothing of what it is"),
        ("plugins/a/b.py", '"""A."""\nimport pelican.signals', "imports pelican.signals, which only glue may"),
        (
            "plugins/a/b.py",
            '"""A."""\ndef f():\n    from markdown import Markdown',
            "imports markdown, which only glue may",
        ),
        ("tools/check.py", '"""A."""\nimport pelican', "imports pelican, which only glue may"),
        ("plugins/a/b.py", '"""A."""\nimport os', "imports os, but is no adapter"),
        ("plugins/a/b.py", '"""A."""\nx = p.read_text()', "calls read_text() in line 2, but is no adapter"),
        ("plugins/a/b.py", '"""A."""\ndef f():\n    global x\n    x = 1', "rebinds the module's x"),
        ("plugins/a/__init__.py", '"""A."""\nimport re', "imports something in a package's __init__"),
        (
            "plugins/catalogue/b.py",
            '"""A."""\nfrom plugins.plan.view import View',
            "imports plugins.plan.view against the arrows",
        ),
        (
            "plugins/a/b.py",
            '"""A."""\nimport plugins.plan.generator',
            "imports another plugin's glue, plugins.plan.generator",
        ),
        (
            "plugins/catalogue/b.py",
            '"""A."""\nfrom plugins.plan import view',
            "imports plugins.plan.view against the arrows",
        ),
        (
            "plugins/translation/b.py",
            '"""A."""\nfrom plugins.incremental.commit import commit',
            "imports plugins.incremental.commit against the arrows",
        ),
        ("plugins/a/b.py", '"""A."""\nfrom plugins.a import plugin', "imports glue from a core, plugins.a.plugin"),
        ("plugins/a/b.py", '"""A."""\nx = datetime.now()', "calls now() in line 2, but is no adapter"),
        ("plugins/a/b.py", '"""A."""\nx = open(p)', "calls open() in line 2, but is no adapter"),
        ("plugins/a/b.py", '"""A."""\nimport logging', "imports logging, but is no adapter"),
        ("plugins/a/b.py", '"""A."""\nimport tools.build', "imports tools.build: plugins know nothing of tools"),
    ],
)
def test_a_broken_rule_is_told(path: str, code: str, fault: str) -> None:
    assert fault in list(faults(path, code))


def test_glue_may_import_pelican() -> None:
    assert list(faults("plugins/a/plugin.py", '"""A."""\nfrom pelican import signals')) == []


def test_a_core_may_import_the_cores_below_it() -> None:
    code = '"""A."""\nfrom plugins.catalogue.lang import canonical\nfrom plugins.diagnostics import error'
    assert list(faults("plugins/plan/b.py", code)) == []
    assert list(faults("plugins/catalogue/b.py", code)) == []
