"""When it happened: every time expression of a sentence, in days, against the day of the report.

Takes a text, a sentence's span and the publish date; gives :class:`TimeFound` in reading order. Nothing comes
from the clock. The words are in ``codebook/times.toml``, the forms in ``times_patterns``, their joining in
``times_phrases``, their reading in ``times_resolve``, the calendar in ``times_calendar``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from hearsay.claims.times_calendar import Days, day, narrowed, precision_of
from hearsay.claims.times_patterns import DATES, HOURS, MONTHS, YEARS, one_of, unit_of, way_of
from hearsay.claims.times_phrases import Phrase, phrases
from hearsay.claims.times_resolve import Frame, Turn, ambiguous, days_of
from hearsay.codebook import table
from hearsay.records import Span, Time, TimeBasis

_TURN_OF: dict[str, Turn] = {"for": "future", "next": "next", "last": "last"}
_CALENDAR = DATES | MONTHS | YEARS | {"decade"}
_STANDS_ALONE = re.compile(r"\s*(?:$|[.,;:!?)\]\"”’–—-]|(?i:in|at|near|and|but|when|while)\b)")
"""After "two days before": nothing that the days are counted from."""
CUE_REACH = 60
"""Characters before an expression in which "will" and its like make it one to come."""
DATELINE_REACH = 160
"""Characters at the head of a text in which a wire's dateline stands."""


@dataclass(frozen=True, slots=True)
class TimeFound:
    """One time expression, as first and last day (ISO dates).

    ``start`` null: on or before ``end``; both null: the words say when, but not without a publish date.
    ``precision`` is UCDP GED's date_prec. ``background``: clearly earlier than the news ("in 2014").
    """

    span: Span
    start: str | None
    end: str | None
    precision: int
    basis: TimeBasis
    background: bool
    hour_alone: bool = False
    """An hour or part of a day ("at dawn") where no day is named: the day told before may be meant."""


def find_times(text: str, span: Span, published: str | None, named_before: str | None = None) -> tuple[TimeFound, ...]:
    """Every time expression inside the sentence ``text[span]``, against ``published`` (ISO 8601).

    ``named_before``: the day that the sentences before named last, for "that day".
    """
    offset, sentence = span[0], text[span[0] : span[1]]
    news, named = day(published), day(named_before)
    found = []
    heard = 0
    for phrase in phrases(sentence):
        near = max(heard, phrase.start - CUE_REACH)
        coming = _future_cue().search(sentence, near, phrase.start) is not None
        days = _phrase_days(phrase, Frame(news, named, _turn(phrase, sentence, coming)), sentence)
        heard = phrase.end
        alone = _is_hour(phrase) and (phrase.last is None or _is_hour(phrase.last)) and named is None
        if days and days.first and days.first == days.last:
            named = days.first
        found.append(replace(_found(phrase, days, news, offset), hour_alone=alone))
    return tuple(found)


def publication_time(published: str | None) -> Time | None:
    """The time of a happening whose report gives none: on or before the publish date. Null without one."""
    news = day(published)
    if published is None or news is None:
        return None
    return Time(text=published, span=None, start=None, end=news.isoformat(), precision=5, basis="publication")


def news_day(published: str | None, text: str) -> str | None:
    """The publish date, else the full date in the dateline of ``text``: ``BOGOTA, 7 FEB 90 (AFP) --``."""
    if day(published):
        return published
    line = text[:DATELINE_REACH].split("\n", 1)[0]
    cut = max(line.find(mark) for mark in ("--", " - ", "–", "—"))
    for found in find_times(line, (0, max(cut, 0)), None):
        if found.start and found.start == found.end:
            return found.start
    return None


@cache
def _future_cue() -> re.Pattern[str]:
    return re.compile(rf"(?i:\b{one_of(table('times')['future']['cues'])}\b)")


@cache
def _same_day() -> re.Pattern[str]:
    return re.compile(rf"(?i:\s{one_of(table('times')['not_times']['same_day'])}\b)")


def _is_hour(phrase: Phrase) -> bool:
    return phrase.head.kind in ("clock", "part")


def _turn(phrase: Phrase, sentence: str, coming: bool) -> Turn:
    """Which of the possible days is meant. "For Thursday" is to come, "for Thursday's attack" is not."""
    for mark in phrase.lead.marks:
        if mark == "for" and sentence[phrase.end : phrase.end + 2] in ("'s", "’s"):
            return "past"
        if mark in _TURN_OF:
            return _TURN_OF[mark]
    return "future" if coming else "past"


def _phrase_days(phrase: Phrase, frame: Frame, sentence: str) -> Days | None:
    if phrase.last is None or phrase.last.head.kind in HOURS:
        days = _head_days(phrase, frame)
    else:
        days = _range_days(phrase, phrase.last, frame)
    if days is None:
        return None
    if _is_deadline(phrase, days, frame.news):
        ahead = _head_days(phrase, frame._replace(turn="future"))
        days = ahead if ahead is not None else days
    if way_of(phrase.head) in ("before", "after") and not _STANDS_ALONE.match(sentence, phrase.end):
        # Counted from something that bears no date here.
        return Days(None, frame.news) if frame.news else None
    return _from_lead(phrase, days, frame, sentence)


def _is_deadline(phrase: Phrase, days: Days, news: date | None) -> bool:
    """ "A curfew until June 1" in a report of May is until the next one."""
    until = "until" in phrase.lead.marks and phrase.last is None and phrase.head.kind in DATES | MONTHS
    long_ago = timedelta(table("times")["limits"]["deadline_days"])
    return (
        until and news is not None and days.last is not None and days.last < news - long_ago and not _has_year(phrase)
    )


