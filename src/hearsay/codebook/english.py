"""English words and their forms: LemmInflect, with its two tables searched where they lie.

LemmInflect makes a dictionary of each table on first use, 0.3 s of every start and tens of megabytes. The tables are
sorted by word, so a search finds a word as well. Here its own slots for the two are filled with such a search; how an
entry is read, its overrides and its rules stay its own.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import lemminflect
from lemminflect import config
from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
from lemminflect.core.LexicalUtils import categoryToUPos

__all__ = ["lemmas_of", "lemminflect"]

Entry = dict[str, tuple[str, ...]]
"""Part of speech → lemmas, or Penn tag → forms."""


class SortedTable:
    """Stands for the dictionary of a table: lines of ``word,category,…`` sorted by word."""

    def __init__(self, path: str, read: Callable[[str], tuple[str, Entry]], fixed: dict[str, Entry]) -> None:
        """``read`` makes (word, entry) of a line; ``fixed`` entries stand for whatever the table has."""
        self._path = Path(path)
        self._read = read
        self._fixed = fixed

    @cached_property
    def _lines(self) -> list[str]:
        return gzip.decompress(self._path.read_bytes()).decode().splitlines()

    def get(self, word: str, default: Any) -> Any:
        """The entry of a word, of all its lines together; ``default`` where it has none."""
        if word in self._fixed:
            return self._fixed[word]
        found: Entry = {}
        at = bisect_left(self._lines, word, key=lambda line: line.partition(",")[0])
        while at < len(self._lines) and self._lines[at].startswith(f"{word},"):
            found.update(self._read(self._lines[at])[1])
            at += 1
        return found or default


def _lemmas(line: str) -> tuple[str, Entry]:
    word, category, lemmas = LemmaLUCodec.fromString(line)
    return word, {categoryToUPos(category): lemmas}


def _forms(line: str) -> tuple[str, Entry]:
    word, _, forms = InflectionLUCodec.fromString(line)
    return word, forms


lemminflect.Lemmatizer().lemma_dict = SortedTable(config.lemma_lu_fn, _lemmas, {})
lemminflect.Inflections().infl_dict = SortedTable(
    config.inflection_lu_fn, _forms, InflectionLUCodec.updateForAuxMod({})
)


@lru_cache(maxsize=65536)
def lemmas_of(word: str) -> Mapping[str, tuple[str, ...]]:
    """Part of speech → lemmas of a lower-case word; empty where the dictionary lacks it. Looked up once for a word."""
    return MappingProxyType(lemminflect.getAllLemmas(word))
