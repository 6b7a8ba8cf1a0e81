"""Linking done anew where new or superseded reports touch it; the rest of the database is not looked at.

The result is that of linking everything at once: reports meet by their blocking keys, wherever they came in, and
clusters lie within connected components of pairs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from hearsay.claims.revisions import matched_claims
from hearsay.incidents.linked import by_report, linked_incident
from hearsay.incidents.linking import Profile, blocking_keys, cluster, pairs_between, profile
from hearsay.incidents.linking.episodes import holds
from hearsay.incidents.records import LinkedIncident, Report
from hearsay.ingest.identity import assign
from hearsay.records import Incident
from hearsay.store import incidents, links, read

_REMEMBERED = 20_000
"""Reports kept at hand during an ingest; the latest articles speak of the latest days."""


@dataclass(slots=True)
class Linker:
    """Links batch after batch; remembers reports that it has read."""

    _known: dict[int, tuple[Report, Profile]] = field(default_factory=dict)

    def relink(self, db: Connection, added: Sequence[int], replaced: Mapping[int, int], seq: int) -> None:
        """Settle the incidents that the codings ``added`` touch, and those that ``replaced`` ones were part of.

        ``replaced`` leads from a superseded coding to the one that took its place, which is among ``added``.
        """
        old = {number for coding in replaced for number in links.report_numbers(db, coding).values()}
        new = {number for coding in added for number in links.report_numbers(db, coding).values()}
        left = links.homes(db, old)
        inherited = _inherited(db, replaced, left)
        touched = links.component(db, old) - old
        beside = (links.neighbours(db, old) | links.holding(db, old)) - old
        links.forget_reports(db, old)
        self._introduce(db, new)
        affected = links.component(db, touched | new)
        groups = self._groups(db, affected)
        numbers = {self._report(db, number).id: number for number in affected}
        before = {self._report(db, number).id: home for number, home in links.homes(db, affected).items()}
        before |= {self._report(db, number).id: home for number, home in inherited.items()}
        ids = assign(groups, before, left.values(), lambda wanted: incidents.used_ids(db, wanted))
        members = {id_: [numbers[r] for r in group] for id_, group in zip(ids.ids, groups, strict=True)}
        moved = _moved(links.members(db, {*members, *ids.redirects}), members)
        incidents.settle(db, members, ids.redirects, seq)
        around = links.neighbours(db, moved) | links.holding(db, moved) | beside
        others = set(links.homes(db, around).values()) - members.keys()
        self._rebuild(db, members | links.members(db, others), seq)

    def _introduce(self, db: Connection, new: Collection[int]) -> None:
        """Give new reports their keys, their pairs with known ones, and the episodes and events that they belong to."""
        self._read(db, new)
        reach = {number: _reach(self._profile(db, number)) for number in new}
        links.add_reach(db, reach)
        keys = {key for found in reach.values() for key in found.keys}
        meet = links.sharing(db, keys)
        self._read(db, meet)
        numbers = {self._profile(db, number).id: number for number in {*meet, *new}}
        pairs = pairs_between(
            [self._profile(db, number) for number in sorted(new)],
            [self._profile(db, number) for number in sorted(meet - set(new))],
        )
        links.add_pairs(db, {(numbers[pair.a], numbers[pair.b]): pair for pair in pairs})
        links.add_held(db, {held for number in new for held in self._held(db, number, reach[number])})

    def _held(self, db: Connection, number: int, reach: links.Reach) -> Iterable[tuple[int, int]]:
        """(episode, event) for each of which the report is one and another report the other."""
        others = links.in_time(db, reach)
        self._read(db, others)
        mine = self._profile(db, number)
        for other in others:
            theirs = self._profile(db, other)
            if reach.of_period and holds(mine, theirs):
                yield number, other
            elif not reach.of_period and holds(theirs, mine):
                yield other, number

    def _groups(self, db: Connection, affected: Collection[int]) -> list[tuple[str, ...]]:
        """The partition of whole components, each group with its earliest report first."""
        self._read(db, affected)
        profiles = {found.id: found for found in (self._profile(db, number) for number in affected)}
        published = {r.id: r.source.published or "~" for r in (self._report(db, number) for number in affected)}
        parts = cluster(profiles, [pair for pair in links.pairs_of(db, affected) if pair.links])
        return [tuple(sorted(part, key=lambda id_: (published[id_], id_))) for part in parts]

    def _rebuild(self, db: Connection, members: Mapping[str, Sequence[int]], seq: int) -> None:
        """Make these incidents anew from their reports; those that come out as they were are left as they are."""
        everything = {number for numbers in members.values() for number in numbers}
        self._read(db, everything)
        pairs = by_report(links.pairs_of(db, everything))
        made: dict[str, LinkedIncident] = {}
        for id_, numbers in sorted(members.items()):
            reports = [self._report(db, number) for number in numbers]
            within = {(p.a, p.b): p for report in reports for p in pairs.get(report.id, ())}
            held = set(links.homes(db, links.held_by(db, numbers)).values()) - {id_}
            made[id_] = linked_incident(id_, reports, [within[key] for key in sorted(within)], contains=sorted(held))
        incidents.put_incidents(db, made, members, seq)

    def _read(self, db: Connection, numbers: Iterable[int]) -> None:
        """Have these reports at hand."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        for number, report in links.load_reports(db, {*numbers} - self._known.keys()).items():
            self._known[number] = report, profile(report)

    def _report(self, db: Connection, number: int) -> Report:
        return self._at_hand(db, number)[0]

    def _profile(self, db: Connection, number: int) -> Profile:
        return self._at_hand(db, number)[1]

    def _at_hand(self, db: Connection, number: int) -> tuple[Report, Profile]:
        if number not in self._known:
            self._read(db, [number])
        return self._known[number]


def _reach(report: Profile) -> links.Reach:
    return links.Reach(blocking_keys(report), report.of_period, report.days, report.country)


def _inherited(db: Connection, replaced: Mapping[int, int], left: Mapping[int, str]) -> dict[int, str]:
    """The reports of new versions of articles, with the incident that their claims were in before."""
    found: dict[int, str] = {}
    for before, after in sorted(replaced.items()):
        old, new = read.coding(db, before), read.coding(db, after)
        was, is_ = _homes_of_claims(db, before, old.incidents), _homes_of_claims(db, after, new.incidents)
        for one, other in matched_claims(old, new):
            if was[one.id] in left:
                found.setdefault(is_[other.id], left[was[one.id]])
    return found


def _homes_of_claims(db: Connection, coding: int, told: Sequence[Incident]) -> dict[str, int]:
    """Claim id → number of its report."""
    numbers = links.report_numbers(db, coding)
    return {claim: numbers[incident.id] for incident in told for claim in incident.claims}


def _moved(before: Mapping[str, Collection[int]], after: Mapping[str, Collection[int]]) -> set[int]:
    """The reports whose incident is another than before, or has other members."""
    changed = {id_ for id_ in {*before, *after} if set(before.get(id_, ())) != set(after.get(id_, ()))}
    return {number for id_ in changed for number in after.get(id_, ())}
