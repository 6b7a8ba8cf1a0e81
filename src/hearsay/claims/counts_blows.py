"""Those who were shot, hit or fell: what became of them is said by where, with what and how many.

"Was hit in the arm" and "were hit by bullets" wound; "three men were lined up and shot" and "nine of its own fell"
kill. A single person who was "shot" may live: that counts nobody. The words are in ``codebook/measures.toml`` under
``blows``.
"""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.actors.people import ARMED
from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_lexicon import forms_of, noun_lemma, phrase_at, phrases, word_set
from hearsay.claims.counts_reality import happened
from hearsay.claims.counts_sentence import Clauses, Tally, Unit
from hearsay.claims.counts_subject import subject, voice_of
from hearsay.claims.counts_values import kind_of, value_of
from hearsay.claims.counts_verbs import counted_by_voice
from hearsay.records import Measure

_NEAR = 16
"""Tokens behind the verb in which the part of the body stands, or what hit."""
_SEVERAL = 2


def blows(clauses: Clauses) -> Iterator[Tally]:
    """A tally for each verb of hitting that says what became of those hit."""
    for at, word in enumerate(clauses.words):
        if clauses.inside[at]:
            if word.lower in forms_of("blows", "falling") and _is_misread(clauses, at):
                yield Tally("killed", at, at + 1, (Unit(clauses.group_to[at]),))
            continue
        if word.tag not in ("VERB", "NOUN"):
            continue
        if word.lower in forms_of("blows", "hitting") and happened(clauses, at):
            yield from _hit(clauses, at)
        elif word.lower in forms_of("blows", "falling") and _is_a_death(clauses, at):
            fallen = tuple(u for u in subject(clauses, at).units if _are_fighters(clauses, u))
            yield Tally("killed", at, at + 1, fallen)


def _hit(clauses: Clauses, at: int) -> Iterator[Tally]:
    words = clauses.words
    tail = words[at + 1].lower if at + 1 < len(words) else ""
    if tail in word_set("blows", "other_tails") and not _says_when(clauses, at + 1):
        return  # "shot down", "shot at", "hit back"
    voice = voice_of(clauses, at, at + 1)
    units = counted_by_voice(clauses, at, at + 1, voice)
    if voice == "active":
        units = units[:1]
    end = _clause_end(clauses, at)
    place = _body_part(clauses, at, end)
    shot = words[at].lower in forms_of("blows", "shooting")
    for unit in units:
        things = clauses.is_thing(unit.group)
        if things:
            if voice == "passive" and unit.group.form == "counted":
                yield Tally("damaged", at, at + 1, (unit,))
            continue
        measure: Measure | None = place
        if measure is None and shot:
            measure = "killed" if _are_several(clauses, unit.group) else None
        elif measure is None and (voice != "active" or _by_a_shot(clauses, at)) and _is_somebody(clauses, unit):
            measure = "injured"
        if measure is not None:
            yield Tally(measure, at, at + 1, (unit,))


def _says_when(clauses: Clauses, at: int) -> bool:
    """ "Were shot at dawn", "at close range": no shot that may have missed."""
    words = clauses.words
    behind = words[at + 1].lower if at + 1 < len(words) else ""
    return words[at].lower == "at" and behind in word_set("blows", "at_times")


def _clause_end(clauses: Clauses, at: int) -> int:
    """Where the clause of the verb ends: at the next verb, conjunction or semicolon."""
    for end in range(at + 1, min(len(clauses.words), at + _NEAR)):
        word = clauses.words[end]
        if word.lower == ";" or word.tag == "SCONJ" or (clauses.is_verb(end) and not clauses.is_modifier(end)):
            return end
    return min(len(clauses.words), at + _NEAR)


def _body_part(clauses: Clauses, at: int, end: int) -> Measure | None:
    """What a shot "in the head" or "in the arm" does; None where no part of the body is named."""
    for k in range(at + 1, end):
        if clauses.words[k].lower not in ("in", "through", "on", "across"):
            continue
        parts = [noun_lemma(word.lower) for word in clauses.words[k + 1 : min(end, k + 4)]]
        if any(part in word_set("blows", "deadly") for part in parts):
            return "killed"
        if any(part in word_set("body_parts", "words") for part in parts):
            return "injured"
    return None


def _by_a_shot(clauses: Clauses, at: int) -> bool:
    """Whether a bullet, a splinter is what hits: "one of the bullets hit a driver"."""
    missiles = word_set("blows", "missiles")
    return any(noun_lemma(word.lower) in missiles for word in clauses.words[max(0, at - 4) : at])


def _are_several(clauses: Clauses, group: Group) -> bool:
    """Two or more, by a number: who shoots so many is said to have killed them."""
    value = value_of(clauses, group) if group.form == "counted" else None
    if clauses.words[group.first].lower == "them":
        value = value_of(clauses, group)
    return value is not None and max(value.low or 0, value.best or 0, value.high or 0) >= _SEVERAL


def _is_somebody(clauses: Clauses, unit: Unit) -> bool:
    """A person or so many people, by the noun; no pronoun, which was told of before."""
    if unit.group.form not in ("counted", "bare", "name"):
        return False
    found = kind_of(clauses, unit)
    named = unit.group.form == "name" and unit.group.last - unit.group.first > 1
    return named or (found is not None and found.kind not in ("object", "organisation"))


def _is_misread(clauses: Clauses, at: int) -> bool:
    """A verb read as a noun of its own behind its subject: "nine of its own fell"."""
    before, group = clauses.group_to.get(at), clauses.group_from.get(at)
    alone = group is not None and group.last == at + 1
    return alone and before is not None and before.of_pronoun and _are_fighters(clauses, Unit(before))


def _is_a_death(clauses: Clauses, at: int) -> bool:
    """As in "three of its men fell", "fell in the first hour"; not "fell back", "fell into a ravine"."""
    return happened(clauses, at) and phrase_at(clauses.words, at + 1, phrases("blows", "not_fallen")) is None


def _are_fighters(clauses: Clauses, unit: Unit) -> bool:
    """So many of those who fight: by their noun, or as "nine of its own"."""
    group = unit.group
    if group.form != "counted":
        return False
    own = any(word.lower in ("own", "men") for word in clauses.words[group.first : group.last + 3])
    found = kind_of(clauses, unit)
    return own or (found is not None and found.kind in (*ARMED, "unknown"))
