"""Which words of a text name places: capitalised names found in the gazetteer, weighed by what stands around them.

Each possible name gets features (a preposition before it, a country after a comma, a given name before it …), whose
weights stand in ``codebook/place_weights.toml``. Facilities, and names that the words around them make places
("the village of X"), are kept even when the gazetteer has none of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log10

from hearsay.codebook import table
from hearsay.places.countries import country_of_demonym
from hearsay.places.gazetteer import Entry, Gazetteer
from hearsay.places.names import fold
from hearsay.places.toponym import Toponym, is_wide, with_kind
from hearsay.places.unlisted import unlisted
from hearsay.places.words import (
    LONGEST, Word, can_begin, given_names, is_article, is_connector, kinds_after, listed,
)  # fmt: skip

SURE = 2.0
"""A name with this score somewhere in the text is a place elsewhere too, unless as much speaks against it there."""
_WIDE = ("country", "admin1", "continent", "region", "water", "river", "mountains")


@dataclass(frozen=True, slots=True)
class _Context:
    """What the whole text tells about its names."""

    persons: frozenset[str]
    """Family names: capitalised words after a given name or a title."""
    about: frozenset[str]
    """Countries (alpha-3) that are named, or whose people are."""


def recognise(text: str, words: Sequence[Word], gazetteer: Gazetteer) -> list[Toponym]:
    """The toponyms of a text in order, none overlapping another."""
    names = _possible(text, words)
    known = gazetteer.lookup_all({name for group in names.values() for _, name in group})
    context = _Context(_persons(words), _about(words, known))
    found: list[Toponym] = []
    k = 0
    while k < len(words):
        taken = _at(text, words, k, names.get(k, ()), known, context)
        if taken is None:
            k += 1
            continue
        found.append(taken)
        k = taken.last + 1
    sure = {fold(t.core) for t in found if t.score >= SURE}
    return [t for t in found if t.score > 0 or (t.score > -SURE and fold(t.core) in sure)]


def _about(words: Sequence[Word], known: Mapping[str, tuple[Entry, ...]]) -> frozenset[str]:
    found = {country_of_demonym(word.text) for word in words if word.capital and len(word.text) > 3}
    for entries in known.values():
        found.update(e.country for e in entries[:5] if e.kind in ("country", "admin1"))
    return frozenset(code for code in found if code)


def _possible(text: str, words: Sequence[Word]) -> dict[int, list[tuple[int, str]]]:
    """For each word that can begin a name, the (last word, name) of the names that could begin there, longest first."""
    result: dict[int, list[tuple[int, str]]] = {}
    for k in range(len(words)):
        if not can_begin(words, k):
            continue
        group: list[tuple[int, str]] = []
        for last in range(k, min(k + LONGEST, len(words))):
            word = words[last]
            if last > k and not words[last - 1].joined:
                break
            if word.capital or (last > k and word.text[0].isdigit()):
                group.append((last, text[words[k].start : word.end]))
            elif not (is_connector(word) or last == k):
                break
        if group:
            result[k] = group[::-1]
    return result


def _persons(words: Sequence[Word]) -> frozenset[str]:
    """Family names of the text: the capitalised word after a given name or a title."""
    found: set[str] = set()
    for one, other in zip(words, words[1:], strict=False):
        if one.loud or not (one.capital and other.capital) or not (one.joined or one.low in listed("before", "title")):
            continue
        if one.low in given_names() or one.low in listed("before", "title"):
            found.add(other.low)
    return frozenset(found - given_names())


def _at(
    text: str,
    words: Sequence[Word],
    k: int,
    names: Sequence[tuple[int, str]],
    known: Mapping[str, tuple[Entry, ...]],
    context: _Context,
) -> Toponym | None:
    """The toponym that begins at word ``k``; one with a score of 0 or less is a name that is no place."""
    exact = _exact(text, words, k, names, known, context)
    if exact is not None and exact.score > 0 and _whole(words, exact):
        return exact
    return unlisted(text, words, k, names, known) or exact


def _whole(words: Sequence[Word], toponym: Toponym) -> bool:
    """Whether the name goes on to the end of its capitalised words, or to a kind word."""
    last = toponym.core_last
    following = words[last + 1] if last + 1 < len(words) and words[last].joined else None
    if following is not None and is_article(following) and following.joined and last + 2 < len(words):
        return not words[last + 2].capital
    if following is None or toponym.kind is not None:
        return True
    facility = following.low in listed("facility", "words") or following.low in listed("facility", "between")
    return not facility and (not following.capital or following.loud)


def _exact(
    text: str,
    words: Sequence[Word],
    k: int,
    names: Sequence[tuple[int, str]],
    known: Mapping[str, tuple[Entry, ...]],
    context: _Context,
) -> Toponym | None:
    for last, name in names:
        entries = known.get(name, ())
        low = fold(name)
        if not entries or _hardly(words, k, last, low):
            continue
        if last == k and country_of_demonym(name) and not any(e.kind in ("country", "admin1") for e in entries):
            return None
        features = _features(text, words, k, last, entries, context)
        score = sum(weights()[feature] * value for feature, value in features.items())
        first, end, kind = with_kind(words, k, last)
        return Toponym(first, end, name, k, last, entries, kind, round(score, 3), "gazetteer", text[words[first].start : words[end].end])
    return None


def _hardly(words: Sequence[Word], first: int, last: int, low: str) -> bool:
    """Whether the words are hardly ever a name: common words, a lone article, "I'll", "The City"."""
    if words[first].low == "the" and last > first:
        return low.removeprefix("the ") in listed("never", "words")
    if first < last:
        return all(w.low in listed("never", "words") for w in words[first : last + 1]) and words[first].loud
    text = words[first].text
    return low in listed("never", "words") or len(low) < 2 or is_article(words[first]) or (len(text) < 6 and text[1] in "'’")


@cache
def weights() -> dict[str, float]:
    """Feature → weight, from the codebook."""
    return dict(table("place_weights")["recognition"])


def _features(
    text: str, words: Sequence[Word], first: int, last: int, entries: Sequence[Entry], context: _Context
) -> dict[str, float]:
    """What speaks for and against words ``first`` to ``last`` being a place."""
    before = words[first - 1] if first > 0 else None
    after = words[last + 1] if last + 1 < len(words) else None
    name = words[first]
    best = max(entries, key=lambda e: e.population)
    wide = any(e.kind in _WIDE for e in entries)
    f: dict[str, float] = {"any": 1.0}
    f["population"] = log10(1 + best.population) if not wide else 0.0
    f["wide"] = float(wide)
    f["words"] = min(3.0, last - first)
    f["article"] = float(is_article(name) or any(is_article(w) for w in words[first : last + 1]))
    f["loud"] = float(name.loud)
    f["district"] = float(best.kind in ("admin2", "admin3"))
    f["small"] = float(best.population < 1000 and not wide and not f["district"])
    f["spellings"] = log10(1 + best.spellings) if not wide else 0.0
    f["about"] = float(not wide and any(e.country in context.about for e in entries))
    f["short"] = float(last == first and len(name.text) <= 3)
    single = first == last
    f["given"] = float(single and name.low in given_names())
    f["family"] = float(single and name.low in context.persons)
    if before is not None:
        close = text[before.end : name.start].strip() == ""
        adjacent = words[first - 1].joined
        f["strong"] = float(close and before.low in listed("before", "strong"))
        f["locative"] = float(close and not f["strong"] and before.low in listed("before", "locative"))
        of = close and before.low == "of" and first > 1
        f["noun of"] = float(
            (of and words[first - 2].low in listed("before", "noun_of")) or (close and before.low in listed("before", "bare_noun"))
        )
        f["organisation of"] = float(of and words[first - 2].capital and not f["noun of"])
        f["the"] = float(close and before.low == "the")
        f["title"] = float(before.low in listed("before", "title") and before.low != "st" and (adjacent or text[before.end : name.start] == ". "))
        f["after given"] = float(adjacent and before.capital and before.low in given_names())
        direction = before.low in listed("before", "direction")
        f["direction"] = float(close and direction)
        f["after capital"] = float(
            adjacent and before.capital and not before.loud and not before.opens and not direction and not f["after given"] and not f["title"]
        )
        f["opens capital"] = float(adjacent and before.capital and not before.loud and before.opens and not direction and before.low not in listed("before", "locative"))
        f["tail"] = float(adjacent and before.capital and not before.loud and not direction and is_article(name))
        f["initial"] = float(len(before.text) <= 2 and text[before.end : name.start] == ". " and before.capital)
        f["man of"] = float(close and before.low in ("the", "a", "an") and first == last and not wide)
    f["opens"] = float(name.opens)
    if after is not None:
        gap = text[words[last].end : after.start]
        f["kind after"] = float(words[last].joined and after.low in kinds_after())
        follows = words[last].joined and after.capital and not after.loud
        f["civic"] = float(words[last].joined and after.low in listed("organisation", "civic"))
        f["organisation"] = float(follows and _is_organisation(words, last + 1))
        f["facility"] = float(words[last].joined and after.low in listed("facility", "words"))
        f["before capital"] = float(follows and not f["civic"] and not f["organisation"] and not f["kind after"] and not f["facility"])
        f["said"] = float(gap == " " and after.low in listed("said", "verbs"))
        f["comma place"] = float(gap in (", ", " (") and after.capital and is_wide(after))
        f["comma capital"] = float(gap == ", " and after.capital and not f["comma place"])
        f["next small"] = float(words[last].joined and gap == " " and not after.capital and not f["said"] and not f["kind after"])
        f["stop after"] = float(gap[:1] in (*".,;:)", "\n"))
        f["possessive"] = float(gap[:2] in ("'s", "’s"))
    if before is not None:
        f["place comma"] = float(text[before.end : name.start] == ", " and before.capital and wide)
    return {key: value for key, value in f.items() if value}


def _is_organisation(words: Sequence[Word], first: int) -> bool:
    """Whether the capitalised words from ``first`` on begin or end with the head of an organisation's name."""
    last = first
    while last + 1 < len(words) and words[last].joined and words[last + 1].capital and last < first + LONGEST:
        last += 1
    heads = listed("organisation", "heads")
    return words[first].low in heads or words[last].low in heads
