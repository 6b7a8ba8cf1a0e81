"""The status of a deed that nothing governs: what the words around it say of its course and its effect."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from hearsay.codebook import table, words_at
from hearsay.reading.frames import Draft, Sentence
from hearsay.reading.status_verdict import DENIALS, Verdict
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
    if (unsure := _unconfirmed(words, draft)) is not None:
        return Verdict("hypothetical", "unknown", unsure)
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
    rest = " ".join(t.lower for t in words[draft.words[0] :])
    if trigger.type == "ASSAULT" and _had_no_effect(words, draft, rest):
        return Verdict("attempted", "failed", "a dud")
    if trigger.type == "ASSAULT" and (down := _brought_down(words, draft, rest)) is not None:
        return Verdict("attempted", "intercepted", down)
    if trigger.type == "ASSAULT" and draft.mode in ("explosives", "destroy") and _made_safe(words):
        return Verdict("thwarted", "failed", "made safe")
    if trigger.repels and (draft.mode in ("explosives", "suicide-attack") or is_plotted(words, draft)):
        return Verdict("thwarted", "failed", words[draft.words[0]].lower)
    if trigger.repels and words[draft.words[0]].lemma in _averting() and not _on_the_ground(words, draft):
        return Verdict("thwarted", "failed", words[draft.words[0]].lower)
    if trigger.repels:
        return Verdict("occurred", "repelled", words[draft.words[0]].lower)
    first = _before_the_subject(sentence, draft.clause[0])
    clause = " ".join(t.lower for t in words[first : _past_its_end(words, draft)])
    if trigger.type in _IN_WORDS:
        clause = ""  # who "is demanding" has demanded
    for phrase in table("statuses")["ongoing"]["phrases"]:
        if phrase in clause:
            return Verdict("ongoing", "unknown", phrase)
    if (going := _going_on().search(clause)) is not None:
        return Verdict("ongoing", "unknown", going.group())
    if (
        own is not None
        and trigger.type not in _IN_WORDS
        and own.form == "finite"
        and words[own.head].lower.endswith("ing")
        and any(t.lower in ("is", "are") for t in words[own.group[0] : own.head])
    ):
        return Verdict("ongoing", "unknown", "present progressive")
    near = {t.lower for t in words[max(0, draft.words[0] - 4) : draft.words[1] + 1]}
    if near & failing():
        return Verdict("occurred", "failed", "unsuccessful")
    if trigger.territory:
        return Verdict("occurred", "succeeded", "territory")
    if _drill(words, draft):
        return Verdict("hypothetical", "unknown", "drill")
    return Verdict("occurred", "unknown", "asserted")


_IN_WORDS = frozenset({"REQUEST", "REJECT", "ACCUSE", "AGREE", "SUPPORT", "CONCEDE"})


def _past_its_end(words: Sequence[Token], draft: Draft) -> int:
    """A few words behind the clause, up to where another begins."""
    end = draft.clause[1]
    while end < min(len(words), draft.clause[1] + 6) and words[end].lower not in (";", ",", "and", "but", "while"):
        end += 1
    return end


def _before_the_subject(sentence: Sentence, first: int) -> int:
    """Where the clause begins with what stands before its subject: "For the seventh day in a row the jets bombed"."""
    verbs = {k for verb in sentence.verbs for k in range(*verb.group)}
    while first > 0 and first - 1 not in verbs and sentence.words[first - 1].lower not in (";", "and", "but", ":"):
        first -= 1
    return first


def _brought_down(words: Sequence[Token], draft: Draft, rest: str) -> str | None:
    """ "Drones were fired at the dam and shot down": launched, and of no effect."""
    entry = table("statuses")["attempted"]
    launched = any(t.lemma in entry["launched"] for t in words[slice(*draft.words)])
    flying = any(t.lemma in entry["flying"] for t in words)
    if not launched or not flying or _harms(words, draft):
        return None
    return next((phrase for phrase in entry["brought_down"] if phrase in rest), None)


def _had_no_effect(words: Sequence[Token], draft: Draft, rest: str) -> bool:
    """A weapon that did not go off or came down elsewhere; shots that missed were an assault all the same."""
    dud = _dud().search(rest)
    if dud is None or _harms(words, draft):
        return False
    flies = any(t.lemma in table("statuses")["attempted"]["flying"] for t in words)
    return flies or draft.mode != "firearms" or dud.group() != "missed"


@cache
def _dud() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in table("statuses")["attempted"]["phrases"])
    return re.compile(rf"\b(?:{phrases})\b")


def _harms(words: Sequence[Token], draft: Draft) -> bool:
    """Somebody is said to have been hurt behind the deed: it had an effect, whatever else missed."""
    behind = words[draft.words[0] :]
    return any(t.lemma in _HURT for t in behind) and not any(t.lower in _NOBODY for t in behind)


_HURT = frozenset({"kill", "wound", "injure", "die"})

_NOBODY = frozenset({"nobody", "none", "no", "without", "neither"})


@cache
def _going_on() -> re.Pattern[str]:
    return re.compile("|".join(table("statuses")["ongoing"]["patterns"]))


def _concedes(words: Sequence[Token], draft: Draft) -> bool:
    """ "Offered talks", "offered an amnesty": what is offered is given by the word itself."""
    behind = words[draft.words[1] : draft.words[1] + _FOILED]
    return any(t.lemma in words_at("statuses", "planned", "concessions") for t in behind)


def _unconfirmed(words: Sequence[Token], draft: Draft) -> str | None:
    """ "Declined to confirm that it had carried out the attack"."""
    before = " ".join(t.lower for t in words[: draft.words[0]])
    return next((p for p in table("statuses")["hypothetical"]["unconfirmed"] if p in before), None)


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


def _made_safe(words: Sequence[Token]) -> bool:
    """Sappers blew up what others had laid: "a bomb found in the yard was destroyed on the spot"."""
    said = " ".join(t.lower for t in words)
    device = any(t.lemma in _DEVICES for t in words)
    return device and any(phrase in said for phrase in table("statuses")["thwarted"]["phrases"])


_DEVICES = frozenset(
    {"charge", "bomb", "device", "ied", "mine", "landmine", "explosive", "explosives", "shell", "grenade"}
)


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
