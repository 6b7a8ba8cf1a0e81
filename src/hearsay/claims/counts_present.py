"""Those who were there when it was hit: "a train with 210 people on board", "a post guarded by a dozen soldiers"."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_lexicon import forms_of, noun_lemma, phrase_at, phrases, state_phrases, word_set
from hearsay.claims.counts_sentence import Clauses, Tally, Unit
from hearsay.claims.counts_values import are_forces

_MARK = 5
"""Tokens behind the group in which "on board" stands."""


def present(clauses: Clauses) -> Iterator[Tally]:
    """A tally for each number of people said to be on board, to guard a place or to shelter there."""
    words = clauses.words
    for group in clauses.groups:
        if group.form != "counted" or group.first < 1:
            continue
        mark = _on_board(clauses, group)
        if mark is None and words[group.first - 1].lower == "by" and group.first > 1:
            guarding = words[group.first - 2].lower in forms_of("present", "guarded")
            mark = group.first - 2 if guarding else None
        if mark is None and (_goes_with_them(clauses, group) or _says_their_number(clauses, group)):
            mark = group.first - 1
        if mark is not None:
            yield Tally("present", mark, mark + 1, (Unit(group),))


def _goes_with_them(clauses: Clauses, group: Group) -> bool:
    """ "Left the movement with 1,200 men", "which has 1,000 soldiers there"; not "clashed with 200 fighters"."""
    words = clauses.words
    if group.head < 0:
        return False
    before = words[group.first - 1].lower
    if before == "with" and (clauses.is_verb(group.first - 2) or words[group.first - 2].lower in _AS_THOSE_BEFORE):
        return False
    if before != "with" and before not in forms_of("present", "having"):
        return False
    return are_forces(clauses, group) and phrase_at(words, group.last, state_phrases()) is None


_AS_THOSE_BEFORE = ("along", "together")
"""With these before "with" it befell them as it did those before."""


def _says_their_number(clauses: Clauses, group: Group) -> bool:
    """ "The column, some 70 strong, moved on", "raiders numbering about 150"."""
    words = clauses.words
    strong = group.last < len(words) and words[group.last].lower == "strong"
    return group.head < 0 and (strong or words[group.first - 1].lower in forms_of("present", "numbering"))


def _on_board(clauses: Clauses, group: Group) -> int | None:
    """Where "with 290 passengers", "with 210 people on board", "carrying 30 civilians" says that they were in it."""
    words = clauses.words
    if words[group.first - 1].lower not in word_set("present", "with"):
        return None
    if group.head >= 0 and noun_lemma(words[group.head].lower) in word_set("present", "passengers"):
        return group.first - 1
    behind = range(group.last, min(len(words), group.last + _MARK))
    return next((k for k in behind if phrase_at(words, k, phrases("present", "on_board")) is not None), None)
