"""The status of an event: what the grammar of its verb says, and what the trained reader has seen.

The reader marks most of what happened rightly and misses what the verb's own form tells ("is to meet", "could be
shelled", "for the third day"): there the grammar is heard, also of events that the reader alone found.
"""

from __future__ import annotations

from dataclasses import replace

from hearsay.codebook import words_at
from hearsay.reading.events import EventSpan
from hearsay.reading.frames import Draft, Sentence, words_in
from hearsay.reading.status import verdict
from hearsay.reading.status_verdict import Verdict
from hearsay.reading.triggers import Trigger
from hearsay.reading.verb import Range


def with_the_verb(event: EventSpan, sentence: Sentence) -> EventSpan:
    """The reader's event, with the status that its verb gives it where the reader says that it simply occurred."""
    if _is_weighed(event, sentence):
        return replace(event, status="hypothetical", why={**event.why, "status": "cue:weighed"})
    if event.status != "occurred":
        return event
    found = _verdict(event, sentence)
    if found is None or found.status == "occurred":
        return event
    return replace(event, status=found.status, why={**event.why, "status": f"cue:{found.why}"})


def _is_weighed(event: EventSpan, sentence: Sentence) -> bool:
    """The trigger itself says that nothing is decided: "the parties are considering a truce"."""
    weighing = words_at("statuses", "hypothetical", "weighing")
    words = _words(event, sentence)
    return words is not None and any(v.lemma in weighing and words[0] <= v.head < words[1] for v in sentence.verbs)


def _verdict(event: EventSpan, sentence: Sentence) -> Verdict | None:
    words = _words(event, sentence)
    if words is None:
        return None
    own = next((k for k, verb in enumerate(sentence.verbs) if words[0] <= verb.head < words[1]), None)
    over = own
    if own is None:  # a noun: the verb whose object it is
        over = next((k for k, v in enumerate(sentence.verbs) if any(a <= words[0] < b for a, b in v.objects)), None)
    draft = Draft(
        trigger=Trigger(event.type, event.mode, "object"),
        words=words,
        verb=over,
        noun=own is None,
        clause=_clause(sentence, over, words),
        mode=event.mode,
    )
    return verdict(sentence, draft)


def _words(event: EventSpan, sentence: Sentence) -> Range | None:
    """The tokens of the trigger."""
    inside = words_in(sentence, event.trigger)
    return (inside[0], inside[-1] + 1) if inside else None


def _clause(sentence: Sentence, at: int | None, words: Range) -> Range:
    """From the subject of the verb, or its own words, to where its own words end."""
    if at is None:
        return words
    verb = sentence.verbs[at]
    first = min(verb.group[0], words[0], *(s[0] for s in (verb.subject,) if s is not None))
    return first, max(verb.end, words[1])
