"""Words of names, folded so that spellings meet: "Al-Shabaab" and "al Shabaab", "Hay’at" and "Hay'at".

A name's key is its folded words joined by blanks. Case, accents and hyphens go; the Arabic article (al-, el-) and the
possessive 's carry nothing; dotted acronyms close up ("U.N." is "un").
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_APOSTROPHES = "'’‘ʼʻ`´ʿʾ′"
_CLOSED = str.maketrans(dict.fromkeys(_APOSTROPHES))
_ARTICLES = frozenset({"al", "el"})
# Persian and Urdu letters that Arabic writes otherwise, and two Arabic finals that vary.
_LETTERS = str.maketrans({"ی": "ي", "ک": "ك", "ى": "ي", "ة": "ه", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss"})


class Word(NamedTuple):
    """One word of a text: its folded form and where it stands (code points, end exclusive)."""

    key: str
    start: int
    end: int
    silent: bool
    """Carries nothing in a name: the Arabic article, the possessive 's."""


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Case, accents and dots evened out."""
    if word.isascii():
        return word.replace(".", "").lower()
    plain = unicodedata.normalize("NFKD", word.replace(".", ""))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().translate(_LETTERS)


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]`` in order, with offsets in ``text``."""
    found = []
    for hit in _WORD.finditer(text, start, len(text) if end is None else end):
        key = fold_word(hit[0])
        begin, last = hit.span()
        possessive = key == "s" and begin > 0 and text[begin - 1] in _APOSTROPHES
        if key:
            found.append(Word(key, begin, last, possessive or key in _ARTICLES))
    return found


def key_of(name: str) -> str:
    """The key of a name: its telling words, folded; a leading "the" is dropped."""
    words = [word.key for word in split_words(name) if not word.silent]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


@cache
def keys_of(name: str) -> tuple[str, ...]:
    """All keys of a registry name: with its apostrophes as breaks ("hay at") and closed up ("hayat")."""
    first = key_of(name)
    closed = name.translate(_CLOSED)
    second = key_of(closed) if closed != name else first
    return tuple(dict.fromkeys(key for key in (first, second) if key))


def is_shouting(text: str) -> bool:
    """True for a text in capitals, as wires once were: case then tells nothing."""
    head = text[:2000]
    letters = sum(map(str.isalpha, head))
    return letters > 0 and sum(map(str.isupper, head)) > 0.9 * letters
