"""The article as words, with what each could be to a place name; and the word lists, as sets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from hearsay.codebook import table, words_at

_WORD = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}|[^\W_]+(?:[’'‘ʼ`´ʿʾ][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’'ʼ`´][sS]$")
_JOIN = re.compile(r"[ \u00a0]{1,2}|[-‐‑]|\n(?=\S)")
_SENTENCE_ENDS = frozenset([*".!?:;\n", ""])
_ABBREVIATED = frozenset("st ft mt ste n s e w pt".split())
_CONNECTORS = frozenset(
    "al el ad ed an en ar er as es ash esh at et az ez adh ath ul il de del la las los da do dos das di du des le "
    "les of the and e y i upon sur am der en on und van den in bin abu umm bei au aux sous lès les a".split()
)
_ARTICLES = frozenset("al el ad ed an ar er as es ash esh at et az ez adh ath ul il".split())
_ENGLISH = frozenset("at as an".split())
"""Articles that are English words when they stand alone."""
LONGEST = 6
"""Most words of a name."""


class Word(NamedTuple):
    """A word of the text: its span, itself without a possessive 's, and how it is joined to the next."""

    start: int
    end: int
    text: str
    low: str
    capital: bool
    """Written with a capital where capitals mean something, or of a script that has none."""
    loud: bool
    """In a passage all in capitals, where a capital says nothing."""
    joined: bool
    """Only a space or a hyphen stands between this word and the next."""
    hyphen: bool
    opens: bool
    """First of its sentence, as far as punctuation tells."""


def words_of(text: str) -> list[Word]:
    """The words of a text in order. Linear in its length."""
    found = [(m.start(), _without_possessive(m)) for m in _WORD.finditer(text)]
    loud = _loud_lines(text)
    result: list[Word] = []
    line_end, line_loud = -1, False
    for k, (start, end) in enumerate(found):
        if start >= line_end:
            newline = text.find("\n", start)
            line_end = len(text) if newline < 0 else newline + 1
            line_loud = text.rfind("\n", 0, start) + 1 in loud
        word = text[start:end]
        after = found[k + 1][0] if k + 1 < len(found) else len(text)
        gap = text[end : min(after, end + 4)]
        low = word.casefold()
        dotted = gap == ". " and low in _ABBREVIATED
        before = text[max(0, start - 4) : start].rstrip(" \u00a0\"'“‘«(—–-")
        capital = not word[0].islower() and not word[0].isdigit()
        joined = after < len(text) and (gap == " " or dotted or (len(gap) <= 2 and _JOIN.fullmatch(gap) is not None))
        opens = before[-1:] in _SENTENCE_ENDS
        result.append(Word(start, end, word, low, capital, line_loud, joined, gap in ("-", "‐", "‑"), opens))
    return result


def _without_possessive(match: re.Match[str]) -> int:
    word = match[0]
    owner = len(word) > 3 and _POSSESSIVE.search(word)
    return match.end() - (2 if owner else 0)


def _loud_lines(text: str) -> frozenset[int]:
    """Starts of the lines that are nearly all in capitals (and of lines too short to tell, beside such a one)."""
    loud: list[int] = []
    start, before = 0, False
    for line in text.split("\n"):
        upper, lower = sum(map(str.isupper, line)), sum(map(str.islower, line))
        is_loud = upper > 4 * lower if upper + lower > 20 else before and not lower
        if is_loud:
            loud.append(start)
        if line.strip():
            before = is_loud
        start += len(line) + 1
    return frozenset(loud)


def can_begin(words: Sequence[Word], k: int) -> bool:
    """Whether a name may begin with word ``k``: a capital, or an article joined to one ("al-Bab")."""
    word = words[k]
    if word.capital:
        return True
    if word.low in _ARTICLES and word.joined and k + 1 < len(words) and words[k + 1].capital:
        return word.hyphen or word.low in ("al", "el")
    return False


def is_connector(word: Word) -> bool:
    """Whether the word may stand small inside a name ("Khan al-Ahmar", "Dar es Salaam")."""
    return word.low in _CONNECTORS


def is_article(word: Word) -> bool:
    """Whether the word is an Arabic article in one of its Latin spellings."""
    return word.low in _ARTICLES


def is_inner(word: Word) -> bool:
    """Whether the word is an article inside a name; "at", "as" and "an" only with a capital or a hyphen."""
    return is_article(word) and (word.capital or word.hyphen or word.low not in _ENGLISH)


def is_locative(words: Sequence[Word], first: int, kind: str) -> bool:
    """Whether the word before ``first`` is of the list ``before.kind`` and leads to a place: not "according to X"."""
    before = words[first - 1]
    someone = before.low == "to" and first > 1 and words[first - 2].low in listed("before", "to_someone")
    return before.low in listed("before", kind) and not someone


@cache
def _words() -> dict[str, Any]:
    return table("place_words")


def listed(*path: str) -> frozenset[str]:
    """A word list of ``place_words.toml`` as a set: ``listed("before", "title")``."""
    return words_at("place_words", *path)


@cache
def kinds_after() -> dict[str, str]:
    """Kind words after a name ("province") and the gazetteer's kind."""
    return dict(_words()["after"]["kind"])


@cache
def kinds_of() -> dict[str, str]:
    """Kind words before "of" and a name ("the city of"), in singular and plural, and the gazetteer's kind."""
    known = {word: kinds_after()[word] for word in listed("before", "kind_of")}
    return known | {plural_of(word): kind for word, kind in known.items()}


@cache
def kinds_after_several() -> dict[str, str]:
    """Kind words after several names ("the X and Y regions") and the gazetteer's kind."""
    return {plural_of(word): kind for word, kind in kinds_after().items()}


def plural_of(word: str) -> str:
    """ "Cities", "provinces": of a kind of place."""
    return word[:-1] + "ies" if word.endswith(("ty", "ry")) else word + "s"


@cache
def given_names() -> frozenset[str]:
    """Given names, in lower case."""
    return frozenset(name for group in table("given_names").values() for name in group.split())
