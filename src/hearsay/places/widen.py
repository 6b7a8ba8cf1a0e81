"""A second look for names that have nothing in the countries an article is about: other spellings of them there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hearsay.places.choose import Scored
from hearsay.places.gazetteer import Gazetteer
from hearsay.places.names import fold, respelled
from hearsay.places.toponym import Toponym
from hearsay.places.unlisted import ALIKE, ALIKE_BARE

_MOST_NAMES = 60
"""Names of one article that are sought by their consonants: bounds the work on a list of thousands."""
_MOST_COUNTRIES = 4
_TOWNS = ("town", "quarter", "admin3", "facility", None)


def widened(
    toponyms: Sequence[Toponym], chosen: Sequence[Sequence[Scored]], votes: Counter[str], gazetteer: Gazetteer
) -> list[Toponym]:
    """The toponyms with entries of like spelling in the countries the article is about."""
    ranked = sorted(votes, key=lambda code: (-votes[code], code))
    about = frozenset([code for code in ranked if votes[code] >= 0.4 and code in respelled()][:_MOST_COUNTRIES])
    result: list[Toponym] = []
    left = _MOST_NAMES
    for toponym, scored in zip(toponyms, chosen, strict=True):
        if left and _wants(toponym, scored, about) and (about or not votes):
            left -= 1
            result.append(_with_alike(toponym, about or None, gazetteer))
        else:
            result.append(toponym)
    return result


def _wants(toponym: Toponym, scored: Sequence[Scored], about: frozenset[str]) -> bool:
    if toponym.kind not in _TOWNS and toponym.entries:
        return False
    if toponym.kind == "road":
        return False
    best = scored[0][1] if scored else None
    return best is None or (best.kind in _TOWNS and (best.country not in about or fold(best.name) != fold(toponym.core)))


def _with_alike(toponym: Toponym, about: frozenset[str] | None, gazetteer: Gazetteer) -> Toponym:
    least = ALIKE if toponym.shape == "context" else ALIKE_BARE
    have = {entry.id for entry in toponym.entries}
    more = [
        entry
        for entry in gazetteer.lookup_alike(toponym.core, about, wide=not have)
        if entry.similarity >= least and entry.id not in have and (toponym.kind in _TOWNS or entry.kind == toponym.kind)
    ]
    return replace(toponym, entries=(*toponym.entries, *more[:30]))
