"""An article's attributions with their voices: who each source is, how it stands to its content, who carried it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearsay.claims.chain_carriers import carrier_core, carriers_in, is_carrier
from hearsay.claims.chain_identity import Names, speaker_at
from hearsay.claims.chain_speakers import folded, singular, words_in, words_of
from hearsay.claims.chain_stance import stance_of
from hearsay.claims.chain_voices import (
    Voice,
    is_named_person,
    person_words,
    voice_of,
    weakens_only,
)
from hearsay.reading.attribution_cues import makes_link, read_cue
from hearsay.reading.attribution_sources import Sentence, clause_subject, parsed, phrase_until
from hearsay.reading.tokens import Token, tokens
from hearsay.records import Attribution, Span, Speaker, Stance

_TO = re.compile(r" to (?=\S)")
"""Behind a verb of saying: "confirmed to Radio Kivu"."""
_REMEMBERED = 60  # voices that a pronoun, a short form or a surname may lead back to
_LOOK_BACK = 2  # sentences in which "he" may have been introduced without speaking
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])


@dataclass(frozen=True, slots=True)
class Publisher:
    """The last link of every chain, and the names under which the text may speak of it."""

    speaker: Speaker
    aliases: frozenset[str]

    def is_meant_by(self, words: str) -> bool:
        """Whether ``words`` name the publisher itself."""
        return folded(words) in self.aliases


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution whose voice is known. ``links``: whether its content is put forward by that voice.

    ``rank`` orders speakers of the same content: 0 the one quoted, 1 the one who says, 2 the one who quotes.
    """

    attribution: Attribution
    voice: Voice
    stance: Stance
    kind: str
    links: bool
    rank: int
    sentence: int


class Parser:
    """The sentences of a text with their tags, each made once and only when asked for."""

    def __init__(self, text: str, sentences: Sequence[Span], words: Sequence[tuple[Token, ...]] | None) -> None:
        """``words``: the sentences' tokens, where already made."""
        self.text = text
        self.sentences = sentences
        self._words = words
        self._starts = [s[0] for s in sentences]
        self._made: dict[int, Sentence] = {}

    def number_at(self, offset: int) -> int:
        """The number of the sentence that ``offset`` stands in (or after)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence(self, number: int) -> Sentence:
        """The tagged sentence."""
        if number not in self._made:
            span = self.sentences[number]
            words = self._words[number] if self._words is not None else tokens(self.text, span)
            self._made[number] = parsed(span, words, (False,) * len(words))
        return self._made[number]


def said_in(
    text: str,
    attributions: Sequence[Attribution],
    parser: Parser,
    publisher: Publisher,
    names: Names,
) -> tuple[Said, ...]:
    """The attributions with a voice, in the order in which their sources stand."""
    ordered = sorted((a for a in attributions if a.source is not None), key=_position)
    voices: list[Voice] = []
    known: dict[Span, Voice | None] = {}
    found: list[Said] = []
    for one in ordered:
        cue = read_cue(one.cue.text) if one.cue else ("say", "speech")
        if (
            one.source is None
            or cue is None
            or (cue[1] in ("attitude", "evidence") and not _is_document(one.source.text))
        ):
            continue
        lemma, kind = cue
        if weakens_only(one.source.text):
            continue
        number = parser.number_at(one.source.span[0])
        if one.source.span not in known:
            known[one.source.span] = _voice(text, one.source.span, parser, voices[-_REMEMBERED:], publisher, names)
        voice = known[one.source.span]
        if voice is not None:
            via = _carriers(text, one, parser, publisher, names)
            if via or not voices or voices[-1] is not voice:
                voice = replace(voice, via=via or voice.via)
                voices.append(voice)
            known[one.source.span] = voice
        stance = stance_of(one.cue.text if one.cue else "said", lemma, one.content.text)
        if voice is None or stance is None:
            continue
        links = makes_link(kind, lemma) or kind == "evidence"
        found.append(Said(one, voice, stance, kind, links, _rank(one, kind), number))
    return tuple(found)


def _position(one: Attribution) -> tuple[int, int]:
    return (one.source.span[0] if one.source else 0, one.content.span[0])


def _is_document(words: str) -> bool:
    head = [singular(w) for w in words_in(words)]
    for at, word in enumerate(head):
        if word in ("of", "for", "in", "by", "from", "on", "to"):
            head = head[:at]
            break
    return bool(head) and head[-1] in words_of("back_reference", "documents")


def _rank(one: Attribution, kind: str) -> int:
    if kind != "citing" or one.source is None or one.cue is None:
        return 1
    after = one.source.span[0] >= one.cue.span[1]
    passive = bool(set(one.cue.text.lower().split()) & _BE)
    return 0 if after != passive else 2


def _voice(
    text: str,
    source: Span,
    parser: Parser,
    before: Sequence[Voice],
    publisher: Publisher,
    names: Names,
) -> Voice | None:
    span = _antecedent(source, parser, before)
    words = text[slice(*span)]
    name = text[slice(*carrier_core(text, span))] if is_carrier(words) else words
    if publisher.is_meant_by(words) or publisher.is_meant_by(name) or _is_own(words):
        return Voice(publisher.speaker, frozenset(), is_publisher=True)
    return voice_of(text, span, [v for v in before if not v.is_publisher], names)


def _is_own(words: str) -> bool:
    return words.lower() in words_of("pronouns", "own")


def _antecedent(span: Span, parser: Parser, before: Sequence[Voice]) -> Span:
    """Of 'who' the noun phrase before it; of 'he' a person introduced since anybody last spoke.

    Where nobody has spoken yet, of 'it' and 'they' the subject before them.
    """
    lower = parser.text[slice(*span)].lower()
    number = parser.number_at(span[0])
    if lower in words_of("pronouns", "relative"):
        return _before_relative(parser.sentence(number), span) or span
    person = lower in words_of("pronouns", "person")
    if not person and (before or lower not in words_of("pronouns", "thing") | words_of("pronouns", "several")):
        return span
    spoke = parser.number_at(before[-1].speaker.span[0]) if before and before[-1].speaker.span else -1
    for earlier in range(number if not before else number - 1, max(-1, spoke, number - 1 - _LOOK_BACK), -1):
        found = _subject(parser.sentence(earlier), span[0])
        if found is None:
            continue
        told = parser.text[slice(*found)]
        if person and singular(words_in(told)[-1] if words_in(told) else "") not in words_in(told):
            continue  # "he" is not the "two reporters"
        human = is_named_person(told) or not person_words().isdisjoint(singular(w) for w in words_in(told))
        if human or not person:
            return found
    return span


def _subject(sentence: Sentence, until: int) -> Span | None:
    """The span of the sentence's subject, if it ends before the offset ``until``."""
    subject = clause_subject(sentence, sum(w.end <= until for w in sentence.words))
    return (sentence.words[subject[0]].start, sentence.words[subject[1] - 1].end) if subject else None


