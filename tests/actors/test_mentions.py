"""A table of mentions: full and short names, several spellings and scripts, at a place and in a year."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay.actors import Registry


def table() -> Iterator[tuple[str, ...]]:
    for line in (Path(__file__).parent / "mentions.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(cell.strip() for cell in line.split(" | "))


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


@pytest.mark.parametrize("row", list(table()), ids=lambda row: f"{row[0]} {row[1]}")
def test_mention(row: tuple[str, ...], registry: Registry) -> None:
    words, country, year, ident, kind = row
    actor = registry.find(words, countries=[country], year=int(year))
    assert actor is not None
    assert (actor.id, actor.kind) == (ident, kind)
