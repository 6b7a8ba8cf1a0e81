"""Named and described things: persons, organisations, locations, weapons, nationalities, quantities and times.

Plain rules over names and the codebook's word lists. Persons are private unless they speak or act in an office: a
victim's name is nobody's to publish.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from hearsay.actors import Registry, noun_kind
from hearsay.codebook import table
from hearsay.codebook.english import lemmas_of
from hearsay.places.countries import country_of_demonym
from hearsay.places.words import listed
from hearsay.reading import Reading
from hearsay.reading.model.labels import PRIVATE
from hearsay.reading.model.read import ModelReading
from hearsay.records import Entity, EntityType, Place, Span, overlap

_NAME = r"(?:[A-Z][\w’'ʼ-]++|(?:al|el)-[A-Z][\w’'-]++)"
_NAME_WORD = re.compile(r"(?:[Aa]l-)?[A-Z][^\W\d_]+|bin|ibn|abu|de|del|van|von")
_SMALL = r"(?:bin|ibn|ben|abu|Abu|de|del|van|von|la)"
_JOINT = re.compile(r",? and |, ")
_CAPITAL = re.compile(r"\b[A-Z]")
_SURE = 0.9
"""The probability from which on the trained model's word makes a name a person's."""
_LIKELY = 0.5
"""Below, a name's title or its place on the map says more than the model does."""
_FULL_NAME = rf"{_NAME}(?:\s+(?:{_SMALL}\s+)*{_NAME}){{1,3}}"


def _any_of(key: str) -> str:
    """The words of a list in codebook/entities.toml as alternatives, the longest first."""
    return "|".join(re.escape(w) for w in sorted(table("entities")[key], key=lambda w: (-len(w), w)))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], tuple[tuple[EntityType, re.Pattern[str]], ...]]:
    """(office holders, private persons, kinds of things)."""
    name = rf"{_NAME}(?:\s+(?:{_SMALL}\s+)*{_NAME}){{0,3}}"
    titled = re.compile(rf"\b(?P<title>{_any_of('titles')})\s+(?:of\s+[a-z ]{{1,40}}\s+)?(?P<name>{name})")
    occupations = rf"(?:{_any_of('occupations')})\b(?=[,.;)]|\s+(?:in|from|of|at|who|and|near|whose)\b)"
    told = rf"\d{{1,3}}-year-old|(?:[a-z-]+\s+){{0,2}}{occupations}"
    aged = rf"(?:\(\d{{1,3}}[,)]|,?\s*(?:aged\s+)?\d{{1,3}}\s*,|,\s*an?\s+(?:{told}))"
    private = re.compile(rf"(?<![A-Z])({_FULL_NAME}),?\s*{aged}")  # in capitals every letter would begin a name
    things: tuple[tuple[EntityType, re.Pattern[str]], ...] = (
        ("url", re.compile(r"\bhttps?://[^\s<>\"]{3,200}")),
        (
            "money",
            re.compile(rf"(?:[$€£₹]|\b(?:USD|EUR|INR|Rs\.?)\s?)\d[\d,.]*(?:\s(?:{_any_of('large_numbers')}))?\b"),
        ),
        ("vehicle", re.compile(rf"\b(?:{_any_of('vehicles')})s?\b", re.IGNORECASE)),
        ("military_platform", re.compile(rf"\b(?:{_any_of('platforms')})s?\b", re.IGNORECASE)),
        ("temporal", re.compile(rf"\b(?:{_any_of('days')})\b", re.IGNORECASE)),
    )
    return titled, private, things


