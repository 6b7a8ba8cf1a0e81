"""``hearsay code``: articles in, claims out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli.output import STDOUT, colour, width, write
from hearsay.cli.reader import Model, Triage
from hearsay.config import SHIPPED_READER

if TYPE_CHECKING:
    from hearsay.records import Coding


class Format(StrEnum):
    """How the result is written."""

    jsonl = "jsonl"
    csv = "csv"
    geojson = "geojson"
    table = "table"


def known_rule(name: str) -> str:
    """The name of an estimate rule, checked; raises typer.BadParameter where there is none."""
    from hearsay.incidents.rules import RULES

    if name not in RULES:
        raise typer.BadParameter(f"no estimate rule is called {name!r}; there are: {', '.join(RULES)}")
    return name


def code(
    inputs: Annotated[
        list[str], typer.Argument(help="Files, folders, web addresses, or - for stdin.", metavar="INPUT...")
    ],
    output_format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Default: table on a terminal, jsonl otherwise.", show_default=False),
    ] = None,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE|-", help="Where to write it.")] = STDOUT,
    rule: Annotated[
        str,
        typer.Option("--rule", callback=known_rule, metavar="NAME", help="How an incident's toll is estimated."),
    ] = "stated",
    model: Model = SHIPPED_READER,
    triage: Triage = False,
    names: Annotated[
        bool,
        typer.Option(
            "--names", help="Leave the names of private people in. (JSON Lines, the working record, always does.)"
        ),
    ] = False,
) -> None:
    """Code articles: who is said to have done what to whom, where, when, with what toll, and who says so."""
    from hearsay.cli.tally import Tally
    from hearsay.pipeline import code_inputs

    to_terminal = output == STDOUT and sys.stdout.isatty()
    chosen = output_format or (Format.table if to_terminal else Format.jsonl)
    tally = Tally(live=sys.stderr.isatty() and not to_terminal)
    codings = tally.successes(code_inputs(inputs, sys.stdin.buffer, rule=rule, model=model, triage=triage))
    write(_pieces(codings, chosen, names=names), output)
    raise typer.Exit(tally.status)


def _pieces(codings: Iterable[Coding], chosen: Format, *, names: bool) -> Iterator[str]:
    from hearsay.publish.csv import csv
    from hearsay.publish.geojson import geojson
    from hearsay.publish.jsonl import jsonl
    from hearsay.publish.table import table

    match chosen:
        case Format.jsonl:
            return jsonl(codings, names=True)  # the working record: the article's words as they stand
        case Format.csv:
            return csv(codings, names=names)
        case Format.geojson:
            return geojson(codings, names=names)
        case Format.table:
            return table(codings, width=width(), colour=colour(), names=names)
