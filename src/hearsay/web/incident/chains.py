"""The chain diagram: from those who first said it, through whom, to the outlets, as shapes for an SVG."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from hearsay.claims.chain import UNATTRIBUTED
from hearsay.incidents.records import LinkedIncident, Source
from hearsay.publish.plain import one_line
from hearsay.records import Claim, Speaker
from hearsay.web.subject import links

COLUMN, BOX_WIDTH, BOX_HEIGHT, STEP = 360, 250, 40, 56
_LONGEST = 27  # characters of a name that fit into a box


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in the chains."""

    name: str
    full: str
    kind: str
    x: int
    y: int
    origin: bool
    address: str | None
    """Of the page about them."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that went from one to the next, in so many claims."""

    path: str
    claims: int
    denies: bool
    words: str


@dataclass(frozen=True, slots=True)
class Chains:
    """The whole diagram."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class _Who:
    """A speaker at a level: 0 for origins, the last for outlets."""

    level: int
    name: str


def chains(linked: LinkedIncident, claims: Mapping[str, tuple[Claim, Source]]) -> Chains:
    """The diagram of an incident's origins. One whose only word is an outlet's own is the outlet itself, alone."""
    paths: list[tuple[list[tuple[str, str]], bool]] = []
    for origin in linked.origins:
        for id_ in origin.claims:
            if id_ in claims:
                claim, source = claims[id_]
                paths.append((_path(origin.name, origin.kind, claim, source), _denies(claim)))
    deepest = max((len(path) for path, _ in paths), default=0)
    kinds: dict[_Who, str] = {}
    between: dict[tuple[_Who, _Who], list[bool]] = {}
    for path, denies in paths:
        whos = [
            _Who(deepest - 1 if at == len(path) - 1 and len(path) > 1 else at, name)
            for at, (name, _) in enumerate(path)
        ]
        for who, (_, kind) in zip(whos, path, strict=True):
            kinds.setdefault(who, kind)
        for one, other in pairwise(whos):
            between.setdefault((one, other), []).append(denies)
    rows = {level: [who for who in kinds if who.level == level] for level in range(deepest)}
    height = max((len(some) for some in rows.values()), default=0) * STEP
    pages = {origin.name: links.origin(origin.key, origin.kind) for origin in linked.origins}
    pages |= {source.outlet: links.outlet(source.outlet) for _, source in claims.values() if source.outlet}
    nodes = {who: _node(who, kinds[who], y, pages.get(who.name)) for who, y in _heights(rows, between, height).items()}
    return Chains(
        nodes=tuple(nodes.values()),
        links=tuple(_link(nodes[one], nodes[other], denials) for (one, other), denials in between.items()),
        width=max(0, deepest - 1) * COLUMN + BOX_WIDTH + 2,
        height=height,
    )


def _heights(
    rows: Mapping[int, Sequence[_Who]], between: Iterable[tuple[_Who, _Who]], height: int
) -> dict[_Who, float]:
    """Where the middle of each lies: those on the left evenly, the others beside those whose words they pass on."""
    before: dict[_Who, list[_Who]] = {}
    for one, other in between:
        before.setdefault(other, []).append(one)
    placed = {who: (at + 0.5) * height / len(rows[0]) for at, who in enumerate(rows.get(0, ()))}
    for level in range(1, len(rows)):
        wanted = {who: mean(placed[one] for one in before[who]) for who in rows[level]}
        ordered = sorted(wanted, key=lambda who: wanted[who])
        lowest = -STEP / 2
        for who in ordered:  # down until there is room,
            lowest = placed[who] = max(wanted[who], lowest + STEP)
        highest = height + STEP / 2
        for who in reversed(ordered):  # and up again where the drawing ends
            highest = placed[who] = min(placed[who], highest - STEP)
    return placed


def _path(origin: str, kind: str, claim: Claim, source: Source) -> list[tuple[str, str]]:
    """(name, kind) of each speaker, by the origin's one name, to the outlet."""
    *_, last = claim.attribution
    outlet = source.outlet or _name(last)
    if len(claim.attribution) == 1:
        return [(outlet, "outlet")] if last.span is None else [(origin, kind), (outlet, "outlet")]
    between = [(_name(speaker), speaker.kind) for speaker in claim.attribution[1:-1]]
    return [(origin, kind), *between, (outlet, "outlet")]


def _name(speaker: Speaker) -> str:
    return "an outlet not known" if speaker.text == UNATTRIBUTED else one_line(speaker.name or speaker.text)


def _denies(claim: Claim) -> bool:
    return claim.status == "denied" or claim.attribution[0].stance == "denies"


def _node(who: _Who, kind: str, middle: float, page: str | None) -> Node:
    shown = who.name if len(who.name) <= _LONGEST else who.name[: _LONGEST - 1].rstrip() + "…"
    y = round(middle - BOX_HEIGHT / 2)
    return Node(shown, who.name, kind.replace("_", " "), who.level * COLUMN + 1, y, who.level == 0, page)


def _link(one: Node, other: Node, denials: Sequence[bool]) -> Link:
    x1, y1 = one.x + BOX_WIDTH, one.y + BOX_HEIGHT // 2
    x2, y2 = other.x, other.y + BOX_HEIGHT // 2
    middle = (x1 + x2) // 2
    many = f"{len(denials)} {'claim' if len(denials) == 1 else 'claims'}"
    return Link(
        path=f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}",
        claims=len(denials),
        denies=all(denials),
        words=f"{one.full} → {other.full}: {many}{', denying it' if all(denials) else ''}",
    )
