"""``hearsay ingest``: articles coded and kept in a database, where they are linked with those that are there."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli.database import DEFAULT_DB, Db
from hearsay.cli.output import say
from hearsay.cli.reader import Model, Triage
from hearsay.config import SHIPPED_READER

if TYPE_CHECKING:
    from hearsay.store import Database


def _day(text: str | None) -> str | None:
    from datetime import date

    if text is not None:
        try:
            date.fromisoformat(text)
        except ValueError as error:
            raise typer.BadParameter(f"{text!r} is no day such as 2024-05-14") from error
    return text


def ingest(
    inputs: Annotated[
        list[str] | None, typer.Argument(help="Files, folders, web addresses, or - for stdin.", metavar="INPUT...")
    ] = None,
    db: Db = DEFAULT_DB,
    kept: Annotated[
        bool, typer.Option("--kept", help="Code the pages that the database keeps anew, after an update of Hearsay.")
    ] = False,
    model: Model = SHIPPED_READER,
    triage: Triage = False,
    no_pages: Annotated[bool, typer.Option("--no-pages", help="Do not keep the bytes of the pages.")] = False,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DAY", callback=_day, help="The day to note with the change; exports can start from it."
        ),
    ] = None,
) -> None:
    """Code articles into a database and link what they tell. What is known already is not taken in again."""
    from hearsay.cli.tally import Tally
    from hearsay.ingest import ingest as taken_in
    from hearsay.ingest import kept_pages
    from hearsay.pages import read_pages
    from hearsay.pipeline import references
    from hearsay.store import open_database

    if bool(inputs) == kept:
        raise typer.BadParameter("give INPUT... or --kept", param_hint="INPUT")
    with open_database(db, write=True) as database:
        pages = kept_pages(database) if kept else read_pages(inputs or [], sys.stdin.buffer)
        refs = references(model, triage=triage)
        results = taken_in(pages, database, refs, keep_pages=not no_pages, as_of=as_of)
        tally = Tally(live=sys.stderr.isatty(), done="taken in")
        outcomes = Counter[str](result.outcome for result in tally.successes(results))
        say(_summary(outcomes, database, db))
    raise typer.Exit(tally.status)


_WORDS = {"new": "new", "revised": "revised", "older": "older versions", "known": "known already"}


def _summary(outcomes: Counter[str], database: Database, where: str) -> str:
    from hearsay.store import IncidentQuery, count_incidents, read
    from hearsay.store.codings import last_change

    came = ", ".join(f"{outcomes[outcome]} {words}" for outcome, words in _WORDS.items() if outcomes[outcome])
    with database.reading() as db:
        articles, incidents = read.count_articles(db), count_incidents(db, IncidentQuery())
        state = last_change(db)
    return f"{came or 'nothing new'}; {where} has {articles} articles and {incidents} incidents (state {state})"
