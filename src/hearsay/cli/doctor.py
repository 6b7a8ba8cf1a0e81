"""``hearsay doctor``: what is installed, where data lie, what is missing and how to get it."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator
from importlib import metadata
from typing import TYPE_CHECKING

import typer

from hearsay.cli.group import FAILED
from hearsay.cli.output import STDOUT, write
from hearsay.config import SHIPPED_READER
from hearsay.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

MISSING = "MISSING"
# The head of a PEP 508 requirement: name, extras, versions.
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[[^\]]*\])?(?P<versions>[^;]*)")


def doctor() -> None:
    """Say what is installed, where data lie, what is missing and how to get it."""
    lines = [f"{name:<12} {value}".rstrip() for name, value in _findings()]
    write(["\n".join(lines) + "\n"], STDOUT)
    if any(MISSING in line for line in lines):
        raise typer.Exit(FAILED)


def _findings() -> Iterator[tuple[str, str]]:
    from hearsay.actors import Registry
    from hearsay.codebook import codebook_id
    from hearsay.config import data_folder

    yield "hearsay", metadata.version("hearsay")
    yield "Python", f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    yield from _packages()
    yield "codebook", codebook_id()
    yield "registry", Registry.load().id
    yield "reader", _reader()
    folder = data_folder()
    chosen = "from HEARSAY_DATA" if os.environ.get("HEARSAY_DATA") else "set HEARSAY_DATA to move it"
    yield "data folder", f"{folder} ({chosen})"
    yield from _gazetteers(folder)


def _reader() -> str:
    """The trained reader in the package; ``hearsay code --model`` takes another."""
    from hearsay.reading.model.card import read_card

    try:
        return read_card(SHIPPED_READER).id
    except DataError as error:
        return f"{MISSING} ({error})"


def _packages() -> Iterator[tuple[str, str]]:
    """Each package that the core needs."""
    name = "packages"
    for requirement in metadata.requires("hearsay") or ():
        wanted = _REQUIREMENT.match(requirement)
        if wanted is not None and "extra ==" not in requirement:
            yield name, _installed(wanted["name"], wanted["versions"])
            name = ""


def _installed(package: str, versions: str) -> str:
    try:
        return f"{package} {metadata.version(package)}"
    except metadata.PackageNotFoundError:
        return f"{package} {MISSING}: pip install '{package}{versions.strip()}'"


def _gazetteers(folder: Path) -> Iterator[tuple[str, str]]:
    name = "gazetteers"
    for path in sorted(folder.glob("*.sqlite")) if folder.is_dir() else ():
        yield name, f"{path.name}  {path.stat().st_size / 1e6:.1f} MB"
        name = ""
    if name:
        yield name, "none yet: the built-in world gazetteer is compiled at first use"
    yield "", "`hearsay gazetteer get SY` adds the villages of a country"
