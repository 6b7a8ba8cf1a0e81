"""Numeric expressions: "at least a dozen", "between 30 and 40", "0.5 million", "scores", "another two".

A grammar over the tokens of a sentence. Its words and values are in ``codebook/measures.toml``. Dates, clock times,
ages, money, percentages, ordinals and numbers in names (Division 25, M-16) are no expressions here; what a number
counts, if anything, is for :mod:`hearsay.claims.counts`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from hearsay.claims.number_names import is_no_quantity
from hearsay.codebook import table
from hearsay.reading.tokens import Token, tokens
from hearsay.records import Span

Relation = Literal["stated", "additional", "all"]

_UNITS = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10.0 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")  # 1,200 and, as in India, 1,00,000
_BEFORE_OVER = ("hand", "turn", "sign", "flew", "fly", "flies")
_HIGHEST = 1e10  # beyond it a run of digits is an identifier
_CHANGES = (
    "rise",
    "rose",
    "risen",
    "increas",
    "jump",
    "climb",
    "up",
    "grew",
    "grow",
    "rais",
    "revis",
    "fell",
    "fall",
    "drop",
)
_LONGEST = 4  # words in the longest phrase of the tables


@dataclass(frozen=True, slots=True)
class NumberFound:
    """One numeric expression with its modifiers; ``first`` to ``last`` (exclusive) index the sentence's tokens."""

    first: int
    last: int
    span: Span
    low: float | None
    best: float | None
    high: float | None
    approximate: bool = False
    vague: bool = False
    relation: Relation = "stated"


@dataclass(frozen=True, slots=True)
class _Value:
    low: float
    last: int
    high: float | None
    """The same as ``low`` for one figure, the upper end of a range, null for a vague word."""
    approximate: bool = False
    vague: bool = False


def find_numbers(text: str, span: Span) -> tuple[NumberFound, ...]:
    """The numeric expressions in ``text[span]``, in order, without overlap."""
    return numbers_in(tokens(text, span))


def plain_number(word: str) -> float | None:
    """The number that one word says: ``5``, ``five``, ``twenty-five``; None for any other word."""
    if word.isascii() and word.isdigit():
        return float(word)
    tens, _, unit = word.partition("-")
    if tens in _TENS and (not unit or unit in _UNITS):
        return _TENS[tens] + _UNITS.get(unit, 0.0)
    return _UNITS.get(word)


def numbers_in(words: Sequence[Token]) -> tuple[NumberFound, ...]:
    """The numeric expressions among the tokens of one sentence, in order, without overlap."""
    found: list[NumberFound] = []
    at = 0
    while at < len(words):
        number = _expression(words, at)
        if number is None:
            at += 1
        else:
            found.append(number)
            at = number.last
    return tuple(found)


def _expression(words: Sequence[Token], first: int) -> NumberFound | None:
    """Modifiers, a value, and what may follow it; the expression must start at ``first``."""
    if not _may_begin(words[first].lower):
        return None
    modifiers: list[str] = []
    at = first
    if first > 1 and words[first].text[0].isdigit() and _is_score(words, first - 1):
        return None
    bounded = words[first].lower in ("between", "from")
    if bounded:
        at += 1
    if words[first].lower == "over" and first and words[first - 1].lower.startswith(_BEFORE_OVER):
        return None  # "handed over 17 suspects": the verb has it
    while (step := _phrase(words, at, _modifiers())) is not None and len(modifiers) < 4:
        modifiers.append(step[0])
        at = step[1]
    if at < len(words) and modifiers and words[at].lower in ("the", "a") and "all" in modifiers:
        at += 1
    value = _value(words, at)
    if value is None or is_no_quantity(words, at, value.last):
        return None
    if not _rises(words, first):
        value = _range(words, value, bounded=bounded)
    if (bounded and (value.high is None or value.high <= value.low)) or _is_score(words, value.last):
        return None
    last = value.last
    while (step := _phrase(words, last, _endings())) is not None:
        modifiers.append(step[0])
        last = step[1]
    return _bounds(words, first, replace(value, last=last), frozenset(modifiers))


def _may_begin(word: str) -> bool:
    """Whether an expression can begin with this word: most words are told apart so, without a look at what follows."""
    opens = word in _openers() or word[0].isdigit()
    return opens or (word.partition("-")[0] if "-" in word else word) in _small_numbers()


