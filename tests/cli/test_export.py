"""``hearsay export`` on a database: files whole or not at all, what changed, what was left out, what is refused."""

from __future__ import annotations

import csv
import errno
import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.publish.library import bakery, happening, linked
from typer.testing import CliRunner, Result

from hearsay.cli import app
from hearsay.records import Coding
from hearsay.store import open_database
from hearsay.store.codings import add_coding, next_change
from hearsay.store.incidents import put_incidents, settle
from hearsay.store.links import report_numbers


@pytest.fixture
def db(coding: Coding, tmp_path: Path) -> str:
    """State 1: the bakery. State 2: a planned attack, and an id that now leads to the bakery."""
    path = tmp_path / "hearsay.db"
    with open_database(path, write=True) as database:
        with database.writing() as open_:
            seq = next_change(open_)
            reports = list(report_numbers(open_, add_coding(open_, coding, seq).number).values())
            members: dict[str, list[int]] = {"e-bakery": reports, "e-gone": []}
            settle(open_, members, {}, seq)
            gone = bakery(coding).model_copy(update={"id": "e-gone"})
            put_incidents(open_, {"e-bakery": bakery(coding), "e-gone": gone}, members, seq)
        with database.writing() as open_:
            seq = next_change(open_)
            settle(open_, {"e-plan": []}, {"e-gone": "e-bakery"}, seq)
            planned = linked(happening(id="i-9", status="planned"), id="e-plan")
            put_incidents(open_, {"e-plan": planned}, {"e-plan": []}, seq)
    return str(path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["export", *arguments])


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(io.StringIO(result.stdout, newline="")))


def test_incidents_go_to_stdout_masked_and_in_order(db: str) -> None:
    result = run("incidents.csv", "--db", db)
    assert [row["incident_id"] for row in rows(result)] == ["e-bakery", "e-plan"]
    assert "Sarkis" not in run("claims.csv", "--db", db).stdout
    assert "Sarkis" in run("jsonl", "--db", db, "--names").stdout


def test_the_database_may_be_named_by_the_environment(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_DB", db)
    assert len(rows(run("incidents.csv"))) == 2


def test_claims_name_the_incident_of_the_database(db: str) -> None:
    assert {row["incident_id"] for row in rows(run("claims.csv", "--db", db))} == {"e-bakery"}


def test_since_a_state_gives_what_changed_after_it(db: str) -> None:
    changed = run("incidents.csv", "--db", db, "--since", "1")
    assert [row["incident_id"] for row in rows(changed)] == ["e-plan"]
    assert "1 ids went out of use" in changed.stderr
    assert rows(run("claims.csv", "--db", db, "--since", "1")) == []
    stones = rows(run("tombstones.csv", "--db", db, "--since", "1"))
    assert stones == [{"incident_id": "e-gone", "successor": "e-bakery", "seq": "2"}]
    assert rows(run("incidents.csv", "--db", db, "--since", "2")) == []


def test_since_a_day_goes_by_the_articles(db: str) -> None:
    found = rows(run("incidents.csv", "--db", db, "--since", "2019-11-01"))
    assert [row["incident_id"] for row in found] == ["e-plan"]


def test_what_a_layout_leaves_out_is_said(db: str) -> None:
    result = run("acled-layout", "--db", db)
    assert [row["event_id_cnty"] for row in rows(result)] == ["hearsay-e-bakery"]
    assert "left out 1: planned: not said to have happened" in result.stderr


def test_a_layout_has_its_own_rule_unless_another_is_asked_for(db: str) -> None:
    assert "by the rule acled-style 1" in rows(run("acled-layout", "--db", db))[0]["notes"]
    assert "by the rule stated 1" in rows(run("acled-layout", "--db", db, "--rule", "stated"))[0]["notes"]


def test_place_data_are_credited_even_when_no_longer_installed(db: str) -> None:
    about = json.loads(run("jsonl", "--db", db).stdout.splitlines()[0])
    assert about["record"] == "about"
    (credit,) = about["place_data"]
    assert credit["name"] == "g"
    assert "no longer installed" in credit["licence"]


def test_a_file_is_whole_and_not_replaced_unasked(db: str, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    first = run("incidents.csv", "--db", db, "--output", str(target))
    assert first.exit_code == 0
    assert "state 2" in first.stderr
    before = target.read_bytes()
    again = run("claims.csv", "--db", db, "--output", str(target))
    assert again.exit_code == 1
    assert "[output-exists]" in again.stderr
    assert target.read_bytes() == before
    assert run("claims.csv", "--db", db, "--output", str(target), "--force").exit_code == 0
    assert target.read_bytes() != before


@pytest.mark.parametrize("target", ["missing/out.csv", "."])
def test_an_unwritable_place_is_said(db: str, tmp_path: Path, target: str) -> None:
    result = run("incidents.csv", "--db", db, "--output", str(tmp_path / target))
    assert result.exit_code == 1
    assert "[output-unwritable]" in result.stderr
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".part"]


@pytest.mark.parametrize("format_", ["incidents.csv", "datapackage"])
def test_a_full_disk_leaves_nothing(db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str) -> None:
    target = tmp_path / "out"
    target.write_text("what was there")

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("hearsay.cli.output._write_to", full)
    result = run(format_, "--db", db, "--output", str(target), "--force")
    assert result.exit_code == 1
    assert "No space left on device [output-unwritable]" in result.stderr
    assert target.read_text() == "what was there"
    assert sorted(path.name for path in tmp_path.iterdir() if "part" in path.name) == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["incidents.csv", "--db", "nowhere.db"], "database-missing"),
        (["incidents.csv", "--since", "yesterday"], "since-unreadable"),
    ],
)
def test_bad_arguments_have_codes(db: str, arguments: list[str], code: str) -> None:
    given = arguments if "--db" in arguments else [*arguments, "--db", db]
    result = run(*given)
    assert result.exit_code == 1
    assert f"[{code}]" in result.stderr


@pytest.mark.parametrize("arguments", [["parquet"], ["xlsx", "--rule", "median"]])
def test_an_unknown_format_or_rule_is_a_wrong_command(db: str, arguments: list[str]) -> None:
    assert run(*arguments, "--db", db).exit_code == 2
