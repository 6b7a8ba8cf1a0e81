"""Persons' names in a text in capitals, where case shows none: without titles, and in full.

A name is a run of words that English does not have, or that are given names: "MINISTER JOSE RODRIGUEZ PORTH".
Who is called by a part of a name ("RODRIGUEZ") is meant by the longest name in the article that has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from hearsay.actors.names import Word, split_words
from hearsay.actors.people import PERSONS, is_word, noun_at_end
from hearsay.claims.party_context import PartyContext
from hearsay.codebook import table
from hearsay.codebook.english import lemmas_of
from hearsay.places.countries import country_named, country_of_demonym
from hearsay.places.words import given_names
from hearsay.records import Party, Span, mention

_NO_PEOPLE = frozenset(
    {"object", "organisation", "rebel_group", "political_militia", "identity_militia", "external_forces"}
)
"""Kinds whose names are not those of persons."""
_TITLES = frozenset({"dr", "msgr", "monsignor", "gen", "col", "lt", "capt", "maj", "sgt", "rev", "fr"})
_FEWEST = 2
"""Words of a full name."""


def whole_noun(text: str, span: Span) -> Span:
    """The words with the noun that they go before, where the mark breaks off: "HUMBLE" of "HUMBLE WOMEN"."""
    words = _words(text, span)
    noun = noun_at_end(words)
    if not words or words[-1].key in _closed() or (noun is not None and noun.kind not in _BEFORE_A_NOUN):
        return span
    end = whole = span[1]
    for word in split_words(text, span[1], min(len(text), span[1] + _REACH))[:_MORE]:
        is_noun = noun_at_end([word]) is not None
        if text[end : word.start] not in (" ", "-") or word.key in _closed() or not (is_noun or _describes(word.key)):
            break
        end = word.end
        whole = end if is_noun else whole
    return (span[0], whole)


def _describes(word: str) -> bool:
    """It may stand between the mark and its noun: no verb ("THE UNION KIDNAPPED …"), but for "FISHING BOAT"."""
    known = lemmas_of(word)
    return bool(known) and ("VERB" not in known or word.endswith("ing"))


_BEFORE_A_NOUN = frozenset({"organisation"})
_MORE = 3
"""Words up to the noun: "RANKING MILITARY OFFICERS", "HONDURAN FISHING BOAT"."""
_REACH = 48


def by_full_name(text: str, party: Party, context: PartyContext) -> Party:
    """Somebody's name without what he is before it, and in full where the article has it."""
    if party.kind in _NO_PEOPLE or context.named_in(party.span) or country_named(party.text):
        return party
    words = _words(text, party.span)
    first = len(words)
    while first and _may_be_name(words[first - 1].key):
        first -= 1
    if first == len(words) or (first and words[first - 1].key in _closed()):
        return party
    if first and len(words) - first < _FEWEST and noun_at_end(words[:first]) is None:
        return party
    full = _in_full(text, tuple(word.key for word in words[first:]), context)
    return party.model_copy(update=dict(mention(text, full or (words[first].start, party.span[1]))))


def member_by_name(text: str, span: Span, party: Party) -> Party | None:
    """Somebody told by what he is in a force or a group: "CTI DETECTIVE EDISON MENDIETA" is he, not the CTI."""
    words = _words(text, span)
    first = len(words)
    while first and _may_be_name(words[first - 1].key):
        first -= 1
    before = words[:first]
    noun = noun_at_end(before)
    if party.id is None or noun is None or noun.kind not in PERSONS or len(words) - first < _FEWEST:
        return None
    if party.span[1] > before[-1].start or party.span[0] < span[0]:
        return None
    kind = party.kind if noun.weak else noun.kind
    return Party(**dict(mention(text, (words[first].start, words[-1].end))), kind=kind, country=party.country)


def named_by_part(text: str, span: Span, context: PartyContext) -> Span | None:
    """The full name of whom ``text[span]`` calls by a part of it; None where the words are no such part."""
    words = _words(text, span)
    if not words or not all(_may_be_name(word.key) for word in words):
        return None
    return _in_full(text, tuple(word.key for word in words), context)


def _in_full(text: str, part: tuple[str, ...], context: PartyContext) -> Span | None:
    longer = [
        (len(keys), -span[0], span)
        for keys, span in _full_names(text)
        if len(keys) > len(part)
        and any(keys[k : k + len(part)] == part for k in range(len(keys)))
        and not context.is_place(span)
        and not context.named_in(span)
    ]
    return max(longer)[2] if longer else None


@lru_cache(maxsize=1)
def _full_names(text: str) -> tuple[tuple[tuple[str, ...], Span], ...]:
    """The runs of two and more words that may be a name, with nothing but space between them."""
    runs: list[list[Word]] = []
    words = split_words(text)
    for before, word in pairwise([None, *words]):
        if word is None or not _may_be_name(word.key):
            continue
        if runs and before is runs[-1][-1] and text[before.end : word.start].isspace():
            runs[-1].append(word)
        else:
            runs.append([word])
    return tuple((tuple(w.key for w in run), (run[0].start, run[-1].end)) for run in runs if len(run) >= _FEWEST)


def _words(text: str, span: Span) -> Sequence[Word]:
    return [word for word in split_words(text, *span) if not word.silent]


@lru_cache(maxsize=4096)
def _may_be_name(word: str) -> bool:
    if not word.replace("'", "").isalpha() or len(word) == 1 or word in _closed() or word in _TITLES:
        return False
    known = country_named(word) or country_of_demonym(word)
    return known is None and word != "said" and (word in given_names() or not is_word(word))


@cache
def _closed() -> frozenset[str]:
    return frozenset(word for listed in table("grammar")["closed"].values() for word in listed.split())