def _bounds(words: Sequence[Token], first: int, value: _Value, modifiers: frozenset[str]) -> NumberFound:
    low: float | None = value.low
    best: float | None = value.low
    high: float | None = value.high
    approximate, vague = value.approximate or "about" in modifiers, value.vague
    if high is not None and high > value.low:
        best = None
    if "below" in modifiers:
        low, best, high = None, None, (value.high or value.low) - (1 if value.low > 1 else 0)
    elif "at_most" in modifiers:
        low, best, high = None, None, value.high or value.low
    elif "over" in modifiers:
        low = best = value.low + (1 if value.low.is_integer() and not vague else 0)
        high = None
    elif "at_least" in modifiers:
        low = best = value.low
        high = None
    elif "about" in modifiers and not vague and best is not None:
        low = high = None
    relation: Relation = "additional" if "additional" in modifiers else "all" if "all" in modifiers else "stated"
    span = (words[first].start, words[value.last - 1].end)
    return NumberFound(first, value.last, span, low, best, high, approximate, vague, relation)


def _range(words: Sequence[Token], value: _Value, *, bounded: bool) -> _Value:
    """``30-40``, ``three to five``, ``two or three``, ``between 30 and 40``; both ends must rise."""
    at = value.last
    if value.high is None or at + 1 >= len(words):
        return value
    link = words[at].lower
    joined = link in "-–—" and words[at - 1].end == words[at].start
    if not (joined or link in ("to", "or", "till") or (bounded and link == "and")):
        return value
    upper = _value(words, at + 1)
    if upper is None or upper.high is None or is_no_quantity(words, at + 1, upper.last):
        return value
    low = value.low
    scale = _scale_before(words, upper.last)
    if low < upper.low and scale and low * scale < upper.low and words[value.last - 1].lower not in _scales():
        low *= scale  # "2 to 3 million": the scale is said once
    return replace(upper, low=low, high=upper.low) if low < upper.low else value


def _scale_before(words: Sequence[Token], last: int) -> float | None:
    return _scales().get(words[last - 1].lower)


def _is_score(words: Sequence[Token], last: int) -> bool:
    """Digits joined to further digits that make no range: "won 2-1", "25-12-2019"."""
    return (
        last + 1 < len(words)
        and words[last].lower in "-–"
        and words[last - 1].end == words[last].start
        and words[last + 1].start == words[last].end
        and words[last + 1].text[0].isdigit()
    )


def _rises(words: Sequence[Token], first: int) -> bool:
    """Whether a rise begins here: "rose from 12 to 31" holds two figures, no range."""
    start = first - 1 if first and words[first - 1].lower == "from" else first
    return start > 0 and words[start].lower == "from" and words[start - 1].lower.startswith(_CHANGES)


def _value(words: Sequence[Token], at: int) -> _Value | None:
    """The figure, word or vague word that starts at ``at``."""
    step = _phrase(words, at, _vague_and_collective())
    if step is not None:
        word, last = step
        if word in table("measures")["vague"]:
            scale, last = _scaled(words, last)
            return _Value(float(table("measures")["vague"][word]) * scale, last, None, approximate=True, vague=True)
        scale, last = _scaled(words, last)
        value = float(table("measures")["collective"][word]) * scale
        return _Value(value, last, value, approximate="couple" in word)
    if (
        words[at : at + 1]
        and words[at].lower in ("hundred", "thousand")
        and at + 1 < len(words)
        and words[at + 1].lower == "and"
    ):
        # Without "a", as said in South Asia: "hundred and twenty men".
        rest = _below_hundred(words, at + 2)
        if rest is not None:
            return _Value(_scales()[words[at].lower] + rest[0], rest[1], _scales()[words[at].lower] + rest[0])
    plain = _figure(words, at) or _spelled(words, at)
    if plain is None:
        return None
    value, last = plain
    if value > _HIGHEST:
        return None
    if last + 2 < len(words) and [w.lower for w in words[last : last + 3]] == ["and", "a", "half"]:
        value, last = value + 0.5, last + 3
    scale, last = _scaled(words, last)
    odd = words[at].lower.endswith("-odd")
    return _Value(value * scale, last, value * scale, approximate=odd)


def _scaled(words: Sequence[Token], at: int) -> tuple[float, int]:
    """The product of the scale words from ``at`` on ("hundred thousand", "dozen"), and where they end."""
    scale = 1.0
    while at < len(words) and words[at].lower in _scales() and scale < _HIGHEST:
        scale *= _scales()[words[at].lower]
        at += 1
    return scale, at


