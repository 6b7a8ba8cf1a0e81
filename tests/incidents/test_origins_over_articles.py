"""Origins over many articles: agencies, anonymous sources, reprints and quoted outlets add no voice."""

from __future__ import annotations

from tests.builders import claim, count, speaker
from tests.incidents.told import ARMY, COMMAND, MEDICS, MONITOR, REBEL_OFFICE, REBELS, incident, passed_on, report

from hearsay.incidents.records import Report
from hearsay.records import Speaker

SOURCE = speaker("a military source", kind="military", anonymous=True)


def names(*reports: Report) -> list[str]:
    return [origin.name for origin in incident(reports).origins]


def test_one_statement_through_five_agencies_is_one_origin() -> None:
    reports = [report(claim(count(4), origin=COMMAND), outlet=f"Agency {n}") for n in range(5)]
    (origin,) = incident(reports).origins
    assert origin.outlets == tuple(f"Agency {n}" for n in range(5))
    assert len(origin.claims) == 5


def test_an_anonymous_source_is_told_apart_by_who_heard_it() -> None:
    heard = report(claim(origin=SOURCE), outlet="Sputnik")
    quoted = report(passed_on(claim(origin=SOURCE), "Sputnik", by="Halyard Press"), outlet="Halyard Press")
    other = report(claim(origin=SOURCE), outlet="Barada News Agency")
    assert names(heard, quoted) == ["a military source"]
    assert names(heard, quoted, other) == ["a military source", "a military source"]


def test_a_reprint_adds_no_origin() -> None:
    first = report(claim(origin=MEDICS), outlet="Halyard Press")
    copy = report(claim(origin=MEDICS), outlet="Delta Daily", published="2019-11-18", reprint_of="Halyard Press")
    own = report(claim(origin=MEDICS), outlet="Delta Daily", published="2019-11-18")
    assert names(copy, first) == ["medics"]
    assert names(own, first) == ["medics", "medics"]


def test_a_reprint_of_an_unknown_article_is_told_apart_by_that_article() -> None:
    copies = [report(claim(origin=MEDICS), outlet=name, reprint_of="gone") for name in ("Delta Daily", "Hill Post")]
    assert names(*copies) == ["medics"]


def test_a_reprint_of_itself_does_not_go_round_for_ever() -> None:
    one = report(claim(origin=MEDICS), outlet="A", reprint_of="B")
    other = report(claim(origin=MEDICS), outlet="B", reprint_of="A")
    assert len(names(one, other)) in (1, 2)


def test_an_agencys_wire_is_one_house_in_every_paper() -> None:
    papers = [report(claim(), outlet=name, agency="Halyard Press") for name in ("Delta Daily", "Hill Post")]
    assert len(names(*papers)) == 1


def test_own_voices_count_only_where_nobody_is_quoted() -> None:
    bare, sourced = report(claim(), outlet="Delta Daily"), report(claim(origin=MONITOR), outlet="Hill Post")
    assert names(bare) == ["Delta Daily"]
    assert names(bare, report(claim(), outlet="Hill Post")) == ["Delta Daily", "Hill Post"]
    assert names(bare, sourced) == ["Northern Harm Watch"]


def test_a_quoted_outlet_gives_way_to_whom_it_quoted() -> None:
    quoted = report(claim(count(7), origin=speaker("Sputnik", name="Sputnik", kind="agency")), outlet="Hill Post")
    itself = report(claim(count(7), origin=COMMAND), outlet="Sputnik")
    assert names(quoted) == ["Sputnik"]
    assert names(quoted, itself) == ["the army command"]


def test_a_monitor_that_publishes_its_own_count_is_one_origin_with_itself_where_it_is_quoted() -> None:
    """Nor is its count the word of the medics whom it quotes for the wounded."""
    own = report(claim(count(9), id="own"), claim(origin=MEDICS, id="medics"), outlet="Northern Harm Watch")
    quoted = report(claim(count(9), origin=MONITOR, id="quoted"), outlet="Halyard Press", published="2019-11-18")
    found = {origin.name: set(origin.claims) for origin in incident([own, quoted]).origins}
    assert {"own", "quoted"} in found.values()
    assert found["medics"] == {"medics"}


def test_a_short_name_is_the_longer_one_where_there_is_no_other() -> None:
    short = speaker("the health ministry", kind="official")
    gaza = Speaker(text="Gaza's ministry of health", span=(0, 25), kind="official", country="PSE")
    israel = Speaker(text="Israel's health ministry", span=(0, 24), kind="official", country="ISR")
    told = [report(claim(origin=s), outlet=str(n)) for n, s in enumerate((short, gaza, israel))]
    assert len(names(*told[:2])) == 1
    assert len(names(*told)) == 3


def test_each_origin_stands_on_its_side_or_on_none() -> None:
    fight = claim(actors=(ARMY,), recipients=(REBELS,), origin=COMMAND)
    reply = claim(actors=(REBELS,), recipients=(ARMY,), origin=REBEL_OFFICE)
    watch = claim(actors=(ARMY,), recipients=(REBELS,), origin=MONITOR)
    origins = incident([report(fight, reply, watch, outlet="Halyard Press")]).origins
    assert [o.party for o in origins] == ["Syrian Arab Army", "Ahrar al-Sham", None]


def test_the_order_of_reports_does_not_matter() -> None:
    reports = [
        report(claim(count(4), origin=COMMAND), outlet="A", published="2019-11-18"),
        report(claim(count(5), origin=MEDICS), outlet="B", published="2019-11-17"),
        report(claim(count(6)), outlet="C", published=None),
    ]
    assert incident(reports) == incident(reports[::-1])
    assert incident(reports).origins[0].name == "medics"
    assert (incident(reports).first_reported, incident(reports).last_reported) == ("2019-11-17", "2019-11-18")
