"""The grade: who corroborates whom, and how credible that makes the incident."""

from __future__ import annotations

import pytest
from tests.builders import claim
from tests.incidents.told import ARMY, CIVILIANS, COMMAND, MEDICS, MONITOR, REBEL_OFFICE, REBELS, incident, report

from hearsay.records import Claim, Speaker

FIGHT = {"actors": (ARMY,), "recipients": (REBELS,)}
RAID = {"actors": (ARMY,), "recipients": (CIVILIANS,)}


def by(origin: Speaker | None, **fields: object) -> Claim:
    return claim(origin=origin, **{**RAID, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claims", "corroboration", "credibility"),
    [
        ([by(None)], "single", 6),
        ([by(COMMAND)], "single", 4),
        ([by(MONITOR)], "single", 3),
        ([by(MEDICS)], "single", 4),
        ([by(MONITOR), by(MONITOR)], "one_origin", 3),
        ([by(MONITOR), by(MEDICS)], "several_origins", 1),
        ([by(MONITOR), by(COMMAND)], "several_origins", 2),
        ([by(COMMAND, **FIGHT), by(REBEL_OFFICE, **FIGHT)], "opposing_parties", 2),
        ([by(MONITOR), by(COMMAND, status="denied")], "disputed", 3),
    ],
)
def test_the_grade(claims: list[Claim], corroboration: str, credibility: int) -> None:
    grade = incident([report(c, outlet=f"Outlet {n}") for n, c in enumerate(claims)]).grade
    assert (grade.corroboration, grade.credibility) == (corroboration, credibility)
    assert grade.reason.endswith(".")
