"""The forms in which every analysis is written."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli.output import STDOUT, colour, say, width, write

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from hearsay.publish.analysis.answer import Answer
    from hearsay.publish.publication import Publication


class Format(StrEnum):
    """How an answer without places is written."""

    table = "table"
    csv = "csv"
    json = "json"


class MapFormat(StrEnum):
    """How an answer with places is written."""

    table = "table"
    csv = "csv"
    json = "json"
    geojson = "geojson"


_HELP = "Default: table on a terminal, csv otherwise."
FormatOption = Annotated[Format | None, typer.Option("--format", "-f", help=_HELP, show_default=False)]
MapFormatOption = Annotated[MapFormat | None, typer.Option("--format", "-f", help=_HELP, show_default=False)]
Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE|-", help="Where to write it.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the output file if it is there.")]
Names = Annotated[bool, typer.Option("--names", help="Leave the names of private people in.")]


@contextmanager
def everything(db: str, *, names: bool) -> Iterator[tuple[Publication, Connection]]:
    """All that a database holds, as analyses take it, and the transaction in which it is read."""
    from hearsay.publish.publication import publication
    from hearsay.store import open_database
    from hearsay.store.dataset import dataset

    with open_database(db) as database, database.reading() as connection:
        yield publication(dataset(connection), names=names), connection


def say_left_out(left_out: Counter[str]) -> None:
    """How many claims say nothing that can be used, and why, the most frequent reason first."""
    for reason, many in sorted(left_out.items(), key=lambda item: (-item[1], item[0])):
        say(f"left out {many}: {reason}")


def write_answer(
    answer: Answer,
    shown: Publication,
    chosen: Format | MapFormat | None,
    output: str,
    *,
    replace: bool,
    id_column: str = "",
) -> None:
    """Write it in the form ``chosen``, or in the one that suits where it goes."""
    form = chosen or (Format.table if output == STDOUT and sys.stdout.isatty() else Format.csv)
    write(_pieces(answer, shown, str(form), id_column), output, replace=replace)


def _pieces(answer: Answer, shown: Publication, form: str, id_column: str) -> Iterator[str]:
    from hearsay.publish.analysis import answer as forms

    match form:
        case "table":
            yield forms.answer_table(answer, width=width(), colour=colour())
        case "json":
            yield from forms.answer_json(answer, shown)
        case "geojson":
            yield from forms.answer_geojson(answer, shown, id_column=id_column)
        case _:
            yield from forms.answer_csv(answer)
