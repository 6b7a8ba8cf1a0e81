"""The signs for and against a name being a place, each a number; their weights are in the codebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log10

from hearsay.codebook import table
from hearsay.places.gazetteer import Entry
from hearsay.places.toponym import is_wide
from hearsay.places.words import LONGEST, Word, given_names, is_article, is_locative, kinds_after, listed
from hearsay.records import Span

_OWNED = ("' ", "’ ", "'s ", "’s ")
_WIDE = ("country", "admin1", "continent", "region", "water", "river", "mountains")


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole text tells about its names."""

    persons: frozenset[str]
    """Family names: capitalised words after a given name or a title."""
    about: frozenset[str]
    """Countries (alpha-3) that are named, or whose people are."""
    tagged: tuple[Span, ...] = ()
    """Spans that a model takes for toponyms."""
    people: tuple[Span, ...] = ()
    """Spans that a model takes for names of persons."""


@cache
def weights() -> dict[str, float]:
    """Sign → weight, from ``codebook/place_weights.toml``."""
    return dict(table("place_weights")["recognition"])


@cache
def _small() -> frozenset[str]:
    """Words that end a person's name in a text without small letters."""
    return listed("before", "locative") | listed("never", "words") | listed("before", "noun_of")


def features(
    text: str, words: Sequence[Word], first: int, last: int, entries: Sequence[Entry], context: Context
) -> dict[str, float]:
    """What speaks for and against words ``first`` to ``last`` being a place: sign → value, zeros left out."""
    wide = any(entry.kind in _WIDE for entry in entries)
    found = _own(words, first, last, entries, context, wide)
    if first > 0:
        found |= _before(text, words, first, wide, single=first == last)
    if last + 1 < len(words):
        found |= _after(text, words, last)
    return {sign: value for sign, value in found.items() if value}


def _own(
    words: Sequence[Word], first: int, last: int, entries: Sequence[Entry], context: Context, wide: bool
) -> dict[str, float]:
    """The name itself, and how well known the places are that bear it."""
    name, single = words[first], first == last
    best = max(entries, key=lambda e: e.population)
    district = best.kind in ("admin2", "admin3")
    return {
        "any": 1.0,
        "population": 0.0 if wide else log10(1 + best.population),
        "spellings": 0.0 if wide else log10(1 + best.spellings),
        "wide": float(wide),
        "district": float(district),
        "small": float(best.population < 1000 and not wide and not district),
        "about": float(not wide and any(e.country in context.about for e in entries)),
        "words": min(3.0, last - first),
        "article": float(any(is_article(w) for w in words[first : last + 1])),
        "short": float(single and len(name.text) <= 3),
        "loud": float(name.loud),
        "loud stranger": float(
            name.loud and single and not wide and not any(e.country in context.about for e in entries)
        ),
        "loud short": float(name.loud and single and len(name.text) <= 4 and best.kind != "country"),
        "opens": float(name.opens),
        "given": float(single and name.low in given_names()),
        "family": float(single and name.low in context.persons),
    }


def _before(text: str, words: Sequence[Word], first: int, wide: bool, *, single: bool) -> dict[str, float]:
    """The word before: a preposition, a title, a given name, another capitalised word."""
    name, before = words[first], words[first - 1]
    gap = text[before.end : name.start]
    close, adjacent = not gap.strip(), before.joined
    strong = close and is_locative(words, first, "strong")
    of = close and before.low == "of" and first > 1
    noun_of = (of and words[first - 2].low in listed("before", "noun_of")) or (
        close and before.low in listed("before", "bare_noun")
    )
    title = before.low in listed("before", "title") and before.low != "st" and (adjacent or gap == ". ")
    given = adjacent and before.capital and before.low in given_names()
    if name.loud and adjacent and first > 1 and words[first - 2].joined and before.low not in _small():
        given = given or words[first - 2].low in given_names()  # "ANGEL VARGAS SAMARA"
    direction = before.low in listed("before", "direction")
    capital = adjacent and before.capital and not before.loud and not direction
    locative = is_locative(words, first, "locative")
    return {
        "strong": float(strong),
        "locative": float(close and locative and not strong),
        "noun of": float(noun_of),
        "organisation of": float(of and words[first - 2].capital and not noun_of),
        "armed organisation of": float(armed_of(words, first)),
        "the": float(close and before.low == "the"),
        "man of": float(close and before.low in ("the", "a", "an") and single and not wide),
        "title": float(title),
        "after given": float(given),
        "direction": float(close and direction),
        "after capital": float(capital and not before.opens and not given and not title),
        "opens capital": float(capital and before.opens and not locative),
        "tail": float((capital and is_article(name)) or _ends_a_name(words, first)),
        "initial": float(len(before.text) <= 2 and gap == ". " and before.capital),
        "place comma": float(gap == ", " and before.capital and wide),
    }


