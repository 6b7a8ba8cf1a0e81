"""Readers' notes on an article, with the words that they are about in the version that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hearsay.publish.private import PrivateNames
from hearsay.records import Article, Span
from hearsay.store.notes import Note


@dataclass(frozen=True, slots=True)
class Noted:
    """A note as it is shown."""

    number: int
    author: str
    date: str
    text: str
    span: Span | None
    """None: its words are not in this version."""
    words: str


def noted(notes: Mapping[int, Note], article: Article, private: PrivateNames) -> tuple[Noted, ...]:
    """The notes on ``article``, as it was coded; ``private`` names are masked in what is shown of them."""
    return tuple(
        Noted(
            number=number,
            author=note.author,
            date=note.date,
            text=private.masked(note.text),
            span=_found(note, article),
            words=private.masked(note.words),
        )
        for number, note in notes.items()
    )


def _found(note: Note, article: Article) -> Span | None:
    """Where the note's words stand: in another version, where they recur nearest to where they stood."""
    if note.version == article.version:
        return note.span
    at, starts = article.text.find(note.words), list[int]()
    while at >= 0:
        starts.append(at)
        at = article.text.find(note.words, at + 1)
    nearest = min(starts, key=lambda start: abs(start - note.span[0]), default=None)
    return None if nearest is None else (nearest, nearest + len(note.words))
