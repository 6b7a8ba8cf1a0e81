"""``hearsay serve``: the explorer, for this computer alone or, held back as a public one, for everybody."""

from __future__ import annotations

import signal
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Annotated

import typer

from hearsay.cli.database import DEFAULT_DB, Db
from hearsay.cli.output import say

PORT = 8400
_INSTANTS = ["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S%z"]


def serve(
    db: Db = DEFAULT_DB,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where it listens; 0: any that is free.")] = PORT,
    names: Annotated[bool, typer.Option("--names", help="Show the names of private people.")] = False,
    public: Annotated[
        bool,
        typer.Option("--public", help="Passages only, after a delay, some places by district; nothing can be added."),
    ] = False,
    as_of: Annotated[
        datetime | None,
        typer.Option(formats=_INSTANTS, metavar="WHEN", help="With --public: what was public then, in UTC; else now."),
    ] = None,
    host: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A name under which a proxy before it is known.")
    ] = None,
) -> None:
    """Look at a database in the browser: map, timeline, incidents with their claims, articles with their words."""
    from hearsay.store import open_database

    if names and public:
        raise typer.BadParameter("--names are not shown in --public")
    if as_of and not public:
        raise typer.BadParameter("--as-of is for --public")
    open_database(db).close()  # an error now rather than on the first page
    explore(db, port, names=names, public=public, as_of=as_of and as_of.replace(tzinfo=as_of.tzinfo or UTC), also=host)


def explore(
    db: str,
    port: int,
    *,
    names: bool = False,
    public: bool = False,
    as_of: datetime | None = None,
    also: list[str] | None = None,
) -> None:
    """Serve the explorer until it is ended. DataError ``extra-missing``, OutputError ``port-taken``.

    ``also``: names under which it answers beside this computer's own.
    """
    from hearsay.errors import DataError

    try:
        import uvicorn

        from hearsay.web.app import create_app
        from hearsay.web.public_copy import public_copy
        from hearsay.web.serving import listen
        from hearsay.web.settings import LOCAL_HOSTS, PUBLIC, Settings
    except ModuleNotFoundError as error:
        hint = "Install it: pip install 'hearsay[web]'"
        raise DataError("extra-missing", f"the explorer needs {error.name}", hint=hint) from error
    hosts = (*LOCAL_HOSTS, *(also or ()))
    with listen(port) as socket, ExitStack() as until_the_end:
        settings = Settings(database=db, hosts=hosts, names=names)
        if public:
            path, made = until_the_end.enter_context(public_copy(db, as_of))
            settings = Settings(database=str(path), hosts=hosts, granted=PUBLIC, public=True)
            say(f"public: {made.shown} of {made.shown + made.held_back} articles shown, the others held back")
        signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # so that what was made for it goes when it is ended
        say(f"the explorer shows {db} at http://127.0.0.1:{socket.getsockname()[1]}/ (Ctrl-C ends it)")
        config = uvicorn.Config(create_app(settings), log_level="warning", server_header=False, access_log=False)
        uvicorn.Server(config).run(sockets=[socket])
