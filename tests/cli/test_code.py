"""``hearsay code``: formats, files, remarks and the exit status, with the coding itself stood in for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import pytest
from typer.testing import CliRunner, Result

from hearsay.cli import app
from hearsay.cli.group import PIPE_CLOSED
from hearsay.config import SHIPPED_READER
from hearsay.errors import DataError, InputError
from hearsay.records import Coding


@pytest.fixture
def stand_in(coding: Coding, monkeypatch: pytest.MonkeyPatch) -> None:
    """Inputs called ``bad…`` fail, ``broken`` finds no reference data, others give the hand-made coding."""

    def code_inputs(
        inputs: Sequence[str], stdin: BinaryIO, *, rule: str, model: Path | None, triage: bool
    ) -> Iterator[Coding | InputError]:
        assert (model, triage) == ((Path("reader"), True) if "mixed" in inputs else (SHIPPED_READER, False))
        for name in inputs:
            if rule != "stated":
                yield coding.model_copy(update={"article": coding.article.model_copy(update={"headline": rule})})
                continue
            if name == "broken":
                raise DataError("gazetteer-damaged", "the gazetteer cannot be read", hint="Import it again.")
            if name.startswith("bad"):
                yield InputError("not-text", "holds no text", where=f"{name}\x1b[31m", hint="Look at it.")
            elif name != "nothing":
                yield coding
                stdin.read()

    monkeypatch.setattr("hearsay.pipeline.code_inputs", code_inputs)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize(
    ("inputs", "status", "lines", "remarks"),
    [
        (["a"], 0, 1, 0),
        (["a", "b", "c"], 0, 3, 0),
        (["a", "bad1", "b"], 3, 2, 1),
        (["bad1", "bad2"], 1, 0, 2),
        (["nothing"], 1, 0, 1),
        (["a", "b", "c", "d"], 0, 4, 1),
    ],
)
def test_exit_status_and_streams(inputs: list[str], status: int, lines: int, remarks: int) -> None:
    result = run("code", *inputs)
    assert result.exit_code == status
    assert len(result.stdout.splitlines()) == lines
    assert len(result.stderr.splitlines()) == remarks


@pytest.mark.usefixtures("stand_in")
def test_an_error_names_input_reason_code_and_hint_and_gives_no_orders() -> None:
    assert run("code", "bad1").stderr.splitlines()[0] == "hearsay: bad1�[31m: holds no text [not-text]. Look at it."


@pytest.mark.usefixtures("stand_in")
def test_missing_reference_data_is_one_line_and_status_1() -> None:
    result = run("code", "broken")
    assert result.exit_code == 1
    assert result.stderr == "hearsay: the gazetteer cannot be read [gazetteer-damaged]. Import it again.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a", "--format", "xml"],
        ["a", "--rule", "most-dead"],
        ["a", "--no-such-option"],
    ],
)
def test_a_wrong_command_is_status_2(arguments: list[str]) -> None:
    assert run("code", *arguments).exit_code == 2


@pytest.mark.usefixtures("stand_in")
def test_a_rule_is_passed_on_and_an_unknown_one_is_told_of_the_others() -> None:
    assert json.loads(run("code", "a", "--rule", "acled-style").stdout)["article"]["headline"] == "acled-style"
    assert "independent-range" in run("code", "a", "--rule", "most-dead").stderr


@pytest.mark.usefixtures("stand_in")
def test_without_a_terminal_the_format_is_json_lines() -> None:
    assert json.loads(run("code", "a").stdout)["article"]["id"] == "a-1"


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("jsonl", '{"article":'),
        ("csv", "article_id,outlet,"),
        ("geojson", '{"type":"FeatureCollection"'),
        ("table", "────"),
    ],
)
def test_formats_to_stdout_and_to_a_file_are_the_same(name: str, begins: str, tmp_path: Path) -> None:
    target = tmp_path / "result"
    shown = run("code", "a", "--format", name)
    assert shown.stdout.startswith(begins)
    assert run("code", "a", "--format", name, "--output", str(target)).stdout == ""
    assert target.read_bytes() == shown.stdout_bytes
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize("form", ["csv", "geojson", "table"])
def test_names_are_masked_unless_asked_for(form: str) -> None:
    assert "Sarkis" not in run("code", "a", "--format", form).stdout
    assert "Sarkis" in run("code", "a", "--format", form, "--names").stdout


@pytest.mark.usefixtures("stand_in")
def test_json_lines_keep_the_words_of_the_article() -> None:
    assert "Sarkis" in run("code", "a", "--format", "jsonl").stdout


@pytest.mark.usefixtures("stand_in")
def test_a_failure_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "result"
    target.write_text("old")
    assert run("code", "a", "broken", "--output", str(target)).exit_code == 1
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.usefixtures("stand_in")
def test_an_unwritable_place_is_a_coded_error(tmp_path: Path) -> None:
    result = run("code", "a", "--output", str(tmp_path / "no" / "such" / "folder"))
    assert result.exit_code == 1
    assert "[output-unwritable]" in result.stderr


@pytest.mark.usefixtures("stand_in")
def test_a_device_is_written_to_and_stays_a_device() -> None:
    assert run("code", "a", "--output", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "-c", "from hearsay.cli import app; app()", "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:  # noqa: S603
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        remarks = running.stderr.read()
    assert remarks == b""
    assert running.returncode == PIPE_CLOSED


@pytest.mark.usefixtures("stand_in")
def test_reader_and_triage_are_passed_on() -> None:
    assert run("code", "mixed", "--model", "reader", "--triage").exit_code == 0
