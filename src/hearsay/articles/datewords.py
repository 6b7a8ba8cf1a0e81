"""The words of dates, from the codebook, ready to be found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar, cast

from hearsay.articles.calendars import Calendar
from hearsay.articles.fold import fold
from hearsay.codebook import table

_WORD = re.compile(r"[^\W\d_]+")
V = TypeVar("V")


class Words(Generic[V]):
    """A list of phrases, each with what it means."""

    LONGEST = 4
    """Words in the longest phrase."""

    def __init__(self, entries: Iterable[tuple[str, V]]) -> None:
        """The first meaning given to a phrase counts."""
        self._meaning: dict[tuple[str, ...], V] = {}
        for phrase, meaning in entries:
            self._meaning.setdefault(tuple(_WORD.findall(fold(phrase))), meaning)

    def at(self, tokens: list[str]) -> tuple[V, int] | None:
        """The longest phrase that ``tokens`` begin with: its meaning and its length in tokens."""
        for length in range(min(self.LONGEST, len(tokens)), 0, -1):
            meaning = self._meaning.get(tuple(tokens[:length]))
            if meaning is not None:
                return meaning, length
        return None


def _months() -> Iterable[tuple[str, tuple[Calendar, int]]]:
    dates = table("article_dates")
    for calendar, numbered in dates["names"].items():
        for number, names in numbered.items():
            yield from ((name, (cast("Calendar", calendar), int(number))) for name in names)
    for calendar, languages in dates["months"].items():
        for months in languages.values():
            for number, forms in enumerate(months, 1):
                yield from ((form, (cast("Calendar", calendar), number)) for form in forms.split())
                if languages is dates["months"]["gregorian"] and months is languages["he"]:
                    yield from (("ב" + form, (cast("Calendar", calendar), number)) for form in forms.split())


def _flat(lists: Iterable[str]) -> Iterable[tuple[str, bool]]:
    return ((word, True) for words in lists for word in words.split())


_TABLE = table("article_dates")
MONTHS: Words[tuple[Calendar, int]] = Words(_months())
FILLER: Words[bool] = Words([*_flat(_TABLE["filler"]["weekdays"]), *_flat(_TABLE["filler"]["words"])])
AM: Words[bool] = Words((word, True) for word in _TABLE["clock"]["am"])
PM: Words[bool] = Words((word, True) for word in _TABLE["clock"]["pm"])
ERAS: Words[Calendar] = Words((word, cast("Calendar", era)) for era, words in _TABLE["era"].items() for word in words)
ZONES: Words[str] = Words((word, shift) for shift, words in _TABLE["zones"].items() for word in words)