def _before_relative(sentence: Sentence, span: Span) -> Span | None:
    for at, word in enumerate(sentence.words):
        if word.start == span[0]:
            end = at - 1 if at and sentence.lower(at - 1) == "," else at
            if sentence.lower(end - 1) == ")":  # "the Front (PFR), which said"
                end = next((k for k in range(end - 1, 0, -1) if sentence.lower(k) == "("), end)
            if end in sentence.noun_until:
                first, last = phrase_until(sentence, end)
                return (sentence.words[first].start, sentence.words[last - 1].end)
            return None
    return None


def _carriers(text: str, one: Attribution, parser: Parser, publisher: Publisher, names: Names) -> tuple[Speaker, ...]:
    """The news organisations that the sentence of the cue names as listeners or as those who carried the word."""
    if one.cue is None or one.source is None:
        return ()
    source = one.source.span
    sentence = parser.sentence(parser.number_at(one.cue.span[0]))
    told = read_cue(one.cue.text)
    heard_from = None
    if told is not None and told[1] == "told":
        heard_from = source[1] if source[0] >= one.cue.span[1] else one.cue.span[1]
    elif (to := _TO.match(text, one.cue.span[1])) is not None:
        heard_from = to.end()
    made: list[Speaker] = []
    for span in carriers_in(text, sentence, one.content.span, heard_from):
        words = text[slice(*span)]
        inside = source[0] <= span[0] and span[1] <= source[1]
        if publisher.is_meant_by(words) or inside:
            continue
        made.append(as_carrier(speaker_at(text, span, names)))
    return tuple(made)


def as_carrier(speaker: Speaker) -> Speaker:
    """A carrier is an outlet unless it is known as an agency, and is never unnamed."""
    kind = speaker.kind if speaker.kind in ("agency", "outlet") else "outlet"
    return speaker.model_copy(update={"kind": kind, "anonymous": False})
