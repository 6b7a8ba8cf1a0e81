"""Figures of victims that stand before no verb of killing: "the names of 14 victims", "the number of victims to ten".

Those who list the dead name them, identify them or count them; the grammar of :mod:`hearsay.claims.counts` reads deeds.
The patterns are of the words beside a number, in ``codebook/measures.toml`` under ``victims``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.actors.people import noun_kind
from hearsay.claims.numbers import numbers_in
from hearsay.codebook import table
from hearsay.reading.tokens import Token
from hearsay.records import Count, Span

_BESIDE = 160
"""Characters looked at on either side of a number."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    before: re.Pattern[str]
    after: re.Pattern[str]
    total: bool


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(
            re.compile(rf"(?:{row['before']})[“\"]?$" if row.get("before") else "", re.IGNORECASE),
            re.compile(row.get("after", ""), re.IGNORECASE),
            bool(row.get("total")),
        )
        for row in table("measures")["victims"]
    )


def victims(text: str, span: Span, words: Sequence[Token]) -> Iterator[tuple[Count, Span]]:
    """Counts of the killed by the words beside a number, each with the words that make it one."""
    for number in numbers_in(words):
        start, end = number.span
        before = text[max(span[0], start - _BESIDE) : start]
        after = text[end : min(span[1], end + _BESIDE)]
        for pattern in _patterns():
            opened, closed = pattern.before.search(before), pattern.after.match(after)
            if opened is None or closed is None:
                continue
            found = noun_kind(closed["noun"]) if closed.groupdict().get("noun") else None
            yield (
                Count(
                    text=text[start:end],
                    span=(start, end),
                    measure="killed",
                    of=closed["noun"] if found else None,
                    kind=found.kind if found is not None else None,
                    low=number.low,
                    best=number.best,
                    high=number.high,
                    approximate=number.approximate,
                    vague=number.vague,
                    scope="running_total" if pattern.total else "event",
                ),
                (start, end + closed.end()) if closed.end() else (start - len(opened.group()), end),
            )
            break
