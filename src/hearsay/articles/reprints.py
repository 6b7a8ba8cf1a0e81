"""Reprints: which articles of a run are mostly the text of another one.

Candidates come from two indexes that complement each other: MinHash over word triples finds edited copies, a sample of
runs of eight words finds copies that were cut down or built into something longer (as hashes of whole paragraphs would,
but also where a copy breaks its paragraphs elsewhere). A candidate counts only when the triples themselves say so.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rensa import RMinHash, RMinHashLSH  # type: ignore[import-untyped]

from hearsay.articles.dateline import dateline_of
from hearsay.articles.fold import fold

_WORD = re.compile(r"\w+")
_PERMUTATIONS = 128
_BANDS = 32
_SEED = 7
_CANDIDATE = 0.4
"""MinHash's threshold. Eight per cent of the words changed leaves a similarity of about .64."""
_SHARE = 0.65
"""Of the shorter text's triples, so many must be in the other."""
_FEWEST = 20
"""Triples. Below, two texts are alike only when equal."""
_RUN = 8
_SAMPLED = 8
"""One run of words in so many is kept, by its hash, so that every text keeps the same ones."""
_HOLDERS = 20
"""Texts noted for a run; more of them means a standing phrase."""

Triples = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Reprint:
    """``share`` of the article's text (0–1, by word triples) stands in the article ``origin``, which came before it."""

    article: str
    origin: str
    share: float


class ReprintIndex:
    """The articles seen so far, by the id that the caller gives them."""

    def __init__(self) -> None:
        """Empty."""
        self._ids: list[str] = []
        self._triples: list[Triples] = []
        self._origins: list[int] = []
        self._by_run: dict[int, list[int]] = {}
        self._lsh = RMinHashLSH(threshold=_CANDIDATE, num_perm=_PERMUTATIONS, num_bands=_BANDS)

    def add(self, article: str, text: str) -> Reprint | None:
        """Take in an article; the Reprint if most of it, or of an earlier one, is the same text.

        The origin is the earliest of the chain. Time: about that of reading the text once.
        """
        words = _WORD.findall(fold_long(_without_dateline(text)))
        triples = [" ".join(words[k : k + 3]) for k in range(max(1, len(words) - 2))]
        mine = np.unique(_hashes(triples))
        runs = np.unique(_hashes([" ".join(words[k : k + _RUN]) for k in range(len(words) - _RUN + 1)]))
        runs = runs[runs % _SAMPLED == 0].tolist()
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        sketch.update(triples)
        candidates = set(self._lsh.query(sketch))
        for run in runs:
            candidates.update(self._by_run.get(run, ()))
        best = self._best(mine, sorted(candidates))
        number = len(self._ids)
        self._ids.append(article)
        self._triples.append(mine)
        self._origins.append(number if best is None else self._origins[best])
        self._lsh.insert(number, sketch)
        for run in runs:
            holders = self._by_run.setdefault(run, [])
            if len(holders) < _HOLDERS:
                holders.append(number)
        if best is None:
            return None
        origin = self._origins[best]
        return Reprint(article, self._ids[origin], round(_shared(mine, self._triples[origin]) / len(mine), 3))

    def _best(self, mine: Triples, candidates: list[int]) -> int | None:
        """The candidate that shares most, if that is enough; of equals the earliest."""
        best, most = None, 0.0
        for number in candidates:
            theirs = self._triples[number]
            smaller = min(len(mine), len(theirs))
            share = _shared(mine, theirs) / smaller
            enough = share >= _SHARE if smaller >= _FEWEST else share == 1 and len(mine) == len(theirs)
            if enough and share > most:
                best, most = number, share
        return best


def fold_long(text: str) -> str:
    """Folded word by word: words recur, so that the fold of each is looked up."""
    return " ".join(map(fold, text.split()))


def _hashes(phrases: list[str]) -> Triples:
    return np.fromiter((zlib.crc32(phrase.encode()) for phrase in phrases), np.uint32, len(phrases))


def _shared(mine: Triples, theirs: Triples) -> int:
    return int(np.isin(mine, theirs, assume_unique=True).sum())


def _without_dateline(text: str) -> str:
    head = dateline_of(text.split("\n\n", 1)[0])
    return text[head.end :] if head else text
