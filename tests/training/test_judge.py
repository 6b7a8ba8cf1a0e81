"""A coding beside a hand-written one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hearsay.records import Acled, Coding
from hearsay.training.annotated import Annotated
from hearsay.training.check import load
from hearsay.training.judge import compare, is_right, judge

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


def test_a_figure_may_stand_with_another_claim_of_its_incident(report: Annotated) -> None:
    """An attack and its toll may be two clauses; a figure where none is written is one too many."""
    first, second = report.coding.claims
    moved = second.model_copy(update={"counts": first.counts})
    bare = first.model_copy(update={"counts": ()})
    have = Coding(article=report.coding.article, claims=(bare, moved), coder=report.coding.coder)
    together = replace(report, incidents=(("all", (0, 1)),))
    assert [one.right["counts"] for one in judge(report, have)] == [False, False]
    assert [one.right["counts"] for one in judge(together, have)] == [True, False]


def test_what_a_figure_leaves_unsaid_is_not_judged(report: Annotated) -> None:
    first, _ = report.coding.claims
    (exact,) = first.counts
    about = first.model_copy(
        update={"counts": (exact.model_copy(update={"low": None, "high": None, "best": 60.0, "approximate": True}),)}
    )
    near = first.model_copy(update={"counts": (exact.model_copy(update={"best": 61.0}),)})
    far = first.model_copy(update={"counts": (exact.model_copy(update={"best": 70.0}),)})
    open_ = first.model_copy(update={"counts": (exact.model_copy(update={"high": None}),)})
    assert compare(about, near)["counts"]
    assert not compare(about, far)["counts"]
    assert not compare(open_, first)["counts"]


def test_the_sides_of_an_armed_clash_may_be_turned(report: Annotated) -> None:
    first, _ = report.coding.claims
    turned = first.model_copy(update={"actors": first.recipients, "recipients": first.actors})
    acled = Acled(event_type="Battles", sub_event_type="Armed clash")
    clash = first.model_copy(update={"event": first.event.model_copy(update={"acled": acled})})
    assert not compare(first, turned)["actors"]
    assert compare(clash, turned)["actors"]
    assert compare(clash, turned)["recipients"]
