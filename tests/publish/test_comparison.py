"""Comparison with other data sets: reading their files, matching, and what is said to differ."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.publish.library import dataset, happening, linked, on, toll

from hearsay.errors import InputError
from hearsay.publish.comparison import COLUMNS, Event, compare, comparison_rows, our_events, read_events, summary, table
from hearsay.publish.comparison.parties import party_key
from hearsay.publish.comparison.show import SHOWN, differences
from hearsay.publish.csv import table_csv
from hearsay.publish.formats import FORMATS
from hearsay.publish.incident_rows import incident_rows
from hearsay.publish.publication import publication
from hearsay.records import Incident

SHELLED = Event(
    id="ours",
    start=date(2019, 11, 17),
    end=date(2019, 11, 17),
    lat=35.957,
    lon=36.714,
    radius_km=2.0,
    place="Binnish",
    type="Explosions/Remote violence",
    parties=("Syrian Arab Army", "residents"),
    killed=(9, 9, 9),
)


def another(**fields: Any) -> Event:
    return replace(SHELLED, **({"id": "theirs"} | fields))


def ours(*incidents: Incident) -> list[Event]:
    shown = publication(dataset(*(linked(one) for one in incidents)))
    return our_events(incident_rows(shown), Counter())


def file_of(path: Path, *rows: dict[str, str], delimiter: str = ",") -> Path:
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def acled_row(**fields: str) -> dict[str, str]:
    known = {
        "event_id_cnty": "SYR1", "event_date": "2019-11-17", "time_precision": "1", "event_type": "Battles",
        "sub_event_type": "Armed clash", "actor1": "Military Forces of Syria (2000-2024)", "assoc_actor_1": "",
        "actor2": "Civilians (Syria)", "assoc_actor_2": "", "location": "Binnish", "latitude": "35.957",
        "longitude": "36.714", "geo_precision": "1", "fatalities": "11",
    }  # fmt: skip
    return known | fields


def ged_row(**fields: str) -> dict[str, str]:
    known = {
        "id": "1", "date_start": "2019-11-17 00:00:00.000", "date_end": "2019-11-18", "latitude": "35.9",
        "longitude": "36.7", "where_prec": "2.0", "where_coordinates": "Binnish town", "side_a": "Government of Syria",
        "side_b": "Syrian insurgents", "low": "3", "best": "3.0", "high": "5",
    }  # fmt: skip
    return known | fields


def test_acled_is_known_by_its_header(tmp_path: Path) -> None:
    layout, (event,) = read_events(file_of(tmp_path / "a.csv", acled_row(time_precision="2")), Counter())
    assert layout.name == "ACLED"
    assert (event.start, event.end) == (date(2019, 11, 14), date(2019, 11, 20))
    assert event.parties == ("Military Forces of Syria (2000-2024)", "Civilians (Syria)")
    assert event.killed == (11, 11, 11)


def test_older_acled_exports_with_semicolons_and_long_dates(tmp_path: Path) -> None:
    path = file_of(tmp_path / "a.csv", acled_row(event_date="17 November 2019"), delimiter=";")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    _, (event,) = read_events(path, Counter())
    assert event.start == date(2019, 11, 17)


def test_ged_is_known_by_its_header(tmp_path: Path) -> None:
    layout, (event,) = read_events(file_of(tmp_path / "g.csv", ged_row()), Counter())
    assert (layout.name, layout.rule, layout.deadly) == ("UCDP GED", "ucdp-style", True)
    assert (event.start, event.end, event.radius_km) == (date(2019, 11, 17), date(2019, 11, 18), 25)
    assert event.killed == (3, 3, 5)


@pytest.mark.parametrize(
    ("name", "known_as"), [("incidents.csv", "Hearsay"), ("acled-layout", "ACLED"), ("ged-layout", "UCDP GED")]
)
def test_our_own_exports_can_be_compared_and_agree(tmp_path: Path, name: str, known_as: str) -> None:
    data = dataset(linked(happening()))
    chosen = FORMATS[name]
    pieces: Any = chosen.write(publication(data, rule=chosen.rule), Counter())
    path = tmp_path / "export.csv"
    path.write_text("".join(pieces), newline="")
    layout, theirs = read_events(path, Counter())
    assert layout.name == known_as
    (match,) = compare(ours(happening()), theirs).both
    assert differences(match) == []


def test_rows_that_cannot_be_compared_are_counted(tmp_path: Path) -> None:
    left_out: Counter[str] = Counter()
    rows = [acled_row(), acled_row(latitude=""), acled_row(event_date="soon"), acled_row(fatalities="many")]
    _, events = read_events(file_of(tmp_path / "a.csv", *rows), left_out)
    assert len(events) == 1
    assert left_out == {"a row without a readable day, point or figure": 3}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "layout-unknown"),
        (b"a,b\n1,2\n", "layout-unknown"),
        (b"\xff\xfe\x00", "wrong-encoding"),
        (b"incident_id,end_date,killed_best,acled_event_type,status,contains,lat\n", "no-events"),
        (b"id,date_start,date_end,best,side_a,side_b\n1,2\n", "no-events"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_events(path, Counter())
    assert caught.value.code == code
    assert caught.value.where == str(path)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.csv", "not-found"), (tmp_path, "unreadable")):
        with pytest.raises(InputError) as caught:
            read_events(path, Counter())
        assert caught.value.code == code


def test_ours_are_what_is_said_to_have_happened_somewhere_on_some_day() -> None:
    left_out: Counter[str] = Counter()
    shown = publication(
        dataset(
            linked(happening()),
            linked(happening(id="p", status="planned")),
            linked(happening(id="n", place=None)),
            linked(happening(id="c"), contains=("x",)),
            linked(happening(id="z", killed=toll(0))),
        )
    )
    assert [event.id for event in our_events(incident_rows(shown), left_out, deadly=True)] == ["e-i-2"]
    assert sum(left_out.values()) == 4


def test_an_undated_event_is_taken_to_be_as_recent_as_its_report() -> None:
    (event,) = ours(happening(time=on(None, "2019-11-18", 5, basis="publication")))
    assert (event.start, event.end) == (date(2019, 11, 15), date(2019, 11, 18))


def test_near_in_time_and_space_is_one_event() -> None:
    found = compare(
        [SHELLED], [another(start=date(2019, 11, 18), end=date(2019, 11, 18), lat=36.03, killed=(11, 11, 11))]
    )
    (match,) = found.both
    assert match.days == 1
    assert 8 < match.km < 9
    assert differences(match) == ["toll", "place", "date"]


@pytest.mark.parametrize(
    "fields",
    [
        {"start": date(2019, 11, 25), "end": date(2019, 11, 25)},
        {"lat": 36.4},
        {"type": "Protests", "parties": ("Protesters (Syria)",), "lat": 36.1, "killed": (0, 0, 0)},
    ],
)
def test_far_in_time_or_space_or_of_another_kind_is_another(fields: dict[str, Any]) -> None:
    found = compare([SHELLED], [another(**fields)])
    assert found.both == ()
    assert [alone.event.id for alone in found.ours] == ["ours"]


def test_each_event_is_matched_once_and_the_next_best_is_named() -> None:
    twin = another(id="twin", lat=35.99)
    found = compare([SHELLED], [twin, another()])
    assert [match.theirs.id for match in found.both] == ["theirs"]
    assert [(alone.event.id, alone.near) for alone in found.theirs] == [("twin", "ours")]


def test_the_order_of_the_files_changes_nothing() -> None:
    events = [another(id=f"t{k}", lat=35.957 + k / 100) for k in range(6)]
    mine = [replace(SHELLED, id=f"o{k}", lat=35.957 + k / 99) for k in range(6)]
    assert compare(mine, events) == compare(mine[::-1], events[::-1])


def test_events_outside_our_days_are_left_aside_and_counted() -> None:
    old = another(id="old", start=date(2011, 5, 1), end=date(2011, 5, 1))
    found = compare([SHELLED], [another(), old])
    assert (len(found.both), found.theirs, found.outside) == (1, (), 1)


def test_events_meet_across_the_date_line() -> None:
    east, west = replace(SHELLED, lat=-17.0, lon=179.98), another(lat=-17.0, lon=-179.98)
    assert len(compare([east], [west]).both) == 1


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Government of Syria", "state:SYR"),
        ("Military Forces of Syria (2000-2024)", "state:SYR"),
        ("Syrian Arab Army", "state:SYR"),
        ("Police Forces of the Philippines", "state:PHL"),
        ("Civilians (Syria)", "civilians"),
        ("Unidentified Armed Group (Syria)", None),
        ("unnamed rebel group", None),
        ("Some Local Committee", "some local committee"),
        ("", None),
    ],
)
def test_party_names_come_to_one_key(name: str, key: str | None) -> None:
    assert party_key(name) == key


def test_the_comparison_as_rows_table_and_sums() -> None:
    theirs = [another(killed=(11, 11, 12)), another(id="alone", lat=35.0, lon=36.0)]
    found = compare([SHELLED, replace(SHELLED, id="mine", start=date(2019, 11, 12), end=date(2019, 11, 12))], theirs)
    rows = list(csv.DictReader(io.StringIO("".join(table_csv(COLUMNS, comparison_rows(found))), newline="")))
    assert [row["found"] for row in rows] == ["both", "ours", "theirs"]
    assert (rows[0]["our_killed_best"], rows[0]["their_killed_high"], rows[0]["differ"]) == ("9", "12", "toll")
    assert rows[1]["their_id"] == ""
    assert summary(found, "ACLED")["only in ACLED"] == 1
    shown = table(found, "ACLED", width=120)
    assert "1  only in the database" in shown
    assert "11–12" in shown
    assert "\x1b" not in shown


def test_a_long_list_is_cut_in_the_table_and_says_so() -> None:
    many = [replace(SHELLED, id=f"o{k}") for k in range(SHOWN + 5)]
    assert "… and 5 more" in table(compare(many, []), "ACLED")


def test_json_numbers_are_plain() -> None:
    rows = list(comparison_rows(compare([SHELLED], [another()])))
    assert json.loads(json.dumps(rows))[0]["score"] == 1
