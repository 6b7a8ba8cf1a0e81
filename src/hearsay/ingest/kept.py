"""The pages that a database keeps, to be coded anew by a newer version of Hearsay or with other place data."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import func, select

from hearsay.errors import InputError, StoreError
from hearsay.pages import Page
from hearsay.store import Database, pages_kept, tables


def kept_pages(database: Database) -> Iterator[Page | InputError]:
    """Each page as it came in, in the order in which they came; for one that is damaged or was not kept its error."""
    table = tables.captures
    first = select(func.min(table.c.coding).label("coding"), table.c.id).group_by(table.c.id).subquery()
    query = (
        select(table.c.source, table.c.sha256, table.c.media, table.c.fields)
        .join(first, (first.c.id == table.c.id) & (first.c.coding == table.c.coding))
        .distinct()
        .order_by(first.c.coding, table.c.id)
    )
    with database.reading() as db:
        captures = db.execute(query).all()
    for row in captures:
        try:
            with database.reading() as db:
                content = pages_kept.load(db, row.sha256)
        except StoreError as error:
            yield InputError(error.code, error.message, where=row.source, hint=error.hint)
        else:
            yield Page(row.source, content, row.media, json.loads(row.fields))
