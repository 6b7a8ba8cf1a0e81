"""The bundled reports through the whole path: what a first-time user sees."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner, Result

from hearsay.cli import app
from hearsay.demo import reports


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture(scope="module")
def demo() -> Result:
    return run("demo")


def test_the_demo_codes_every_report(demo: Result) -> None:
    assert demo.exit_code == 0
    assert "15 invented reports" in demo.stdout
    assert "No claim found." not in demo.stdout
    assert demo.stderr == "hearsay: 15 coded\n"


def test_the_demo_says_how_to_go_on(demo: Result) -> None:
    assert "code PAGE.html" in demo.stdout
    assert "explain PAGE.html 1" in demo.stdout


def test_the_demo_shows_opposite_accounts(demo: Result) -> None:
    """The same strike, by a state agency and by a monitor; a denial; and what did not happen."""
    for said in ("Barada News Agency", "Northern Syria Harm Watch", "· denied", "· planned", "disputed: "):
        assert said in demo.stdout


def test_each_format_tells_of_the_same_claims() -> None:
    page = str(reports()[1])
    coding = json.loads(run("code", page, "--format", "jsonl").stdout)
    ids = [claim["id"] for claim in coding["claims"]]
    assert ids
    features = json.loads(run("code", page, "--format", "geojson").stdout)["features"]
    assert [feature["id"] for feature in features] == ids
    rows = run("code", page, "--format", "csv").stdout
    shown = run("code", page, "--format", "table").stdout
    assert all(one in rows and one in shown for one in ids)
    for one in ids:
        assert run("explain", page, one).exit_code == 0
