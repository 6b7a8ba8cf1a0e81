"""Progress and remarks on stderr."""

from __future__ import annotations

import pytest

from hearsay.cli import output
from hearsay.cli.tally import A_FEW, EVERY, Tally
from hearsay.errors import InputError
from hearsay.records import Coding


def results(coding: Coding, good: int, bad: int) -> list[Coding | InputError]:
    return [coding] * good + [InputError("empty", "there is nothing in it", where="x")] * bad


@pytest.mark.parametrize(("good", "bad", "status"), [(1, 0, 0), (2, 1, 3), (0, 2, 1), (0, 0, 1), (A_FEW + 1, 0, 0)])
def test_status(coding: Coding, good: int, bad: int, status: int) -> None:
    tally = Tally(live=False)
    assert len(list(tally.successes(results(coding, good, bad)))) == good
    assert tally.status == status


def test_a_few_inputs_are_coded_in_silence(coding: Coding, capsys: pytest.CaptureFixture[str]) -> None:
    list(Tally(live=False).successes(results(coding, A_FEW, 0)))
    assert capsys.readouterr().err == ""


def test_many_inputs_give_a_line_each_hundred_and_a_sum(coding: Coding, capsys: pytest.CaptureFixture[str]) -> None:
    list(Tally(live=False).successes(results(coding, 2 * EVERY + 1, 1)))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == f"hearsay: {EVERY} coded so far"
    assert lines[-1] == f"hearsay: {2 * EVERY + 1} coded, 1 failed"
    assert len(lines) == 4


def test_a_live_line_is_written_over_and_cleared(coding: Coding, capsys: pytest.CaptureFixture[str]) -> None:
    list(Tally(live=True).successes(results(coding, A_FEW + 2, 0)))
    shown = capsys.readouterr().err
    assert f"hearsay: {A_FEW + 1} coded …\r\x1b[K" in shown
    assert shown.endswith(f"\r\x1b[Khearsay: {A_FEW + 2} coded\n")


def test_width_follows_the_terminal_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert output.width() == 80
    monkeypatch.setenv("COLUMNS", "400")
    assert output.width() == output.WIDEST


def test_no_colour_without_a_terminal_or_where_it_is_unwanted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not output.colour()
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert output.colour()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not output.colour()
