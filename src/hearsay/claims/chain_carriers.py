"""Who carried the word: agencies and broadcasters between the one who spoke and the publisher."""

from __future__ import annotations

import re
from functools import cache

from hearsay.articles.dateline import is_agency
from hearsay.claims.chain_speakers import words_in, words_of
from hearsay.codebook import table
from hearsay.places.countries import country_of_demonym
from hearsay.reading.attribution_sources import Sentence
from hearsay.records import Span

_WORD = re.compile(r"[^\s,;:()“”\"]+")


def is_carrier(words: str) -> bool:
    """Whether the words name a news organisation ('the Russian Sputnik news agency', 'Army Radio', 'AFP')."""
    plain = words_in(words)
    if "and" in plain or not plain or not any(w[:1].isupper() for w in words.split() if w.lower() != "the"):
        return False
    bare = [w for w in plain if w not in words_of("carriers", "before")]
    if not bare or all(w in words_of("carriers", "listeners") for w in bare):
        return False
    if is_agency(words) or is_agency(" ".join(bare)) or " ".join(bare) in words_of("carriers", "names"):
        return True
    if any(is_agency(w) for w in words.split() if w.isupper() and len(w) > 1):
        return True
    tail = [w for w in plain if w not in ("correspondent", "reporter", "journalist")]
    return bool(tail) and (
        next(w for w in plain if w not in ("the", "a", "an")) in words_of("carriers", "firsts")
        or tail[-1] in words_of("carriers", "heads")
        or " ".join(tail[-2:]) in words_of("carriers", "heads")
    )


def carrier_core(text: str, span: Span) -> Span:
    """The carrier's name without what describes it: 'the Russian Sputnik news agency' → 'Sputnik'."""
    pieces = [(m.start(), m.end()) for m in _WORD.finditer(text, *span)]

    def lower(k: int) -> str:
        return re.sub(r"['’]s?$", "", text[pieces[k][0] : pieces[k][1]].lower())

    def named(first: int, last: int) -> bool:
        rest = range(first, last)
        return any(text[pieces[k][0]].isupper() and not country_of_demonym(text[slice(*pieces[k])]) for k in rest)

    first, last = 0, len(pieces)
    while (
        last - first > 1
        and lower(last - 1) in words_of("carriers", "after")
        and text[pieces[last - 1][0]].islower()
        and named(first, last - 1)
    ):
        last -= 1
    while last - first > 1 and named(first + 1, last):
        word = text[slice(*pieces[first])]
        described = (
            lower(first).endswith(tuple(sorted(words_of("carriers", "endings"))))
            or (lower(first) in words_of("carriers", "before") and (word[0].islower() or word == "The"))
            or (country_of_demonym(word) is not None)
        )
        if not described:
            break
        first += 1
    end = pieces[last - 1][1]
    while end > pieces[last - 1][0] and re.search(r"(?:['’]s?|[.,])$", text[pieces[last - 1][0] : end]):
        end -= len(re.search(r"(?:['’]s?|[.,])$", text[pieces[last - 1][0] : end]).group())  # type: ignore[union-attr]
    return (pieces[first][0], end)


@cache
def _links() -> re.Pattern[str]:
    parts = sorted(table("speakers")["carriers"]["links"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in parts) + r")\s+", re.IGNORECASE)


def carriers_in(text: str, sentence: Sentence, content: Span, heard_from: int | None) -> list[Span]:
    """The carriers a sentence names outside ``content``, in order; ``heard_from`` is where a listener may begin."""
    found: list[Span] = []
    if heard_from is not None:
        listener = group_from(sentence, heard_from)
        if listener is not None and is_carrier(text[slice(*listener)]):
            found.append(listener)
    for match in _links().finditer(text, *sentence.span):
        if content[0] <= match.start() < content[1]:
            continue
        carrier = group_from(sentence, match.end())
        if carrier is not None and carrier not in found and is_carrier(text[slice(*carrier)]):
            found.append(carrier)
    return [carrier_core(text, span) for span in found]


def group_from(sentence: Sentence, offset: int) -> Span | None:
    """The noun group whose first word begins at ``offset`` (or after the space there)."""
    for first, last in sentence.noun_at.items():
        if 0 <= sentence.words[first].start - offset <= 1:
            return (sentence.words[first].start, sentence.words[last - 1].end)
    return None
