"""Incidents as a geographic information system reads them: with OWSLib, over a socket, as QGIS would ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from owslib.ogcapi.features import Features
from tests.browser.conftest import served


@pytest.fixture(scope="module")
def service(demo: Path) -> Iterator[Features]:
    with served(demo) as base:
        yield Features(f"{base}/api/")


def test_the_service_says_what_it_is(service: Features) -> None:
    assert service.feature_collections() == ["incidents"]
    assert any(url.endswith("/conf/geojson") for url in service.conformance()["conformsTo"])
    assert service.api()["openapi"].startswith("3.")
    assert service.collection("incidents")["itemType"] == "feature"


def test_its_pages_hold_every_incident(service: Features) -> None:
    first = service.collection_items("incidents", limit=10)
    everything = service.collection_items("incidents", limit=1000)
    assert first["numberReturned"] == len(first["features"]) == 10
    assert len({one["id"] for one in everything["features"]}) == everything["numberMatched"] == first["numberMatched"]


def test_a_box_and_a_time_narrow(service: Features) -> None:
    found = service.collection_items("incidents", bbox=[30, 10, 40, 20], datetime_="2024-01-01/..")
    assert found["features"]
    for one in found["features"]:
        lon, lat = one["geometry"]["coordinates"]
        assert 30 <= lon <= 40
        assert 10 <= lat <= 20
        again = service.collection_item("incidents", one["id"])
        assert again["properties"] == one["properties"]
