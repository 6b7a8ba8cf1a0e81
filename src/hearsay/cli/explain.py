"""``hearsay explain``: one claim with its words marked and what made each field."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.cli.output import STDOUT, colour, say, width, write
from hearsay.errors import HearsayError, InputError

if TYPE_CHECKING:
    from hearsay.records import Claim, Coding


def explain(
    file: Annotated[str, typer.Argument(help="The article, as for `hearsay code`.")],
    claim: Annotated[str, typer.Argument(help="Its id, the start of it, or its number in the table.")],
    names: Annotated[bool, typer.Option("--names", help="Leave the names of private people in.")] = False,
) -> None:
    """Show the passage of a claim with each field's words marked, how they were read, and by what."""
    from hearsay.pipeline import code_inputs
    from hearsay.publish.explain import explain as explained

    codings = []
    for result in code_inputs([file], sys.stdin.buffer):
        if isinstance(result, HearsayError):
            say(str(result))
        else:
            codings.append(result)
    coding, chosen = _find(codings, claim, file)
    write([explained(coding, chosen.id, width=width(), colour=colour(), names=names)], STDOUT)


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
