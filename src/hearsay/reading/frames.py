"""Who did it to whom: the parties of a trigger by its frame, before anybody is named.

Each draft holds token ranges of one sentence; ``reading.events`` joins the drafts that tell one happening.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.actors import noun_kind
from hearsay.actors.people import ARMED, NounKind, phrase_words
from hearsay.codebook import word_list
from hearsay.reading.tokens import Token
from hearsay.reading.triggers import NounHit, Trigger, WeaponHit
from hearsay.reading.verb import Range, Verb
from hearsay.records import PartyKind, Span, overlap


@dataclass(frozen=True, slots=True)
class Draft:
    """One trigger with its parties. ``verb`` is the index of the verb it hangs on, None for a noun on its own."""

    trigger: Trigger
    words: Range
    verb: int | None
    noun: bool
    clause: Range
    actors: tuple[Range, ...] = ()
    recipients: tuple[Range, ...] = ()
    victims: tuple[Range, ...] = ()
    weapons: tuple[Range, ...] = ()
    mode: str | None = None
    carried: bool = False
    """A noun that a light verb asserts ("carried out an attack"), or that its sentence is about."""
    beside: str = ""
    """The event noun that an effect is told with: the encounter people were killed in."""


FORCEFUL: frozenset[PartyKind] = ARMED | {"rioters"}
"""Kinds of people who use force, with arms or without."""

_NO_PARTY = word_list("grammar", "no_party")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the frames look at."""

    words: Sequence[Token]
    verbs: Sequence[Verb]
    nouns: Sequence[NounHit]
    weapons: Sequence[WeaponHit]


ACTOR_MODIFIERS = word_list("grammar", "actor_modifiers")
_GROUND = word_list("grammar", "ground")
_QUANTITY = word_list("grammar", "quantity_heads")


def head_of(words: Sequence[Token], phrase: Range) -> int:
    """Index of the head noun: the last noun before "of", a bracket, a comma or "and"; past "a number of", "one of"."""
    head = phrase[0]
    at = phrase[0]
    while at < phrase[1]:
        token = words[at]
        if token.lower == "of" and (words[head].lower in _QUANTITY or words[head].tag == "NUM"):
            at += 1
            continue
        if (
            token.lower in ("of", "(", ",", "and", "or", "“")
            and at > phrase[0]
            and words[at - 1].tag in ("NOUN", "PROPN", "NUM", "PRON")
        ):
            break
        if token.tag in ("NOUN", "PROPN", "PRON", "NUM"):
            head = at
        at += 1
    return head


def tells_who(words: Sequence[Token], at: int) -> bool:
    """Is the deed at ``at`` told to say who somebody is: "a group responsible for a string of attacks"?"""
    return any(t.lower in _WHO for t in words[max(0, at - 9) : at])


_WHO = word_list("grammar", "tells_who")


def kind_of(sentence: Sentence, phrase: Range) -> NounKind | None:
    """What the phrase says of those it names."""
    return noun_kind(" ".join(word.text for word in sentence.words[phrase[0] : phrase[1]]))


def noun_in(sentence: Sentence, phrase: Range | None) -> NounHit | None:
    """The event noun that heads the phrase, or the one that "a series of", "the toll in" leads to."""
    if phrase is None:
        return None
    head = head_of(sentence.words, phrase)
    if sentence.words[head].lower in ("attempt", "attempts", "act", "acts", "type"):
        head = max(
            (h.words[1] - 1 for h in sentence.nouns if phrase[0] <= h.words[0] and h.words[1] <= phrase[1]),
            default=head,
        )
    return next((h for h in sentence.nouns if h.words[0] <= head < h.words[1]), None)


def weapon_in(sentence: Sentence, phrase: Range | None) -> WeaponHit | None:
    """The weapon that heads the phrase."""
    if phrase is None:
        return None
    head = head_of(sentence.words, phrase)
    return next((w for w in sentence.weapons if w.words[1] - 1 == head), None)


