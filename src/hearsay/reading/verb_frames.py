"""The parties of a verb that carries an event: its doers and those it is done to, by frame and voice."""

from __future__ import annotations

from dataclasses import replace

from hearsay.codebook import word_list
from hearsay.reading.frames import (
    FORCEFUL,
    WHERE_IT_WENT_OFF,
    Draft,
    Sentence,
    clause_of,
    head_of,
    is_party,
    kind_of,
    mode_of,
    modifies,
    noun_in,
    oblique,
    of_weapon,
    weapon_in,
    went_off_at,
)
from hearsay.reading.tokens import noun_lemma
from hearsay.reading.triggers import Trigger, VerbHit, WeaponHit
from hearsay.reading.verb import Range, Verb

Sides = tuple[tuple[Range, ...], tuple[Range, ...]]

_AT = ("on", "against", "at", "into", "towards", "toward", "over", "upon")
_DONE_TO = ("abduct", "arrest", "targeted", "release")
"""Modes whose verbs always have an object: "a priest kidnapped on Friday" did not kidnap."""
_BLAMED = frozenset({"accused", "charged", "convicted", "indicted", "sentenced"})
_PLANTS = word_list("grammar", "planting_verbs")


def verb_draft(sentence: Sentence, index: int, hit: VerbHit) -> Draft:
    """The parties of a verb trigger, by its frame and voice."""
    verb = sentence.verbs[index]
    words, trigger = hit.words, hit.trigger
    subject = _subject(verb)
    actors, recipients = _sides(sentence, verb, hit)
    if trigger.mode == "destroy" and _are_own_arms(sentence, verb):
        trigger = replace(trigger, type="RETREAT", mode="disarm")
    if _planted(sentence, verb, trigger) and (planters := _launchers(sentence, index)):
        trigger = replace(trigger, type="ASSAULT", mode="explosives", thwarts=trigger.frame != "none")
        actors, recipients = planters, ()
    if trigger.disrupted:
        actors, recipients = _launchers(sentence, index) or _whose(sentence, verb), ()
    elif verb.passive and trigger.mode in ("explosives", "heavy-weapons", None) and weapon_in(sentence, verb.subject):
        actors, recipients = actors or _launchers(sentence, index), oblique(verb, *_AT, "to")
    backers = _backers(sentence, verb)
    if trigger.frame == "victim_subject":  # attacked with those they back
        recipients, backers = (*recipients, *backers), ()
    held = _armed_with(sentence, verb, subject)
    if (used := used_for(sentence, index)) is not None:
        held = (used.words, *held)
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
        actors=tuple(a for a in (*of_weapon(sentence, actors), *backers) if is_party(sentence, a)),
        recipients=tuple(r for r in recipients if _may_suffer(sentence, r, trigger)),
        weapons=held,
        mode=mode_of(trigger.mode, mode),
    )


def _sides(sentence: Sentence, verb: Verb, hit: VerbHit) -> Sides:
    """(doers, those it is done to) as the frame and the voice of the verb place them."""
    frame, subject = hit.trigger.frame, _subject(verb)
    if frame == "victim":
        return oblique(verb, "by") or _sent_from(sentence, verb), subject
    if frame == "victim_subject":
        thrown_back = verb.subject if verb.passive else (verb.objects[0] if verb.objects else None)
        attackers = (thrown_back,) if thrown_back is not None and _are_fighters(sentence, thrown_back) else ()
        return (attackers, oblique(verb, "by")) if verb.passive else (attackers, subject)
    if frame == "falls":
        return oblique(verb, "to", "by"), ()
    if frame == "claimed":
        return oblique(verb, "by"), ()
    if frame == "loses":
        return oblique(verb, "to"), subject
    if frame == "none":
        sets_off = hit.trigger.mode == "explosives" and verb.objects and not verb.passive
        if sets_off and weapon_in(sentence, verb.subject) is None:
            return subject, _direct(sentence, verb, hit)  # "exploded the school building"
        if hit.trigger.mode != "explosives":
            return (), ()
        return (), tuple(p for o in oblique(verb, *WHERE_IT_WENT_OFF) for p in went_off_at(sentence, o))
    if frame == "claims":
        return subject, ()
    if frame == "on" and verb.passive and (aims := _aimed_at(verb)):
        return oblique(verb, "by"), aims  # "shots were fired at a car"
    done_to = frame == "effect" or hit.trigger.mode in _DONE_TO or _is_blamed(sentence, verb)
    if verb.passive or (done_to and _left_passive(sentence, verb)):
        bare = verb.form == "participle" and not subject and verb.objects
        return oblique(verb, "by"), verb.objects[:1] if bare else subject
    if _runs_into(sentence, verb):
        return (), subject
    return subject, _done_to(sentence, verb, hit)


