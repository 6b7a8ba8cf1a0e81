"""WordPiece in plain Python: BERT's own splitting (Devlin et al. 2019), with the words' offsets kept.

Differs from the reference in one thing: a control character is a word of its own instead of vanishing, so that offsets
stay exact.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hearsay.errors import DataError
from hearsay.records import Span

CLS, SEP, UNK = "[CLS]", "[SEP]", "[UNK]"
_CHUNK = re.compile(r"\S+")
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+|[^\sA-Za-z0-9]")
_LONGEST = 100
"""Characters of a word, as in BERT; what is longer is unknown."""
_CACHED = 50_000
_CJK = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))

SHAPES = ("special", "lower", "title", "upper", "mixed", "digits", "other")
"""How a word is written: what the uncased vocabulary forgets."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its offsets, its pieces' numbers in the vocabulary and how it is written (index into SHAPES)."""

    span: Span
    pieces: tuple[int, ...]
    shape: int


class WordPiece:
    """A vocabulary that splits text."""

    def __init__(self, vocabulary: Sequence[str], *, lower: bool = True) -> None:
        """``lower``: fold case and accents first (the uncased models)."""
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        missing = [mark for mark in (CLS, SEP, UNK) if mark not in self._ids]
        if missing:
            raise DataError("model-invalid", f"the vocabulary lacks {', '.join(missing)}", hint="Is it BERT's kind?")
        self.cls, self.sep, self.unk = (self._ids[mark] for mark in (CLS, SEP, UNK))
        self._lower = lower
        self._known = lru_cache(maxsize=_CACHED)(lambda word: (self._split(word), shape_of(word)))

    def words(self, text: str, span: Span) -> list[Word]:
        """The words of ``text`` inside ``span``, in order."""
        if text[slice(*span)].isascii():
            parts = [match.span() for match in _ASCII_WORD.finditer(text, *span)]
        else:
            parts = [part for chunk in _CHUNK.finditer(text, *span) for part in _parts(text, *chunk.span())]
        return [Word((start, end), *self._known(text[start:end])) for start, end in parts]

    def _split(self, word: str) -> tuple[int, ...]:
        folded = _folded(word) if self._lower else word
        if len(folded) > _LONGEST:
            return (self.unk,)
        pieces: list[int] = []
        start = 0
        while start < len(folded):
            mark = "##" if start else ""
            for end in range(len(folded), start, -1):
                number = self._ids.get(mark + folded[start:end])
                if number is not None:
                    pieces.append(number)
                    start = end
                    break
            else:
                return (self.unk,)
        return tuple(pieces) or (self.unk,)


def load_vocabulary(path: Path) -> list[str]:
    """One piece a line, its number the line's."""
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise DataError(
            "model-missing", "no vocabulary", where=str(path), hint="A BERT folder has vocab.txt."
        ) from error


def shape_of(word: str) -> int:
    """How it is written, as an index into SHAPES."""
    if word.islower():
        name = "lower"
    elif word.isupper():
        name = "upper" if len(word) > 1 else "title"
    elif word.istitle():
        name = "title"
    elif word.isdigit():
        name = "digits"
    else:
        name = "mixed" if any(c.isalpha() for c in word) else "other"
    return SHAPES.index(name)


def _folded(word: str) -> str:
    """Lower case without accents."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if unicodedata.category(c) != "Mn")


def _parts(text: str, start: int, end: int) -> list[Span]:
    chunk = text[start:end]
    if chunk.isascii():
        return [match.span() for match in _ASCII_WORD.finditer(text, start, end)]
    parts: list[Span] = []
    begin = start
    for at in range(start, end):
        if _alone(text[at]):
            if begin < at:
                parts.append((begin, at))
            parts.append((at, at + 1))
            begin = at + 1
    if begin < end:
        parts.append((begin, end))
    return parts


@lru_cache(maxsize=4096)
def _alone(char: str) -> bool:
    """Punctuation and ideographs are words by themselves."""
    if char.isascii():
        return not char.isalnum()
    code = ord(char)
    return unicodedata.category(char)[0] in "PC" or any(low <= code <= high for low, high in _CJK)
