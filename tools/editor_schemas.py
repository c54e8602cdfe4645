"""JSON Schemas (2020-12) of front matter and concept files for editors, made of the schema that reading follows.

They say what an editor can check while one types; what needs the rest of the content is for `./inv check`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from plugins.catalogue.concepts import CONCEPT_FIELDS
from plugins.catalogue.people import PERSON_FIELDS
from plugins.catalogue.schema import CORRECTION_FIELDS, FIELDS, ORIGIN_FIELDS, STATUSES, Field, FieldType

FOLDER = "docs/schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
MADE = "Made by `./inv lint --write`; do not edit."

Schema = dict[str, Any]
SCALAR = {"type": ["string", "number", "boolean", "null"]}  # every one is read as text, and null as not written
TAG = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
DATE = {
    "type": ["string", "null"],
    "pattern": "^\\d{4}-\\d{2}-\\d{2}([Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)? ?([Zz]|[+-]\\d{2}(:?\\d{2})?)?)?$",
}
URL = {"type": ["string", "null"], "pattern": "^https?://"}


def schemas() -> dict[str, str]:
    """Give the text of every schema by its path from the root."""
    concepts = _map_of(_langs(_object({name: _concept_field(name) for name in CONCEPT_FIELDS})))
    person = {name: _person_field(name) for name in PERSON_FIELDS}
    made = {
        "post": ("Front matter of a post", _front_matter("posts")),
        "page": ("Front matter of a standing page", _front_matter("pages")),
        "concepts": ("topics.yml, levels.yml, activities.yml", concepts),
        "people": ("people.yml", _map_of(_object(person, required=["name"]))),
    }
    return {f"{FOLDER}/{name}.schema.json": _text(title, schema) for name, (title, schema) in made.items()}


def outdated(root: Path) -> list[str]:
    """List the schemas that are not as they would be made now."""
    return [
        f"{path}: not as the fields are; `./inv lint --write` makes it anew"
        for path, text in schemas().items()
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != text
    ]


def _text(title: str, schema: Schema) -> str:
    return json.dumps({"$schema": DIALECT, "title": title, "$comment": MADE, **schema}, indent=2) + "\n"


def _front_matter(collection: str) -> Schema:
    fields = {field.name: _field(field) for field in FIELDS if collection in field.collections}
    schema = _object(fields, required=["title"])
    if collection == "posts":  # an original needs a date, a translation takes it from there
        schema["anyOf"] = [{"required": ["date"]}, {"required": ["original"]}]
    return schema


def _field(field: Field) -> Schema:
    return {**_typed(field.type), "description": field.help}


def _typed(kind: FieldType) -> Schema:
    match kind:
        case FieldType.TEXT:
            return SCALAR
        case FieldType.TEXTS:
            return _list_of(SCALAR)
        case FieldType.SLUG:
            return {"type": ["string", "integer", "null"], "pattern": "^[a-z0-9-]+$"}
        case FieldType.DATE:
            return DATE
        case FieldType.LANG:
            return {"type": ["string", "null"], "pattern": TAG}
        case FieldType.STATUS:
            return {"enum": [*STATUSES, None]}
        case FieldType.FLAG:
            return {"enum": [True, False, "true", "false", None]}
        case FieldType.NUMBER:
            return {"type": ["integer", "null"], "minimum": 0, "maximum": 999_999}
        case FieldType.URL:
            return URL
        case FieldType.PATHS:
            return _list_of({"type": "string", "pattern": "^/"})
        case FieldType.DIGESTS:
            return _list_of({"type": ["string", "number"], "pattern": "^[0-9a-f]{6}$"})
        case FieldType.ORIGIN:
            name, url = ORIGIN_FIELDS
            return _object({name: SCALAR, url: URL}, required=[name])
        case FieldType.CORRECTIONS:
            date, text = CORRECTION_FIELDS
            return _list_of(_object({date: DATE, text: SCALAR}, required=[date, text]))


def _concept_field(name: str) -> Schema:
    typed = {"synonyms": _list_of(SCALAR), "practices": _list_of(SCALAR), "slug": _typed(FieldType.SLUG)}
    return typed.get(name, SCALAR)


def _person_field(name: str) -> Schema:
    return {"url": URL, "bio": _langs(SCALAR)}.get(name, SCALAR)


def _object(properties: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    return {
        "type": ["object", "null"],
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }


def _map_of(values: Schema) -> Schema:
    return {"type": ["object", "null"], "additionalProperties": values}


def _langs(values: Schema) -> Schema:
    return {"type": ["object", "null"], "propertyNames": {"pattern": TAG}, "additionalProperties": values}


def _list_of(items: Schema) -> Schema:
    """Take a list, or one item that stands for a list of one."""
    return {"anyOf": [items, {"type": "array", "items": items}]}