def find_entities(reading: Reading, places: Sequence[Place], registry: Registry) -> tuple[Entity, ...]:
    """The entities of the article in the order of their words; of two that overlap the longer stands."""
    text = reading.article.text
    found: list[tuple[Span, EntityType, bool]] = [(p.span, "location", False) for p in places]
    found += [(m.span, "organisation", False) for m in registry.search(text)]
    found += [(w, "weapon", False) for w in reading.weapons]
    titled, private, things = _patterns()
    holders = list(titled.finditer(text))
    found += [(m.span("name"), "person", False) for m in holders]
    found += [(m.span(1), "person", True) for m in private.finditer(text)]
    for kind, pattern in things:
        found += [(m.span(), kind, False) for m in pattern.finditer(text)]
    found += [
        (m.span(), "nationality", False)
        for m in re.finditer(r"\b[A-Z][a-z]{3,}\b", text)
        if country_of_demonym(m.group())
    ]
    if reading.model is not None:
        leading = [m.span("name") for m in holders if m["title"] in table("entities")["leading"]]
        found = _with_marked(text, found, leading, reading.model)
    deeds = frozenset(table("entities")["deeds"])
    found = [f for f in found if f[1] != "weapon" or text[slice(*f[0])].lower() not in deeds]
    kept: list[tuple[Span, EntityType, bool]] = []
    for item in sorted(found, key=lambda f: (f[0][0], -f[0][1], f[1])):
        if not kept or item[0][0] >= kept[-1][0][1]:
            kept.append(item)
    return tuple(Entity(text=text[s:e], span=(s, e), type=kind, private=private) for (s, e), kind, private in kept)


def _with_marked(
    text: str, rules: Sequence[tuple[Span, EntityType, bool]], leading: Sequence[Span], model: ModelReading
) -> list[tuple[Span, EntityType, bool]]:
    """The model's entities, and those of the rules that touch none; a name that either holds private is private.

    Not so the holders of ``leading`` offices, and where the model doubts no office holder and no place.
    """
    places = {span for span, kind, _ in rules if kind == "location"}
    marked = [m for m in model.layers["entity"] if m.kind != PRIVATE or m.score >= _LIKELY or m.span not in places]
    private = [span for span, _, hidden in rules if hidden]
    titled = [span for span, kind, hidden in rules if kind == "person" and not hidden]
    out: list[tuple[Span, EntityType, bool]] = []
    for one in marked:
        kind = "person" if one.kind == PRIVATE else cast("EntityType", one.kind)
        for span in _members(text, one.span) if kind == "person" else (one.span,):
            told = one.kind == PRIVATE and _is_full_name(text[slice(*span)]) and not _meets(span, leading)
            hidden = (told and (one.score >= _LIKELY or not _meets(span, titled))) or _meets(span, private)
            out.append((span, kind, hidden))
    spans = [one.span for one in marked]
    return out + [rule for rule in rules if not _meets(rule[0], spans)]


def person_names(reading: Reading) -> tuple[Span, ...]:
    """The spans that the trained model takes for names of persons, each by itself.

    Of single words only private people's: "Niamey said" is a capital's as often as a person's.
    """
    if reading.model is None:
        return ()
    text, found = reading.article.text, []
    for marked in reading.model.layers["entity"]:
        if marked.kind in (PRIVATE, "person") and marked.score >= _SURE:
            names = [span for span in _members(text, marked.span) if _is_name(text[slice(*span)])]
            found += [span for span in names if marked.kind == PRIVATE or " " in text[slice(*span)]]
    return tuple(found)


def _is_name(words: str) -> bool:
    """Whether these are names alone: "Manitoba Premier Brian Pallister" and "Mansfield's Pastor" hold a place's too."""
    titles = listed("before", "title")
    return all(_NAME_WORD.fullmatch(word) and word.lower() not in titles for word in words.split())


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(overlap(span, other) for other in others)


def _members(text: str, span: Span) -> list[Span]:
    """The persons of a list or an apposition, where each is named: "a physician from Husaybah, Zahid Rawi"."""
    parts, start = [], span[0]
    for joint in _JOINT.finditer(text, *span):
        parts.append((start, joint.start()))
        start = joint.end()
    parts.append((start, span[1]))
    return parts if all(_CAPITAL.search(text, *part) for part in parts) else [span]


def _is_full_name(words: str) -> bool:
    """Whether these may be a person's names: one at least is no English word ("a volunteer rescuer", "Harbour Press").

    What is held private is masked wherever it stands: a description, an outlet or a hospital must not be.
    """
    if re.fullmatch(_FULL_NAME, words) is None:
        return False
    noun = noun_kind(words)
    if noun is not None and noun.kind in ("object", "organisation", "government"):
        return False
    return any(not lemmas_of(word.lower()) for word in words.split())
