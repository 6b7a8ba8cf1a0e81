"""Finds quoted words in an article: an annotation names its words, never their offsets.

``start ... end`` abbreviates a long quote; ``words#2`` is the second occurrence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from hearsay.records import Mention, Span, mention
from hearsay.training.notation import NotationError

_NTH = re.compile(r"(.+?)#(\d+)$")
_GAP = " ... "


@dataclass(frozen=True, slots=True)
class Quotes:
    """The article text that quotes are looked up in."""

    text: str

    def all(self, quote: str) -> list[Span]:
        """Every whole-word occurrence, in order; an abbreviated quote runs to the nearest end."""
        first, _, last = quote.partition(_GAP)
        starts = self._whole(first)
        if not last:
            return starts
        ends = self._whole(last)
        found = []
        for start, stop in starts:
            nth = bisect_right([span[0] for span in ends], stop - 1)
            if nth < len(ends):
                found.append((start, ends[nth][1]))
        return found

    def only(self, quote: str) -> Mention:
        """The one occurrence in the article, or the one that ``#n`` names."""
        words, nth = _numbered(quote)
        found = self.all(words)
        if nth:
            return self._nth(found, nth, quote)
        if len(found) != 1:
            raise NotationError(f"{words!r} occurs {len(found)} times in the article")
        return self._mention(found[0])

    def near(self, quote: str, anchor: Span) -> Mention:
        """The occurrence inside ``anchor`` (at most one), else the nearest; ``#n`` counts from the top."""
        words, nth = _numbered(quote)
        found = self.all(words)
        if not found:
            raise NotationError(f"{words!r} is not in the article")
        inside = [span for span in found if anchor[0] <= span[0] and span[1] <= anchor[1]]
        if nth:
            return self._nth(found, nth, quote)
        if len(inside) > 1:
            raise NotationError(f"{words!r} occurs {len(inside)} times in its passage: add #1, #2 …")
        return self._mention(inside[0] if inside else min(found, key=lambda span: (_gap(span, anchor), span[0])))

    def inside(self, quote: str, anchor: Span) -> Mention:
        """The occurrence inside ``anchor``; it must be there."""
        got = self.near(quote, anchor)
        if got.span[0] < anchor[0] or got.span[1] > anchor[1]:
            raise NotationError(f"{quote!r} is not in its passage")
        return got

    def _nth(self, found: list[Span], nth: int, quote: str) -> Mention:
        if not 1 <= nth <= len(found):
            raise NotationError(f"{quote!r}: there are {len(found)} occurrences")
        return self._mention(found[nth - 1])

    def _mention(self, span: Span) -> Mention:
        return mention(self.text, span)

    def _whole(self, words: str) -> list[Span]:
        if not words:
            raise NotationError("an empty quote")
        found, at = [], self.text.find(words)
        while at >= 0:
            end = at + len(words)
            if not (_joined(self.text, at) or _joined(self.text, end)):
                found.append((at, end))
            at = self.text.find(words, at + 1)
        return found


def _numbered(quote: str) -> tuple[str, int]:
    match = _NTH.fullmatch(quote)
    return (match[1], int(match[2])) if match else (quote, 0)


def _joined(text: str, at: int) -> bool:
    """Whether a word runs across offset ``at``."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _gap(span: Span, anchor: Span) -> int:
    return max(anchor[0] - span[1], span[0] - anchor[1], 0)
