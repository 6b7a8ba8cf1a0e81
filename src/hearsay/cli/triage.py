"""The option of commands that code batches of mixed news."""

from __future__ import annotations

from typing import Annotated

import typer

Triage = Annotated[
    bool,
    typer.Option("--triage", help="For mixed news: keep articles without a word of conflict unread, and say so."),
]
