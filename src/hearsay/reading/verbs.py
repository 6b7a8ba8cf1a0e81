"""The verb that most likely says what one party did to the other, where no rule names the deed."""

from __future__ import annotations

from hearsay.reading.frames import Sentence
from hearsay.records import Span


def verb_beside(sentence: Sentence, actor: Span | None, recipient: Span | None) -> Span | None:
    """The words of the verb that stands between the two, else of the first after the actor, else of the first.

    Spans are offsets in the text; None where the sentence has no verb.
    """
    words = sentence.words
    groups = [(words[v.group[0]].start, words[v.group[1] - 1].end) for v in sentence.verbs]
    after = [g for g in groups if actor is not None and actor[1] <= g[0]]
    between = [g for g in after if recipient is not None and g[1] <= recipient[0]]
    return next(iter((*between, *after, *groups)), None)
