"""Whose voice each attribution is: pronouns, short forms and surnames led back to the first full naming."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.claims.chain_identity import Names, speaker_at
from hearsay.claims.chain_speakers import (
    core_span,
    kind_of,
    singular,
    words_in,
    words_of,
)
from hearsay.records import Span, Speaker

_DEFINITE = frozenset({"the", "that", "this", "same", "said"})
_PREPOSITIONS = frozenset({"of", "for", "in", "at", "from", "with", "on", "near", "to", "by"})
_BY = re.compile(r"\b(?:by|from)\s+", re.IGNORECASE)
_THERE = re.compile(r" (?:there|across the border)\b")
"""After a source: "the governor there" is the governor of another place than the one who spoke before."""
_TITLE = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Brig|Sgt|Cpl|Adm|Prof)\b\.?\s*|(?:General|Colonel|Major|Captain)\s+)+"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as first named, with the words it was introduced by and those who carried its word."""

    speaker: Speaker
    introduced: frozenset[str]
    via: tuple[Speaker, ...] = ()
    is_publisher: bool = False

    @property
    def is_person(self) -> bool:
        """A human being or several, rather than an institution or a document."""
        words = self.speaker.text.split()
        if self.speaker.id is not None and not self.speaker.anonymous:
            return False  # the registry holds no persons
        if self.speaker.anonymous or is_named_person(self.speaker.text):
            return True
        plain = [singular(w) for w in words_in(self.speaker.text)]
        cut = next((k for k, w in enumerate(plain) if w in _PREPOSITIONS and k), len(plain))
        titled = not set(plain[:-1]).isdisjoint(words_of("back_reference", "roles")) and words[-1][:1].isupper()
        return plain[:cut][-1:] != [] and (plain[cut - 1] in person_words() or (titled and cut == len(plain)))

    @property
    def is_plural(self) -> bool:
        """'residents', 'two medics', 'A and B'."""
        words = words_in(self.speaker.text)
        return "and" in words or any(w != singular(w) for w in words[-1:])


def person_words() -> frozenset[str]:
    """Words for people by their role."""
    return words_of("anonymous", "roles") | words_of("back_reference", "roles")


def is_named_person(words: str) -> bool:
    """Two to five capitalised words that no list knows as an institution."""
    parts = words.split()
    return (
        2 <= len(parts) <= 5
        and kind_of(words) == "unknown"
        and all(p[:1].isupper() for p in parts)
        and not words.isupper()
    )


def is_nobody(words: str) -> bool:
    """'No group', 'nobody': no speaker at all."""
    first = words_in(words)[:1]
    return not first or first[0] in words_of("anonymous", "nobody")


def weakens_only(words: str) -> bool:
    """'preliminary data', 'unconfirmed reports': no speaker, but a hedge."""
    plain = [singular(w) for w in words_in(words)]
    for at, word in enumerate(plain):
        if word in _PREPOSITIONS and at:
            plain = plain[:at]
            break
    if plain and plain[-1] in words_of("not_speakers", "never"):
        return True
    if _BY.search(words) or kind_of(words) != "unknown":
        return False  # "a report by the ministry", "police reports": somebody's
    if not plain or plain[-1] not in words_of("not_speakers", "words"):
        return False
    return (
        len(plain) == 1
        or plain[0] in words_of("not_speakers", "hedging")
        or (not words[:1].isupper() and plain[0] not in _DEFINITE)
    )


def voice_of(text: str, span: Span, before: Sequence[Voice], names: Names) -> Voice | None:
    """The voice of the source at ``span``; ``before`` are the voices so far, in order of the text."""
    span = _unwrapped(text, span)
    words = words_in(text[span[0] : span[1]])
    if is_nobody(text[span[0] : span[1]]):
        return None
    said = text[span[0] : span[1]]
    elsewhere = _THERE.match(text, span[1]) is not None
    known = (None if elsewhere else _referred(words, before)) or _by_acronym(said, before) or _by_surname(said, before)
    if known is not None:
        return known
    core = core_span(text, span)
    owner = _owner(words, before)
    speaker = speaker_at(text, core, names, owner.speaker if owner else None)
    if speaker.kind == "unknown":
        # The core may be a bare name whose apposition tells the kind ("Ali Hassan, a farmer").
        speaker = speaker.model_copy(update={"kind": kind_of(text[span[0] : span[1]])})
    return Voice(speaker, frozenset(singular(w) for w in words))


