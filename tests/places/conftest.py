"""The built-in gazetteer, compiled once and kept in pytest's cache folder."""

from pathlib import Path

import pytest

from hearsay.places import Gazetteer


@pytest.fixture(scope="session")
def world_folder(request: pytest.FixtureRequest) -> Path:
    cache = request.config.cache
    assert cache is not None
    return Path(cache.mkdir("gazetteer"))


@pytest.fixture(scope="session")
def world(world_folder: Path) -> Gazetteer:
    return Gazetteer.open(world_folder)
