"""Where the noun phrases that the tags mark begin and end: at whole words, without what belongs to the next phrase.

The tags break off inside a hyphenated word ("storey building"), before a bracket closes, or take a word too many; what
a phrase is in English decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hearsay.codebook import word_list
from hearsay.reading.model.decode import Found
from hearsay.records import Span

_DASHES = frozenset("-–—")
_DATELINE = 12
"""Words of a dateline and its dash at most."""
_PARTICLES = frozenset("al el an ar as at ad az ash ath adh ul".split())
"""The Arabic article, as names are spelt with it before a hyphen."""
_CLOSED_BY = {"(": ")", "[": "]"}
_ENDS_BEFORE = {
    "air": frozenset("strike strikes raid raids attack attacks".split()),
    **dict.fromkeys(("hours", "days", "weeks", "minutes"), frozenset("after before later earlier ago".split())),
    **dict.fromkeys("backed supported aided assisted led armed".split(), frozenset("by with".split())),
    **dict.fromkeys(("based", "stationed", "deployed"), frozenset("in at near on outside".split())),
}
"""Words that end no phrase before these: "the junta air" strike, "the market hours" after, "troops based" in, "rebels
backed" by."""
_TAKEN_FOR = ["to", "be"]


class Bounds:
    """The words of one window, against which phrases are held."""

    def __init__(self, text: str, spans: Sequence[Span], sentences: Sequence[tuple[int, int]]) -> None:
        """``spans``: of the window's words; ``sentences``: ranges of them."""
        self._text = text
        self._spans = spans
        self._words = [text[start:end].lower() for start, end in spans]
        self._opened = {k for first, last in sentences for k in _dateline(text, spans[first:last], first)}

    def whole(self, found: Sequence[Found]) -> list[Found]:
        """The phrases at their own bounds; one that consists of loose words is nothing.

        No phrase begins in a dateline.
        """
        made: list[Found] = []
        for one in found:
            first = next((k for k in range(one.first, one.last) if k not in self._opened), one.last)
            last = self._last(first, one.last)
            if last <= first:
                continue
            first = self._first(first, made[-1].last if made else 0)
            if made and made[-1].last == first and self._words[first - 2 : first] == _TAKEN_FOR:
                made[-1] = made[-1]._replace(last=last)  # "gunmen suspected to be" and whom they are taken for
            else:
                made.append(one._replace(first=first, last=last))
        return made

    def _first(self, first: int, least: int) -> int:
        """Where it begins, with the word that a hyphen joins to its first: "nine-storey", not "Israel-Hamas"."""
        while first - 2 >= least and self._is_hyphen(first - 1) and self._is_compound(first):
            first -= 2
        return first

    def _last(self, first: int, last: int) -> int:
        """Where it ends, without loose words and with the bracket that it opens.

        The article of a name is not cut off from it: after "al" follow a hyphen and the name.
        """
        if last < len(self._words) and self._words[last] in (")", "]"):
            opened = [self._words[k] for k in range(first, last) if self._words[k] in "()[]"]
            last += bool(opened) and _CLOSED_BY.get(opened[-1]) == self._words[last]
        while last > first and self._is_loose(last - 1):
            last -= 1
        if last > first and self._words[last - 1] in _PARTICLES and self._words[last : last + 1] == ["-"]:
            last = min(last + 2, len(self._words))
        return last

    def _is_loose(self, k: int) -> bool:
        after = self._words[k + 1] if k + 1 < len(self._words) else ""
        return self._words[k] in _no_phrase_end() or after in _ENDS_BEFORE.get(self._words[k], ())

    def _is_hyphen(self, k: int) -> bool:
        """Between two words, with no space on either side."""
        (_, before), (start, end), (after, _) = self._spans[k - 1 : k + 2]
        return self._words[k] == "-" and before == start and end == after

    def _is_compound(self, k: int) -> bool:
        """One of the two words is no name."""
        return any(self._text[self._spans[at][0]].islower() for at in (k, k - 2))


@cache
def _no_phrase_end() -> frozenset[str]:
    return word_list("grammar", "no_phrase_end")


def _dateline(text: str, words: Sequence[Span], first: int) -> range:
    """Numbers of the words of a dateline before a sentence's news ("KABUL (Wire) - "); ``first``: its first."""
    for k, (start, end) in enumerate(words[:_DATELINE]):
        word = text[start:end]
        if k and word in _DASHES and text[start - 1].isspace():
            return range(first, first + k + 1)
        if word[0].islower() or (not k and word != word.upper()):
            break
    return range(0)
