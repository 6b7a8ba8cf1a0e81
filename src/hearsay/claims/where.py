"""The claim's place: where the effect fell, among the places the article names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.places.countries import country_name
from hearsay.reading import EventSpan
from hearsay.records import Place, Span, inside

_FROM = re.compile(
    r"(?:\bfrom|\bpositioned (?:in|at|near)|\bstationed (?:in|at)|\bbased in|\blaunched from|\bout of)"
    r"\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:in|at|on|near|around|of|to|into|over|across|outside|inside|against|towards?|along|within|between|throughout)"
    r"\s+(?:the\s+|a\s+)?(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_FLED = re.compile(
    r"\b(?:fled|fleeing|flee|escaped|escaping|retreated|retreating|withdrew|withdrawing|returned|headed|heading|moved"
    r"|moving)\s+(?:away\s+|back\s+)?(?:to|towards?|into|for|in the direction of)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_LAUNCHED = frozenset({"heavy-weapons", "aerial", "drone"})
_BACK = re.compile(
    r"\b(?:there|the (?:same )?(camp|city|town|village|area|region|market|province|district|hospital|school|building|"
    r"neighbou?rhood|site|scene))\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:the\s+|a\s+)?(?:[\w-]+\s+){0,2}(?:city|town|village|district|province|region|area|camp|settlement|locality|port"
    r"|capital|neighbou?rhood|suburb|governorate|outskirts|countryside)\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\s(?:people|nation|army|forces?|troops|police|navy)\b", re.IGNORECASE)
_BODY = re.compile(
    r"\s(?:authorities|officials?|government|military|army|forces?|troops|soldiers|police|embassy|ministry|ministers?"
    r"|president|diplomats?|citizens|nationals)\b"
)
"""After a country's name: whose they are, not where."""
_ARTICLE = 9
"""Characters that an article and a short word may add to a toponym ("Saraqib city")."""
_COUNTRY = 6
"""The precision of a whole country."""
_NAMED = 60
"""Places back to which "the camp" may look."""
REACH = 3
"""Sentences back to which a claim without a place of its own may look in its paragraph."""


@dataclass(frozen=True, slots=True)
class Where:
    """The place, further ones, where it was launched from, and what chose them."""

    place: Place | None
    others: tuple[Place, ...]
    launched_from: Place | None
    trace: str


def choose(text: str, event: EventSpan, sentence: Span, places: Sequence[Place], parties: Sequence[Span]) -> Where:
    """The event's own places: those of its clause, else of its sentence; where some fled to is no place of the fight.

    ``places``: those of the sentence; ``parties``: spans whose words are no places.
    """
    here = [
        p
        for p in places
        if not any(inside(p.span, q) for q in parties)
        and text[p.span[1] : p.span[1] + 1] not in ("-", "’", "'")
        and not (_rank(p) >= _COUNTRY and _BODY.match(text, p.span[1]))
    ]
    here = [p for p in here if not _comes_from(text, event, p)]
    own = [p for p in here if inside(p.span, event.span)]
    after = [p for p in here if p.span[0] >= event.trigger[0]]
    pool = own or after or here
    launched = next(
        (
            p
            for p in here
            if event.mode in _LAUNCHED and _FROM.search(text[max(sentence[0], p.span[0] - 60) : p.span[0]])
        ),
        None,
    )
    ranked = [p for p in pool if p is not launched and not _fled_to(text, event, sentence, p)]
    stated = [p for p in ranked if _AT.search(text[max(sentence[0], p.span[0] - 60) : p.span[0]])]
    target = [p for p in ranked if any(_inside(p.span, r) for r in event.recipients)]
    order = list(dict.fromkeys([*target, *[p for p in stated if p.span[0] >= event.trigger[0]], *stated, *ranked]))
    if not order:
        return Where(None, (), launched, "none")
    chosen = _finest(order)
    others = tuple(p for p in order if p is not chosen and not _contains(p, chosen) and p.id != chosen.id)
    return Where(chosen, others, launched, "clause" if chosen in own else "sentence")


