"""The data dictionary and the list of error codes, made from the code; see ``generate.py``."""

from __future__ import annotations

import ast
import inspect
import tomllib
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from sqlalchemy import Column

from hearsay import records
from hearsay.incidents import dataset
from hearsay.incidents import records as linked
from hearsay.publish import acled, ged, hxl, plover
from hearsay.publish.analysis import control
from hearsay.publish.analysis.ceasefires import ACCUSATIONS, AGREEMENTS, VIOLATIONS
from hearsay.publish.analysis.sources import LABELS, SOURCES
from hearsay.publish.columns import Columns
from hearsay.publish.comparison import COLUMNS as COMPARISON
from hearsay.publish.formats import FORMATS
from hearsay.publish.rows import COLUMNS
from hearsay.publish.tables import TABLES

DOCS = Path(__file__).parent
SOURCE = DOCS.parent / "src" / "hearsay"
RAISED = ("HearsayError", "InputError", "DataError", "StoreError", "OutputError")


def models() -> list[type[records.Record]]:
    """The records of the contract, in the order in which a reader meets them."""
    order = list(tomllib.loads((DOCS / "fields.toml").read_text(encoding="utf-8")))
    found = {
        name: model
        for module in (records, linked, dataset)
        for name, model in inspect.getmembers(module, inspect.isclass)
        if issubclass(model, records.Record) and model is not records.Record
    }
    if set(order) != set(found):
        raise SystemExit(f"docs/fields.toml and the records differ in {sorted(set(order) ^ set(found))}")
    return [found[name] for name in order]


def dictionary() -> str:
    """A table of fields for each record."""
    meanings = tomllib.loads((DOCS / "fields.toml").read_text(encoding="utf-8"))
    return "\n\n".join(_record(model, meanings[model.__name__]) for model in models())


def _record(model: type[records.Record], meanings: dict[str, str]) -> str:
    base = model.__mro__[1]
    inherited = set(base.model_fields) if issubclass(base, records.Record) else set()
    own = {name: field for name, field in model.model_fields.items() if name not in inherited}
    if set(own) != set(meanings):
        raise SystemExit(f"docs/fields.toml: {model.__name__} differs in {sorted(set(own) ^ set(meanings))}")
    lines = [
        f"### {model.__name__}",
        "",
        (model.__doc__ or "").strip().split("\n\n")[0].replace("``", "`"),
        "",
    ]
    if inherited:
        lines += [f"The fields of [{base.__name__}](#{base.__name__.lower()}), and:", ""]
    lines += ["| field | type | meaning |", "|---|---|---|"]
    lines += [f"| `{name}` | {_type(field.annotation)} | {meanings[name]} |" for name, field in own.items()]
    return "\n".join(lines)


def _type(annotation: Any) -> str:
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inside)
    if origin in (Union, UnionType):
        some = [_type(one) for one in inside if one is not NoneType]
        return " or ".join([*some, "null"])
    if origin is tuple:
        return f"list of {_type(inside[0])}"
    if origin is dict:
        return f"map of {_type(inside[1])}"
    return f"[{annotation.__name__}](#{annotation.__name__.lower()})"


_PLAIN = {
    str: "text",
    float: "number",
    int: "whole number",
    bool: "true or false",
    records.Span: "[start, end]",
}


def columns() -> str:
    """The columns of the CSV and the properties of the GeoJSON."""
    return _columns(COLUMNS)


def _columns(some: Columns) -> str:
    rows = [f"| `{column.name}` | {column.type} | {column.meaning} |" for column in some]
    return "\n".join(["| column | type | meaning |", "|---|---|---|", *rows])


def formats() -> str:
    """Every export format, and the estimate rule it takes when none is asked for."""
    rows = [f"| `{name}` | {one.means} | `{one.rule or 'stated'}` |" for name, one in FORMATS.items()]
    return "\n".join(["| format | what | rule |", "|---|---|---|", *rows])


def exports() -> str:
    """The columns of every table and layout of the exports; those of claims stand under the outputs of ``code``."""
    parts = [f"### {name}\n\n{t.title}.\n\n{_columns(t.columns)}" for name, t in TABLES.items() if name != "claims"]
    parts += [f"### ACLED's layout\n\n{_columns(acled.COLUMNS)}", f"### UCDP GED's layout\n\n{_columns(ged.COLUMNS)}"]
    parts += [
        f"### PLOVER's records\n\n{_columns(plover.FIELDS)}",
        f"Each of `actor` and `recipient`:\n\n{_columns(plover.ENTITY_FIELDS)}",
        f"`event_loc`:\n\n{_columns(plover.PLACE_FIELDS)}",
    ]
    tags = "\n".join(f"| `{tag}` | `{name}` |" for name, tag in hxl.TAGS.items())
    return "\n\n".join([*parts, f"### HXL\n\n| hashtag | column of incidents |\n|---|---|\n{tags}"])


def comparison() -> str:
    """The columns of the comparison with another data set."""
    return _columns(COMPARISON)


def source_columns() -> str:
    """The columns of ``hearsay sources``."""
    return f"{_columns(SOURCES)}\n\nOf `labels`:\n\n{_columns(LABELS)}"


def control_columns() -> str:
    """The columns of ``hearsay control``."""
    return f"{_columns(control.PLACES)}\n\nWith `--words`:\n\n{_columns(control.WORDS)}"


def ceasefire_columns() -> str:
    """The columns of ``hearsay ceasefires``."""
    lists = {"violations": VIOLATIONS, "accusations": ACCUSATIONS, "agreements": AGREEMENTS}
    return "\n\n".join(f"Of `{name}`:\n\n{_columns(some)}" for name, some in lists.items())


def errors() -> str:
    """The codes with what they mean and what to do.

    Every code that the source names where it raises or reports must be documented, and every documented code must
    stand somewhere in the source.
    """
    meanings = tomllib.loads((DOCS / "errors.toml").read_text(encoding="utf-8"))
    documented = {code for codes in meanings.values() for code in codes}
    raised, strings = _codes_in_source()
    if wrong := (raised - documented) | (documented - strings):
        raise SystemExit(f"docs/errors.toml and the source differ in {sorted(wrong)}")
    parts = []
    for group, codes in meanings.items():
        rows = [f"| `{code}` | {meaning} |" for code, meaning in sorted(codes.items())]
        parts.append("\n".join([f"## {group}", "", "| code | what it means, and what to do |", "|---|---|", *rows]))
    return "\n\n".join(parts)


def _codes_in_source() -> tuple[set[str], set[str]]:
    """The codes given where an error or a problem is made, and all strings of the source."""
    codes: set[str] = set()
    strings: set[str] = set()
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                codes |= _code(node)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                strings.add(node.value)
    return codes, strings


def _code(call: ast.Call) -> set[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    given = call.args[:1] if name in RAISED else []
    given += [k.value for k in call.keywords if k.arg == "code" and name in (*RAISED, "Problem")]
    constants = (node for one in given for node in ast.walk(one) if isinstance(node, ast.Constant))
    return {node.value for node in constants if isinstance(node.value, str)}


def tables() -> str:
    """The tables of the database: what each holds, and what its columns mean where their names do not say it."""
    from hearsay.store.tables import metadata

    rows = [
        f"| `{table.name}` | {table.comment} | {', '.join(map(_column, table.columns))} |"
        for table in metadata.tables.values()
    ]
    return "\n".join(["| table | what it holds | columns |", "|---|---|---|", *rows])


def _column(column: Column[Any]) -> str:
    return f"`{column.name}`" + (f" ({column.comment})" if column.comment else "")
