"""Loaded labels: who calls whom what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Literal

from hearsay.analysis.said import Said, Voice
from hearsay.incidents.neutral import name_of
from hearsay.records import PartyKind, Record


class LabelUse(Record):
    """One voice's loaded word for one party."""

    voice: Voice
    party: str
    """The neutral name, "unnamed rebel group" where nothing but the label names it."""
    party_kind: PartyKind
    stance: Literal["pejorative", "honorific"]
    word: str
    """In lower case."""
    claims: int
    outlets: tuple[str, ...]
    """In which outlets, the first first."""


def label_uses(said: Iterable[Said]) -> tuple[LabelUse, ...]:
    """Every use, the most frequent first."""
    claims: Counter[tuple[str, str, PartyKind, Literal["pejorative", "honorific"], str]] = Counter()
    outlets: dict[tuple[object, ...], dict[str, None]] = defaultdict(dict)
    voices: dict[str, Voice] = {}
    for one in said:
        labelled = [p for p in (*one.claim.actors, *one.claim.recipients) if p.label is not None]
        uses = {(one.voice.key, name_of(p), p.kind, p.label.stance, p.label.text.lower()) for p in labelled if p.label}
        for use in sorted(uses, key=str):
            voices.setdefault(one.voice.key, one.voice)
            claims[use] += 1
            outlets[use].setdefault(one.outlet)
    return tuple(
        LabelUse(
            voice=voices[key], party=party, party_kind=kind, stance=stance, word=word, claims=many,
            outlets=tuple(outlets[key, party, kind, stance, word]),
        )
        for (key, party, kind, stance, word), many in sorted(claims.items(), key=lambda use: (-use[1], str(use[0])))
    )  # fmt: skip
