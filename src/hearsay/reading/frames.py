"""Who did it to whom: the parties of a trigger by its frame, before anybody is named.

Each draft holds token ranges of one sentence; ``reading.events`` joins the drafts that tell one happening.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearsay.actors.people import ARMED
from hearsay.codebook import word_list
from hearsay.reading.tokens import Token
from hearsay.reading.triggers import NounHit, Trigger, VerbHit, WeaponHit
from hearsay.reading.verb import Range, Verb
from hearsay.records import PartyKind


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

_AT = ("on", "against", "at", "into", "towards", "toward", "over", "upon")
_NO_PARTY = word_list("grammar", "no_party")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the frames look at."""

    words: Sequence[Token]
    verbs: Sequence[Verb]
    nouns: Sequence[NounHit]
    weapons: Sequence[WeaponHit]


_DONE_TO = ("abduct", "arrest", "targeted", "release")
"""Modes whose verbs always have an object: "a priest kidnapped on Friday" did not kidnap."""
_PLANTS = word_list("grammar", "planting_verbs")
ACTOR_MODIFIERS = word_list("grammar", "actor_modifiers")
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


def verb_draft(sentence: Sentence, index: int, hit: VerbHit) -> Draft:
    """The parties of a verb trigger, by its frame and voice."""
    verb = sentence.verbs[index]
    words, trigger = hit.words, hit.trigger
    actors: tuple[Range, ...] = ()
    recipients: tuple[Range, ...] = ()
    subject = (verb.subject,) if verb.subject is not None else ()
    frame = trigger.frame
    if frame == "victim":
        recipients, actors = subject, oblique(verb, "by", "from")
    elif frame == "victim_subject":
        recipients, actors = subject, ()
        if verb.passive:
            recipients, actors = oblique(verb, "by"), ()
    elif frame == "none":
        sets_off = trigger.mode == "explosives" and verb.objects and not verb.passive
        if sets_off and weapon_in(sentence, verb.subject) is None:
            actors, recipients = subject, _direct(sentence, verb, hit)  # "exploded the school building"
    elif frame == "claims":
        actors = subject
    elif verb.passive or ((frame == "effect" or trigger.mode in _DONE_TO) and _left_passive(sentence, verb)):
        actors, recipients = oblique(verb, "by"), subject
        if verb.form == "participle" and not subject and verb.objects:
            recipients = verb.objects[:1]
    else:
        actors = subject
        if frame == "with":
            recipients = oblique(verb, "with", "against", "between") or verb.objects[:1]
        elif frame == "on":
            recipients = oblique(verb, *_AT)
        elif frame == "place":
            recipients = oblique(verb, "from", "against")
        else:
            recipients = _direct(sentence, verb, hit) or oblique(verb, *_AT)
    if _planted(sentence, verb, trigger) and (planters := _launchers(sentence, index)):
        trigger = replace(trigger, type="ASSAULT", mode="explosives", thwarts=trigger.frame != "none")
        actors, recipients = planters, ()
    if trigger.disrupted:
        actors, recipients = _launchers(sentence, index) or _whose(sentence, verb), ()
    elif verb.passive and trigger.mode in ("explosives", "heavy-weapons", None) and weapon_in(sentence, verb.subject):
        actors, recipients = actors or _launchers(sentence, index), oblique(verb, *_AT, "to")
    held = _armed_with(sentence, verb, subject)
    mode = next((w.mode for w in sentence.weapons if w.words in held), None)
    if mode is None and verb.lemma == "fire":
        mode = "firearms"
    held = tuple(w.words for w in sentence.weapons if w.words in held and not w.carrier and not modifies(sentence, w))
    clause = clause_of(verb, words)
    return Draft(
        trigger=trigger,
        words=words,
        verb=index,
        noun=False,
        clause=clause,
        actors=tuple(a for a in (*of_weapon(sentence, actors), *_backers(sentence, verb)) if is_party(sentence, a)),
        recipients=tuple(r for r in recipients if _may_suffer(sentence, r, trigger)),
        weapons=held,
        mode=mode_of(trigger.mode, mode),
    )


