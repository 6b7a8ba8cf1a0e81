"""What an analysis found, in the forms that every analysis has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

from hearsay.analysis.said import Said, said_in
from hearsay.incidents.reports import reports_of
from hearsay.publish.about import about
from hearsay.publish.columns import Columns, Row
from hearsay.publish.csv import table_csv
from hearsay.publish.geojson import collection
from hearsay.publish.jsonl import to_json
from hearsay.publish.plain import one_line
from hearsay.publish.publication import Publication
from hearsay.publish.table import render
from hearsay.records import Record


@dataclass(frozen=True, slots=True)
class Answer:
    """Records, the same as flat rows, and in a few words for people."""

    name: str
    columns: Columns
    rows: tuple[Row, ...]
    records: tuple[Record, ...]
    headings: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    """One for each row, with a cell for each heading."""


def said(shown: Publication) -> Iterator[Said]:
    """Every claim of the publication, as the analyses take them."""
    return said_in(shown.incidents, (report for coding in shown.codings for report in reports_of(coding)))


def answer_csv(answer: Answer) -> Iterator[str]:
    """A header, and a line for each row."""
    return table_csv(answer.columns, answer.rows)


def answer_json(answer: Answer, shown: Publication) -> Iterator[str]:
    """One object: what the export says of itself, and the whole records."""
    records = [record.model_dump(mode="json") for record in answer.records]
    yield to_json({"about": about(shown), answer.name: records}) + "\n"


def answer_geojson(answer: Answer, shown: Publication, *, id_column: str) -> Iterator[str]:
    """A FeatureCollection of the rows, with a point where they have coordinates."""
    return collection(answer.rows, id_column=id_column, about=about(shown))


def answer_table(answer: Answer, *, width: int = 100, colour: bool = False) -> str:
    """The lines for a terminal ``width`` columns wide."""
    grid = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for heading in answer.headings:
        grid.add_column(heading, overflow="fold")
    for line in answer.lines:
        grid.add_row(*(Text(one_line(cell)) for cell in line))
    return render(grid, width=width, colour=colour)
