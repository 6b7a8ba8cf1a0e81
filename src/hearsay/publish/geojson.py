"""GeoJSON (RFC 7946): one feature for each claim; a claim without coordinates has a null geometry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hearsay.publish.jsonl import to_json
from hearsay.publish.redact import redact
from hearsay.publish.rows import claim_row
from hearsay.records import Claim, Coding


def geojson(codings: Iterable[Coding], *, names: bool = False) -> Iterator[str]:
    """A FeatureCollection, written feature by feature. Properties are the columns of the CSV."""
    yield '{"type":"FeatureCollection","features":['
    between = "\n"
    for coding in codings:
        shown = redact(coding, names=names)
        for claim in shown.claims:
            yield between + to_json(_feature(shown, claim))
            between = ",\n"
    yield "\n]}\n"


def _feature(coding: Coding, claim: Claim) -> dict[str, object]:
    place = claim.place
    point = None
    if place is not None and place.lat is not None and place.lon is not None:
        point = {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {"type": "Feature", "id": claim.id, "geometry": point, "properties": claim_row(coding, claim)}
