"""Numbers that are no quantity: dates, clock times, ages, money, percentages, parts of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from hearsay.codebook import table
from hearsay.reading.tokens import Token

_MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec""".split()
)
_MONEY_BEFORE = frozenset("$ € £ ₹ inr rs usd us$ eur gbp pkr rupees".split())
_PERCENT = frozenset("% percent per-cent pct percentage".split())
_CLOCK = frozenset("am pm a.m p.m a.m. p.m. o'clock o’clock hrs hours gmt ist noon".split())
_YEAR_BEFORE = frozenset(
    "in since of the by until till from during early late mid after before between and for around year".split()
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SMALL = re.compile(r"\d{1,2}")
_LAST_DAY = 31


def is_no_quantity(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether the value in ``words[first:last]`` is a date, time, age, sum of money, share, score or part of a name."""
    before = words[first - 1] if first else None
    after = words[last] if last < len(words) else None
    return (
        _is_glued(words, first, last)
        or _is_date(words, first, last)
        or _is_age(words, first, last)
        or _is_age_before(words, last)
        or _is_year(words, first, last)
        or (before is not None and before.lower in _MONEY_BEFORE)
        or (before is not None and before.lower == "." and _is_bare_point(words, first))
        or (before is not None and before.lower in _numbered_after() and words[first].text[0].isdigit())
        or (
            before is not None
            and before.lower == "."
            and first > 1
            and words[first - 2].lower in ("rs", "no", "nos", "inr")
        )
        or (after is not None and (after.lower in _PERCENT or _is_clock(words, first, last)))
        or (after is not None and after.lower == "per" and last + 1 < len(words) and words[last + 1].lower == "cent")
        or _is_pronoun_one(words, first, last)
    )


_AGE_UNIT = re.compile(r"(?:year|month|week|day)s?[ -]old\b")


def _is_age_before(words: Sequence[Token], last: int) -> bool:
    """ "A 22 year-old youth", "22 years old", "a five month old boy"."""
    after = " ".join(w.lower for w in words[last : last + 2])
    return _AGE_UNIT.match(after) is not None


def _is_glued(words: Sequence[Token], first: int, last: int) -> bool:
    """Digits that touch a letter, a mark or other digits: M-16, 2:30, 24/7, 2-1."""
    if not words[first].text[0].isdigit():
        return False
    before = words[first - 1] if first else None
    after = words[last] if last < len(words) else None
    if first > 1 and before is not None and before.lower == "-" and words[first - 2].end == before.start:
        return words[first - 2].text.isalpha()  # "AK- 47", "AK-47"
    if before is not None and before.end == words[first].start and (before.text[-1].isalnum() or before.text in ":/#_"):
        return True
    if after is None or after.start != words[last - 1].end:
        return False
    digit_next = last + 1 < len(words) and words[last + 1].start == after.end and words[last + 1].text[0].isdigit()
    return (after.text[0].isalnum() and after.lower not in _PERCENT) or (after.text in ":/" and digit_next)


def _is_bare_point(words: Sequence[Token], first: int) -> bool:
    """The calibre in ``.303``: a point with nothing before it."""
    return words[first - 1].end == words[first].start and (first < 2 or words[first - 2].end < words[first - 1].start)


def _is_date(words: Sequence[Token], first: int, last: int) -> bool:
    """A day or year beside a month: ``12 February``, ``Feb. 9``, ``June 4, 2014``, ``12February``."""
    if last - first != 1 or not words[first].text.isdigit():
        return False
    after = words[last].lower if last < len(words) else ""
    day = _SMALL.fullmatch(words[first].text) is not None and int(words[first].text) <= _LAST_DAY
    if day and (after in _MONTHS or (after == "of" and last + 1 < len(words) and words[last + 1].lower in _MONTHS)):
        return after != "may" or (last < len(words) and words[last].text[0].isupper())
    back = first - 1
    while (
        back >= 0
        and first - back < 5
        and (words[back].lower in ".,/–-" or _SMALL.match(words[back].text) or words[back].lower in ("and", "of"))
    ):
        back -= 1
    if back < 0 or words[back].lower not in _MONTHS or not words[back].text[0].isupper():
        return False
    if _YEAR.fullmatch(words[first].text):
        return True
    if words[first - 1].lower == "," and first - 2 == back and last < len(words) and words[last].tag == "NOUN":
        return False  # "in January, 17 people"
    # "On June 4 12 people" has its day already; "June 4 and 5" has not.
    if back and _SMALL.fullmatch(words[back - 1].text) and words[first - 1].lower in _MONTHS:
        return False  # "on 19 November 58 people": the month has its day
    return (
        day and back >= first - (1 if words[first - 1].lower in _MONTHS else 4) and not _day_taken(words, back, first)
    )


def _day_taken(words: Sequence[Token], month: int, first: int) -> bool:
    between = words[month + 1 : first]
    return any(w.text[0].isdigit() for w in between) and not any(w.lower in ("and", "-", "–", "/") for w in between)


def _is_year(words: Sequence[Token], first: int, last: int) -> bool:
    if last - first != 1 or not _YEAR.fullmatch(words[first].text):
        return False
    before = words[first - 1].lower if first else ""
    after = words[last] if last < len(words) else None
    counted = after is not None and after.tag in ("NOUN", "ADJ") and after.text[0].islower()
    return before in _YEAR_BEFORE or not counted


def _is_age(words: Sequence[Token], first: int, last: int) -> bool:
    """``(35)`` and ``, 35,`` after a name, ``35 years old``, ``35-year-old``."""
    if last - first != 1:
        return False
    before = words[first - 1].lower if first else ""
    after = words[last].lower if last < len(words) else ""
    digits = _SMALL.fullmatch(words[first].text) is not None
    if digits and before in "([" and before and after in ")]" and after:
        return True
    if [w.lower for w in words[last : last + 2]] in (["of", "them"], ["of", "whom"], ["of", "those"], ["of", "these"]):
        return False  # "on Sunday, 31 of them"
    named = first > 1 and words[first - 2].tag == "PROPN"
    if (
        digits
        and before == ","
        and named
        and (not after or after in ",.;)" or after in ("and", "who", "was", "were", "of", "from"))
    ):
        return True
    following = [w.lower for w in words[last : last + 2]]
    return following[:1] in (["years"], ["year"]) and following[1:] in (["old"], ["of"]) and digits


def _is_clock(words: Sequence[Token], first: int, last: int) -> bool:
    after = words[last].lower
    if after in ("hours", "hrs", "ist", "gmt"):
        return re.fullmatch(r"[0-2]\d[.:]?[0-5]\d", words[first].text) is not None
    return after in _CLOCK and words[first].text[0].isdigit()


def _is_pronoun_one(words: Sequence[Token], first: int, last: int) -> bool:
    """``no one``, ``one another``, ``this one``: no number."""
    if words[first].lower != "one" or last - first != 1:
        return False
    before = words[first - 1].lower if first else ""
    after = words[last].lower if last < len(words) else ""
    return before in ("no", "any", "every", "this", "that", "each", "some", "which", "the", "such", "day") or after in (
        "another",
        "day",
        "’s",
        "'s",
    )


@cache
def _numbered_after() -> frozenset[str]:
    return frozenset(table("measures")["numbered_after"]["words"])
