"""The parties round an event noun: who stands before it, behind it, and with the verb that carries it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.actors import noun_kind
from hearsay.actors.people import ARMED
from hearsay.codebook import word_list
from hearsay.places.countries import country_named
from hearsay.reading.chunks import time_at
from hearsay.reading.frames import (
    ACTOR_MODIFIERS,
    WHERE_IT_WENT_OFF,
    Draft,
    Sentence,
    clause_of,
    is_party,
    mode_of,
    modifies,
    noun_in,
    oblique,
    of_weapon,
    weapon_in,
    went_off_at,
)
from hearsay.reading.phrases import verb_follows
from hearsay.reading.tokens import Token
from hearsay.reading.triggers import NounHit, WeaponHit
from hearsay.reading.verb import Range

ASCRIBES = frozenset({"attribute", "ascribe"})
"""Verbs that put a deed down "to" its doer."""
_SET_OFF = word_list("grammar", "set_off")
_BODIES = word_list("grammar", "collective_doers")
_PLACES = word_list("grammar", "settlements") | word_list("grammar", "no_party")


def noun_draft(sentence: Sentence, hit: NounHit, verb_index: int | None, *, carrier: bool) -> Draft:
    """The parties round an event noun: "Y's attack by X on Z", "an RSF attack", and its light verb's subject."""
    words = sentence.words
    start, end = hit.words
    verb = sentence.verbs[verb_index] if verb_index is not None else None
    actors: list[Range] = []
    recipients: list[Range] = []
    after = _complements(sentence, end)
    for preposition, phrase in after:
        if preposition == "by":
            actors.append(phrase)
        elif preposition in ("on", "against", "at", "targeting", "into", "towards", "with") and not (
            hit.trigger.type == "COERCE" and preposition == "at"
        ):
            recipients.append(phrase)
        elif hit.trigger.mode == "explosives" and preposition in WHERE_IT_WENT_OFF:
            recipients += went_off_at(sentence, phrase)
        elif preposition == "between" and not _is_a_stretch(sentence, phrase):
            one_side, other_side = _both_sides(sentence, phrase)
            actors.append(one_side)
            recipients += other_side
        elif preposition == "of" and hit.trigger.frame in ("object", "effect", "place") and hit.words[1] - 1 == end - 1:
            recipients.append(phrase)
    if not actors:
        actors += _set_off_by(sentence, end)
    possessor = _possessor(sentence, start)
    if possessor is not None and not recipients and _suffers(sentence, hit, possessor):
        recipients.append(possessor)
    elif possessor is not None and not actors:
        actors.append(possessor)
    if carrier and verb is not None and not actors:
        told = verb.subject is not None and noun_in(sentence, verb.subject) == hit
        blamed = ("to",) if verb.lemma in ASCRIBES else ()
        actors += list(oblique(verb, "by", *blamed)) if verb.passive or told else [verb.subject] if verb.subject else []
    if carrier and verb is not None and not recipients:
        aimed = ("on", "against", "at", *(("with",) if hit.trigger.frame == "with" else ()))
        recipients += [phrase for phrase in oblique(verb, *aimed) if weapon_in(sentence, phrase) is None]
        if hit.trigger.mode == "explosives":
            recipients += [p for o in oblique(verb, *WHERE_IT_WENT_OFF) for p in went_off_at(sentence, o)]
    if carrier and verb is not None and not actors and not recipients:
        for phrase in oblique(verb, "between"):
            one_side, other_side = _both_sides(sentence, phrase)
            actors.append(one_side)
            recipients += other_side
    means = [r for p, r in after if p in ("with", "using", "from")]
    means += oblique(verb, "with", "using") if carrier and verb is not None else ()
    near = _weapons_near(sentence, start, means, actors)
    mode = next((w.mode for w in near), None)
    held = tuple(w.words for w in near if not w.carrier and not modifies(sentence, w))
    ends = [end, *(r[1] for _, r in after)]
    first = min([start, *(r[0] for r in actors), *([verb.group[0]] if carrier and verb is not None else [])])
    draft = Draft(
        trigger=hit.trigger,
        words=hit.words,
        verb=verb_index,
        noun=True,
        clause=(_phrase_start(words, first), max(ends)),
        actors=tuple(a for a in of_weapon(sentence, tuple(actors)) if is_party(sentence, a)),
        recipients=tuple(r for r in recipients if is_party(sentence, r)),
        weapons=held,
        mode=mode_of(hit.trigger.mode, mode),
        carried=carrier,
    )
    if carrier and verb is not None:
        outer = clause_of(verb, hit.words)
        draft = replace(draft, clause=(min(draft.clause[0], outer[0]), max(draft.clause[1], outer[1])))
    return draft


def _weapons_near(sentence: Sentence, start: int, means: Sequence[Range], actors: Sequence[Range]) -> list[WeaponHit]:
    """The weapons before the noun at ``start``, those it was done with, and those that are its doers."""
    weapons = sentence.weapons
    near = [w for w in weapons if start - 4 <= w.words[0] and w.words[1] <= start]
    near += [w for w in weapons if any(r[0] <= w.words[0] < r[1] for r in means)]
    return near + [w for w in weapons if any(weapon_in(sentence, a) == w for a in actors)]


_ON_PERSONS = frozenset({"targeted", "abduct"})


def _suffers(sentence: Sentence, hit: NounHit, possessor: Range) -> bool:
    """ "The mayor's murder", "Luna's death": whose it is suffered it, unless it is a force's or a country's."""
    on_persons = hit.trigger.harms or hit.trigger.mode in _ON_PERSONS
    words = sentence.words[slice(*possessor)]
    genitive = possessor[1] < hit.words[0] and sentence.words[possessor[1]].tag == "PART"
    name = " ".join(t.text for t in words)
    kind = noun_kind(name)
    doer = kind is not None and (kind.kind in ARMED or kind.noun in _BODIES)
    return on_persons and genitive and not doer and country_named(words[-1].text) is None


