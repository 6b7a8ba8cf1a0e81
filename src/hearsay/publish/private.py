"""Finds the names of private people: in an article's text, in any other string, in addresses of pages."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from urllib.parse import unquote

from hearsay.records import Span

MASK = "█"
SHORTEST_SURNAME = 3  # characters; shorter last words ("Li", "al") are too often something else

_WORD = re.compile(r"\w+")
_SLUG_WORD = re.compile(r"[^\W_]+")


def has_word(name: str) -> bool:
    """Whether there is anything to find."""
    return _WORD.search(name) is not None


def mask(name: str) -> str:
    """``name`` with each letter and digit as one block; its spaces and its length stay."""
    return "".join(MASK if letter.isalnum() else letter for letter in name)


def mask_spans(text: str, spans: Iterable[Span]) -> str:
    """``text`` with the ``spans``, which may overlap, masked."""
    pieces, done = [], 0
    for start, end in sorted(spans):
        if end > done:
            pieces += [text[done:start], mask(text[max(start, done) : end])]
            done = end
    return "".join([*pieces, text[done:]])


class PrivateNames:
    """Private names, found as whole words in time linear in the text.

    In full they are found in any case; the last word on its own only as it is written or in capitals, and not where
    it belongs to a ``public`` name ("Sarkis Street").
    """

    def __init__(self, names: Iterable[str], public: Iterable[str] = (), common: Iterable[str] = ()) -> None:
        """``public``: names that stay. ``common``: lower-case words of the text, which are no surnames in a slug."""
        words = sorted({tuple(_WORD.findall(name)) for name in names} - {()}, key=lambda name: (-len(name), name))
        self._by_first: dict[str, list[re.Pattern[str]]] = {}
        for name in words:
            # Between the words of a name: a space, a line break, a hyphen, a full stop and a space.
            pattern = re.compile(r"\W{1,3}".join(map(re.escape, name)) + r"(?!\w)", re.IGNORECASE)
            self._by_first.setdefault(name[0].casefold(), []).append(pattern)
        last = {name[-1] for name in words if len(name) > 1}
        self._last = {word for word in last if len(word) >= SHORTEST_SURNAME and not word.islower()}
        self._last |= {word.upper() for word in self._last}
        self._public = sorted(name for name in set(public) if self._last & set(_WORD.findall(name)))
        self._slugs = {tuple(_slug(name)) for name in words} - {()}
        self._slug_last = {slug for word in self._last for slug in _slug((word,))} - {fold(word) for word in common}

    def find(self, text: str) -> list[Span]:
        """Where one of the names stands in full. A name of one word is not found in lower case."""
        found: list[Span] = []
        for word in _WORD.finditer(text):
            for pattern in self._by_first.get(word[0].casefold(), ()):
                match = pattern.match(text, word.start())
                if match and not (match[0].islower() and _WORD.fullmatch(match[0])):
                    found.append(match.span())
                    break
        return found

    def surnames(self, text: str, public: Iterable[Span]) -> list[Span]:
        """Where the last word of a name stands outside the ``public`` spans."""
        starts: list[int] = []
        reach: list[int] = []
        for start, end in sorted(public):
            starts.append(start)
            reach.append(max(end, reach[-1] if reach else 0))
        found: list[Span] = []
        for word in _WORD.finditer(text):
            if word[0] in self._last:
                before = bisect_right(starts, word.start()) - 1
                if before < 0 or reach[before] < word.end():
                    found.append(word.span())
        return found

    def masked(self, text: str) -> str:
        """``text``, a headline or a canonical name, without the names."""
        public = [found.span() for name in self._public for found in re.finditer(re.escape(name), text)]
        return mask_spans(text, [*self.find(text), *self.surnames(text, public)])

    def masked_slug(self, address: str) -> str:
        """``address``, a URL, a path or a key, without the names in any case, accented or not.

        One that carries no name stays as it is, so that it leads to its source.
        """
        plain = unquote(address)
        words = [(fold(word[0]), word.span()) for word in _SLUG_WORD.finditer(plain)]
        spans = [span for word, span in words if word in self._slug_last]
        for name in self._slugs:
            joined, many = "".join(name), len(name)
            spans += [span for word, span in words if many > 1 and joined in word]
            for at in range(len(words) - many + 1):
                if tuple(word for word, _ in words[at : at + many]) == name:
                    spans += [span for _, span in words[at : at + many]]
        return mask_spans(plain, spans) if spans else address


def fold(word: str) -> str:
    """``word`` in lower case and without accents, as in the address of a page."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


def _slug(name: Iterable[str]) -> list[str]:
    """The words of a name as they stand in a slug."""
    return [slug for word in name for slug in _SLUG_WORD.findall(fold(word))]
