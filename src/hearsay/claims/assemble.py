"""From tagged spans to claims: each event with its parties, place, time, counts and speakers, as one source put it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hearsay.actors import Registry
from hearsay.actors.people import ARMED
from hearsay.claims import when
from hearsay.claims.acled import acled_of, is_unopposed
from hearsay.claims.chain import Chain, ChainContext, build_chain_context, chain_of
from hearsay.claims.confidence import confidence
from hearsay.claims.counting import HARM, SUFFERED, alike, as_told, gathered, may_count, sided
from hearsay.claims.ground_retaken import only_held
from hearsay.claims.locate import ON_THE_GROUND, locate
from hearsay.claims.parties import PartyContext, build_context
from hearsay.claims.party_counted import suffered, surrendered
from hearsay.claims.party_deeds import (
    as_attackers,
    as_premises,
    is_body,
    is_ground,
    is_ground_hit,
    other_side,
    without_own_side,
)
from hearsay.claims.party_doubts import borne_out
from hearsay.claims.party_marks import is_toponym, parties_at
from hearsay.claims.party_phrases import verb_label
from hearsay.claims.party_sides import befell, is_their_own, on_one_side
from hearsay.claims.party_speaker import without_own_word
from hearsay.claims.times import news_day, publication_time
from hearsay.claims.told import Told, gather, head_of
from hearsay.claims.where import Where
from hearsay.claims.where_sums import since_long_ago
from hearsay.places.countries import country_named
from hearsay.reading import EventSpan, Reading
from hearsay.records import (
    NOT_HAPPENED,
    Article,
    Claim,
    Event,
    Party,
    Place,
    Span,
    Status,
    Time,
    mention,
    overlap,
)

_CARRIED = ("carried", "anaphor")

_COUNTRY = 6
"""UCDP where_prec of a country."""


def make_claims(reading: Reading, places: Sequence[Place], registry: Registry) -> tuple[Claim, ...]:
    """The claims of an article in the order of their triggers."""
    article = reading.article
    day = news_day(article.published, article.text)
    year = int(day[:4]) if day else None
    parties = build_context(
        article.text,
        headline=article.headline,
        registry=registry,
        countries=_countries(places),
        year=year,
        toponyms=[p.span for p in places],
        heard=_heard(reading),
        subjects=[(start, told) for (start, _), told in zip(reading.sentences, reading.subjects, strict=True)],
    )
    chains = build_chain_context(
        article.text,
        reading.sentences,
        reading.spoken,
        article.outlet,
        registry,
        agency=article.dateline.agency if article.dateline else None,
        words=reading.words,
        countries=tuple(_countries(places)),
        year=year,
    )
    sources = [m.span for a in reading.spoken for m in (a.source, a.cue) if m is not None]
    sources += _mentions(article.text, article.outlet)
    sources += [one.span for one in parties.named]
    told = gather(reading, places, day)
    where = locate(article.text, told, places, sources, parties.theatre, reading.sentences, head_of(article))
    made: list[Claim] = []
    for item, found in zip(told, where, strict=True):
        made.append(_claim(article, day, item, found, parties, chains, made))
    return only_held(made)


def _mentions(text: str, outlet: str | None) -> list[Span]:
    """Where the text names its own outlet: the place in its name is nowhere that anything happened."""
    return [m.span() for m in re.finditer(re.escape(outlet), text)] if outlet else []


def _heard(reading: Reading) -> dict[str, tuple[Span, ...]]:
    """The words of each role that the model marked; empty without a model."""
    layers = reading.model.layers if reading.model is not None else {}
    return {role: tuple(m.span for m in layers[role]) for role in ("actor", "recipient") if layers}


def _countries(places: Sequence[Place]) -> dict[str, int]:
    """How often each country is meant, most frequent first."""
    return dict(Counter(p.country for p in places if p.country is not None).most_common())


def _claim(
    article: Article,
    day: str | None,
    item: Told,
    found: Where,
    context: PartyContext,
    chains: ChainContext,
    made: Sequence[Claim],
) -> Claim:
    text, event = article.text, _as_told(article.text, item.event, found, made)
    chain = chain_of(event.span, event.trigger, chains, verbal=event.type not in {*ON_THE_GROUND, "THREATEN"})
    speaker = context.registry.actors.get(chain.speakers[0].id or chain.speakers[0].affiliation or "")
    context = context.at(
        found.place.country if found.place else None,
        speaker=speaker,
        armed=event.type == "ASSAULT",
        previous=_previous(made),
    )
    said_by = chain.speakers[0]
    actors = parties_at(text, [s for s in event.actors if not is_ground(text, s)], context, (), said_by)
    if event.type == "RETREAT" and event.mode == "disarm" and not any(p.kind in ARMED for p in actors):
        actors = surrendered(text, item.counts, context) or actors
    around = () if event.effect else tuple(p for p in (found.place, *found.others) if not _may_be_asked(event, p))
    others = replace(
        context,
        previous=tuple(
            p
            for p in _previous(made, hit=True)
            if p.span not in {a.span for a in actors} and not on_one_side(p, actors)
        ),
        armies=tuple(code for code in context.armies if code not in {a.country for a in actors}),
        subjects=(),
    )
    ground = event.type in ON_THE_GROUND and not all(country_named(actor.text) for actor in actors)
    struck = [s for s in event.recipients if not (ground and is_toponym(text, s, [p for p in around if p is not None]))]
    fell_on = parties_at(text, struck, others, around, said_by)
    fell_on = tuple(p for p in fell_on if p.kind != "unknown" or p.id or not is_ground_hit(text, p.span, event.trigger))
    victims = [s for s in event.victims if not (event.recipients and is_their_own(text, s))]
    hurt = as_premises(event, parties_at(text, victims, others, around, said_by))
    recipients = befell(event, as_premises(event, fell_on), hurt) or (
        _countries_hit(text, [s for s in event.recipients if s in context.marked]) if ground else ()
    )
    if event.refers and not recipients:
        recipients = parties_at(text, [c.span for c in item.counts if c.measure in SUFFERED and c.best], context, ())
    if event.type in ("ASSAULT", "COERCE") and not recipients:
        recipients = suffered(text, item.counts, context)
    if event.territory and not recipients:
        recipients = _opponents(actors, made, item.sentence)
    recipients = _honoured(text, event, recipients)
    if event.type == "ASSAULT" and not actors and any(c.measure in HARM for c in item.counts):
        actors = parties_at(text, other_side(text, item.sentence, event.trigger), others, ())
    actors = as_attackers(event, without_own_side(event, actors, recipients))
    harmed = [c.span for c in item.counts if c.measure in ("killed", "injured")]
    actors, recipients = borne_out(event.type, actors, recipients, context, harmed)
    actors, recipients = _held(actors), _held(recipients)
    chain = without_own_word(chain, event, actors)
    time, time_trace = _time(text, day, item, found, made)
    status = _status(event, chain, time, day)
    people = [k for k, c in enumerate(item.counts) if not is_body(text, c.span, (*actors, *recipients))]
    told = gathered(item.counts, [k for k in people if may_count(status, item.counts[k].measure)])
    counts = alike([sided(c, event, actors, recipients) for c in as_told(told, event)])
    acled = acled_of(
        event,
        status,
        actors,
        recipients,
        harmed=[c.kind for c in counts if c.measure in HARM and c.kind is not None],
        unopposed=event.territory and is_unopposed(text[item.sentence[0] : item.sentence[1]]),
    )
    return Claim(
        id=_id(article, event),
        span=item.passage,
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
        coding_confidence=confidence(event, actors, recipients, counts),
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


def _countries_hit(text: str, spans: Sequence[Span]) -> tuple[Party, ...]:
    """What warplanes or fighters hit, where the reader marks only a country: who was struck there is not said."""
    named = ((mention(text, span), country_named(text[slice(*span)])) for span in spans)
    return tuple(Party(**dict(words), country=country) for words, country in named if country)


def _may_be_asked(event: EventSpan, place: Place | None) -> bool:
    """A country is a place where force falls; it is a party where words and agreements are told."""
    return place is not None and place.precision == _COUNTRY and event.type not in ON_THE_GROUND


_DEFINITE = re.compile(
    r"\b(?:(?:one|two|three|some|several|another|both) of the|the(?: (?:second|same|first|latest))?|these|those)"
    r" (?:air ?|drone |missile )?(?P<deed>strike|raid|bombing|bombardment|shelling|blast|explosion)s?\b",
    re.IGNORECASE,
)


def _strikes_told(text: str, event: EventSpan, made: Sequence[Claim]) -> Claim | None:
    """The deed that "one of the strikes hit a mosque" goes on about: told before under the same noun."""
    if event.type != "ASSAULT" or event.mode is not None:
        return None
    noun = _DEFINITE.search(text, event.span[0], event.trigger[0] + 1)
    if noun is None:
        return None
    told = [c for c in made[-4:] if _has_means(c) and noun["deed"].lower() in text[slice(*c.span)].lower()]
    return told[-1] if told else None


def _as_told(text: str, event: EventSpan, found: Where, made: Sequence[Claim]) -> EventSpan:
    """The event; a toll or a claim of responsibility takes the means from the deed that it speaks of."""
    if (deed := _strikes_told(text, event, made)) is not None:
        return replace(event, mode=deed.event.mode, why={**event.why, "mode": "the deed told before"})
    if not event.refers or (event.mode is not None and event.why.get("mode") != "reader"):
        return event
    told = [c for c in made[-4:] if _has_means(c) and c.place == found.place]
    if not told:
        return event
    return replace(event, mode=told[-1].event.mode, why={**event.why, "mode": "the deed told before"})


def _has_means(claim: Claim) -> bool:
    """An assault whose mode may be that of a toll told after it: people are not killed by looting or a blown bridge."""
    at_people = not claim.recipients or any(p.object_class not in _UNPEOPLED for p in claim.recipients)
    return claim.event.type == "ASSAULT" and claim.event.mode not in (None, "destroy") and at_people


_UNPEOPLED = frozenset({"bridge", "power", "water", "ammunition"})


def _previous(made: Sequence[Claim], *, hit: bool = False) -> list[Party]:
    """The parties of the claims just before, oldest first: what pronouns and "the group" may mean.

    Who does something is likelier a doer of before; whom it befalls (``hit``), one whom something befell.
    """
    pairs = [(c.actors, c.recipients) if hit else (c.recipients, c.actors) for c in made[-4:]]
    return [p for first, then in pairs for p in (*first, *then)]


def _honoured(text: str, event: EventSpan, recipients: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "Were martyred" is a label of those who were killed."""
    label = verb_label(text, event.recipients[0][1]) if event.recipients else None
    label = label or verb_label(text, event.trigger[0])
    if label is None:
        return recipients
    unlabelled = [p.label is None and p.kind != "object" for p in recipients]
    return tuple(
        p.model_copy(update={"label": label}) if bare else p for p, bare in zip(recipients, unlabelled, strict=True)
    )


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


