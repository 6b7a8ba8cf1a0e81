"""Who is said to hold a place, as rows and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from hearsay.analysis.control import Holder, LastWord, PlaceControl, control_on, control_words
from hearsay.analysis.said import Said
from hearsay.places.countries import country_name
from hearsay.publish.analysis.answer import Answer
from hearsay.publish.analysis.common import VOICE_COLUMNS, WORDS_COLUMNS, printed, voice_cells, words_cells
from hearsay.publish.columns import Column, Columns, Row, Value, dates, integers, listed, texts
from hearsay.publish.happening import POINT_COLUMNS, point_cells

_PLACE: Columns = (
    *texts(place_key="The gazetteer's id, else the folded name and country", place="The place"),
    *POINT_COLUMNS,
    *dates(on="The date asked for"),
)
PLACES: Columns = (
    *_PLACE,
    *texts(
        held_by="Who is said to hold it, by the words that stand; the one that most voices name first",
        camps="Registry ids of the topmost actors that these are part of, or their folded names, in the same order",
        by="By whose word, for each of them",
    ),
    Column("contested", "boolean", "Two are said to hold it, or it is denied of one that he does"),
    Column("own_word_only", "boolean", "The first of them is said to hold it by nobody but itself"),
    *texts(
        not_held_by="Who is said not to hold it, or no more",
        told="What the words that stand tell: taken, left, kept, not_taken",
    ),
    *dates(since="Day of the last change of hands that is told, else of the first word"),
    *integers(age_days="Days from then to the date asked for", voices="How many voices speak of it"),
)
WORDS: Columns = (
    *_PLACE,
    *VOICE_COLUMNS,
    *texts(
        change="taken, left, kept (an assault thrown back, a withdrawal denied) or not_taken (a taking denied)",
        held_by="Who holds the place by this word",
        not_held_by="Who does not",
    ),
    *dates(day="The last day on which it can have happened"),
    *integers(age_days="Days from then to the date asked for"),
    Column("standing", "boolean", "Whether no change of hands is told of a later day"),
    *WORDS_COLUMNS,
    *texts(claim_id="The claim"),
)


def places_answer(said: Iterable[Said], on: date, left_out: Counter[str] | None = None) -> Answer:
    """A row for each place of which something is said by that date."""
    return answer_of(_found(said, on, left_out))


def answer_of(found: tuple[PlaceControl, ...]) -> Answer:
    """The same, of places that were made before."""
    return Answer(
        name="places",
        columns=PLACES,
        rows=tuple(map(_row, found)),
        records=found,
        headings=("place", "held by", "by the word of", "told", "since", "not held by"),
        lines=tuple(map(_line, found)),
    )


def words_answer(said: Iterable[Said], on: date, left_out: Counter[str] | None = None) -> Answer:
    """A row for the last word of each voice on each place."""
    found = _found(said, on, left_out)
    rows = tuple(_word_row(one, word) for one in found for word in one.words)
    cells = ("place", "voice_name", "change", "held_by", "not_held_by", "day", "standing")
    headings = ("place", "who says", "what", "held by", "not held by", "day", "stands")
    return Answer("places", WORDS, rows, found, headings, tuple(printed(row, *cells) for row in rows))


def _found(said: Iterable[Said], on: date, left_out: Counter[str] | None) -> tuple[PlaceControl, ...]:
    return control_on(control_words(said, left_out), on)


def _place(one: PlaceControl) -> dict[str, Value]:
    place = one.place
    return {
        "place_key": place.key,
        "place": place.name,
        **point_cells(place),
        "on": one.on,
    }


def _row(one: PlaceControl) -> Row:
    return {
        **_place(one),
        "held_by": listed(held.holder.name for held in one.holders),
        "camps": listed(held.holder.camp for held in one.holders),
        "by": listed(", ".join(held.voices) for held in one.holders),
        "contested": one.contested,
        "own_word_only": one.holders[0].own_word_only if one.holders else None,
        "not_held_by": _names(one.not_held),
        "told": _told(one),
        "since": one.since,
        "age_days": one.age_days,
        "voices": len({word.word.voice.key for word in one.words}),
    }


def _told(one: PlaceControl) -> str | None:
    return listed(dict.fromkeys(last.word.change for last in one.words if last.standing))


def _names(holders: tuple[Holder, ...]) -> str | None:
    return listed(holder.name for holder in holders)


def _word_row(one: PlaceControl, last: LastWord) -> Row:
    word = last.word
    return {
        **_place(one),
        **voice_cells(word.voice),
        "change": word.change,
        "held_by": _names(word.holders),
        "not_held_by": _names(word.against),
        "day": word.day,
        "age_days": last.age_days,
        "standing": last.standing,
        **words_cells(word),
        "claim_id": word.claim,
    }


def _line(one: PlaceControl) -> tuple[str, ...]:
    place = one.place
    within = [part for part in (place.admin1, country_name(place.country) if place.country else None) if part]
    holders = " or ".join(held.holder.name for held in one.holders) or "not said"
    by = "; ".join(
        f"{', '.join(held.voices)}{' (its own word only)' if held.own_word_only else ''}" for held in one.holders
    )
    return (
        ", ".join(dict.fromkeys([place.name, *within])),
        f"{holders} (contested)" if one.contested else holders,
        by,
        (_told(one) or "").replace("_", " "),
        f"{one.since} ({one.age_days} d)",
        _names(one.not_held) or "",
    )
