"""A Frictionless Data Package as one ZIP: every table as CSV with its schema, the codebook, README and licences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from importlib.metadata import version

from hearsay.publish.about import TITLE, about, lines
from hearsay.publish.columns import Type
from hearsay.publish.csv import table_csv
from hearsay.publish.files import archive
from hearsay.publish.publication import Publication
from hearsay.publish.tables import TABLES, Table

# Of Table Schema, v1. "any" day or moment is text, so that a reader does not refuse either.
_TYPES: dict[Type, str] = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "date": "date",
    "boolean": "boolean",
}


def datapackage(shown: Publication) -> Iterator[bytes]:
    """``datapackage.json`` first, then ``README.md``, ``data/*.csv`` and ``codebook/*.toml``."""
    return archive(_members(shown))


def _members(shown: Publication) -> Iterator[tuple[str, Iterator[str]]]:
    yield "datapackage.json", iter([json.dumps(_descriptor(shown), ensure_ascii=False, indent=1) + "\n"])
    yield "README.md", _readme(shown)
    for name, table in TABLES.items():
        yield f"data/{name}.csv", table_csv(table.columns, table.rows(shown))
    codebook = resources.files("hearsay.codebook")
    for entry in sorted(codebook.iterdir(), key=lambda one: one.name):
        if entry.name.endswith(".toml"):
            yield f"codebook/{entry.name}", iter([entry.read_text(encoding="utf-8")])


def _descriptor(shown: Publication) -> dict[str, object]:
    credited: dict[str, object] = {
        "licenses": [{"name": "other-at", "title": credit.licence} for credit in shown.credits],
        "sources": [{"title": credit.attribution or credit.name} for credit in shown.credits],
    }
    return {
        "profile": "tabular-data-package",
        "name": "hearsay-export",
        "title": TITLE,
        "version": version("hearsay"),
        **(credited if shown.credits else {}),
        "hearsay": about(shown),
        "resources": [_resource(name, table) for name, table in TABLES.items()],
    }


def _resource(name: str, table: Table) -> dict[str, object]:
    keys = [
        {"fields": [column], "reference": {"resource": target, "fields": list(TABLES[target].key)}}
        for column, target in table.references
    ]
    schema: dict[str, object] = {
        "fields": [{"name": c.name, "type": _TYPES[c.type], "description": c.meaning} for c in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if keys:
        schema["foreignKeys"] = keys
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": table.title,
        "path": f"data/{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": schema,
    }


def _readme(shown: Publication) -> Iterator[str]:
    yield f"# {TITLE}\n"
    for heading, text in lines(shown):
        yield f"\n**{heading}.** {text}\n"
    yield "\n## Tables\n\n"
    for name, table in TABLES.items():
        yield f"- `data/{name}.csv`: {table.title}\n"
    yield "\n`codebook/` holds the rules and word lists of the version that wrote this package.\n"
