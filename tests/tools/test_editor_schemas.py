"""The schemas for editors take what Plaza takes, and refuse what an editor can know to be wrong."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from plugins.catalogue.schema import FIELDS
from tests.support.building import ROOT
from tools.editor_schemas import FOLDER, outdated, schemas
from tools.status import status


class Loader(yaml.SafeLoader):
    """Reads YAML 1.2's scalars, as editors do: a date is text, `no` and `on` are words."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", "bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((ROOT / FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


def faults(name: str, text: str) -> list[str]:
    found = jsonschema.Draft202012Validator(schema(name)).iter_errors(Loader(text).get_single_data())
    return [fault.message for fault in found]


def heads() -> Iterator[tuple[str, Path, str]]:
    for collection in ("posts", "pages"):
        for file in sorted((ROOT / "content" / collection).glob("*.md")):
            yield collection[:-1], file, file.read_text(encoding="utf-8").split("\n---\n")[0]


def test_they_are_as_the_fields_are() -> None:
    assert outdated(ROOT) == []


@pytest.mark.parametrize("path", [*schemas(), "docs/status.schema.json"])
def test_each_is_a_schema(path: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads((ROOT / path).read_text(encoding="utf-8")))


def test_every_field_is_described() -> None:
    for field in FIELDS:
        for collection in field.collections:
            assert schema(collection[:-1])["properties"][field.name]["description"] == field.help


def test_the_sample_is_right_by_them() -> None:
    assert [(file.name, faults(name, text)) for name, file, text in heads() if faults(name, text)] == []
    for name in ("topics", "levels", "activities"):
        assert faults("concepts", (ROOT / "content" / f"{name}.yml").read_text(encoding="utf-8")) == []
    assert faults("people", (ROOT / "content" / "people.yml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "date: 2013-11-20",
        "title: A",
        "title: A\ndate: mañana",
        "title: A\ndate: 2013-11-20\nsumary: B",
        "title: A\ndate: 2013-11-20\nslug: Á",
        "title: A\ndate: 2013-11-20\nstatus: listo",
        "title: A\ndate: 2013-11-20\nmenu: 1",
        "title: A\ndate: 2013-11-20\norigin: {url: 'https://example.org'}",
        "title: A\ndate: 2013-11-20\naliases: [viejo]",
        "title: A\noriginal: es\noriginal_digest: [nada]",
        "title: [A]\ndate: 2013-11-20",
    ],
)
def test_wrong_front_matter_is_refused(text: str) -> None:
    assert faults("post", text)


@pytest.mark.parametrize(
    "text",
    [
        "title: 2019\ndate: 2013-11-20 10:00",
        "title: no\ndate: 2013-11-20T10:00:00Z\ntopics: uno\nfeatured: true\nsummary:",
        "title: A\noriginal: pt-BR\noriginal_digest: [a1b2c3, 012345, 1e5000]",
        "title: A\ndate: 2013-11-20\ncorrections: [{date: 2014-02-01, text: b}]",
    ],
)
def test_what_plaza_takes_is_taken(text: str) -> None:
    assert faults("post", text) == []


def test_vs_code_is_pointed_to_schemas_that_are_there() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert all((ROOT / path).is_file() for path in settings["yaml.schemas"])


def test_status_prints_what_its_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    status(format="json")
    published = json.loads((ROOT / "docs/status.schema.json").read_text(encoding="utf-8"))
    told = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(published).validate(told)
    assert any(lang["blocks"] for post in told["posts"] for lang in post["languages"].values())
