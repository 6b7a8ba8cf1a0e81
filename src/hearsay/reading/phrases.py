"""Whole noun phrases: a noun group with its "of" phrases, brackets and the groups that are listed with it."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.reading.chunks import Chunk
from hearsay.reading.tokens import Token
from hearsay.reading.verb import Range

BREAKS = frozenset({";", ":", "“", "”", '"', "—"})
"""Marks that end a clause."""
_CLOSING = {"(": ")", "[": "]"}
_CLOSED = frozenset(_CLOSING.values())


def phrase(words: Sequence[Token], first: int, noun_at: dict[int, Chunk], limit: int) -> Range:
    """The noun phrase that begins at ``first``, with its "of" phrases, brackets and coordinated phrases."""
    end = noun_at[first].last
    listed = False
    while end < limit:
        lower = words[end].lower
        if lower == "of" and end + 1 in noun_at and noun_at[end + 1].last <= limit:
            end = noun_at[end + 1].last
        elif lower in "([" and (close := _closing(words, end, limit)) is not None and close - end <= 14:
            end = close + 1
            if end in noun_at and noun_at[end].last <= limit:
                end = noun_at[end].last
        elif lower in ("“", '"', "‘") and end + 1 in noun_at:
            end = noun_at[end + 1].last
            if end < limit and words[end].lower in ("”", '"', "’"):
                end += 1
        elif (
            lower in ("and", "or")
            and end + 1 in noun_at
            and noun_at[end + 1].last <= limit
            and not verb_follows(words, noun_at[end + 1].last)
        ):
            end = noun_at[end + 1].last
        elif lower == "," and _list_goes_on(words, end, noun_at, limit):
            end, listed = noun_at[end + 1].last, True
        elif listed and lower == "," and _ends_list(words, end, noun_at, limit):
            end = noun_at[end + 2].last
        else:
            break
    return (first, end)


def _ends_list(words: Sequence[Token], comma: int, noun_at: dict[int, Chunk], limit: int) -> bool:
    """ "A judge, two clerks, and a guard": the comma before the last member, of which no clause goes on."""
    last = comma + 2
    if last not in noun_at or noun_at[last].last > limit or words[comma + 1].lower not in ("and", "or"):
        return False
    at = noun_at[last].last
    while at < len(words) and words[at].lower == "of" and at + 1 in noun_at:
        at = noun_at[at + 1].last
    return not verb_follows(words, at)


def _list_goes_on(
    words: Sequence[Token], comma: int, noun_at: dict[int, Chunk], limit: int, *, subject: bool = False
) -> bool:
    """A comma followed by noun phrases up to an "and": a list; only a subject has its verb right behind."""
    at = comma
    for _ in range(6):
        if at >= limit or words[at].lower != "," or at + 1 not in noun_at:
            return False
        at = noun_at[at + 1].last
        while at < limit and words[at].lower == "of" and at + 1 in noun_at:
            at = noun_at[at + 1].last
        if at < limit and words[at].lower in ("and", "or") and at + 1 in noun_at:
            return subject or not verb_follows(words, noun_at[at + 1].last)
        if at + 1 < limit and words[at].lower == "," and words[at + 1].lower in ("and", "or"):
            return at + 2 in noun_at and (subject or not verb_follows(words, noun_at[at + 2].last))
    return False


def verb_follows(words: Sequence[Token], at: int) -> bool:
    """Whether the words at ``at`` are a finite verb, over adverbs."""
    while at < len(words) and words[at].tag == "ADV":
        at += 1
    return at < len(words) and words[at].tag in ("AUX", "VERB") and not words[at].lower.endswith("ing")


def _closing(words: Sequence[Token], at: int, limit: int) -> int | None:
    closing = _CLOSING[words[at].lower]
    return next((k for k in range(at + 1, min(limit, at + 16)) if words[k].lower == closing), None)


def opening_of(words: Sequence[Token], close: int) -> int | None:
    """The bracket that the one at ``close`` closes."""
    opening = "(" if words[close].lower == ")" else "["
    return next((k for k in range(close - 1, max(-1, close - 16), -1) if words[k].lower == opening), None)


def whole_phrase(words: Sequence[Token], end: int, noun_at: dict[int, Chunk], noun_end: dict[int, Chunk]) -> Range:
    """The whole noun phrase that ends at ``end``."""
    return phrase_start(words, noun_end[end], noun_at, noun_end), end


def phrase_start(words: Sequence[Token], chunk: Chunk, noun_at: dict[int, Chunk], noun_end: dict[int, Chunk]) -> int:
    """Walk back over "X of", "X and", "X (Y)" to where the whole noun phrase begins."""
    start = chunk.first
    for _ in range(8):
        before = start - 1
        if before <= 0:
            break
        if words[before].lower in ("“", '"') and before in noun_end:
            start = noun_end[before].first
        elif (
            words[before].lower in _CLOSED
            and (opening := opening_of(words, before)) is not None
            and opening in noun_end
        ):
            start = noun_end[opening].first
        elif (
            (words[before].lower == "of" and before in noun_end)
            or (
                words[before].lower in ("and", "or") and before in noun_end and not _after_verb(words, noun_end[before])
            )
            or (
                words[before].lower == ","
                and before in noun_end
                and (
                    words[noun_end[before].first - 1].tag != "ADP"
                    or words[noun_end[before].first - 1].lower == "of"
                    or (words[noun_end[before].first - 1].lower in _OPENERS and _is_comma_and(words, before, chunk))
                )
                and _list_goes_on(words, before, noun_at, len(words), subject=True)
            )
        ):
            start = noun_end[before].first
        elif (member := _member_before(words, before, noun_end)) is not None:
            start = member
        else:
            break
    return start


_OPENERS = frozenset({"after", "before", "since", "until"})
"""Prepositions that open a clause as well: "after a colonel, a judge, and a senator were killed"."""


def _is_comma_and(words: Sequence[Token], comma: int, last: Chunk) -> bool:
    """The list that goes on at the comma has one before its "and", too: its first member is no time told before it."""
    return any(words[k].lower == "," and words[k + 1].lower in ("and", "or") for k in range(comma + 1, last.last - 1))


def _member_before(words: Sequence[Token], joint: int, noun_end: dict[int, Chunk]) -> int | None:
    """Where the member before "and" begins behind a bracket or a comma: "the army (FARDC) and peacekeepers"."""
    if words[joint].lower not in ("and", "or") or joint < 1:
        return None
    closing = joint - 1
    if words[closing].lower in _CLOSED:
        opening = opening_of(words, closing)
        return noun_end[opening].first if opening is not None and opening in noun_end else None
    if words[closing].lower != "," or closing not in noun_end:
        return None
    start = noun_end[closing].first
    while start > 0 and words[start - 1].lower == "of" and start - 1 in noun_end:
        start = noun_end[start - 1].first
    # "two volunteers, auxiliaries of the army, and a soldier": a list; "in Kaya, and a soldier was hurt": none
    return start if words[start - 1].lower == "," and start - 1 in noun_end else None


def _after_verb(words: Sequence[Token], chunk: Chunk) -> bool:
    return chunk.first > 0 and words[chunk.first - 1].tag in ("VERB", "AUX")
