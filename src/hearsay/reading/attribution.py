"""Who is said to have said what: every attribution in a text, about an event or not.

Plain rules over tagged words: find the reporting cues of a sentence, then for each its source (before it, after it, or
shared with the cue before) and its content (after it, before it, or both). Source, cue and content are PolNeAR's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from hearsay.reading.attribution_cues import find_cues
from hearsay.reading.attribution_frames import Frame, frames
from hearsay.reading.attribution_free import free_quotes
from hearsay.reading.attribution_quotes import quotations
from hearsay.reading.attribution_sources import Range, Sentence, parsed
from hearsay.reading.tokens import Token, tokens
from hearsay.records import Attribution, AttributionKind, Span, mention

_LONGEST_SENTENCE = 400  # words; what is longer is a table or junk


def find_attributions(
    text: str, sentences: Sequence[Span], words: Sequence[tuple[Token, ...]] | None = None
) -> tuple[Attribution, ...]:
    """Every attribution of ``text`` in order of its content; ``words`` are the sentences' tokens where already made."""
    quotes = quotations(text)
    found: list[Attribution] = []
    for at, span in enumerate(sentences):
        toks = words[at] if words is not None else tokens(text, span)
        if 0 < len(toks) <= _LONGEST_SENTENCE:
            quoted = _inside(toks, quotes)
            cues = find_cues(toks, quoted)
            if cues:
                sentence = parsed(span, toks, quoted)
                found += [_attribution(text, sentence, quotes, frame) for frame in frames(sentence, cues)]
    found += free_quotes(text, quotes, found)
    return tuple(sorted(set(found), key=by_content))


def by_content(found: Attribution) -> tuple[Span, Span, Span]:
    """The order of attributions: by the words of the content, then of cue and source."""
    nowhere = (-1, -1)
    return (
        found.content.span,
        found.cue.span if found.cue else nowhere,
        found.source.span if found.source else nowhere,
    )


def _inside(toks: Sequence[Token], quotes: Sequence[Span]) -> tuple[bool, ...]:
    """For each word whether it stands in a quotation, the marks included."""
    starts = [q[0] for q in quotes]
    flags = []
    for tok in toks:
        k = bisect_right(starts, tok.start) - 1
        flags.append(k >= 0 and tok.end <= quotes[k][1])
    return tuple(flags)


def _attribution(text: str, sentence: Sentence, quotes: Sequence[Span], frame: Frame) -> Attribution:
    content = _whole_quotations(_span(sentence, frame.content), quotes)
    source = mention(text, _span(sentence, frame.source)) if frame.source else None
    return Attribution(
        source=source,
        cue=mention(text, _span(sentence, frame.cue)),
        content=mention(text, content),
        kind=kind_of(text, content, quotes),
    )


def _span(sentence: Sentence, words: Range) -> Span:
    return (sentence.words[words[0]].start, sentence.words[words[1] - 1].end)


def _whole_quotations(content: Span, quotes: Sequence[Span]) -> Span:
    """``content`` widened to the quotations it begins or ends in: they may run over several sentences."""
    start, end = content
    k = bisect_right([q[0] for q in quotes], start) - 1
    if k >= 0 and quotes[k][0] < start < quotes[k][1]:
        start = quotes[k][0]
    k = bisect_right([q[0] for q in quotes], end - 1) - 1
    if k >= 0 and quotes[k][0] < end < quotes[k][1]:
        end = quotes[k][1]
    return (start, end)


def kind_of(text: str, content: Span, quotes: Sequence[Span]) -> AttributionKind:
    """Direct where all of the content is quoted, mixed where some is."""
    start, end = content
    inside = sum(max(0, min(end, q[1]) - max(start, q[0])) for q in quotes if q[0] < end and q[1] > start)
    if inside == 0:
        return "indirect"
    bare = text[start:end].strip(" ,.:;")
    return "direct" if inside >= len(bare) - 2 else "mixed"
