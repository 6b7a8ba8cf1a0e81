"""A verb group with what it governs."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]
"""Token indices, the end exclusive."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group with what it governs. Ranges are token indices of its sentence."""

    lemma: str
    head: int
    group: Range
    form: str
    """``finite``, ``ing``, ``infinitive`` or ``participle`` (a bare -ed form without a subject of its own)."""
    passive: bool
    negated: bool
    modal: str | None
    governor: int | None
    """Index of the verb that an infinitive or a coordinated or -ing form hangs on."""
    subject: Range | None
    objects: tuple[Range, ...]
    obliques: tuple[tuple[str, Range], ...]
    """(preposition, noun phrase) pairs up to the next verb or clause."""
    end: int
    """Where its own words end: the next verb group's beginning, or the clause's end."""
