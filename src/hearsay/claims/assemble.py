"""From tagged spans to claims: each event with its parties, place, time, counts and speakers, as one source put it."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from hearsay.actors import Registry
from hearsay.claims import when, where
from hearsay.claims.acled import acled_of
from hearsay.claims.chain import Chain, ChainContext, build_chain_context, chain_of
from hearsay.claims.counting import HARM, gathered, share, sided
from hearsay.claims.counts import read_counts
from hearsay.claims.followups import only_adds, told_by_count
from hearsay.claims.parties import PartyContext, build_context, read_parties
from hearsay.claims.party_phrases import verb_label
from hearsay.claims.times import TimeFound, find_times, publication_time
from hearsay.claims.where import Where
from hearsay.reading import EventSpan, Reading
from hearsay.records import Article, Attribution, Claim, Count, Event, Party, Place, Span, Status, Time, mention


_LEAD = re.compile(r"(?:[\s,;:–—-]|(?:and|but|that|while|as|when|adding|saying)\b)+", re.I)
_ATTRIBUTIONS = 40
"""Attributions that may overlap a sentence."""


@dataclass(slots=True)
class _Told:
    """An event on its way to a claim."""

    event: EventSpan
    counts: list[Count]
    sentence: Span
    times: tuple[TimeFound, ...]
    passage: Span
    where: Where = field(default_factory=lambda: Where(None, (), None, "none"))


def make_claims(reading: Reading, places: Sequence[Place], registry: Registry) -> tuple[Claim, ...]:
    """The claims of an article in the order of their triggers."""
    article = reading.article
    parties = build_context(
        article.text,
        headline=article.headline,
        registry=registry,
        countries=_countries(places),
        year=int(article.published[:4]) if article.published else None,
        toponyms=[p.span for p in places],
    )
    chains = build_chain_context(
        article.text,
        reading.sentences,
        reading.attributions,
        article.outlet,
        registry,
        agency=article.dateline.agency if article.dateline else None,
        words=reading.words,
        countries=tuple(_countries(places)),
        year=int(article.published[:4]) if article.published else None,
    )
    sources = [m.span for a in reading.attributions for m in (a.source, a.cue) if m is not None]
    told = _located(article.text, _gather(reading, places), places, sources, parties.theatre)
    made: list[Claim] = []
    for item in told:
        made.append(_claim(article, item, parties, chains, made))
    return tuple(made)


def _countries(places: Sequence[Place]) -> dict[str, int]:
    """How often each country is meant, most frequent first."""
    return dict(Counter(p.country for p in places if p.country is not None).most_common())


def _gather(reading: Reading, places: Sequence[Place]) -> list[_Told]:
    """The events with their counts, in order; a sentence that only adds figures is folded into the one before."""
    text = reading.article.text
    out: list[_Told] = []
    by_sentence: dict[int, list[EventSpan]] = {}
    for event in reading.events:
        by_sentence.setdefault(event.sentence, []).append(event)
    attributed = sorted(a.content.span for a in reading.attributions if a.source is not None)
    said = 0
    for number, sentence in enumerate(reading.sentences):
        events = by_sentence.get(number, [])
        counts = read_counts(text, sentence, reading.words[number]) if reading.topic == "conflict" or events else ()
        while said < len(attributed) and attributed[said][1] <= sentence[0]:
            said += 1
        here = [s for s in attributed[said : said + _ATTRIBUTIONS] if s[0] < sentence[1] and sentence[0] < s[1]]
        passage = next((s for s in here if sentence[0] <= s[0] and s[1] <= sentence[1]), sentence)
        if not events and (alone := told_by_count(text, passage, number, counts)) is not None:
            events = [alone]
        if not events:
            continue
        shares = [gathered(counts, chosen) for chosen in share(counts, events)]
        times = find_times(text, sentence, reading.article.published)
        before = out[-1] if out else None
        if len(events) == 1 and before is not None and before.event.sentence == number - 1:
            placed = bool(_in(places, sentence))
            if only_adds(events[0], shares[0], before.event, before.counts, attributed=bool(here), placed=placed):
                shift = len(before.counts)
                before.counts += [
                    c.model_copy(update={"part_of": c.part_of + shift}) if c.part_of is not None else c
                    for c in shares[0]
                ]
                continue
        speech = [a for a in reading.attributions if a.content.span[0] < sentence[1] and sentence[0] < a.content.span[1]]
        passages = _passages(events, sentence, speech)
        out += [_Told(*told, sentence, times, at) for *told, at in zip(events, shares, passages, strict=True)]
    return out


def _located(
    text: str, told: list[_Told], places: Sequence[Place], sources: Sequence[Span], theatre: Sequence[str]
) -> list[_Told]:
    """Each event with its place; one without a place of its own takes it from what was told before.

    Where a speaker sits or a party comes from is not where it happened.
    """
    seen: list[Where] = []
    parties = [s for t in told for s in _people(t.event, _in(places, t.sentence))]
    taken = sorted((*parties, *sources))
    for item in told:
        near = taken[bisect_left(taken, (item.sentence[0], 0)) : bisect_left(taken, (item.sentence[1], 0))]
        found = where.choose(text, item.event, item.sentence, places, near)
        if found.place is None or _died_later(text, item):
            back = where.carried(text, item.sentence, places, seen, theatre)
            found = Where(back.place, (), found.launched_from, back.trace)
        item.where = found
        if item.event.status in ("occurred", "ongoing", "attempted"):
            seen.append(found)
    return told


def _died_later(text: str, item: _Told) -> bool:
    """ "He died in hospital in Ranchi": the place of a death told of somebody known is not where it happened."""
    event = item.event
    if not event.effect or event.actors or not event.recipients:
        return False
    return text[slice(*event.recipients[0])].lower() in ("he", "she", "they", "who", "the victim", "the victims", "the deceased")


def _in(places: Sequence[Place], sentence: Span) -> Sequence[Place]:
    """The places of a sentence; ``places`` are in the order of the text."""
    first = bisect_left(places, sentence[0], key=lambda p: p.span[0])
    return places[first : bisect_left(places, sentence[1], key=lambda p: p.span[0])]


def _people(event: EventSpan, places: Sequence[Place]) -> list[Span]:
    """The spans of an event that name somebody: what it fell on may be a place, who suffered or did it is none."""
    fell_on = event.recipients if event.effect else tuple(s for s in event.recipients if not _is_place(s, places))
    return [*event.actors, *fell_on, *event.victims]


def _is_place(span: Span, places: Sequence[Place]) -> bool:
    """Is the noun phrase a place and nothing else ("the town of Beryslav")?"""
    return any(
        span[0] <= p.span[0] and p.span[1] <= span[1] and p.span[1] - p.span[0] >= 0.4 * (span[1] - span[0])
        for p in places
    )


def _claim(article: Article, item: _Told, context: PartyContext, chains: ChainContext, made: Sequence[Claim]) -> Claim:
    text, event, found = article.text, item.event, item.where
    chain = chain_of(event.span, event.trigger, chains)
    speaker = context.registry.actors.get(chain.speakers[0].id or chain.speakers[0].affiliation or "")
    context = context.at(
        found.place.country if found.place else None,
        speaker=speaker,
        armed=event.type == "ASSAULT",
        previous=_previous(made),
    )
    actors = _parties(text, event.actors, context, ())
    around = () if event.effect else (found.place, *found.others)
    recipients = _parties(text, event.recipients, context, around) or _parties(text, event.victims, context, around)
    if event.territory and not recipients:
        recipients = _opponents(actors, made, item.sentence)
    recipients = _honoured(text, event, recipients)
    actors, recipients = _held(actors), _held(recipients)
    time, time_trace = _time(article, item, made)
    status = _status(event, chain, time, article.published)
    counts = (
        tuple(sided(c, event, actors, recipients) for c in item.counts)
        if status not in ("planned", "threatened", "hypothetical", "denied")
        else ()
    )
    acled = acled_of(
        event,
        status,
        actors,
        recipients,
        harmed=[c.kind for c in counts if c.measure in HARM and c.kind is not None],
    )
    first, last = item.passage
    span = _trimmed(text, (min([first, *(c.span[0] for c in item.counts)]), last))
    return Claim(
        id=_id(article, event),
        span=span,
        event=Event(type=event.type, mode=event.mode, acled=acled, trigger=mention(text, event.trigger)),
        status=status,
        outcome=event.outcome,
        actors=actors,
        recipients=recipients,
        weapons=tuple(mention(text, w) for w in event.weapons),
        place=found.place,
        other_places=found.others,
        launched_from=found.launched_from,
        time=time,
        counts=counts,
        attribution=chain.speakers,
        coding_confidence=_confidence(event, actors, recipients, counts),
        trace={
            **event.why,
            "actors": "clause",
            "recipients": "clause",
            "place": found.trace,
            "time": time_trace,
            "counts": "counts-grammar",
            "attribution": chain.trace,
            "acled": "crosswalk",
        },
    )


def _parties(
    text: str, spans: Sequence[Span], context: PartyContext, places: Sequence[Place | None]
) -> tuple[Party, ...]:
    """The parties of the spans, in order, each once; a bare toponym is a place and no party."""
    known = [p for p in places if p is not None]
    found: dict[Span, Party] = {}
    for span in spans:
        if _is_place(span, known):
            continue
        for party in read_parties(text, span, context):
            found.setdefault(party.span, party)
    return tuple(found.values())


def _previous(made: Sequence[Claim]) -> list[Party]:
    """The parties of the claims just before, oldest first: what pronouns and "the group" may mean."""
    return [p for claim in made[-4:] for p in (*claim.recipients, *claim.actors)]


def _honoured(text: str, event: EventSpan, recipients: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "Were martyred" is a label of those who were killed."""
    label = verb_label(text, event.recipients[0][1]) if event.recipients else None
    label = label or verb_label(text, event.trigger[0])
    if label is None:
        return recipients
    return tuple(p if p.label is not None else p.model_copy(update={"label": label}) for p in recipients)


