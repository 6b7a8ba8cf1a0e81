"""Quotations without a cue of their own: they go on with the speaker before them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from hearsay.records import Attribution, Span, mention

_SHORTEST = 5  # words; shorter ones are mostly names and scare quotes, unless they end like a sentence
_FARTHEST = 600  # characters back to the attribution that is continued


def free_quotes(text: str, quotes: Sequence[Span], found: Sequence[Attribution]) -> list[Attribution]:
    """An attribution for each long quotation that none of ``found`` covers, with the last speaker before it."""
    covered = sorted(a.content.span for a in found)
    starts = [c[0] for c in covered]
    reach: list[int] = []
    for _, end in covered:
        reach.append(max(end, reach[-1] if reach else 0))
    spoken = sorted((a for a in found if a.source is not None and a.cue is not None), key=_end)
    ends = [_end(a) for a in spoken]
    made: list[Attribution] = []
    for start, end in quotes:
        k = bisect_right(starts, start) - 1
        if (k >= 0 and reach[k] > start) or _is_scare_quote(text[start:end]):
            continue
        if not _stands_alone(text, start):
            continue
        last = bisect_right(ends, start) - 1
        if last >= 0 and start - ends[last] <= _FARTHEST:
            speaker = spoken[last]
            same = "\n\n" not in text[ends[last] : start]
            made.append(
                Attribution(
                    source=speaker.source,
                    cue=speaker.cue if same else None,
                    content=mention(text, (start, end)),
                    kind="direct",
                )
            )
    return made


def _is_scare_quote(quote: str) -> bool:
    return len(quote.split()) < _SHORTEST and quote[-2:-1] not in (".", "!", "?")


def _end(found: Attribution) -> int:
    return max(m.span[1] for m in (found.source, found.cue, found.content) if m is not None)


def _stands_alone(text: str, start: int) -> bool:
    """Whether a sentence begins with the quotation at ``start``."""
    before = text[max(0, start - 3) : start].rstrip()
    return start == 0 or not before or before[-1] in ".!?”\"'’]:"
