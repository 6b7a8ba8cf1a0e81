"""``hearsay evaluate``: how good a model is on annotated articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli.output import STDOUT, write
from hearsay.config import SHIPPED_READER

if TYPE_CHECKING:
    from hearsay.training.evaluate import Evaluation

_BAR = 40


def evaluate(
    data: Annotated[list[Path], typer.Argument(help="Annotated articles, as for train.", metavar="DATA...")],
    model: Annotated[
        Path,
        typer.Option(
            "--model", metavar="DIR", help="Another model's folder.", show_default="the reader in the package"
        ),
    ] = SHIPPED_READER,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE|-", help="Where to write it.")] = STDOUT,
    errors: Annotated[int, typer.Option("--errors", min=0, help="How many of the worst errors to show.")] = 20,
) -> None:
    """Precision, recall and F1 by field with 95 % intervals, confusions, calibration and the worst errors."""
    from hearsay.reading.model.session import Session
    from hearsay.training.corpora.folder import load_path
    from hearsay.training.evaluate import evaluate as judge

    examples = [example for path in data for example in load_path(path)]
    write((f"{line}\n" for line in _lines(judge(Session(model), examples), errors)), output)


def _lines(found: Evaluation, errors: int) -> Iterator[str]:
    yield f"{'spans':<24}{'P':>7}{'R':>7}{'F1':>7}   95 % interval    gold"
    for name, score, (low, high) in found.span_rows():
        figures = f"{score.precision:7.3f}{score.recall:7.3f}{score.f1:7.3f}"
        yield f"{name:<24}{figures}   {low:.3f} to {high:.3f}  {score.gold:6}"
    yield ""
    yield f"{'fields (gold spans given)':<38}{'macro F1':>8}   95 % interval       n"
    fields = list(found.field_rows())
    for name, number, figure, (low, high) in fields:
        yield f"{name:<38}{figure:8.3f}   {low:.3f} to {high:.3f}  {number:6}"
    for name, *_ in fields:
        for (gold, said), times in found.confusions(name)[:8]:
            yield f"confused, {name}: {gold} read as {said}: {times}"
    error, rows = found.calibration()
    yield ""
    yield f"calibration: expected error {error:.3f} (probability, share right, decisions)"
    for likely, right, number in rows:
        yield f"  {likely:.2f}  {right:.2f}  {'#' * round(right * _BAR):<{_BAR}}  {number}"
    yield ""
    for judged in found.worst(errors):
        yield f"{judged.field}: {judged.gold} read as {judged.said} ({judged.likely:.2f}): {judged.where}"
