"""How probable it is that a claim's type, status and parties are what the text says; not whether it happened.

A logistic regression over what is known of the claim, with the weights of ``codebook/confidence.toml``: one set for
the rules alone, one for rules and trained reader. ``benchmarks/reports.py --weights`` counts them anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp

from hearsay.codebook import table
from hearsay.reading import EventSpan
from hearsay.records import NOT_HAPPENED, Count, Party

_LEAST, _MOST = 0.02, 0.98


def confidence(
    event: EventSpan, actors: Sequence[Party], recipients: Sequence[Party], counts: Sequence[Count]
) -> float:
    """0.02 to 0.98, to two decimals."""
    weights = _weights("reader" if event.likely else "rules")
    score = weights["always"] + sum(
        weights[name] * value for name, value in evidence(event, actors, recipients, counts).items()
    )
    return round(min(_MOST, max(_LEAST, 1 / (1 + exp(-score)))), 2)


def evidence(
    event: EventSpan, actors: Sequence[Party], recipients: Sequence[Party], counts: Sequence[Count]
) -> dict[str, float]:
    """What speaks for or against the coding, each 0 to 1. Without a trained reader its entries are left out."""
    found: dict[str, float] = {
        "actor": bool(actors),
        "recipient": bool(recipients),
        "both parties": bool(actors and recipients),
        "several parties": len(actors) > 1 or len(recipients) > 1,
        "party of no kind": any(p.kind == "unknown" for p in (*actors, *recipients)),
        "count": bool(counts),
        "force": event.type == "ASSAULT",
        "told by its effect": event.effect,
        "weak trigger": event.weak,
        "did not happen": event.status in NOT_HAPPENED,
    }
    if event.likely:
        found |= {
            "reader alone": event.read == ("model",),
            "reader agrees": event.read == ("rules", "model"),
            "told": event.told,
            "likelihood of the type": event.likely["type"][event.type],
            "likelihood of the status": event.likely["status"][event.status],
        }
    return {name: float(value) for name, value in found.items()}


@cache
def _weights(reader: str) -> dict[str, float]:
    return {name: float(value) for name, value in table("confidence")[reader].items()}
