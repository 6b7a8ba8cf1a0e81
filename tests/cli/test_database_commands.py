"""``ingest``, ``incidents`` and ``revisions`` through the real command."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.cli import app
from hearsay.demo import reports

FIRST = (
    "Shelling killed 60 people in the market of Saraqib on Sunday, the Orontes Rescue Committee said.\n\n"
    "Separately, gunmen kidnapped two aid workers near Sarmada on Saturday, police said."
)
SECOND = "Shelling killed 40 people in the market of Saraqib on Sunday, the Orontes Rescue Committee said."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, status: int = 0) -> Result:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == status, result.output
    return result


def article(folder: Path, text: str, name: str = "report.jsonl") -> str:
    record = {"text": text, "url": "https://vantage.example/1", "outlet": "Vantage Wire", "published": "2019-07-21"}
    (folder / name).write_text(json.dumps(record) + "\n", encoding="utf-8")
    return name


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The bundled reports in a database."""
    path = str(tmp_path_factory.mktemp("demo") / "hearsay.db")
    done = run("ingest", *map(str, reports()), "--db", path)
    assert "15 new" in done.stderr
    assert done.stdout == ""
    return path


def test_the_bundled_reports_are_fewer_incidents_than_articles(demo: str) -> None:
    shown = run("incidents", "--db", demo, "--format", "table").stdout
    heads = [line for line in shown.splitlines() if " · inc-" in line]
    assert 0 < len(heads) < 15
    for word in ("killed 16–19", "grade", "origins", "told in   2 articles", "disputed"):
        assert word in shown


def test_the_list_says_how_many_more_there_are(demo: str) -> None:
    some = run("incidents", "--db", demo)
    everything = run("incidents", "--db", demo, "--all")
    more = len(everything.stdout.splitlines()) - len(some.stdout.splitlines())
    assert re.search(rf"; {more} more are told in passing, [1-9]\d* of them with dead: --all", some.stderr)
    assert "; more with --limit" in run("incidents", "--db", demo, "--all", "--limit", "1").stderr


def test_filters_and_formats(demo: str) -> None:
    arguments = ("incidents", "--db", demo, "--country", "Sudan", "--killed", "10", "--order", "-killed")
    lines = [json.loads(line) for line in run(*arguments, "--all").stdout.splitlines()]
    assert [line["incident"]["place"]["country"] for line in lines] == ["SDN"] * len(lines)
    assert len(lines) > 1
    rows = list(csv.DictReader(io.StringIO(run(*arguments, "--all", "--format", "csv").stdout)))
    assert [row["incident_id"] for row in rows] == [line["id"] for line in lines]


def test_a_rule_gives_its_own_toll(demo: str) -> None:
    stated = run("incidents", "--db", demo, "--format", "table").stdout
    ranged = run("incidents", "--db", demo, "--format", "table", "--rule", "independent-range").stdout
    assert "(rule: independent-range)" in ranged
    assert ranged != stated


@pytest.mark.parametrize(
    "arguments",
    [
        ("--rule", "none"),
        ("--country", "Atlantis"),
        ("--status", "rumoured"),
        ("--order", "size"),
        ("--credibility", "9"),
    ],
)
def test_nonsense_is_a_wrong_command(demo: str, arguments: tuple[str, str]) -> None:
    result = run("incidents", "--db", demo, *arguments, status=2)
    assert result.stdout == ""


def test_private_names_are_masked_unless_asked_for(folder: Path) -> None:
    text = (
        "Gunmen killed Yusuf Haddad, a 34-year-old farmer, in Saraqib on Monday, police said. "
        "Mr Haddad's brother said that he was on his way home."
    )
    run("ingest", article(folder, text))
    assert "Haddad" not in run("incidents", "--all").stdout
    assert "Haddad" in run("incidents", "--all", "--names").stdout


def test_again_adds_nothing_and_the_database_may_come_from_the_environment(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARSAY_DB", "other.db")
    report = article(folder, FIRST)
    assert "1 new" in run("ingest", report).stderr
    assert "1 known already; other.db has 1 articles and 2 incidents (state 1)" in run("ingest", report).stderr
    assert (folder / "other.db").exists()


def test_bad_inputs_are_reported_and_the_rest_goes_in(folder: Path) -> None:
    report = article(folder, FIRST)
    assert "[not-found]" in run("ingest", "none.txt", report, status=3).stderr
    assert "[not-found]" in run("ingest", "none.txt", status=1).stderr
    run("ingest", report, "--as-of", "yesterday", status=2)
    run("ingest", status=2)
    run("ingest", report, "--kept", status=2)
    assert "1 known already" in run("ingest", "--kept").stderr


def test_revisions_say_what_changed_in_the_claims(folder: Path) -> None:
    run("ingest", article(folder, FIRST))
    assert "no article has a second version" in run("revisions").stderr
    run("ingest", article(folder, SECOND))
    shown = run("revisions", "--format", "table").stdout
    assert "killed 60 people → killed 40 people" in shown
    assert "withdrawn: Abduction" in shown
    lines = [json.loads(line) for line in run("revisions", "https://www.vantage.example/1/").stdout.splitlines()]
    assert [(line["change"], line["fields"]) for line in lines] == [("changed", ["counts"]), ("withdrawn", [])]
    assert lines[0]["article"][:8] in run("revisions", "url-", "--format", "table").stdout
    assert "[article-unknown]" in run("revisions", "url-nothing", status=1).stderr


def test_a_name_that_is_private_in_one_version_is_masked_in_both(folder: Path) -> None:
    killed = "Gunmen killed Yusuf Haddad, a 34-year-old farmer, in Saraqib on Monday, police said."
    run("ingest", article(folder, killed))
    run("ingest", article(folder, killed.replace("police", "residents") + " Yusuf Haddad was buried on Tuesday."))
    assert "Haddad" not in run("revisions").stdout
    assert "Haddad" in run("revisions", "--names").stdout


@pytest.mark.parametrize("command", [("incidents",), ("revisions",)])
def test_without_a_database_there_is_an_error(folder: Path, command: tuple[str]) -> None:
    assert "[database-missing]" in run(*command, status=1).stderr
    assert list(folder.iterdir()) == []
