"""JSON Lines, CSV and GeoJSON: read back, and unharmed by what strangers write."""

from __future__ import annotations

import csv as standard
import io
import json

import pytest

from hearsay.publish.csv import csv
from hearsay.publish.geojson import geojson
from hearsay.publish.jsonl import jsonl, to_json
from hearsay.publish.plain import cell, one_line, printable
from hearsay.publish.rows import COLUMNS, claim_rows, toll
from hearsay.records import Coding, Count


def with_headline(coding: Coding, headline: str) -> Coding:
    return coding.model_copy(update={"article": coding.article.model_copy(update={"headline": headline})})


def test_jsonl_reads_back_as_the_same_coding(coding: Coding) -> None:
    lines = list(jsonl([coding, coding], names=True))
    assert [Coding.model_validate_json(line) for line in lines] == [coding, coding]
    assert '"best":12,' in lines[0]
    assert "Arīḩā" in lines[0]


def test_jsonl_is_one_line_for_every_reader(coding: Coding) -> None:
    headline = "a\u2028b\u2029c\u0085d\x9be\nf\rg\x0bh\x1ci"
    (line,) = jsonl([with_headline(coding, headline)])
    assert len(line.splitlines()) == 1
    assert line.endswith("}\n")
    assert json.loads(line)["article"]["headline"] == headline


def test_json_numbers() -> None:
    assert to_json([1.0, 0.5, float("inf"), float("nan"), -0.0]) == "[1,0.5,null,null,0]"


def rows_of(text: str) -> list[dict[str, str]]:
    return list(standard.DictReader(io.StringIO(text, newline="")))


def test_csv_has_a_row_for_each_claim(coding: Coding) -> None:
    first, second = rows_of("".join(csv([coding])))
    assert list(first) == [column.name for column in COLUMNS]
    assert (first["killed_low"], first["killed_best"], first["killed_high"]) == ("12", "12", "")
    assert first["other_counts"] == "killed 4 children"
    assert first["place"] == "Arīḩā"
    assert first["origin"] == "the Orontes Rescue Committee"
    assert second["killed_high"] == "0"
    assert second["lat"] == ""
    assert second["labels"] == "terrorists"
    assert second["chain"] == "A military source > Vantage Wire"
    assert second["disputed"] == "toll"


def test_csv_lines_end_as_rfc_4180_says(coding: Coding) -> None:
    text = "".join(csv([coding]))
    assert text.count("\r\n") == 3
    assert text.replace("\r\n", "").count("\n") == 0


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r\n@", " =", "＝"])
def test_no_cell_starts_a_formula(coding: Coding, start: str) -> None:
    (row, _) = rows_of("".join(csv([with_headline(coding, start + 'HYPERLINK("http://x","y")')])))
    assert row["headline"].startswith("'")


def test_a_negative_number_stays_a_number(coding: Coding) -> None:
    place = coding.claims[0].place
    assert place is not None
    south = coding.claims[0].model_copy(update={"place": place.model_copy(update={"lat": -12.5})})
    (row,) = rows_of("".join(csv([coding.model_copy(update={"claims": (south,)})])))
    assert row["lat"] == "-12.5"


def test_geojson_has_a_feature_for_each_claim(coding: Coding) -> None:
    collection = json.loads("".join(geojson([coding, coding])))
    assert collection["type"] == "FeatureCollection"
    first, second = collection["features"][:2]
    assert first["geometry"] == {"type": "Point", "coordinates": [36.6, 35.77]}
    assert first["properties"]["radius_km"] == 2
    assert second["geometry"] is None
    assert list(first["properties"]) == [column.name for column in COLUMNS]
    assert len(collection["features"]) == 4


def test_geojson_of_nothing_is_an_empty_collection() -> None:
    assert json.loads("".join(geojson([])))["features"] == []


def count_of(measure: str = "killed", **more: object) -> Count:
    return Count.model_validate({"text": "", "span": (0, 0), "measure": measure, **more})


def three(coding: Coding, *counts: Count) -> tuple[float | None, float | None, float | None] | None:
    total = toll(coding.claims[0].model_copy(update={"counts": counts}), "killed")
    return None if total is None else (total.low, total.best, total.high)


def test_toll_sums_wholes_and_leaves_parts_and_periods_out(coding: Coding) -> None:
    soldiers = count_of(low=3, best=3, high=None)
    civilians = count_of(low=2, best=2, high=2)
    child = count_of(low=1, best=1, high=1, part_of=1)
    week = count_of(low=90, best=90, high=90, scope="period_total")
    so_far = count_of(low=31, best=31, high=31, scope="running_total")
    assert three(coding, soldiers, civilians, child, week) == (5, 5, None)
    assert three(coding, so_far, civilians) == (2, 2, 2)
    assert three(coding, so_far) == (31, 31, 31)
    assert three(coding, week) is None
    assert three(coding, count_of("injured", low=1, best=1, high=1)) is None


def test_a_claim_without_place_time_or_counts_has_a_row(coding: Coding) -> None:
    bare = coding.claims[1].model_copy(update={"counts": (), "recipients": ()})
    (row,) = claim_rows(coding.model_copy(update={"claims": (bare,), "incidents": ()}), {})
    empty = {"lat", "time_start", "killed_best", "recipients", "incident_id", "disputed", "other_counts"}
    assert {name for name in empty if row[name] is None} == empty


def test_terminals_take_no_orders() -> None:
    assert printable("a\x1b[31mb\x07\u202ec") == "a�[31mb��c"
    assert one_line("  a\n\tb\x9b  c ") == "a b� c"
    assert cell(" a \n b ") == "a b"