def _are_own_arms(sentence: Sentence, verb: Verb) -> bool:
    """ "Burned their weapons": they gave them up."""
    done_to = verb.objects[0] if verb.objects and not verb.passive else None
    if done_to is None or sentence.words[done_to[0]].lower not in _OWN:
        return False
    return noun_lemma(sentence.words[head_of(sentence.words, done_to)]) in _ARMS


_ARMS = frozenset({"weapon", "arm", "arms", "gun", "rifle", "weaponry", "arsenal"})
_OWN = frozenset({"their", "its", "his", "our", "her"})


def _are_fighters(sentence: Sentence, phrase: Range) -> bool:
    """Whoever attacks ("pushed the gunmen back"), not the attack."""
    noun = kind_of(sentence, phrase)
    return noun is not None and noun.kind in FORCEFUL | {"unknown"} and noun_in(sentence, phrase) is None


def _is_blamed(sentence: Sentence, verb: Verb) -> bool:
    """ "Gang members charged in connection with a murder" charged nobody; "whom it accused" has its object before."""
    named = verb.subject is not None and sentence.words[verb.subject[1] - 1].tag != "PRON"
    return named and sentence.words[verb.head].lower in _BLAMED


def _sent_from(sentence: Sentence, verb: Verb) -> tuple[Range, ...]:
    """Whose it was: "a threat from X"; one dies of fire, and only comes from X ("on the flight from Cyprus")."""
    dying = verb.lemma in ("die", "perish", "succumb")
    return tuple(p for p in oblique(verb, "from") if not dying or noun_in(sentence, p) or weapon_in(sentence, p))


def _done_to(sentence: Sentence, verb: Verb, hit: VerbHit) -> tuple[Range, ...]:
    """Those a verb in the active voice is done to."""
    if hit.trigger.frame == "with":
        return oblique(verb, "with", "against", "between") or verb.objects[:1]
    if hit.trigger.frame == "on":
        return _aimed_at(verb)
    if hit.trigger.frame == "place":
        return oblique(verb, "from", "against")
    whole_phrase = ("to",) if len(hit.taken) > 1 else ()  # "set fire to"
    return _direct(sentence, verb, hit) or _aimed_at(verb, *whole_phrase)


def _aimed_at(verb: Verb, *more: str) -> tuple[Range, ...]:
    """What a deed is aimed at: "fired at cars on the road" is at the cars."""
    aims = [(preposition, phrase) for preposition, phrase in verb.obliques if preposition in (*_AT, *more)]
    return tuple(phrase for preposition, phrase in aims if preposition == aims[0][0])


def _subject(verb: Verb) -> tuple[Range, ...]:
    return (verb.subject,) if verb.subject is not None else ()


def _runs_into(sentence: Sentence, verb: Verb) -> bool:
    """A vehicle or a man that hits a mine is hit."""
    weapon = weapon_in(sentence, verb.objects[0]) if verb.objects else None
    return verb.lemma in ("hit", "strike") and weapon is not None and weapon.mode == "explosives"


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
    taken = trigger.type == "COERCE" or trigger.aircraft
    return is_party(sentence, phrase) and (taken or weapon_in(sentence, phrase) is None)


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


def used_for(sentence: Sentence, index: int) -> WeaponHit | None:
    """The weapon that a deed was done with: "used mortars to attack the barracks"."""
    verb = sentence.verbs[index]
    above = sentence.verbs[verb.governor] if verb.form == "infinitive" and verb.governor is not None else None
    if above is None or above.lemma != "use" or above.passive or not above.objects:
        return None
    return weapon_in(sentence, above.objects[0])


def _owns(sentence: Sentence, weapon: WeaponHit) -> bool:
    """ "The air force's main gate" flies nowhere."""
    after = weapon.words[1]
    return after < len(sentence.words) and sentence.words[after].tag == "PART"
