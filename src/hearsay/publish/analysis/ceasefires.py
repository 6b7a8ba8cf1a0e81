"""Ceasefires and their alleged breaches, as rows and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from hearsay.analysis.ceasefires import Accusation, Agreement, Violation, accusations, agreements, violations
from hearsay.analysis.ceasefires.records import Named
from hearsay.analysis.said import Said
from hearsay.publish import say
from hearsay.publish.analysis.answer import Answer
from hearsay.publish.analysis.common import VOICE_COLUMNS, WORDS_COLUMNS, printed, voice_cells, words_cells
from hearsay.publish.columns import Columns, Row, Value, dates, integers, listed, numbers, texts
from hearsay.publish.happening import PLACE_COLUMNS, place_cells

_DAYS: Columns = dates(first_day="Earliest day; empty: on or before last_day", last_day="Latest day")
_CUE: Columns = texts(cue="The words that say so")
VIOLATIONS: Columns = (
    *_DAYS,
    *texts(
        stance="alleged, denied or admitted",
        accused="Who is said to have broken it, or by a denial not to have",
        accused_ids="Their registry ids, in the same order",
    ),
    *VOICE_COLUMNS,
    *texts(acts="In what the breach is said to lie: ACLED's sub-event types, else PLOVER's"),
    *numbers(
        number_low="How many breaches are said, at the least; empty where no number is given",
        number_best="How many are said",
        number_high="How many at the most; empty where open",
    ),
    *PLACE_COLUMNS,
    *_CUE,
    *WORDS_COLUMNS,
    *texts(claim_ids="The claims that tell it"),
)
ACCUSATIONS: Columns = (
    *texts(accused="Who is said to break ceasefires; empty: nobody is named", accused_id="Registry id"),
    *VOICE_COLUMNS,
    *integers(
        alleged="How often this voice says so", denied="How often it says that the party did not",
    ),
    *dates(first_day="Earliest day", last_day="Latest day"),
    *texts(places="Where"),
)  # fmt: skip
AGREEMENTS: Columns = (
    *_DAYS,
    *texts(status="occurred, planned, denied …", parties="Who agreed, declared or announced it"),
    *VOICE_COLUMNS,
    *PLACE_COLUMNS,
    *_CUE,
    *WORDS_COLUMNS,
    *texts(claim_id="The claim"),
)


def violations_answer(said: Iterable[Said], left_out: Counter[str] | None = None) -> Answer:
    """A row for each alleged breach."""
    found = violations(said, left_out)
    rows = tuple(map(_violation_row, found))
    headings = ("day", "what", "accused", "by the word of", "in", "place", "acts", "how many")
    cells = ("stance", "accused", "voice_name", "outlet", "place", "acts")
    said_numbers = (say.estimate(one.number) if one.number else "" for one in found)
    lines = tuple((*line, many) for line, many in zip(_lines(rows, cells), said_numbers, strict=True))
    return Answer("violations", VIOLATIONS, rows, found, headings, lines)


def accusations_answer(said: Iterable[Said]) -> Answer:
    """A row for each voice and each party that it accuses."""
    found = accusations(violations(said))
    rows = tuple(map(_accusation_row, found))
    headings = ("days", "accused", "by the word of", "alleged", "denied", "places")
    cells = ("accused", "voice_name", "alleged", "denied", "places")
    return Answer("accusations", ACCUSATIONS, rows, found, headings, _lines(rows, cells))


def agreements_answer(said: Iterable[Said]) -> Answer:
    """A row for each claim of a ceasefire made."""
    found = agreements(said)
    rows = tuple(map(_agreement_row, found))
    headings = ("day", "parties", "status", "by the word of", "in", "place", "words")
    cells = ("parties", "status", "voice_name", "outlet", "place", "words")
    return Answer("agreements", AGREEMENTS, rows, found, headings, _lines(rows, cells))


def _lines(rows: tuple[Row, ...], cells: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple((_days(row), *printed(row, *cells)) for row in rows)


def _days(row: Row) -> str:
    first, last = row["first_day"], row["last_day"]
    if last is None:
        return str(first or "")
    return f"by {last}" if first is None else str(last) if first == last else f"{first} to {last}"


def _violation_row(one: Violation) -> Row:
    return {
        **_common(one),
        "stance": one.stance,
        "accused": _names(one.accused),
        "accused_ids": listed(party.id for party in one.accused),
        "acts": listed(one.acts),
        **{f"number_{bound}": getattr(one.number, bound) if one.number else None for bound in ("low", "best", "high")},
        "claim_ids": listed(one.claims),
    }


def _agreement_row(one: Agreement) -> Row:
    return {**_common(one), "status": one.status, "parties": _names(one.parties), "claim_id": one.claim}


def _accusation_row(one: Accusation) -> Row:
    return {
        "accused": one.accused.name if one.accused else None,
        "accused_id": one.accused.id if one.accused else None,
        **voice_cells(one.voice),
        "alleged": one.alleged,
        "denied": one.denied,
        "first_day": one.first_day,
        "last_day": one.last_day,
        "places": listed(one.places),
    }


def _common(one: Violation | Agreement) -> dict[str, Value]:
    return {
        "first_day": one.first_day,
        "last_day": one.last_day,
        **voice_cells(one.voice),
        **place_cells(one.place),
        "cue": one.cue,
        **words_cells(one),
    }


def _names(parties: tuple[Named, ...]) -> str | None:
    return listed(party.name for party in parties)
