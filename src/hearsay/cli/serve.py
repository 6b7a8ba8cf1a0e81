"""``hearsay serve``: the explorer, for this computer alone."""

from __future__ import annotations

from typing import Annotated

import typer

from hearsay.cli.database import DEFAULT_DB, Db
from hearsay.cli.output import say

PORT = 8400


def serve(
    db: Db = DEFAULT_DB,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where it listens; 0: any that is free.")] = PORT,
    names: Annotated[bool, typer.Option("--names", help="Show the names of private people.")] = False,
) -> None:
    """Look at a database in the browser: map, timeline, incidents with their claims, articles with their words."""
    from hearsay.store import open_database

    open_database(db).close()  # an error now rather than on the first page
    explore(db, port, names=names)


def explore(db: str, port: int, *, names: bool = False) -> None:
    """Serve the explorer until it is ended. DataError ``extra-missing``, OutputError ``port-taken``."""
    from hearsay.errors import DataError

    try:
        import uvicorn

        from hearsay.web.app import create_app
        from hearsay.web.serving import listen
        from hearsay.web.settings import Settings
    except ModuleNotFoundError as error:
        hint = "Install it: pip install 'hearsay[web]'"
        raise DataError("extra-missing", f"the explorer needs {error.name}", hint=hint) from error
    socket = listen(port)
    app = create_app(Settings(database=db, names=names))
    say(f"the explorer shows {db} at http://127.0.0.1:{socket.getsockname()[1]}/ (Ctrl-C ends it)")
    config = uvicorn.Config(app, log_level="warning", server_header=False, access_log=False)
    uvicorn.Server(config).run(sockets=[socket])
