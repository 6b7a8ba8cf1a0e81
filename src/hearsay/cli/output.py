"""Where results and remarks go: results to stdout or, whole or not at all, to a file; remarks to stderr."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from hearsay.errors import OutputError
from hearsay.publish.plain import one_line

STDOUT = "-"
WIDEST = 120  # columns; longer lines are hard to read
WITHOUT_TERMINAL = 100


def say(remark: str) -> None:
    """One line to stderr. Whatever an input put into it, the terminal takes no order from it."""
    sys.stderr.write(f"hearsay: {one_line(remark)}\n")
    sys.stderr.flush()


def width() -> int:
    """Columns to fill: the terminal's, or what ``COLUMNS`` says, at most WIDEST."""
    return min(shutil.get_terminal_size((WITHOUT_TERMINAL, 24)).columns, WIDEST)


def colour() -> bool:
    """Whether stdout takes colours: a terminal, and ``NO_COLOR`` unset."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def write(pieces: Iterable[str] | Iterable[bytes], target: str, *, replace: bool = True) -> None:
    """Write ``pieces``, text as UTF-8, to stdout, or to the file ``target``, which appears only when complete.

    OutputError ``output-exists`` where it is there already and is not to be replaced, ``output-unwritable``.
    """
    path = Path(target)
    try:
        if target == STDOUT:
            _write_to(sys.stdout.buffer, pieces)
        elif path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as device:  # a pipe or a device cannot be replaced
                _write_to(device, pieces)
        elif path.is_file() and not replace:
            hint = "Name another file, or say --force to replace it."
            raise OutputError("output-exists", "the file is there already", where=target, hint=hint)
        else:
            _replace(path, pieces)
    except BrokenPipeError:
        raise
    except OSError as error:
        where = "standard output" if target == STDOUT else target
        raise OutputError(
            "output-unwritable", f"cannot write the result: {error.strerror or error}", where=where
        ) from error


def _replace(path: Path, pieces: Iterable[str] | Iterable[bytes]) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            _write_to(file, pieces)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _write_to(file: BinaryIO, pieces: Iterable[str] | Iterable[bytes]) -> None:
    for piece in pieces:
        file.write(piece.encode("utf-8") if isinstance(piece, str) else piece)
        file.flush()
