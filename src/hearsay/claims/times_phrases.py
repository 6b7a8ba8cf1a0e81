"""Times as they are said: atoms joined into phrases ("at 3 a.m. on Monday", "3 to 5 May") with their leads.

Works on the words alone; what a phrase means in days is :mod:`hearsay.claims.times_resolve`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from hearsay.claims.times_patterns import (
    DATES,
    DAYS,
    HOURS,
    MONTHS,
    YEARS,
    Atom,
    atoms,
    one_of,
    unit_of,
    way_of,
)
from hearsay.codebook import table

LEAD_REACH = 40
"""Characters before an expression in which its lead is looked for."""

# Between an hour and its day; between a weekday and its date; before the year that a month lies in.
_LOOSE = re.compile(
    r"(?i:(?:[\s,(]|\b(?:on|of|at|in|the|around|about|by|early|late|shortly|just|after|before|from|between|a)\b){1,9})"
)
_CLOSE = re.compile(r"(?i:[\s,(]{1,3}(?:the\s)?)")
_WITHIN = re.compile(r"(?i:\s(?:of\s|in\s|during\s)?)")


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before an expression. ``marks`` are the codebook's names for them, nearest first."""

    start: int
    marks: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """One time as said: offsets in the sentence and what it is made of."""

    start: int
    end: int
    head: Atom
    lead: Lead
    timed: bool = False
    """Begins with an hour: "before 3 a.m. on Monday" is on Monday."""
    night: bool = False
    within: Atom | None = None
    """The week, month or year the head lies in: "in May last year"."""
    shift: Atom | None = None
    """Counted from the head: "two days after" Monday."""
    last: Phrase | None = None
    """The other end of a range."""
    weak: bool = field(default=False)


def phrases(sentence: str) -> list[Phrase]:
    """Every time said in ``sentence``, in order; weak forms with nothing to hold them are dropped."""
    joined: list[Phrase] = []
    for atom in atoms(sentence):
        merged = _attached(sentence, joined[-1], atom) if joined else None
        if merged:
            joined[-1] = merged
        else:
            floor = joined[-1].end if joined else 0
            lead = _lead(sentence, atom.start, floor)
            weak = (atom.weak and not _held(atom, lead)) or _lasts(atom, lead)
            timed = atom.kind in HOURS
            joined.append(Phrase(lead.start, atom.end, atom, lead, timed=timed, night=atom.kind == "night", weak=weak))
    ranged = _ranged(sentence, joined)
    return [_closed(sentence, p) for p in ranged if not p.weak]


def _attached(sentence: str, phrase: Phrase, atom: Atom) -> Phrase | None:
    """``phrase`` with ``atom`` as part of the same expression, or null where they are two."""
    gap, head, kind = sentence[phrase.end : atom.start], phrase.head, atom.kind
    longer = replace(phrase, end=atom.end)
    if len(gap) > LEAD_REACH:
        return None
    if kind in HOURS and (head.kind in DAYS or head.kind in HOURS) and _LOOSE.fullmatch(gap):
        weak = phrase.weak and (atom.weak or head.kind in DAYS)
        return replace(longer, weak=weak, night=phrase.night or kind == "night")
    if head.kind in HOURS and kind in DAYS and _LOOSE.fullmatch(gap):
        return replace(longer, head=atom, weak=False)
    if _WITHIN.fullmatch(gap) and kind == "unit" and phrase.within is None and _fits_in(head, atom):
        return replace(longer, within=atom, weak=False)
    return _same_day(longer, atom) if _CLOSE.fullmatch(gap) else None


def _same_day(phrase: Phrase, atom: Atom) -> Phrase | None:
    """A day said twice ("Sunday, 9 February"), or the one counted from ("two days after Monday")."""
    head, kind = phrase.head, atom.kind
    if head.kind in ("weekday", "deictic") and kind in DATES:
        return replace(phrase, head=atom, weak=False)
    if kind == "weekday" and (head.kind in DATES or head.kind == "deictic"):
        return phrase
    if kind in DAYS and way_of(head) in ("before", "after"):
        return replace(phrase, head=atom, shift=head)
    return None


