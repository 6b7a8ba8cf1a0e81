"""Dates as pages write them: read word by word by a small grammar, never fuzzily, never with the clock's help.

A date is a day with its year, in numbers or with a month's name, and perhaps a time and an offset, in either order,
with weekdays and the like round them (``codebook/article_dates.toml``). What the grammar does not know ends the date.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from hearsay.articles.calendars import Calendar, numeric_calendar, to_gregorian
from hearsay.articles.datewords import AM, ERAS, FILLER, MONTHS, PM, ZONES, Words
from hearsay.articles.fold import fold

_LONGEST = 160
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_ORDINALS = frozenset("st nd rd th er re º ª go ого е ე го".split())
_SEPARATORS = frozenset(",-–—/|.·•()[]:،؛*")
_DAY, _YEAR = (1, 2), (4,)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, perhaps with a time and an offset."""

    day: dt.date
    time: str | None = None
    """``HH:MM`` or ``HH:MM:SS``."""
    offset: str | None = None
    """``Z`` or ``+HH:MM``; only with a time."""
    calendar: Calendar = "gregorian"
    ambiguous: bool = False
    """Written in numbers that could as well be month first."""
    complete: bool = True
    """Nothing else stood in the text."""

    def iso(self) -> str:
        """ISO 8601, as precise as the page."""
        if self.time is None:
            return self.day.isoformat()
        return f"{self.day.isoformat()}T{self.time}{self.offset or ''}"


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def number(self) -> bool:
        return self.text[0].isdecimal()


@dataclass(frozen=True, slots=True)
class _Day:
    day: dt.date
    calendar: Calendar
    end: int
    ambiguous: bool = False


def read_date(text: str, *, language: str | None = None, month_first: bool = False) -> Stamp | None:
    """The date at the beginning of ``text``, or None. ``month_first`` reads 2/12/2020 as 12 February.

    Where a Jalali or Hijri date stands beside its Gregorian one, the Gregorian counts.
    """
    tokens = _tokens(fold(text[:_LONGEST]))
    found: _Day | None = None
    time = offset = None
    at = 0
    while at < len(tokens):
        moved = at
        if time is None and (clock := _time(tokens, at, after_day=found is not None)):
            time, at = clock
            offset, at = _offset(tokens, at)
        elif day := _day(tokens, at, language, month_first):
            if found and found.calendar == "gregorian" and day.calendar == "gregorian":
                break
            found = day if not found or day.calendar == "gregorian" else found
            at = day.end
        else:
            at = _past_filler(tokens, at)
        if at == moved:
            break
    if found is None:
        return None
    return Stamp(found.day, time, offset, found.calendar, found.ambiguous, at >= len(tokens))


def _tokens(text: str) -> list[_Token]:
    """Numbers, words, signs. A year to which the next thing is glued (``9 Feb 20249 Feb 2024``) is set free."""
    tokens: list[_Token] = []
    for match in _TOKEN.finditer(text):
        token = _Token(match[0], match.start(), match.end())
        if token.number and len(token.text) in (5, 6) and token.text.startswith(("19", "20")) and _after_month(tokens):
            year_end = token.start + 4
            tokens.append(_Token(token.text[:4], token.start, year_end))
            token = _Token(token.text[4:], year_end, token.end)
        tokens.append(token)
    return tokens


def _after_month(tokens: list[_Token]) -> bool:
    return any(MONTHS.at([token.text]) for token in tokens[-3:])


def _day(tokens: list[_Token], at: int, language: str | None, month_first: bool) -> _Day | None:
    if month := MONTHS.at(_texts(tokens, at)):
        return _month_first(tokens, at, month)
    if not tokens[at].number:
        return None
    size = len(tokens[at].text)
    if size == 8:
        stamp = tokens[at].text
        return _made(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:]), "gregorian", at + 1)
    if size in (*_DAY, *_YEAR):
        return _all_numbers(tokens, at, language, month_first) or _named_month(tokens, at)
    return None


