"""Words as they are compared: one form for every way a page may write them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SAME = {"ی": "ي", "ى": "ي", "ک": "ك", "ہ": "ه", "ۀ": "ه", "ı": "i"}
_DROPPED = frozenset("'’ʼ`\u200c\u200d\u200e\u200f\u061c\u0640\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class _Folded(dict[int, str]):
    """What each character of a decomposed text becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        dropped = char in _DROPPED or unicodedata.combining(char)
        self[code] = "" if dropped else _SAME.get(char, digit(char))
        return self[code]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case, ASCII digits; no accents, vowel marks, joiners, apostrophes; Persian and Arabic letters alike."""
    return unicodedata.normalize("NFKD", text.casefold()).translate(_FOLDED)


def digit(char: str) -> str:
    """``char``, or the ASCII digit that it stands for (Arabic, Persian, Devanagari …)."""
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)


_FOLDED = _Folded()
