"""Reprints: which articles of a run are mostly the text of another one.

Candidates come from two indexes that complement each other: MinHash over word triples finds edited copies, a sample of
runs of eight words finds copies that were cut down or built into something longer (as hashes of whole paragraphs would,
but also where a copy breaks its paragraphs elsewhere). A candidate counts only when the triples themselves say so.
Memory and time are bounded: the index holds the last :data:`WINDOW` articles, and of each its first words.
"""

from __future__ import annotations

import re
import zlib
from collections import deque
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rensa import RMinHash, RMinHashLSH  # type: ignore[import-untyped]

from hearsay.articles.dateline import dateline_of
from hearsay.articles.fold import fold
from hearsay.records import Reprint

WINDOW = 10_000
"""Articles, of some 15 KB each. Copies come within days; the busiest desk sees a few thousand articles a day."""

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
_READ = 20_000
"""Words; a longer text is known by its first ones."""
_COMPARED = 200
"""Candidates looked at, the latest ones."""

Triples = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a text is known by: hashes of its word triples, each once and sorted, and of sampled runs of words."""

    triples: Triples
    runs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """An article in the index, as it can be put into another one.

    ``origin`` is its own number where it is no copy; ``runs`` are those that it is noted for.
    """

    number: int
    article: str
    triples: Triples
    origin: int
    runs: tuple[int, ...]


def fingerprint(text: str) -> Fingerprint:
    """What ``text`` is known by; its dateline is not part of it. Takes about as long as reading it once."""
    words = _WORD.findall(fold_long(_without_dateline(text)))[:_READ]
    triples = _hashes([" ".join(words[k : k + 3]) for k in range(max(1, len(words) - 2))])
    sampled = np.unique(_hashes([" ".join(words[k : k + _RUN]) for k in range(len(words) - _RUN + 1)]))
    return Fingerprint(np.unique(triples), tuple(sampled[sampled % _SAMPLED == 0].tolist()))


class ReprintIndex:
    """The articles seen lately, by the id that the caller gives them, numbered in the order in which they came."""

    def __init__(self, window: int = WINDOW) -> None:
        """Empty; to hold so many articles."""
        self._window = window
        self._held: dict[int, Held] = {}
        self._order: deque[int] = deque()
        self._by_run: dict[int, list[int]] = {}
        self._lsh = RMinHashLSH(threshold=_CANDIDATE, num_perm=_PERMUTATIONS, num_bands=_BANDS)

    @property
    def last(self) -> int:
        """The number of the latest article; 0 where there is none."""
        return self._order[-1] if self._order else 0

    def add(self, article: str, text: str) -> Reprint | None:
        """Take in an article; the Reprint if most of it, or of an earlier one, is the same text.

        The origin is the earliest of a chain of copies, as long as the article is a copy of that one too. Another
        version of an article, under the same id, is no reprint of it.
        """
        return self.take(self.last + 1, article, fingerprint(text))[1]

    def take(self, number: int, article: str, text: Fingerprint) -> tuple[Held, Reprint | None]:
        """Take in an article under a number above :attr:`last`: as it is held from then on, and whose copy it is."""
        sketch = _sketch(text.triples)
        candidates = set(self._lsh.query(sketch))
        for run in text.runs:
            candidates.update(self._by_run.get(run, ()))
        origin = self._origin(text.triples, sorted(candidates)[-_COMPARED:])
        found = None if origin is None else self._held[origin]
        noted = tuple(run for run in text.runs if len(self._by_run.get(run, ())) < _HOLDERS)
        held = Held(number, article, text.triples, number if origin is None else origin, noted)
        self._hold(held, sketch)
        if found is None or found.article == article:
            return held, None
        return held, Reprint(
            origin=found.article, share=round(_shared(held.triples, found.triples) / len(held.triples), 3)
        )

    def restore(self, held: Held) -> None:
        """Put in again what another index held; numbers must rise."""
        self._hold(held, _sketch(held.triples))

    def _origin(self, mine: Triples, candidates: list[int]) -> int | None:
        """The candidate that shares most, of equals the earliest; or what that is a copy of, where ``mine`` is too."""
        best, most = None, 0.0
        for number in candidates:
            share = _likeness(mine, self._held[number].triples)
            if share > most:
                best, most = number, share
        if best is None:
            return None
        first = self._held[best].origin
        return first if first in self._held and _likeness(mine, self._held[first].triples) else best

    def _hold(self, held: Held, sketch: RMinHash) -> None:
        if len(self._order) >= self._window:
            self._drop(self._order.popleft())
        self._order.append(held.number)
        self._lsh.insert(held.number, sketch)
        for run in held.runs:
            self._by_run.setdefault(run, []).append(held.number)
        self._held[held.number] = held

    def _drop(self, number: int) -> None:
        self._lsh.remove(number)
        for run in self._held.pop(number).runs:
            holders = self._by_run[run]
            holders.remove(number)
            if not holders:
                del self._by_run[run]


def _sketch(triples: Triples) -> RMinHash:
    """The MinHash of a text, of the hashes of its triples."""
    sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    hashes = triples.astype("<u4").tobytes()
    sketch.update([hashes[k : k + 4] for k in range(0, len(hashes), 4)])
    return sketch


def fold_long(text: str) -> str:
    """Folded word by word: words recur, so that the fold of each is looked up."""
    return " ".join(map(fold, text.split()))


def _hashes(phrases: list[str]) -> Triples:
    return np.fromiter((zlib.crc32(phrase.encode()) for phrase in phrases), np.uint32, len(phrases))


def _likeness(mine: Triples, theirs: Triples) -> float:
    """The share of the shorter text that stands in the other; 0 where that is too little for a copy."""
    smaller = min(len(mine), len(theirs))
    share = _shared(mine, theirs) / smaller
    enough = share >= _SHARE if smaller >= _FEWEST else share == 1 and len(mine) == len(theirs)
    return share if enough else 0.0


def _shared(mine: Triples, theirs: Triples) -> int:
    return int(np.isin(mine, theirs, assume_unique=True).sum())


def _without_dateline(text: str) -> str:
    head = dateline_of(text.split("\n\n", 1)[0])
    return text[head.end :] if head else text
