"""The verbs that carry an event: which of their readings fits, and which tell of none."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hearsay.actors import noun_kind
from hearsay.actors.people import ARMED
from hearsay.codebook import word_list
from hearsay.reading.frames import FORCEFUL, Draft, Sentence, head_of, kind_of, noun_in, oblique, tells_who, weapon_in
from hearsay.reading.set_phrases import is_no_deed
from hearsay.reading.tokens import noun_lemma
from hearsay.reading.triggers import Trigger, VerbHit, verb_triggers
from hearsay.reading.verb import Range, Verb
from hearsay.reading.verb_frames import used_for, verb_draft

_GOODS = word_list("grammar", "goods")
_CAUSES = word_list("grammar", "causes")


def verb_drafts(sentence: Sentence) -> list[Draft]:
    """A draft for each verb that reports an event."""
    drafts: list[Draft] = []
    for index, verb in enumerate(sentence.verbs):
        chosen = trigger_of(sentence, verb)
        if chosen is None or _purpose(sentence, index) or _general(sentence, verb, chosen.trigger):
            continue
        if (
            whole_war(sentence, verb)
            or is_no_deed(sentence, verb)
            or (chosen.trigger.frame == "effect" and _nobody(sentence, verb))
        ):
            continue
        drafts.append(verb_draft(sentence, index, chosen))
    return drafts


def trigger_of(sentence: Sentence, verb: Verb) -> VerbHit | None:
    """The verb's entry in codebook/triggers.toml whose reading fits what it is done to."""
    chosen = next((hit for hit in verb_triggers(sentence.words, verb) if _fits(sentence, verb, hit.trigger)), None)
    if chosen is not None and chosen.trigger.frame == "effect" and _brings_down(sentence, verb):
        return replace(chosen, trigger=replace(chosen.trigger, frame="object", disrupted=True))
    return chosen


_AIRBORNE = word_list("grammar", "airborne")
_AIR_DEFENCE = word_list("grammar", "air_defence")
_WARS = word_list("grammar", "wars")


def _brings_down(sentence: Sentence, verb: Verb) -> bool:
    """What is destroyed is a drone or missile: it was stopped, nobody was struck."""
    if not verb.passive and _stopped(sentence, verb.subject):
        return False  # "the drone killed eight of them"
    done_to = verb.subject if verb.passive else (verb.objects[0] if verb.objects else None)
    return _stopped(sentence, done_to)


def _stopped(sentence: Sentence, done_to: Range | None) -> bool:
    """A drone, missile or rocket; or "12 of them" after such a one."""
    if done_to is not None and sentence.words[done_to[1] - 1].lower in ("them", "they", "those"):
        return any(noun_lemma(t) in _AIRBORNE for t in sentence.words)
    weapon = weapon_in(sentence, done_to)
    return weapon is not None and (
        weapon.mode == "drone" or noun_lemma(sentence.words[weapon.words[1] - 1]) in _AIRBORNE
    )


def _by_air_defence(sentence: Sentence, verb: Verb) -> bool:
    """Whose work it is to shoot down what flies in: "air defence units shot down 18 of them"."""
    doers = oblique(verb, "by") if verb.passive else (verb.subject,) if verb.subject is not None else ()
    words = [t.lower for doer in doers for t in sentence.words[slice(*doer)]]
    return not _AIR_DEFENCE.isdisjoint((*words, *(f"{a}-{b}" for a, b in pairwise(words))))


def whole_war(sentence: Sentence, verb: Verb) -> bool:
    """ "The war has killed tens of thousands": a figure for all of it, no event."""
    subject = sentence.words[head_of(sentence.words, verb.subject)].lemma if verb.subject is not None else ""
    return subject in _WARS


def for_a_cause(sentence: Sentence, verb: Verb) -> bool:
    """ "Joined the front to fight for independence": no fight, for there is nobody to fight."""
    causes = [sentence.words[head_of(sentence.words, phrase)].lemma for phrase in oblique(verb, "for")]
    against = verb.objects or oblique(verb, "with", "against")
    return verb.lemma == "fight" and not against and not _CAUSES.isdisjoint(causes)


def _nobody(sentence: Sentence, verb: Verb) -> bool:
    """ "No one was injured": a count of none, no event."""
    hurt = verb.subject if verb.passive else None
    return hurt is not None and sentence.words[hurt[0]].lower in ("no-one", "nobody", "none")


