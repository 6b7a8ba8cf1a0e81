"""What a rule judges: an incident's claims by origin, and how each origin stands to those it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from hearsay.actors.people import ARMED
from hearsay.incidents.origins import Heard
from hearsay.incidents.parties import BothSides
from hearsay.incidents.records import Figure, Role
from hearsay.incidents.toll import figures_of, party_counted
from hearsay.records import Claim, Count, Dispute, PartyKind, Time

_ROLES: tuple[Role, ...] = ("independent", "third_party", "own_losses", "enemy_losses")
_STATE: frozenset[PartyKind] = frozenset({"state_forces", "external_forces"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """The claims of one incident with their origins, and what is disputed."""

    heard: Heard
    sides: BothSides
    disputes: tuple[Dispute, ...] = ()
    time: Time | None = None

    def figures(
        self, measure: Literal["killed", "injured"], *, kind: str | None = None, party: str | None = None
    ) -> tuple[Figure, ...]:
        """Each origin's figure, apart for its own dead, its enemy's and others'; of one kind or party where asked."""
        side_of = self._side_of()

        def asked(claim: Claim, count: Count) -> bool:
            counted = party_counted(claim, count)
            return (kind is None or count.kind == kind) and (
                party is None or (counted is not None and party in (counted.name, counted.text))
            )

        telling = {
            key: claims
            for key, claims in self.heard.telling(measure).items()
            if any(count.measure == measure for claim in claims for count in claim.counts)
        }
        found: list[Figure] = []
        for role in _ROLES if telling else ():
            keep = self._in_role(role, asked)
            for key, claims_of_one in telling.items():
                origin_party = side_of.get(key)
                told = figures_of({key: claims_of_one}, measure, keep(origin_party))
                found += [
                    Figure(
                        origin=key,
                        party=origin_party,
                        role=role,
                        measure=measure,
                        low=figure.low,
                        best=figure.best,
                        high=figure.high,
                        claims=claims,
                    )
                    for figure, claims in told.values()
                ]
        return tuple(found)

    def _in_role(
        self, role: Role, asked: Callable[[Claim, Count], bool]
    ) -> Callable[[str | None], Callable[[Claim, Count], bool]]:
        return lambda side: lambda claim, count: asked(claim, count) and self.role(side, claim, count) == role

    def role(self, side: str | None, claim: Claim, count: Count) -> Role:
        """How an origin of the party ``side`` stands to those that the count counts."""
        if side is None:
            return "independent"
        counted = party_counted(claim, count)
        if counted is not None and self.sides.same(side, counted.name or counted.text):
            return "own_losses"
        if counted is not None and self.sides.opposed(side, counted.name or counted.text):
            return "enemy_losses" if counted.kind in ARMED else "third_party"
        if count.kind not in ARMED:
            return "third_party"
        own = self.sides.kind(side)
        alike = own == count.kind or (own in _STATE and count.kind in _STATE)
        return "own_losses" if alike else "enemy_losses"

    def kinds(self, measure: str) -> tuple[str, ...]:
        """The kinds of victims that any claim counts, sorted; an undivided figure has none."""
        return tuple(
            sorted(
                {
                    c.kind
                    for _, claim in self.claims()
                    for c in _whole_counts(claim, measure)
                    if c.kind and c.kind not in ("unknown", "person")
                }
            )
        )

    def parties(self, measure: str) -> tuple[str, ...]:
        """The names of the parties whose losses are counted, sorted."""
        told = (party_counted(claim, c) for _, claim in self.claims() for c in _whole_counts(claim, measure))
        return tuple(sorted({p.name or p.text for p in told if p is not None}))

    def claims(self) -> Iterator[tuple[str | None, Claim]]:
        """Every claim with the party of its origin."""
        side_of = self._side_of()
        for key, claims in (*self.heard.word_of.items(), *self.heard.unsourced.items()):
            yield from ((side_of.get(key), claim) for claim in claims)

    def _side_of(self) -> dict[str, str | None]:
        return {origin.key: origin.party for origin in self.heard.origins}

    def valued(self, value: Callable[[Count], Count]) -> Evidence:
        """The same evidence with each count as ``value`` reads it."""

        def read(said: Mapping[str, tuple[Claim, ...]]) -> dict[str, tuple[Claim, ...]]:
            return {
                key: tuple(c.model_copy(update={"counts": tuple(value(n) for n in c.counts)}) for c in claims)
                for key, claims in said.items()
            }

        heard = replace(self.heard, word_of=read(self.heard.word_of), unsourced=read(self.heard.unsourced))
        return replace(self, heard=heard)

    @property
    def days(self) -> int:
        """Days from the first to the last, 1 where they are not stated."""
        if self.time is None or self.time.start is None or self.time.end is None:
            return 1
        first, last = (date.fromisoformat(day[:10]) for day in (self.time.start, self.time.end))
        return max(1, (last - first).days + 1)

    @property
    def is_period_total(self) -> bool:
        """Every figure is a total over a period of many events."""
        counts = [c for _, claim in self.claims() for c in claim.counts]
        return bool(counts) and all(count.scope == "period_total" for count in counts)

    @property
    def responsibility_contested(self) -> bool:
        """Who did it, or that it was done, is denied or told in two ways."""
        return any(d.field in ("responsibility", "occurrence") for d in self.disputes)

    @property
    def accused(self) -> tuple[str, ...]:
        """The belligerents who are said to have done it, by name."""
        return tuple(dict.fromkeys(p.name for p in self.sides.actors if p.name is not None))


def _whole_counts(claim: Claim, measure: str) -> Iterator[Count]:
    return (c for c in claim.counts if c.measure == measure and c.part_of is None)
