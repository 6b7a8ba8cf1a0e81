"""``hearsay revisions``: what newer versions of articles changed in their claims."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli.database import DEFAULT_DB, Db
from hearsay.cli.output import STDOUT, colour, say, width, write

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from hearsay.publish.revisions import Revision


class Format(StrEnum):
    """How the changes are written."""

    table = "table"
    jsonl = "jsonl"


def revisions(
    article: Annotated[
        str | None, typer.Argument(help="Its key, the start of it, or its address. Without: every revised article.")
    ] = None,
    db: Db = DEFAULT_DB,
    output_format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Default: table on a terminal, jsonl otherwise.", show_default=False),
    ] = None,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE|-", help="Where to write it.")] = STDOUT,
    names: Annotated[bool, typer.Option("--names", help="Leave the names of private people in.")] = False,
) -> None:
    """Show what a new version of an article changed in its claims: other figures, what was withdrawn or added."""
    from hearsay.publish.revisions import revisions_jsonl, revisions_table
    from hearsay.store import open_database

    to_terminal = output == STDOUT and sys.stdout.isatty()
    chosen = output_format or (Format.table if to_terminal else Format.jsonl)
    with open_database(db) as database, database.reading() as connection:
        found = list(_revisions(connection, article, names=names))
    if not found:
        say("no article has a second version")
    if chosen is Format.jsonl:
        write(revisions_jsonl(found), output)
    else:
        write(revisions_table(found, width=width(), colour=colour()), output)


def _revisions(db: Connection, article: str | None, *, names: bool) -> Iterator[Revision]:
    from hearsay.articles.identity import key_of
    from hearsay.errors import StoreError
    from hearsay.publish.revisions import revision
    from hearsay.store import read

    if article is None:
        keys = read.article_keys(db, revised=True)
    else:
        start = key_of(article, None, None, "") if "://" in article else article
        keys = read.article_keys(db, start)
        if not keys:
            raise StoreError("article-unknown", f"no article is called {article!r}", hint="Give its key or address.")
        if len(keys) > 1 and start not in keys:
            raise StoreError("article-ambiguous", f"the keys of {len(keys)} articles begin with {article!r}")
        keys = (start,) if start in keys else keys
    for key in keys:
        latest = {version.article.version: version for version in read.versions(db, key)}
        for old, new in pairwise(latest.values()):
            yield revision(read.coding(db, old.number), read.coding(db, new.number), names=names)