def _has_year(phrase: Phrase) -> bool:
    return phrase.within is not None or any(key.startswith("y") for key in phrase.head.words)


def _range_days(phrase: Phrase, last: Phrase, frame: Frame) -> Days | None:
    """From the first day of one to the last of the other; the first is the latest one before the last."""
    end = _head_days(last, frame)
    if end is None or end.last is None:
        return end
    if phrase.head.kind in HOURS:
        return Days(end.last - timedelta(1), end.last) if phrase.head.kind == "night" else end
    begin = _head_days(phrase, Frame(end.last, frame.named, "past"))
    if frame.news is not None and end.last > frame.news and phrase.head.kind == "weekday":
        ahead = _head_days(phrase, frame._replace(turn="future"))  # "from Thursday until June 7"
        begin = ahead if ahead and ahead.first and ahead.first <= end.last else begin
    if phrase.head.kind in ("deictic", "anchored"):
        begin = _head_days(phrase, frame)
    if begin is None or begin.first is None or begin.first > end.last:
        return end
    return Days(begin.first, end.last)


def _head_days(phrase: Phrase, frame: Frame) -> Days | None:
    """The days of a phrase's head, with what stands in or around it, before its lead opens them."""
    days = _in_unit(phrase, frame) if phrase.within else days_of(phrase.head, frame)
    if days is None:
        return None
    for mark in phrase.lead.marks:
        if mark in table("times")["narrow"]:
            days = narrowed(days, mark)
    if phrase.night and phrase.head.kind not in HOURS and days.last and days.first == days.last:
        days = _overnight(days.last, frame.news)
    if phrase.shift and days.last and days.first == days.last:
        return days_of(phrase.shift, Frame(frame.news, days.last))
    return days


def _overnight(named: date, news: date | None) -> Days:
    """Overnight on a named day: into the next one, unless the report is of that very day."""
    if news == named:
        return Days(named - timedelta(1), named)
    return Days(named, named + timedelta(1))


def _in_unit(phrase: Phrase, frame: Frame) -> Days | None:
    """Monday of last week; March, or 5 March, of last year."""
    unit = days_of(phrase.within, frame) if phrase.within else None
    if unit is None or unit.last is None:
        return None
    return days_of(phrase.head, Frame(unit.last, frame.named, "past"))


def _from_lead(phrase: Phrase, days: Days, frame: Frame, sentence: str) -> Days:
    """What "since", "by", "before", "after" and "the eve of" make of the days."""
    marks, news = phrase.lead.marks, frame.news
    if "since" in marks:
        past = days.first and (news is None or days.first <= news)
        days = Days(days.first, news) if past else days
    elif phrase.timed:  # "before 3 a.m. on Monday" is on Monday
        pass
    elif "until" in marks and phrase.last is None:
        ahead = news is not None and days.last is not None and days.last > news
        days = Days(news if ahead else None, days.last)
    elif "before" in marks:
        days = Days(None, days.first - timedelta(1) if days.first else days.last)
    elif "after" in marks and not _same_day().match(sentence, phrase.end):
        days = Days(days.first, news) if news and days.first and days.first <= news else days
    elif "eve" in marks and days.first:
        days = Days(days.first - timedelta(1), days.first - timedelta(1))
    return _up_to_the_report(phrase, days, frame)


def _up_to_the_report(phrase: Phrase, days: Days, frame: Frame) -> Days:
    """A month or year that is still running ends, for what has happened in it, with the report."""
    runs = phrase.head.kind in MONTHS | YEARS | {"unit"} and frame.turn == "past" and not _later(phrase)
    if runs and frame.news and days.first and days.last and days.first <= frame.news < days.last:
        return Days(days.first, frame.news)
    return days


def _later(phrase: Phrase) -> bool:
    return phrase.head.words.get("mod", "").lower().startswith("later")


def _found(phrase: Phrase, days: Days | None, news: date | None, offset: int) -> TimeFound:
    first, last = days or (None, None)
    basis: TimeBasis = "explicit" if phrase.head.kind in _CALENDAR else "relative"
    return TimeFound(
        span=(offset + phrase.start, offset + phrase.end),
        start=first.isoformat() if first else None,
        end=last.isoformat() if last else None,
        precision=5 if ambiguous(phrase.head) else precision_of(first, last),
        basis=basis,
        background=_is_background(phrase, first, last, news),
    )


def _is_background(phrase: Phrase, first: date | None, last: date | None, news: date | None) -> bool:
    """Clearly earlier than the news, by the words or by the calendar."""
    words, kind = phrase.head.words, phrase.head.kind
    if kind == "decade":
        return True
    if kind == "unit" and words.get("unit", "").lower() in ("month", "year"):
        if words["mod"].lower() in ("last", "previous", "the previous", "the preceding"):
            return True
        return words["mod"].lower() == "earlier this" and words["unit"].lower() == "year"
    if news is None:
        # A report that bears no date says the year alone, or "months ago", only of what is past.
        return kind in YEARS or (way_of(phrase.head) == "ago" and unit_of(phrase.head) in ("month", "year", "decade"))
    settled = news - timedelta(table("times")["limits"]["background_days"])
    if last is not None and last <= settled:
        return True
    period = "since" in phrase.lead.marks or kind == "rolling"
    return period and first is not None and first < settled
