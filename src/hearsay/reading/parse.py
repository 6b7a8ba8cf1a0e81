"""A sentence's words made ready for the frames: groups, verbs with what they govern, event nouns and weapons."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.reading.asides import without_scare_quotes
from hearsay.reading.chunks import chunks
from hearsay.reading.clauses import verbs
from hearsay.reading.datelines import after_dateline
from hearsay.reading.frames import Sentence
from hearsay.reading.tokens import Token
from hearsay.reading.triggers import noun_triggers, weapons


def parse(words: Sequence[Token]) -> Sentence:
    """The sentence of these tokens, without a dateline and without marks round a rank or a nickname."""
    told = without_scare_quotes(words[after_dateline(words) :])
    return Sentence(told, verbs(told, chunks(told)), noun_triggers(told), weapons(told))
