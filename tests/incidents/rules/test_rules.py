"""The estimate rules on the same claims: who feeds low, best and high, and what is set aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import claim, count, day, more_than
from tests.incidents.told import (
    ARMY,
    CIVILIANS,
    COMMAND,
    MEDICS,
    MONITOR,
    REBEL_OFFICE,
    REBELS,
    incident,
    report,
)

from hearsay.incidents import linked_incident
from hearsay.incidents.records import LinkedIncident, RuleEstimate
from hearsay.incidents.rules import RULES, acled_style, independent_range, ucdp_style
from hearsay.incidents.rules.acled_style import split
from hearsay.records import Claim, Count, Speaker


def said(origin: Speaker | None, *counts: Count, fight: bool = False) -> Claim:
    return claim(*counts, origin=origin, actors=(ARMY,), recipients=(REBELS if fight else CIVILIANS,))


def made(*claims: Claim) -> LinkedIncident:
    return incident([report(c, outlet=f"Outlet {n}") for n, c in enumerate(claims)])


def under(rule: str, *claims: Claim) -> RuleEstimate:
    return next(e for e in made(*claims).estimates if e.rule == rule)


def bounds(estimate: RuleEstimate) -> tuple[float | None, float | None, float | None] | None:
    return None if estimate.killed is None else (estimate.killed.low, estimate.killed.best, estimate.killed.high)


REBEL_DEAD: dict[str, Any] = {"kind": "rebel_group", "party": "recipients[0]"}
FIGHT = (
    said(COMMAND, count(20, **REBEL_DEAD), fight=True),
    said(REBEL_OFFICE, count(3, **REBEL_DEAD), fight=True),
    said(MONITOR, count(8, **REBEL_DEAD), fight=True),
)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("stated", (3, 8, 20)),
        ("independent-range", (3, 8, 20)),
        ("ucdp-style", (8, 8, 8)),
        ("acled-style", (8, 8, 8)),
    ],
)
def test_one_fight_under_each_rule(rule: str, expected: tuple[float, float, float]) -> None:
    assert bounds(under(rule, *FIGHT)) == expected


def test_without_an_independent_voice_there_is_no_best() -> None:
    assert bounds(under("independent-range", *FIGHT[:2])) == (3, None, 20)


def test_an_enemy_alone_gives_only_a_high() -> None:
    assert bounds(under("independent-range", FIGHT[0])) == (None, None, 20)


def test_two_voices_of_one_party_are_one_vote() -> None:
    police = COMMAND.model_copy(update={"affiliation": "actor:syrian-police", "text": "police"})
    claims = [said(MONITOR, count(9)), said(MEDICS, count(9)), said(COMMAND, count(2)), said(police, count(2))]
    assert bounds(under("independent-range", *claims)) == (2, 9, 9)


def test_independent_origins_vote_and_ties_go_to_the_lowest() -> None:
    assert bounds(under("independent-range", said(MONITOR, count(11)), said(MEDICS, count(9)))) == (9, 9, 11)


def test_fighters_that_only_their_enemy_calls_so_are_unknown() -> None:
    claims = (said(COMMAND, count(20, kind="rebel_group")), said(MONITOR, count(9, kind="civilians")))
    killed = under("independent-range", *claims).killed
    assert killed is not None
    assert set(killed.by_kind) == {"civilians"}
    assert any("rebel_group" in note for note in under("independent-range", *claims).notes)


def test_a_party_adds_its_own_dead_to_those_of_its_enemy() -> None:
    own = count(2, kind="state_forces", party="actors[0]")
    both = said(COMMAND, own, count(20, **REBEL_DEAD), fight=True)
    assert bounds(under("independent-range", both)) == (2, None, 22)


def test_an_open_figure_stays_open() -> None:
    assert bounds(under("independent-range", said(MONITOR, more_than(16)))) == (16, 16, None)


@pytest.mark.parametrize(("word", "acled", "ucdp"), [("dozens", 12, 12), ("hundreds", 100, 100), ("several", 3, 2)])
def test_vague_words_have_each_recorders_value(word: str, acled: float, ucdp: float) -> None:
    vague = Count(text=word, span=(0, len(word)), measure="killed", low=24, best=24, vague=True)
    assert bounds(under("acled-style", said(MONITOR, vague))) == (acled, acled, acled)
    assert bounds(under("ucdp-style", said(MONITOR, vague))) == (ucdp, ucdp, None)
    assert any(word in note for note in under("acled-style", said(MONITOR, vague)).notes)


def test_acled_writes_one_number_and_no_injuries() -> None:
    estimate = under("acled-style", said(MONITOR, count(9), count(30, "injured")), said(MEDICS, count(11)))
    assert bounds(estimate) == (9, 9, 9)
    assert estimate.injured is None


def test_a_total_over_days_is_split_and_flagged() -> None:
    total = claim(count(13, scope="period_total"), origin=MONITOR, time=day("2019-11-11", "2019-11-13", precision=2))
    # The total of a period is no toll of an event under ``stated``.
    assert made(total).incident.killed is None
    assert split(13, 3) == (5, 4, 4)


def test_contested_responsibility_bounds_the_belligerent_and_not_the_incident() -> None:
    denial = claim(status="denied", origin=COMMAND, actors=(ARMY,), recipients=(CIVILIANS,))
    estimate = under("stated", said(MONITOR, count(9)), denial)
    assert bounds(estimate) == (9, 9, 9)
    attributed = estimate.attributed["Syrian Arab Army"]
    assert (attributed.low, attributed.high) == (0, 9)
    assert under("stated", said(MONITOR, count(9))).attributed == {}


def test_the_rule_asked_for_makes_the_incidents_toll() -> None:
    told = incident([report(c, outlet=str(n)) for n, c in enumerate(FIGHT)], rule="independent-range")
    assert told.incident.rule == "independent-range"
    assert told.incident.killed == told.estimates[0].killed
    assert {e.rule for e in told.estimates} == set(RULES)


def test_no_figure_no_toll() -> None:
    assert all(e.killed is None and e.injured is None for e in made(said(MONITOR)).estimates)


@st.composite
def claim_lists(draw: st.DrawFn) -> Sequence[Claim]:
    out = []
    for number in range(draw(st.integers(1, 6))):
        origin = draw(st.sampled_from([None, COMMAND, REBEL_OFFICE, MONITOR, MEDICS]))
        figure = draw(st.integers(0, 30))
        of: dict[str, Any] = draw(st.sampled_from([{}, REBEL_DEAD, {"kind": "civilians"}]))
        some = draw(st.sampled_from([(), (count(figure, **of),), (more_than(figure, **of),)]))
        out.append(said(origin, *some, fight=draw(st.booleans())).model_copy(update={"id": f"c{number}"}))
    return out


@settings(max_examples=120, deadline=None)
@given(claim_lists(), st.randoms())
def test_every_estimate_recomputes_from_its_claims_in_any_order(claims: Sequence[Claim], random: object) -> None:
    reports = [report(c, outlet=f"Outlet {n}") for n, c in enumerate(claims)]
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first, again = linked_incident("i", reports), linked_incident("i", shuffled)
    assert first.estimates == again.estimates
    ids = {c.id for c in claims}
    for estimate in first.estimates:
        assert {id_ for figure in estimate.inputs for id_ in figure.claims} <= ids
        for toll in (estimate.killed, estimate.injured):
            if toll is not None and toll.low is not None:
                assert toll.best is None or toll.low <= toll.best
                assert toll.high is None or toll.high >= (toll.best or toll.low)


@settings(max_examples=100, deadline=None)
@given(claim_lists())
def test_the_recorders_rules_recompute_from_their_inputs_alone(claims: Sequence[Claim]) -> None:
    combines = {
        "independent-range": independent_range.combine,
        "ucdp-style": ucdp_style.combine,
        "acled-style": acled_style.combine,
    }
    for estimate in made(*claims).estimates:
        if estimate.rule == "stated":
            continue
        found = combines[estimate.rule]([f for f in estimate.inputs if f.measure == "killed"])
        assert (None if found is None else (found.low, found.best, found.high)) == bounds(estimate)
