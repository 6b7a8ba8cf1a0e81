"""What the recorders' rules share: the more reliable sources before the others, and vague words valued."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.codebook import table
from hearsay.incidents.records import Figure
from hearsay.incidents.rules.evidence import Evidence
from hearsay.records import Count


def valued(evidence: Evidence, rule: str) -> tuple[Evidence, tuple[str, ...]]:
    """(the evidence with vague words at the rule's values, a note for each word that was valued)."""
    words: dict[str, float] = table("estimates")["vague"][rule]
    notes: dict[str, None] = {}

    def value(count: Count) -> Count:
        said = count.text.lower().split() if count.vague else []
        word = next((word for word in words if word in said), None)
        if word is None:
            return count
        notes[f"“{word}” is read as {words[word]:g}"] = None
        return count.model_copy(update={"low": words[word], "best": words[word], "high": None})

    read = evidence.valued(value)
    return read, tuple(notes)


def reliable(figures: Sequence[Figure]) -> tuple[list[Figure], tuple[str, ...]]:
    """(the figures of the most reliable kind of source that there is, a note for each that was set aside).

    Those of no side come before a side's word of others, that before its word of its own losses, and its word of its
    enemy's losses comes last.
    """
    for roles in ({"independent"}, {"third_party", "own_losses"}, {"enemy_losses"}):
        chosen = [f for f in figures if f.role in roles]
        if chosen:
            kept = [f for f in figures if f not in chosen]
            return chosen, tuple(f"{f.origin} was set aside: a side of the conflict ({f.role})" for f in kept)
    return [], ()
