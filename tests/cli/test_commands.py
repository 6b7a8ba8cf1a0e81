"""The other commands: explain, schema, doctor, version, help."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import BinaryIO

import pytest
from typer.testing import CliRunner, Result

from hearsay.cli import app
from hearsay.config import SHIPPED_READER
from hearsay.errors import InputError
from hearsay.records import Coding


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def stand_in(coding: Coding, monkeypatch: pytest.MonkeyPatch) -> None:
    def code_inputs(inputs: Sequence[str], _: BinaryIO, *, model: object) -> Iterator[Coding | InputError]:
        assert model == SHIPPED_READER
        yield coding
        if inputs == ["two"]:
            yield InputError("not-text", "holds no text", where="second")
            yield coding

    monkeypatch.setattr("hearsay.pipeline.code_inputs", code_inputs)


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize("claim", ["c-bbbb", "c-b", "2"])
def test_explain_finds_a_claim_by_id_its_start_or_its_number(claim: str) -> None:
    result = run("explain", "one", claim)
    assert result.exit_code == 0
    assert "A military source" in result.stdout
    assert "cue:denied" in result.stdout


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize(
    ("file", "claim", "code"),
    [
        ("one", "c-", "claim-ambiguous"),
        ("one", "9", "claim-unknown"),
        ("two", "1", "claim-unknown"),
        ("one", "0", "claim-unknown"),
    ],
)
def test_explain_says_why_it_cannot(file: str, claim: str, code: str) -> None:
    result = run("explain", file, claim)
    assert result.exit_code == 1
    assert f"[{code}]" in result.stderr
    assert result.stdout == ""


@pytest.mark.usefixtures("stand_in")
def test_explain_masks_names_unless_asked_for() -> None:
    assert "Sarkis" not in run("explain", "one", "1").stdout


def test_schema_is_json_schema_of_the_contract() -> None:
    schema = json.loads(run("schema").stdout)
    assert set(schema["properties"]) == set(Coding.model_fields)
    assert {"Claim", "Party", "Place", "Count", "Speaker", "Incident"} <= set(schema["$defs"])


def test_version_and_help() -> None:
    assert run("--version").stdout.startswith("hearsay ")
    shown = run("--help").stdout
    for command in ("code", "explain", "demo", "doctor", "schema", "gazetteer", "actors"):
        assert command in shown


def test_doctor_names_what_is_there_and_what_is_not(
    tmp_path: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARSAY_DATA", str(tmp_path))
    result = run("doctor")
    assert result.exit_code == 0
    for said in ("hearsay", "Python", "codebook", str(tmp_path), "gazetteer", "reader"):
        assert said in " ".join(result.stdout.split())
