"""Every export format by its name, with what writes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hearsay.actors import Registry
from hearsay.publish.about import about
from hearsay.publish.acled import COLUMNS as ACLED
from hearsay.publish.acled import acled_rows
from hearsay.publish.csv import table_csv
from hearsay.publish.datapackage import datapackage
from hearsay.publish.ged import COLUMNS as GED
from hearsay.publish.ged import Ids, ged_rows
from hearsay.publish.geojson import collection
from hearsay.publish.geoparquet import geoparquet
from hearsay.publish.hxl import hxl
from hearsay.publish.incident_rows import incident_rows
from hearsay.publish.jsonl import records_jsonl
from hearsay.publish.plover import plover
from hearsay.publish.publication import Publication
from hearsay.publish.tables import TABLES
from hearsay.publish.xlsx import xlsx

LeftOut = Counter[str]
"""Incidents that a layout has no place for, by reason. Filled while the pieces are taken."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way out. ``rule``: the estimate rule that its readers expect, where it is not the database's."""

    means: str
    write: Callable[[Publication, LeftOut], Iterator[str] | Iterator[bytes]]
    rule: str | None = None
    binary: bool = False


def _table(name: str) -> Callable[[Publication, LeftOut], Iterator[str]]:
    table = TABLES[name]
    return lambda shown, _: table_csv(table.columns, table.rows(shown))


def _ids() -> Ids:
    registry = Registry.load()
    return {actor.id: dict(actor.ids) for actor in registry.actors.values()}


FORMATS: dict[str, Format] = {
    "incidents.csv": Format("one row for each incident", _table("incidents")),
    "claims.csv": Format("one row for each claim", _table("claims")),
    "tombstones.csv": Format("incident ids that were merged into others or withdrawn", _table("tombstones")),
    "xlsx": Format("a workbook of all tables with README and columns", lambda shown, _: xlsx(shown), binary=True),
    "jsonl": Format("whole records, one a line", lambda shown, _: records_jsonl(shown)),
    "geojson": Format(
        "incidents as points, with the columns of incidents.csv",
        lambda shown, _: collection(incident_rows(shown), id_column="incident_id", about=about(shown)),
    ),
    "geoparquet": Format("the same for GIS and columnar tools", lambda shown, _: geoparquet(shown), binary=True),
    "acled-layout": Format(
        "ACLED's 31 columns",
        lambda shown, left_out: table_csv(ACLED, acled_rows(shown, left_out)),
        rule="acled-style",
    ),
    "ged-layout": Format(
        "UCDP GED's 49 columns; events with a death",
        lambda shown, left_out: table_csv(GED, ged_rows(shown, left_out, _ids())),
        rule="ucdp-style",
    ),
    "plover": Format("PLOVER's JSON records", plover),
    "hxl": Format("CSV with HXL hashtags", hxl),
    "datapackage": Format(
        "a Frictionless Data Package (ZIP): all tables, schema, codebook, licences",
        lambda shown, _: datapackage(shown),
        binary=True,
    ),
}
"""In the order in which ``hearsay export --help`` lists them."""
