"""Which words of a text name places: capitalised names found in the gazetteer, weighed by what stands around them.

Each possible name gets features (a preposition before it, a country after a comma, a given name before it …), whose
weights stand in ``codebook/place_weights.toml``. Facilities, and names that the words around them make places
("the village of X"), are kept even when the gazetteer has none of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from hearsay.codebook.english import lemmas_of
from hearsay.places.countries import country_of_demonym
from hearsay.places.facilities import LANDMARK, landmark_words
from hearsay.places.features import Context, features, weights
from hearsay.places.gazetteer import Entry, Gazetteer
from hearsay.places.names import fold
from hearsay.places.seats import of_one_kind
from hearsay.places.toponym import Toponym, with_kind
from hearsay.places.unlisted import unlisted
from hearsay.places.words import (
    LONGEST,
    Word,
    can_begin,
    given_names,
    is_article,
    is_connector,
    is_inner,
    kinds_after,
    listed,
)
from hearsay.records import Span

TAGGED = 4.0
"""What a model's word counts for, in the scale of the other signs."""
SURE = 2.0
"""A name with this score somewhere in the text is a place elsewhere too, unless as much speaks against it there."""
_ACRONYM = 5
"""Most letters of an acronym."""
_WIDE = ("country", "admin1", "region", "continent")
_BRACKETED = re.compile(r"(?<=\w) \((?P<short>[A-Z]{2,6})\)")
"""After a name, its acronym: "Balochistan Liberation Army (BLA)"; a place's own begins as the place does."""
_LANDMARK_WORDS = 3
"""Most words after the capitalised ones: "Zaporizhzhia nuclear power plant"."""


def recognise(
    text: str, words: Sequence[Word], gazetteer: Gazetteer, tagged: Sequence[Span] = (), people: Sequence[Span] = ()
) -> list[Toponym]:
    """The toponyms of a text in order, none overlapping another.

    ``tagged``: spans that a model takes for toponyms; ``people``: for names of persons.
    """
    names, folds = _possible(text, words)
    landmarks = _landmarks(text, words, names)
    folds |= {name: fold(name) for group in landmarks.values() for _, name in group}
    known = gazetteer.lookup_folded(folds)
    context = Context(_persons(words) | _family(text, people), _about(words, known), tuple(tagged), tuple(people))
    begun = dict(tagged)
    found: list[Toponym] = []
    k = 0
    while k < len(words):
        taken = _landmark(k, landmarks.get(k, ()), known) or _at(text, words, k, names.get(k, ()), known, context)
        named = words[k].start in begun and words[k].low not in listed("before", "direction")
        if (taken is None or taken.score <= 0) and named:
            taken = _as_tagged(text, words, k, begun[words[k].start], known)
        if taken is None:
            k += 1
            continue
        found.append(taken)
        k = taken.last + 1
    sure = {fold(t.core) for t in found if t.score >= SURE}
    found = [t for t in found if t.score > 0 or (t.score > -SURE and fold(t.core) in sure)]
    return of_one_kind(text, words, _without_acronyms(text, words, found))


def _without_acronyms(text: str, words: Sequence[Word], found: Sequence[Toponym]) -> list[Toponym]:
    """Without the words that the text gives as the acronym of some other name: the BLA of "… Army (BLA)".

    A country's acronym stays: "Goma (DRC)".
    """
    places = {words[t.last].end: t for t in found}
    acronyms = set()
    for made in _BRACKETED.finditer(text):
        named = places.get(made.start())
        if named is None or named.core[0] != made["short"][0]:
            acronyms.add(made["short"])
    return [t for t in found if t.core not in acronyms or any(e.kind == "country" for e in t.entries)]


def _as_tagged(
    text: str, words: Sequence[Word], k: int, end: int, known: Mapping[str, tuple[Entry, ...]]
) -> Toponym | None:
    """A name that only the model takes for a place; None for one that nobody knows and that is hardly a place's."""
    last = k
    while last + 1 < len(words) and words[last + 1].end <= end:
        last += 1
    name = text[words[k].start : words[last].end]
    small = next((at for at in range(k + 1, last) if words[at].low == "of" and not words[at - 1].capital), None)
    if not known.get(name) and small is not None:  # "Spinwam area of North Waziristan": two places
        return _as_tagged(text, words, k, words[small - 1].end, known)
    if not known.get(name) and _hardly_place(text, words[k : last + 1]):
        return None
    return Toponym(k, last, name, k, last, known.get(name, ()), None, 1.0, "context", name)


def _hardly_place(text: str, run: Sequence[Word]) -> bool:
    """A given name alone ("Oksana"), a plain word that opens its sentence ("Schools"), the start of a quoted name."""
    quoted = text[run[0].start - 1 : run[0].start] in ("“", '"') and run[0].start > 0
    if len(run) > 1 or run[0].loud:
        return quoted and not run[0].opens
    return quoted or run[0].low in given_names() or (run[0].opens and bool(lemmas_of(run[0].low)))


def _about(words: Sequence[Word], known: Mapping[str, tuple[Entry, ...]]) -> frozenset[str]:
    found = {country_of_demonym(word.text) for word in words if word.capital and len(word.text) > 3}
    for entries in known.values():
        for entry in entries[:5]:
            if entry.kind in ("country", "admin1"):
                found.add(entry.country)
    return frozenset(code for code in found if code)


