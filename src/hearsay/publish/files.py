"""Formats that are written by seeking to and fro: made in a temporary file, then given in pieces as the others are."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import IO

PIECE = 1 << 16  # bytes
_IN_MEMORY = 1 << 24  # bytes; larger ones go to the disk
# Nothing comes from the clock: the first moment that a ZIP can hold.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def pieces_of(write: Callable[[IO[bytes]], None]) -> Iterator[bytes]:
    """What ``write`` writes into the file that it is given."""
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
        write(file)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def archive(members: Iterable[tuple[str, Iterable[str]]]) -> Iterator[bytes]:
    """A ZIP of texts by name; the same members give the same bytes."""

    def write(file: IO[bytes]) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, pieces in members:
                entry = zipfile.ZipInfo(name, _MOMENT)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                with packed.open(entry, "w") as member:
                    for piece in pieces:
                        member.write(piece.encode("utf-8"))

    return pieces_of(write)
