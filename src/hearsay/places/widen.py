"""A second look for names that have nothing in the countries an article is about: other spellings of them there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hearsay.places.choose import Scored
from hearsay.places.gazetteer import Entry, Gazetteer
from hearsay.places.names import fold, respelled, skeleton, translations
from hearsay.places.toponym import Toponym

ELSEWHERE = 0.93
"""The same where the very name is found in those countries, but not in the region that the text gives."""
_MOST_NAMES = 60
"""Names of one article that are sought by their consonants: bounds the work on a list of thousands."""
_SPOKEN_OF = 0.4
"""Votes from which an article is about a country; a single town has fewer."""
_MOST_COUNTRIES = 4
SAME_BONES = 0.78
"""Least similarity of a name with the same consonants; of one with three or fewer, ``SHORT_BONES``."""
SHORT_BONES = 0.82
HELD = 0.2
"""So much less is enough where the text says which region holds the place ("X, Idlib province")."""
OTHER_BONES = 0.86
"""Least similarity of a name with other consonants. Below these thresholds as many are wrong as right."""
BESIDE_EXACT = 0.95
"""Least similarity where the very name is found in the countries that the article is about."""
_TOWNS = ("town", "quarter", "admin3", "facility", None)


def widened(
    toponyms: Sequence[Toponym],
    chosen: Sequence[Sequence[Scored]],
    votes: Mapping[str, float],
    held: Mapping[int, int],
    gazetteer: Gazetteer,
) -> list[Toponym]:
    """The toponyms with entries of like spelling in the countries the article is about.

    ``held``: toponym → the toponym of the region or country that the text puts it in.
    """
    ranked = sorted(votes, key=lambda code: (-votes[code], code))
    about = frozenset([code for code in ranked if votes[code] >= _SPOKEN_OF and code in respelled()][:_MOST_COUNTRIES])
    result: list[Toponym] = []
    left = _MOST_NAMES
    for k, (toponym, scored) in enumerate(zip(toponyms, chosen, strict=True)):
        if toponym.shape == "facility":
            toponym = _at_home(toponym, votes)  # noqa: PLW2901
        if left and _wants(toponym, scored, about, k in held) and (about or not votes):
            left -= 1
            holder = next((entry for _, entry in chosen[held[k]][:1]), None) if k in held else None
            result.append(_with_alike(toponym, about or None, holder, gazetteer))
        else:
            result.append(toponym)
    return result


def _at_home(toponym: Toponym, votes: Mapping[str, float]) -> Toponym:
    """A facility without the towns of its name in countries that nothing else speaks of: "Zamzam camp" is in Sudan."""
    kept = [e for e in toponym.entries if e.similarity >= 1 and len(e.matched) >= len(toponym.whole) - 2]
    kept += [e for e in toponym.entries if e not in kept and votes.get(e.country or "", 0.0) >= _SPOKEN_OF]
    return replace(toponym, entries=tuple(kept))


def _wants(toponym: Toponym, scored: Sequence[Scored], about: frozenset[str], held: bool) -> bool:
    if toponym.kind not in _TOWNS and toponym.entries:
        return False
    if toponym.shape == "nameless":
        return False
    best = scored[0][1] if scored else None
    if best is None:
        return True
    return best.kind in _TOWNS and (held or best.country not in about or fold(best.name) != fold(toponym.core))


def _with_alike(toponym: Toponym, about: frozenset[str] | None, holder: Entry | None, gazetteer: Gazetteer) -> Toponym:
    """The toponym with entries like its name; the more alike, if the very name is found where it is said to be."""
    have = {entry.id for entry in toponym.entries}
    there = [
        entry
        for entry in toponym.entries
        if (gazetteer.within(entry, holder) if holder else about is not None and entry.country in about)
    ]
    bones = skeleton(toponym.core)
    found = list(gazetteer.lookup_alike(toponym.core, about, wide=not there))
    for name in translations(toponym.whole):
        found += [e for e in gazetteer.lookup_alike(name, about, wide=False) if skeleton(e.matched) == skeleton(name)]
    bar = BESIDE_EXACT if there else ELSEWHERE if about and any(e.country in about for e in toponym.entries) else 0.0
    less = HELD if holder else 0.0
    more = {
        entry.id: entry
        for entry in found
        if entry.similarity >= max(bar, _least(bones, skeleton(entry.matched)) - less)
        and entry.id not in have
        and (toponym.kind in _TOWNS or entry.kind == toponym.kind)
    }
    return replace(toponym, entries=(*toponym.entries, *list(more.values())[:30]))


def _least(bones: str, others: str) -> float:
    if bones != others:
        return OTHER_BONES
    return SAME_BONES if len(bones) > 3 else SHORT_BONES
