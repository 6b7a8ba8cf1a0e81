"""``hearsay explain``: a claim with its words marked, or an incident as an analyst would write it up."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli.code import known_rule
from hearsay.cli.database import DEFAULT_DB, Db, incident_called
from hearsay.cli.output import STDOUT, colour, say, width, write
from hearsay.cli.reader import Model
from hearsay.config import SHIPPED_READER
from hearsay.errors import HearsayError, InputError

if TYPE_CHECKING:
    from pathlib import Path

    from hearsay.records import Claim, Coding


def explain(
    target: Annotated[
        str,
        typer.Argument(
            help="An incident of the database, by its id or the start of it; or an article, as for `hearsay code`.",
            metavar="INCIDENT|FILE",
        ),
    ],
    claim: Annotated[
        str | None, typer.Argument(help="Of an article: the claim's id, the start of it, or its number in the table.")
    ] = None,
    db: Db = DEFAULT_DB,
    rule: Annotated[
        str, typer.Option("--rule", callback=known_rule, metavar="NAME", help="How the incident's toll is estimated.")
    ] = "stated",
    model: Model = SHIPPED_READER,
    names: Annotated[bool, typer.Option("--names", help="Leave the names of private people in.")] = False,
) -> None:
    """Tell why each claim is in an incident, who says what and how its toll came about; or how one claim was read."""
    if claim is None:
        write([_incident(target, db, rule=rule, names=names)], STDOUT)
    else:
        write([_claim(target, claim, model, names=names)], STDOUT)


def _incident(wanted: str, db: str, *, rule: str, names: bool) -> str:
    from hearsay.publish.account import account
    from hearsay.publish.publication import publication
    from hearsay.store import open_database

    with open_database(db) as database, database.reading() as connection:
        shown = publication(incident_called(connection, wanted, db), rule=rule, names=names)
        return "".join(account(shown, one, width=width()) for one in shown.incidents)


def _claim(file: str, claim: str, model: Path | None, *, names: bool) -> str:
    from hearsay.pipeline import code_inputs
    from hearsay.publish.explain import explain as explained

    codings = []
    for result in code_inputs([file], sys.stdin.buffer, model=model):
        if isinstance(result, HearsayError):
            say(str(result))
        else:
            codings.append(result)
    coding, chosen = _find(codings, claim, file)
    return explained(coding, chosen.id, width=width(), colour=colour(), names=names)


def _find(codings: list[Coding], wanted: str, file: str) -> tuple[Coding, Claim]:
    """The claim with that id, or the only one whose id begins so; a number counts one article's claims."""
    everything = [(coding, claim) for coding in codings for claim in coding.claims]
    if wanted.isdecimal() and len(codings) == 1 and 1 <= int(wanted) <= len(everything):
        return everything[int(wanted) - 1]
    found = [pair for pair in everything if pair[1].id == wanted]
    found = found or [pair for pair in everything if pair[1].id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    hint = f"`hearsay code {file} --format table` lists them."
    if found:
        raise InputError("claim-ambiguous", f"{len(found)} claims begin with {wanted!r}", where=file, hint=hint)
    raise InputError("claim-unknown", f"no claim is called {wanted!r}", where=file, hint=hint)
