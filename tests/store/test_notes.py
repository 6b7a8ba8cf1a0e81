"""Readers' notes are kept as they came, in the order in which they came."""

from __future__ import annotations

from hearsay.store import Database
from hearsay.store.notes import Note, add_note, notes_of

NOTE = Note(
    article="url-1", version="v1", span=(10, 19), words="60 people", author="Rima K.", date="2024-02-03",
    text="Their own list has 58 names.\nقائمتهم تضم 58 اسمًا.",
)  # fmt: skip


def test_what_was_put_in_is_read_back_in_order(database: Database) -> None:
    other = NOTE.model_copy(update={"author": "A. Nasser", "span": (0, 4)})
    with database.writing() as db:
        numbers = [add_note(db, NOTE), add_note(db, other), add_note(db, NOTE)]
        add_note(db, NOTE.model_copy(update={"article": "url-2"}))
    with database.reading() as db:
        assert list(notes_of(db, "url-1").items()) == list(zip(numbers, (NOTE, other, NOTE), strict=True))
        assert notes_of(db, "url-3") == {}
