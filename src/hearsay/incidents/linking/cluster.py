"""Clustering: a partition of reports in which no two are barred from each other and each group agrees with itself.

Inside each connected component of the graph of linking pairs, groups are joined in the order of the pairs' weights
(ties by id), where no two of their members are barred and the mean weight across is above 0. Nothing depends on the
order of the reports, and a component's groups depend on that component alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hearsay.incidents.linking.profile import Profile
from hearsay.incidents.linking.score import weigh
from hearsay.incidents.linking.weights import Weights, shipped
from hearsay.incidents.records import Pair

_LOUDEST = 4.0
"""Bits: a pair says no more than this when two groups are joined, so that one odd report does not decide."""

Group = tuple[str, ...]


def components(ids: Iterable[str], pairs: Iterable[Pair]) -> list[Group]:
    """The sets of ids held together by pairs that link; sorted, the ids within each too."""
    parent = {id_: id_ for id_ in ids}

    def root(id_: str) -> str:
        while parent[id_] != id_:
            parent[id_] = parent[parent[id_]]
            id_ = parent[id_]
        return id_

    for pair in pairs:
        if pair.links and pair.a in parent and pair.b in parent:
            parent[root(pair.a)] = root(pair.b)
    found: dict[str, list[str]] = {}
    for id_ in sorted(parent):
        found.setdefault(root(id_), []).append(id_)
    return sorted(tuple(group) for group in found.values())


def cluster(
    profiles: Mapping[str, Profile], pairs: Sequence[Pair], weights: Weights | None = None
) -> tuple[Group, ...]:
    """The partition of ``profiles`` (report id → profile) that ``pairs`` give, each group and all of them sorted."""
    by_component: dict[str, list[Pair]] = {}
    groups = components(profiles, pairs)
    home = {id_: group[0] for group in groups for id_ in group}
    for pair in pairs:
        if pair.links and pair.a in home and pair.b in home:
            by_component.setdefault(home[pair.a], []).append(pair)
    return tuple(
        sorted(
            part
            for group in groups
            for part in (
                [group]
                if len(group) == 1
                else _Component(profiles, weights or shipped()).split(group, by_component[group[0]])
            )
        )
    )


class _Component:
    """The reports of one component while their groups grow; pairs that no blocking key brought together are weighed."""

    def __init__(self, profiles: Mapping[str, Profile], weights: Weights) -> None:
        self._profiles = profiles
        self._weights = weights
        self._known: dict[tuple[str, str], float | None] = {}

    def split(self, ids: Group, pairs: Sequence[Pair]) -> list[Group]:
        group_of = {id_: [id_] for id_ in ids}
        for pair in sorted(pairs, key=lambda p: (-p.weight, p.a, p.b)):
            one, other = group_of[pair.a], group_of[pair.b]
            if one is not other and self._agree(one, other):
                one.extend(other)
                for id_ in other:
                    group_of[id_] = one
        return [tuple(sorted(group)) for group in {id(g): g for g in group_of.values()}.values()]

    def _agree(self, one: Sequence[str], other: Sequence[str]) -> bool:
        total = 0.0
        for a in one:
            for b in other:
                weight = self._weight(a, b)
                if weight is None:
                    return False
                total += max(-_LOUDEST, min(_LOUDEST, weight))
        return total > 0

    def _weight(self, a: str, b: str) -> float | None:
        key = (a, b) if a < b else (b, a)
        if key not in self._known:
            self._known[key] = weigh(self._profiles[key[0]], self._profiles[key[1]], self._weights)
        return self._known[key]
