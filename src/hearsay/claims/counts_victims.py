"""Victims told of without a verb of killing: "the names of 14 victims", "the victims were identified as X and Y".

Those who list the dead name them, identify them or count them; the grammar of :mod:`hearsay.claims.counts` reads deeds.
The patterns are of the words beside a number or a list of people, in ``codebook/measures.toml`` under ``victims`` and
``rolls``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.actors.people import noun_kind
from hearsay.claims.counts_chain import chain
from hearsay.claims.counts_sentence import Clauses, Unit
from hearsay.claims.counts_values import kind_of, value_of
from hearsay.claims.numbers import NumberFound
from hearsay.codebook import table
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


def victims(text: str, span: Span, numbers: Sequence[NumberFound]) -> Iterator[tuple[Count, Span]]:
    """Counts of the killed by the words beside a number, each with the words that make it one."""
    for number in numbers:
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


_REACH = 220
"""Characters before a list of people in which the words stand that say they were killed."""


@cache
def _rolls() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rolls = table("measures")["rolls"]
    before = "|".join(f"(?:{row})" for row in rolls["before"])
    return (
        re.compile(rf"(?:{before}):?[\s“\"]*$", re.IGNORECASE),
        re.compile("|".join(rolls["after"]), re.IGNORECASE),
        re.compile(rolls["unless"], re.IGNORECASE),
    )


_THE_SAME = re.compile(r"[\s,(–—-]*(?:who (?:was|were) )?(?:identified|named|known|called)(?: as)?:?\s*", re.IGNORECASE)
"""Between those counted and their names: "three men, identified as X, Y and Z"."""


def rolls(text: str, span: Span, clauses: Clauses, counted: Sequence[Span]) -> Iterator[tuple[Count, Span]]:
    """Counts of the killed by the words beside a name or a list of people, each with the words that make it one.

    ``counted``: those counted already, who are the same as whoever they are named as.
    """
    words, read = clauses.words, 0
    for group in clauses.groups:
        named = group.form == "people" or (group.form == "name" and group.last - group.first > 1)
        if not named or group.first < read:
            continue
        units = (
            (Unit(group),)
            if group.form == "people"
            else chain(clauses, group.first, min(len(words), group.first + _MEMBERS), of_object=True).units
        )
        start, end = words[group.first].start, words[units[-1].group.last - 1].end
        same = any(end_ <= start and _THE_SAME.fullmatch(text, end_, start) for _, end_ in counted)
        said = None if same else _said_killed(text, span, start, end)
        sizes = [value.best for unit in units if (value := value_of(clauses, unit.group)) is not None]
        if said is None or not sizes or None in sizes:
            continue
        read = units[-1].group.last
        size = sum(size for size in sizes if size is not None)
        kind = next((found for unit in units if (found := kind_of(clauses, unit)) is not None), None)
        yield (
            Count(
                text=text[start:end],
                span=(start, end),
                measure="killed",
                kind=kind.kind if kind is not None else None,
                groups=kind.groups if kind is not None else (),
                low=size,
                best=size,
                high=size,
            ),
            said,
        )


_MEMBERS = 60
"""Tokens that a list of names may have."""


def _said_killed(text: str, span: Span, start: int, end: int) -> Span | None:
    """The words right before or after the list that say so."""
    before, after, unless = _rolls()
    first = max(span[0], start - _REACH)
    opened = before.search(text[first:start])
    if opened is not None and unless.search(opened.group()) is None:
        return (first + opened.start(), start)
    closed = after.match(text[end : min(span[1], end + _BESIDE)])
    return (end, end + closed.end()) if closed is not None else None
