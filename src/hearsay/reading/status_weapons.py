"""Weapons that came to nothing: duds, those that were brought down or jammed, those made safe before they went off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from hearsay.codebook import table, words_at
from hearsay.reading.frames import Draft, Sentence
from hearsay.reading.status_verdict import Verdict
from hearsay.reading.tokens import Token
from hearsay.reading.verb import Range, Verb


def came_to_naught(sentence: Sentence, draft: Draft, own: Verb | None) -> Verdict | None:
    """The verdict on an assault whose weapon had no effect; None where it had one. ``own``: its verb, if any."""
    words = sentence.words
    if draft.trigger.type != "ASSAULT":
        return None
    if own is not None and (failed := _failed(words, own)) is not None:
        return Verdict("attempted", "failed", failed)
    if own is not None and _is_one_of(words, own, "thwarted", "in_time") and _holds_device(words, own):
        return Verdict("thwarted", "failed", own.lemma)
    rest = " ".join(t.lower for t in words[draft.words[0] :])
    if _had_no_effect(words, draft, rest):
        return Verdict("attempted", "failed", "a dud")
    if (down := _brought_down(words, draft, rest)) is not None:
        return Verdict("attempted", "intercepted", down)
    if draft.mode in ("explosives", "destroy") and _made_safe(words):
        return Verdict("thwarted", "failed", "made safe")
    return None


def would_not_go_off(sentence: Sentence, draft: Draft, own: Verb) -> bool:
    """ "The mine did not explode": said of what was laid or dropped to do so."""
    return draft.trigger.type == "ASSAULT" and own.negated and _is_one_of(sentence.words, own, "attempted", "going_off")


def _is_one_of(words: Sequence[Token], verb: Verb, status: str, name: str) -> bool:
    """Whether the verb is in that list, where some stand with a word that belongs to them: "go off"."""
    after = words[verb.group[1] : verb.group[1] + _APART]
    listed = words_at("statuses", status, name)
    return verb.lemma in listed or any(f"{verb.lemma} {t.lower}" in listed for t in after)


_APART = 3
"""Words behind a verb among which the one that belongs to it stands: "made it safe"."""


def _failed(words: Sequence[Token], own: Verb) -> str | None:
    """ "The pistol jammed"; "was nearly carried off"."""
    if own.lemma in words_at("statuses", "attempted", "failing"):
        return own.lemma
    return next((t.lower for t in words[own.group[0] : own.head] if t.lower in ("nearly", "almost")), None)


def _holds_device(words: Sequence[Token], own: Verb) -> bool:
    """ "Sappers lifted a mine", "a car loaded with explosives was stopped", where nothing went off."""
    done_to: tuple[Range, ...] = () if own.subject is None else (own.subject,)
    phrases = done_to if own.passive else own.objects
    went_off = any(t.lemma in _BLASTS for t in words[own.head + 1 :])
    return not went_off and any(t.lemma in _DEVICES for phrase in phrases for t in words[slice(*phrase)])


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


def _made_safe(words: Sequence[Token]) -> bool:
    """Sappers blew up what others had laid: "a bomb found in the yard was destroyed on the spot"."""
    said = " ".join(t.lower for t in words)
    device = any(t.lemma in _DEVICES for t in words)
    return device and any(phrase in said for phrase in table("statuses")["thwarted"]["phrases"])


_BLASTS = frozenset({"explode", "detonate", "blast", "explosion"})
_DEVICES = frozenset(
    {"charge", "bomb", "device", "ied", "mine", "landmine", "explosive", "explosives", "shell", "grenade"}
)