def _fits_in(head: Atom, unit: Atom) -> bool:
    """Monday last week; March, or 5 March, last year."""
    if unit_of(unit) == "week":
        return head.kind == "weekday"
    return unit_of(unit) == "year" and head.kind in MONTHS | {"dmy", "mdy"} and "y" not in head.words


def _ranged(sentence: str, found: list[Phrase]) -> list[Phrase]:
    """Ranges and lists folded from the right: "Monday, Tuesday and Wednesday" is one time of three days."""
    out: list[Phrase] = []
    for phrase in reversed(found):
        after = out[-1] if out else None
        if after and _joins(sentence, phrase, after):
            weak = phrase.weak and after.weak
            out[-1] = replace(phrase, end=after.end, last=after.last or replace(after, last=None), weak=weak)
        else:
            out.append(phrase)
    return out[::-1]


def _joins(sentence: str, one: Phrase, other: Phrase) -> bool:
    gap = sentence[one.end : other.start]
    if len(gap) > LEAD_REACH or None in (scales := (_scale(one.head), _scale(other.head))):
        return False
    open_ended = {"from", "between"} & set(one.lead.words) or one.head.kind == "night"
    if scales[0] != scales[1] and not open_ended:
        return False
    if _range_gap().fullmatch(gap):
        return True
    if gap.isspace():
        return "until" in other.lead.marks
    return gap.strip() == "," and other.last is not None and one.head.kind == other.head.kind and not other.lead.words


def _scale(atom: Atom) -> str | None:
    if atom.kind in DAYS:
        return "day"
    if atom.kind in HOURS:
        return "hour"
    if atom.kind in MONTHS:
        return "month"
    return "year" if atom.kind in YEARS else None


@cache
def _range_gap() -> re.Pattern[str]:
    return re.compile(rf"(?i:\s?,?\s?{one_of(table('times')['joins']['range'])}\s?)")


@cache
def _lead_marks() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """One lead at the end of a text, and each lead's mark."""
    t = table("times")
    marks = {word: mark for mark, words in t["leads"].items() for word in words}
    marks |= {word: part for part, rule in t["narrow"].items() for word in rule["words"]}
    return re.compile(rf"(?i:(?<![\w-])({one_of(marks)})[\s-]{{1,3}})\Z"), marks


_CLOSING = frozenset({"plain", "since", "until", "before", "after", "for", "eve"})


def _lead(sentence: str, start: int, floor: int) -> Lead:
    """The leads right before ``start``, read leftwards to the first plain or opening word."""
    pattern, known = _lead_marks()
    reach = max(floor, start - LEAD_REACH)
    at, kept = start, start
    marks: list[str] = []
    words: list[str] = []
    while hit := pattern.search(sentence, reach, at):
        word = " ".join(hit[1].lower().replace("-", " ").split())
        mark = known[word]
        at = hit.start()
        words.append(word)
        if mark != "neutral":
            marks.append(mark)
            kept = at
        if mark in _CLOSING and mark != "eve":
            break
    return Lead(kept, tuple(marks), tuple(words))


def _held(atom: Atom, lead: Lead) -> bool:
    """Whether the words before a weak form make a time of it."""
    needs = table("times")["needs_lead"]
    if atom.kind == "month":
        needed = needs["may"] if atom.words["bare"].lower() == "may" else needs["month"]
        narrow = set(table("times")["narrow"])
        return bool(set(needed) & set(lead.words)) or bool(narrow & set(lead.marks))
    if atom.kind == "year":
        return bool(set(needs["year"]) & set(lead.words)) or bool(set(table("times")["narrow"]) & set(lead.marks))
    return atom.kind == "part" and bool(set(needs["part"]) & set(lead.words))


def _lasts(atom: Atom, lead: Lead) -> bool:
    """How long something lasted, not when it was: "for two years after"."""
    return "for" in lead.marks and way_of(atom) in ("before", "after", "later", "earlier")


def _closed(sentence: str, phrase: Phrase) -> Phrase:
    """With the bracket that closes one opened inside: "Sunday (9 February)"."""
    inside = sentence[phrase.start : phrase.end]
    if inside.count("(") > inside.count(")") and sentence[phrase.end : phrase.end + 1] == ")":
        return replace(phrase, end=phrase.end + 1)
    return phrase
