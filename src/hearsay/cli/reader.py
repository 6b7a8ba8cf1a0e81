"""The options of commands that code articles: which reader reads them, and whether all are read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Model = Annotated[
    Path | None,
    typer.Option(
        "--model", metavar="DIR", help="A reader made by hearsay train; else the rules alone.", show_default=False
    ),
]
Triage = Annotated[
    bool,
    typer.Option("--triage", help="For mixed news: keep articles without a word of conflict unread, and say so."),
]
