"""Where sentences begin and end in a news text, upper-case wires and pasted quotes included."""

from __future__ import annotations

import heapq
import re

from hearsay.codebook import word_list
from hearsay.records import Span

_PARAGRAPH = re.compile(r"\n[ \t\r]*\n\s*|\n(?=[ \t]*[-*•–—] )")
# An end mark with its closing quotes and brackets, then white space, then what may open a sentence.
_END = re.compile(r"(?<![.!?…])([.!?…]+)([\"'”’»)\]]*)(?=(\s+)([\"'“‘«(\[]*)(\S))")
_NOTE = re.compile(rf"(\[(?:{'|'.join(sorted(word_list('grammar', 'editors_notes')))})(\]))", re.IGNORECASE)
"""What an editor has set before a text, or between its parts, ends what stands before it: "-- [TEXT] Gunmen …"."""
_LONGEST = 2000
"""Characters; what is longer is a table or junk, and is read in pieces so that the work stays linear."""
_ABBREVIATIONS = word_list("grammar", "abbreviations")
_NEVER_LAST = word_list("grammar", "never_last")


def sentences(text: str) -> tuple[Span, ...]:
    """Spans of the sentences, in order, trimmed of white space; a blank line or a list item always ends one."""
    found: list[Span] = []
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        found += _split(text, start, gap.start())
        start = gap.end()
    found += _split(text, start, len(text))
    return tuple(found)


def _split(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    begin = start
    for match in heapq.merge(_END.finditer(text, start, end), _NOTE.finditer(text, start, end), key=_place):
        if match.re is _NOTE or _ends_here(text, begin, match):
            _add(text, begin, match.end(2), spans)
            begin = match.end(2)
    _add(text, begin, end, spans)
    return spans


def _place(match: re.Match[str]) -> int:
    return match.start()


def _add(text: str, start: int, end: int, spans: list[Span]) -> None:
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        _trimmed(text, start, cut, spans)
        start = cut
    _trimmed(text, start, end, spans)


def _trimmed(text: str, start: int, end: int, spans: list[Span]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends_here(text: str, begin: int, match: re.Match[str]) -> bool:
    mark, closing, opening = match.group(1), match.group(2), match.group(5)
    if opening.islower():
        return False
    if mark != "." or closing:
        return True
    before = text[begin : match.start(1)]
    word = before.rsplit(None, 1)
    last = word[-1].lstrip("(\"'“‘«[").lower() if word else ""
    if not last or last in _NEVER_LAST:
        return False
    if last in _HOURS and not before.isupper() and len(before.split()) >= _CLAUSE:
        return not _tells_more_of_time(text[match.start(5) : match.start(5) + _ZONE])
    if last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha()):
        # "in the U.S. The army …": an abbreviation may close a sentence where a common opener follows.
        following = re.match(r"\w+", text[match.end() :].lstrip(" \t\n\"'“‘«([")[:24])
        return "." in last and following is not None and following.group().lower() in _OPENERS
    return not re.fullmatch(r"(?:[a-z]\.)+[a-z]", last) or opening in '"“‘«('


def _tells_more_of_time(after: str) -> bool:
    """ "At 2 a.m. Monday", "6 p.m. Moscow time", "9 a.m. GMT"; what else follows in a capital begins a sentence."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", after)]
    return not words or words[0] in _DATED or "time" in words[:3]


_HOURS = frozenset({"a.m", "p.m"})
_CLAUSE = 6
"""Words, at least, of which an hour may be the last; fewer may only set the scene ("At 2 a.m. Israeli troops …")."""
_ZONE = 40
"""Characters in which a time zone ends."""
_DATED = word_list("grammar", "weekdays") | word_list("grammar", "months") | word_list("grammar", "time_zones")
_OPENERS = word_list("grammar", "openers")
