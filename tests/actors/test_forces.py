from __future__ import annotations

import pytest

from hearsay.actors import Registry, branch_of, state_force
from hearsay.actors.forces import is_at_home


@pytest.mark.parametrize(
    ("words", "branch"),
    [
        ("soldiers", "forces"),
        ("army units", "army"),
        ("army warplanes", "army"),
        ("warplanes", "air"),
        ("fighter jets", "air"),
        ("air forces", "air"),
        ("aircraft", "forces"),
        ("drones", "forces"),
        ("gunboats", "navy"),
        ("riot police", "police"),
        ("policemen", "police"),
        ("border guards", "border"),
        ("gendarmes", "gendarmerie"),
        ("farmers", None),
        ("", None),
    ],
)
def test_branch_of(words: str, branch: str | None) -> None:
    assert branch_of(words) == branch


@pytest.mark.parametrize(
    ("country", "branch", "year", "name"),
    [
        ("SYR", "army", 2018, "Syrian Arab Army"),
        ("SYR", "forces", 2018, "Syrian Arab Army"),
        ("SYR", "forces", 2025, "Military Forces of Syria (2024-)"),
        ("SYR", "air", 2018, "Syrian Air Force"),
        ("RUS", "forces", 2023, "Russian Armed Forces"),
        ("RUS", "army", 2023, "Russian Armed Forces"),
        ("RUS", "air", 2023, "Russian Air Force"),
        ("ISR", "forces", None, "Israel Defense Forces"),
        ("ISR", "border", None, "Israel Border Police"),
        ("UKR", "forces", 2023, "Armed Forces of Ukraine"),
        ("SDN", "army", 2024, "Sudanese Armed Forces"),
        ("AFG", "army", 2018, "Afghan National Army"),
        ("AFG", "army", 2023, "Military Forces of Afghanistan (2021-)"),
        ("IND", "police", 2010, "Indian Police"),
        ("SLV", "air", 1989, "Salvadoran Air Force"),
        ("BEN", "army", 2023, "Benin Armed Forces"),
        ("LUX", "army", 2023, "Military Forces of Luxembourg"),
        ("LUX", "police", 2023, "Police Forces of Luxembourg"),
        ("LUX", "air", 2023, "Air Force of Luxembourg"),
    ],
)
def test_state_force(country: str, branch: str, year: int | None, name: str) -> None:
    assert state_force(country, branch, Registry.load(), year).name == name


def test_an_unlisted_force_has_no_entry() -> None:
    assert state_force("LUX", "army", Registry.load()).actor is None


def test_long_held_territory_counts_as_home() -> None:
    assert is_at_home("ISR", "PSE")
    assert is_at_home("SYR", "SYR")
    assert not is_at_home("RUS", "UKR")
    assert not is_at_home("PSE", "ISR")
