"""What ``hearsay code`` opens before the first claim: nothing it does not need, and the reader once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

CODED = """
import json, sys
import onnxruntime

opened = []
session = onnxruntime.InferenceSession
onnxruntime.InferenceSession = lambda *args, **kwargs: opened.append(1) or session(*args, **kwargs)

from hearsay.cli import app

try:
    app(["code", "--format", "jsonl", "--output", sys.argv[2], sys.argv[1]])
except SystemExit as end:
    print(json.dumps({"status": end.code, "modules": sorted(sys.modules), "sessions": len(opened)}))
"""
SAID = "Gunmen killed two guards at a checkpoint near Maradi on Sunday, police said."
UNNEEDED = {
    "alembic", "fastapi", "feedparser", "fsspec", "jinja2", "pandas", "pyarrow", "sqlalchemy", "starlette", "torch",
    "trafilatura", "uvicorn", "warcio",
}  # fmt: skip


@pytest.mark.parametrize("suffix", ["txt", "jsonl"])
def test_coding_imports_no_more_than_it_needs_and_opens_the_reader_once(tmp_path: Path, suffix: str) -> None:
    given, made = tmp_path / f"in.{suffix}", tmp_path / "out.jsonl"
    record = json.dumps({"text": SAID})
    given.write_text(SAID if suffix == "txt" else f"{record}\n{record}\n", encoding="utf-8")
    command = [sys.executable, "-c", CODED, str(given), str(made)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)  # noqa: S603
    found = json.loads(done.stdout)
    assert found["status"] == 0
    assert found["sessions"] == 2  # the encoder and the heads
    assert UNNEEDED & {name.split(".")[0] for name in found["modules"]} == set()
    assert all(json.loads(line)["claims"] for line in made.read_text(encoding="utf-8").splitlines())
