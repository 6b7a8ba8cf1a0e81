"""Where each event of an article fell: the likeliest of the places named beside it, else of those told before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from hearsay.actors import noun_kind
from hearsay.claims.counting import SUFFERED
from hearsay.claims.told import Told
from hearsay.claims.where import Where, by_country, contains, finest
from hearsay.claims.where_mentions import Mention, mentions
from hearsay.claims.where_signs import Candidate, Parties, earlier, here, may_be, score
from hearsay.claims.where_sums import is_there, of_no_one_spot
from hearsay.reading import EventSpan
from hearsay.records import Place, Span

ON_THE_GROUND = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST", "AID"})
"""Types that happen where they are told to; those who meet and sign may be far from what is told next."""
_IN_WORDS = frozenset(
    {"ACCUSE", "AGREE", "CONCEDE", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"}
)
"""Types that are said or decided, wherever those were who did: only a place of their own is theirs."""
_WIDE_BEFORE = frozenset({"then country", "then region", "meant", "there"})
"""Signs of a place told before that figures of a period may be of."""
_SAYS_WHERE = frozenset({"at", "loosely at", "object", "opening"})
_ONLY_WIDE = frozenset({"country", "region", "from"})
_PARTS = frozenset("neighborhood neighbourhood quarter suburb district square street market roundabout".split())
"""Last words of the names of parts of a town."""
_OWNED = len(" city's ")
WIDE = "wide"
"""The trace of a claim that tells of no one spot."""
_ADDRESSED = frozenset({"ACCUSE", "REQUEST"})
"""What is said to or of a country, which is no place then."""
_KNOWN = frozenset({"he", "she", "they", "who", "the victim", "the victims", "the deceased"})
_REACH = 12
"""Toponyms back to which an event without a place of its own may look."""
_BESIDE = 12
"""Events before and behind an event among which those of its sentence are."""


def locate(
    text: str,
    told: Sequence[Told],
    places: Sequence[Place],
    sources: Sequence[Span],
    theatre: Sequence[str],
    sentences: Sequence[Span],
    head: int,
) -> list[Where]:
    """For each event its place; one without a place of its own takes it from what was told before.

    ``sources``: the words of speakers; where a speaker sits or a party comes from is not where it happened.
    ``theatre``: the countries that the article is about, the weightiest first. ``head``: where the dateline ends.
    """
    named = mentions(text, sentences, places, sources, head)
    out: list[Where] = []
    last: list[Place] = []
    wide: list[int] = []
    for at, item in enumerate(told):
        candidates = candidates_of(text, told, at, named, last)
        if of_no_one_spot(text, item):
            candidates = [c for c in candidates if c.here]
            wide.append(at)
        elif _of_period(item) and not is_there(text, item):  # not where the last raid was
            candidates = [c for c in candidates if c.here or c.signs & _WIDE_BEFORE]
        found = _chosen(text, item.event, candidates, theatre if at not in wide else ())
        out.append(found)
        happened = item.event.status in ("occurred", "ongoing", "attempted") and at not in wide
        if found.place is not None and happened and item.event.type in ON_THE_GROUND:
            last.insert(0, found.place)
    country = _one_country(text, last, places)
    for at in wide:
        if out[at].place is None:
            out[at] = replace(out[at], place=None if told[at].event.type in _IN_WORDS else country, trace=WIDE)
    return out


def _of_period(item: Told) -> bool:
    return any(count.scope == "period_total" for count in item.counts)


def _one_country(text: str, last: Sequence[Place], places: Sequence[Place]) -> Place | None:
    """The country in which all of the article's events fell, where they fell in one."""
    countries = {place.country for place in last} - {None}
    code = countries.pop() if len(countries) == 1 else None
    return by_country(text, code, places) if code is not None else None


