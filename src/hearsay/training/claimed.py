"""Builds the claims of one report from their annotation lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from pydantic import ValidationError

from hearsay.records import Acled, Claim, Event, Party, Speaker
from hearsay.training import counting, fields, rules
from hearsay.training import vocabulary as vocab
from hearsay.training.notation import Line, NotationError, segments
from hearsay.training.quotes import Quotes

KEYS = frozenset(
    {
        "event",
        "actor",
        "recipient",
        "with",
        "place",
        "other_place",
        "from",
        "time",
        "count",
        "by",
        "incident",
    }
)
_ONCE = ("event", "place", "from", "time", "incident")


@dataclass(slots=True)
class Found:
    """The claims, those of each named incident, and what was wrong (line number, message)."""

    claims: list[Claim] = field(default_factory=list)
    incidents: dict[str, list[int]] = field(default_factory=dict)
    problems: list[tuple[int, str]] = field(default_factory=list)


class _BadLine(Exception):  # noqa: N818
    """A line that cannot be read, with its number."""

    def __init__(self, number: int, message: str) -> None:
        super().__init__(message)
        self.problem = (number, message)


@dataclass(frozen=True, slots=True)
class _Happening:
    event: Event
    status: str
    outcome: str


def claims(
    lines: Sequence[Line], quotes: Quotes, published: date, speakers: dict[str, Speaker], publisher: Speaker
) -> Found:
    """The claims of a report, in the order of its lines; other lines are passed over."""
    found = Found()
    nth = 0
    numbered: list[tuple[int, Line]] = []
    for line in lines:
        nth += line.key == "claim"
        if line.key == "claim" or line.key in KEYS:
            numbered.append((nth, line))
    for nth, grouped in groupby(numbered, key=lambda pair: pair[0]):
        own = [line for _, line in grouped]
        if nth == 0:
            found.problems.append((own[0].number, f"{own[0].key!r} stands before the first claim"))
            continue
        try:
            scope = fields.Scope(quotes, quotes.only(own[0].value).span, published)
            claim, incidents = _claim(f"c{nth}", own[1:], scope, speakers, publisher)
        except _BadLine as error:
            found.problems.append(error.problem)
        except (NotationError, ValidationError) as error:
            found.problems.append((own[0].number, str(error).splitlines()[0]))
        else:
            found.problems += [(own[0].number, text) for text in rules.claim_problems(claim, quotes.text)]
            for incident in incidents:
                found.incidents.setdefault(incident, []).append(len(found.claims))
            found.claims.append(claim)
    return found


def _link(value: str, scope: fields.Scope, speakers: dict[str, Speaker]) -> Speaker:
    """A speaker written out, or ``@key`` with what differs here."""
    if not value.startswith("@"):
        return fields.speaker(value, scope.quotes, scope.passage)
    head, *rest = segments(value)
    if head[1:] not in speakers:
        raise NotationError(f"no speaker {head}")
    changes: dict[str, Any] = {}
    for part in rest:
        changes |= fields.speaker_part(part, scope.quotes, scope.passage)
    return speakers[head[1:]].model_copy(update=changes)


def _value(line: Line, scope: fields.Scope, made: dict[str, list[Any]], speakers: int) -> Any:
    if line.key in _ONCE and line.key in made:
        raise NotationError(f"two lines {line.key!r} in one claim")
    value: Any = line.value
    match line.key:
        case "event":
            value = _event(line.value, scope)
        case "actor" | "recipient":
            value = fields.party(line.value, scope, speakers)
        case "with":
            value = scope.quotes.near(line.value, scope.passage)
        case "place" | "other_place" | "from":
            value = fields.place(line.value, scope)
        case "time":
            later = "event" in made and rules.may_be_later(made["event"][0].status)
            value = fields.time(line.value, scope, may_be_later=later)
        case "count":
            actors: list[Party] = made.get("actor", [])
            value = counting.count(line.value, scope, actors, made.get("recipient", []))
    return value


def _event(value: str, scope: fields.Scope) -> _Happening:
    """``TYPE [mode] | ACLED sub-event or - | status [outcome] | trigger``."""
    parts = segments(value)
    if len(parts) != 4:
        raise NotationError("event: TYPE [mode] | ACLED sub-event or - | status [outcome] | trigger")
    kind, sub, done, trigger = parts
    event_type, _, mode = kind.partition(" ")
    status, _, outcome = done.partition(" ")
    rules.check_event(event_type, mode, sub, status, outcome)
    event = Event(
        type=event_type,
        mode=mode or None,
        acled=None if sub == "-" else Acled(event_type=vocab.ACLED[sub], sub_event_type=sub),
        trigger=scope.quotes.inside(trigger, scope.passage),
    )
    return _Happening(event, status, outcome or "unknown")


def _claim(
    name: str, lines: Sequence[Line], scope: fields.Scope, speakers: dict[str, Speaker], publisher: Speaker
) -> tuple[Claim, list[str]]:
    """One claim and the incidents it is said to belong to."""
    chain = (
        *[_tried(line, _link, line.value, scope, speakers) for line in lines if line.key == "by"],
        publisher,
    )
    made: dict[str, list[Any]] = {}
    for line in sorted(lines, key=lambda line: line.key == "count"):  # counts point at parties
        if line.key != "by":
            value = _tried(line, _value, line, scope, made, len(chain))
            made.setdefault(line.key, []).append(value)
    if "event" not in made:
        raise NotationError("a claim without an event")
    happening: _Happening = made["event"][0]
    claim = Claim(
        id=name,
        span=scope.passage,
        event=happening.event,
        status=happening.status,
        outcome=happening.outcome,
        actors=tuple(made.get("actor", ())),
        recipients=tuple(made.get("recipient", ())),
        weapons=tuple(made.get("with", ())),
        place=next(iter(made.get("place", ())), None),
        other_places=tuple(made.get("other_place", ())),
        launched_from=next(iter(made.get("from", ())), None),
        time=next(iter(made.get("time", ())), None),
        counts=tuple(made.get("count", ())),
        attribution=chain,
        coding_confidence=1.0,
    )
    return claim, made.get("incident", [])


def _tried(line: Line, read: Callable[..., Any], *arguments: Any) -> Any:
    """``read(*arguments)``; what goes wrong is told with the line's number."""
    try:
        return read(*arguments)
    except (NotationError, ValidationError, ValueError) as error:
        raise _BadLine(line.number, str(error).splitlines()[0]) from error
