"""Regions as shapes: where a country pack has the border, on both maps; else the circle stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from shapely import box, to_wkb
from shapely.geometry import shape
from starlette.testclient import TestClient
from tests.web.conftest import explorer, taken_in

from hearsay.places.schema import NewPlace, Writer
from hearsay.web.regions import Regions

TEXT = "Clashes in Idlib province on Sunday killed 7 people, police said."
SQUARE = box(36.0, 35.2, 37.2, 36.4)


def pack(folder: Path) -> None:
    """A pack with one province, a square."""
    with Writer(folder, "wof-sy", {"country": "SYR"}) as writer:
        number = writer.add(NewPlace("wof:1", "Idlib", "admin1", 35.8, 36.6, "SYR", radius_km=60))
        writer.add_area(number, 1, SQUARE.bounds, to_wkb(SQUARE))


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    taken_in(tmp_path / "hearsay.db", str(tmp_path / "report.txt"))
    pack(tmp_path / "data")
    monkeypatch.setenv("HEARSAY_DATA", str(tmp_path / "data"))
    return explorer(tmp_path / "hearsay.db")


def test_the_map_has_the_region_s_shape_instead_of_a_circle(client: TestClient) -> None:
    found = client.get("/map?zoom=6").json()
    (region,) = found["regions"]["features"]
    assert shape(region["geometry"]).equals_exact(SQUARE, 0.01, normalize=True)
    (point,) = found["features"]
    assert point["geometry"]["type"] == "Point"
    assert point["properties"]["radius_km"] is None


def test_the_small_map_has_it_too(client: TestClient) -> None:
    incident = client.get("/map?zoom=6").json()["features"][0]["properties"]["id"]
    page = client.get(f"/incidents/{incident}").text
    assert '<path class="reach"' in page
    assert '<circle class="reach"' not in page


def test_without_a_pack_there_is_the_circle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    taken_in(tmp_path / "hearsay.db", str(tmp_path / "report.txt"))
    monkeypatch.setenv("HEARSAY_DATA", str(tmp_path / "none"))
    found = explorer(tmp_path / "hearsay.db").get("/map?zoom=6").json()
    assert found["regions"]["features"] == []
    assert found["features"][0]["properties"]["radius_km"] > 0


@pytest.mark.parametrize(
    ("name", "lat", "precision", "found"),
    [
        ("Idlib", 35.8, 4, True),
        ("Idlib", 35.8, 1, False),  # the town
        ("Idlib", 35.8, 6, False),
        ("Idlib", 10.0, 4, False),  # another one
        ("Aleppo", 35.8, 4, False),
        (None, 35.8, 4, False),
    ],
)
def test_only_a_region_of_that_name_round_the_point(
    tmp_path: Path, name: str | None, lat: float, precision: int, *, found: bool
) -> None:
    pack(tmp_path)
    assert (Regions(tmp_path).shape(name, lat, 36.6, precision) is not None) == found
