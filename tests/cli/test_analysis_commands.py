"""``sources`` and the other questions to a whole database, on articles taken in by the real command."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.cli import app

MARKET = (
    "An air strike killed 12 people in the market of Saraqib in Idlib on Sunday, the Orontes Rescue Committee said. "
    "Karim Haddad, a shopkeeper, said the strike had killed nine people."
)
DEPOT = (
    "The army struck terrorists in the market of Saraqib in Idlib from the air on Sunday, killing 30 of them, "
    "a military source said."
)
CONTROL = (
    "Fighters of Ahrar al-Sham captured the town of Maarat al-Numan in Idlib on Saturday, the Orontes Rescue Committee "
    "said. A military source denied that Ahrar al-Sham had captured Maarat al-Numan."
)
TRUCE = (
    "Israel and Hezbollah agreed to a ceasefire in Lebanon on 26 November. Israeli aircraft struck Khiam in Lebanon on "
    "Friday in a breach of the ceasefire, Lebanon's army said."
)
ARTICLES = (
    ("Idlib Courier", "2019-12-08T18:00:00Z", MARKET),
    ("Coast News Agency", "2019-12-09T06:00:00Z", DEPOT),
    ("Levant Desk", "2019-12-09T08:00:00Z", CONTROL),
    ("Cedar Post", "2024-12-02T10:00:00Z", TRUCE),
)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("analysis")
    records = [
        {"outlet": outlet, "published": published, "text": text, "url": f"https://example.org/{n}"}
        for n, (outlet, published, text) in enumerate(ARTICLES)
    ]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (folder / "articles.jsonl").write_text(lines, encoding="utf-8")
    path = str(folder / "hearsay.db")
    run("ingest", str(folder / "articles.jsonl"), "--db", path)
    return path


def run(*arguments: str, status: int = 0) -> Result:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == status, result.output
    return result


def rows(*arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run(*arguments).stdout, newline="")))


def test_outlets_and_origins_are_compared(db: str) -> None:
    outlets = {row["name"]: row for row in rows("sources", "--db", db)}
    assert set(outlets) == {"Idlib Courier", "Coast News Agency", "Levant Desk", "Cedar Post"}
    assert outlets["Idlib Courier"]["edited"] == "0"
    origins = {row["name"]: row for row in rows("sources", "origins", "--db", db)}
    assert "the Orontes Rescue Committee" in origins
    assert "toll to others'" in run("sources", "--db", db, "--format", "table").stdout


def test_labels_name_their_owner(db: str) -> None:
    (label,) = rows("sources", "labels", "--db", db)
    assert (label["voice_name"], label["word"], label["party"]) == (
        "a military source", "terrorists", "unnamed rebel group",
    )  # fmt: skip


def test_json_says_what_made_it_and_private_names_are_masked(db: str) -> None:
    found = json.loads(run("sources", "origins", "--db", db, "--format", "json").stdout)
    assert found["about"]["rule"] == "stated"
    assert {source["role"] for source in found["sources"]} == {"origin"}
    assert "Haddad" not in json.dumps(found)
    assert "Karim Haddad" in run("sources", "origins", "--db", db, "--names").stdout


def test_a_file_is_not_replaced_unasked(db: str, tmp_path: Path) -> None:
    target = tmp_path / "sources.csv"
    run("sources", "--db", db, "--output", str(target))
    assert "[output-exists]" in run("sources", "--db", db, "--output", str(target), status=1).stderr


def test_control_on_a_date_as_table_csv_and_map(db: str) -> None:
    (place,) = rows("control", "--on", "2019-12-31", "--db", db)
    assert (place["country"], place["contested"], place["told"]) == ("SYR", "true", "not_taken; taken")
    assert "Ahrar al-Sham" in place["held_by"]
    assert {row["change"] for row in rows("control", "--on", "2019-12-31", "--words", "--db", db)} == {
        "taken", "not_taken",
    }  # fmt: skip
    assert rows("control", "--on", "2019-12-06", "--db", db) == []
    assert "(contested)" in run("control", "--on", "2019-12-31", "--db", db, "--format", "table").stdout
    (feature,) = json.loads(run("control", "--on", "2019-12-31", "--db", db, "--format", "geojson").stdout)["features"]
    assert feature["geometry"]["coordinates"] == pytest.approx([36.68, 35.65], abs=0.05)
    assert feature["properties"]["contested"] is True


@pytest.mark.parametrize("wrong", [("--on", "31 December"), (), ("--on", "2019-12-31", "--words", "-f", "geojson")])
def test_control_needs_a_date_and_a_map_needs_places(db: str, wrong: tuple[str, ...]) -> None:
    run("control", *wrong, "--db", db, status=2)


def test_ceasefires_broken_and_made(db: str) -> None:
    (violation,) = rows("ceasefires", "--db", db)
    assert (violation["first_day"], violation["stance"], violation["acts"]) == (
        "2024-11-29", "alleged", "Air/drone strike",
    )  # fmt: skip
    assert violation["cue"] == "breach of the ceasefire"
    (accusation,) = rows("ceasefires", "accusations", "--db", db)
    assert (accusation["accused"], accusation["alleged"]) == (violation["accused"], "1")
    (agreement,) = rows("ceasefires", "agreements", "--db", db)
    assert "Hezbollah" in agreement["parties"]
    (feature,) = json.loads(run("ceasefires", "--db", db, "--format", "geojson").stdout)["features"]
    assert feature["id"] == violation["claim_ids"]
    assert "accused" in run("ceasefires", "--db", db, "--format", "table").stdout


def test_accusations_are_no_map(db: str) -> None:
    run("ceasefires", "accusations", "--db", db, "--format", "geojson", status=2)


def test_a_period_is_written_up_as_text_or_html(db: str, tmp_path: Path) -> None:
    text = run("report", "--from", "2019-12-01", "--to", "2019-12-31", "--db", db).stdout
    assert text.startswith("Situation report from 2019-12-01 to 2019-12-31\n")
    assert "2019-12-08 · Saraqib, Idlib, Syria" in text
    assert "Haddad" not in text
    assert "Lebanon" not in text
    target = tmp_path / "report.html"
    run("report", "--country", "Lebanon", "--db", db, "--format", "html", "--output", str(target))
    page = target.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Cedar Post" in page
    assert "Saraqib" not in page


def test_one_incident_is_written_up(db: str) -> None:
    incident = next(csv.DictReader(io.StringIO(run("incidents", "--db", db, "-f", "csv").stdout)))["incident_id"]
    assert run("report", "--incident", incident, "--db", db).stdout.startswith(f"Incident report: {incident}\n")
    assert "[incident-unknown]" in run("report", "--incident", "nothing", "--db", db, status=1).stderr
    run("report", "--incident", incident, "--from", "2019-12-01", "--db", db, status=2)
    run("report", "--country", "Atlantis", "--db", db, status=2)
