"""``hearsay --version``."""

from __future__ import annotations

from importlib.metadata import version as version_of
from typing import Annotated

import typer


def _print(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hearsay {version_of('hearsay')}")
        raise typer.Exit


def version(
    _: Annotated[
        bool, typer.Option("--version", callback=_print, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Take the options that stand before any command."""
