"""What articles are known by, so that a later ingest finds the copies of earlier ones."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from sqlalchemy import Connection, delete, insert, select

from hearsay.articles.reprints import WINDOW, Held
from hearsay.store import tables

_HASHES = np.dtype("<u4")


def add_print(db: Connection, held: Held) -> None:
    """Keep an article's fingerprint, by the number of its coding; that which leaves the window goes."""
    table = tables.fingerprints
    values = {
        "coding": held.number,
        "origin": held.origin,
        "triples": held.triples.astype(_HASHES).tobytes(),
        "runs": np.array(held.runs, _HASHES).tobytes(),
    }
    db.execute(insert(table).values(values))
    db.execute(delete(table).where(table.c.coding <= held.number - WINDOW))


def prints_after(db: Connection, number: int) -> Iterator[Held]:
    """The fingerprints of later codings than that, in order."""
    table = tables.fingerprints
    query = (
        select(table, tables.codings.c.article)
        .join(tables.codings, tables.codings.c.n == table.c.coding)
        .where(table.c.coding > number)
        .order_by(table.c.coding)
    )
    for row in db.execute(query):
        triples = np.frombuffer(row.triples, _HASHES).astype(np.uint32)
        runs = tuple(np.frombuffer(row.runs, _HASHES).tolist())
        yield Held(row.coding, row.article, triples, row.origin, runs)
