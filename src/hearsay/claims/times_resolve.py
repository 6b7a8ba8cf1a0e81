"""What one time form means in days, against the day of the report, never against the clock."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple

from hearsay.claims.times_calendar import Days, month_days, week_days, year_days
from hearsay.claims.times_patterns import Atom, unit_of, way_of
from hearsay.codebook import table

Turn = Literal["past", "last", "future", "next"]
"""Which day: the latest up to the report, the latest before it, the first from it on or after it."""


class Frame(NamedTuple):
    """What a form is read against: the day of the report and the day last named in the sentence."""

    news: date | None
    named: date | None = None
    turn: Turn = "past"


def days_of(atom: Atom, frame: Frame) -> Days | None:
    """The days ``atom`` stands for; null where they cannot be known (no report day, no such date)."""
    try:
        return _READERS[atom.kind](atom, frame)
    except (ValueError, OverflowError):  # no such date, or one outside the calendar
        return None


@cache
def _month_numbers() -> dict[str, int]:
    months = table("times")["months"]
    numbers = {}
    for number, (full, short) in enumerate(zip(months["full"], months["short"], strict=True), 1):
        numbers.update(dict.fromkeys([full.lower(), *short.lower().split("|")], number))
    return numbers


def _month_of(atom: Atom) -> int:
    return _month_numbers()[(atom.words.get("mon") or atom.words["bare"]).rstrip(".").lower()]


def _century(year: str, news: date | None) -> int:
    """A two-digit year: the latest one that is not after the report, else 1970–2069."""
    if len(year) == 4:
        return int(year)
    value = 2000 + int(year)
    latest = news.year if news else 2069
    return value - 100 if value > latest else value


def _number(words: str) -> tuple[int, int]:
    """At least and at most what a number word says."""
    t = table("times")
    key = " ".join(words.lower().replace("-", " ").split())
    if key.isdigit():
        return int(key), int(key)
    for known, value in t["numbers"].items():
        if known.replace("-", " ") == key:
            return value, value
    low, high = t["vague_numbers"].get(key, (1, 1))  # "the day before"
    return low, high


def _iso(atom: Atom, _: Frame) -> Days:
    found = date(int(atom.words["y"]), int(atom.words["m"]), int(atom.words["d"]))
    return Days(found, found)


def ambiguous(atom: Atom) -> bool:
    """Whether a numeric date may be day-first or month-first: "03/04/2020". Dots are day-first everywhere."""
    if atom.kind != "numeric" or atom.words["sep"] == ".":
        return False
    a, b = int(atom.words["a"]), int(atom.words["b"])
    return a != b and a <= 12 and b <= 12


def _numeric(atom: Atom, frame: Frame) -> Days | None:
    """Day first, unless that is no date or lies after the report while month first does not."""
    if atom.words["sep"] != atom.words["sep2"]:
        return None
    a, b, year = int(atom.words["a"]), int(atom.words["b"]), int(atom.words["y"])
    if b > 12:
        a, b = b, a
    found = date(year, b, a)
    if frame.news and found > frame.news and ambiguous(atom) and date(year, a, b) <= frame.news:
        found = date(year, a, b)
    return Days(found, found)


def _dated(atom: Atom, frame: Frame) -> Days | None:
    """A day and a month, or several days of one month. Without a year: the nearest in the turn."""
    words = atom.words
    month, first = _month_of(atom), int(words["d"])
    last = int(words.get("d2") or words.get("d3") or first)
    said = words.get("y") or words.get("y2") or words.get("y3")
    if said:
        year = _century(said, frame.news)
    elif frame.news is None:
        return None
    else:
        year = _year_for(month, first, frame.news, frame.turn)
    days = Days(date(year, month, first), date(year, month, last))
    if last < first:  # "30 and 2 May": the first number belongs to the month before
        before = month_days(year, month - 1).first
        assert before is not None  # noqa: S101
        days = Days(before.replace(day=first), days.last)
    return days


def _year_for(month: int, number: int, news: date, turn: Turn) -> int:
    slack = timedelta(table("times")["limits"]["year_slack_days"])
    years = [news.year + k for k in (1, 0, -1, -2, -3, -4, -8)]  # 29 February may be years away
    if turn in ("future", "next"):
        years = [y for y in reversed(years) if y >= news.year] + [news.year + 2, news.year + 3, news.year + 4]
    for year in years:
        try:
            found = date(year, month, number)
        except ValueError:
            continue
        late = found > news + (slack if turn == "past" else timedelta(-1 if turn == "last" else 0))
        if not late if turn in ("past", "last") else found >= news + timedelta(turn == "next"):
            return year
    raise ValueError("no such day")


def _month(atom: Atom, frame: Frame) -> Days | None:
    """A month of a stated year, else the nearest one in the turn's direction."""
    month, said = _month_of(atom), atom.words.get("y")
    if said:
        return month_days(int(said), month)
    news = frame.news
    if news is None:
        return None
    year = news.year
    if frame.turn == "past":
        year -= month > news.month
    elif frame.turn == "last":
        year -= month >= news.month
    elif frame.turn == "future":
        year += month < news.month
    else:
        year += month <= news.month
    return month_days(year, month)


def _year(atom: Atom, _: Frame) -> Days | None:
    first = int(atom.words["y"])
    said = atom.words.get("y2")
    if said is None:
        return year_days(first)
    last = int(said) if len(said) == 4 else first - first % 100 + int(said)
    return Days(date(first, 1, 1), date(last, 12, 31)) if last > first else None


def _decade(atom: Atom, _: Frame) -> Days:
    first = int(atom.words["y"] + "0")
    return Days(date(first, 1, 1), date(first + 9, 12, 31))


