"""CSV: one row for each claim (RFC 4180, UTF-8, no byte order mark)."""

from __future__ import annotations

import csv as standard
import io
from collections.abc import Iterable, Iterator

from hearsay.publish.plain import cell
from hearsay.publish.redact import redact
from hearsay.publish.rows import COLUMNS, Value, claim_row
from hearsay.records import Coding


def csv(codings: Iterable[Coding], *, names: bool = False) -> Iterator[str]:
    """The header, then the rows of each coding in order. No cell can start a formula."""
    yield _line(list(COLUMNS))
    for coding in codings:
        shown = redact(coding, names=names)
        for claim in shown.claims:
            yield _line([_cell(value) for value in claim_row(shown, claim).values()])


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return cell(value) if isinstance(value, str) else str(value)


def _line(cells: list[str]) -> str:
    buffer = io.StringIO()
    standard.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()
