"""The cells of the analyses' tables, with the pages to which their words lead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hearsay.analysis.ceasefires import Accusation, Agreement, Violation
from hearsay.analysis.ceasefires.records import Named
from hearsay.analysis.control import PlaceControl
from hearsay.analysis.said import Voice
from hearsay.analysis.sources import LabelUse, SourceProfile
from hearsay.publish.analysis.answer import Answer
from hearsay.web.subject import links

Cell = tuple[tuple[str, str | None], ...]
"""Words, and the address to which they lead."""
Cells = Mapping[str, Cell | str | None]
"""Of one line, by heading: words with their addresses, or the one address of all its words."""


def table(answer: Answer) -> tuple[tuple[Cell, ...], ...]:
    """The lines of an answer, each word that has a page with its address."""
    return tuple(
        tuple(_cell(words, known.get(heading)) for heading, words in zip(answer.headings, line, strict=True))
        for line, known in zip(answer.lines, map(_cells, answer.records), strict=True)
    )


def _cell(words: str, known: Cell | str | None) -> Cell:
    return known if isinstance(known, tuple) else ((words, known),)


def _cells(record: object) -> Cells:
    match record:
        case SourceProfile():
            return {"name": _source(record)}
        case LabelUse():
            return {"who": _voice(record.voice), "in": _outlets(record.outlets)}
        case PlaceControl():
            return {"place": links.of_held(record)}
        case Violation():
            return {**_told(record), "accused": _parties(record.accused)}
        case Agreement():
            return {**_told(record), "parties": _parties(record.parties)}
        case Accusation():
            accused = (record.accused,) if record.accused else ()
            return {"accused": _parties(accused), "by the word of": _voice(record.voice)}
        case _:
            return {}


def _told(one: Violation | Agreement) -> Cells:
    return {
        "day": links.incident(one.incident) if one.incident else None,
        "by the word of": _voice(one.voice),
        "place": links.of_place(one.place) if one.place else None,
        "in": _outlets([one.outlet]),
    }


def _source(one: SourceProfile) -> str | None:
    if one.role == "outlet":
        return links.outlet(one.name)
    return None if one.anonymous else links.origin(one.key, one.kind)


def _voice(one: Voice) -> str | None:
    return None if one.anonymous else links.origin(one.key, one.kind)


def _parties(some: Iterable[Named]) -> Cell:
    return tuple((party.name, links.actor(party.id) if party.id else None) for party in some)


def _outlets(some: Iterable[str]) -> Cell:
    return tuple((name, links.outlet(name)) for name in some)