_IN_WORDS = frozenset({"REQUEST", "REJECT", "ACCUSE", "AGREE", "SUPPORT", "CONCEDE"})
"""Said now, whatever day it is about: "called for talks on Monday"."""


def _status(event: EventSpan, chain: Chain, time: Time | None, day: str | None) -> Status:
    """As the sentence has it; what its speaker does with it and a day to come overrule that."""
    first = chain.speakers[0]
    itself = event.type != "ASSAULT" and first.cue is not None and overlap(first.cue.span, event.trigger)
    if first.stance == "denies" and event.type not in ("REJECT", "THREATEN") and not itself:  # not "rejected the offer"
        return "denied"
    if first.stance == "cannot_confirm" and not itself:
        return "hypothetical"
    later = time is not None and time.start is not None and day is not None and time.start[:10] > day[:10]
    over = event.past and time is not None and not (time.text or "").lower().startswith("for ")  # "called a strike for"
    if event.status == "occurred" and later and not over and event.type not in _IN_WORDS:
        return "planned"
    return event.status


def _time(text: str, day: str | None, item: Told, found: Where, made: Sequence[Claim]) -> tuple[Time | None, str]:
    summed = since_long_ago(text, item)
    chosen = when.choose(text, item.event, item.sentence, item.times, day, summed=summed)
    before = made[-1] if made and item.event.status not in NOT_HAPPENED else None
    near = before is not None and before.place == found.place and found.trace in _CARRIED
    of_period = bool(item.counts) and all(count.scope == "period_total" for count in item.counts)
    told = before.time if before is not None and near and not of_period else None
    if chosen is not None and not (
        when.hour_alone(chosen, item.times) and told is not None and told.basis != "publication"
    ):
        return chosen, "sentence"
    if told is not None:
        return told, "carried"
    return publication_time(day), "publication"


def _id(article: Article, event: EventSpan) -> str:
    made_from = f"{article.key}\0{article.version}\0{event.trigger[0]}\0{event.trigger[1]}\0{event.type}"
    return "claim-" + hashlib.sha256(made_from.encode()).hexdigest()[:16]
