"""How right a coding is beside a hand-written one: claims paired by their words, each judged field by field.

A claim is found when the words that carry it hold at least half of the written claim's; of several the one that agrees
in type, then in most fields, is taken, and each is used once. Parties agree by name, or by more than half of their
telling words; both lists must hold the same parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hearsay.records import Claim, Coding, Count, Party, Span, Speaker, overlap
from hearsay.training.annotated import Annotated

FIELDS = ("type", "mode", "status", "outcome", "actors", "recipients", "counts", "time", "chain")
_HELD = 0.5
"""Share of the written claim's passage that a claim's must hold."""
_ALIKE = 0.5
"""Share of words that two names of one party have in common, at least."""
_SILENT = frozenset(("the", "a", "an", "of", "s"))


@dataclass(frozen=True, slots=True)
class Judged:
    """A written claim beside the coded one that tells it, or either alone. ``right``: field → whether it agrees."""

    gold: Claim | None
    have: Claim | None
    right: dict[str, bool]


def judge(report: Annotated, coding: Coding) -> list[Judged]:
    """Every written claim in its order, then the coded ones that tell none; where analysts would differ, nothing."""
    gold, have = report.coding.claims, coding.claims
    edges = sorted(
        ((_agreement(right), -k, -n), k, n, right)
        for k, want in enumerate(gold)
        for n, claim in enumerate(have)
        if _shared(claim.span, want.span) >= _HELD * (want.span[1] - want.span[0])
        for right in [compare(want, claim)]
    )
    pairs: dict[int, tuple[int, dict[str, bool]]] = {}
    used: set[int] = set()
    for _, k, n, right in reversed(edges):
        if k not in pairs and n not in used:
            pairs[k] = (n, right)
            used.add(n)
    found = [
        Judged(want, have[pairs[k][0]], pairs[k][1]) if k in pairs else Judged(want, None, {})
        for k, want in enumerate(gold)
    ]
    spare = [
        Judged(None, claim, {})
        for n, claim in enumerate(have)
        if n not in used and not any(overlap(claim.span, span) for span in report.ignored)
    ]
    return found + spare


def compare(want: Claim, have: Claim) -> dict[str, bool]:
    """Field → whether the two agree. Counts: every figure written is among those coded."""
    return {
        "type": have.event.type == want.event.type,
        "mode": have.event.mode == want.event.mode,
        "status": have.status == want.status,
        "outcome": have.outcome == want.outcome,
        "actors": _same_parties(want.actors, have.actors),
        "recipients": _same_parties(want.recipients, have.recipients),
        "counts": all(any(_same_count(one, other) for other in have.counts) for one in want.counts),
        "time": _day(want) is None or _day(want) == _day(have),
        "chain": len(want.attribution) == len(have.attribution)
        and all(_same_speaker(one, other) for one, other in zip(want.attribution, have.attribution, strict=True)),
    }


def is_right(judged: Judged) -> bool:
    """What ``coding_confidence`` is the probability of: type, status and parties are what the text says."""
    return judged.gold is not None and all(judged.right.get(f) for f in ("type", "status", "actors", "recipients"))


def _agreement(right: dict[str, bool]) -> tuple[bool, int]:
    return right["type"], sum(right.values())


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _same_parties(want: Sequence[Party], have: Sequence[Party]) -> bool:
    left = list(have)
    for party in want:
        same = next((p for p in left if _same(party.name, p.name) or _same(party.text, p.text)), None)
        if same is None:
            return False
        left.remove(same)
    return not left


def _same_speaker(want: Speaker, have: Speaker) -> bool:
    return any(_same(a, b) for a in (want.name, want.text) for b in (have.name, have.text))


def _same_count(want: Count, have: Count) -> bool:
    return want.measure == have.measure and (want.low, want.best, want.high) == (have.low, have.best, have.high)


def _day(claim: Claim) -> str | None:
    return (claim.time.start or claim.time.end or "")[:10] or None if claim.time else None


def _same(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return False
    a, b = set(_words(one)), set(_words(other))
    return a == b or len(a & b) > _ALIKE * len(a | b)


def _words(text: str) -> Iterator[str]:
    return (word for word in re.findall(r"\w+", text.lower()) if word not in _SILENT)
