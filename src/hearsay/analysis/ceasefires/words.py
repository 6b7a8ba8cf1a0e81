"""Words that tell of a ceasefire and of its breach."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from hearsay.claims.numbers import find_numbers
from hearsay.codebook import table
from hearsay.records import Estimate


def breach_in(passage: str) -> str | None:
    """The words from the one that says "violation" to the ceasefire that was violated, or back; None without any."""
    found = _breach().search(passage)
    return " ".join(found[0].split()) if found else None


def ceasefire_in(passage: str) -> str | None:
    """The first words that name a ceasefire."""
    found = _ceasefire().search(passage)
    return found[0] if found else None


def is_breach(trigger: str) -> bool:
    """The words of an event are those of a breach: "violated", "ceasefire violations"."""
    return _violation().search(trigger) is not None


def number_in(passage: str) -> Estimate | None:
    """How many breaches the passage says there were: "96 violations", "violated the truce 14 times"; None: it does not.

    The last such number, as in "four on Monday and 96 violations in all".
    """
    counted = [n for n in find_numbers(passage, (0, len(passage))) if _counted().match(passage, n.span[1])]
    return Estimate(low=counted[-1].low, best=counted[-1].best, high=counted[-1].high) if counted else None


@cache
def _counted() -> re.Pattern[str]:
    rules = table("ceasefires")
    between = "|".join(map(re.escape, rules["between"]))
    words = "|".join(map(re.escape, rules["counted"]))
    return re.compile(rf"\s+(?:(?:{between})\s+)*(?:{_beginnings(rules['ceasefire'])}\s+)?(?:{words})\b", re.IGNORECASE)


@cache
def _violation() -> re.Pattern[str]:
    return re.compile(_beginnings(table("ceasefires")["violation"]), re.IGNORECASE)


@cache
def _ceasefire() -> re.Pattern[str]:
    return re.compile(_beginnings(table("ceasefires")["ceasefire"]), re.IGNORECASE)


@cache
def _breach() -> re.Pattern[str]:
    rules = table("ceasefires")
    ceasefire, violation = (_beginnings(rules[name]) for name in ("ceasefire", "violation"))
    between = rf"(?:\W+\w+){{0,{rules['near']}}}?\W+"
    return re.compile(f"{violation}{between}{ceasefire}|{ceasefire}{between}{violation}", re.IGNORECASE)


def _beginnings(words: Iterable[str]) -> str:
    """A pattern for words that begin so, to their end."""
    each = (r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))
    return rf"\b(?:{'|'.join(each)})\w*"
