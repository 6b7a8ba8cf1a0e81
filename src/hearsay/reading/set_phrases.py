"""Verbs that tell of no deed by what follows them: "held out", "hit the deck", "declined to comment", "died aged 79".

The phrases are in ``codebook/set_phrases.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from hearsay.codebook import table
from hearsay.reading.frames import Sentence, head_of
from hearsay.reading.tokens import Token, noun_lemma
from hearsay.reading.triggers import noun_triggers, weapons
from hearsay.reading.verb import Verb

_DYING = frozenset({"die", "perish", "succumb"})
_AGED = (("aged",), ("at", "age", "of"))


def is_no_deed(sentence: Sentence, verb: Verb) -> bool:
    """The verb belongs to a set phrase of another sense, or tells of a death that nobody brought about."""
    after = tuple(_after(sentence.words, verb.head))
    if not verb.passive and _begins(after, _phrases().get(verb.lemma, ())):
        return True
    return _dies_of_itself(sentence.words, verb.head)


def is_answered(sentence: Sentence, verb: Verb) -> bool:
    """ "Any attempt will be met with force": nobody met anybody."""
    return verb.lemma == "meet" and verb.passive and next(_after(sentence.words, verb.head), "") == "with"


def is_brought_to_care(sentence: Sentence, verb: Verb) -> bool:
    """ "17 others were taken to a hospital": nobody abducted them."""
    to = (phrase for preposition, phrase in verb.obliques if preposition in ("to", "for"))
    heads = (noun_lemma(sentence.words[head_of(sentence.words, phrase)]) for phrase in to)
    return verb.lemma in _BRINGING and any(head in _care() for head in heads)


_BRINGING = frozenset("take bring rush carry transfer evacuate airlift move admit shift refer".split())


def is_alert(sentence: Sentence, at: int) -> bool:
    """The noun at ``at`` is a warning by its name that threatens nobody: "an early warning for the valley"."""
    before = " ".join(word.lower for word in sentence.words[max(0, at - 2) : at])
    return any(f" {before} {noun_lemma(sentence.words[at])}".endswith(f" {alert}") for alert in _alerts())


def of_natural_causes(words: Sequence[Token]) -> bool:
    """Does the sentence tell of a death that nobody brought about?"""
    return any(_dies_of_itself(words, k) for k in range(len(words)))


def _after(words: Sequence[Token], at: int) -> Iterator[str]:
    """The words right after it, without determiners, up to a punctuation mark."""
    for word in words[at + 1 :]:
        if word.tag == "PUNCT":
            return
        if word.tag != "DET":
            yield word.lower


def _begins(words: tuple[str, ...], phrases: Sequence[tuple[str, ...]]) -> bool:
    return any(words[: len(phrase)] == phrase for phrase in phrases)


def _dies_of_itself(words: Sequence[Token], at: int) -> bool:
    """ "Died of cancer", "died aged 79", with no deed or weapon told after it."""
    if words[at].lemma not in _DYING:
        return False
    after = tuple(_after(words, at))
    told = takewhile(lambda word: word.tag not in ("ADP", "PUNCT", "VERB"), words[at + 2 :])
    cause = after[:1] in (("of",), ("from",), ("to",)) and any(noun_lemma(word) in _causes() for word in told)
    if not cause and not _begins(after, _AGED):
        return False
    rest = words[at + 1 :]
    return not noun_triggers(rest) and not weapons(rest)


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Lemma of the verb → what follows it in the phrases."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in table("set_phrases")["phrases"]:
        first, *rest = phrase.split()
        found[first] = (*found.get(first, ()), tuple(rest))
    return found


@cache
def _alerts() -> tuple[str, ...]:
    return tuple(table("set_phrases")["alerts"])


@cache
def _care() -> frozenset[str]:
    return frozenset(table("set_phrases")["care"])


@cache
def _causes() -> frozenset[str]:
    return frozenset(table("set_phrases")["natural_causes"])
