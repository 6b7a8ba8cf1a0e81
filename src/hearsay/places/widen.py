"""A second look for names that have nothing in the countries an article is about: other spellings of them there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hearsay.places.choose import Scored
from hearsay.places.gazetteer import Entry, Gazetteer
from hearsay.places.held import lies_in
from hearsay.places.names import fold, respelled, skeleton, translations, variants
from hearsay.places.toponym import Toponym

ELSEWHERE = 0.93
"""The same where the very name is found in those countries, but not in the region that the text gives."""
ANYWHERE = 0.95
"""The same for a name that may be none, in a text that names no country."""
_MOST_NAMES = 60
"""Names of one article that are sought by their consonants: bounds the work on a list of thousands."""
_SPOKEN_OF = 0.4
"""Votes from which an article is about a country; a single town has fewer."""
_MOST_COUNTRIES = 4
SAME_BONES = 0.78
"""Least similarity of a name with the same consonants; of one with three or fewer, ``SHORT_BONES``."""
SHORT_BONES = 0.82
HELD = 0.15
"""So much less is enough where the text says which region holds the place ("X, Idlib province")."""
OTHER_BONES = 0.86
"""Least similarity of a name with other consonants. Below these thresholds as many are wrong as right."""
VARIANT = 0.85
"""Least similarity of a name with a descriptive word more or less, and what that word costs."""
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
            bar = ANYWHERE if toponym.shape == "tentative" and not about else 0.0
            result.append(_with_alike(toponym, about or None, holder, gazetteer, bar))
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


def _with_alike(
    toponym: Toponym, about: frozenset[str] | None, holder: Entry | None, gazetteer: Gazetteer, least_bar: float
) -> Toponym:
    """The toponym with entries like its name; the more alike, if the very name is found where it is said to be."""
    have = {entry.id for entry in toponym.entries}
    there = [
        entry
        for entry in toponym.entries
        if (lies_in(entry, holder, gazetteer) if holder else about is not None and entry.country in about)
    ]
    bones = skeleton(toponym.core)
    translated = _translated(toponym.whole, about, holder, gazetteer)
    if translated:
        return replace(toponym, entries=tuple(translated))
    found = list(gazetteer.lookup_alike(toponym.core, about, wide=not there))
    if holder is not None and not there and not any(gazetteer.within(e, holder) for e in found):
        more_alike = gazetteer.lookup_alike(toponym.core, about, sure=1.0)
        found += [entry for entry in more_alike if gazetteer.within(entry, holder)]
    bar = (
        BESIDE_EXACT
        if there
        else ELSEWHERE
        if about and any(e.country in about for e in toponym.entries)
        else least_bar
    )
    more: dict[str, Entry] = {}
    for entry in found:
        others = skeleton(entry.matched)
        least = _least(bones, others) - (HELD if holder and others[:1] == bones[:1] else 0.0)
        if not there and holder and gazetteer.within(entry, holder):
            enough = entry.similarity >= least
        else:
            enough = entry.similarity >= max(bar, least)
        if enough and entry.id not in have and (toponym.kind in _TOWNS or entry.kind == toponym.kind):
            more[entry.id] = entry
    if holder is not None and not there and not any(gazetteer.within(e, holder) for e in more.values()):
        more |= {e.id: e for e in _with_variants(toponym.core, holder, gazetteer)}
    return replace(toponym, entries=(*toponym.entries, *list(more.values())[:30]))


def _translated(whole: str, about: frozenset[str] | None, holder: Entry | None, gazetteer: Gazetteer) -> list[Entry]:
    """The places that bear the name with its descriptive word put back into their language, where the text has it."""
    found = [(name, entry) for name in translations(whole) for entry in gazetteer.lookup_alike(name, about, wide=False)]
    return [
        entry
        for name, entry in found
        if entry.similarity >= VARIANT
        and skeleton(entry.matched) == skeleton(name)
        and (holder is None or lies_in(entry, holder, gazetteer))
    ]


def _with_variants(name: str, holder: Entry, gazetteer: Gazetteer) -> list[Entry]:
    """The towns of a region that bear the name with a descriptive word more or less: "Baghuz at-Tahtani", "Baghuz"."""
    if holder.country not in respelled():
        return []
    found: list[Entry] = []
    for variant in variants(name):
        for entry in gazetteer.lookup_alike(variant, frozenset([holder.country]), wide=False):
            alike = entry.similarity >= VARIANT and skeleton(entry.matched) == skeleton(variant)
            if alike and entry.kind in _TOWNS and gazetteer.within(entry, holder):
                found.append(replace(entry, similarity=round(entry.similarity * VARIANT, 4)))
    return found


def _least(bones: str, others: str) -> float:
    if bones != others:
        return OTHER_BONES
    return SAME_BONES if len(bones) > 3 else SHORT_BONES