def _possible(text: str, words: Sequence[Word]) -> tuple[dict[int, list[tuple[int, str]]], dict[str, str]]:
    """For each word that can begin a name, the (last word, name) of the names that could begin there, longest first.

    With them every name folded: its words, each folded by itself.
    """
    result: dict[int, list[tuple[int, str]]] = {}
    folds: dict[str, str] = {}
    for k in range(len(words)):
        if not can_begin(words, k):
            continue
        group: list[tuple[int, str]] = []
        folded = ""
        for last in range(k, min(k + LONGEST, len(words))):
            word = words[last]
            if last > k and not words[last - 1].joined:
                break
            folded = f"{folded} {fold(word.text)}".strip()
            if word.capital or (last > k and word.text[0].isdigit()):
                name = text[words[k].start : word.end]
                group.append((last, name))
                folds[name] = folded
            elif not (is_connector(word) or last == k):
                break
        if group:
            result[k] = group[::-1]
    return result, folds


def _landmarks(
    text: str, words: Sequence[Word], names: Mapping[int, Sequence[tuple[int, str]]]
) -> dict[int, list[tuple[int, str]]]:
    """As ``names``, with the small words after them that end a landmark's name: "Kakhovka dam", "Engels air base"."""
    result: dict[int, list[tuple[int, str]]] = {}
    for k, group in names.items():
        longest = group[0][0]
        last = longest
        while last + 1 < len(words) and words[last].joined and last < longest + _LANDMARK_WORDS:
            last += 1
            if words[last].low in landmark_words():
                result.setdefault(k, []).insert(0, (last, text[words[k].start : words[last].end].removeprefix("The ")))
    return result


def _landmark(k: int, names: Sequence[tuple[int, str]], known: Mapping[str, tuple[Entry, ...]]) -> Toponym | None:
    for last, name in names:
        entries = tuple(entry for entry in known.get(name, ()) if entry.id.startswith(LANDMARK))
        if entries:
            return Toponym(k, last, name, k, last, entries, "facility", SURE, "gazetteer", name)
    return None


def _persons(words: Sequence[Word]) -> frozenset[str]:
    """Family names of the text: the capitalised word after a given name or a title."""
    found: set[str] = set()
    for one, other in pairwise(words):
        if one.loud or not (one.capital and other.capital) or not (one.joined or one.low in listed("before", "title")):
            continue
        if one.low in given_names() or one.low in listed("before", "title"):
            found.add(other.low)
    return frozenset(found - given_names())


def _family(text: str, people: Sequence[Span]) -> frozenset[str]:
    """The last words of full names."""
    return frozenset(text[start:end].rsplit(maxsplit=1)[-1].lower() for start, end in people if " " in text[start:end])


def _at(
    text: str,
    words: Sequence[Word],
    k: int,
    names: Sequence[tuple[int, str]],
    known: Mapping[str, tuple[Entry, ...]],
    context: Context,
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
    if following is not None and is_inner(following) and following.joined and last + 2 < len(words):
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
    context: Context,
) -> Toponym | None:
    for last, name in names:
        entries = _as_written(text, words[k], name, known[name]) if name in known else ()
        if not entries or _hardly(words, k, last, fold(name)):
            continue
        wide = any(e.kind in ("country", "admin1") for e in entries)
        if last == k and country_of_demonym(name) and (not wide or _qualifies(words, k)):
            return None
        signs = features(text, words, k, last, entries, context)
        score = sum(weights()[sign] * value for sign, value in signs.items())
        if any(words[k].start < end and start < words[last].end for start, end in context.tagged):
            score += TAGGED
        if any(_belongs((words[k].start, words[last].end), span, single=k == last) for span in context.people):
            score -= TAGGED
        first, end, kind = with_kind(words, k, last)
        whole = text[words[first].start : words[end].end]
        return Toponym(first, end, name, k, last, entries, kind, round(score, 3), "gazetteer", whole)
    return None


def _belongs(name: Span, person: Span, *, single: bool) -> bool:
    """Whether a name is a person's or part of it; several words that a gazetteer has are hardly all of a person's."""
    return person[0] <= name[0] and name[1] <= person[1] and (single or name != person)


def _qualifies(words: Sequence[Word], k: int) -> bool:
    """A people's name before what is of it: "the Somali group"; the "Somali region" is a place."""
    after = words[k + 1] if k + 1 < len(words) and words[k].joined else None
    plain = after is not None and not after.capital and not words[k].loud
    return plain and after is not None and after.low not in kinds_after() and bool(lemmas_of(after.low))


def _as_written(text: str, word: Word, name: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Without the places whose acronym only sounds like the name: "Sadr" is not the SADR, "IRNA" not Irna."""
    if word.loud or len(name) > _ACRONYM or not name.isalpha():
        return entries
    upper = name.isupper()
    dateline = word.start == 0 or text[word.start - 1] == "\n"
    if upper and not dateline:
        return tuple(e for e in entries if e.matched.isupper() or e.kind in _WIDE or len(name) < 3)
    return entries if upper else tuple(e for e in entries if not e.matched.isupper())


def _hardly(words: Sequence[Word], first: int, last: int, low: str) -> bool:
    """Whether the words are hardly ever a name: common words, a lone article, "I'll", "The City"."""
    if words[first].low == "the" and last > first:
        return low.removeprefix("the ") in listed("never", "words")
    if first < last:
        return all(w.low in listed("never", "words") for w in words[first : last + 1]) and words[first].loud
    text = words[first].text
    return (
        low in listed("never", "words")
        or len(low) < 2
        or is_article(words[first])
        or (len(text) < 6 and text[1] in "'’")
    )