def _general(sentence: Sentence, verb: Verb, trigger: Trigger) -> bool:
    """A gerund about deeds in general ("liberating the area is essential"), or an aside on who somebody is."""
    if verb.form == "ing" and verb.subject is None:
        return verb.group[0] == 0 or sentence.words[verb.group[0] - 1].tag != "NOUN"
    before = sentence.words[verb.group[0] - 1].lower if verb.group[0] else ""
    deed = any(hit.words[1] == verb.group[0] for hit in sentence.nouns)
    if verb.form == "ing" and deed and tells_who(sentence.words, verb.group[0]):
        return True
    if not trigger.weak:
        return False
    aside = verb.form == "ing" and verb.subject is not None and verb.subject[1] == verb.group[0]
    return aside or (before in ("who", "which", "that") and trigger.type != "ASSAULT")


def _fits(sentence: Sentence, verb: Verb, trigger: Trigger) -> bool:
    """Does what the verb is done to fit the reading? "Seized" is of a town, of rifles or of suspects."""
    done_to = verb.subject if verb.passive else (verb.objects[0] if verb.objects else None)
    if trigger.type == "PROTEST" and verb.lemma == "protest" and _governs(sentence, verb.subject):
        return False
    if trigger.territory and _brings_relief(sentence, verb.subject):
        return False
    if trigger.fails:
        return verb.lemma == "fail" or weapon_in(sentence, verb.subject) is not None
    if trigger.needs in ("armed", "protesters"):
        return any(_are(sentence, phrase, trigger.needs) for phrase in (verb.subject, *verb.objects[:1]))
    if trigger.needs == "settlement":
        return _of_ground(sentence, verb, done_to)
    if trigger.needs == "deed":
        return verb.passive and noun_in(sentence, verb.subject) is not None
    if trigger.needs == "shells":
        weapon = weapon_in(sentence, verb.subject)
        return weapon is not None and weapon.mode == "heavy-weapons" and not weapon.carrier
    if trigger.needs == "hideout":
        return done_to is not None and sentence.words[head_of(sentence.words, done_to)].lemma in _HIDEOUTS
    if trigger.needs == "weapon":
        return (
            weapon_in(sentence, done_to) is not None
            or (trigger.thwarts and done_to is not None and _holds_weapon(sentence, done_to))
            or trigger.mode == "crowd-control"
            or (verb.lemma == "fire" and _fired_at(sentence, verb))
        )
    words = sentence.words
    if trigger.repels:
        return True
    if verb.lemma == "deliver":  # "delivered a group strike"
        return noun_in(sentence, done_to) is None
    if for_a_cause(sentence, verb):
        return False
    if verb.lemma == "engage":  # "engaged in collecting data" fights nobody
        return bool(oblique(verb, "with", "against")) or any(_are(sentence, o, "armed") for o in verb.objects[:1])
    if trigger.frame == "falls":
        subject = words[head_of(words, verb.subject)] if verb.subject is not None else None
        return (
            subject is not None and verb.form == "finite" and (subject.tag == "PROPN" or subject.lemma in _SETTLEMENTS)
        )
    if trigger.aircraft:
        kind = kind_of(sentence, done_to) if done_to is not None else None
        return kind is not None and kind.object_class == "aircraft" and not _stopped(sentence, done_to)
    if trigger.losses:
        kind = kind_of(sentence, done_to) if done_to is not None else None
        return kind is not None and (kind.kind != "object" or kind.object_class in ("vehicle", "aircraft", "ship"))
    if verb.lemma in ("eliminate", "neutralise", "neutralize", "liquidate"):
        return done_to is not None and kind_of(sentence, (done_to[0], head_of(words, done_to) + 1)) is not None
    if trigger.disrupted:
        return _stopped(sentence, done_to) or _by_air_defence(sentence, verb) or _so_many(sentence, verb, done_to)
    if not (trigger.person_object or trigger.weapon_object or trigger.territory):
        return True
    if done_to is None and trigger.mode == "arrest" and verb.form == "finite" and not verb.objects:
        done_to = verb.subject  # "a cadre arrested in Kanker"
    if done_to is None:
        return trigger.territory and bool(oblique(verb, "of", "over"))
    head = words[head_of(words, done_to)]
    if head.lemma in _SETTLEMENTS:
        return trigger.territory
    goods = weapon_in(sentence, done_to) is not None or head.lemma in _GOODS
    kind = kind_of(sentence, done_to) or noun_kind(head.text)  # "five of the pupils"
    taken = verb.lemma in ("seize", "capture", "confiscate", "impound", "recover")
    goods = goods or (taken and kind is not None and kind.object_class in ("vehicle", "aircraft", "ship", "ammunition"))
    person = head.tag == "NUM" or (kind is not None and kind.kind != "object" and head.tag != "PROPN")
    titled = head.tag == "PROPN" and any(t.tag == "NOUN" and noun_kind(t.lower) for t in words[slice(*done_to)])
    if trigger.weapon_object:
        return goods
    if verb.lemma == "hold" and any(w.lower in _TO_BLAME for w in words[done_to[1] - 1 : done_to[1] + 1]):
        return False  # "held the rebels responsible"
    if verb.lemma == "hold" and not (kind is not None and kind.kind in (*ARMED, "civilians", "person")):
        return False  # "held a congress"
    if trigger.person_object:
        if verb.lemma in ("arrest", "detain", "apprehend", "nab", "round", "imprison", "jail"):
            return not goods
        named = head.tag == "PROPN" and verb.lemma not in ("capture", "release", "free") and not goods
        return person or titled or named or (head.tag == "PRON" and head.lower in _SOMEBODY)
    return not goods and not person and head.lemma not in _NO_GROUND


