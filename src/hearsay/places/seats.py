"""A town and the region that bears its name: which of the two the words around a name mean.

"The Kursk and Bryansk regions", "across Kandahar" are regions; with nothing said "in Kandahar" is the town.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hearsay.places.gazetteer import Entry
from hearsay.places.names import fold
from hearsay.places.toponym import Toponym
from hearsay.places.words import Word, kinds_after_several, kinds_of
from hearsay.records import Span

_SHARE = 0.05
"""Share of a region's people from which on a town of its name is the one that people mean by the name alone."""
_LISTED = re.compile(r",? and |, ")
_OVER = re.compile(
    r"\b(?:across|throughout|all(?: over)?|within|entire|whole|rural"
    r"|(?:parts?|areas?|territory|territories|rest|whole|all|most|much|some|corners?|districts?|villages|towns|communities|countryside)"
    r" (?:of|in|across)) (?:the )?\Z",
    re.IGNORECASE,
)
_RULED = re.compile(r"(?:['’]s)? (?:regional |provincial |state )?(?:governor|gov\.)", re.IGNORECASE)
_BEFORE = 40
"""Characters before a name in which it is said to be a region."""


def meant_as_region(text: str, span: Span) -> bool:
    """Whether the words around say that a whole region is meant: "across X", "villages in X", "X's governor"."""
    start, end = span
    return _OVER.search(text, max(0, start - _BEFORE), start) is not None or _RULED.match(text, end) is not None


def seat_of(town: Entry, region: Entry) -> bool:
    """Whether a town in the region is what people mean by their common name before the region itself."""
    return (
        town.kind == "town"
        and region.kind == "admin1"
        and town.country == region.country
        and fold(town.admin1 or "") == fold(region.name)
        and town.population >= _SHARE * region.population
    )


def bears_regions_name(entry: Entry, name: str) -> bool:
    """Whether it is a region, or the town that a region is named after: either says as much for its country."""
    return entry.kind in ("country", "admin1") or (entry.kind == "town" and fold(entry.admin1 or "") == fold(name))


def of_one_kind(text: str, words: Sequence[Word], toponyms: Sequence[Toponym]) -> list[Toponym]:
    """The toponyms; in a list each takes the kind said of all: "the towns of X and Y", "the X and Y regions"."""
    out = list(toponyms)
    begun = 0
    for k in range(1, len(out) + 1):
        if k < len(out) and _LISTED.fullmatch(text, words[out[k - 1].last].end, words[out[k].first].start):
            continue
        kind = _said_of_all(words, out[begun:k])
        if kind is not None:
            out[begun:k] = [replace(t, kind=t.kind or kind) for t in out[begun:k]]
        begun = k
    return out


def _said_of_all(words: Sequence[Word], names: Sequence[Toponym]) -> str | None:
    """What one plural before or after two or more names says that they are."""
    if len(names) < 2:
        return None
    first, last = names[0].first, names[-1].last
    if words[last].joined and words[last + 1].low in kinds_after_several():
        return kinds_after_several()[words[last + 1].low]
    plural = first > 1 and words[first - 1].low == "of" and words[first - 2].low.endswith("s")
    return kinds_of().get(words[first - 2].low) if plural else None
