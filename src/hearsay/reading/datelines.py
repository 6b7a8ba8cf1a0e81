"""Datelines: the place, day and agency before a report's first words, which are no part of its first sentence."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.reading.tokens import Token

_LONGEST = 24
"""Words."""


def after_dateline(words: Sequence[Token]) -> int:
    """Where the report begins after 'SAN SALVADOR, 3 JAN 90 (DPA) -- [TEXT]'; 0 where there is no dateline."""
    end = 0
    for at, word in enumerate(words[:_LONGEST]):
        if word.text in ("-", "–", "—") and at and words[at - 1].tag in ("PUNCT", "PROPN", "NUM"):
            spaced = at + 1 < len(words) and (words[at + 1].start > word.end or words[at + 1].text == word.text)
            end = at + 1 if spaced or words[at - 1].text == ")" else end
            if end:
                break
        if word.tag in ("VERB", "AUX", "PRON") and word.text.islower():
            return 0
    while end and end < len(words) and words[end].text in ("-", "["):
        closing = next((k for k in range(end, min(len(words), end + 12)) if words[k].text == "]"), None)
        end = closing + 1 if words[end].text == "[" and closing is not None else end + 1
    return end if end < len(words) else 0
