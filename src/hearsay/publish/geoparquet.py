"""GeoParquet 1.1: the incidents with their points, for GIS and columnar tools. Needs ``hearsay[export]``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import IO, Any

import shapely

from hearsay.publish.about import about
from hearsay.publish.columns import Row, Type, Value
from hearsay.publish.extras import needed
from hearsay.publish.files import pieces_of
from hearsay.publish.incident_rows import COLUMNS, incident_rows
from hearsay.publish.jsonl import to_json
from hearsay.publish.publication import Publication

_GEOMETRY = "geometry"
_ROWS_AT_ONCE = 50_000
# Without "crs", coordinates are OGC:CRS84: longitude and latitude, WGS 84 (GeoParquet 1.1).
_GEO = {
    "version": "1.1.0",
    "primary_column": _GEOMETRY,
    "columns": {_GEOMETRY: {"encoding": "WKB", "geometry_types": ["Point"]}},
}


def geoparquet(shown: Publication) -> Iterator[bytes]:
    """The columns of ``incidents.csv`` and ``geometry``, null where no place was found."""
    arrow, parquet = needed("pyarrow", "GeoParquet"), needed("pyarrow.parquet", "GeoParquet")
    return pieces_of(lambda file: _write(arrow, parquet, file, shown))


def _write(arrow: Any, parquet: Any, file: IO[bytes], shown: Publication) -> None:
    types: dict[Type, Any] = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "date": arrow.date32(),
        "boolean": arrow.bool_(),
    }
    fields = [arrow.field(column.name, types[column.type], metadata={"meaning": column.meaning}) for column in COLUMNS]
    said = {"geo": to_json(_GEO), "hearsay": to_json(about(shown))}
    schema = arrow.schema([*fields, arrow.field(_GEOMETRY, arrow.binary())], metadata=said)
    rows = incident_rows(shown)
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        while some := list(islice(rows, _ROWS_AT_ONCE)):
            columns: dict[str, list[Any]] = {c.name: [_cell(row[c.name], c.type) for row in some] for c in COLUMNS}
            columns[_GEOMETRY] = [_point(row) for row in some]
            writer.write_table(arrow.table(columns, schema=schema))


def _cell(value: Value, type_: Type) -> Value | date:
    return date.fromisoformat(value) if type_ == "date" and isinstance(value, str) else value


def _point(row: Row) -> bytes | None:
    lat, lon = row["lat"], row["lon"]
    return shapely.to_wkb(shapely.Point(lon, lat)) if isinstance(lat, float) and isinstance(lon, float) else None
