"""Deeds that were still going on when they were told: what continues, what has been done since, what is being done."""

from __future__ import annotations

import re
from functools import cache

from hearsay.codebook import table, words_at
from hearsay.reading.frames import Draft, Sentence
from hearsay.reading.verb import Verb

IN_WORDS = frozenset({"REQUEST", "REJECT", "ACCUSE", "AGREE", "SUPPORT", "CONCEDE"})
"""Deeds done by saying so: who "is demanding" has demanded."""
_BE = frozenset({"is", "are"})


def going_on(sentence: Sentence, draft: Draft, own: Verb | None) -> str | None:
    """The words that say that the deed lasts; None where nothing does. ``own`` is its verb, None for a noun."""
    if draft.trigger.type in IN_WORDS:
        return None
    words = sentence.words
    first = _before_the_subject(sentence, draft.clause[0])
    clause = " ".join(t.lower for t in words[first : _past_its_end(sentence, draft)])
    for phrase in table("statuses")["ongoing"]["phrases"]:
        if phrase in clause:
            return str(phrase)
    if (lasting := _lasting().search(clause)) is not None:
        return lasting.group()
    if own is None:
        return None
    if own.lemma in words_at("statuses", "ongoing", "states"):
        return own.lemma
    return _held_since(sentence, own) or _progressive(sentence, own)


def _held_since(sentence: Sentence, own: Verb) -> str | None:
    """ "Has kept the village shut since June", "has since barred lorries": a state that the verb brought about."""
    entry = table("statuses")["ongoing"]
    group = [t.lower for t in sentence.words[own.group[0] : own.head]]
    if own.lemma not in entry["lasting"] or not {"has", "have"} & set(group):
        return None
    behind = " ".join(t.lower for t in sentence.words[own.head : own.end + _BEYOND])
    return f"has {own.lemma}" if "since" in group or re.search(entry["since"], behind) else None


def _progressive(sentence: Sentence, own: Verb) -> str | None:
    """ "Is shelling", "are being held", "have been attacking"; "was shelling" only says what went on beside it."""
    group = [t.lower for t in sentence.words[own.group[0] : own.head + 1]]
    going = group[-1].endswith("ing") and group[-1] != "missing"
    if own.form == "finite" and not _BE.isdisjoint(group) and (going or "being" in group):
        return "present progressive"
    if going and "been" in group and not {"had", "having"} & set(group):
        return "has been doing"
    return None


def in_the_past(sentence: Sentence, at: int | None) -> bool:
    """ "Withdrew", "was shot at", "have fled": whatever day stands beside it, it is over."""
    if at is None or sentence.verbs[at].form != "finite" or sentence.verbs[at].modal is not None:
        return False
    verb = sentence.verbs[at]
    helped = [t.lower for t in sentence.words[verb.group[0] : verb.head] if t.tag == "AUX"]
    head = sentence.words[verb.head].lower
    if helped:
        return helped[0] in _OVER and not head.endswith("ing")
    return head != verb.lemma and not head.endswith(("s", "ing"))


_OVER = frozenset({"was", "were", "has", "have", "had"})


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile("|".join(table("statuses")["ongoing"]["patterns"]))


_BEYOND = 6
"""Words behind a clause that may still say how long it lasted."""


def _past_its_end(sentence: Sentence, draft: Draft) -> int:
    """A few words behind the clause, up to where another begins."""
    words, end = sentence.words, draft.clause[1]
    last = min(len(words), end + _BEYOND)
    while end < last and words[end].lower not in (";", ",", "and", "but", "while"):
        end += 1
    return end


def _before_the_subject(sentence: Sentence, first: int) -> int:
    """Where the clause begins with what stands before its subject: "For the seventh day in a row the jets bombed"."""
    verbs = {k for verb in sentence.verbs for k in range(*verb.group)}
    while first > 0 and first - 1 not in verbs and sentence.words[first - 1].lower not in (";", "and", "but", ":"):
        first -= 1
    return first
