"""A coding beside a hand-written one."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.records import Coding
from hearsay.training.annotated import Annotated
from hearsay.training.check import load
from hearsay.training.judge import is_right, judge

REPORT = """outlet: Orland Wire
voice: wire, Orland

=== 1 | 2021-03-09 | Orland | Shelling in Velm
Rebels shelled Velm on Monday, killing four civilians, a medic said. Police arrested a teacher.
---
places: Velm
said: a medic | said | Rebels shelled Velm on Monday, killing four civilians
claim: Rebels shelled Velm on Monday, killing four civilians
event: ASSAULT heavy-weapons | Shelling/artillery/missile attack | occurred | shelled
actor: Rebels | rebel_group
recipient: civilians | civilians
place: Velm | UKR
time: on Monday | 2021-03-08 | relative
count: four civilians | killed 4 | r0
by: a medic | medic anonymous | cue said
incident: shelling
claim: Police arrested a teacher
event: COERCE arrest | Arrests | occurred | arrested
actor: Police | state_forces
recipient: teacher | civilians
incident: arrest
"""


@pytest.fixture
def report(tmp_path: Path) -> Annotated:
    (tmp_path / "orland-wire.reports").write_text(REPORT, encoding="utf-8")
    (found,) = load(tmp_path / "orland-wire.reports")
    return found


def test_a_coding_agrees_with_itself(report: Annotated) -> None:
    judged = judge(report, report.coding)
    assert len(judged) == 2
    assert all(is_right(one) and all(one.right.values()) for one in judged)


def test_what_is_missing_and_what_is_too_much_stand_alone(report: Annotated) -> None:
    first, second = report.coding.claims
    apart = second.model_copy(update={"span": (0, 6), "id": "other"})
    judged = judge(report, Coding(article=report.coding.article, claims=(first, apart), coder=report.coding.coder))
    assert [(one.gold is None, one.have is None) for one in judged] == [(False, False), (False, True), (True, False)]
    assert [is_right(one) for one in judged] == [True, False, False]


def test_fields_are_judged_apart(report: Annotated) -> None:
    first, second = report.coding.claims
    turned = first.model_copy(update={"actors": first.recipients, "status": "planned", "counts": ()})
    judged = judge(report, Coding(article=report.coding.article, claims=(turned, second), coder=report.coding.coder))
    wrong = {name for name, right in judged[0].right.items() if not right}
    assert wrong == {"actors", "status", "counts"}


def test_where_analysts_differ_nothing_is_judged(report: Annotated) -> None:
    spare = report.coding.claims[1].model_copy(update={"span": (0, 6)})
    lenient = Annotated(report.id, report.voice, report.conflict, report.coding, ignored=((0, 3),))
    have = Coding(article=report.coding.article, claims=(spare,), coder=report.coding.coder)
    assert [one.have for one in judge(lenient, have)] == [None, None]
