"""How a count stands in the text: of the event, on top of one before, a toll so far, or the toll of a period."""

from __future__ import annotations

from itertools import pairwise

from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_lexicon import noun_lemma, phrase_at, phrases, word_set
from hearsay.claims.counts_sentence import Clauses, Tally
from hearsay.codebook import word_list
from hearsay.records import Scope

_LENGTHS = frozenset({"hour", "day", "week", "month", "year", "decade", "night", "weekend"})
_POSSESSIVE = frozenset({"'s", "’s"})
_WARS = word_list("grammar", "wars")
_OF_WARS = 100
"""From so many on a toll "in the conflict" is that of the conflict."""
_WAR_PHRASE = 7
"""Tokens of "in Colombia's six-decade armed conflict"."""
_NEAR = 16  # tokens on either side within which a period belongs to a count


def scope_of(clauses: Clauses, tally: Tally, group: Group, *, same_before: bool, any_before: bool) -> Scope:
    """The scope of the count of ``group``.

    ``same_before``: a count of the same measure stands before it in the sentence; ``any_before``: any count does.
    "12 killed and another 8 injured" adds to nothing, "another 8 were killed" does.
    """
    if _of_a_period(clauses, tally) or _of_a_war(clauses, tally, group) or _has(clauses, tally, group, "period_total"):
        return "period_total"
    if tally.running or _has(clauses, tally, group, "running_total"):
        return "running_total"
    if group.additional and (same_before or not any_before):
        return "additional"
    if tally.first and clauses.words[tally.first - 1].lower == "also" and not any_before:
        return "additional"  # "one rebel was also killed"
    return "event"


def _of_a_period(clauses: Clauses, tally: Tally) -> bool:
    """The toll is a period's: "the week's death toll"."""
    words = clauses.words
    if words[tally.first].lower not in word_set("tolls", "nouns"):
        return False
    return any(
        noun_lemma(words[at].lower) in _LENGTHS and words[at + 1].lower in _POSSESSIVE
        for at in range(max(0, tally.first - 4), tally.first - 1)
    )


def _of_a_war(clauses: Clauses, tally: Tally, group: Group) -> bool:
    """ "More than 40,000 killed in the six-decade conflict", "an insurgency in which 40,000 have been killed"."""
    number = group.number
    if number is None or max(number.low or 0, number.best or 0) < _OF_WARS:
        return False
    words, first, last = clauses.words, min(tally.first, group.first), max(tally.last, group.last)
    behind = next((k for k in range(last, min(len(words), last + 2)) if words[k].lower == "in"), None)
    told = words[behind : behind + _WAR_PHRASE] if behind is not None else ()
    named = next((k for k, w in enumerate(told) if w.tag == "PUNCT" or w.lower in ("on", "by")), len(told))
    before = words[max(0, first - _WAR_PHRASE) : first]
    which = any(a.lower in _WARS and b.lower in ("in", "which") for a, b in pairwise(before))
    return which or any(w.lower in _WARS for w in told[:named])


def _has(clauses: Clauses, tally: Tally, group: Group, kind: str) -> bool:
    words = clauses.words
    first, last = min(tally.first, group.first), max(tally.last, group.last)
    lowest, highest = max(0, first - _NEAR), min(len(words), last + _NEAR)
    while first > lowest and not _closes(clauses, first - 1):
        first -= 1
    while last < highest and not _closes(clauses, last):
        last += 1
    lasts = kind == "period_total"
    return any(_says(clauses, at, kind) or (lasts and _lasts(clauses, at)) for at in range(first, last))


def _says(clauses: Clauses, at: int, kind: str) -> bool:
    """Whether a phrase stands at ``at``; "in the past" needs a length of time behind it."""
    phrase = phrase_at(clauses.words, at, phrases("scope", kind))
    if phrase is None:
        return False
    end = at + len(phrase)
    if end < len(clauses.words) and clauses.words[end].lower in _POSSESSIVE:
        return False  # "this month's toll" is a period's, what stands beside it is not
    if phrase[-1] not in ("past", "last", "previous"):
        return True
    return any(noun_lemma(w.lower) in _LENGTHS for w in clauses.words[end : end + 4])


_THROUGH = frozenset({"over", "in", "during", "within", "throughout"})
_LONG = frozenset({"week", "month", "year", "decade"})
"""Days may be those of one fight: "lost six men in two days"."""
_POINTS = frozenset({"ago", "later", "earlier", "before", "after", "old", "time"})
"""Behind a length of time: it is no period but a point in time, or an age."""


def _lasts(clauses: Clauses, at: int) -> bool:
    """ "Over four decades", "in three years of war"; what is "the third attack in two weeks" is not of two weeks."""
    words = clauses.words
    if words[at].lower not in _THROUGH or {w.lower for w in words[max(0, at - 5) : at]} & word_set("scope", "ranks"):
        return False
    end = at + 1
    while end < len(words) and (words[end].tag in ("NUM", "ADJ", "ADV", "DET") or words[end].lower == "than"):
        end += 1
    if end == len(words) or noun_lemma(words[end].lower) not in _LONG:
        return False
    counted = any(w.tag == "NUM" or w.lower in ("a", "several") for w in words[at + 1 : end])
    after = words[end + 1].lower if end + 1 < len(words) else ""
    return (counted or words[end].lower in ("years", "decades")) and after not in _POINTS | _POSSESSIVE


def _closes(clauses: Clauses, at: int) -> bool:
    """Where the clause of the count ends."""
    word = clauses.words[at]
    return word.lower == ";" or word.tag == "SCONJ" or word.lower in ("who", "which")


def is_background(clauses: Clauses, at: int) -> bool:
    """Whether the deed is told of somebody's past: "accused of killing five", "wanted for the murder of"."""
    words = clauses.words
    for start in range(max(0, at - 8), at):
        phrase = phrase_at(words, start, phrases("real", "background_before"))
        if phrase is not None and all(
            clauses.words[k].tag not in ("PUNCT", "AUX") for k in range(start + len(phrase), at)
        ):
            return True
    return False
