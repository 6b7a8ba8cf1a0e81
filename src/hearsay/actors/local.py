"""A user's own registry files: checked against the packaged registry, then put beside it in the data folder."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hearsay.actors.entries import read_entries
from hearsay.actors.files import local_files, packaged_files, read_text_file
from hearsay.actors.resolution import Registry
from hearsay.config import data_folder


def check_files(paths: list[Path]) -> Registry:
    """The packaged registry with these files and those imported before; raises :class:`DataError` at the first fault.

    A file that was imported under the same name is replaced in the check, as importing would replace it.
    """
    names = {path.name for path in paths}
    kept = [(where, text) for where, text in local_files(data_folder() / "actors") if Path(where).name not in names]
    return Registry.of_files([*packaged_files(), *kept, *((str(path), read_text_file(path)) for path in paths)])


def import_file(path: Path) -> tuple[Path, int]:
    """Put a checked file into the data folder in one step; where it now lies and how many entries it has.

    A file that fails the check changes nothing.
    """
    check_files([path])
    text = read_text_file(path)
    folder = data_folder() / "actors"
    folder.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=folder, suffix=".draft")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    target = folder / path.name
    Path(draft).replace(target)
    return target, len(read_entries(text, str(path)))
