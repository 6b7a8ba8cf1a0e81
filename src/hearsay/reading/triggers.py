"""Finding the words that carry an event: the codebook's triggers and weapons in a tagged sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from hearsay.codebook import table
from hearsay.reading.tokens import Token, noun_lemma
from hearsay.reading.verb import Range, Verb
from hearsay.records import EventType


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry of codebook/triggers.toml, without its words."""

    type: EventType
    mode: str | None
    frame: str
    weak: bool = False
    territory: bool = False
    disrupted: bool = False
    repels: bool = False
    governs: bool = False
    thwarts: bool = False
    fails: bool = False
    refers: bool = False
    person_object: bool = False
    weapon_object: bool = False
    losses: bool = False
    aircraft: bool = False
    harms: bool = False
    needs: str | None = None
    """What its object (or, for people who gather, its subject) must be: "weapon", "protesters", "armed" …"""


@dataclass(frozen=True, slots=True)
class NounHit:
    """An event noun: its token range and what it means."""

    words: Range
    trigger: Trigger


@dataclass(frozen=True, slots=True)
class WeaponHit:
    """A weapon's token range and the PLOVER mode it implies."""

    words: Range
    mode: str
    carrier: bool = False
    """It carries the weapon ("warplanes"): says the mode, is no weapon itself."""


_FLAGS = (
    "weak territory disrupted repels governs thwarts fails refers person_object weapon_object losses aircraft harms"
).split()
_Lexicon = dict[str, list[tuple[tuple[str, ...], Trigger]]]


@cache
def _lexicons() -> tuple[_Lexicon, _Lexicon]:
    """(verbs by first word, nouns by last word), the longest entry first."""
    verbs: _Lexicon = defaultdict(list)
    nouns: _Lexicon = defaultdict(list)
    for entry in table("triggers")["event"]:
        trigger = Trigger(
            type=cast("EventType", entry["type"]),
            mode=entry.get("mode"),
            frame=entry["frame"],
            needs=entry.get("needs"),
            **{flag: entry.get(flag, False) for flag in _FLAGS},
        )
        for verb in entry.get("verbs", ()):
            words = tuple(verb.split())
            verbs[words[0]].append((words, trigger))
        for noun in entry.get("nouns", ()):
            words = tuple(noun.split())
            nouns[words[-1]].append((words, trigger))
    for lexicon in (verbs, nouns):
        for entries in lexicon.values():
            entries.sort(key=lambda e: -len(e[0]))
    return dict(verbs), dict(nouns)


@cache
def _weapons() -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
    by_last: dict[str, list[tuple[tuple[str, ...], str, bool]]] = defaultdict(list)
    for entry in table("weapons")["weapon"]:
        for noun in entry["nouns"]:
            words = tuple(noun.split())
            by_last[words[-1]].append((words, entry["mode"], entry.get("carrier", False)))
    for entries in by_last.values():
        entries.sort(key=lambda e: -len(e[0]))
    return dict(by_last)


@dataclass(frozen=True, slots=True)
class VerbHit:
    """A verb trigger: its token range, which tokens the phrase takes up, and what it means."""

    words: Range
    taken: tuple[int, ...]
    trigger: Trigger


def verb_triggers(words: Sequence[Token], verb: Verb) -> tuple[VerbHit, ...]:
    """The readings of a verb, the longest phrase first; several where the words allow ("seize")."""
    found: list[VerbHit] = []
    for phrase, trigger in _lexicons()[0].get(verb.lemma, ()):
        taken = _follows(words, verb.head, phrase[1:])
        if taken is not None and (not found or len(phrase) >= len(found[0].taken) or len(taken) == len(found[0].taken)):
            end = taken[-1] + 1
            found.append(VerbHit((verb.head, end if end - verb.head <= 5 else verb.head + 1), taken, trigger))
    return tuple(found)


_PARTICLES = frozenset(["up", "off", "over", "down", "back", "out", "into", "on", "at", "in", "away"])


def _follows(words: Sequence[Token], head: int, rest: tuple[str, ...]) -> tuple[int, ...] | None:
    """The tokens of a phrase whose further words stand in order close after the head; None where they do not."""
    taken = [head]
    for word in rest:
        if word in ("a", "the", "their"):
            continue
        reach = 3 if word in _PARTICLES and len(rest) == 1 else 6
        for at in range(taken[-1] + 1, min(len(words), taken[-1] + 1 + reach)):
            if words[at].tag in ("PUNCT", "SCONJ"):
                return None
            if word in (words[at].lower, words[at].lemma, noun_lemma(words[at])):
                taken.append(at)
                break
        else:
            return None
    return tuple(taken)


def noun_triggers(words: Sequence[Token]) -> tuple[NounHit, ...]:
    """Event nouns of a sentence in order, without overlap."""
    found: list[NounHit] = []
    for at, token in enumerate(words):
        if token.tag not in ("NOUN", "PROPN", "VERB", "ADJ") or (
            token.tag == "VERB" and not token.lower.endswith("ing")
        ):
            continue
        lemma = noun_lemma(token)
        for phrase, trigger in _lexicons()[1].get(lemma, ()):
            start = at - len(phrase) + 1
            if token.tag == "PROPN" and _in_a_name(words, start, at):
                break
            if start >= 0 and all(
                p in (words[start + k].lower, noun_lemma(words[start + k])) for k, p in enumerate(phrase)
            ):
                if token.tag in ("VERB", "ADJ") and len(phrase) == 1:
                    break
                while found and found[-1].words[1] > start:
                    found.pop()
                found.append(NounHit((start, at + 1), trigger))
                break
    return tuple(found)


def _in_a_name(words: Sequence[Token], start: int, at: int) -> bool:
    """ "Liberation" of a "National Liberation Army" is no liberation; upper-case wires write all words so."""
    near = [words[k] for k in (start - 1, at + 1) if 0 <= k < len(words)]
    return words[at].text[1:].islower() and any(t.tag == "PROPN" and t.text[1:].islower() for t in near)


def _is_where(words: Sequence[Token], at: int) -> bool:
    """ "Gunned down in Tank": a name after a word of place is no weapon."""
    name = words[at].text[:1].isupper() and words[at].text[1:].islower()
    return name and at > 0 and words[at - 1].lower in ("in", "near", "outside", "around")


def weapons(words: Sequence[Token]) -> tuple[WeaponHit, ...]:
    """Weapons of a sentence in order, each with the modifiers that belong to its name ("light and medium weapons")."""
    found: list[WeaponHit] = []
    for at, token in enumerate(words):
        if token.tag not in ("NOUN", "PROPN") or _is_where(words, at):
            continue
        for phrase, mode, carrier in _weapons().get(noun_lemma(token), ()):
            start = at - len(phrase) + 1
            if start < 0 or not all(
                p in (words[start + k].lower, noun_lemma(words[start + k])) for k, p in enumerate(phrase)
            ):
                continue
            while (
                start > 0
                and words[start - 1].tag in ("ADJ", "NOUN")
                and words[start - 1].end + 1 == words[start].start
                and words[start - 1].text.islower()
            ):
                start -= 1
            while found and found[-1].words[1] > start:
                found.pop()
            found.append(WeaponHit((start, at + 1), mode, carrier))
            break
    return tuple(found)
