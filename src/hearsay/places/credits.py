"""Whose place data a gazetteer holds, by its id: source, licence, and the words that the licence asks for."""

from __future__ import annotations

from pathlib import Path

from hearsay.config import data_folder
from hearsay.places.schema import files, rows

NOT_INSTALLED = "not known: this gazetteer is no longer installed here"


def credits_of(gazetteer: str, folder: Path | None = None) -> list[tuple[str, str, str]]:
    """(source, licence, attribution) of each file of the gazetteer that a coder names, in its order.

    DataError where a file is damaged.
    """
    here = {path.stem: path for path in files(data_folder() if folder is None else folder)}
    found = []
    for stem in gazetteer.split("+"):
        if stem in here:
            meta = {str(key): str(value) for key, value in rows(here[stem], "SELECT key, value FROM meta")}
            found.append((meta["source"], meta["licence"], meta["attribution"]))
        else:
            found.append((stem, NOT_INSTALLED, ""))
    return found
