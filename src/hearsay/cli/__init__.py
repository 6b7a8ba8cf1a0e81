"""The command line: one file per command, heavy imports inside them so that ``hearsay --help`` is quick.

Data go to stdout, everything said about them to stderr. Exit status: 0 all went well, 1 nothing did, 2 the
command was wrong, 3 some inputs failed.
"""

from __future__ import annotations

import typer

from hearsay.cli import actors, gazetteer
from hearsay.cli.ceasefires import ceasefires
from hearsay.cli.code import code
from hearsay.cli.compare import compare
from hearsay.cli.control import control
from hearsay.cli.demo import demo
from hearsay.cli.doctor import doctor
from hearsay.cli.evaluate import evaluate
from hearsay.cli.explain import explain
from hearsay.cli.export import export
from hearsay.cli.group import Commands
from hearsay.cli.incidents import incidents
from hearsay.cli.ingest import ingest
from hearsay.cli.report import report
from hearsay.cli.revisions import revisions
from hearsay.cli.schema import schema
from hearsay.cli.serve import serve
from hearsay.cli.sources import sources
from hearsay.cli.train import train
from hearsay.cli.version import version

app = typer.Typer(
    name="hearsay",
    cls=Commands,
    help="Turns conflict reporting into attributed event data: what is said to have happened, and by whom.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS = (
    code, ingest, incidents, serve, explain, revisions, export, compare, sources, control,
    ceasefires, report, demo, doctor, schema, train, evaluate,
)  # fmt: skip
for command in COMMANDS:
    app.command()(command)
app.add_typer(gazetteer.app, name="gazetteer")
app.add_typer(actors.app, name="actors")
app.callback()(version)
