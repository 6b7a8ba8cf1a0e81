"""Which incident keeps which id when linking is done anew: minted once, redirected when incidents merge or split."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Identities:
    """``ids`` of the groups, in their order; ``redirects`` of ids no longer used, to None where nothing is left."""

    ids: tuple[str, ...]
    redirects: Mapping[str, str | None]


def assign(
    groups: Sequence[Sequence[str]],
    before: Mapping[str, str],
    emptied: Iterable[str],
    used: Callable[[Collection[str]], Collection[str]],
) -> Identities:
    """Ids for ``groups`` of report ids, each group's first report first.

    ``before`` is the incident in which a report was (or the report whose place it takes); ``emptied`` are ids that may
    have lost all their reports; ``used`` tells which ids were ever given out. An id stays with the group that has most
    of its reports, of equals the one with the smallest report id; another id of that group leads to it from then on.
    """
    votes = Counter(
        (number, before[report]) for number, group in enumerate(groups) for report in group if report in before
    )
    ranked = sorted(votes, key=lambda vote: (-votes[vote], min(groups[vote[0]]), vote[1]))
    kept: dict[int, str] = {}
    for number, id_ in ranked:
        if number not in kept and id_ not in kept.values():
            kept[number] = id_
    minted: set[str] = set()
    for number, group in enumerate(groups):
        if number not in kept:
            kept[number] = _mint(group, lambda ids: {*minted.intersection(ids), *used(ids)})
            minted.add(kept[number])
    redirects: dict[str, str | None] = {id_: None for id_ in sorted(emptied) if id_ not in kept.values()}
    for number, id_ in reversed(ranked):
        if id_ not in kept.values():
            redirects[id_] = kept[number]
    return Identities(tuple(kept[number] for number in range(len(groups))), redirects)


def _mint(reports: Sequence[str], used: Callable[[Collection[str]], Collection[str]]) -> str:
    """An id never given out, from the first report that has one left, else from all of them and a number."""
    for report in reports:
        if not used([id_ := _id_from(report)]):
            return id_
    again = 0
    while used([id_ := _id_from(f"{reports[0]} {again}")]):
        again += 1
    return id_


def _id_from(text: str) -> str:
    return "inc-" + hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
