"""A sentence's words made ready for the frames: groups, verbs with what they govern, event nouns and weapons."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.reading.asides import without_scare_quotes
from hearsay.reading.chunks import chunks
from hearsay.reading.clauses import text_span, verbs
from hearsay.reading.datelines import after_dateline
from hearsay.reading.frames import Sentence
from hearsay.reading.tokens import Token
from hearsay.reading.triggers import noun_triggers, weapons
from hearsay.records import Span


def parse(words: Sequence[Token]) -> Sentence:
    """The sentence of these tokens, without a dateline and without marks round a rank or a nickname."""
    told = without_scare_quotes(words[after_dateline(words) :])
    return Sentence(told, verbs(told, chunks(told)), noun_triggers(told), weapons(told))


def subjects(sentence: Sentence) -> tuple[Span, ...]:
    """What the finite verbs of a sentence are said of, in the order of the text, each once; no pronouns."""
    told = [verb.subject for verb in sentence.verbs if verb.form == "finite" and verb.subject is not None]
    named = [phrase for phrase in told if any(word.tag != "PRON" for word in sentence.words[slice(*phrase)])]
    return tuple(sorted({text_span(sentence.words, phrase) for phrase in named}))
