"""The words of ``codebook/measures.toml`` in the shape in which the counts grammar looks them up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from hearsay.codebook import table, words_at
from hearsay.codebook.english import lemmas_of, lemminflect
from hearsay.reading.tokens import Token
from hearsay.records import Measure

Frame = Literal["object", "subject"]
Form = Literal["VB", "VBZ", "VBD", "VBN", "VBG"]


@dataclass(frozen=True, slots=True)
class VerbSense:
    """A verb, with the fixed words after it, that says what happened to those it counts."""

    measure: Measure
    frame: Frame
    tail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NounSense:
    """A verb with a noun of its own: "sustained injuries", "claimed the lives of"."""

    measure: Measure
    nouns: frozenset[str]
    counted: Literal["subject", "of"]


def measures() -> dict[str, Any]:
    """The codebook table."""
    return table("measures")


@lru_cache(maxsize=4096)
def verb_forms(lemma: str) -> dict[str, frozenset[Form]]:
    """Every form of a verb, with its Penn tags; a past without a participle of its own is one too."""
    found = lemminflect.getAllInflections(lemma, "VERB") or lemminflect.getAllInflectionsOOV(lemma, "VERB")
    forms: dict[str, set[Form]] = {}
    for tag, spellings in found.items():
        for word in spellings:
            if tag in ("VB", "VBZ", "VBD", "VBN", "VBG"):
                forms.setdefault(word, set()).add(tag)
            elif tag == "VBP":  # "are", "have"
                forms.setdefault(word, set()).add("VB")
    if not any("VBN" in tags for tags in forms.values()):
        for tags in forms.values():
            if "VBD" in tags:
                tags.add("VBN")
    for word in ("burnt", "hanged") if lemma in ("burn", "hang") else ():
        forms[word] = {"VBD", "VBN"}
    return {word: frozenset(tags) for word, tags in forms.items()}


@cache
def verb_senses() -> dict[str, tuple[tuple[VerbSense, frozenset[Form]], ...]]:
    """Surface form of the first word → the senses it may open; the longest tail comes first."""
    found: dict[str, list[tuple[VerbSense, frozenset[Form]]]] = {}
    frames: tuple[Frame, ...] = ("object", "subject")
    for frame in frames:
        for measure, phrases in measures()["verbs"][frame].items():
            for phrase in phrases:
                lemma, *tail = phrase.split()
                for word, forms in verb_forms(lemma).items():
                    found.setdefault(word, []).append((VerbSense(measure, frame, tuple(tail)), forms))
    return {word: tuple(sorted(senses, key=lambda s: -len(s[0].tail))) for word, senses in found.items()}


@cache
def noun_verb_senses() -> dict[str, tuple[tuple[NounSense, frozenset[Form]], ...]]:
    """Surface form → the verb-with-noun senses it may open."""
    found: dict[str, list[tuple[NounSense, frozenset[Form]]]] = {}
    for entry in measures()["verbs"]["noun"]:
        sense = NounSense(entry["measure"], frozenset(entry["nouns"]), entry["counted"])
        for lemma in entry["verbs"]:
            for word, forms in verb_forms(lemma).items():
                found.setdefault(word, []).append((sense, forms))
    return {word: tuple(senses) for word, senses in found.items()}


@cache
def states() -> dict[tuple[str, ...], Measure]:
    """Words after the counted that say what became of them ("dead", "to death"), as token tuples."""
    return {tuple(p.split()): m for m, phrases in measures()["states"].items() for p in phrases}


Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases as lower-case token tuples, by their first word, the longest first."""


def _by_first_word(phrases: Iterable[tuple[str, ...]]) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return {word: tuple(sorted(same, key=lambda p: (-len(p), p))) for word, same in found.items()}


@cache
def phrases(*path: str) -> Phrases:
    """A list of the codebook table as phrases."""
    return _by_first_word(tuple(phrase.split()) for phrase in word_set(*path))


@cache
def state_phrases() -> Phrases:
    """The keys of :func:`states`."""
    return _by_first_word(states())


@cache
def counted_nouns() -> dict[str, Measure]:
    """Noun lemma → the measure of a number that stands with it."""
    return {noun: m for m, nouns in measures()["nouns"]["counted"].items() for noun in nouns}


@cache
def nouns_of() -> dict[str, Measure]:
    """Noun lemma → the measure of those who follow it after "of" or "to"."""
    return {noun: m for m, nouns in measures()["nouns"]["of"].items() for noun in nouns}


def word_set(*path: str) -> frozenset[str]:
    """A list of the codebook table as a set."""
    return words_at("measures", *path)


@cache
def forms_of(*path: str) -> frozenset[str]:
    """Every form of the verbs in a list of the codebook table."""
    return frozenset(word for lemma in word_set(*path) for word in verb_forms(lemma))


@lru_cache(maxsize=65536)
def noun_lemma(word: str) -> str:
    """The singular of a lower-case noun the dictionary knows; the word itself otherwise."""
    found = lemmas_of(word).get("NOUN")
    if found:
        return found[0]
    stem = word.removesuffix("s")
    # Plurals the dictionary lacks ("cadres" it has, "jawans" it has not): never after s, and never a short name.
    return stem if stem != word and len(stem) > 4 and word.islower() and not stem.endswith(("s", "u", "i")) else word


def phrase_at(words: Sequence[Token], at: int, table_: Phrases) -> tuple[str, ...] | None:
    """The longest phrase of the table that stands at ``at``."""
    if at >= len(words):
        return None
    for phrase in table_.get(words[at].lower, ()):
        if at + len(phrase) <= len(words) and all(words[at + k].lower == part for k, part in enumerate(phrase)):
            return phrase
    return None
