"""``hearsay demo``: the bundled, invented reports coded and shown."""

from __future__ import annotations

import sys

import typer

from hearsay.cli.output import STDOUT, colour, width, write


def demo() -> None:
    """Code the bundled sample reports, all invented, and show the claims in them."""
    import io

    from hearsay.cli.tally import Tally
    from hearsay.demo import reports
    from hearsay.pipeline import code_inputs
    from hearsay.publish.table import overview, table

    tally = Tally(live=False)
    inputs = reports()
    codings = list(tally.successes(code_inputs([str(path) for path in inputs], io.BytesIO())))
    pieces = [
        *table(codings, width=width(), colour=colour()),
        overview(codings, width=width(), colour=colour()),
    ]
    write(pieces, STDOUT)
    claims = sum(len(coding.claims) for coding in codings)
    folder = inputs[0].parent
    command = sys.argv[0]
    typer.echo(
        f"\n{len(codings)} invented reports from {folder}: {claims} claims.\n\n"
        "Now with a page of your own, saved from the browser or pasted into a text file:\n"
        f"    {command} code PAGE.html\n"
        f"    {command} explain PAGE.html 1          the first claim, word by word\n"
        f"    {command} code FOLDER --format csv --output claims.csv"
    )
    raise typer.Exit(tally.status)
