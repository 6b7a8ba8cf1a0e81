"""Events on their way to claims: each with its counts, its times and its passage, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearsay.claims.counting import HARM, gathered, is_undone, may_count, may_have, share
from hearsay.claims.counts import find_counts
from hearsay.claims.counts_roles import roles_of
from hearsay.claims.followups import (
    goes_on,
    is_bare_toll,
    is_toll,
    only_adds,
    told_by_count,
    with_its_means,
    with_their_tolls,
)
from hearsay.claims.times import TimeFound, find_times
from hearsay.claims.where import within
from hearsay.claims.where_sums import of_no_one_spot
from hearsay.reading import EventSpan, Reading
from hearsay.reading.set_phrases import of_natural_causes
from hearsay.reading.topic import by_accident, is_defined
from hearsay.records import NOT_HAPPENED, Article, Attribution, Count, Place, Span, overlap

_LEAD = re.compile(r"(?:[\s,;:–—-]|(?:and|but|that|while|as|when|adding|saying)\b)+", re.IGNORECASE)
_TAIL = re.compile(r"(?:[\s,;:–—(-]|\b(?:and|but|while|as|when)(?=[\s,]*\Z))+\Z", re.IGNORECASE)
_DATELINE = re.compile(r"[^\n]{0,160}?(?:\s--|\s?[–—]|\s?-\s)\s*(?:\[TEXT\]\s*)?")
"""The head of a wire report: its day is the report's, not the event's."""
_BESIDE = re.compile(
    r"\s+(?:(?:the |a |an )?(?:\w[\w.’'-]* ){0,3}?(?:reporters|journalists|media|press|agency|[A-Z][\w.’-]*)\s+)?"
)
"""Between a verb of saying and its day: nothing, or who was told."""
_EVENTS_BACK = 6
"""Events told before among which the one is that "the same day" points at."""
_SENTENCES_BACK = 3
"""Sentences back to which an hour may belong to the day named there."""
_ATTRIBUTIONS = 40
"""Attributions that may overlap one sentence."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what its sentence says beside it. ``passage``: the words that carry it."""

    event: EventSpan
    counts: tuple[Count, ...]
    sentence: Span
    times: tuple[TimeFound, ...]
    passage: Span


def gather(reading: Reading, places: Sequence[Place], day: str | None) -> list[Told]:
    """The events in order; a sentence that only adds figures is folded into the event before it.

    ``day``: the day of the report (ISO), against which times are read.
    """
    text = reading.article.text
    out: list[Told] = []
    by_sentence: dict[int, list[EventSpan]] = {}
    for event in reading.events:
        by_sentence.setdefault(event.sentence, []).append(event)
    attributed = sorted((a for a in reading.spoken if a.source is not None), key=lambda a: a.content.span)
    said = 0
    head = head_of(reading.article)
    for number, sentence in enumerate(reading.sentences):
        events = [
            e
            for e in by_sentence.get(number, [])
            if not is_bare_toll(text, e)
            and (not e.refers or e.recipients or any(t.event.type == "ASSAULT" for t in out[-12:]))
        ]
        while said < len(attributed) and attributed[said].content.span[1] <= sentence[0]:
            said += 1
        speech = [a for a in attributed[said : said + _ATTRIBUTIONS] if overlap(a.content.span, sentence)]
        events = with_their_tolls(text, events, speech, [p.span for p in within(places, sentence)])
        counts, marks = _counts(reading, number, events) if reading.topic == "conflict" or events else ([], [])
        natural = by_accident(reading.words[number]) or of_natural_causes(reading.words[number])
        if not events:
            spoken = (a.content.span for a in speech)
            passage = next((s for s in spoken if sentence[0] <= s[0] and s[1] <= sentence[1]), sentence)
            alone = None if natural else told_by_count(text, passage, number, counts)
            events = [alone] if alone is not None else []
        elif not natural:
            lost = [c for c, mark in zip(counts, marks, strict=True) if is_toll(text, mark) and not may_have(c, events)]
            more = _told_by_others(text, number, events, speech, counts)
            if lost and reading.topic == "conflict":
                more += _told_beside(text, sentence, number, speech, lost)
            events = sorted([*events, *more], key=lambda e: e.trigger)
        shares = [gathered(counts, chosen) for chosen in share(counts, marks, events)]
        before = out[-1] if out else None
        follows = len(events) == 1 and before is not None and before.event.sentence == number - 1
        if before is not None and follows and not _of_no_one_spot(text, events[0], shares[0], sentence):
            placed = bool(within(places, sentence))
            if goes_on(events[0], before.event, attributed=bool(speech), placed=placed):
                if only_adds(text, shares[0], before.event, before.counts):
                    out[-1] = replace(before, counts=_appended(before.counts, [c for c in shares[0] if c.best != 0]))
                    continue
                events = [with_its_means(events[0], before.event)]
        times: tuple[TimeFound, ...] = ()
        if events and head < sentence[1]:
            times = find_times(
                text, (max(sentence[0], head), sentence[1]), day, _named_before(reading, number, day, out)
            )
        times = tuple(t for t in times if not any(_dates_the_saying(text, t, said_so) for said_so in speech))
        passages = _passages(events, sentence, speech)
        out += [
            Told(event, tuple(own), sentence, times, _trimmed(text, (max(passage[0], head), passage[1]), own))
            for event, own, passage in zip(events, shares, passages, strict=True)
        ]
    return out


