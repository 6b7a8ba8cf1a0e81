"""Assaults that were meant and stopped: plots found out, men caught "before they could" strike."""

from __future__ import annotations

import re
from functools import cache

from hearsay.codebook import table, words_at
from hearsay.reading.frames import Draft, Sentence


def came_to_nothing(sentence: Sentence, draft: Draft) -> bool:
    """ "Attacks were to have taken place": what is over did not come about."""
    verb = sentence.verbs[draft.verb] if draft.verb is not None else None
    perfect = verb is not None and "have" in (t.lower for t in sentence.words[verb.group[0] : verb.head])
    return perfect and draft.trigger.type == "ASSAULT"


def stopped_before(sentence: Sentence, draft: Draft) -> str | None:
    """An assault that somebody meant and was arrested for, or that was stopped "before it could" be done."""
    if draft.trigger.type != "ASSAULT":
        return None
    if (early := _too_early().search(" ".join(t.lower for t in sentence.words))) is not None:
        return early.group()
    if set(nouns_before(sentence, draft)) & _PLANS:
        found = next((v.lemma for v in sentence.verbs if v.lemma in _finding_out() and not v.negated), None)
        if found is not None:
            return found
    own = sentence.verbs[draft.verb] if draft.verb is not None and not draft.noun else None
    meant = own is not None and own.form == "infinitive" and own.governor is not None
    if own is None or not meant or sentence.verbs[own.governor or 0].lemma not in _intended():
        return None
    above = sentence.verbs[own.governor or 0]
    past = [t.lower for t in sentence.words[above.group[0] : above.head]] == ["had"]
    if past and any(t.lower in ("but", "until") for t in sentence.words[draft.words[1] :]):
        return f"had {above.lemma}"  # "had planned to burn the hamlet, but a column moved in"
    return next((v.lemma for v in sentence.verbs if v.lemma in _stopping() and not v.negated), None)


_PLANS = frozenset({"plan", "plot", "conspiracy", "scheme"})


@cache
def _finding_out() -> frozenset[str]:
    return words_at("statuses", "thwarted", "found_out")


@cache
def _too_early() -> re.Pattern[str]:
    return re.compile(table("statuses")["thwarted"]["too_early"])


@cache
def _intended() -> frozenset[str]:
    entry = table("statuses")["planned"]
    return frozenset(("plan", "plot", "intend", "prepare", "conspire", "aim", "mean")) & frozenset(entry["governors"])


@cache
def _stopping() -> frozenset[str]:
    return words_at("statuses", "thwarted", "stopped")


def nouns_before(sentence: Sentence, draft: Draft) -> list[str]:
    """Nouns that govern the draft: "a plot to bomb", "an attempt by X to infiltrate", "threat of an attack"."""
    words = sentence.words
    start = draft.words[0]
    if draft.noun:
        at = start - 1
        while at >= 0 and words[at].tag in ("DET", "ADJ", "NUM", "PROPN", "PART", "NOUN"):
            at -= 1
        if at > 0 and words[at].lower in ("of", "for", "on") and words[at - 1].tag in ("NOUN", "ADJ"):
            return [words[at - 1].lemma]
        return []
    verb = sentence.verbs[draft.verb] if draft.verb is not None else None
    if verb is None or verb.form != "infinitive":
        return []
    return [
        t.lemma
        for t in words[max(0, verb.group[0] - 8) : verb.group[0]]
        if t.tag == "NOUN"
        and t.lemma in ("plot", "plan", "attempt", "threat", "bid", "conspiracy", "scheme", "intention")
    ]
