"""All reports linked at once, or new ones added to what was linked before: both give the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hearsay.incidents.linking.barriers import barrier
from hearsay.incidents.linking.blocking import blocking_keys
from hearsay.incidents.linking.cluster import Group, cluster, components
from hearsay.incidents.linking.profile import Profile
from hearsay.incidents.linking.score import score, total
from hearsay.incidents.linking.weights import Weights, shipped
from hearsay.incidents.records import Pair


@dataclass(frozen=True, slots=True)
class Linkage:
    """A partition of report ids, and the pairs that are near enough to be told of, sorted by their ids."""

    groups: tuple[Group, ...] = ()
    pairs: tuple[Pair, ...] = ()


def link(profiles: Iterable[Profile], weights: Weights | None = None) -> Linkage:
    """The partition of all these reports."""
    return extend(Linkage(), {}, profiles, weights)


def extend(
    before: Linkage, known: Mapping[str, Profile], new: Iterable[Profile], weights: Weights | None = None
) -> Linkage:
    """``before`` (over the reports ``known``) with the reports ``new``: equal to linking all of them at once.

    Only the connected components that a new report touches are clustered again.
    """
    weights = weights or shipped()
    added = {p.id: p for p in new if p.id not in known}
    pairs = pairs_between(added.values(), known.values(), weights)
    everything = {**known, **added}
    both = (*before.pairs, *pairs)
    touched = {id_ for part in components(everything, both) if any(i in added for i in part) for id_ in part}
    again = cluster(
        {id_: everything[id_] for id_ in touched},
        [p for p in both if p.links and p.a in touched and p.b in touched],
        weights,
    )
    kept = [group for group in before.groups if group[0] not in touched]
    return Linkage(groups=tuple(sorted((*kept, *again))), pairs=tuple(sorted(both, key=lambda p: (p.a, p.b))))


def pairs_between(new: Iterable[Profile], known: Iterable[Profile] = (), weights: Weights | None = None) -> list[Pair]:
    """The pairs of a new report with another new or known one that share a blocking key and weigh ``near`` or more.

    Those that are barred are among them where they would have linked otherwise: an analyst wants to see those.
    """
    weights = weights or shipped()
    blocks: dict[str, list[Profile]] = {}
    for report in known:
        for key in blocking_keys(report):
            blocks.setdefault(key, []).append(report)
    found: list[Pair] = []
    for report in new:
        met: dict[str, Profile] = {}
        for key in blocking_keys(report):
            block = blocks.setdefault(key, [])
            met.update((other.id, other) for other in block)
            block.append(report)
        for other in met.values():
            barred = barrier(report, other, weights) is not None
            if total(report, other, weights) >= (0 if barred else weights.near):
                found.append(score(report, other, weights))
    return found
