"""CSV (RFC 4180, UTF-8, no byte order mark): a table with a header and a row for each record."""

from __future__ import annotations

import csv as standard
import io
from collections.abc import Iterable, Iterator, Sequence

from hearsay.publish.columns import Columns, Row, Value
from hearsay.publish.plain import cell
from hearsay.publish.redact import redact
from hearsay.publish.rows import COLUMNS, claim_rows, held
from hearsay.records import Coding


def csv(codings: Iterable[Coding], *, names: bool = False) -> Iterator[str]:
    """The claims of ``codings``: the header, then the rows of each coding in order."""
    shown = (redact(coding, names=names) for coding in codings)
    return table_csv(COLUMNS, (row for coding in shown for row in claim_rows(coding, held(coding.incidents))))


def table_csv(columns: Columns, rows: Iterable[Row]) -> Iterator[str]:
    """Any table. No cell can start a formula; numbers stay numbers."""
    yield line([column.name for column in columns])
    for row in rows:
        yield line([as_text(row[column.name]) for column in columns])


def line(cells: Sequence[str]) -> str:
    """One line of CSV."""
    buffer = io.StringIO()
    standard.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()


def as_text(value: Value) -> str:
    """A value as a cell: empty for None, "true" or "false", whole numbers without ".0", text made harmless."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return cell(value)
        case float() if value.is_integer():
            return f"{value:.0f}"
        case _:
            return str(value)
