"""The options of commands that code articles: which reader reads them, and whether all are read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

_RULES = Path("rules")


def _chosen(model: Path) -> Path | None:
    return None if model == _RULES else model


Model = Annotated[
    Path | None,
    typer.Option(
        "--model",
        metavar="DIR|rules",
        callback=_chosen,
        help="Another reader, made by hearsay train; or rules: read without one.",
        show_default="the reader that comes with Hearsay",
    ),
]
Triage = Annotated[
    bool,
    typer.Option("--triage", help="For mixed news: keep articles without a word of conflict unread, and say so."),
]
