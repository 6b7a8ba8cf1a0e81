"""Turns the annotation lines of one claim into the contract's records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from hearsay.records import Label, Mention, Party, Place, Relation, Span, Speaker, Time
from hearsay.training import vocabulary as vocab
from hearsay.training.notation import NotationError, segments
from hearsay.training.quotes import Quotes

_COUNTRY = re.compile(r"[A-Z]{3}")
_SEVERAL = frozenset({"groups"})


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a claim's quotes are looked up: the article, the passage, and the speakers defined by key."""

    quotes: Quotes
    passage: Span
    published: date


def words_into(text: str, table: Any, what: str) -> dict[str, Any]:
    """Space-separated values sorted into the fields they belong to; an upper-case triple is a country."""
    out: dict[str, Any] = {}
    for word in text.split():
        name = table.get(word) or ("country" if _COUNTRY.fullmatch(word) else None)
        if name is None:
            raise NotationError(f"{what}: unknown value {word!r}")
        if name in _SEVERAL:
            out[name] = (*out.get(name, ()), word)
        elif name in out:
            raise NotationError(f"{what}: two values for {name}")
        else:
            out[name] = word
    return out


def party(value: str, scope: Scope, speakers: int) -> Party:
    """``text = Name | kind … | label WORD stance [holder] | sponsor WORDS``."""
    head, *rest = segments(value)
    text, _, name = (part.strip() for part in head.partition(" = "))
    got = scope.quotes.near(text, scope.passage)
    fields: dict[str, Any] = {"name": name or None, "kind_basis": "named" if name else "inferred"}
    sponsors: list[Mention] = []
    for part in rest:
        if part.startswith("label "):
            fields["label"] = _label(part, scope, got.span, speakers)
        elif part.startswith("sponsor "):
            sponsors.append(scope.quotes.near(part[8:], got.span))
        else:
            fields |= words_into(part, vocab.PARTY_WORDS, "party")
    if "kind" not in fields:
        raise NotationError("a party without a kind")
    if "object_class" in fields and fields["kind"] != "object":
        raise NotationError("an object_class for no object")
    return Party(text=got.text, span=got.span, sponsors=tuple(sponsors), **fields)


def _label(part: str, scope: Scope, anchor: Span, speakers: int) -> Label:
    words = part.split()[1:]
    holder = int(words.pop()) if words[-1].isdigit() else None
    if len(words) < 2 or words[-1] not in ("pejorative", "honorific"):
        raise NotationError("label WORD pejorative|honorific [holder]")
    if holder is not None and holder >= speakers:
        raise NotationError("the label's holder is not in the chain")
    quote = " ".join(words[:-1])
    try:
        got = scope.quotes.inside(quote, anchor)
    except NotationError:
        got = scope.quotes.near(quote, scope.passage)
    return Label(text=got.text, span=got.span, stance=words[-1], holder=holder)


def place(value: str, scope: Scope) -> Place:
    """``text | relation … | COUNTRY Admin1``; ``-`` for a place that the text does not name."""
    text, *rest = segments(value)
    fields: dict[str, Any] = {}
    for part in rest:
        words = part.split()
        if words[0] in vocab.RELATIONS:
            fields["relation"] = _relation(words, scope)
        elif _COUNTRY.fullmatch(words[0]):
            fields["country"], fields["admin1"] = words[0], " ".join(words[1:]) or None
        else:
            raise NotationError(f"place: {part!r} is neither a relation nor a country")
    if "country" not in fields:
        raise NotationError("a place without a country")
    if text == "-":
        return Place(text="", span=(scope.passage[0], scope.passage[0]), **fields)
    got = scope.quotes.near(text, scope.passage)
    return Place(text=got.text, span=got.span, **fields)


def _relation(words: list[str], scope: Scope) -> Relation:
    kind, args = words[0], words[1:]
    if kind == "near" and not args:
        return Relation(kind="near")
    if kind in ("direction", "part_of") and len(args) == 1:
        return Relation(kind="direction" if kind == "direction" else "part_of", bearing=_bearing(args[0]))
    if kind == "part_of" and not args:
        return Relation(kind="part_of")
    if kind == "distance" and len(args) == 2:
        bearing = None if args[0] == "-" else _bearing(args[0])
        return Relation(kind="distance", bearing=bearing, distance_km=float(args[1]))
    if kind == "between" and args:
        return Relation(kind="between", other=scope.quotes.near(" ".join(args), scope.passage))
    raise NotationError(
        "near · direction DEGREES · distance DEGREES|- KM · between OTHER · part_of [DEGREES]: " + " ".join(words)
    )


def _bearing(word: str) -> float:
    degrees = float(word)
    if not 0 <= degrees < 360:
        raise NotationError(f"bearing {word}")
    return degrees


def time(value: str, scope: Scope, *, may_be_later: bool) -> Time:
    """``text | START..END or DAY | basis [precision]``; ``-`` for a time that is only the publication's."""
    parts = segments(value)
    if len(parts) != 3:
        raise NotationError("time: text | day or start..end | basis [precision]")
    text, days, how = parts
    first, dots, last = days.partition("..")
    start = date.fromisoformat(first) if first else None
    end = date.fromisoformat(last) if dots else start
    if end is None or (start and start > end):
        raise NotationError(f"time: {days}")
    if end > scope.published and not may_be_later:
        raise NotationError(f"time: {end} is after publication")
    basis, *given = how.split()
    if basis not in vocab.BASES:
        raise NotationError(f"time: unknown basis {basis!r}")
    precision = int(given[0]) if given else _precision(start, end)
    got = None if text == "-" else scope.quotes.near(text, scope.passage)
    if (got is None) != (basis == "publication"):
        raise NotationError("only a time that is the publication's has no words")
    return Time(
        text=got.text if got else "",
        span=got.span if got else None,
        start=start.isoformat() if start else None,
        end=end.isoformat(),
        precision=precision,
        basis=basis,
    )


def _precision(start: date | None, end: date) -> int:
    """UCDP date_prec by length: 1 a day, 2 up to six days, 3 a week, 4 a month, 5 longer or open."""
    if start is None:
        return 5
    days = (end - start).days + 1
    return next(code for code, longest in ((1, 1), (2, 6), (3, 8), (4, 31), (5, 10**6)) if days <= longest)


def speaker(value: str, quotes: Quotes, anchor: Span | None) -> Speaker:
    """``text = Name | kind anonymous stance COUNTRY | cue WORDS | hedge WORDS``, found near ``anchor``."""
    head, *rest = segments(value)
    text, _, name = (part.strip() for part in head.partition(" = "))
    got = quotes.near(text, anchor) if anchor else quotes.only(text)
    fields: dict[str, Any] = {"name": name or None}
    for part in rest:
        fields |= speaker_part(part, quotes, anchor or got.span)
    if "kind" not in fields:
        raise NotationError("a speaker without a kind")
    return Speaker(text=got.text, span=got.span, **fields)


def speaker_part(part: str, quotes: Quotes, anchor: Span) -> dict[str, Any]:
    """The Speaker fields of one segment."""
    for key in ("cue", "hedge"):
        if part.startswith(key + " "):
            return {key: quotes.near(part[len(key) + 1 :], anchor)}
    fields = words_into(part, vocab.SPEAKER_WORDS, "speaker")
    if "anonymous" in fields:
        fields["anonymous"] = True
    return fields
