"""``train`` and ``evaluate`` from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from tests.training.small import encoder_folder, reports_file
from typer.testing import CliRunner

from hearsay.cli.evaluate import evaluate
from hearsay.cli.group import Commands
from hearsay.cli.train import train

app = typer.Typer(cls=Commands, pretty_exceptions_enable=False)
app.command()(train)
app.command()(evaluate)


@pytest.fixture(autouse=True)
def _needs_torch(require: Callable[[str], None]) -> None:
    for tool in ("torch", "safetensors", "onnx", "onnxruntime"):
        require(tool)
    import torch

    torch.set_num_threads(1)  # on matrices this small, threads only wait for each other


def test_train_then_evaluate(tmp_path: Path) -> None:
    data, out = reports_file(tmp_path), tmp_path / "model"
    encoder = encoder_folder(tmp_path / "encoder")
    made = CliRunner().invoke(app, ["train", str(data), "--encoder", str(encoder), "--out", str(out), "--epochs", "1"])
    assert made.exit_code == 0, made.output
    assert "epoch 1: 1/1" in made.stderr
    assert sorted(p.name for p in out.iterdir()) == [
        "encoder.onnx",
        "heads.onnx",
        "reader.json",
        "training",
        "vocab.txt",
    ]
    judged = CliRunner().invoke(app, ["evaluate", str(data), "--model", str(out)])
    assert judged.exit_code == 0, judged.output
    for line in ("trigger", "link to actor", "status", "calibration: expected error"):
        assert line in judged.stdout


def test_count_says_what_the_data_hold_and_trains_nothing(tmp_path: Path) -> None:
    command = [
        "train",
        str(reports_file(tmp_path)),
        "--encoder",
        str(tmp_path),
        "--count",
        "--out",
        str(tmp_path / "o"),
    ]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0
    assert "reports: 1 texts" in done.stderr
    assert not (tmp_path / "o").exists()


def test_a_folder_without_an_encoder_is_one_line_and_status_1(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["train", str(reports_file(tmp_path)), "--encoder", str(tmp_path / "none")])
    assert done.exit_code == 1
    assert "model-missing" in done.stderr or "encoder-unreadable" in done.stderr