def _unwrapped(text: str, span: Span) -> Span:
    """'a statement by the army' → 'the army'; 'a report from the ministry' → 'the ministry'."""
    start, end = span
    match = _BY.search(text, start, end)
    if match is None or match.end() >= end:
        return span
    head = {singular(w) for w in words_in(text[start : match.start()])}
    return (match.end(), end) if head & words_of("back_reference", "documents") else span


def _referred(words: Sequence[str], before: Sequence[Voice]) -> Voice | None:
    """The earlier voice that a pronoun, a definite role or a document's name points back at."""
    if not words or not before:
        return None
    recent = list(reversed(before))
    first = words[0]
    if len(words) == 1 and first in words_of("pronouns", "person"):
        return next((v for v in recent if v.is_person and not v.is_plural), recent[0])
    if len(words) == 1 and first in words_of("pronouns", "thing"):
        return next((v for v in recent if not v.is_person), recent[0])
    if len(words) == 1 and first in words_of("pronouns", "several"):
        return next((v for v in recent if v.is_plural), recent[0])
    if set(words) & _PREPOSITIONS:
        return None
    head = singular(words[-1])
    definite = first in _DEFINITE
    if head in words_of("back_reference", "documents") and (definite or len(words) == 1):
        return next((v for v in recent if not v.is_person), recent[0])
    if definite and head in words_of("back_reference", "roles"):
        told = {singular(w) for w in words[1:-1]} - {"same", "further", "also"}
        match = next((v for v in recent if _same_role(head, v.introduced) and told <= v.introduced), None)
        return recent[0] if match is None and head == "source" and not told else match
    if definite and len(words) == 2 and head in words_of("back_reference", "institutions"):
        nameless = head in words_of("back_reference", "groups")
        return next(
            (v for v in recent if not v.is_person and (head in v.introduced or (nameless and _is_group(v)))), None
        )
    return None


def _is_group(voice: Voice) -> bool:
    return voice.speaker.kind in ("armed_group", "monitor", "unknown")


def _same_role(head: str, introduced: frozenset[str]) -> bool:
    if head.startswith("spokes"):
        return any(w.startswith("spokes") for w in introduced)
    return head in introduced


def _by_acronym(words: str, before: Sequence[Voice]) -> Voice | None:
    """'SOHR', 'the RCN' after a source that gave its short form in brackets or after a comma."""
    bare = words.removeprefix("the ").removeprefix("The ").removeprefix("THE ")
    if not 2 <= len(bare) <= 8 or not bare.isupper() or " " in bare:
        return None
    return next((v for v in before if bare.lower() in v.introduced and len(v.introduced) > 1), None)


def _by_surname(words: str, before: Sequence[Voice]) -> Voice | None:
    """'Gen. Okello', 'Okello' after 'Major General Peter Okello'."""
    bare = _TITLE.sub("", words).strip(" ,")
    parts = bare.split()
    if not parts or len(parts) > 2 or not all(p[:1].isupper() for p in parts) or kind_of(bare) != "unknown":
        return None
    for voice in before:
        named = voice.speaker.text.split()
        if len(named) > len(parts) and [p.lower() for p in named[-len(parts) :]] == [p.lower() for p in parts]:
            return voice
    return None


def _owner(words: Sequence[str], before: Sequence[Voice]) -> Voice | None:
    """Whose spokesman 'its spokesman' is: the last institution that spoke."""
    if not words or words[0] not in ("its", "their") or len(words) < 2:
        return None
    return next((v for v in reversed(before) if not v.is_person), None)
