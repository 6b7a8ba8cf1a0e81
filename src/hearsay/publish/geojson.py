"""GeoJSON (RFC 7946): one feature for each row; a row without coordinates has a null geometry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hearsay.publish.columns import Row, Value
from hearsay.publish.jsonl import to_json
from hearsay.publish.redact import redact
from hearsay.publish.rows import claim_rows, held
from hearsay.records import Coding


def geojson(codings: Iterable[Coding], *, names: bool = False) -> Iterator[str]:
    """The claims of ``codings``; properties are the columns of the CSV."""
    shown = (redact(coding, names=names) for coding in codings)
    rows = (row for coding in shown for row in claim_rows(coding, held(coding.incidents)))
    return collection(rows, id_column="claim_id")


def collection(rows: Iterable[Row], *, id_column: str, about: Mapping[str, object] | None = None) -> Iterator[str]:
    """A FeatureCollection, written feature by feature, with ``about`` as its ``metadata`` (a foreign member)."""
    metadata = f'"metadata":{to_json(about)},' if about else ""
    yield f'{{"type":"FeatureCollection",{metadata}"features":['
    between = "\n"
    for row in rows:
        yield between + to_json(_feature(row, row[id_column]))
        between = ",\n"
    yield "\n]}\n"


def _feature(row: Row, identity: Value) -> dict[str, object]:
    point = None
    if row["lat"] is not None and row["lon"] is not None:
        point = {"type": "Point", "coordinates": [row["lon"], row["lat"]]}
    return {"type": "Feature", "id": identity, "geometry": point, "properties": row}
