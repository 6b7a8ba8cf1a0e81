"""Bad input through the real command: a coded error each, the rest unharmed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from hearsay.cli import app

GOOD = "Gunmen killed two farmers near Maiduguri on Sunday, police said. The attackers fled on motorcycles."
ARABIC = (
    "قتل خمسة مدنيين وأصيب أكثر من عشرين آخرين بجروح في قصف مدفعي استهدف سوقا شعبيا في مدينة أريحا "
    "يوم الأحد، "
    "بحسب ما أفاد به ناشطون ومصادر طبية في المنطقة. وقال شهود عيان إن القصف استمر أكثر من ساعة."
)


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["code", "--format", "jsonl", *arguments], input=stdin)


def codings(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8, "binary"),
        (b"<html><head><title>x</title></head><body><script>1</script></body></html>", "no-body"),
    ],
)
def test_a_file_that_holds_no_article(content: bytes, code: str, tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.html", tmp_path / "good.txt"
    bad.write_bytes(content)
    good.write_text(GOOD)
    alone, beside = run(str(bad)), run(str(bad), str(good))
    assert alone.exit_code == 1
    assert f"[{code}]" in alone.stderr
    assert str(bad) in alone.stderr
    assert beside.exit_code == 3
    assert len(codings(beside)) == 1


def test_a_missing_file(tmp_path: Path) -> None:
    result = run(str(tmp_path / "none.txt"))
    assert result.exit_code == 1
    assert "[not-found]" in result.stderr


def test_one_bad_line_of_ten_costs_one_article(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": GOOD}) for n in range(1, 11)]
    lines[6] = lines[6][:-4]
    file = tmp_path / "ten.jsonl"
    file.write_text("\n".join(lines) + "\n")
    result = run(str(file))
    assert result.exit_code == 3
    assert [coding["article"]["id"] for coding in codings(result)] == [str(n) for n in range(1, 11) if n != 7]
    assert f"{file}:7: " in result.stderr
    assert result.stderr.count("invalid-json") == 1


def test_stdin_is_read() -> None:
    assert len(codings(run("-", stdin=GOOD.encode()))) == 1


def test_another_language_is_kept_and_says_so(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(ARABIC, encoding="utf-8")
    (coding,) = codings(run(str(page)))
    assert coding["claims"] == []
    assert [p["code"] for p in coding["problems"] if p["code"] == "language-not-coded"]


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(GOOD)
    assert run(str(page)).stdout_bytes == run(str(page)).stdout_bytes