def _ends_a_name(words: Sequence[Word], first: int) -> bool:
    """Whether it is the end of a longer name: the "Sadr" of "Muqtada al-Sadr"."""
    if first < 2 or not (words[first - 1].hyphen and is_article(words[first - 1])):
        return False
    head = words[first - 2]
    small = head.low in listed("before", "locative") or head.low in listed("never", "words")
    return head.joined and head.capital and not head.loud and not small


def _after(text: str, words: Sequence[Word], last: int) -> dict[str, float]:
    """The word after: a kind of place, an organisation's head, a verb of saying, a country after a comma."""
    name, after = words[last], words[last + 1]
    gap = text[name.end : after.start]
    follows = name.joined and after.capital and not after.loud
    kind = name.joined and after.low in kinds_after()
    civic = name.joined and after.low in listed("organisation", "civic")
    organisation = follows and _is_organisation(text, words, last + 1)
    armed = follows and _is_organisation(text, words, last + 1, "armed")
    facility = name.joined and after.low in listed("facility", "words")
    said = gap == " " and after.low in listed("said", "verbs")
    place = gap in (", ", " (") and after.capital and is_wide(after)
    return {
        "kind after": float(kind),
        "civic": float(civic),
        "organisation": float(organisation and not armed),
        "armed organisation": float(armed),
        "full name": float(follows and name.low in given_names() and not (civic or kind or facility)),
        "facility": float(facility),
        "before capital": float(follows and not (civic or organisation or kind or facility)),
        "said": float(said),
        "comma place": float(place),
        "comma capital": float(gap == ", " and after.capital and not place),
        "next small": float(name.joined and gap == " " and not after.capital and not said and not kind),
        "stop after": float(gap[:1] in (*".,;:)", "\n")),
        "possessive": float(gap[:2] in ("'s", "’s")),
    }


def _is_organisation(text: str, words: Sequence[Word], first: int, kind: str = "heads") -> bool:
    """Whether the capitalised words from ``first`` on ("Workers' Party") begin or end with an organisation's head."""
    last = first
    while last + 1 < len(words) and words[last + 1].capital and last < first + LONGEST:
        if not words[last].joined and text[words[last].end : words[last + 1].start] not in _OWNED:
            break
        last += 1
    heads = listed("organisation", kind)
    return words[first].low in heads or words[last].low in heads


def armed_of(words: Sequence[Word], first: int) -> bool:
    """Whether the name ends an armed group's or an outlet's: "Armed Forces of Colombia", "State of Iraq and the …"."""
    k = first - 1
    if k >= 0 and words[k].low in listed("organisation", "broadcaster"):
        return words[k].joined and words[k].capital and not words[k].loud  # "Radio Bukavu"
    for _ in range(LONGEST):
        if k < 1 or not words[k].joined:
            return False
        if words[k].low == "of":
            head = words[k - 1]
            state = head.low == "state" and k > 1 and words[k - 2].low == "islamic"
            return (
                head.joined
                and head.capital
                and not head.loud
                and (state or head.low in listed("organisation", "armed"))
            )
        k -= 1 if words[k].low == "the" else 2 if words[k].low == "and" else LONGEST
    return False