def candidates_of(
    text: str, told: Sequence[Told], at: int, named: Sequence[Mention], last: Sequence[Place]
) -> list[Candidate]:
    """Where the event ``told[at]`` may have fallen. ``last``: where the events before it did, the latest first."""
    item = told[at]
    first = bisect_left(named, item.sentence[0], key=lambda m: m.place.span[0])
    until = bisect_left(named, item.sentence[1], key=lambda m: m.place.span[0])
    around = told[max(0, at - _BESIDE) : at + _BESIDE]
    triggers = [t.event.trigger for t in around if t.sentence == item.sentence and t is not item]
    beside = () if _died_later(text, item.event) else named[first:until]
    own = here(text, item.event, beside, _parties(text, item), triggers)
    if item.event.type in _ADDRESSED:
        own = [c for c in own if "at" in c.signs or not ("country" in c.signs and c.signs & {"object", "harmed"})]
    if item.event.type in _IN_WORDS:
        return own
    before = earlier(text, item.sentence, item.event.sentence, named[max(0, first - _REACH) : first], last)
    return [*own, *before]


def _chosen(text: str, event: EventSpan, candidates: Sequence[Candidate], theatre: Sequence[str]) -> Where:
    launched = next((c.place for c in candidates if "launched" in c.signs), None)
    ranked = sorted(_of_this_event(list(filter(may_be, candidates))), key=lambda c: (-score(c), c.place.span))
    if not ranked:
        country = by_country(text, theatre[0], ()) if theatre and event.type not in _IN_WORDS else None
        return Where(country, (), launched, "theatre" if country is not None else "none")
    if not ranked[0].here:
        back = ranked[0].signs & {"meant", "there"}
        return Where(ranked[0].place, (), launched, "anaphor" if back else "carried")
    near = "clause" if "clause" in ranked[0].signs else "sentence"
    order = [c.place for c in ranked if c.here and near in c.signs]
    place = _part_of_town(ranked, finest(order))
    others = tuple(p for p in order if p is not place and not contains(p, place) and p.id != place.id)
    return Where(place, others, launched, near)


def _part_of_town(ranked: Sequence[Candidate], place: Place) -> Place:
    """ "In Herat, a bomb hit the Darb-e Malek quarter", "in Herat city's Enjil district": the part, not the town."""
    first = ranked[0]
    if first.place is not place or "opening" not in first.signs or first.signs & _ONLY_WIDE:
        return place
    parts = [c for c in ranked if c.here and c.place.text.lower().split()[-1] in _PARTS]
    of_town = (c.place for c in parts if "clause" in c.signs or 0 < c.place.span[0] - place.span[1] <= _OWNED)
    return next(of_town, place)


def _of_this_event(candidates: list[Candidate]) -> list[Candidate]:
    """Without the places of other clauses, behind other events, where its own clause says where it was."""
    if any("clause" in c.signs and c.signs & _SAYS_WHERE and not c.signs & _ONLY_WIDE for c in candidates):
        return [c for c in candidates if "opening" in c.signs or not c.signs >= {"sentence", "other event between"}]
    return candidates


def _died_later(text: str, event: EventSpan) -> bool:
    """ "He died in hospital in Ranchi": the place of a death told of somebody known is not where it happened."""
    if not event.effect or event.actors or not event.recipients:
        return False
    return text[slice(*event.recipients[0])].lower() in _KNOWN


def _parties(text: str, item: Told) -> Parties:
    """Who did it, whom it harmed, and what it hit ("killed when warplanes bombed the market of Binnish")."""
    hit = [*item.event.recipients, *item.event.victims]
    things = [s for s in hit if _is_thing(text[slice(*s)])]
    harmed = [s for s in hit if s not in things]
    harmed += [c.span for c in item.counts if c.of is None and c.measure in SUFFERED]
    return Parties(item.event.actors, harmed, things)


def _is_thing(words: str) -> bool:
    found = noun_kind(words.split(" of ", maxsplit=1)[0])
    return found is not None and found.kind == "object"
