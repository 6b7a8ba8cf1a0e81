"""Noun and verb groups: runs of tagged words, without a parse tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hearsay.codebook import word_list
from hearsay.reading.tokens import Token
from hearsay.records import Span


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens ``first`` to ``last`` (exclusive) of a sentence; ``head`` is the index of the noun or main verb."""

    kind: Literal["NP", "VP"]
    first: int
    last: int
    head: int
    span: Span


_PEOPLE = frozenset("people persons civilians men women children soldiers policemen villagers others".split())
_DAYS = word_list("grammar", "weekdays")
_PARTS_OF_DAY = word_list("grammar", "parts_of_day")
_PERIODS = word_list("grammar", "periods")
_MONTHS = word_list("grammar", "months")
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})
_IN_NP = _NOMINAL | {"DET", "ADJ", "PART"}


def chunks(words: Sequence[Token]) -> tuple[Chunk, ...]:
    """The groups of a sentence in order, without overlap; words in none (prepositions, marks) lie between them."""
    found: list[Chunk] = []
    at = 0
    while at < len(words):
        time = time_at(words, at)
        if time > at:
            if at and words[at - 1].tag == "ADP":
                found.append(_chunk("NP", words, at, time, time - 1))
            at = time
            continue
        group = _noun_group(words, at) or _verb_group(words, at)
        if group is None:
            at += 1
        else:
            found.append(group)
            at = group.last
    return tuple(found)


def _chunk(kind: Literal["NP", "VP"], words: Sequence[Token], first: int, last: int, head: int) -> Chunk:
    return Chunk(kind, first, last, head, (words[first].start, words[last - 1].end))


def time_at(words: Sequence[Token], at: int) -> int:
    """The end of a bare time at ``at`` ("Sunday morning", "last week"), else ``at``: it is nobody's group but its own.

    Not where it describes a noun after it ("a Sunday market", "last week's raid").
    """
    lower = words[at].lower
    if lower in _DAYS:
        end = at + 1
        if end < len(words) and words[end].lower in _PARTS_OF_DAY:
            end += 1
    elif lower in ("last", "next") and at + 1 < len(words) and words[at + 1].lower in _PERIODS:
        end = at + 2
    elif lower in _MONTHS or lower.isdigit():
        end = _date_at(words, at)
    else:
        return at
    owner = end < len(words) and words[end].tag == "PART"
    described = at > 0 and words[at - 1].tag in ("DET", "ADJ") and end < len(words) and words[end].tag in _NOMINAL
    return at if owner or described else end


def _date_at(words: Sequence[Token], at: int) -> int:
    """The end of "3 March", "March 3" or "3 March 2024" at ``at``, else ``at``."""
    if at + 1 == len(words):
        return at
    one, two = words[at].lower, words[at + 1].lower
    if not ((one in _MONTHS and _is_day(two)) or (two in _MONTHS and _is_day(one))):
        return at
    end = at + 2
    return end + 1 if end < len(words) and words[end].lower.isdigit() and len(words[end].lower) == len("2024") else end


def _is_day(word: str) -> bool:
    return word.isdigit() and 1 <= int(word) <= 31


def _noun_group(words: Sequence[Token], at: int) -> Chunk | None:
    if words[at].tag == "PRON":
        return _chunk("NP", words, at, at + 1, at)
    if words[at].tag in ("VERB", "AUX", "SCONJ"):
        return None
    end = at
    head = -1
    while end < len(words):
        tag, lower = words[end].tag, words[end].lower
        if end > at and time_at(words, end) > end:
            break
        if tag == "PART" and lower not in ("’s", "'s", "’", "'"):
            break
        if (
            tag == "DET"
            and end > at
            and words[end - 1].tag not in ("DET", "PART")
            and lower not in ("other", "another")
        ):
            break
        if (
            tag == "ADV"
            and end + 1 < len(words)
            and words[end + 1].tag in ("ADJ", "NUM", "ADV")
            and lower not in ("not", "dead", "away", "off", "down", "out", "up", "back", "ablaze", "afire", "alight")
        ):
            end += 1
            continue
        if lower in ("to", "or") and 0 < end < len(words) - 1 and words[end - 1].tag == words[end + 1].tag == "NUM":
            end += 1  # "25 to 30 armed men"
            continue
        if (
            lower == "-"
            and 0 < end < len(words) - 1
            and words[end - 1].end == words[end].start == words[end + 1].start - 1
        ):
            end += 1
            continue
        if tag == "PUNCT" and end > at and (closed := _quoted_name(words, end)) is not None:
            end = closed
            continue
        if lower == "others" and end > at and words[end - 1].tag in ("NUM", "ADJ"):
            head, end = end, end + 1  # "wounded 13 others"
            break
        if tag not in _IN_NP or (tag == "NUM" and head >= 0 and _counts_anew(words, end)):
            break
        if tag in _NOMINAL:
            head = end
        end += 1
    if head < 0:
        # A group may lack a noun ("the wounded", "at least 15"); it then ends in its last word.
        if end - at >= 2 and words[at].tag == "DET":
            return _chunk("NP", words, at, end, end - 1)
        return None
    last = head + 1
    return _chunk("NP", words, at, last, head)


def _counts_anew(words: Sequence[Token], at: int) -> bool:
    """A number in words behind a noun counts the next one: "in another incident five men …"; in figures, people."""
    after = words[at + 1].tag if at + 1 < len(words) else ""
    if words[at - 1].lower == "death" and at > 1 and words[at - 2].lower == "to":
        return True  # "hacked to death 11 men"
    if words[at].lower.isdigit():
        return words[at - 1].tag == "NOUN" and after == "NOUN" and words[at + 1].lower in _PEOPLE
    return words[at - 1].tag in ("NOUN", "PROPN") and words[at].lower.isalpha() and after in ("NOUN", "PROPN", "ADJ")


def _quoted_name(words: Sequence[Token], at: int) -> int | None:
    """The end of a name in quotes inside a noun group: the "Gran Grif" gang."""
    if words[at].lower not in ("“", '"', "‘", "'"):
        return None
    for end in range(at + 1, min(at + 6, len(words) - 1)):
        if words[end].tag == "PUNCT":
            return end + 1 if end > at + 1 and words[end + 1].tag in _NOMINAL else None
        if words[end].tag not in _IN_NP:
            return None
    return None


def _verb_group(words: Sequence[Token], at: int) -> Chunk | None:
    if words[at].tag not in ("VERB", "AUX", "ADV", "PART"):
        return None
    end = at
    head = -1
    while end < len(words):
        tag = words[end].tag
        if tag == "VERB":
            if head >= 0 and words[end - 1].tag == "VERB":
                break
            head = end
        elif (head >= 0 and (words[end].lower == "to" or tag == "AUX")) or not (
            tag in ("AUX", "ADV") or (tag == "PART" and words[end].lower in ("not", "n't", "to"))
        ):
            break
        end += 1
    if head >= 0:
        return _chunk("VP", words, at, head + 1, head)
    auxiliaries = [k for k in range(at, end) if words[k].tag == "AUX"]
    if auxiliaries:
        return _chunk("VP", words, at, auxiliaries[-1] + 1, auxiliaries[-1])
    return None