def _direct(sentence: Sentence, verb: Verb, hit: VerbHit) -> tuple[Range, ...]:
    """The direct object, less what belongs to the trigger's own phrase ("opened fire")."""
    direct = [o for o in verb.objects if head_of(sentence.words, o) not in hit.taken]
    return tuple(o for o in direct[:1] if _may_suffer(sentence, o, hit.trigger))


def _whose(sentence: Sentence, verb: Verb) -> tuple[Range, ...]:
    """Whose weapon was stopped: "seven Ukrainian drones"."""
    stopped = verb.subject if verb.passive else (verb.objects[0] if verb.objects else None)
    weapon = weapon_in(sentence, stopped)
    if weapon is None or stopped is None:
        return ()
    names = [k for k in range(stopped[0], weapon.words[0]) if sentence.words[k].tag == "PROPN"]
    return ((names[0], names[-1] + 1),) if names else ()


def _left_passive(sentence: Sentence, verb: Verb) -> bool:
    """ "… was killed and a constable injured": the second participle has no auxiliary of its own."""
    helped = any(t.tag == "AUX" for t in sentence.words[verb.group[0] : verb.head])
    return not helped and verb.form == "finite" and not verb.objects and verb.subject is not None


def _may_suffer(sentence: Sentence, phrase: Range, trigger: Trigger) -> bool:
    """A party; a weapon only where it is seized, not where it is set off."""
    return is_party(sentence, phrase) and (trigger.type == "COERCE" or weapon_in(sentence, phrase) is None)


def _planted(sentence: Sentence, verb: Verb, trigger: Trigger) -> bool:
    """A bomb that is found, made safe or goes off: whoever planted it is the doer; found in time it was thwarted."""
    about = verb.subject if verb.passive or trigger.frame == "none" else (verb.objects[0] if verb.objects else None)
    weapon = weapon_in(sentence, about)
    bomb = weapon is not None and weapon.mode in ("explosives", "suicide-attack")
    return bomb and (trigger.mode == "seize" or trigger.thwarts or trigger.frame == "none")


def _launchers(sentence: Sentence, index: int) -> tuple[Range, ...]:
    """Who planted, fired or launched what the verb is about: "a bomb planted by X was set off"."""
    about = sentence.verbs[index]
    for verb in sentence.verbs:
        if verb.lemma in _PLANTS and verb.passive:
            near = verb.subject == about.subject or verb.subject in about.objects
            if near and (by := oblique(verb, "by")):
                return by
    return ()


def _backers(sentence: Sentence, about: Verb) -> tuple[Range, ...]:
    """Who took part with the subject: "the army, backed by allied fighters, advanced"."""
    for verb in sentence.verbs:
        backed = verb.lemma in ("back", "support", "assist", "aid", "join", "accompany") and verb.passive
        if backed and verb is not about and verb.subject is not None and verb.subject == about.subject:
            return tuple(p for p in oblique(verb, "by") if not noun_in(sentence, p) and not weapon_in(sentence, p))
    return ()


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


def _armed_with(sentence: Sentence, verb: Verb, actors: tuple[Range, ...]) -> tuple[Range, ...]:
    """Weapons among the verb's doer and instruments, and those that are its object ("a drone workshop" is none)."""
    spots = [*actors, *oblique(verb, "with", "from", "by", "using", "in", "of")]
    spots += [verb.subject] if verb.subject else []
    held = [
        w.words
        for w in sentence.weapons
        if any(s[0] <= w.words[0] and w.words[1] <= s[1] for s in spots) and not (w.carrier and _owns(sentence, w))
    ]
    held += [w.words for o in verb.objects if (w := weapon_in(sentence, o)) is not None]
    return tuple(dict.fromkeys(held))


def _owns(sentence: Sentence, weapon: WeaponHit) -> bool:
    """ "The air force's main gate" flies nowhere."""
    after = weapon.words[1]
    return after < len(sentence.words) and sentence.words[after].tag == "PART"


def mode_of(own: str | None, weapon: str | None) -> str | None:
    """A weapon says more than a verb that names none."""
    return own if own not in (None, "firearms", "explosives") or weapon is None else weapon


def cover(a: Range, b: Range) -> Range:
    """The range from the first token of both to the last."""
    return min(a[0], b[0]), max(a[1], b[1])