def is_party(sentence: Sentence, phrase: Range | None) -> bool:
    """May the phrase name somebody or something that acts or suffers? Not a weapon, an event, a time or "it"."""
    if phrase is None:
        return False
    head = sentence.words[head_of(sentence.words, phrase)]
    if head.lower in _NO_PARTY or head.tag in ("ADV", "PUNCT") or head.lower in ("a.m.", "p.m.", "am", "pm", "hours"):
        return False
    if head.tag == "NUM" and head.lower[0].isdigit():
        return False
    return noun_in(sentence, phrase) is None


def oblique(verb: Verb, *prepositions: str) -> tuple[Range, ...]:
    """The noun phrases that follow one of the prepositions."""
    return tuple(phrase for preposition, phrase in verb.obliques if preposition in prepositions)


def words_in(sentence: Sentence, span: Span) -> list[int]:
    """The numbers of the words that a span of the text touches."""
    return [k for k, word in enumerate(sentence.words) if overlap((word.start, word.end), span)]


WHERE_IT_WENT_OFF = ("at", "in", "inside", "outside", "near", "beside", "beneath", "under", "underneath", "opposite")
_BEFORE_IT = frozenset({"front", "vicinity", "entrance"})


def went_off_at(sentence: Sentence, phrase: Range) -> tuple[Range, ...]:
    """What a bomb went off in, at or in front of: a building, a vehicle or a bank; not a town or a street."""
    words = sentence.words
    head = head_of(words, phrase)
    if words[head].lower in _BEFORE_IT and head + 1 < phrase[1] and words[head + 1].lower == "of":
        phrase = (head + 2, phrase[1])
        head = head_of(words, phrase)
    kind = noun_kind(" ".join(t.text for t in words[phrase[0] : head + 1]))
    if kind is None or words[head].lemma in _GROUND:
        return ()
    return (phrase,) if kind.kind == "object" or kind.noun in phrase_words("premises") else ()


def modifies(sentence: Sentence, weapon: WeaponHit) -> bool:
    """A weapon's name before another noun ("missile strikes", "drone operators") is no weapon mention."""
    after = weapon.words[1]
    return after < len(sentence.words) and sentence.words[after].tag == "NOUN"


def clause_of(verb: Verb, words: Range) -> Range:
    """From the verb's subject to its last object or phrase, the trigger's own ``words`` included."""
    first = min(
        verb.subject[0] if verb.subject is not None and verb.subject[0] < verb.group[0] else verb.group[0],
        verb.group[0],
    )
    last = max([verb.group[1], words[1], *(o[1] for o in verb.objects), *(p[1] for _, p in verb.obliques)])
    return first, last


def of_weapon(sentence: Sentence, actors: tuple[Range, ...]) -> tuple[Range, ...]:
    """Whose weapon: "artillery of the Rapid Support Forces" is the forces'; "rockets" alone are nobody's."""
    out: list[Range] = []
    for actor in actors:
        weapon = weapon_in(sentence, actor)
        if weapon is None:
            out.append(actor)
            continue
        if weapon.carrier:
            out.append(actor)
            continue
        owner = next((k for k in range(weapon.words[0] - 1, actor[0], -1) if sentence.words[k].tag == "PART"), None)
        if owner is not None:
            out.append((actor[0], owner))
            continue
        after = weapon.words[1]
        if after < actor[1] and sentence.words[after].lower == "of":
            out.append((after + 1, actor[1]))
        elif any(t.tag == "PROPN" or t.lower in ACTOR_MODIFIERS for t in sentence.words[actor[0] : weapon.words[0]]):
            out.append(actor)
    return tuple(out)


def mode_of(own: str | None, weapon: str | None) -> str | None:
    """A weapon says more than a verb that names none."""
    return own if own not in (None, "firearms", "explosives") or weapon is None else weapon


def cover(a: Range, b: Range) -> Range:
    """The range from the first token of both to the last."""
    return min(a[0], b[0]), max(a[1], b[1])