_NATIVE = re.compile(r",? (?:an?|the) [^,;.]{0,60}\b(?:from|of) (?:the )?\Z", re.IGNORECASE)


def _comes_from(text: str, event: EventSpan, place: Place) -> bool:
    """Somebody's home, told between his name and what befell him: "Luna, a youth from Cali, was killed"."""
    return any(
        r[1] <= place.span[0] < event.trigger[0] and _NATIVE.match(text[r[1] : place.span[0]]) is not None
        for r in (*event.recipients, *event.victims)
    )


def _fled_to(text: str, event: EventSpan, sentence: Span, place: Place) -> bool:
    """Somebody fled or went there after the event ("killing 15, while the rest fled towards Morek")."""
    start = max(sentence[0], place.span[0] - 60)
    flight = _FLED.search(text[start : place.span[0]])
    return flight is not None and event.trigger[1] <= start + flight.start()


def _finest(order: Sequence[Place]) -> Place:
    """The first one; a region that only says where the next one lies ("in Mellit, North Darfur") gives way to it."""
    first = order[0]
    for other in order[1:]:
        gap = other.span[0] - first.span[1] if other.span[0] > first.span[1] else first.span[0] - other.span[1]
        if gap <= 40 and _rank(other) < _rank(first) and _contains(first, other):
            return other
    return first


def _rank(place: Place) -> int:
    return place.precision if place.precision is not None else 3


def _contains(wide: Place, fine: Place) -> bool:
    """Is ``wide`` the region or country that ``fine`` lies in?"""
    if _rank(wide) <= _rank(fine):
        return False
    if wide.country != fine.country or wide.country is None:
        return False
    return _rank(wide) >= _COUNTRY or wide.admin1 is None or fine.admin1 is None or wide.admin1 == fine.admin1


def carried(
    text: str, sentence: Span, places: Sequence[Place], earlier: Sequence[Where], theatre: Sequence[str]
) -> Where:
    """A place from what was told before: "there", "the camp", or the event going on in the same place.

    Where nothing was told before, the country that the article is about (``theatre``, the weightiest first).
    """
    refers = _BACK.search(text[sentence[0] : sentence[1]])
    if refers is not None and refers.group(1):
        noun = refers.group(1).lower()
        before = bisect_left(places, sentence[0], key=lambda p: p.span[0])
        for place in reversed(places[max(0, before - _NAMED) : before]):
            if noun in place.text.lower():
                return Where(place, (), None, "anaphor")
    for where in reversed(earlier[-REACH:]):
        if where.place is not None:
            return Where(where.place, (), None, "anaphor" if refers else "carried")
    country = by_country(text, theatre[0]) if theatre else None
    return Where(country, (), None, "theatre" if country is not None else "none")


def within(places: Sequence[Place], sentence: Span) -> Sequence[Place]:
    """The places of a sentence; ``places`` are in the order of the text."""
    first = bisect_left(places, sentence[0], key=lambda p: p.span[0])
    return places[first : bisect_left(places, sentence[1], key=lambda p: p.span[0])]


def is_place(text: str, span: Span, places: Sequence[Place]) -> bool:
    """Is the noun phrase a place and nothing else ("the town of Beryslav")?"""
    for place in places:
        if inside(place.span, span):
            after = text[place.span[1] : span[1]]
            if span[1] - span[0] - len(place.text) <= _ARTICLE and not _PEOPLE.search(after):
                return True
            if _GENERIC.fullmatch(text, span[0], place.span[0]):
                return True
    return False


def by_country(text: str, country: str) -> Place | None:
    """The country itself, at its first mention, for a claim that no place was found for."""
    name = country_name(country)
    at = text.find(name)
    if at < 0:
        return None
    span = (at, at + len(name))
    return Place(text=name, span=span, name=name, precision=6, country=country)


def _inside(inner: Span, outer: Span) -> bool:
    """Strictly inside: a part of longer words."""
    return inside(inner, outer) and inner != outer
