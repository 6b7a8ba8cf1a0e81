"""The claim's time: its clause's own, else its sentence's, else carried on, else the day of publication."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.claims.times import TimeFound
from hearsay.reading import EventSpan
from hearsay.records import Span, Time, inside


def hour_alone(time: Time, times: Sequence[TimeFound]) -> bool:
    """It is an hour of a day that its sentence does not name."""
    return any(t.hour_alone and t.span == time.span for t in times)


def choose(text: str, event: EventSpan, sentence: Span, times: Sequence[TimeFound]) -> Time | None:
    """The time from the sentence's expressions, news before background; None when none can date the event."""
    dated = [
        t
        for t in times
        if (t.start is not None or t.end is not None)
        and not (t.background and text[t.span[0] : t.span[1]].lower().startswith("since"))
    ]
    own = [t for t in dated if inside(t.span, event.span)]
    pool = own or [t for t in dated if inside(t.span, sentence)]
    if not pool:
        return None
    news = [t for t in pool if not t.background] or pool
    news = [t for t in news if not t.hour_alone] or news
    best = min(news, key=lambda t: (t.precision, _apart(t.span, event.trigger)))
    return Time(
        text=text[best.span[0] : best.span[1]],
        span=best.span,
        start=best.start,
        end=best.end,
        precision=best.precision,
        basis=best.basis,
    )


def _apart(a: Span, b: Span) -> int:
    return max(0, a[0] - b[1], b[0] - a[1])
