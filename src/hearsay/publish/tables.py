"""Our own tables, by name: what the CSV formats, the workbook and the data package are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hearsay.publish import detail_rows as details
from hearsay.publish import incident_rows, rows
from hearsay.publish.columns import Columns, Row
from hearsay.publish.publication import Publication


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, the columns that identify a row, and its rows in order."""

    title: str
    columns: Columns
    key: tuple[str, ...]
    rows: Callable[[Publication], Iterator[Row]]
    references: tuple[tuple[str, str], ...] = ()
    """(column, table it points to by that table's key)."""


def _claim_rows(shown: Publication) -> Iterator[Row]:
    """With ``--since``, only the claims of what has changed."""
    every = (row for coding in shown.codings for row in rows.claim_rows(coding, shown.held))
    return (row for row in every if shown.since is None or row["incident_id"] is not None)


_TO_INCIDENT = (("incident_id", "incidents"),)

TABLES: dict[str, Table] = {
    "incidents": Table("Incidents", incident_rows.COLUMNS, ("incident_id",), incident_rows.incident_rows),
    "claims": Table("Who is said to have done what", rows.COLUMNS, ("claim_id",), _claim_rows, _TO_INCIDENT),
    "origins": Table("Who says so", details.ORIGINS, ("incident_id", "origin"), details.origin_rows, _TO_INCIDENT),
    "estimates": Table(
        "Tolls under every rule",
        details.ESTIMATES,
        ("incident_id", "rule", "measure"),
        details.estimate_rows,
        _TO_INCIDENT,
    ),
    "figures": Table("What the tolls were made from", details.FIGURES, (), details.figure_rows, _TO_INCIDENT),
    "links": Table("Why reports were linked", details.LINKS, (), details.link_rows, _TO_INCIDENT),
    "articles": Table("Articles, without their texts", details.ARTICLES, ("article_key",), details.article_rows),
    "tombstones": Table("Incident ids no longer in use", details.TOMBSTONES, ("incident_id",), details.tombstone_rows),
}
"""In the order in which a reader wants them."""