def head_of(article: Article) -> int:
    """Where the dateline ends; 0 without one."""
    found = _DATELINE.match(article.text) if article.dateline is not None else None
    return found.end() if found is not None else 0


def _counts(reading: Reading, number: int, events: Sequence[EventSpan]) -> tuple[list[Count], list[Span]]:
    """The counts of a sentence, and for each the word that makes it one.

    What somebody is accused or wanted for is told to say who he is, and is no toll of this event.
    """
    text = reading.article.text
    roles = [role for event in events for role in roles_of(text, event) if may_count(event.status, role.measure)]
    found = find_counts(text, reading.sentences[number], reading.words[number], roles)
    harmed = {f.count.span for f in found if f.count.measure in HARM}
    unsure = {f.count.span for f in found if f.count.measure in ("neutralised", "casualties")}
    news = [
        k
        for k, f in enumerate(found)
        if not f.background
        and not any(is_undone(text, f.count.measure, e) and overlap(f.trigger, e.trigger) for e in events)
        and not is_defined(reading.words[number], f.trigger)
        and not f.part_elsewhere
        and not (k > 0 and _names_them_again(text, found[k - 1].count, f.count))
        and not (f.count.measure == "displaced" and f.count.span in harmed)  # "five displaced people were killed"
        and not (f.count.measure == "killed" and f.count.span in unsure)  # "a toll of eight neutralised"
    ]
    return gathered([f.count for f in found], news), [found[k].trigger for k in news]


def _told_by_others(
    text: str, number: int, events: Sequence[EventSpan], speech: Sequence[Attribution], counts: Sequence[Count]
) -> list[EventSpan]:
    """ "Medics say 31 are dead; the army says it hit a command post": a toll that one tells of another's deed."""
    tellers = {a.source.span for a in speech if a.source is not None for e in events if _tells(a, e.trigger)}
    found = []
    for said in speech:
        own = [count for count in counts if _tells(said, count.span)]
        if tellers and own and said.source is not None and said.source.span not in tellers:
            alone = told_by_count(text, said.content.span, number, own)
            found += [alone] if alone is not None else []
    return found


def _told_beside(
    text: str, sentence: Span, number: int, speech: Sequence[Attribution], lost: Sequence[Count]
) -> list[EventSpan]:
    """ "Put the toll at 71 and called for talks": a toll that no event of its sentence can have is told by itself."""
    spoken = [a.content.span for a in speech if _tells(a, lost[0].span)]
    alone = told_by_count(text, min(spoken, key=lambda s: s[1] - s[0], default=sentence), number, lost)
    return [alone] if alone is not None else []


def _of_no_one_spot(text: str, event: EventSpan, counts: Sequence[Count], sentence: Span) -> bool:
    return of_no_one_spot(text, Told(event, tuple(counts), sentence, (), sentence))


def _tells(said: Attribution, words: Span) -> bool:
    return said.content.span[0] <= words[0] < said.content.span[1]


