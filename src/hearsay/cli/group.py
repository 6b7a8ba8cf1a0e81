"""What holds for every command: an error is one line and a status, a closed pipe is quiet."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from hearsay.cli.output import say
from hearsay.errors import HearsayError

FAILED = 1
PIPE_CLOSED = 141  # 128 + SIGPIPE, as the shell reports a command whose reader went away


class Commands(TyperGroup):
    """Runs a command and turns what it raises into an exit status."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that ``ctx`` names."""
        try:
            return super().invoke(ctx)
        except HearsayError as error:
            say(str(error))
            raise typer.Exit(FAILED) from error
        except BrokenPipeError:
            # The interpreter flushes stdout once more on its way out; give it somewhere to go.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(PIPE_CLOSED) from None
