"""``hearsay demo``: the bundled, invented reports coded and shown, in the terminal and in the browser."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from hearsay.cli.output import STDOUT, colour, width, write


def demo(
    serve: Annotated[bool, typer.Option("--serve", help="Then show them in the explorer.")] = False,
) -> None:
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
    if serve:
        _explored(inputs)
    raise typer.Exit(tally.status)


def _explored(reports: Sequence[Path]) -> None:
    """The reports in a database that goes when the explorer ends."""
    import io
    import tempfile

    from hearsay.cli.serve import PORT, explore
    from hearsay.errors import OutputError
    from hearsay.ingest import ingest
    from hearsay.pages import read_pages
    from hearsay.pipeline import references
    from hearsay.store import open_database

    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "demo.db")
        with open_database(path, write=True) as database:
            for _ in ingest(read_pages([str(report) for report in reports], io.BytesIO()), database, references()):
                pass
        try:
            explore(path, PORT)
        except OutputError:  # another explorer has that port
            explore(path, 0)
