"""The claim's time: its clause's own, else its sentence's, else carried on, else the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from hearsay.claims.times import TimeFound
from hearsay.claims.times_calendar import precision_of
from hearsay.claims.times_patterns import one_of
from hearsay.codebook import table
from hearsay.reading import EventSpan
from hearsay.records import Span, Time, inside

_SINCE = re.compile(r"\bsince\s(?:[\w’'-]+\s){1,8}(?:on |in |of )?\Z", re.IGNORECASE)
"""From "since" to its day: what happened then."""

_WERE = re.compile(
    r"(?:\s(?!(?:and|but|as|when|while|after|who|which|that|where)\b)[\w’'-]+)+"
    r"\s(?:was|were|have been|has been|had been)\s[^,;]*"
)
"""From a participle that describes the subject to the day of the sentence's own verb."""
_A_WEEK = 3
"""UCDP date_prec of a week."""
_ONE_CLAUSE = 200
"""Characters of a subject with what describes it, and its verb."""


def hour_alone(time: Time, times: Sequence[TimeFound]) -> bool:
    """It is an hour of a day that its sentence does not name."""
    return any(t.hour_alone and t.span == time.span for t in times)


def choose(
    text: str,
    event: EventSpan,
    sentence: Span,
    times: Sequence[TimeFound],
    day: str | None = None,
    *,
    summed: bool = False,
) -> Time | None:
    """The time from the sentence's expressions, news before background; None when none can date the event.

    ``day``: the day of the report, to which a time "since the war began in 2014" lasts. ``summed``: the claim sums up
    the time since some day long ago, which is then its own.
    """
    dated = [t for t in times if t.start is not None or t.end is not None]
    if not summed or any(not t.background for t in dated):  # "displaced since 1993, they were killed on 20 July"
        dated = [t for t in dated if not (t.background and text[slice(*t.span)].lower().startswith("since"))]
    dated = [t for t in dated if not _OF_A_DAY.match(text, t.span[1])]
    aside = [t for t in dated if _is_aside(text, t, event, sentence)]
    dated = [t for t in dated if t not in aside] or [t for t in aside if t.precision <= _A_WEEK and not t.background]
    own = [t for t in dated if inside(t.span, event.span)]
    pool = own or [t for t in dated if inside(t.span, sentence) and not _dates_what_befell_them(text, event, t)]
    if not pool:
        return None
    pool = [t for t in pool if not _compares(text, t, sentence)] or pool
    news = [t for t in pool if not t.background] or pool
    news = [t for t in news if t.start is not None] or [t for t in pool if t.start is not None] or news
    news = [t for t in news if not t.hour_alone] or news
    best = min(news, key=lambda t: (t.precision, _apart(t.span, event.trigger)))
    start, end, precision = best.start, best.end, best.precision
    if start is not None and day is not None and start <= day[:10] and _began_then(text, event, best):
        end = day[:10]
        precision = precision_of(date.fromisoformat(start), date.fromisoformat(end))
    return Time(
        text=text[best.span[0] : best.span[1]],
        span=best.span,
        start=start,
        end=end,
        precision=precision,
        basis=best.basis,
    )


def _is_aside(text: str, time: TimeFound, event: EventSpan, sentence: Span) -> bool:
    """It stands in a clause that tells who somebody is, or of another place: "the army, which took power in 2021"."""
    begun = [opened.span() for opened in _RELATIVE.finditer(text, sentence[0], time.span[0])]
    if not begun or _ENDS_CLAUSE.search(text, begun[-1][1], time.span[0]):
        return False
    at = event.trigger[0]
    if at >= time.span[1]:  # told after it: in the same clause, or behind the mark that ends it
        return _ENDS_CLAUSE.search(text, time.span[1], at) is not None
    return at < begun[-1][0]


_ENDS_CLAUSE = re.compile(r"[,;:–—]")
_RELATIVE = re.compile(
    r",\s(?:(?:accused|suspected|convicted|wanted|blamed|arrested|jailed|known)\s(?:of|for|in|over)"
    r"|who|whose|whom|where|which(?!\s(?:[\w’'-]+\s){0,2}(?:kill|wound|injur|left|claim|hit|struck|destroy|damag"
    r"|took place|occurr|happen|came|began|start|last|end)))\b(?!\s(?:was|were)\s\w+ing\b)",
    re.IGNORECASE,
)
"""Where a clause about somebody or something begins, "accused of …" too; "which took place" goes on about the deed."""
_OF_A_DAY = re.compile(r"\s(?:of\s|on\s)?the\s(?:first|second|third|fourth|fifth|last|final)\s(?:day|night)\b")
"""After an hour: of a day that is counted from another."""


def _dates_what_befell_them(text: str, event: EventSpan, time: TimeFound) -> bool:
    """ "Students abducted from a school were released on Tuesday": the day of the release, not of the abduction."""
    between = text[event.trigger[1] : time.span[0]] if time.span[0] > event.trigger[1] else ""
    return len(between) <= _ONE_CLAUSE and _WERE.fullmatch(between) is not None


def _began_then(text: str, event: EventSpan, time: TimeFound) -> bool:
    """ "Killed since the war began on October 7": the day is the first of a period, not that of the killing."""
    return time.span[0] > event.trigger[1] and _SINCE.search(text, event.trigger[1], time.span[0]) is not None


def _compares(text: str, time: TimeFound, sentence: Span) -> bool:
    """It is what the happening is compared within, not when it was: "the deadliest attack this year"."""
    period = time.start != time.end
    return period and _before_period().search(text, sentence[0], time.span[0]) is not None


@cache
def _before_period() -> re.Pattern[str]:
    marks = one_of(table("times")["comparison"]["marks"])
    return re.compile(rf"(?i:\b{marks})(?:\s[\w’'-]+){{1,4}}\s$")


def _apart(a: Span, b: Span) -> int:
    return max(0, a[0] - b[1], b[0] - a[1])
