"""The verb that most likely says what one party did to the other, where no rule names the deed."""

from __future__ import annotations

from hearsay.reading.frames import Sentence, oblique
from hearsay.reading.verb import Verb
from hearsay.records import Span, overlap


def verb_beside(sentence: Sentence, actor: Span | None, recipient: Span | None) -> Span | None:
    """The words of the verb whose subject or agent the actor is, else of one between the two, after the actor, any.

    Spans are offsets in the text; None where the sentence has no verb.
    """
    words = sentence.words

    def where(verb: Verb) -> Span:
        return words[verb.group[0]].start, words[verb.group[1] - 1].end

    def by_actor(verb: Verb) -> bool:
        doers = oblique(verb, "by") if verb.passive else (verb.subject,) if verb.subject is not None else ()
        return actor is not None and any(overlap(actor, (words[d[0]].start, words[d[1] - 1].end)) for d in doers)

    groups = [where(verb) for verb in sentence.verbs]
    own = [where(verb) for verb in sentence.verbs if by_actor(verb)]
    after = [g for g in groups if actor is not None and actor[1] <= g[0]]
    between = [g for g in (*own, *after) if recipient is not None and g[1] <= recipient[0]]
    return next(iter((*between, *own, *after, *groups)), None)
