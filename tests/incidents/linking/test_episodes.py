"""A total over a week holds the week's events and is none of them."""

from __future__ import annotations

from tests.builders import claim, count, day, party, place

from hearsay.incidents.linking import contents, link, profile
from hearsay.incidents.records import Report, Source
from hearsay.records import Claim

IDLIB = place("Idlib", 35.93, 36.63, precision=4).model_copy(update={"radius_km": 50.0})
BINNISH = place("Binnish", 35.957, 36.714)
HOMS = place("Homs", 34.731, 36.710)
ARMY = party("the army", "state_forces", id="actor:syrian-arab-army", name="Syrian Arab Army", country="SYR")
TURKEY = party(
    "Turkish forces", "external_forces", id="actor:turkish-armed-forces", name="Turkish Forces", country="TUR"
)


def report(id_: str, told: Claim) -> Report:
    return Report(id=id_, source=Source(article=id_, key=id_, version="1"), claims=(told,), passages=("",))


def test_the_weeks_total_holds_what_lies_inside_it() -> None:
    week = claim(
        count(30, scope="period_total"), place=IDLIB, actors=(ARMY,), time=day("2019-11-11", "2019-11-17", precision=3)
    )
    reports = [
        report("week", week),
        report("inside", claim(count(9), place=BINNISH, actors=(ARMY,), time=day("2019-11-17"))),
        report("unnamed", claim(count(2), place=BINNISH, time=day("2019-11-12"))),
        report("later", claim(count(9), place=BINNISH, actors=(ARMY,), time=day("2019-11-19"))),
        report("elsewhere", claim(count(9), place=HOMS, actors=(ARMY,), time=day("2019-11-17"))),
        report("others", claim(count(60), place=BINNISH, actors=(TURKEY,), time=day("2019-11-17"))),
        report("planned", claim(status="planned", place=BINNISH, actors=(ARMY,), time=day("2019-11-17"))),
    ]
    profiles = {r.id: profile(r) for r in reports}
    groups = link(profiles.values()).groups
    assert ("week",) in groups
    assert contents(groups, profiles) == {("week",): (("inside",), ("unnamed",))}