def _so_many(sentence: Sentence, verb: Verb, done_to: Range | None) -> bool:
    """ "Fourteen drones were sent, and crews shot down eleven": what flew, told of before."""
    counted = done_to is not None and sentence.words[done_to[1] - 1].tag == "NUM"
    return counted and not verb.passive and verb.lemma in ("shoot", "knock")


def _governs(sentence: Sentence, subject: Range | None) -> bool:
    """A ministry that protests to another accuses it; it marches nowhere."""
    kind = kind_of(sentence, subject) if subject is not None else None
    return kind is not None and kind.kind == "government"


def _brings_relief(sentence: Sentence, subject: Range | None) -> bool:
    """ "630 aid trucks entered the territory": they took nothing."""
    return subject is not None and any(word.lower in _RELIEF for word in sentence.words[slice(*subject)])


_RELIEF = frozenset("aid relief humanitarian food fuel medical supplies ambulance ambulances".split())


def _of_ground(sentence: Sentence, verb: Verb, done_to: Range | None) -> bool:
    """A town or a post; or control of one."""
    if done_to is None:
        return False
    words = sentence.words
    head = words[head_of(words, done_to)].lemma
    if head != "control":
        return head in _SETTLEMENTS
    told = [t for spot in (done_to, *oblique(verb, "of", "over")) for t in words[slice(*spot)]]
    return any(t.tag == "PROPN" or t.lemma in _SETTLEMENTS for t in told)


def _fired_at(sentence: Sentence, verb: Verb) -> bool:
    """ "Fired on the crowd", "were fired on"."""
    if verb.passive and _next_word(sentence, verb) in ("on", "upon", "at"):
        return True
    return not _is_relative(sentence, verb) and bool(oblique(verb, "on", "at", "into", "upon", "towards"))


def _is_relative(sentence: Sentence, verb: Verb) -> bool:
    """ "Missiles that the rebels had fired": told to say whose they were."""
    first = verb.subject[0] if verb.subject is not None else 0
    relative = first > 1 and sentence.words[first - 1].lower in ("that", "which")
    return relative and noun_lemma(sentence.words[first - 2]) in _AIRBORNE


def _holds_weapon(sentence: Sentence, phrase: Range) -> bool:
    """A weapon anywhere in the phrase: "a charge of dynamite"."""
    return any(phrase[0] <= w.words[0] and w.words[1] <= phrase[1] for w in sentence.weapons)


def _next_word(sentence: Sentence, verb: Verb) -> str:
    return sentence.words[verb.group[1]].lower if verb.group[1] < len(sentence.words) else ""


_TO_BLAME = frozenset({"responsible", "accountable", "liable", "guilty"})
_SOMEBODY = frozenset({"he", "she", "they", "him", "her", "them"})
_NO_GROUND = word_list("grammar", "no_ground")
_HIDEOUTS = word_list("grammar", "hideouts")
_SETTLEMENTS = word_list("grammar", "settlements")


def _are(sentence: Sentence, phrase: Range | None, needed: str) -> bool:
    """People who bear arms, or protesters."""
    kind = kind_of(sentence, phrase) if phrase is not None else None
    return kind is not None and (kind.kind == "protesters" if needed == "protesters" else kind.kind in FORCEFUL)


def _purpose(sentence: Sentence, index: int) -> bool:
    """An infinitive that only tells a purpose ("went in to arrest a man"): no act is reported."""
    verb = sentence.verbs[index]
    if verb.form != "infinitive" or verb.governor is None:
        return False
    if sentence.words[verb.group[0] - 1].lower == "order":
        return True  # "in order to …"
    governor = sentence.verbs[verb.governor]
    if used_for(sentence, index) is not None:
        return False
    if governor.lemma in ("be", "is") and governor.obliques and governor.obliques[-1][1][1] == verb.group[0]:
        return True  # "was in Kenya to sign an agreement"
    return governor.lemma in (
        "go",
        "come",
        "arrive",
        "move",
        "use",
        "need",
        "travel",
        "return",
        "fail",
        "refuse",
        "vow",
    )