def _all_numbers(tokens: list[_Token], at: int, language: str | None, month_first: bool) -> _Day | None:
    """2020-02-12, 2020年2月12日, 12.02.2020, 12/2/20, 1398/11/23."""
    if len(tokens) < at + 5 or not (tokens[at + 2].number and tokens[at + 4].number):
        return None
    seps = tokens[at + 1].text + tokens[at + 3].text
    if seps not in ("--", "//", "..", "年月", "––"):
        return None
    texts = [tokens[at + k].text for k in (0, 2, 4)]
    a, b, c = map(int, texts)
    end = at + 5
    if len(texts[0]) == 4 and len(texts[1]) <= 2 and len(texts[2]) <= 2:
        calendar = numeric_calendar(a, language)
        end += end < len(tokens) and tokens[end].text == "日"
        return _made(a, b, c, calendar, end)
    if len(texts[0]) > 2 or len(texts[1]) > 2 or len(texts[2]) not in (2, 4):
        return None
    year = _full_year(texts[2])
    calendar = numeric_calendar(year, language)
    if calendar == "gregorian" and (b > 12 or (month_first and a <= 12)):
        a, b = b, a
    unsure = calendar == "gregorian" and a <= 12 and b <= 12 and a != b and seps != ".."
    return _made(year, b, a, calendar, end, ambiguous=unsure)


def _named_month(tokens: list[_Token], at: int) -> _Day | None:
    """12 February 2020, 12February 2020, 12-Feb-2020, 12 de febrero de 2020, 26 SEP 89, 2020 February 12."""
    first = tokens[at].text
    here = at + 1
    if here < len(tokens) and tokens[here].text in _ORDINALS:
        here += 1
    here = _past_filler(tokens, here, few=2)
    month = MONTHS.at(_texts(tokens, here))
    if month is None:
        return None
    (calendar, number), length = month
    after_month = here + length
    here = _past_filler(tokens, after_month, few=2)
    if here >= len(tokens) or not tokens[here].number:
        return None
    last = tokens[here].text
    # Two digits are a year only right after the month, and not where they are the hour of a time.
    hour = here + 1 < len(tokens) and tokens[here + 1].text in ":h：."
    brief = len(last) == 2 and not hour and (here == after_month or tokens[after_month].text == "-")
    if len(first) <= 2 and (len(last) == 4 or brief):
        return _with_era(tokens, _full_year(last), number, int(first), calendar, here + 1)
    if len(first) == 4 and len(last) <= 2:
        return _with_era(tokens, int(first), number, int(last), calendar, here + 1)
    return None


def _month_first(tokens: list[_Token], at: int, month: tuple[tuple[Calendar, int], int]) -> _Day | None:
    """February 12, 2020; Feb. 12th 2020."""
    (calendar, number), length = month
    here = _past_filler(tokens, at + length, few=1)
    if here >= len(tokens) or not tokens[here].number or len(tokens[here].text) > 2:
        return None
    day = int(tokens[here].text)
    here += 1
    if here < len(tokens) and tokens[here].text in _ORDINALS:
        here += 1
    here = _past_filler(tokens, here, few=2)
    if here >= len(tokens) or not tokens[here].number or len(tokens[here].text) != 4:
        return None
    return _with_era(tokens, int(tokens[here].text), number, day, calendar, here + 1)


def _with_era(tokens: list[_Token], year: int, month: int, day: int, calendar: Calendar, end: int) -> _Day | None:
    era = ERAS.at(_texts(tokens, end))
    if era is not None:
        end += era[1]
    return _made(year, month, day, calendar, end)


def _made(
    year: int, month: int, day: int, calendar: Calendar | None, end: int, *, ambiguous: bool = False
) -> _Day | None:
    found = to_gregorian(year, month, day, calendar) if calendar else None
    return _Day(found, calendar, end, ambiguous) if found and calendar else None


def _full_year(text: str) -> int:
    """Two digits: 70–99 are of the last century."""
    year = int(text)
    return year if len(text) != 2 else year + (1900 if year >= 70 else 2000)


