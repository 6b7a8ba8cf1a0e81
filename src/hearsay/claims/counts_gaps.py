"""Figures whose verb or noun is left out: "left 20 dead in Petabouli and nine in Niagassi"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_sentence import Clauses, Tally, Unit

_PLACED = 8
"""Tokens of the phrase that places the first figure."""


def gaps(clauses: Clauses, counted: Sequence[tuple[Tally, Group, int]]) -> Iterator[Tally]:
    """A tally for each bare number joined to a figure, both with a place behind the same preposition.

    ``counted``: the figures read so far, each with its tally and the token after it.
    """
    words = clauses.words
    for tally, group, last in counted:
        behind = max(last, tally.last)
        placed = _place(clauses, behind)
        if group.form != "counted" or placed is None:
            continue
        preposition, end = placed
        joined = end < len(words) and words[end].lower == ","
        at = end + joined
        if at >= len(words) or words[at].lower != "and":
            continue
        more = clauses.group_from.get(at + 1)
        if more is None or more.form != "counted" or more.head >= 0 or more.last >= len(words):
            continue
        if words[more.last].lower == preposition and _place(clauses, more.last) is not None:
            yield replace(tally, units=(Unit(more),), wide=False)


def _place(clauses: Clauses, at: int) -> tuple[str, int] | None:
    """The preposition of the phrase with a name that stands at ``at`` or soon behind a verb, and where it ends."""
    for k in range(at, min(len(clauses.words), at + _PLACED)):
        word = clauses.words[k]
        if word.lower in ("in", "at", "near"):
            group = clauses.group_from.get(k + 1)
            if group is not None and any(w.text[0].isupper() for w in clauses.words[group.first : group.last]):
                return word.lower, group.last
            return None
        if word.lower in (",", ";", "and"):
            return None
    return None
