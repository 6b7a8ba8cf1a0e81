"""Which countries an article is about, by the places that it names, and which of its towns are strangers there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from hearsay.places.choose import Scored, shares_of
from hearsay.places.names import fold
from hearsay.places.seats import bears_regions_name
from hearsay.places.toponym import Toponym

_WELL_KNOWN = 300_000
"""People of a town that is named in articles about other countries."""
_CLEAR = 1.5
"""Votes from which an article is clearly about a country."""
_TOWN_VOTE = 0.35
"""A town's vote for its country: one alone does not make an article one about it."""


def country_votes(
    toponyms: Sequence[Toponym], chosen: Sequence[Sequence[Scored]], hints: Mapping[str, float]
) -> dict[str, float]:
    """How much each country (alpha-3) is spoken of: one vote for each name of it or of its regions, less for a town."""
    votes: defaultdict[str, float] = defaultdict(float, hints)
    seen: set[str] = set()
    for toponym, scored in zip(toponyms, chosen, strict=True):
        name = fold(toponym.core)
        if name not in seen:
            seen.add(name)
            for part, entry in shares_of(scored)[:3]:
                if entry.country:
                    votes[entry.country] += part if bears_regions_name(entry, toponym.core) else _TOWN_VOTE * part
    return votes


def strangers(
    toponyms: Sequence[Toponym],
    chosen: Sequence[Sequence[Scored]],
    votes: Mapping[str, float],
    hints: Container[str],
    held: Container[int],
) -> frozenset[int]:
    """Numbers of the toponyms whose best meaning is a small town in a country that nothing else speaks of.

    In an article about other countries such a town is rather a namesake that the gazetteer has than the village that
    it lacks: the name stays unresolved, the town a candidate.
    """
    main = max(votes.values(), default=0.0)
    named = {e.country for scored in chosen for _, e in scored[:1] if e.kind in ("country", "admin1")}
    found: set[int] = set()
    for k, (toponym, scored) in enumerate(zip(toponyms, chosen, strict=True)):
        best = scored[0][1] if scored else None
        if best is None or best.kind not in ("town", "quarter", "facility") or k in held or toponym.kind == "road":
            continue
        clear = main >= _CLEAR and votes.get(best.country or "", 0.0) < main / 2
        if clear and best.population < _WELL_KNOWN and best.country not in named and best.country not in hints:
            found.add(k)
    return frozenset(found)