def _weekday(atom: Atom, frame: Frame) -> Days | None:
    """The latest such day up to the report, or on it; the first one for what is to come."""
    if frame.news is None:
        return None
    names = table("times")["weekdays"]
    word = (atom.words.get("day") or atom.words["short"]).lower()
    number = next(
        k
        for k, (full, short) in enumerate(zip(names["full"], names["short"], strict=True))
        if word == full.lower() or word in short.lower().split("|")
    )
    back = (frame.news.weekday() - number) % 7
    ahead = (number - frame.news.weekday()) % 7
    step = {"past": -back, "last": -(back or 7), "future": ahead, "next": ahead or 7}[frame.turn]
    found = frame.news + timedelta(step)
    return Days(found, found)


def _phrase(atom: Atom) -> str:
    return " ".join(atom.words["phrase"].lower().split())


def _deictic(atom: Atom, frame: Frame) -> Days | None:
    return _moved(frame.news, table("times")["deictic"][_phrase(atom)])


def _anchored(atom: Atom, frame: Frame) -> Days | None:
    """From the day last named; "the next day" with no day named can only be bounded by the report."""
    offsets = table("times")["anchored"][_phrase(atom)]
    if frame.named is None and offsets[1] > 0:
        return Days(None, frame.news) if frame.news else None
    return _moved(frame.named or frame.news, offsets)


def _moved(origin: date | None, offsets: tuple[int, int]) -> Days | None:
    return Days(origin + timedelta(offsets[0]), origin + timedelta(offsets[1])) if origin else None


def _unit(atom: Atom, frame: Frame) -> Days | None:
    """A calendar week (Monday to Sunday), weekend, month or year: last, this or next."""
    words = atom.words
    mod, unit = words.get("mod", "this").lower(), unit_of(atom) or "weekend"
    origin = frame.named if "same" in mod and frame.named else frame.news
    if origin is None:
        return None
    step = -1 if mod.split()[-1] in ("last", "previous", "preceding") else 0
    step = 1 if mod.split()[-1] in ("next", "coming", "following") else step
    if unit == "year":
        return year_days(origin.year + step)
    if unit == "month":
        return month_days(origin.year, origin.month + step)
    if unit == "weekend":
        # "Last" and "over the weekend" are the one just gone; "this weekend" too, unless it is to come.
        ahead = step == 1 or frame.turn in ("future", "next")
        back = (origin.weekday() - 5) % 7
        saturday = origin + timedelta(7 - back if ahead else -back)
        return Days(saturday, saturday + timedelta(1))
    return week_days(origin + timedelta(7 * step))


_ROLLING_DAYS = {"day": 1, "night": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}


def _rolling(atom: Atom, frame: Frame) -> Days | None:
    """So many hours, days, weeks … up to the report, or from it on. A vague number is taken at its most."""
    words = atom.words
    if frame.news is None:
        return None
    unit = unit_of(atom) or ""
    vague = "few" if "recent" in words else "one"
    number = _number(words.get("n") or words.get("n2") or vague)[1]
    if unit in ("hour", "minute"):
        length = max(1, -(-number // 24)) if unit == "hour" else 0
    else:
        length = number * _ROLLING_DAYS[unit]
    if (words.get("mod") or words.get("mod2") or "").lower() in ("next", "coming"):
        return Days(frame.news, frame.news + timedelta(length))
    return Days(frame.news - timedelta(length), frame.news)


def _ago(atom: Atom, frame: Frame) -> Days | None:
    """Days ago is a day, weeks ago a week, and so for months and years; decades ago has no start.

    "Ago" counts from the report; "earlier", "before" and "later" from the day last named. "Later" with no day
    named can only be bounded by the report.
    """
    words = atom.words
    way, unit = way_of(atom), unit_of(atom) or ""
    low, high = _number(words["n"]) if "n" in words else tuple(table("times")["vague_numbers"]["few"])
    forward = way in ("later", "after", "afterward", "afterwards")
    origin = frame.news if way == "ago" else frame.named or frame.news
    if origin is None:
        return None
    if forward and frame.named is None:
        return Days(None, frame.news)
    sign = 1 if forward else -1
    near, far = (_counted(origin, unit, sign * k) for k in (low, high))
    ends = sorted(d for d in (*near, *far) if d is not None)
    if forward and frame.news is not None and ends[0] > frame.news:
        return Days(None, frame.news)  # nothing has come later than the report: the day named was another week's
    return Days(None if near.first is None else ends[0], ends[-1])


def _counted(origin: date, unit: str, number: int) -> Days:
    if unit == "year":
        return year_days(origin.year + number)
    if unit == "decade":
        return Days(None, date(origin.year + 10 * number, 12, 31))
    if unit == "month":
        return month_days(origin.year, origin.month + number)
    if unit == "week":
        return week_days(origin + timedelta(7 * number))
    step = number if unit in ("day", "night") else int(number / 24) if unit == "hour" else 0
    found = origin + timedelta(step)
    return Days(found, found)


def _hour(_: Atom, frame: Frame) -> Days | None:
    """An hour or a part of the day, alone: of the day last named, else of the report's."""
    return _moved(frame.named or frame.news, (0, 0))


def _night(_: Atom, frame: Frame) -> Days | None:
    """A night with no day beside it spans both dates: before the report, else after the day last named."""
    return _moved(frame.news, (-1, 0)) or _moved(frame.named, (0, 1))


_READERS = {
    "iso": _iso, "numeric": _numeric, "dmy": _dated, "mdy": _dated, "month": _month, "month_noun": _month,
    "year": _year, "year_noun": _year, "season": _year, "decade": _decade, "weekday": _weekday,
    "deictic": _deictic, "anchored": _anchored, "unit": _unit, "rolling": _rolling, "ago": _ago,
    "clock": _hour, "part": _hour, "night": _night,
}  # fmt: skip
