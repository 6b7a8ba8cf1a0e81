"""The status of a deed that nothing governs: what the words around it say of its course and its effect."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hearsay.codebook import table, words_at
from hearsay.reading.frames import Draft, Sentence
from hearsay.reading.status_course import going_on
from hearsay.reading.status_verdict import DENIALS, Verdict
from hearsay.reading.status_weapons import came_to_naught
from hearsay.reading.tokens import Token
from hearsay.reading.verb import Verb


@cache
def failing() -> frozenset[str]:
    """Words that say that it was tried in vain."""
    return frozenset(table("statuses")["outcome"]["failed"]["words"])


def plain_verdict(sentence: Sentence, draft: Draft, own: Verb | None) -> Verdict:
    """The status by the deed's own words and those around it; ``own`` is its verb, None for a noun."""
    words = sentence.words
    trigger = draft.trigger
    if trigger.type == "AID" and words[draft.words[0]].lemma == "offer" and not _concedes(words, draft):
        return Verdict("planned", "unknown", "offer")
    if trigger.type == "THREATEN":
        return Verdict("threatened", "unknown", "threat")
    if trigger.thwarts:
        return Verdict("thwarted", "failed", words[draft.words[0]].lower)
    if trigger.fails:
        return Verdict("attempted", "failed", words[draft.words[0]].lower)
    if trigger.refers and own is not None and own.lemma in DENIALS:
        return Verdict("denied", "unknown", own.lemma)
    if trigger.disrupted:
        return Verdict("attempted", "intercepted", words[draft.words[0]].lower)
    if (naught := came_to_naught(sentence, draft, own)) is not None:
        return naught
    if trigger.repels and (draft.mode in ("explosives", "suicide-attack") or is_plotted(words, draft)):
        return Verdict("thwarted", "failed", words[draft.words[0]].lower)
    if trigger.repels and words[draft.words[0]].lemma in _averting() and not _on_the_ground(words, draft):
        return Verdict("thwarted", "failed", words[draft.words[0]].lower)
    if trigger.repels:
        return Verdict("occurred", "repelled", words[draft.words[0]].lower)
    if (going := going_on(sentence, draft, own)) is not None:
        return Verdict("ongoing", "unknown", going)
    near = {t.lower for t in words[max(0, draft.words[0] - 4) : draft.words[1] + 1]}
    if near & failing():
        return Verdict("occurred", "failed", "unsuccessful")
    if trigger.territory:
        return Verdict("occurred", "succeeded", "territory")
    if _drill(words, draft):
        return Verdict("hypothetical", "unknown", "drill")
    return Verdict("occurred", "unknown", "asserted")


def _concedes(words: Sequence[Token], draft: Draft) -> bool:
    """ "Offered talks", "offered an amnesty": what is offered is given by the word itself."""
    behind = words[draft.words[1] : draft.words[1] + _FOILED]
    return any(t.lemma in words_at("statuses", "planned", "concessions") for t in behind)


@cache
def _averting() -> frozenset[str]:
    return words_at("statuses", "thwarted", "averting")


def _on_the_ground(words: Sequence[Token], draft: Draft) -> bool:
    """What was foiled had begun: an advance ("an attempt to cross the river"), or "the rebels' attack", as known."""
    behind = [t.lower for t in words[draft.words[1] : draft.words[1] + _FOILED]]
    told = behind[:1] == ["the"] and not _ASSAULTS.isdisjoint(behind)
    return told or any(t.lemma in words_at("statuses", "thwarted", "advances") for t in words)


_FOILED = 5
_ASSAULTS = frozenset({"attack", "assault", "offensive", "raid"})


def is_plotted(words: Sequence[Token], draft: Draft) -> bool:
    """A plot or a plan was stopped, not an assault."""
    return any(t.lemma in ("plot", "plan", "suicide") for t in words[draft.clause[0] : draft.clause[1]])


def _drill(words: Sequence[Token], draft: Draft) -> bool:
    """A rehearsal that the deed is part of: told before it, or as what it was done in ("during a drill")."""
    for at in range(draft.clause[0], draft.clause[1]):
        if words[at].tag != "NOUN" or words[at].lemma not in _REHEARSED:
            continue
        before = at - 1
        while before > 0 and words[before].tag in ("DET", "ADJ", "NOUN", "NUM"):
            before -= 1
        if at < draft.words[0] or words[before].lower in ("in", "during", "for", "as"):
            return True
    return False


_REHEARSED = frozenset({"drill", "exercise", "simulation", "rehearsal", "anniversary"})