def _set_off_by(sentence: Sentence, end: int) -> list[Range]:
    """Who did it, in a participle behind the noun: "a blast triggered by X"."""
    for verb in sentence.verbs:
        if verb.passive and verb.lemma in _SET_OFF and end <= verb.group[0] <= end + 6 and not verb.negated:
            between = sentence.words[end + (sentence.words[end].lower == ",") : verb.group[0]]
            if not any(t.tag in ("PUNCT", "CCONJ", "AUX") for t in between):
                return list(oblique(verb, "by"))[:1]
    return []


def _is_a_stretch(sentence: Sentence, phrase: Range) -> bool:
    """ "In the forest between X and Y": two places, behind another place."""
    before = sentence.words[phrase[0] - 2] if phrase[0] > 1 else None
    return (
        before is not None
        and before.lemma in _PLACES
        and not any(
            noun_kind(t.lower) for t in sentence.words[slice(*phrase)] if t.tag == "NOUN" and t.lemma not in _PLACES
        )
    )


def _both_sides(sentence: Sentence, phrase: Range) -> tuple[Range, list[Range]]:
    """ "between X and Y": X, and Y."""
    joint = next((k for k in range(phrase[1] - 1, phrase[0], -1) if sentence.words[k].lower == "and"), None)
    return ((phrase[0], joint), [(joint + 1, phrase[1])]) if joint is not None else (phrase, [])


def _complements(sentence: Sentence, end: int) -> list[tuple[str, Range]]:
    """(preposition, phrase) pairs that follow a noun directly."""
    for verb in sentence.verbs:
        for at, (_, phrase) in enumerate(verb.obliques):
            if phrase[0] <= end - 1 < phrase[1]:
                return _inside(sentence, end, phrase[1]) + list(verb.obliques[at + 1 :])
        for phrase in verb.objects:
            if phrase[0] <= end - 1 < phrase[1]:
                return _inside(sentence, end, phrase[1]) + list(verb.obliques)
        if verb.subject is not None and verb.subject[0] <= end - 1 < verb.subject[1]:
            return _inside(sentence, end, verb.group[0])
    return _inside(sentence, end, len(sentence.words))


def _inside(sentence: Sentence, start: int, limit: int) -> list[tuple[str, Range]]:
    words = sentence.words
    found: list[tuple[str, Range]] = []
    at = start
    while at < limit and len(found) < 4:
        if words[at].tag != "ADP" and words[at].lower not in ("of", "targeting"):
            break
        if at + 1 < limit and (day := time_at(words, at + 1)) > at + 1:
            at = day  # "the murder on 26 February of a mayor"
            continue
        preposition = words[at].lower
        end = at + 1
        while end < limit and (
            words[end].tag in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON", "ADV")
            or (words[end].lower in ("and", "of", "&") and preposition != "of")
            or (words[end].lower == "of")
        ):
            end += 1
        while end > at + 1 and words[end - 1].lower in ("and", "of"):
            end -= 1
        if end == at + 1:
            break
        end = _listed(sentence, end, limit)
        found.append((preposition, (at + 1, end)))
        at = end
    return found


_IN_LIST = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})


def _listed(sentence: Sentence, end: int, limit: int) -> int:
    """The end of the list that the phrase up to ``end`` opens: "teachers, nurses and farmers"."""
    words = sentence.words
    at = end
    while at < limit and words[at].lower in (",", "and", "or"):
        last = words[at].lower != ","
        first = at + 1
        if not last and first < limit and words[first].lower in ("and", "or"):
            first, last = first + 1, True
        stop = first
        while stop < limit and (words[stop].tag in _IN_LIST or (stop > first and words[stop].lower == "of")):
            stop += 1
        if stop == first or any(first <= hit.words[0] < stop for hit in sentence.nouns):
            break
        if last:
            return stop if stop == limit or not verb_follows(words, stop) else end
        at = stop
    return end


OWN = frozenset({"its", "their", "his"})


def _possessor(sentence: Sentence, start: int) -> Range | None:
    """Who stands before the noun: "the terrorists' attack", "an RSF attack", "Israeli airstrikes"."""
    words = sentence.words
    at = start
    while at > 0 and words[at - 1].tag in ("ADJ", "NUM") and not words[at - 1].text[:1].isupper():
        at -= 1
    if at > 0 and words[at - 1].tag == "PART" and words[at - 1].lower in ("’s", "'s", "’", "'"):
        first = at - 1
        while first > 0 and words[first - 1].tag in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
            first -= 1
        return (first, at - 1)
    if at > 0 and words[at - 1].lower in OWN:
        return (at - 1, at)  # "said its strikes killed nine"
    first = at
    while (
        first > 0
        and (
            words[first - 1].tag == "PROPN"
            or (words[first - 1].tag in ("NOUN", "ADJ") and words[first - 1].lower in ACTOR_MODIFIERS)
        )
    ) or (first > 1 and words[first - 1].lower in ("and", "-") and words[first - 2].tag == "PROPN" and first < at):
        first -= 1
    return (first, at) if first < at and words[first].lower not in ("and", "-") else None


def _phrase_start(words: Sequence[Token], at: int) -> int:
    while at > 0 and words[at - 1].tag in ("DET", "ADJ", "NUM", "PROPN") and at > 0:
        at -= 1
    return at
