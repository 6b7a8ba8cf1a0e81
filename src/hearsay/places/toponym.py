"""A name taken for a place, and what its nearest words say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.codebook import table
from hearsay.places.builtin import regions
from hearsay.places.gazetteer import Entry
from hearsay.places.names import fold
from hearsay.places.words import Word, kinds_after, kinds_of, listed


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name taken for a place: its words, the name to look up, what the gazetteer has for it."""

    first: int
    last: int
    """Numbers of its first and last word, kind words and direction included."""
    core: str
    """The name itself, without kind words and direction."""
    core_first: int
    core_last: int
    entries: tuple[Entry, ...]
    kind: str | None
    """What the text says it is: a gazetteer kind, ``facility``, ``road``; None when it does not say."""
    score: float
    shape: str
    """gazetteer, context, tentative, facility, nameless: how it was found."""
    whole: str
    """Its words in the text, kind word and direction included."""


def with_kind(words: Sequence[Word], first: int, last: int) -> tuple[int, int, str | None]:
    """The span with a direction before and a kind word after it, and the kind that word gives, or one before "of"."""
    kind = kind_before(words, first)
    if last + 1 < len(words) and words[last].joined and words[last + 1].low in kinds_after():
        kind = kinds_after()[words[last + 1].low]
        last += kind != "town"  # "Idlib province" is a name, "Saraqib city" is the name Saraqib
    before = words[first - 1] if first else None
    capital = before is not None and before.joined and before.capital and not before.loud
    if before is not None and capital and before.low in listed("before", "direction"):
        first -= 1
    return first, last, kind


def kind_before(words: Sequence[Word], first: int) -> str | None:
    """What "the city of X", "the provinces of X" say that the name from word ``first`` on is."""
    if first < 2 or words[first - 1].low != "of" or not words[first - 1].joined:
        return None
    noun = words[first - 2]
    if (noun.capital and not noun.loud) or (first > 2 and words[first - 3].low == "islamic"):
        return None  # "Islamic State of Iraq": a name
    return kinds_of().get(noun.low)


def is_wide(word: Word) -> bool:
    """Whether the word begins the name of a country or a first-level region."""
    return fold(word.text) in _state_words()


@cache
def _state_words() -> frozenset[str]:
    """First words of the names of countries and first-level regions."""
    found: set[str] = set()
    for entry in table("countries").values():
        for name in (entry["name"], *entry.get("also", ())):
            found.add(fold(name).split()[0])
    for code in table("regions")["regions"]:
        for region in regions(code):
            found.update(fold(name).split()[0] for name in (region.name, *region.also))
    return frozenset(found)
