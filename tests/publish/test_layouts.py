"""ACLED's and UCDP's columns, PLOVER and HXL: what is in, what stays out, and that the rows say whose they are."""

from __future__ import annotations

import csv as standard
import io
import json
from collections import Counter
from typing import Any

import pytest
from tests.publish.library import ARMY, REBELS, RESIDENTS, bakery, dataset, happening, linked, on, party, toll, town

from hearsay.publish.acled import COLUMNS as ACLED
from hearsay.publish.acled import acled_rows
from hearsay.publish.columns import Row
from hearsay.publish.ged import COLUMNS as GED
from hearsay.publish.ged import ged_rows
from hearsay.publish.hxl import TAGS, hxl
from hearsay.publish.plover import plover
from hearsay.publish.publication import Publication, publication
from hearsay.records import Coding, Dispute, Estimate, Incident, Point, Relation

IDS = {"actor:syrian-arab-army": {"ucdp": "118"}}


def shown(*incidents: Incident, rule: str | None = None, **fields: Any) -> Publication:
    return publication(dataset(*(linked(one, **fields) for one in incidents)), rule=rule)


def acled(incident: Incident, **fields: Any) -> Row | str:
    """The incident's row, or why there is none."""
    left_out: Counter[str] = Counter()
    rows = list(acled_rows(shown(incident, rule="acled-style", **fields), left_out))
    return rows[0] if rows else next(iter(left_out))


def ged(incident: Incident, **fields: Any) -> Row | str:
    left_out: Counter[str] = Counter()
    rows = list(ged_rows(shown(incident, rule="ucdp-style", **fields), left_out, IDS))
    return rows[0] if rows else next(iter(left_out))


def cells(row: Row | str) -> dict[str, Any]:
    assert not isinstance(row, str), row
    return dict(row)


def test_acled_has_its_31_columns_in_order() -> None:
    names = [column.name for column in ACLED]
    assert len(names) == 31
    assert names[:4] == ["event_id_cnty", "event_date", "year", "time_precision"]
    assert names[-5:] == ["source_scale", "notes", "fatalities", "tags", "timestamp"]
    assert list(cells(acled(happening()))) == names


def test_ged_has_its_49_columns_in_order() -> None:
    names = [column.name for column in GED]
    assert len(names) == 49
    assert names[0] == "id"
    assert names[-2:] == ["gwnoa", "gwnob"]
    assert list(cells(ged(happening()))) == names


def test_a_row_in_acleds_columns() -> None:
    row = cells(acled(happening()))
    wanted = {
        "event_id_cnty": "hearsay-e-i-2",
        "event_date": "2019-11-17",
        "year": 2019,
        "time_precision": 1,
        "disorder_type": "Political violence",
        "sub_event_type": "Shelling/artillery/missile attack",
        "actor1": "Syrian Arab Army",
        "inter1": "State forces",
        "actor2": "Civilians (Syria)",
        "inter2": "Civilians",
        "interaction": "State forces-Civilians",
        "civilian_targeting": "Civilian targeting",
        "iso": 760,
        "region": "Middle East",
        "country": "Syria",
        "location": "Binnish",
        "latitude": 35.9566,
        "geo_precision": 1,
        "fatalities": 9,
        "timestamp": 1574058000,
    }
    assert {name: row[name] for name in wanted} == wanted
    assert row["notes"].startswith("Coded by Hearsay, not by ACLED.")
    assert "by the rule acled-style 1" in row["notes"]
    assert "On the word of: Orontes Rescue Committee." in row["notes"]


@pytest.mark.parametrize("status", ["planned", "threatened", "denied", "hypothetical"])
def test_what_did_not_happen_is_in_no_layout(status: Any) -> None:
    incident = happening(status=status)
    assert acled(incident) == ged(incident) == f"{status}: not said to have happened"
    assert json.loads("".join(plover(shown(incident), Counter()))) == []
    assert len(list(hxl(shown(incident), Counter()))) == 2


def test_attempted_and_thwarted_only_where_acled_has_a_place() -> None:
    def of(sub_event: str, status: Any) -> Row | str:
        kind = happening().event.acled
        assert kind is not None
        event = happening().event.model_copy(update={"acled": kind.model_copy(update={"sub_event_type": sub_event})})
        return acled(happening(status=status, event=event, killed=None))

    assert isinstance(of("Shelling/artillery/missile attack", "attempted"), str)
    assert isinstance(of("Attack", "thwarted"), str)
    assert not isinstance(of("Attack", "attempted"), str)
    assert not isinstance(of("Disrupted weapons use", "thwarted"), str)
    assert not isinstance(of("Disrupted weapons use", "attempted"), str)


LEFT_OUT = [
    ({"event": happening().event.model_copy(update={"acled": None})}, "no event type of ACLED's"),
    ({"place": None}, "no place was found"),
    ({"place": town(lat=None, lon=None)}, "no place was found"),
    ({"place": town(precision=6)}, "the place is known by its country only"),
    ({"time": None}, "the date is not known to the month"),
    ({"time": on("2019-01-01", "2019-12-31", 5)}, "the date is not known to the month"),
    ({"time": on(None, "2019-11-18", 5, basis="relative")}, "the date is not known to the month"),
]


