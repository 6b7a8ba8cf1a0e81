"""Events that only counts tell, and sentences that only add to what was told just before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hearsay.actors.people import noun_kind
from hearsay.claims.counting import ALONE
from hearsay.claims.counts_lexicon import noun_lemma
from hearsay.reading import EventSpan
from hearsay.records import Attribution, Count, Measure, Span, overlap

_WHOLE_WAR = re.compile(
    r"(?:the|this|a)\s+(?:[\w-]+\s+){0,3}(?:war|conflict|insurgency|uprising|unrest|crisis|violence)\s+(?:has|had|have)\b",
    re.IGNORECASE,
)
_CHARGED = re.compile(
    r"\b(?:involve[sd]?|involvement|involving|wanted|accused|charged|convicted|implicated|suspected)"
    r" (?:of|in|for|with)\b",
    re.IGNORECASE,
)
_WORD = re.compile(
    r"toll|figures?|bod(?:y|ies)|dead|deaths?|killed|died|wounded|injur\w+|hurt|casualt\w+|martyr\w*|corpses?|fled|flee\w*|displaced|missing|kidnapped|abducted",
    re.IGNORECASE,
)


def told_by_count(text: str, passage: Span, number: int, counts: Sequence[Count]) -> EventSpan | None:
    """An event for a sentence that has a toll and no trigger ("the facility had received 27 bodies")."""
    tolls = [c for c in counts if c.measure in ALONE and c.best != 0]
    tolls = [c for c in tolls if not _CHARGED.search(text[passage[0] : c.span[0]])]
    if not tolls or _WHOLE_WAR.match(text, passage[0]):
        return None
    span = (min(c.span[0] for c in tolls), max(c.span[1] for c in tolls))
    words = [m.span() for m in _WORD.finditer(text, *passage)]
    trigger = min(words, key=lambda w: max(0, w[0] - span[1], span[0] - w[1]), default=tolls[0].span)
    return EventSpan(
        type="ASSAULT",
        mode=None,
        trigger=trigger,
        span=(min(passage[0], span[0]), max(passage[1], span[1])),
        sentence=number,
        actors=(),
        recipients=(),
        victims=(),
        weapons=(),
        status="occurred",
        outcome="unknown",
        territory=False,
        disrupted=False,
        weak=True,
        clash=False,
        effect=True,
        refers=True,
        why={"type": "count", "status": "cue:asserted"},
    )


def is_bare_toll(text: str, event: EventSpan) -> bool:
    """Only the trained reader found it, and it is no more than the word of a toll: the counts say whether it counts."""
    alone = event.read == ("model",) and event.type == "ASSAULT" and not event.actors
    return alone and _WORD.fullmatch(text, *event.trigger) is not None


def is_toll(text: str, mark: Span) -> bool:
    """A word that says what became of people, whatever else the sentence tells."""
    return _WORD.fullmatch(text, *mark) is not None


def goes_on(toll: EventSpan, deed: EventSpan, *, attributed: bool, placed: bool) -> bool:
    """Is the sentence the toll of the deed before ("Four policemen were killed.")?

    Not when somebody else says it, or when it names a place or a doer of its own.
    """
    if attributed or placed or not toll.effect or toll.actors or deed.type != "ASSAULT":
        return False
    return deed.status in ("occurred", "ongoing") and toll.status == "occurred"


def with_its_means(toll: EventSpan, deed: EventSpan) -> EventSpan:
    """The toll of a deed told before: people died of what it was done with."""
    own = toll.mode is not None and toll.why.get("mode") != "reader"
    if own or deed.mode in (None, "destroy"):
        return toll
    return replace(toll, mode=deed.mode, why={**toll.why, "mode": "the deed told before"})


def only_adds(text: str, counts: Sequence[Count], deed: EventSpan, counts_before: Sequence[Count]) -> bool:
    """Does a toll only add to what the deed before did ("Fourteen houses were damaged.", "One officer was hurt.")?

    People of whom nothing was told yet make it a claim of its own; so does another figure for what was counted.
    """
    told = {c.measure for c in counts_before}
    hit = {_noun(text[slice(*span)]) for span in deed.recipients}
    more = [c.measure not in told and (c.measure in _THINGS or _noun(c.of or "") in hit) for c in counts]
    return bool(more) and all(more)


def _noun(phrase: str) -> str:
    return noun_lemma(phrase.lower().rpartition(" ")[2])


_THINGS: frozenset[Measure] = frozenset({"destroyed", "damaged"})

_IN_TURN = re.compile(r"\bin (?:response|reply|return|retaliation|turn)\b", re.IGNORECASE)
"""What somebody else did then."""
_TOLL_FOLLOWS = re.compile(r"[;:]|, leaving\b|\bin which\b")
"""Between a deed and its toll in one sentence."""
_NO_DOER = re.compile(r"it|which|that", re.IGNORECASE)
"""What the deed was done with, told of again."""


def with_their_tolls(
    text: str, events: Sequence[EventSpan], said: Sequence[Attribution], places: Sequence[Span] = ()
) -> list[EventSpan]:
    """The events of a sentence, a deed and the toll told behind it as one: "fired on a convoy; one soldier was hurt".

    Who was captured in it is of its toll, too, and so is what else came of it ("three died and a school burned down").
    ``said``, ``places``: the attributions and places of the sentence; a toll that somebody else gives, or of somewhere
    else, is a claim of its own.
    """
    speakers = [one.source.span for one in said if one.source is not None]
    places = [place for place in places if not any(overlap(place, speaker) for speaker in speakers)]
    out: list[EventSpan] = []
    for event in events:
        deed = out[-1] if out else None
        if deed is None or not (_told_alike(deed, event, said) and _is_of(text, event, deed, places)):
            out.append(event)
            continue
        out[-1] = replace(
            deed,
            span=(deed.span[0], max(deed.span[1], event.span[1])),
            victims=deed.victims or event.recipients or event.victims,
        )
    return out


def _told_alike(deed: EventSpan, toll: EventSpan, said: Sequence[Attribution]) -> bool:
    """An assault and what came of it, both told as facts, by the same speakers."""
    happened = deed.status in ("occurred", "ongoing") and toll.status == "occurred"
    alike = all(_holds(one.content.span, deed.trigger) == _holds(one.content.span, toll.trigger) for one in said)
    return deed.type == "ASSAULT" and not deed.refers and happened and alike


def _is_of(text: str, toll: EventSpan, deed: EventSpan, places: Sequence[Span]) -> bool:
    between = text[deed.trigger[1] : toll.trigger[0]]
    of_deed, of_toll = (deed.trigger[1], toll.trigger[0]), (toll.trigger[1], toll.span[1])
    elsewhere = all(any(_holds(clause, place) for place in places) for clause in (of_deed, of_toll))
    if elsewhere or _IN_TURN.search(text, deed.trigger[1], toll.span[1]) is not None:
        return False
    if toll.type == "COERCE":
        return toll.mode == "arrest" and toll.why.get("type") in _CAPTURES and _same_doer(text, toll, deed)
    by_somebody = any(_is_a_doer(text[slice(*actor)]) for actor in toll.actors)
    bare = (toll.effect or toll.mode == "destroy") and not (by_somebody or toll.refers or toll.clash)
    guessed = toll.why.get("mode") == "reader"
    if not bare or toll.type != "ASSAULT" or not (guessed or toll.mode in (None, deed.mode, "destroy")):
        return False
    of_its_own = deed.effect and _WORD.fullmatch(text, *deed.trigger) is not None
    return of_its_own or _TOLL_FOLLOWS.search(between) is not None


def _same_doer(text: str, taken: EventSpan, deed: EventSpan) -> bool:
    who = {text[slice(*actor)].lower() for actor in deed.actors}
    return all(text[slice(*actor)].lower() in who for actor in taken.actors)


_CAPTURES = frozenset({"trigger:capture", "trigger:take prisoner"})


def _is_a_doer(actor: str) -> bool:
    """Not "it" in "a grenade was thrown; it injured four", nor the houses in "93 houses burned"."""
    kind = noun_kind(actor)
    return _NO_DOER.fullmatch(actor) is None and (kind is None or kind.kind != "object")


def _holds(content: Span, trigger: Span) -> bool:
    return content[0] <= trigger[0] < content[1]
