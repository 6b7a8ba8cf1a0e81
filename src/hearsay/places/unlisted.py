"""Names that no gazetteer has as they are written, made places by the words around them.

"the village of Umm Sayala", "Kuweires airbase", "in Teir Maaleh, Homs": kept, and sought by their consonants;
facilities and roads are kept as places of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from hearsay.places.countries import country_of_demonym
from hearsay.places.features import armed_of
from hearsay.places.gazetteer import Entry
from hearsay.places.names import fold
from hearsay.places.toponym import Toponym, is_wide, with_kind
from hearsay.places.words import Word, given_names, is_article, is_inner, is_locative, kinds_after, listed

_INSIDE = frozenset(["de", "del", "la", "bin", "abu", "umm"])
_ONTO = frozenset(["on", "in", "at", "near", "against", "to", "from", "towards", "into", "outside", "around"])
_DIVISION = re.compile(r", [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? ([a-zA-Z]+)(?=[,.;)]| (?:on|in|and|at)\b)")
_DIVISIONS = frozenset(["territory", "division"])
_HOUR = re.compile(r"^\W*\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)? (?:- )?\Z", re.MULTILINE)
"""Before the name that heads an entry of a live page: "10:42 Kharkiv: two bombs hit"."""
_LABEL = 16
"""Characters before such a name."""
_ALIAS = re.compile(r"\s?\(")


def unlisted(
    text: str,
    words: Sequence[Word],
    k: int,
    names: Sequence[tuple[int, str]],
    known: Mapping[str, tuple[Entry, ...]],
) -> Toponym | None:
    """The unlisted name that begins at word ``k``, or None. ``names``: (last word, name), longest first."""
    if words[k].loud or _is_tail(words, k) or (words[k].opens and words[k].low in listed("before", "strong")):
        return None  # "In Ituri province" begins with the next word
    last = _run(words, k, names)
    if last is None:
        return None
    facility = _facility(words, k, last)
    if facility is not None:
        return _as_facility(text, words, k, facility, known)
    if k < last and words[k].low in listed("before", "direction"):
        return None  # the name begins with the next word, and takes the direction with it
    while last > k and words[last].low in kinds_after():
        last -= 1
    first, end, kind = with_kind(words, k, last)
    strong, weak = _context(text, words, k, last)
    if not (kind or strong or weak) or not _could_name(words, k, last, sure=bool(kind or strong)):
        return None
    name = text[words[k].start : words[last].end]
    shape = "context" if kind or strong else "tentative"
    whole = text[words[first].start : words[end].end]
    return Toponym(first, end, name, k, last, known.get(name, ()), kind, 1.0, shape, whole)


def _is_tail(words: Sequence[Word], k: int) -> bool:
    """Whether the words go on a name that began before: the "al-Sham" of "Tahrir al-Sham"."""
    before = words[k - 1] if k else None
    return before is not None and before.joined and before.capital and is_article(words[k]) and not before.loud


def _run(words: Sequence[Word], k: int, names: Sequence[tuple[int, str]]) -> int | None:
    """The last of the capitalised words from ``k`` on, not going past "of" or "and"."""
    lasts = {last for last, _ in names}
    best = None
    for last in sorted(lasts):
        between = words[k:last]
        if any(not (w.capital or is_inner(w) or w.low in _INSIDE) for w in between[1:]):
            break
        best = last
    return best


def _could_name(words: Sequence[Word], first: int, last: int, *, sure: bool) -> bool:
    """Whether the words are no people's or organisation's name and no ordinary words; if not ``sure``, no person's."""
    run = words[first : last + 1]
    if all(is_article(w) or w.low in listed("never", "words") for w in run):
        return False
    if run[-1].low in listed("organisation", "civic") or (len(run) > 1 and run[-1].low in listed("never", "words")):
        return False
    if any(w.low in listed("organisation", "heads") or country_of_demonym(w.text) for w in run):
        return False
    if sure:
        return True
    person = run[0].low in given_names() and len(run) > 1 and not any(is_article(w) for w in run)
    return not person and not any(w.low in listed("before", "title") for w in run)


def _context(text: str, words: Sequence[Word], first: int, last: int) -> tuple[bool, bool]:
    """Whether the words around make the name a place: surely ("the village of X"), or likely ("in X")."""
    before = words[first - 1] if first > 0 else None
    after = words[last + 1] if last + 1 < len(words) else None
    strong = weak = False
    if armed_of(words, first):
        return False, False
    if before is not None and text[before.end : words[first].start].strip() == "":
        if before.low == "of" and first > 1:
            strong = words[first - 2].low in listed("before", "noun_of")
        elif before.low in ("city", "town", "village", "hamlet", "suburb", "near", "outside"):
            strong = True
        weak = is_locative(words, first, "strong") or before.low in listed("before", "direction")
    if after is not None and text[words[last].end : after.start] == ", " and after.capital and is_wide(after):
        strong = strong or weak
    strong = strong or _in_a_division(text, words, first, last)
    closed = text[words[last].end : words[last].end + 1] == ")"
    if before is not None and closed and _ALIAS.fullmatch(text[before.end : words[first].start]):
        weak = weak or before.capital or before.low in kinds_after()
    weak = weak or (text.startswith(": ", words[last].end) and _after_hour(text, words[first].start))
    if any(is_article(w) for w in words[first : last + 1]) and before is not None:
        weak = weak or is_locative(words, first, "locative")
    return strong, weak


def _after_hour(text: str, start: int) -> bool:
    return _HOUR.search(text, max(0, start - _LABEL), start) is not None


def _in_a_division(text: str, words: Sequence[Word], first: int, last: int) -> bool:
    """ "On X, Y territory," after a preposition: X lies in the division Y."""
    apposed = _DIVISION.match(text, words[last].end)
    if apposed is None or first == 0 or words[first - 1].low not in _ONTO:
        return False
    return apposed.group(1).lower() in kinds_after().keys() | _DIVISIONS


def _facility(words: Sequence[Word], k: int, last: int) -> tuple[int, int] | None:
    """(last word of the name proper, facility word) when the capitalised words end in or lead to a facility word."""
    facility, between = listed("facility", "words"), listed("facility", "between")
    for at in range(last, k, -1):
        if words[at].low in facility:
            core = at - 1
            while core > k and words[core].low in between:
                core -= 1
            return core, at
    found = None
    at = last + 1
    while at < len(words) and words[at - 1].joined and at <= last + 3:
        word = words[at].low
        pair = at > last + 1 and f"{words[at - 1].low} {word}" in listed("facility", "pairs")
        if word in listed("facility", "own") or pair:
            found = last, at
        elif word not in between:
            break
        at += 1
    return found


def _as_facility(
    text: str, words: Sequence[Word], k: int, found: tuple[int, int], known: Mapping[str, tuple[Entry, ...]]
) -> Toponym | None:
    core, at = found
    name = text[words[k].start : words[core].end]
    whole = text[words[k].start : words[at].end]
    if words[at].capital and words[at].low in listed("organisation", "heads"):
        return None
    common = core == k and (fold(name) in listed("never", "words") or (words[k].opens and not known.get(name)))
    people = country_of_demonym(name) is not None
    if (people or common) and not words[at].capital:
        return None
    kind = "road" if words[at].low in listed("facility", "roads") else "facility"
    entries = known.get(whole) or (() if kind == "road" or people or common else known.get(name)) or ()
    shape = "nameless" if kind == "road" or people or common else "facility"
    return Toponym(k, at, name, k, core, entries, kind, 0.5, shape, whole)
