"""Whose place data a gazetteer holds, by its id: source, licence, and the words that the licence asks for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from hearsay.config import data_folder
from hearsay.places import builtin, import_csv, import_geonames, import_wof
from hearsay.places.schema import files, label_of, rows

NOT_KNOWN = "not known: this gazetteer is no longer installed here"
# By the first word of a file's name; what came from a CSV of one's own is known only where it is installed.
_BY_KIND: dict[str, Mapping[str, str]] = {
    builtin.LABEL: builtin.META,
    "geonames": import_geonames.META,
    "wof": import_wof.META,
    "pcodes": import_csv.PCODES_META,
}


def credits_of(gazetteer: str, folder: Path | None = None) -> list[tuple[str, str, str]]:
    """(source, licence, attribution) of each file of the gazetteer that a coder names, in its order.

    A file that is no longer there is credited as a later one of the same label, else as every file of its source.
    DataError where a file is damaged.
    """
    here = files(data_folder() if folder is None else folder)
    exact = {path.stem: path for path in here}
    later = {label_of(path): path for path in here}
    return [_credit(stem, exact.get(stem) or later.get(stem.rpartition("-")[0])) for stem in gazetteer.split("+")]


def _credit(stem: str, path: Path | None) -> tuple[str, str, str]:
    if path is not None:
        meta: Mapping[str, str] = {str(key): str(value) for key, value in rows(path, "SELECT key, value FROM meta")}
    else:
        unknown = {"source": stem, "licence": NOT_KNOWN, "attribution": ""}
        meta = _BY_KIND.get(stem.partition("-")[0], unknown)
    return meta["source"], meta["licence"], meta["attribution"]
