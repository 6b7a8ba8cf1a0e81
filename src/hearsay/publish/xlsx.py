"""A workbook (Office Open XML): README, then a sheet for each table, then the meaning of every column.

Text is stored as text: no cell is a formula or a link. Needs ``hearsay[export]``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import IO, Any

from hearsay.errors import OutputError
from hearsay.publish.about import TITLE, lines, made_by
from hearsay.publish.columns import Columns, Row
from hearsay.publish.extras import needed
from hearsay.publish.files import pieces_of
from hearsay.publish.plain import cell
from hearsay.publish.publication import Publication
from hearsay.publish.tables import TABLES

SHEETS = ("incidents", "claims", "origins", "estimates", "articles", "tombstones")
MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767  # characters; Excel's limits, in Microsoft's "Excel specifications and limits"
_CUT = " […]"
_WIDTH = {"text": 22, "number": 11, "integer": 11, "date": 12, "boolean": 10}  # characters
_WIDE = 60
_MOMENT = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def xlsx(shown: Publication) -> Iterator[bytes]:
    """The workbook. OutputError where a table has more rows than a sheet can hold."""
    writer = needed("xlsxwriter", "the workbook")
    return pieces_of(lambda file: _write(writer, file, shown))


def _write(writer: Any, file: IO[bytes], shown: Publication) -> None:
    with TemporaryDirectory() as folder:  # rows wait on the disk; whatever happens, nothing of them stays there
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "tmpdir": folder,
        }
        try:
            with writer.Workbook(file, options) as book:
                _fill(book, shown)
        except writer.exceptions.XlsxFileError as error:  # what the library makes of a full disk
            raise OutputError("output-unwritable", f"cannot write the workbook: {error}") from error


def _fill(book: Any, shown: Publication) -> None:
    book.set_properties({"title": TITLE, "comments": made_by(), "created": _MOMENT})
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    readme = book.add_worksheet("README")
    readme.set_column(0, 0, 24, bold)
    readme.set_column(1, 1, 110, wrapped)
    for at, (heading, text) in enumerate(lines(shown)):
        readme.write_string(at, 0, heading)
        readme.write_string(at, 1, _text(text))
    for name in SHEETS:
        table = TABLES[name]
        _sheet(book.add_worksheet(name), table.columns, table.rows(shown), bold)
    dictionary = book.add_worksheet("columns")
    for at, width in enumerate((14, 24, 10, 100)):
        dictionary.set_column(at, at, width)
    entries = [(name, c.name, c.type, c.meaning) for name in SHEETS for c in TABLES[name].columns]
    for at, entry in enumerate([("sheet", "column", "type", "meaning"), *entries]):
        for column, text in enumerate(entry):
            dictionary.write_string(at, column, text, *([bold] if at == 0 else []))


def _sheet(sheet: Any, columns: Columns, rows: Iterator[Row], bold: Any) -> None:
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _WIDE if column.name in ("words", "headline", "notes") else _WIDTH[column.type])
        sheet.write_string(0, at, column.name, bold)
    last = 0
    for line, row in enumerate(rows, 1):
        if line >= MOST_ROWS:
            raise OutputError(
                "xlsx-too-large",
                f"a sheet holds {MOST_ROWS - 1:,} rows, and there are more",
                hint="Use --since, or the datapackage or geoparquet format.",
            )
        for at, column in enumerate(columns):
            value = row[column.name]
            match value:
                case None:
                    pass
                case bool():
                    sheet.write_boolean(line, at, value)
                case str():
                    sheet.write_string(line, at, _text(value))
                case _:
                    sheet.write_number(line, at, value)
        last = line
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _text(value: str) -> str:
    """Text as a cell, cut where Excel would refuse the file, and seen to be cut."""
    text = cell(value)
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(_CUT)] + _CUT
