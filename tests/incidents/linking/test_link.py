"""The partition: what links, what never may, and that neither order nor portions matter."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import claim, count, day, party, place, speaker

from hearsay.incidents.linking import Linkage, Profile, extend, link, profile, score
from hearsay.incidents.linking.weights import shipped
from hearsay.incidents.records import Report, Source
from hearsay.records import Claim

BINNISH = place("Binnish", 35.957, 36.714)
SARMIN = place("Sarmin", 35.903, 36.726)
HOMS = place("Homs", 34.731, 36.710)
ARMY = party("government forces", "state_forces", id="actor:syrian-arab-army", name="Syrian Arab Army", country="SYR")


def report(id_: str, *claims: Claim, article: str | None = None, words: str = "") -> Report:
    return Report(
        id=id_,
        source=Source(article=article or id_, key=article or id_, version="1", outlet="Meridian Wire"),
        claims=claims,
        passages=tuple(words for _ in claims),
    )


def raid(id_: str, *, killed: float | None = 9, when: str = "2019-11-17", **fields: Any) -> Report:
    counts = () if killed is None else (count(killed),)
    plain: dict[str, Any] = {
        "mode": "aerial",
        "place": BINNISH,
        "time": day(when),
        "recipients": (party("people", "civilians"),),
    }
    return report(id_, claim(*counts, **(plain | fields)))


def groups(*reports: Report) -> tuple[tuple[str, ...], ...]:
    return link(profile(r) for r in reports).groups


def test_two_reports_of_one_raid_are_one_incident() -> None:
    assert groups(raid("a"), raid("b", killed=11, actors=(ARMY,))) == (("a", "b"),)


def test_neighbouring_towns_on_one_day_stay_apart() -> None:
    assert groups(raid("a"), raid("b", killed=3, place=SARMIN)) == (("a",), ("b",))


@pytest.mark.parametrize("name", ["Binnish", "Binesh"])
def test_one_name_found_at_two_points_of_the_map_is_one_place(name: str) -> None:
    """A village that two desks, or two gazetteers, put some kilometres apart; not its neighbour of another name."""
    there: dict[str, Any] = {"lat": 36.06, "lon": 36.714, "id": "geonames:2"}
    assert groups(raid("a"), raid("b", place=place(name, **there))) == (("a", "b"),)
    assert groups(raid("a"), raid("b", place=place("Taftanaz", **there))) == (("a",), ("b",))


def test_a_report_without_a_day_is_of_the_day_before_it_rather_than_of_an_earlier_one() -> None:
    undated = raid("m", time=day(None, "2019-11-19", basis="publication", precision=5))
    early, late = raid("a", when="2019-11-17"), raid("b", when="2019-11-18")
    assert groups(early, undated, late) == (("a",), ("b", "m"))


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"when": "2019-11-18"}, "another day"),
        ({"place": HOMS}, "another place"),
        ({"status": "planned", "killed": None}, "one is planned, threatened or hypothetical"),
        ({"kind": "PROTEST", "mode": None}, "another kind of event"),
        ({"place": place("Binnish", country="IRQ")}, None),
    ],
)
def test_what_may_never_be_one_happening(fields: dict[str, Any], reason: str | None) -> None:
    one, other = raid("a", place=BINNISH.model_copy(update={"country": "SYR"})), raid("b", **fields)
    pair = score(profile(one), profile(other))
    assert pair.barred == (reason or "another country")
    assert groups(one, other) == (("a",), ("b",))


def test_a_total_over_a_week_is_never_one_days_event() -> None:
    week = report("w", claim(count(9, scope="period_total"), mode="aerial", place=BINNISH, time=day("2019-11-17")))
    assert score(profile(raid("a")), profile(week)).barred == "one is a total over a period"


def test_one_article_tells_its_happenings_apart() -> None:
    one, other = report("a", *raid("a").claims, article="x"), report("b", *raid("b").claims, article="x")
    assert groups(one, other) == (("a",), ("b",))


def test_a_bridge_does_not_bring_barred_reports_together() -> None:
    """A report without a day of its own fits either of two days; the two days stay apart."""
    undated = raid("m", time=day(None, "2019-11-18", basis="publication", precision=5))
    found = groups(raid("a", when="2019-11-17"), undated, raid("b", when="2019-11-18"))
    assert {len(g) for g in found} == {1, 2}
    assert not any({"a", "b"} <= set(g) for g in found)


def test_a_pair_says_what_each_field_weighs() -> None:
    pair = score(profile(raid("b")), profile(raid("a", killed=40)))
    assert (pair.a, pair.b) == ("a", "b")
    assert {(p.field, p.level) for p in pair.parts} >= {("date", "same day"), ("killed", "far apart")}
    assert pair.weight == pytest.approx(shipped().prior + sum(p.weight for p in pair.parts))


MONITOR = speaker("the Orontes Monitor", name="Orontes Monitor", kind="monitor")


@pytest.mark.parametrize(
    ("first", "second", "level"),
    [
        ({}, {}, "same figure, five or more"),
        ({"killed": 2}, {"killed": 2}, "same small figure"),
        ({}, {"killed": 11}, "another figure"),
        ({}, {"killed": None}, "no figure"),
        ({}, {"origin": speaker("rescue workers of Binnish", kind="medic")}, None),
        ({"origin": None}, {"origin": None}, None),
    ],
)
def test_what_one_origin_tells_two_articles(first: dict[str, Any], second: dict[str, Any], level: str | None) -> None:
    """An outlet's own voice is no origin, and an unnamed source of one outlet is not another's."""
    one, other = (profile(raid(id_, **({"origin": MONITOR} | told))) for id_, told in (("a", first), ("b", second)))
    found = {part.field: part.level for part in score(one, other).parts}
    assert found.get("origin") == level


TOWNS = (BINNISH, SARMIN, place("Bennish"), place("Idlib", 35.93, 36.63, radius_km=40.0, precision=4), None)
DAYS = (
    day("2019-11-17"), day("2019-11-18"), day("2019-11-16", "2019-11-17", precision=2),
    day(None, "2019-11-18", basis="publication", precision=5),
)  # fmt: skip


@st.composite
def report_lists(draw: st.DrawFn) -> list[Report]:
    """Reports of a few days around one town: many that fit each other more or less."""
    out = []
    for number in range(draw(st.integers(2, 14))):
        fields: dict[str, Any] = {
            "place": draw(st.sampled_from(TOWNS)),
            "time": draw(st.sampled_from(DAYS)),
            "mode": draw(st.sampled_from(["aerial", "heavy-weapons", None])),
            "actors": draw(st.sampled_from([(), (ARMY,)])),
            "killed": draw(st.sampled_from([None, 1, 9, 11])),
        }
        made = raid(f"r{number:02}", **fields)
        out.append(report(made.id, *made.claims, article=draw(st.sampled_from(["x", made.id, made.id]))))
    return out


@settings(max_examples=150, deadline=None)
@given(report_lists(), st.data())
def test_neither_order_nor_portions_change_the_partition(reports: list[Report], data: st.DataObject) -> None:
    whole = link(profile(r) for r in reports)
    left = list(data.draw(st.permutations(reports)))
    linkage = Linkage()
    known: dict[str, Profile] = {}
    while left:
        portion = left[: data.draw(st.integers(1, len(left)))]
        left = left[len(portion) :]
        new = [profile(r) for r in portion]
        linkage = extend(linkage, known, new)
        known.update((p.id, p) for p in new)
    assert linkage == whole
    assert sorted(id_ for group in whole.groups for id_ in group) == sorted(r.id for r in reports)


@settings(max_examples=100, deadline=None)
@given(report_lists())
def test_no_incident_holds_two_barred_reports(reports: list[Report]) -> None:
    profiles = {r.id: profile(r) for r in reports}
    for group in link(profiles.values()).groups:
        assert all(score(profiles[a], profiles[b]).barred is None for a in group for b in group if a < b)
