"""Articles, sentences, claims and their parts made by hand in one line, for tests that need many of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from hearsay.reading import EventSpan
from hearsay.reading.events import sentence_events
from hearsay.reading.frames import Sentence
from hearsay.reading.parse import parse
from hearsay.reading.sentences import sentences
from hearsay.reading.tokens import tokens
from hearsay.records import (
    Acled,
    Article,
    Claim,
    Count,
    Event,
    EventType,
    Measure,
    Mention,
    Party,
    PartyKind,
    Place,
    Span,
    Speaker,
    Status,
    Time,
)

OUTLET = "Meridian Wire"


def article(text: str, published: str | None = "2024-05-14", outlet: str | None = OUTLET) -> Article:
    """An English article with nothing but its text, its day (a Tuesday) and its outlet."""
    return Article(
        id="a",
        key="a",
        version="1",
        input="a.txt",
        outlet=outlet,
        language="en",
        published=published,
        text=text,
        sha256="0" * 64,
    )


def span_of(text: str, words: str) -> Span:
    """Where the words stand for the first time."""
    start = text.index(words)
    return start, start + len(words)


def parsed(text: str) -> Sentence:
    """One sentence with its words, verbs, event nouns and weapons."""
    return parse(tokens(text, (0, len(text))))


def events(text: str) -> tuple[EventSpan, ...]:
    """The events of every sentence, before anybody asks whether the article is about conflict."""
    found: list[EventSpan] = []
    for number, (start, end) in enumerate(sentences(text)):
        found += sentence_events(parsed(" " * start + text[start:end]), number)
    return tuple(found)


def sketch(text: str, event: EventSpan) -> str:
    """An event in one line: ``ASSAULT/aerial: Warplanes > a bakery``."""

    def said(spans: Sequence[Span]) -> str:
        return " + ".join(text[slice(*s)] for s in spans)

    kind = event.type if event.mode is None else f"{event.type}/{event.mode}"
    return f"{kind}: {said(event.actors)} > {said(event.recipients)}".replace(":  >", ": >").rstrip()


def event_span(type_: EventType = "ASSAULT", **fields: Any) -> EventSpan:
    """An event of a sentence that occurred and names nobody, with the fields given."""
    plain: dict[str, Any] = {
        "mode": None, "trigger": (0, 1), "span": (0, 1), "sentence": 0, "actors": (), "recipients": (),
        "victims": (), "weapons": (), "status": "occurred", "outcome": "unknown", "territory": False,
        "disrupted": False, "weak": False, "clash": False, "effect": False, "refers": False, "why": {},
    }  # fmt: skip
    return EventSpan(type=type_, **(plain | fields))


def words(text: str) -> dict[str, Any]:
    """``text`` and ``span`` of a Mention that stands in no article."""
    return {"text": text, "span": (0, len(text))}


def party(text: str, kind: PartyKind = "unknown", **fields: Any) -> Party:
    """A party of these words."""
    return Party(**words(text), kind=kind, **fields)


def count(best: float | None, measure: Measure = "killed", **fields: Any) -> Count:
    """An exact figure; ``low`` and ``high`` may be given apart."""
    return Count(**words("N"), measure=measure, **({"low": best, "best": best, "high": best} | fields))


def more_than(best: float, measure: Measure = "killed", **fields: Any) -> Count:
    """ "Over 60" is low 61, best 61 and no high."""
    return count(best, measure, high=None, **fields)


def place(name: str, lat: float | None = None, lon: float | None = None, **fields: Any) -> Place:
    """A place; with coordinates it is a town of two kilometres."""
    known = {"id": f"geonames:{name}", "radius_km": 2.0, "precision": 1} if lat is not None else {}
    return Place(**words(name), name=name, lat=lat, lon=lon, **(known | fields))


def day(start: str | None, end: str | None = None, **fields: Any) -> Time:
    """A time from one ISO day to another, to the day."""
    basis = fields.pop("basis", "explicit")
    return Time(text="", span=None, start=start, end=end or start, basis=basis, precision=fields.pop("precision", 1))


def speaker(text: str, **fields: Any) -> Speaker:
    """A link of a chain."""
    return Speaker(**words(text), **fields)


PUBLISHER = Speaker(text=OUTLET, span=None, name=OUTLET, kind="outlet")
_NUMBER = iter(range(1_000_000))


def claim(
    *counts: Count,
    origin: str | Speaker | None = None,
    kind: EventType = "ASSAULT",
    mode: str | None = None,
    acled: tuple[str, str] | None = None,
    status: Status = "occurred",
    place_from: str = "clause",
    **fields: Any,
) -> Claim:
    """A claim by ``origin`` (None: in the outlet's own voice) with these counts."""
    first = speaker(origin) if isinstance(origin, str) else origin
    return Claim(
        id=fields.pop("id", f"claim-{next(_NUMBER)}"),
        span=fields.pop("span", (0, 1)),
        event=Event(
            type=kind,
            mode=mode,
            acled=Acled(event_type=acled[0], sub_event_type=acled[1]) if acled else None,
            trigger=cast("Mention", fields.pop("trigger", Mention(text="t", span=(0, 1)))),
        ),
        status=status,
        outcome=fields.pop("outcome", "unknown"),
        counts=counts,
        attribution=(first, PUBLISHER) if first is not None else (PUBLISHER,),
        coding_confidence=0.5,
        trace={"place": place_from},
        **fields,
    )
