"""``hearsay serve``: what it refuses, and what it serves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from hearsay.cli import app

HOME, OUTSIDE = "127.0.0.1", "explorer.example.org"


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, ["serve", *arguments])


@pytest.fixture
def database(tmp_path: Path) -> Path:
    report = tmp_path / "report.jsonl"
    report.write_text(
        '{"text": "Gunmen killed two men in Binnish on Monday, police said.", "published": "2019-07-21", '
        '"outlet": "Halyard Press"}\n',
        encoding="utf-8",
    )
    CliRunner().invoke(app, ["ingest", str(report), "--db", str(tmp_path / "hearsay.db")])
    return tmp_path / "hearsay.db"


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the explorer's first page says under either host name, instead of serving until it is ended."""
    answers: list[str] = []

    def asked_once(server: Any, **_: object) -> None:
        client = TestClient(server.config.app, base_url="http://127.0.0.1")
        answers.extend(client.get("/?everything=yes", headers={"host": host}).text for host in (HOME, OUTSIDE))

    monkeypatch.setattr("uvicorn.Server.run", asked_once)
    return answers


def test_it_answers_under_this_computer_s_names(database: Path, served: list[str]) -> None:
    assert run("--db", str(database), "--port", "0").exit_code == 0
    assert "Binnish" in served[0]
    assert "host-unknown" in served[1]


def test_public_as_of_a_day_under_another_name(database: Path, served: list[str]) -> None:
    done = run(
        "--db", str(database), "--port", "0", "--public", "--as-of", "2019-07-26", "--host", "explorer.example.org"
    )
    assert done.exit_code == 0
    assert "1 of 1 articles shown" in done.stderr
    assert "Binnish" in served[1]
    assert "72 hours" in served[1]
    done = run("--db", str(database), "--port", "0", "--public", "--as-of", "2019-07-22")
    assert "0 of 1 articles shown" in done.stderr
    assert "Binnish" not in served[2]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("--public", "--names"), 2, "--public"),
        (("--as-of", "2024-01-01"), 2, "--public"),
        (("--public", "--as-of", "soon"), 2, "soon"),
        (("--db", "/nowhere/none.db"), 1, "database-missing"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: tuple[str, ...], status: int, said: str) -> None:
    done = run(*arguments)
    assert (done.exit_code, said in done.output) == (status, True)
