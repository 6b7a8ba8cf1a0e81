"""What the model sees at once: a window of whole sentences, as many as fit.

Nothing is left out: a sentence longer than a window is cut into several at its words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hearsay.reading.model.wordpiece import Word, WordPiece
from hearsay.records import Span

LONGEST_WORD = 12
"""Pieces; of a longer word (a web address, junk) the model sees this many."""


@dataclass(frozen=True, slots=True)
class Window:
    """The model's input: words of neighbouring sentences, without the marks at either end."""

    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    """Ranges of ``words``, one for each (part of a) sentence."""
    ids: tuple[int, ...]
    """Numbers of all pieces."""
    firsts: tuple[int, ...]
    """Index of each word's first piece."""

    @property
    def shapes(self) -> list[int]:
        """How the word of each piece is written."""
        return [word.shape for word in self.words for _ in word.pieces[:LONGEST_WORD]]

    @property
    def size(self) -> int:
        """Pieces."""
        return len(self.ids)


def windows(
    text: str, sentences: Iterable[Span], pieces: WordPiece, *, longest: int, joined: bool = True
) -> list[Window]:
    """The windows of a text, in order, each sentence in exactly one (a very long one in several).

    ``longest``: pieces in a window. ``joined``: as many neighbouring sentences in a window as fit, else one each.
    """
    made: list[Window] = []
    held: list[Sequence[Word]] = []
    size = 0
    for span in sentences:
        for words in _cut(pieces.words(text, span), longest):
            length = _size(words)
            if held and (not joined or size + length > longest):
                made.append(_window(held))
                held, size = [], 0
            held.append(words)
            size += length
    if held:
        made.append(_window(held))
    return made


def _size(words: Sequence[Word]) -> int:
    return sum(min(len(word.pieces), LONGEST_WORD) for word in words)


def _cut(words: Sequence[Word], longest: int) -> Iterator[Sequence[Word]]:
    begin = size = 0
    for at, word in enumerate(words):
        length = min(len(word.pieces), LONGEST_WORD)
        if size + length > longest:
            yield words[begin:at]
            begin, size = at, 0
        size += length
    if begin < len(words):
        yield words[begin:]


def _window(held: Sequence[Sequence[Word]]) -> Window:
    words: list[Word] = []
    ids: list[int] = []
    ranges, firsts = [], []
    for sentence in held:
        ranges.append((len(words), len(words) + len(sentence)))
        words += sentence
        for word in sentence:
            firsts.append(len(ids))
            ids += word.pieces[:LONGEST_WORD]
    return Window(tuple(words), tuple(ranges), tuple(ids), tuple(firsts))


def word_range(spans: Sequence[Span], span: Span) -> tuple[int, int] | None:
    """The words (given by their spans, in order) that ``span`` touches, or None."""
    first = bisect_left(spans, span[0] + 1, key=lambda s: s[1])
    last = bisect_left(spans, span[1], key=lambda s: s[0])
    return (first, last) if first < last else None