def _figure(words: Sequence[Token], at: int) -> tuple[float, int] | None:
    """Digits: ``12``, ``1,200``, ``1 200``, ``0.5``; "60-odd" and "60-plus" keep their tail in one token."""
    if at >= len(words):
        return None
    text = words[at].lower
    for tail in ("-odd", "-plus"):
        text = text.removesuffix(tail)
    if _GROUPED.fullmatch(text):
        return float(text.replace(",", "")), at + 1
    if not (text.isascii() and _DIGITS.fullmatch(text)):
        return None
    last = at + 1
    if len(text) <= 3 and text[0] != "0":
        while last < len(words) and last - at < 4 and _is_thousands_group(words, last):
            text += words[last].text
            last += 1
    return float(text), last


def _is_thousands_group(words: Sequence[Token], at: int) -> bool:
    """Three digits one space after digits, and a word after them: the rest of ``1 200 people``."""
    word, before = words[at], words[at - 1]
    followed = at + 1 < len(words) and words[at + 1].text[0].isalnum()
    return len(word.text) == 3 and word.text.isdigit() and word.start - before.end == 1 and followed


def _spelled(words: Sequence[Token], at: int) -> tuple[float, int] | None:
    """``twenty-two``, ``two hundred and fifty``, ``three thousand five hundred``."""
    total, last = 0.0, at
    while last < len(words) and last - at < 12:
        small = _below_hundred(words, last)
        if small is None:
            break
        value, last = small
        scale, after = _scaled(words, last)
        if scale == 1.0:
            return total + value, last
        value, last = value * scale, after
        if scale == 100.0 and (rest := _after_and(words, last)) is not None:
            value, last = value + rest[0], rest[1]
            scale, last = _scaled(words, last)
            value *= scale
        total += value
        if scale not in (100.0, 1000.0, 1e5, 1e6):
            return total, last
        if last < len(words) and words[last].lower == "and" and _below_hundred(words, last + 1) and scale > 100.0:
            last += 1
        if _below_hundred(words, last) is None or scale == 100.0:
            return total, last
    return (total, last) if last > at else None


def _after_and(words: Sequence[Token], at: int) -> tuple[float, int] | None:
    start = at + 1 if at < len(words) and words[at].lower == "and" else at
    rest = _below_hundred(words, start)
    if rest is None or (start > at and words[rest[1] - 1].lower in ("one", "two") and rest[0] < 3):
        return None  # "a hundred and one injured" is read as two figures
    return rest


def _below_hundred(words: Sequence[Token], at: int) -> tuple[float, int] | None:
    if at >= len(words):
        return None
    tens, _, unit = words[at].lower.removesuffix("-odd").removesuffix("-plus").partition("-")
    if tens in _UNITS and not unit:
        return _UNITS[tens], at + 1
    if tens in _TENS and (not unit or unit in _UNITS):
        value = _TENS[tens] + _UNITS.get(unit, 0.0)
        following = words[at + 1].lower if at + 1 < len(words) else ""
        if not unit and 1 <= _UNITS.get(following, 0.0) <= 9:
            return value + _UNITS[following], at + 2
        return value, at + 1
    return None


def _phrase(words: Sequence[Token], at: int, phrases: Mapping[str, str]) -> tuple[str, int] | None:
    """The value of the longest phrase that starts at ``at``, and where it ends."""
    for last in range(min(at + _LONGEST, len(words)), at, -1):
        value = phrases.get(" ".join(word.lower for word in words[at:last]))
        if value is not None:
            return value, last
    return None


@cache
def _openers() -> frozenset[str]:
    """First words of the phrases that may begin an expression."""
    phrases = (*_modifiers(), *_vague_and_collective(), "between", "from", "hundred", "thousand")
    return frozenset(phrase.split(" ")[0] for phrase in phrases)


@cache
def _small_numbers() -> frozenset[str]:
    return frozenset((*_UNITS, *_TENS))


@cache
def _modifiers() -> dict[str, str]:
    return {phrase: kind for kind, phrases in table("measures")["modifiers"].items() for phrase in phrases}


@cache
def _endings() -> dict[str, str]:
    return {phrase: kind for kind, phrases in table("measures")["after"].items() for phrase in phrases}


@cache
def _scales() -> dict[str, float]:
    return {word: float(value) for word, value in table("measures")["scale"].items()}


@cache
def _vague_and_collective() -> dict[str, str]:
    values = table("measures")
    return {
        spelling: word
        for word in (*values["vague"], *values["collective"])
        for spelling in (
            word,
            word.replace(" ", "-"),
            word.removeprefix("a ") if word.startswith("a quarter") else word,
        )
    }
