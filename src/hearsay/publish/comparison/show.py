"""A comparison for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from hearsay.publish.columns import Columns, Row, Value, dates, integers, listed, numbers, texts
from hearsay.publish.comparison.events import Event
from hearsay.publish.comparison.match import Alone, Comparison, Match
from hearsay.publish.plain import one_line
from hearsay.publish.say import interval
from hearsay.publish.table import render

SHOWN = 20  # of each list, in the table; CSV and JSON have all
_MATTERS_KM = 5.0  # a town: what lies nearer is the same place to any coder


def _side(of: str) -> Columns:
    tolls = {f"{of}_killed_{bound}": f"Killed, {bound} figure" for bound in ("low", "best", "high")}
    return (
        *texts(**{f"{of}_id": "Its id"}),
        *dates(**{f"{of}_start": "Earliest day", f"{of}_end": "Latest day"}),
        *texts(**{f"{of}_place": "Place", f"{of}_type": "ACLED's event type", f"{of}_parties": "Parties"}),
        *numbers(**tolls),
    )


COLUMNS: Columns = (
    *texts(found="both, ours (only in the database) or theirs (only in the other file)"),
    *numbers(score="How well the two agree in day, place, type, parties and toll, 0 to 1"),
    *texts(
        differ="What differs: toll, place (more than 5 km), date (no day in common), type",
        also_near="For one alone: the other side's event that it would match, were that not matched better",
    ),
    *integers(days_apart="Days between the two; 0 where their ranges overlap"),
    *numbers(km_apart="Kilometres between the two"),
    *_side("our"),
    *_side("their"),
)


def comparison_rows(found: Comparison) -> Iterator[Row]:
    """A row for each match, then for each event of ours alone, then for each of theirs alone."""
    for match in found.both:
        yield _row(
            found="both",
            score=match.score,
            differ=listed(differences(match)),
            days_apart=match.days,
            km_apart=round(match.km, 1),
            **_cells("our", match.ours),
            **_cells("their", match.theirs),
        )
    for where, side, some in (("ours", "our", found.ours), ("theirs", "their", found.theirs)):
        for alone in some:
            yield _row(found=where, also_near=alone.near, **_cells(side, alone.event))


def _row(**cells: Value) -> Row:
    return {column.name: cells.get(column.name) for column in COLUMNS}


def _cells(side: str, event: Event) -> dict[str, Value]:
    low, best, high = event.killed
    return {
        f"{side}_id": event.id,
        f"{side}_start": event.start.isoformat(),
        f"{side}_end": event.end.isoformat(),
        f"{side}_place": event.place,
        f"{side}_type": event.type,
        f"{side}_parties": listed(event.parties),
        f"{side}_killed_low": low,
        f"{side}_killed_best": best,
        f"{side}_killed_high": high,
    }


def differences(match: Match) -> list[str]:
    """On what the two differ. A toll that one does not give differs from one that is above 0."""
    ours, theirs = match.ours, match.theirs
    found = []
    if (ours.killed[1] or 0) != (theirs.killed[1] or 0):
        found.append("toll")
    if match.km > _MATTERS_KM:
        found.append("place")
    if match.days:
        found.append("date")
    if ours.type and theirs.type and ours.type != theirs.type:
        found.append("type")
    return found


def summary(found: Comparison, other: str) -> dict[str, int]:
    """How many of each, for people and as the head of the JSON."""
    kinds = [kind for match in found.both for kind in differences(match)]
    return {
        "in both": len(found.both),
        "only in the database": len(found.ours),
        f"only in {other}": len(found.theirs),
        f"of {other} outside the days of the database": found.outside,
        **{f"in both, {kind} differs": kinds.count(kind) for kind in ("toll", "place", "date", "type")},
    }


def table(found: Comparison, other: str, *, width: int = 100, colour: bool = False) -> str:
    """The comparison for a terminal ``width`` columns wide: the sums, then the first of each list."""
    parts: list[RenderableType] = [
        Text(f"{many:>7,}  {what}", style="bold" if many else "dim") for what, many in summary(found, other).items()
    ]
    differing = [match for match in found.both if differences(match)]
    parts += _section("In both, differing", differing, len(found.both) - len(differing))
    for heading, some in (("Only in the database", found.ours), (f"Only in {other}", found.theirs)):
        if some:
            parts += [Text(), Text(heading, style="bold"), _alone(some), *_rest(len(some))]
    return render(Group(*parts, Text()), width=width, colour=colour)


def _section(heading: str, some: list[Match], alike: int) -> list[RenderableType]:
    if not some:
        return []
    shown = _grid("ours", "theirs", "differ", "days", "km", "killed: ours", "theirs")
    for match in some[:SHOWN]:
        shown.add_row(
            one_line(f"{match.ours.start} {match.ours.place}"),
            one_line(f"{match.theirs.start} {match.theirs.place}"),
            ", ".join(differences(match)),
            str(match.days or ""),
            f"{match.km:.0f}" if match.km > _MATTERS_KM else "",
            _killed(match.ours),
            _killed(match.theirs),
        )
    note = f"{alike} more agree in toll, place, date and type." if alike else ""
    return [Text(), Text(heading, style="bold"), shown, *_rest(len(some)), *([Text(note, style="dim")] if note else [])]


def _alone(some: tuple[Alone, ...]) -> Table:
    shown = _grid("day", "place", "type", "parties", "killed", "id")
    for alone in some[:SHOWN]:
        event = alone.event
        parties = one_line(", ".join(event.parties))
        shown.add_row(
            str(event.start), one_line(event.place), event.type or "", parties, _killed(event), one_line(event.id)
        )
    return shown


def _grid(*headings: str) -> Table:
    shown = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for heading in headings:
        shown.add_column(heading, overflow="fold")
    return shown


def _rest(many: int) -> list[RenderableType]:
    return [Text(f"… and {many - SHOWN:,} more (--format csv has all)", style="dim")] if many > SHOWN else []


def _killed(event: Event) -> str:
    return "" if event.killed == (None, None, None) else interval(*event.killed)
