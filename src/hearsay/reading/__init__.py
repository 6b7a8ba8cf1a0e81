"""Reading: an article's text in, tagged spans out.

Takes an Article; gives a :class:`Reading`: sentences, events with the spans of their parties and weapons, attributions
and entities. It says where things stand in the text, not who or where they are: that is settled in ``claims``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hearsay.actors.names import is_shouting
from hearsay.reading.attribution import find_attributions
from hearsay.reading.both.attributions import both_attributions
from hearsay.reading.both.events import both_events
from hearsay.reading.events import EventSpan, sentence_events
from hearsay.reading.model.read import ModelReading, Reader
from hearsay.reading.model.session import Session
from hearsay.reading.parse import parse, subjects
from hearsay.reading.sentences import sentences
from hearsay.reading.tokens import Token, tokens
from hearsay.reading.topic import Topic, is_rehearsed, is_supported, topic_of
from hearsay.records import Article, Attribution, Span

__all__ = ["EventSpan", "Reading", "read"]

_PLAYED = frozenset({"ASSAULT", "COERCE"})
"""What an exercise plays; who holds it with whom, and who objects, is meant in earnest."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands where in the article, and whether it speaks of conflict at all."""

    article: Article
    sentences: tuple[Span, ...]
    words: tuple[tuple[Token, ...], ...]
    """The tokens of each sentence."""
    events: tuple[EventSpan, ...]
    attributions: tuple[Attribution, ...]
    """Every attribution, with the words that the model marks where it speaks."""
    spoken: tuple[Attribution, ...]
    """The same, with the words of the rules where they speak: what chains of speakers are built from."""
    weapons: tuple[Span, ...]
    topic: Topic
    subjects: tuple[tuple[Span, ...], ...] = ()
    """What the finite verbs of each sentence are said of."""
    model: ModelReading | None = None
    """What the trained model marked by itself."""


def read(article: Article, model: Session | None = None) -> Reading:
    """Read every sentence of the article: by the rules, and by the trained model where one is given."""
    text = article.text
    spans = sentences(text)
    parsed, heard = [], []
    for span in spans:
        heard.append(tokens(text, span))
        parsed.append(parse(heard[-1]))
    topic = topic_of(parsed)
    rehearsed = is_rehearsed(parsed)
    words_of = tuple(heard)
    events = [
        event
        for number, sentence in enumerate(parsed)
        for event in sentence_events(sentence, number)
        if is_supported(event, sentence, topic)
    ]
    reader = Reader(model, text, spans) if model is not None else None
    attributions = find_attributions(text, spans, words_of)
    spoken = attributions
    if reader is not None:
        spoken = both_attributions(text, attributions, reader.reading, first="rules")
        attributions = both_attributions(text, attributions, reader.reading, first="model")
        events = both_events(events, spans, parsed, reader, topic, capitals=is_shouting(text))
    if rehearsed:
        events = [
            replace(e, status="hypothetical", why={**e.why, "status": "drill"}) if e.type in _PLAYED else e
            for e in events
        ]
    return Reading(
        article=article,
        sentences=spans,
        words=words_of,
        events=tuple(events),
        attributions=attributions,
        spoken=spoken,
        weapons=tuple(
            (s.words[w.words[0]].start, s.words[w.words[1] - 1].end) for s in parsed for w in s.weapons if not w.carrier
        ),
        topic=topic,
        subjects=tuple(map(subjects, parsed)),
        model=reader.reading if reader is not None else None,
    )
