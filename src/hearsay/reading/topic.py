"""Is this about conflict? Of an article, and of a sentence whose trigger sport and business use too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from hearsay.actors import Registry, noun_kind
from hearsay.codebook import table
from hearsay.reading.events import EventSpan
from hearsay.reading.frames import FORCEFUL, Sentence
from hearsay.reading.tokens import Token, noun_lemma
from hearsay.records import PartyKind, Span


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    topic = table("topic")
    return frozenset(topic["conflict"]), frozenset(topic["elsewhere"])


Topic = Literal["conflict", "elsewhere", "open"]
"""Elsewhere: games, markets, shows. Open: neither (politics, a single sentence)."""


def topic_of(sentences: Sequence[Sentence]) -> Topic:
    """Does the article speak of conflict, and more of it than of games, markets and shows?

    By different words of conflict, their share of all words, and their number beside that of the others, which are
    things: who shared a picture and tried to help speaks of no shares and tries.
    """
    conflict, elsewhere = _words()
    found: set[str] = set()
    here = there = length = 0
    for sentence in sentences:
        for token in sentence.words:
            length += token.tag != "PUNCT"
            forms = (token.lemma, noun_lemma(token), token.lower)
            told = conflict.intersection(forms)
            if told or (token.tag == "PROPN" and _named_force(token.text)):
                found |= told or {token.lower}
                here += 1
            elif token.tag != "VERB" and not elsewhere.isdisjoint(forms):
                there += 1
    topic = table("topic")
    short = 0 < length <= topic["short"] and here >= topic["short_share"] * length
    share = topic["many_share"] if len(found) >= topic["many_conflict_words"] else topic["least_share"]
    enough = (len(found) >= topic["least_conflict_words"] or short) and here >= share * length
    if enough and here >= topic["ratio"] * there:
        return "conflict"
    return "elsewhere" if there > here and there >= topic["least_other_words"] else "open"


def is_rehearsed(sentences: Sequence[Sentence]) -> bool:
    """Does the article open with a drill? What it tells of attacks was then played."""
    drill = frozenset(table("topic")["drill"])
    opening = [t for s in sentences[:4] for t in s.words]
    return sum(bool({t.lemma, noun_lemma(t)} & drill) for t in opening) >= 2


def by_accident(words: Sequence[Token]) -> bool:
    """Does the sentence tell of a disaster or an accident?"""
    accident = frozenset(table("topic")["accident"])
    return any(t.lemma in accident or noun_lemma(t) in accident for t in words) or _burns(words)


def _burns(words: Sequence[Token]) -> bool:
    """ "A fire at a cafe", "a huge fire": gunfire has no article."""
    fires = (k for k, t in enumerate(words) if t.lower == "fire" and t.tag == "NOUN")
    return any(t.lower == "a" for k in fires for t in words[max(0, k - 2) : k])


def is_supported(event: EventSpan, sentence: Sentence, topic: Topic) -> bool:
    """Is there reason to take the trigger at its word?

    Force needs a body: somebody armed, a weapon, or people or things that can be hit. In an article about conflict one
    of them is enough for a weak trigger; otherwise only strong triggers count, with somebody armed and whoever was hit,
    and in one about games, markets and shows the event itself must name both. A disaster uses no force.
    """
    if is_defined(sentence.words, event.trigger):
        return False
    if event.refers:
        return topic == "conflict"
    if event.type == "CONSULT" and event.mode == "visit" and event.why.get("type") == "trigger:visit":
        return bool(event.recipients) and topic != "elsewhere"  # "after visiting the scene"
    if event.type != "ASSAULT":
        laid_down = event.mode == "disarm" and any(_is_forceful(sentence.words, span) for span in event.actors)
        return topic == "conflict" or (topic == "open" and (laid_down or not event.weak))
    if any(_is_disaster(sentence.words, span) for span in event.actors):
        return False
    armed = bool(sentence.weapons) or any(_kind(t) in FORCEFUL for t in sentence.words)
    if event.effect and not event.actors and not armed and event.mode is None and by_accident(sentence.words):
        return False
    hit = [_bodily(sentence.words, span) for span in event.recipients]
    if topic == "conflict":
        return not event.weak or armed or any(hit) or event.clash or bool(event.actors)
    if topic == "elsewhere":
        armed = bool(event.weapons) or any(_is_forceful(sentence.words, span) for span in event.actors)
    forceful = any(_is_forceful(sentence.words, span) for span in event.actors)
    if topic == "open" and forceful and event.mode != "seize":
        return any(hit) or any(_is_pronoun(sentence.words, span) for span in event.recipients)
    return not event.weak and armed and any(hit)


def is_defined(words: Sequence[Token], trigger: Span) -> bool:
    """ "The term means killed, wounded or captured": what a word stands for is nobody's deed."""
    for word in reversed([w for w in words if w.end <= trigger[0]]):
        if word.lemma == "mean" and word.tag == "VERB":
            return True
        if word.tag not in ("VERB", "ADJ", "PUNCT", "CCONJ"):
            return False
    return False


def _is_pronoun(words: Sequence[Token], span: Span) -> bool:
    """Whoever "him" or "them" is."""
    return any(t.tag == "PRON" and t.start == span[0] and t.end == span[1] and t.lower != "it" for t in words)


def _is_disaster(words: Sequence[Token], span: Span) -> bool:
    """An earthquake, a flood: what a phrase says first, before "of" and "and"."""
    accident = frozenset(table("topic")["accident"]) - {"virus"}
    told = [t for t in words if span[0] <= t.start and t.end <= span[1]]
    head = next((k for k, t in enumerate(told) if t.tag in ("ADP", "PUNCT")), len(told)) - 1
    return head >= 0 and (bool({told[head].lemma, noun_lemma(told[head])} & accident) or _burns(told[: head + 1]))


def _is_forceful(words: Sequence[Token], span: Span) -> bool:
    return any(_kind(t) in FORCEFUL for t in words if span[0] <= t.start and t.end <= span[1])


@lru_cache(maxsize=8192)
def _named_force(word: str) -> bool:
    """A name that the registry knows as an armed actor's ("Maoists", "Hezbollah")."""
    actor = Registry.load().find(word)
    return actor is not None and actor.kind in FORCEFUL


def _kind(token: Token) -> PartyKind | None:
    found = noun_kind(token.lower) if token.tag in ("NOUN", "PROPN") else None
    return found.kind if found is not None else None


def _bodily(words: Sequence[Token], span: Span) -> bool:
    """People or things, as the codebook's nouns go."""
    text = " ".join(t.text for t in words if span[0] <= t.start and t.end <= span[1])
    return any(noun_kind(part.split(" of ")[0]) or noun_kind(part) for part in (text, *_LISTED.split(text)[:-1]))


_LISTED = re.compile(r"\s*,\s*|\s+and\s+")