@pytest.mark.parametrize(("fields", "reason"), LEFT_OUT)
def test_what_acled_does_not_code_is_left_out_with_its_reason(fields: dict[str, Any], reason: str) -> None:
    assert acled(happening(**fields)) == reason


def test_a_total_over_days_does_not_stand_beside_its_events() -> None:
    reason = "a total over days, whose events have their own rows"
    assert acled(happening(), contains=("e-other",)) == ged(happening(), contains=("e-other",)) == reason


def test_the_middle_of_a_week_and_the_reports_own_date() -> None:
    week = cells(acled(happening(time=on("2019-11-11", "2019-11-17", 3))))
    assert (week["event_date"], week["time_precision"]) == ("2019-11-14", 2)
    undated = cells(acled(happening(time=on(None, "2019-11-18", 5, basis="publication"))))
    assert (undated["event_date"], undated["time_precision"]) == ("2019-11-18", 2)
    assert "The date is not stated: on or before 2019-11-18." in undated["notes"]


def test_both_layouts_code_the_anchor() -> None:
    beside = town(
        lat=35.9, lon=36.7, precision=2, relation=Relation(kind="distance", bearing=180.0, distance_km=6.0),
        anchor=Point(lat=35.95664, lon=36.71353),
    )  # fmt: skip
    row = cells(ged(happening(place=beside)))
    assert (row["latitude"], row["longitude"], row["where_prec"]) == (35.95664, 36.71353, 2)
    assert row["geom_wkt"] == "POINT (36.71353 35.95664)"
    assert row["where_description"] == "6 km S of Binnish"
    assert cells(acled(happening(place=beside)))["latitude"] == 35.9566


def test_actors_without_names_have_acleds_words() -> None:
    nobody = cells(acled(happening(actors=())))
    assert (nobody["actor1"], nobody["inter1"]) == ("Unidentified Armed Group (Syria)", "Political militia")
    label = party("terrorists", kind="rebel_group", kind_basis="asserted")
    called = cells(acled(happening(actors=(label,))))
    assert (called["actor1"], called["inter1"]) == ("Unidentified Armed Group (Syria)", "Political militia")
    police = cells(acled(happening(actors=(party("local police", kind="state_forces"),))))
    assert (police["actor1"], police["inter1"]) == ("local police (Syria)", "State forces")
    depot = cells(acled(happening(recipients=(party("depot", kind="object"),), killed=toll(3))))
    assert (depot["actor2"], depot["interaction"], depot["civilian_targeting"]) == (None, "State forces only", None)


def test_civilians_harmed_beside_an_armed_target_are_associated() -> None:
    row = cells(acled(happening(recipients=(party("HTS", **REBELS),))))
    assert (row["actor2"], row["assoc_actor_2"]) == ("Hay'at Tahrir al-Sham", "Civilians (Syria)")
    assert row["interaction"] == "State forces-Rebel group"
    assert row["civilian_targeting"] is None


def test_no_figure_is_no_fatality_in_acled_and_no_event_in_ged() -> None:
    assert cells(acled(happening(killed=None)))["fatalities"] == 0
    assert ged(happening(killed=None)) == ged(happening(killed=toll(0))) == "no death in any figure"
    only_low = toll(4, None, None).model_copy(update={"best": None})
    assert cells(acled(happening(killed=only_low)))["fatalities"] == 4


def test_a_row_in_ucdps_columns() -> None:
    row = cells(ged(happening()))
    wanted = {
        "id": "hearsay-e-i-2",
        "relid": None,
        "year": 2019,
        "type_of_violence": 3,
        "conflict_new_id": None,
        "dyad_new_id": None,
        "dyad_name": "Government of Syria - Civilians",
        "side_a": "Government of Syria",
        "side_a_new_id": 118,
        "side_b": "Civilians",
        "side_b_new_id": None,
        "source_original": "Orontes Rescue Committee",
        "where_prec": 1,
        "adm_1": "Idlib",
        "priogrid_gid": 181154,
        "country_id": 652,
        "region": "Middle East",
        "event_clarity": 1,
        "date_prec": 1,
        "date_start": "2019-11-17 00:00:00.000",
        "deaths_a": 0,
        "deaths_civilians": 9,
        "deaths_unknown": 0,
        "best": 9,
        "gwnoa": 652,
        "gwnob": None,
    }
    assert {name: row[name] for name in wanted} == wanted
    assert row["code_status"].startswith("Coded by Hearsay, not by UCDP.")
    assert "ucdp-style 1" in row["code_status"]


