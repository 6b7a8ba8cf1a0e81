"""How a speaker stands to what is said: asserts, denies, admits, claims the deed, cannot confirm; and the hedges."""

from __future__ import annotations

import re
from functools import cache

from hearsay.reading.attribution_cues import cue_table, read_cue, words_of
from hearsay.records import Mention, Span, Stance, mention

_MODALS = frozenset(["would", "should", "may", "might", "could", "must", "can", "will", "shall", "'d", "'ll", "ll"])
_BE = frozenset({"is", "are", "was", "were", "been", "being"})
_FIRST_WORDS = 7
_NEAR = 80  # characters between a hedge and the trigger it weakens


def stance_of(cue: str, lemma: str, content: str) -> Stance | None:
    """The stance a cue expresses; None where nothing is asserted ("did not say", "would confirm")."""
    words = cue.lower().replace("’", "'").split()
    negated = any(w in words_of("unconfirmed", "negations") or w.endswith("n't") for w in words)
    if lemma in words_of("unconfirmed", "verbs") and negated:
        return "cannot_confirm"
    if negated or (set(words) & _MODALS and lemma not in words_of("stances", "denies")):
        return None
    if lemma in words_of("responsibility", "verbs") and claims_deed(lemma, content):
        return "claims_responsibility"
    if lemma in words_of("stances", "denies"):
        return "denies"
    if lemma in words_of("stances", "admits"):
        return "admits"
    return "asserts"


def claims_deed(lemma: str, content: str) -> bool:
    """'claimed responsibility for …', 'claimed the attack'."""
    first = re.findall(r"[\w'’-]+", content[:120].lower())[:_FIRST_WORDS]
    if set(first[:4]) & words_of("responsibility", "nouns"):
        return True
    if lemma != "claim" or not first or first[0] in ("that", "to", "it", "they", "he"):
        return False
    return any(w in words_of("responsibility", "deeds") for w in first[:4])


_SAYS_MORE = re.compile(
    r";|\b(?:and|but)(?: \w+){0,3}? (?:said|says|(?:add|insist|accus|blam|claim)(?:s|ed|es))\b",
    re.IGNORECASE,
)
_DOES_MORE = re.compile(r"\b(?:and|but)(?: (?:in turn|also|then|instead|later|has|have|had))* $", re.IGNORECASE)
_CLAUSE = re.compile(r"\bthat \w|\b\w+ing\b", re.IGNORECASE)
"""What is denied as a clause: others may have done more than one thing in it."""


def is_over(between: str, *, verbal: bool) -> bool:
    """Whether a denial ends before a deed, by the words from its verb to that: "rejected the charge and sent troops".

    Of "denied that troops had shelled and looted the town" both are denied; what is done in words (``verbal``), as in
    "denied that troops had fired and accused the rebels", is the denier's own.
    """
    if _SAYS_MORE.search(between) is not None:
        return True
    return _DOES_MORE.search(between) is not None and (verbal or _CLAUSE.search(between) is None)


def is_hearsay(cue: str) -> bool:
    """Whether a cue without a source only passes something on: 'was reported', 'reports of'."""
    read = read_cue(cue)
    if read is None:
        return False
    lemma, kind = read
    passive = not _BE.isdisjoint(cue.lower().split())
    return lemma in words_of("hedges", "nouns") if kind == "noun" else kind == "speech" and passive


@cache
def _hedges() -> re.Pattern[str]:
    hedges = cue_table()["hedges"]
    parts = sorted([*hedges["phrases"], *hedges["words"]], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in parts) + r")\b", re.IGNORECASE)


def hedge_near(text: str, sentence: Span, trigger: Span) -> Mention | None:
    """The hedge of the trigger's sentence that stands nearest to it, if near enough to weaken it."""
    best: tuple[int, Span] | None = None
    for match in _hedges().finditer(text, *sentence):
        gap = max(trigger[0] - match.end(), match.start() - trigger[1], 0)
        phrase = " " in match.group()
        if (gap <= _NEAR or phrase) and (best is None or gap < best[0]):
            best = (gap, match.span())
    return mention(text, best[1]) if best else None
