"""Which of two moments of publication is the earlier, where some pages give the day only."""

from __future__ import annotations

from datetime import datetime


def earlier(one: str, other: str) -> bool:
    """Surely earlier: both are ISO dates or datetimes.

    Two full times with their zones are compared as they are; anything less by the day, for a page without a zone may
    be hours off.
    """
    if "T" in one and "T" in other:
        first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
        if first.tzinfo is not None and second.tzinfo is not None:
            return first < second
    return one[:10] < other[:10]