def _held(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Labels are the word of whoever speaks first in the chain."""
    return tuple(
        p.model_copy(update={"label": p.label.model_copy(update={"holder": 0})}) if p.label is not None else p
        for p in parties
    )


def _opponents(actors: Sequence[Party], made: Sequence[Claim], sentence: Span) -> tuple[Party, ...]:
    """Who a place was taken from: the other side of the claim just before, in the same sentence."""
    if not made or not (sentence[0] <= made[-1].span[0] < sentence[1]):
        return ()
    own = {p.name or p.text for p in actors}
    return tuple(p for p in made[-1].actors if (p.name or p.text) not in own)


def _status(event: EventSpan, chain: Chain, time: Time | None, published: str | None) -> Status:
    stance = chain.speakers[0].stance if chain.speakers else "asserts"
    if (
        event.status == "occurred"
        and time is not None
        and time.start
        and published
        and time.start[:10] > published[:10]
    ):
        return "planned"
    return "denied" if stance == "denies" and event.status in ("occurred", "ongoing", "attempted") else event.status


def _time(article: Article, item: _Told, made: Sequence[Claim]) -> tuple[Time | None, str]:
    chosen = when.choose(article.text, item.event, item.sentence, item.times)
    if chosen is not None:
        return chosen[0], "sentence"
    if (
        made
        and made[-1].time is not None
        and item.where.trace in ("carried", "anaphor")
        and made[-1].place == item.where.place
    ):
        return made[-1].time, "carried"
    return publication_time(article.published), "publication"


def _passages(events: Sequence[EventSpan], sentence: Span, said: Sequence[Attribution]) -> list[Span]:
    """The passage of each event of a sentence: its clause, widened to where the next one or the speaker's words begin."""
    edges = sorted({e.span for e in events})
    out = []
    for event in events:
        first, last = event.span
        left = max((end for _, end in edges if end <= first), default=sentence[0])
        right = min((start for start, _ in edges if start >= last), default=sentence[1])
        for speech in said:
            inside = speech.content.span[0] <= event.trigger[0] < speech.content.span[1]
            for words in (speech.source, speech.cue):
                if words is None or not inside:
                    continue
                if words.span[1] <= first:
                    left = max(left, words.span[1])
                elif words.span[0] >= last:
                    right = min(right, words.span[0])
        out.append((left, right))
    return out


def _trimmed(text: str, span: Span) -> Span:
    """Without the marks and joining words at its ends."""
    first, last = span
    lead = _LEAD.match(text, first, last)
    first = lead.end() if lead else first
    while last > first and (text[last - 1].isspace() or text[last - 1] in ",;:-–—("):
        last -= 1
    return first, last


def _id(article: Article, event: EventSpan) -> str:
    made_from = f"{article.key}\0{article.version}\0{event.trigger[0]}\0{event.trigger[1]}\0{event.type}"
    return "claim-" + hashlib.sha256(made_from.encode()).hexdigest()[:16]


def _confidence(
    event: EventSpan, actors: Sequence[Party], recipients: Sequence[Party], counts: Sequence[Count]
) -> float:
    """How sure the coding is, by how much of the event its sentence names. Ordered, not yet calibrated."""
    score = 0.35 if event.weak else 0.5
    score += 0.12 * bool(actors) + 0.12 * bool(recipients) + 0.1 * bool(counts)
    score -= 0.1 * (event.status not in ("occurred", "ongoing"))
    return round(min(0.95, max(0.05, score)), 2)
