"""The clause of an event that the model alone finds: its verb's own words, beside those that the model marks."""

from __future__ import annotations

from dataclasses import replace

from hearsay.reading.clauses import text_span
from hearsay.reading.events import EventSpan
from hearsay.reading.frames import Sentence, words_in


def with_its_clause(event: EventSpan, sentence: Sentence) -> EventSpan:
    """The event with a passage from its verb's subject to where the verb's own words end ("will send 60 instructors").

    The model marks a trigger and parties; what else the verb says, numbers above all, stands between and behind them.
    """
    told = words_in(sentence, event.trigger)
    verb = next((v for v in sentence.verbs if v.head in told), None)
    if verb is None:
        return event
    first = verb.group[0] if verb.subject is None else min(verb.subject[0], verb.group[0])
    ends = [verb.group[1], *(end for _, end in verb.objects), *(phrase[1] for _, phrase in verb.obliques)]
    start, end = text_span(sentence.words, (first, max(ends)))
    return replace(event, span=(min(event.span[0], start), max(event.span[1], end)))
