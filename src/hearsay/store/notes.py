"""Readers' notes: what somebody remarks on some words of an article, with name and date as given."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from hearsay.records import Record, Span
from hearsay.store import tables


class Note(Record):
    """A note, anchored to words of one version of an article."""

    article: str
    """The article's key."""
    version: str
    span: Span
    words: str
    """The text of ``span`` in that version, by which they are found again in another one."""
    author: str
    """As given."""
    date: str
    """As given: an ISO date."""
    text: str


def add_note(db: Connection, note: Note) -> int:
    """Keep a note; its number. Notes are only ever added."""
    start, end = note.span
    values = {**note.model_dump(exclude={"span"}), "start": start, "end": end}
    return int(db.execute(insert(tables.notes).values(values).returning(tables.notes.c.n)).scalar_one())


def notes_of(db: Connection, article: str) -> dict[int, Note]:
    """The notes on an article, of whichever version, by number, in the order in which they came."""
    table = tables.notes
    rows = db.execute(select(table).where(table.c.article == article).order_by(table.c.n)).mappings()
    return {
        row["n"]: Note(
            span=(row["start"], row["end"]),
            **{name: row[name] for name in Note.model_fields if name != "span"},
        )
        for row in rows
    }
