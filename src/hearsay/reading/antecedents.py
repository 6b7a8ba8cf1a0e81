"""Whom a relative clause is about: what "who", "which" and "that" stand for."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.actors import noun_kind
from hearsay.codebook import words_at
from hearsay.reading.chunks import Chunk
from hearsay.reading.phrases import phrase_start
from hearsay.reading.tokens import Token, noun_lemma
from hearsay.reading.triggers import noun_triggers
from hearsay.reading.verb import Range

RELATIVE = frozenset({"who", "which", "that"})
_DISASTERS = words_at("topic", "accident") | {"fire"}


def open_relative(words: Sequence[Token], before: int, noun_end: dict[int, Chunk]) -> int | None:
    """Where "who" stands, if the words up to ``before`` belong to a clause that it opens."""
    for at in range(before - 1, 0, -1):
        if words[at].tag in ("PUNCT", "CCONJ"):
            return None
        if words[at].lower in RELATIVE:
            then = next((k for k in range(at + 1, len(words)) if words[k].tag != "ADV"), at)
            return at if words[then].tag in ("VERB", "AUX") and at in noun_end else None
        if words[at].tag == "SCONJ":
            return None
    return None


def before_who(words: Sequence[Token], who: int) -> int:
    """Where the words end that "who" stands for: before a comma and an age ("Jhon Ipia, 34, who")."""
    end = who - 1 if who > 0 and words[who - 1].lower == "," else who
    aged = end > 1 and words[end - 1].tag == "NUM" and words[end - 2].lower == ","
    return end - 2 if aged else end


def antecedent(words: Sequence[Token], end: int, noun_at: dict[int, Chunk], noun_end: dict[int, Chunk]) -> Range | None:
    """The noun phrase that "who" or "which" stands for: over "at the hospital" back to "a medic"."""
    while end in noun_end:
        start = phrase_start(words, noun_end[end], noun_at, noun_end)
        if start < 2 or words[start - 1].tag != "ADP" or start - 1 not in noun_end or _is_person(words, start, end):
            return (start, end)
        end = start - 1
    return None


def thing_meant(
    words: Sequence[Token], end: int, noun_at: dict[int, Chunk], noun_end: dict[int, Chunk]
) -> Range | None:
    """What "which" means: a deed, else what stands before it, up to somebody ("held a man after a blast, which")."""
    happenings = _happenings(words)
    farthest = None
    while end in noun_end:
        start = phrase_start(words, noun_end[end], noun_at, noun_end)
        if any(start <= first and last <= end for first, last in happenings):
            return (start, end)
        if _is_person(words, start, end):
            break
        farthest = (start, end)
        if start < 2 or words[start - 1].tag != "ADP":
            break
        end = start - 1
    return farthest


def deed_meant(words: Sequence[Token], end: int, noun_at: dict[int, Chunk], noun_end: dict[int, Chunk]) -> Range | None:
    """The deed or disaster that "that" means: "the attack on a convoy that killed nine", "a fire at an inn that …"."""
    found = thing_meant(words, end, noun_at, noun_end)
    told = found is not None and any(found[0] <= first and last <= found[1] for first, last in _happenings(words))
    return found if told else None


def _happenings(words: Sequence[Token]) -> list[Range]:
    """The words for deeds and disasters."""
    disasters = [(k, k + 1) for k, word in enumerate(words) if word.tag == "NOUN" and noun_lemma(word) in _DISASTERS]
    return [*(hit.words for hit in noun_triggers(words)), *disasters]


def _is_person(words: Sequence[Token], start: int, end: int) -> bool:
    """Somebody, not the hospital that he is at."""
    kind = noun_kind(" ".join(t.text for t in words[start:end]))
    return kind is not None and kind.kind != "object"
