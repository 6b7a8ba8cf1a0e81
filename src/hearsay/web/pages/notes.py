"""A reader's note on some words of an article: it is kept, and shown beside them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Form
from fastapi.responses import RedirectResponse

from hearsay.publish.plain import printable
from hearsay.store import open_database, read, single
from hearsay.store.notes import Note, add_note
from hearsay.web.adding import WAIT_S
from hearsay.web.faults import WebError
from hearsay.web.routing import Route
from hearsay.web.settings import Permission
from hearsay.web.site import TheSite

LONGEST_AUTHOR, LONGEST_TEXT, LONGEST_WORDS = 100, 5_000, 2_000
Words = Annotated[str, Form()]


def add(
    article: str,
    site: TheSite,
    start: Annotated[int, Form()],
    end: Annotated[int, Form()],
    coding: Annotated[int | None, Form()] = None,
    author: Words = "",
    day: Words = "",
    text: Words = "",
) -> RedirectResponse:
    """Keep a note on the characters from ``start`` to ``end`` of the text of ``coding``, else of the current one."""
    with site.reading() as db:
        current = single.current(db, article)
        numbers = {version.number for version in read.versions(db, article)}
        if coding is not None and coding not in numbers:
            raise WebError(404, "version-unknown", "the article has no such version")
        record = read.coding(db, coding or current).article
    note = Note(
        article=article,
        version=record.version,
        span=(start, end),
        words=_words(record.text, start, end),
        author=_given("your name", author, LONGEST_AUTHOR),
        date=_day(day),
        text=_given("the note", text, LONGEST_TEXT),
    )
    with open_database(site.settings.database, write=True, wait_s=WAIT_S) as database, database.writing() as db:
        number = add_note(db, note)
    version = f"?version={coding}" if coding not in (None, current) else ""
    return RedirectResponse(f"/articles/{article}{version}#note-{number}", status_code=303)


def _words(text: str, start: int, end: int) -> str:
    if not 0 <= start < end <= len(text):
        raise WebError(400, "note-invalid", "the note is about no words of this text", hint="Select some words first.")
    if end - start > LONGEST_WORDS:
        raise WebError(400, "note-invalid", f"a note is about at most {LONGEST_WORDS:,} characters")
    return text[start:end]


def _given(what: str, value: str, longest: int) -> str:
    found = printable(value.replace("\r\n", "\n")).strip()
    if not found:
        raise WebError(400, "note-invalid", f"{what} is missing")
    if len(found) > longest:
        raise WebError(400, "note-invalid", f"{what} is longer than {longest:,} characters")
    return found


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value.strip()).isoformat()
    except ValueError as error:
        raise WebError(400, "note-invalid", "the date is no day such as 2024-05-14") from error


ROUTES = (Route("/articles/{article}/notes", add, Permission.NOTE, ("POST",)),)