def test_the_state_is_side_a_and_each_side_has_its_dead() -> None:
    killed = toll(
        7, 9, 12,
        by_kind={"civilians": Estimate(low=1, best=1, high=1)},
        by_party={
            "Syrian Arab Army": Estimate(low=2, best=2, high=2),
            "Hay'at Tahrir al-Sham": Estimate(low=4, best=5, high=8),
        },
    )  # fmt: skip
    attack = happening(actors=(party("HTS", **REBELS),), recipients=(party("posts", **ARMY),), killed=killed)
    row = cells(ged(attack))
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == (
        1,
        "Government of Syria",
        "Hay'at Tahrir al-Sham",
    )
    assert [row[f"deaths_{part}"] for part in ("a", "b", "civilians", "unknown")] == [2, 5, 1, 1]
    assert (row["low"], row["best"], row["high"]) == (7, 9, 12)


def test_a_state_and_rebels_are_never_one_side() -> None:
    both = (party("rebels", kind="rebel_group"), party("soldiers", **ARMY))
    killed = toll(3, by_party={"Syrian Arab Army": Estimate(low=3, best=3, high=3)})
    row = cells(ged(happening(actors=(party("HTS", **REBELS),), recipients=both, killed=killed)))
    assert (row["side_a"], row["side_b"]) == ("Government of Syria", "Hay'at Tahrir al-Sham")
    assert (row["deaths_a"], row["deaths_b"]) == (3, 0)
    clash = cells(acled(happening(actors=(party("HTS", **REBELS),), recipients=both)))
    assert (clash["actor2"], clash["interaction"]) == ("Syrian Arab Army", "State forces-Rebel group")


def test_who_is_of_no_known_kind_is_no_target() -> None:
    row = cells(acled(happening(recipients=(party("residents", **RESIDENTS), party("bodies")))))
    assert (row["actor2"], row["assoc_actor_2"]) == ("Civilians (Syria)", None)
    assert row["civilian_targeting"] == "Civilian targeting"


def test_parts_that_exceed_the_whole_are_unknown() -> None:
    killed = toll(9, by_kind={"civilians": Estimate(low=20, best=20, high=20)})
    row = cells(ged(happening(killed=killed)))
    assert (row["deaths_civilians"], row["deaths_unknown"], row["best"]) == (0, 9, 9)


def test_ucdp_wants_an_organised_actor_and_two_sides() -> None:
    assert ged(happening(actors=())) == "no organised actor is named"
    soldiers = happening(actors=(), recipients=(party("soldiers", **ARMY),))
    assert ged(soldiers) == "only one side is named"
    militias = happening(
        actors=(party("HTS", **REBELS),), recipients=(party("ISIS", kind="rebel_group", name="Islamic State"),)
    )
    assert cells(ged(militias))["type_of_violence"] == 2


def test_a_date_known_by_its_end_only() -> None:
    row = cells(ged(happening(time=on(None, "2019-11-18", 5, basis="publication"))))
    assert (row["date_start"][:10], row["date_end"][:10], row["date_prec"]) == ("2019-01-01", "2019-11-18", 5)
    assert row["event_clarity"] == 2


def test_sources_are_the_articles_and_original_the_origins(coding: Coding) -> None:
    incident = coding.incidents[0].model_copy(
        update={"actors": (party("army", **ARMY),), "recipients": (party("people", **RESIDENTS),)}
    )
    found = publication(
        dataset(bakery(coding).model_copy(update={"incident": incident}), codings=(coding,)), rule="ucdp-style"
    )
    (row,) = ged_rows(found, Counter(), IDS)
    assert row["number_of_sources"] == 1
    assert row["source_office"] == "Vantage Wire"
    assert row["source_article"] == (
        '"Vantage Wire,2019-06-10,Strike on bakery near Ariha kills 12; baker █████ ██████ among them"'
    )


def test_disputes_are_told() -> None:
    disputed = happening(disputes=(Dispute(field="victim_status", claims=("c-cccc",)),))
    assert "Disputed: victim status." in cells(acled(disputed))["notes"]


def test_plover_records() -> None:
    (record,) = json.loads("".join(plover(shown(happening(recipients=(party("depot", kind="object"),))), Counter())))
    assert record["id"] == "hearsay-e-i-2"
    assert record["event"] == ["ASSAULT"]
    assert record["quad_code"] == "material conflict"
    assert record["actor"] == [
        {"code": "SYR", "sector": "MIL", "entity_text": "Syrian Arab Army", "identifier_text": "actor:syrian-arab-army"}
    ]
    assert "recipient" not in record
    assert record["size"] == {"dead": 9}
    assert record["event_loc"]["geonameid"] == "2"
    assert record["event_loc"]["resolution"] == 4
    assert record["comment"].startswith("Coded by Hearsay")


def test_hxl_has_a_row_of_hashtags() -> None:
    header, tags, first = standard.reader(io.StringIO("".join(hxl(shown(happening()), Counter())), newline=""))
    assert header == list(TAGS)
    assert all(tag.startswith("#") for tag in tags)
    assert len(set(tags)) == len(tags)
    assert first[tags.index("#affected+killed")] == "9"
    assert first[tags.index("#country+code+v_iso3")] == "SYR"
