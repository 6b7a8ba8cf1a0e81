"""Episodes: a total over days or a region holds the events that it sums up, and is none of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from hearsay.incidents.linking.barriers import km_apart
from hearsay.incidents.linking.cluster import Group
from hearsay.incidents.linking.compare import levels
from hearsay.incidents.linking.profile import Profile


def holds(episode: Profile, event: Profile) -> bool:
    """The event is one of those that the episode sums up: of its kind, on its days, in its place, by its sides."""
    if not episode.of_period or event.of_period or not episode.happened or not event.happened:
        return False
    if not episode.types & event.types or episode.days is None or event.days is None:
        return False
    if not (episode.days[0] <= event.days[0] and event.days[1] <= episode.days[1]):
        return False
    apart = km_apart(episode, event)
    if apart is None:
        inside = episode.country is not None and episode.country == event.country and episode.lat is None
    else:
        inside = apart <= episode.radius + event.radius
    met = dict(levels(episode, event))
    return inside and "others" not in (met.get("doer"), met.get("sufferer"))


def contents(groups: Iterable[Group], profiles: Mapping[str, Profile]) -> dict[Group, tuple[Group, ...]]:
    """Each group that is an episode, with the groups that it holds by any report of theirs."""
    groups = sorted(groups)
    events = sorted((event.days[0], group, id_) for group in groups for id_ in group if (event := profiles[id_]).days)
    found: dict[Group, set[Group]] = {}
    for group in groups:
        for episode in (profiles[id_] for id_ in group if profiles[id_].of_period):
            if episode.days is None:
                continue
            first = bisect_left(events, (episode.days[0],))
            last = bisect_left(events, (episode.days[1] + 1,))
            held = {other for _, other, id_ in events[first:last] if holds(episode, profiles[id_])}
            found.setdefault(group, set()).update(held - {group})
    return {group: tuple(sorted(held)) for group, held in found.items() if held}
