"""The outlet's own clock: an instant given in UTC, on the day that it had where the page was made.

What a report calls "on Sunday" is told from the day at its outlet, and content systems often publish the instant in UTC
alone. Most of them give their offset away elsewhere in the page's source.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from hearsay.articles.dates import Stamp, read_date

_WRITTEN = re.compile(
    r"(?:19|20)\d\d-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)? ?[+-]\d\d:?\d\d(?!\d)"
    r"|\b\d{1,2} [A-Z][a-z]{2} (?:19|20)\d\d \d\d:\d\d:\d\d [+-]\d{4}(?!\d)"
)
_MOST = 200
"""Instants looked at on one page."""
_SAME = dt.timedelta(seconds=90)
"""Content systems round the seconds off, or write the page a moment later."""
_SEASON = dt.timedelta(days=31)
"""Further away, summer time may have begun or ended."""
_AGREEING = 2
"""So many other instants must have one offset; a single one may be a foreign widget's."""


def on_its_clock(stamp: Stamp, source: str) -> Stamp:
    """``stamp``, if it is in UTC, with the offset that ``source`` (the page's markup, scripts too) writes.

    That is the offset with which the same instant stands elsewhere on the page, else the one that all instants around
    it have, two at least. The instant stays the same; without such an offset, so does the stamp.
    """
    if stamp.offset != "Z" or stamp.time is None:
        return stamp
    instant = dt.datetime.fromisoformat(stamp.iso())
    written = list(_local_instants(source))
    same = [other for other in written if abs(other - instant) <= _SAME]
    around = [other for other in written if abs(other - instant) <= _SEASON]
    offsets = {other.utcoffset() for other in around}
    if not same and (len(offsets) != 1 or len(set(around)) < _AGREEING):
        return stamp
    local = instant.astimezone((same or around)[0].tzinfo)
    return replace(
        stamp, day=local.date(), time=local.strftime("%H:%M:%S")[: len(stamp.time)], offset=local.isoformat()[-6:]
    )


def _local_instants(source: str) -> Iterator[dt.datetime]:
    """The instants in ``source`` whose offset is another than UTC's, in its order."""
    for match, _ in zip(_WRITTEN.finditer(source), range(_MOST), strict=False):
        stamp = read_date(match[0])
        if stamp and stamp.time and stamp.offset and stamp.offset not in ("Z", "+00:00", "-00:00"):
            yield dt.datetime.fromisoformat(stamp.iso())
