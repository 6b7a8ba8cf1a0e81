"""The toponyms of an article with what the words around them say: at it, of it, whose, on the way to it.

These are signs without any event; ``where_signs`` adds how a mention stands to one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hearsay.claims.where import COUNTRY, SITE, rank
from hearsay.claims.where_governments import stands_for_government
from hearsay.records import Place, Span, inside

_BEFORE = 60
"""Characters before a name in which its preposition is looked for."""
_AT = re.compile(r"\b(?:near|in|at|outside|around|inside|throughout|across|within)\s(?:the\s)?\Z", re.IGNORECASE)
_LOOSELY_AT = re.compile(
    r"\b(?:in|at|on|near|around|of|to|into|over|across|outside|inside|against|towards?|along|within|between|throughout)"
    r"\s+(?:the\s+|a\s+)?(?:[\w’'-]+\s+){0,4}\Z",
    re.IGNORECASE,
)
FROM = re.compile(
    r"(?:\bfrom|\bpositioned (?:in|at|near)|\bstationed (?:in|at)|\bbased in|\blaunched from|\bout of)"
    r"\s+(?:the\s+)?(?:[\w-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
_GONE_TO = re.compile(
    r"\b(?:fled|fleeing|flee|escaped|escaping|retreated|retreating|withdrew|withdrawing|returned|headed|heading|moved"
    r"|moving|rushed|shifted|transferred|evacuated|airlifted|flown|admitted|brought|treated|referred|relocated"
    r"|deported|ferried|taken(?=[^.;]{1,40}\b(?:hospital|clinic|morgue)))\s+(?:away\s+|back\s+)?"
    r"(?:to|towards?|into|for|at|in|in the direction of)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,3}\Z",
    re.IGNORECASE,
)
_THERE_IN = re.compile(r"(?: [a-z]+){0,2}(?:,| in| near)(?: the)? ")
"""From a place that somebody has gone to to where that is: "taken to Saint-Luc hospital in Jacmel"."""
_HOME = re.compile(r",\s\d{1,3},\s(?:\w+\s){0,2}(?:from|of)\s\Z")
"""After somebody's age: where he is from."""
_WHO_WAS = re.compile(r"\bwho (?:was|were|is|are|had been) (?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
_LOCALS = re.compile(
    r"\b(?:residents?|villagers|locals|inhabitants|witnesses|medics|doctors|hospital|mayor|governor|activists?|people"
    r"|elders?|priest|imam)\s(?:of|in|from|at)\s(?:the\s)?(?:[\w-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
_SAID_AT = re.compile(
    r"\b(?:statement|communiqu[eé]|conference|briefing|interview|speaking|reporters|journalists)\s"
    r"(?:(?:issued|held|released|made)\s)?(?:in|at|from)\s(?:the\s)?(?:[\w-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
"""Where it was said, not where it was."""
_OPENING = re.compile(r"[\W\d]*(?:In|At|Near|Around|Outside|IN|AT|NEAR)\s(?:[\w’'-]+\s+){0,3}\Z")
_HOUR = re.compile(r"\W*\d{1,2}[:.h]\d\d(?: ?(?:[ap]\.?m\b\.?|h|GMT|UTC|local))*[ –—:,-]*", re.IGNORECASE)
_DATELINE = 12
"""Characters at the head of a text in which "HERAT:" is where it was written."""
_BODY = re.compile(
    r"\s(?:authorities|officials?|government|military|army|forces?|troops|soldiers|police|embassy|ministry|ministers?"
    r"|president|diplomats?|citizens|nationals)\b"
)
_NOUN = re.compile(
    r"\s(?!(?:and|or|on|in|at|by|as|since|after|before|for|with|from|to|of|is|was|were|are|has|had|have|who|which|that"
    r"|when|where|while|but|during|over|near|last|this|late|early|killed|killing|left|leaving|said)\b)[a-z]"
)
_CONFLICT = re.compile(r"[’']s?\s(?:[\w-]+\s){0,3}(?:conflict|war|insurgency|violence|unrest|north|south|east|west)\b")
"""After a country's name: "Colombia's six-decade conflict" was in Colombia, other things of hers may be anywhere."""


_PART_OF_TOWN = re.compile(r"-(?:cent(?:re|er)|ville|town|city|village|proper|bridge)\b", re.IGNORECASE)
"""After a name: "Masisi-centre" is the town itself, "Goma-based" is not in it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A toponym, the number of its sentence, and its signs."""

    place: Place
    sentence: int
    signs: frozenset[str]


def mentions(
    text: str, sentences: Sequence[Span], places: Sequence[Place], sources: Sequence[Span], head: int
) -> list[Mention]:
    """Every toponym of the article with its signs, in order.

    ``sources``: the words of speakers and the names of parties; ``head``: where the dateline ends, 0 without one.
    """
    starts = [s[0] for s in sentences]
    spoken = sorted(sources)
    out: list[Mention] = []
    for place in places:
        number = max(0, bisect_right(starts, place.span[0]) - 1)
        begin = max(starts[number] if starts else 0, head if head <= place.span[0] else 0)
        near = spoken[bisect_left(spoken, (begin, 0)) : bisect_right(spoken, place.span)]
        signs = frozenset(_signs(text, place, begin, near, head))
        if out and "gone to" in out[-1].signs and _THERE_IN.fullmatch(text, out[-1].place.span[1], place.span[0]):
            signs |= {"gone to"}
        out.append(Mention(place, number, signs))
    return out


def _heads_an_entry(text: str, begin: int, place: Span) -> bool:
    """ "10:42 Kharkiv: two bombs hit", "Herat: a mine went off": what heads an entry of a list or live page."""
    if _HOUR.fullmatch(text, begin, place[0]):
        return text.startswith((":", " -", " –", " —"), place[1])
    opens = not text[begin : place[0]].strip(" \n•*-–—")
    return opens and place[0] > _DATELINE and text.startswith(": ", place[1])


def _signs(text: str, place: Place, begin: int, sources: Sequence[Span], head: int) -> Iterator[str]:
    first, last = place.span
    start = max(begin, first - _BEFORE)
    after = text[last : last + _BEFORE]
    if _AT.search(text, start, first) or (place.relation is not None and place.relation.kind != "part_of"):
        yield "at"
    elif _LOOSELY_AT.search(text, start, first):
        yield "loosely at"
    for sign, words in (("from", FROM), ("gone to", _GONE_TO), ("who was", _WHO_WAS), ("locals", _LOCALS)):
        if words.search(text, start, first):
            yield sign
    if start == begin and _OPENING.fullmatch(text, begin, first):
        yield "opening"
    if last > head and _heads_an_entry(text, begin, place.span):
        yield from ("opening", "at")
    if text[first - 1 : first] == "(":
        yield "bracketed"
    wide = rank(place) >= COUNTRY
    if after[:1] in ("-", "’", "'") and not _PART_OF_TOWN.match(after):
        yield "at" if _CONFLICT.match(after) else "whose"
    elif wide and (_BODY.match(after) or _NOUN.match(after)):
        yield "whose"
    if _HOME.search(text, start, first):
        yield "home"
    if any(inside(place.span, s) for s in sources) or _SAID_AT.search(text, start, first):
        yield "speaker"
    if stands_for_government(text, place):
        yield "government"
    if last <= head:
        yield "dateline"
    if wide:
        yield "country"
    elif rank(place) > SITE + 1:
        yield "region"
    if place.lat is None:
        yield "unresolved"
    if rank(place) == SITE:
        yield "site"