def _time(tokens: list[_Token], at: int, *, after_day: bool) -> tuple[str, int] | None:
    """17:47, 17:47:05.123, 5:47 pm, 17h47, 174705 after a compact date, 17.47 after a day."""
    here = at + 1 if after_day and tokens[at].text == "t" and at + 1 < len(tokens) else at
    if not tokens[here].number:
        return None
    hour = tokens[here].text
    if after_day and len(hour) in (4, 6) and here == at + 1:
        return _clock(int(hour[:2]), int(hour[2:4]), int(hour[4:]) if hour[4:] else None, here + 1)
    if len(hour) > 2 or here + 2 >= len(tokens) or not tokens[here + 2].number or len(tokens[here + 2].text) != 2:
        return None
    sign = tokens[here + 1].text
    if sign not in ":h：" and not (sign == "." and after_day):
        return None
    value, minute, end = int(hour), int(tokens[here + 2].text), here + 3
    second = None
    if end + 1 < len(tokens) and tokens[end].text == ":" and tokens[end + 1].number:
        second, end = int(tokens[end + 1].text[:2]), end + 2
        if end + 1 < len(tokens) and tokens[end].text in ".," and tokens[end + 1].number and _touch(tokens, end):
            end += 2
    following = [text for text in _texts(tokens, end, 6) if text != "."]
    half = PM.at(following) or AM.at(following)
    if half is not None:
        end = _past_words(tokens, end, half[1])
        if 1 <= value <= 12:
            value = value % 12 + (12 if PM.at(following) else 0)
    return _clock(value, minute, second, end)


def _clock(hour: int, minute: int, second: int | None, end: int) -> tuple[str, int] | None:
    if hour > 23 or minute > 59 or (second or 0) > 60:
        return None
    return f"{hour:02}:{minute:02}" + ("" if second is None else f":{min(second, 59):02}"), end


def _offset(tokens: list[_Token], at: int) -> tuple[str | None, int]:
    """Z, UTC, GMT+3, (GMT +03:00), +0300, MSK."""
    here = at
    while here < len(tokens) and tokens[here].text in "([" and here < at + 1:
        here += 1
    zone = ZONES.at(_texts(tokens, here, 1))
    named = zone is not None and zone[0] == "+00:00"
    if zone is not None:
        here += 1
    signed = here + 1 < len(tokens) and tokens[here].text in "+-−" and _touch(tokens, here)
    if signed and (named or zone is None) and (shift := _shift(tokens, here, hours_alone=named)):
        return shift
    return (None, at) if zone is None else ("Z" if named else zone[0], here)


def _shift(tokens: list[_Token], at: int, *, hours_alone: bool) -> tuple[str, int] | None:
    digits, end = tokens[at + 1].text, at + 2
    if len(digits) <= 2 and end + 1 < len(tokens) and tokens[end].text == ":" and tokens[end + 1].number:
        digits, end = digits.zfill(2) + tokens[end + 1].text, end + 2
    elif len(digits) <= 2 and hours_alone:
        digits = digits.zfill(2) + "00"
    if len(digits) != 4 or not digits.isdecimal() or int(digits[:2]) > 14 or int(digits[2:]) > 59:
        return None
    sign = "+" if tokens[at].text == "+" else "-"
    return ("Z" if digits == "0000" else f"{sign}{digits[:2]}:{digits[2:]}"), end


def _past_filler(tokens: list[_Token], at: int, few: int = 12) -> int:
    """The next token that may say something; at most ``few`` are passed over."""
    limit = at + few
    while at < min(len(tokens), limit):
        if tokens[at].text in _SEPARATORS:
            at += 1
        elif word := FILLER.at(_texts(tokens, at)):
            at += word[1]
        else:
            break
    return at


def _past_words(tokens: list[_Token], at: int, count: int) -> int:
    """Past ``count`` tokens and the full stops between and after them (``p.m.``)."""
    while at < len(tokens) and (count or tokens[at].text == "."):
        count -= tokens[at].text != "."
        at += 1
    return at


def _texts(tokens: list[_Token], at: int, count: int = Words.LONGEST) -> list[str]:
    return [token.text for token in tokens[at : at + count]]


def _touch(tokens: list[_Token], at: int) -> bool:
    return tokens[at].end == tokens[at + 1].start
