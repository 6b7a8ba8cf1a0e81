"""The option that names the database, the same for every command that has one."""

from __future__ import annotations

from typing import Annotated

import typer

Db = Annotated[str, typer.Option("--db", envvar="HEARSAY_DB", metavar="FILE", help="The database.")]
DEFAULT_DB = "hearsay.db"
