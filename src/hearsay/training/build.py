"""Builds annotated reports from raw ones; everything that breaks a rule is reported with its line."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from hearsay.records import (
    Article,
    Attribution,
    AttributionKind,
    Claim,
    Coder,
    Coding,
    Entity,
    Mention,
    Place,
    Span,
    Speaker,
    mention,
    overlap,
)
from hearsay.training import claimed, fields, rules
from hearsay.training import vocabulary as vocab
from hearsay.training.annotated import Annotated
from hearsay.training.notation import Line, NotationError, RawFile, RawReport, segments
from hearsay.training.quotes import Quotes

_CODER = Coder(package="annotated by hand", model=None, gazetteer="none", registry="none", codebook="none")
_OPENING, _CLOSING = '"“„«', '"”“»'


@dataclass(slots=True)
class _Work:
    """A report under construction."""

    raw: RawReport
    quotes: Quotes
    published: date
    publisher: Speaker
    problems: list[tuple[int, str]]
    speakers: dict[str, Speaker] = field(default_factory=dict)
    places: dict[Span, Place] = field(default_factory=dict)
    entities: dict[Span, Entity] = field(default_factory=dict)
    attributions: list[Attribution] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    incidents: dict[str, list[int]] = field(default_factory=dict)
    ignored: list[Span] = field(default_factory=list)


def build_report(raw: RawReport, file: RawFile, voice: str, problems: list[tuple[int, str]]) -> Annotated | None:
    """The report, or None when it has problems (they are added to ``problems``)."""
    before = len(problems)
    publisher = file.header.get("publisher", "outlet")
    try:
        published = date.fromisoformat(raw.published[:10])
        if publisher not in vocab.SPEAKER_KINDS:
            raise NotationError(f"unknown kind of publisher {publisher!r}")
    except (ValueError, NotationError) as error:
        problems.append((raw.number, str(error)))
        return None
    last = Speaker(text=file.header["outlet"], span=None, name=file.header["outlet"], kind=publisher)
    work = _Work(raw, Quotes(raw.text), published, last, problems)
    _article_lines(work)
    found = claimed.claims(raw.lines, work.quotes, published, work.speakers, work.publisher)
    work.claims, work.incidents = found.claims, found.incidents
    work.problems += found.problems
    work.problems += [(raw.number, text) for text in rules.report_problems(raw.text, work.claims, work.places)]
    if len(problems) > before:
        return None
    return Annotated(
        id=f"{voice}-{raw.id}",
        voice=voice,
        conflict=raw.conflict,
        coding=_coding(work, f"{voice}-{raw.id}"),
        ignored=tuple(work.ignored),
        incidents=tuple((name, tuple(claims)) for name, claims in work.incidents.items()),
    )


def _coding(work: _Work, name: str) -> Coding:
    _add_things_of_claims(work)
    digest = hashlib.sha256(work.raw.text.encode()).hexdigest()
    article = Article(
        id=name,
        key=name,
        version=digest[:12],
        input=name,
        outlet=work.publisher.text,
        language="en",
        headline=work.raw.headline,
        published=work.raw.published,
        text=work.raw.text,
        sha256=digest,
    )
    return Coding(
        article=article,
        attributions=tuple(work.attributions),
        places=tuple(work.places[span] for span in sorted(work.places)),
        entities=tuple(work.entities[span] for span in sorted(work.entities)),
        claims=tuple(work.claims),
        coder=_CODER,
    )


def _article_lines(work: _Work) -> None:
    """Everything that is not part of a claim. Speakers and places come first: claims refer to them."""
    things: list[tuple[int, str, str]] = []
    for line in work.raw.lines:
        if line.key == "claim" or line.key in claimed.KEYS:
            continue
        try:
            match line.key:
                case "speaker":
                    key, _, rest = line.value.partition("|")
                    work.speakers[key.strip()] = fields.speaker(rest.strip(), work.quotes, None)
                case "places":
                    _places(work, line)
                case "said":
                    work.attributions.append(_attribution(line.value, work.quotes))
                case "ignore":
                    work.ignored.append(work.quotes.only(line.value).span)
                case "claims" if line.value == "none":
                    pass
                case "private":
                    things += [(line.number, "person private", quote) for quote in segments(line.value)]
                case kind if kind in vocab.ENTITY_TYPES:
                    things += [(line.number, kind, quote) for quote in segments(line.value)]
                case _:
                    raise NotationError(f"unknown key {line.key!r}")
        except NotationError as error:
            work.problems.append((line.number, str(error)))
    _entities(work, things)
    none = any(line.key == "claims" for line in work.raw.lines)
    if none == any(line.key == "claim" for line in work.raw.lines):
        work.problems.append((work.raw.number, "a report has claims, or says 'claims: none'"))


def _occurrences(work: _Work, quote: str) -> list[Span]:
    """Every occurrence of ``quote``, or the one that ``#n`` names."""
    spans = [work.quotes.only(quote).span] if "#" in quote else work.quotes.all(quote)
    if not spans:
        raise NotationError(f"{quote!r} is not in the article")
    return spans


def _places(work: _Work, line: Line) -> None:
    for quote in sorted(segments(line.value), key=len, reverse=True):
        for span in _occurrences(work, quote):
            if not any(overlap(span, other) for other in work.places):
                got = mention(work.quotes.text, span)
                work.places[span] = Place(text=got.text, span=span)


def _entities(work: _Work, things: list[tuple[int, str, str]]) -> None:
    """The longest name wins where two overlap; the places that are left become locations."""
    for number, kind, quote in sorted(things, key=lambda thing: -len(thing[2])):
        try:
            for span in _occurrences(work, quote):
                _entity(work, span, kind)
        except NotationError as error:
            work.problems.append((number, str(error)))
    for span in sorted(work.places):
        _entity(work, span, "location")


def _entity(work: _Work, span: Span, kind: str) -> None:
    if not any(overlap(span, other) for other in work.entities):
        kind, _, private = kind.partition(" ")
        words = work.quotes.text[span[0] : span[1]]
        work.entities[span] = Entity(text=words, span=span, type=kind, private=bool(private))


def _add_things_of_claims(work: _Work) -> None:
    """Weapons and times of claims are entities too."""
    for claim in work.claims:
        for weapon in claim.weapons:
            _entity(work, weapon.span, "weapon")
        if claim.time and claim.time.span:
            _entity(work, claim.time.span, "temporal")


def _attribution(value: str, quotes: Quotes) -> Attribution:
    """``source | cue | content``; source and cue may be ``-`` and are looked up next to the content."""
    parts = segments(value)
    if len(parts) != 3:
        raise NotationError("said: source | cue | content")
    content = quotes.only(parts[2])
    beside: list[Mention | None] = [None if p == "-" else quotes.near(p, content.span) for p in parts[:2]]
    kind: AttributionKind = "indirect"
    if content.text[0] in _OPENING and content.text.rstrip(".,")[-1] in _CLOSING:
        kind = "direct" if _one_quotation(content.text) else "mixed"
    elif any(mark in content.text for mark in '"“”'):
        kind = "mixed"
    return Attribution(source=beside[0], cue=beside[1], content=content, kind=kind)


def _one_quotation(words: str) -> bool:
    inner = words.rstrip(".,")[1:-1]
    return not any(mark in inner for mark in '"“”')
