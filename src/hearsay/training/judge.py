"""How right a coding is beside a hand-written one: claims paired by their words, each judged field by field.

A claim is found when the words that carry it hold at least half of the written claim's; of several the one that agrees
in type, then in most fields, is taken, and each is used once. Parties agree by name, or by more than half of their
telling words; both lists must hold the same parties, and in an armed clash the two sides may stand either way. Every
figure written must be among those coded, for this claim or for another of its incident (an attack and its toll may be
two clauses); where none is written none may be coded, but that nobody was hurt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hearsay.records import NOT_HAPPENED, Claim, Coding, Count, Party, Span, Speaker, overlap
from hearsay.training.annotated import Annotated

FIELDS = ("type", "mode", "status", "outcome", "actors", "recipients", "counts", "time", "chain")
_HELD = 0.5
"""Share of the written claim's passage that a claim's must hold."""
_ALIKE = 0.5
"""Share of words that two names of one party have in common, at least."""
_ARTICLES = frozenset(("the", "a", "an", "s"))
_HEADS = frozenset(
    "forces force army troops ministry source sources group fighters militants government military official officials"
    " spokesman of".split()
)
"""What names of parties and speakers have in common: it tells none from another."""
_ABOUT = 0.05
"""How far from an approximate figure another may stand, as a share of it."""


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
    found = []
    for k, want in enumerate(gold):
        if k not in pairs:
            found.append(Judged(want, None, {}))
            continue
        n, right = pairs[k]
        kin = {m for _, claims in report.incidents if k in claims for m in claims if m in pairs}
        told = [count for m in sorted(kin | {k}) for count in have[pairs[m][0]].counts]
        found.append(Judged(want, have[n], {**right, "counts": _counts_agree(want, have[n], told)}))
    spare = [
        Judged(None, claim, {})
        for n, claim in enumerate(have)
        if n not in used and not any(overlap(claim.span, span) for span in report.ignored)
    ]
    return found + spare


def compare(want: Claim, have: Claim) -> dict[str, bool]:
    """Field → whether the two agree, each claim by itself."""
    clash = want.event.acled is not None and want.event.acled.sub_event_type == "Armed clash"
    sides = _sides(want, have.actors, have.recipients)
    if clash and not all(sides) and all(turned := _sides(want, have.recipients, have.actors)):
        sides = turned
    return {
        "type": have.event.type == want.event.type,
        "mode": have.event.mode == want.event.mode,
        "status": have.status == want.status,
        "outcome": have.outcome == want.outcome,
        "actors": sides[0],
        "recipients": sides[1],
        "counts": _counts_agree(want, have, have.counts),
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


def _sides(want: Claim, actors: Sequence[Party], recipients: Sequence[Party]) -> tuple[bool, bool]:
    return _same_parties(want.actors, actors), _same_parties(want.recipients, recipients)


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


def _counts_agree(want: Claim, have: Claim, told: Sequence[Count]) -> bool:
    if not want.counts:
        return not any(count.best != 0 for count in have.counts) or want.status in NOT_HAPPENED
    return all(any(_same_count(one, other) for other in told) for one in want.counts)


def _same_count(want: Count, have: Count) -> bool:
    """What a figure leaves unsaid is not judged: "about 860" has no bounds, "30 to 40" no best."""
    told = [name for name in ("low", "best") if getattr(want, name) is not None]
    if want.high is not None or want.low is not None:
        told.append("high")
    return want.measure == have.measure and all(_near(getattr(want, n), getattr(have, n), want) for n in told)


def _near(one: float | None, other: float | None, want: Count) -> bool:
    if one is None or other is None:
        return one is other
    return one == other or (want.approximate and abs(one - other) <= _ABOUT * one)


def _day(claim: Claim) -> str | None:
    return (claim.time.start or claim.time.end or "")[:10] or None if claim.time else None


def _same(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return False
    a, b = list(_words(one)), list(_words(other))
    if a and a == b:
        return True
    telling, others = set(a) - _HEADS, set(b) - _HEADS
    return len(telling & others) > _ALIKE * len(telling | others)


def _words(text: str) -> Iterator[str]:
    return (word for word in re.findall(r"\w+", text.lower()) if word not in _ARTICLES)
