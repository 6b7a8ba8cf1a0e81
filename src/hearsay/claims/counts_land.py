"""Land taken or lost: square kilometres, villages and towns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_lexicon import forms_of, noun_lemma, phrase_at, phrases, word_set
from hearsay.claims.counts_sentence import Clauses, Tally, Unit

KM2_PER_SQUARE_MILE = 2.589988
_NEAR = 14  # tokens between a verb and the land it takes


def land(clauses: Clauses) -> Iterator[Tally]:
    """Areas and settlements beside a verb of taking or losing land."""
    for group in clauses.groups:
        if group.form != "counted" or group.number is None:
            continue
        verb = _verb_near(clauses, group)
        if verb is None:
            continue
        if (end := unit_end(clauses, group, "units") or unit_end(clauses, group, "square_miles")) is not None:
            yield Tally("area_km2", verb, verb + 1, (Unit(_with_of(clauses, group, end)),))
        elif group.head >= 0 and noun_lemma(clauses.words[group.head].lower) in word_set("area", "settlements"):
            yield Tally("settlements", verb, verb + 1, (Unit(group),))


def unit_end(clauses: Clauses, group: Group, unit: str) -> int | None:
    """Where the unit of area after the group's number ends."""
    start = group.number.last if group.number is not None else group.first
    found = phrase_at(clauses.words, start, phrases("area", unit))
    return None if found is None else start + len(found)


def _with_of(clauses: Clauses, group: Group, end: int) -> Group:
    """With "of land" or "of territory"."""
    last = max(end, group.last)
    if (
        last + 1 < len(clauses.words)
        and clauses.words[last].lower == "of"
        and (inner := clauses.group_from.get(last + 1)) is not None
    ):
        last = inner.last if inner.form in ("plural", "bare") else last
    return replace(group, last=last, head=-1)


def _verb_near(clauses: Clauses, group: Group) -> int | None:
    verbs = forms_of("area", "verbs")
    for at in range(group.first - 1, max(-1, group.first - _NEAR), -1):
        word = clauses.words[at]
        if word.lower in verbs and clauses.words[at + 1].lower != "place":
            return at
        if clauses.is_verb(at) or word.lower == ";" or word.tag == "SCONJ":
            break
    for at in range(group.last, min(len(clauses.words), group.last + 5)):
        if clauses.words[at].lower in verbs:
            return at
    return None
