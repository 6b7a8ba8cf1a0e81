"""Asides: what stands between a subject and its verb, set off by commas or quotation marks.

"Two men, identified as A and B, natives of C, were arrested": the subject lies before all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.codebook import word_list
from hearsay.reading.chunks import Chunk
from hearsay.reading.tokens import Token

_OPENING, _CLOSING = frozenset("“‘\"'"), frozenset("”’\"'")
_QUOTED = 4
"""Words: a longer quotation is speech, not a name or a word held at arm's length."""
_ENDS = frozenset({";", ":", "“", "”", '"', "—", "–"})
_RELATIVE = word_list("grammar", "aside_openers")
_AFTER_PARTICIPLE = frozenset("as by with from in of for at on near to under".split())


def without_scare_quotes(words: Sequence[Token]) -> tuple[Token, ...]:
    """The words without the marks round a rank, a nickname or a loaded word: a 'commander', the "volunteers"."""
    drop: set[int] = set()
    for start, token in enumerate(words):
        if token.text not in _OPENING or start in drop:
            continue
        for end in range(start + 1, min(len(words), start + _QUOTED + 2)):
            if words[end].text in _CLOSING and end > start + 1:
                drop |= {start, end}
                break
            if words[end].tag in ("PUNCT", "AUX", "VERB", "PRON", "SCONJ"):
                break
    return tuple(t for k, t in enumerate(words) if k not in drop)


def subject_before(words: Sequence[Token], comma: int, noun_at: dict[int, Chunk]) -> Chunk | None:
    """The noun group that opens the clause whose verb follows ``comma``; None where what lies between is no aside."""
    end, skipped = comma, -1
    while True:
        begin = end - 1
        while begin >= 0 and words[begin].lower != "," and words[begin].text not in _ENDS:
            begin -= 1
        first = begin + 1
        if first >= end or words[first].tag == "CCONJ":
            return None
        opens = begin < 0 or words[begin].lower != ","
        if opens and words[first].tag in ("ADP", "ADV", "SCONJ"):  # "In Goma, two men, natives of …, were arrested"
            return noun_at.get(skipped)
        if not _is_aside(words[first:end]):
            return None if _has_finite_verb(words[first:end]) else _first_group(words, first, end, noun_at)
        if opens:
            return None if _has_finite_verb(words[first:end]) else noun_at.get(first)
        end, skipped = begin, first


def _first_group(words: Sequence[Token], first: int, end: int, noun_at: dict[int, Chunk]) -> Chunk | None:
    while first < end and words[first].tag in ("ADV", "CCONJ"):
        first += 1
    return noun_at.get(first)


def _is_aside(words: Sequence[Token]) -> bool:
    """A relative clause, a participle or a noun phrase of its own."""
    opener = words[0]
    if opener.lower in _RELATIVE or opener.tag in ("ADP", "ADV"):
        return True
    if opener.tag == "VERB":
        return opener.lower.endswith("ing") or _is_reduced(words, 0)
    return not any(t.tag in ("VERB", "AUX") for t in words)


def _has_finite_verb(words: Sequence[Token]) -> bool:
    """A verb that is no participle behind its noun ("a man carrying a bag", "cadres wanted in Sukma")."""
    for at, token in enumerate(words):
        if token.tag == "AUX":
            return not any(t.lower in ("who", "which", "that") for t in words[:at])
        if token.tag == "VERB" and not token.lower.endswith("ing") and not _is_reduced(words, at):
            return True
    return False


def _is_reduced(words: Sequence[Token], at: int) -> bool:
    """A participle that qualifies the noun before it: "identified as", "backed by", "wanted in"."""
    after = words[at + 1].lower if at + 1 < len(words) else ""
    return words[at].lower.endswith(("ed", "en", "wn")) and (after in _AFTER_PARTICIPLE or after == "")