_THAT_DAY = re.compile(
    r"\b(?:(?:that|the (?:same|next|following|previous|preceding)) (?:day|night|morning|afternoon|evening)"
    r"|(?:an? |one |two |three |several |some |few )?(?:hour|day|week)s? (?:later|earlier|before))\b",
    re.IGNORECASE,
)
_AN_HOUR = re.compile(
    r"\b(?:\d ?[ap]\.?m\b|noon\b|midday\b|midnight\b|dawn\b|dusk\b|\d\d?:\d\d\b|o['’]clock\b)", re.IGNORECASE
)


_SAME_MAN = re.compile(r"['’”\"]?,? (?:who (?:was|were) )?(?:later )?(?:identified|named|known) as ", re.IGNORECASE)


def _names_them_again(text: str, before: Count, count: Count) -> bool:
    """ "A 'commander', identified as X": one man, counted once."""
    one = count.measure == before.measure and count.best == before.best == 1
    return one and _SAME_MAN.fullmatch(text, before.span[1], count.span[0]) is not None


def _named_before(reading: Reading, number: int, day: str | None, told: Sequence[Told]) -> str | None:
    """The day that "that day" means, "hours later" counts from, or an hour alone is of.

    The last named in the paragraph before, else that of the event told before; for an hour that of one just before.
    """
    text, sentences = reading.article.text, reading.sentences
    back = _THAT_DAY.search(text, *sentences[number]) is not None
    if not back and _AN_HOUR.search(text, *sentences[number]) is None:
        return None
    if back:
        for earlier in range(number - 1, -1, -1):
            if text.count("\n", sentences[earlier][1], sentences[earlier + 1][0]) > 1:
                break
            if named := _days_in(find_times(text, sentences[earlier], day)):
                return named[-1]
    for item in reversed(told[-_EVENTS_BACK:]):
        if not back and number - item.event.sentence > _SENTENCES_BACK:
            break
        if item.event.status not in NOT_HAPPENED and (named := _days_in(item.times)):
            return named[-1]
    return None


def _days_in(times: Sequence[TimeFound]) -> list[str]:
    return [t.start for t in times if t.start is not None and t.start == t.end]


def _dates_the_saying(text: str, time: TimeFound, speech: Attribution) -> bool:
    """ "A spokesman said on Monday that ...": the day stands by the verb of saying, outside what is said."""
    if speech.cue is None or overlap(time.span, speech.content.span):
        return False
    return _BESIDE.fullmatch(text, speech.cue.span[1], max(speech.cue.span[1], time.span[0])) is not None


def _appended(counts: tuple[Count, ...], more: Sequence[Count]) -> tuple[Count, ...]:
    """Both lists as one, ``part_of`` renumbered."""
    shift = len(counts)
    return (
        *counts,
        *(c.model_copy(update={"part_of": c.part_of + shift}) if c.part_of is not None else c for c in more),
    )


def _passages(events: Sequence[EventSpan], sentence: Span, said: Sequence[Attribution]) -> list[Span]:
    """The passage of each event of a sentence: its clause, as far as the next one or the speaker."""
    edges = sorted({e.span for e in events})
    out = []
    for event in events:
        first, last = event.span
        left = max((end for _, end in edges if end <= first), default=sentence[0])
        right = min((start for start, _ in edges if start >= last), default=sentence[1])
        for speech in said:
            inside = speech.content.span[0] <= event.trigger[0] < speech.content.span[1]
            if inside and speech.content.span[0] <= first:
                left = max(left, speech.content.span[0])
            for words in (speech.source, speech.cue):
                if words is None or not inside:
                    continue
                if words.span[1] <= first:
                    left = max(left, words.span[1])
                elif words.span[0] >= last:
                    right = min(right, words.span[0])
        out.append((left, right))
    return out


def _trimmed(text: str, span: Span, counts: Sequence[Count]) -> Span:
    """With its counts, without the marks and joining words at its ends."""
    first, last = min([span[0], *(c.span[0] for c in counts)]), span[1]
    lead = _LEAD.match(text, first, last)
    first = lead.end() if lead else first
    tail = _TAIL.search(text, first, last)
    return first, tail.start() if tail is not None and tail.start() > first else last
