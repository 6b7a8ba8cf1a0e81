"""The claims matrix: a row for each origin, the articles that passed it on beneath, a cell for each field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from hearsay.incidents.records import IncidentOrigin, LinkedIncident, Source
from hearsay.publish import say
from hearsay.publish.plain import one_line
from hearsay.records import Claim, DisputeField, Measure, Party


@dataclass(frozen=True, slots=True)
class Words:
    """What a cell says, and the claim that says so."""

    text: str
    claim: str
    disputed: bool
    count: int = 1
    """How many claims of the origin say the same."""


@dataclass(frozen=True, slots=True)
class Passed:
    """An article that passed an origin's word on, with the claims in it."""

    source: Source
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One origin."""

    origin: IncidentOrigin
    cells: tuple[tuple[Words, ...], ...]
    passed: tuple[Passed, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One field of claims: its heading, what a claim says of it, which dispute concerns it."""

    name: str
    says: Callable[[Claim], Iterable[str]]
    dispute: tuple[DisputeField, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """All of it. Columns in which nobody says anything are left out."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def matrix(linked: LinkedIncident, claims: Mapping[str, tuple[Claim, Source]]) -> Matrix:
    """The matrix of an incident. ``claims``: each by its id, with its article."""
    disputed = {(dispute.field, claim) for dispute in linked.incident.disputes for claim in dispute.claims}
    said = [[claims[id_] for id_ in origin.claims if id_ in claims] for origin in linked.origins]
    full = [[_cell(column, [c for c, _ in some], disputed) for column in COLUMNS] for some in said]
    used = [at for at in range(len(COLUMNS)) if any(cells[at] for cells in full)]
    return Matrix(
        columns=tuple(COLUMNS[at] for at in used),
        rows=tuple(
            Row(origin, tuple(cells[at] for at in used), _passed(some))
            for origin, cells, some in zip(linked.origins, full, said, strict=True)
        ),
    )


def _cell(column: Column, claims: Sequence[Claim], disputed: set[tuple[DisputeField, str]]) -> tuple[Words, ...]:
    found: dict[str, list[str]] = {}
    for claim in claims:
        for text in dict.fromkeys(column.says(claim)):
            found.setdefault(text, []).append(claim.id)
    return tuple(
        Words(text, ids[0], any((field, id_) in disputed for field in column.dispute for id_ in ids), len(ids))
        for text, ids in found.items()
    )


def _passed(some: Sequence[tuple[Claim, Source]]) -> tuple[Passed, ...]:
    by_article: dict[str, list[tuple[Claim, Source]]] = {}
    for claim, source in some:
        by_article.setdefault(source.key, []).append((claim, source))
    passed = (Passed(told[0][1], tuple(claim for claim, _ in told)) for told in by_article.values())
    return tuple(sorted(passed, key=lambda one: (one.source.published or "~", one.source.key)))


def _toll(*measures: Measure) -> Callable[[Claim], Iterable[str]]:
    def says(claim: Claim) -> Iterable[str]:
        for at, count in enumerate(claim.counts):
            if count.measure in measures and count.part_of is None:
                parts = tuple(c for c in claim.counts if c.part_of == at)
                words = say.count(count, parts)
                alone = len(measures) == 1
                yield words.removeprefix(f"{count.measure} ") if alone else words

    return says


def _others(claim: Claim) -> Iterable[str]:
    shown = ("killed", "injured")
    return (say.count(count) for count in claim.counts if count.measure not in shown and count.part_of is None)


def _parties(parties: tuple[Party, ...]) -> Iterable[str]:
    return (one_line(party.name or party.text) for party in parties)


def _labels(claim: Claim) -> Iterable[str]:
    for party in (*claim.actors, *claim.recipients):
        if party.label is not None:
            name = one_line(party.name or party.text)
            yield f"“{one_line(party.label.text)}” ({party.label.stance}), of {name}"


def _status(claim: Claim) -> Iterable[str]:
    stance = claim.attribution[0].stance if claim.attribution else "asserts"
    further = stance not in ("asserts", "denies") or (stance == "denies" and claim.status != "denied")
    yield claim.status + (f", {stance.replace('_', ' ')}" if further else "")


COLUMNS = (
    Column("Status", _status, ("occurrence",)),
    Column("Killed", _toll("killed"), ("toll", "victim_status")),
    Column("Injured", _toll("injured")),
    Column("Other figures", _others),
    Column("By whom", lambda claim: _parties(claim.actors), ("responsibility",)),
    Column("To whom", lambda claim: _parties(claim.recipients), ("victim_status",)),
    Column("Where", lambda claim: [_where(claim)] if claim.place else [], ("place",)),
    Column("When", lambda claim: [say.days(claim.time)] if claim.time else [], ("date",)),
    Column("Loaded words", _labels),
)


def _where(claim: Claim) -> str:
    place = claim.place
    assert place is not None  # noqa: S101  asked before
    name = one_line(place.name or place.text)
    return say.relation(place.relation, name) if place.relation else name
