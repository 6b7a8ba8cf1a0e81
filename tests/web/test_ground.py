"""The ground of a small map: names stand where there is room for them, and never over each other."""

from __future__ import annotations

import json
from pathlib import Path

from shapely import box

from hearsay.web.ground import Frame, clear_of, country_names, outline


def names(folder: Path, *countries: tuple[str, float, float, float]) -> Path:
    """A file of country names: name, size, latitude, longitude."""
    features = [
        {"properties": {"name": name, "size": size}, "geometry": {"coordinates": [lon, lat]}}
        for name, size, lat, lon in countries
    ]
    path = folder / "names.geojson"
    path.write_text(json.dumps({"features": features}), encoding="utf-8")
    return path


def test_large_countries_in_the_frame_are_named(tmp_path: Path) -> None:
    path = names(
        tmp_path, ("Syria", 18, 35.0, 38.5), ("Sudan", 150, 16.0, 30.0), ("Malta", 0.03, 36.0, 39.0),
        ("Iraq", 43, 35.05, 38.6), ("Turkey", 80, 39.0, 35.0),
    )  # fmt: skip
    frame = Frame(36, 38, 3.0, 400)
    shown = {name: (x, y) for x, y, name in country_names(frame, path)}
    assert set(shown) == {"Iraq", "Turkey"}  # Syria would lie over Iraq, Malta is too small, Sudan is elsewhere
    assert shown["Turkey"] == frame.pixel(39.0, 35.0)


def test_without_the_file_there_are_none() -> None:
    assert country_names(Frame(36, 38, 3.0, 400), None) == ()


def test_a_region_is_one_path() -> None:
    path = outline(Frame(0.5, 0.5, 1.0, 400), box(0, 0, 1, 1))
    assert path is not None
    assert path.startswith("M")
    assert path.count("Z") == 1
    assert outline(Frame(0.5, 0.5, 1.0, 400), None) is None


def test_a_country_s_name_makes_way_for_a_place_s() -> None:
    countries = [(100.0, 100.0, "Syria"), (100.0, 140.0, "Jordan"), (300.0, 100.0, "Iraq")]
    assert clear_of(countries, [(90.0, 104.0, "Saraqib")]) == ((100.0, 140.0, "Jordan"), (300.0, 100.0, "Iraq"))
    assert clear_of(countries, []) == tuple(countries)
