"""Where a speaker's word runs on to sentences that name nobody: within its paragraph, and through a bulletin.

Standing beside somebody's word is not enough: the next sentence may be the outlet's own report, or background. The
words must lead on: a pronoun that opens the sentence, or the same speaker heard again later in the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from hearsay.claims.chain_said import Said
from hearsay.codebook import table, words_at
from hearsay.records import Span

_FARTHEST = 2  # sentences of a paragraph that a speaker's word runs on to
_FIRST = re.compile(r"[\s\"“”'‘’(–—-]*(\w+)")


@cache
def _bulletins() -> re.Pattern[str]:
    parts = sorted(table("speakers")["carry"]["bulletins"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(p) for p in parts) + r")\b", re.IGNORECASE)


@cache
def _shifts() -> re.Pattern[str]:
    parts = sorted(table("speakers")["carry"]["shifts"], key=len, reverse=True)
    return re.compile(r"(?:" + "|".join(re.escape(p) for p in parts) + r")\b", re.IGNORECASE)


def carried(text: str, sentences: Sequence[Span], said: Sequence[Said]) -> tuple[tuple[Said, str] | None, ...]:
    """For each sentence the voice that runs on to it and why; None where none does or it has a speaker itself."""
    of_sentence: dict[int, list[Said]] = {}
    for one in said:
        if one.links and one.kind != "noun":
            of_sentence.setdefault(one.sentence, []).append(one)
    running: list[tuple[Said, str] | None] = []
    in_paragraph: Said | None = None
    bulletin: Said | None = None
    run = 0
    for number, (start, end) in enumerate(sentences):
        if number and _paragraph_ends(text, sentences[number - 1][1], start):
            in_paragraph = None
        own = of_sentence.get(number, [])
        if own:
            running.append(None)
            last = own[-1]
            steady = last.stance == "asserts" and not last.voice.is_publisher
            in_paragraph = last if steady else None
            run = 0
            if steady and _is_bulletin(text, (start, end), last):
                bulletin = last
            elif bulletin is not None and last.voice.speaker != bulletin.voice.speaker:
                bulletin = None
        elif _shifts().match(text, start, end):
            running.append(None)
            in_paragraph = bulletin = None
        elif (
            in_paragraph is not None
            and run < _FARTHEST
            and _leads_on(text, sentences, number, in_paragraph, of_sentence)
        ):
            run += 1
            running.append((in_paragraph, "paragraph"))
        else:
            in_paragraph = None
            running.append((bulletin, "bulletin") if bulletin is not None else None)
    return tuple(running)


def _paragraph_ends(text: str, end: int, start: int) -> bool:
    return text.count("\n", end, start) > 1


def _leads_on(
    text: str, sentences: Sequence[Span], number: int, last: Said, of_sentence: dict[int, list[Said]]
) -> bool:
    """Do the words lead on from ``last``: a pronoun first, or the same speaker again before the paragraph ends?"""
    first = _FIRST.match(text, *sentences[number])
    if first is not None and first[1].lower() in words_at("speakers", "carry", "pronouns"):
        return True
    for later in range(number + 1, min(len(sentences), number + _FARTHEST + 1)):
        start, end = sentences[later]
        if _paragraph_ends(text, sentences[later - 1][1], start) or _shifts().match(text, start, end):
            return False
        if own := of_sentence.get(later):
            return own[0].voice.speaker == last.voice.speaker
    return False


def _is_bulletin(text: str, sentence: Span, said: Said) -> bool:
    """'said in its update', 'a war bulletin indicates': the bulletin stands outside what is said."""
    start, end = said.attribution.content.span
    return any(not start <= match.start() < end for match in _bulletins().finditer(text, *sentence))
