"""Words as they are compared: one form for every way a page may write them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SAME = str.maketrans({"ی": "ي", "ى": "ي", "ک": "ك", "ہ": "ه", "ۀ": "ه", "ı": "i"} | dict.fromkeys("'’ʼ`"))
_JOINERS = dict.fromkeys(
    map(ord, "\u200c\u200d\u200e\u200f\u061c\u0640\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case, ASCII digits; no accents, vowel marks, joiners, apostrophes; Persian and Arabic letters alike."""
    plain = unicodedata.normalize("NFKD", text.translate(_JOINERS).casefold())
    kept = (digit(char) for char in plain if not unicodedata.combining(char))
    return "".join(kept).translate(_SAME)


def digit(char: str) -> str:
    """``char``, or the ASCII digit that it stands for (Arabic, Persian, Devanagari …)."""
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)
