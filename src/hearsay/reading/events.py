"""Events of a sentence: triggers with their parties, joined where several words tell one happening."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from hearsay.reading.clauses import text_span
from hearsay.reading.frames import Draft, Sentence
from hearsay.reading.joining import joined
from hearsay.reading.noun_drafts import with_nouns
from hearsay.reading.status import verdict
from hearsay.reading.status_course import in_the_past
from hearsay.reading.status_verdict import Verdict
from hearsay.reading.verb import Range
from hearsay.reading.verb_drafts import verb_drafts
from hearsay.records import EventType, Outcome, Span, Status


@dataclass(frozen=True, slots=True)
class EventSpan:
    """One event of the text: its words and those of its parties, as offsets in the article."""

    type: EventType
    mode: str | None
    trigger: Span
    span: Span
    """The passage that carries it."""
    sentence: int
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    victims: tuple[Span, ...]
    """Whom the effects told beside it fell on ("dropped bombs on the town, killing two civilians")."""
    weapons: tuple[Span, ...]
    status: Status
    outcome: Outcome
    territory: bool
    disrupted: bool
    weak: bool
    clash: bool
    """Both sides fight ("clashed with", "fighting")."""
    effect: bool
    """Told by its effect alone ("12 people were killed")."""
    refers: bool
    """Speaks of a deed told before: a toll, a claim of responsibility."""
    why: dict[str, str]
    """For the trace: what decided the type and the status."""
    past: bool = False
    """Its verb stands in the past or the perfect."""
    read: tuple[Literal["rules", "model"], ...] = ("rules",)
    """Who found it."""
    told: float = 1.0
    """The probability that an event is told here at all; what the rules found is."""
    likely: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """What the model says: for each field the probability of every class. Empty where none was asked."""


def sentence_events(sentence: Sentence, number: int) -> tuple[EventSpan, ...]:
    """The events of one sentence in the order of their triggers."""
    drafts = joined(sentence, with_nouns(sentence, verb_drafts(sentence)))
    made = []
    for draft in drafts:
        found = verdict(sentence, draft)
        if found is not None:
            made.append(_event(sentence, number, draft, found))
    return tuple(sorted(made, key=lambda e: e.trigger))


def _event(sentence: Sentence, number: int, draft: Draft, found: Verdict) -> EventSpan:
    words = sentence.words
    trigger = draft.trigger

    def span(tokens: Range) -> Span:
        return text_span(words, tokens)

    return EventSpan(
        type=trigger.type,
        mode=draft.mode,
        trigger=span(draft.words),
        span=span(_with_dependents(sentence, draft)),
        sentence=number,
        actors=tuple(span(a) for a in draft.actors),
        recipients=tuple(span(r) for r in draft.recipients),
        victims=tuple(span(v) for v in draft.victims),
        weapons=tuple(span(w) for w in draft.weapons),
        status=found.status,
        outcome=found.outcome,
        territory=trigger.territory,
        disrupted=trigger.disrupted,
        weak=trigger.weak,
        clash=trigger.frame == "with" or trigger.repels,
        effect=trigger.frame == "effect" or (trigger.frame == "victim" and not trigger.territory),
        refers=trigger.refers,
        past=in_the_past(sentence, draft.verb) and not draft.noun,
        why={"type": _told_by(words[draft.words[0]].lemma, draft.beside), "status": f"cue:{found.why}"},
    )


def _told_by(trigger: str, beside: str) -> str:
    return f"trigger:{trigger}, in {beside}" if beside else f"trigger:{trigger}"


def _with_dependents(sentence: Sentence, draft: Draft) -> Range:
    """The clause with the infinitives and -ing forms that hang on its verb ("kept from entering the camp")."""
    first, last = draft.clause
    for verb in sentence.verbs:
        if verb.form in ("infinitive", "ing") and verb.governor is not None and last <= verb.group[0] <= last + 1:
            last = max(last, verb.end if verb.objects or verb.obliques else verb.group[1])
    while last > first + 1 and sentence.words[last - 1].tag in ("PUNCT", "CCONJ", "ADP"):
        last -= 1
    return first, last
