"""The nouns that carry an event: with the verb they stand beside, or as events of their own."""

from __future__ import annotations

from dataclasses import replace

from hearsay.codebook import word_list
from hearsay.reading.frames import Draft, Sentence, cover, is_party, noun_in, tells_who, weapon_in
from hearsay.reading.noun_blame import blamed_for
from hearsay.reading.noun_frames import ASCRIBES, OWN, noun_draft
from hearsay.reading.status import governing
from hearsay.reading.triggers import NounHit
from hearsay.reading.verb import Verb

_LIGHT = word_list("grammar", "light_verbs")
_OCCUR = word_list("grammar", "occurrence_verbs")
_TALK = word_list("grammar", "talk_verbs")


def with_nouns(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Add the event nouns: into the verb they stand with, or as events of their own."""
    out = list(drafts)
    for hit in sentence.nouns:
        if any(d.words[0] <= hit.words[0] < d.words[1] for d in out if not d.noun):
            continue
        role, index, preposition = _role(sentence, hit)
        at = next((k for k, d in enumerate(out) if index is not None and d.verb == index and not d.noun), None)
        if at is not None and not (
            role == "oblique" and preposition == "with" and noun_draft(sentence, hit, None, carrier=False).actors
        ):
            merged = _merge_noun(sentence, out[at], hit, role, preposition)
            out[at] = merged or out[at]
            if merged is not None or hit.trigger.type == out[at].trigger.type or hit.trigger.type != "ASSAULT":
                continue
        verb = sentence.verbs[index] if index is not None else None
        carried = carries(verb, role) or _intended(verb, role) or _answers_for(sentence, hit, verb)
        draft = noun_draft(sentence, hit, index, carrier=carried)
        if doers := blamed_for(sentence, hit):
            actors = tuple(d for d in doers if is_party(sentence, d))
            fell_on = tuple(r for r in draft.recipients if r not in doers)
            draft = replace(draft, actors=actors, recipients=fell_on, carried=True)
        named = replace(draft, actors=tuple(a for a in draft.actors if sentence.words[a[0]].lower not in OWN))
        if _tells(sentence, hit, named, verb, role, laid=bool(doers)):  # "their attacks" tells of none by itself
            out.append(draft)
    return out


def _role(sentence: Sentence, hit: NounHit) -> tuple[str, int | None, str]:
    for index, verb in enumerate(sentence.verbs):
        if verb.lemma in _LIGHT and any(noun_in(sentence, phrase) == hit for phrase in verb.objects):
            return "object", index, ""  # "triggered a blast targeting a patrol"
    for index, verb in enumerate(sentence.verbs):
        if verb.subject is not None and noun_in(sentence, verb.subject) == hit:
            return "subject", index, ""
    for index, verb in enumerate(sentence.verbs):
        for phrase in verb.objects:
            if noun_in(sentence, phrase) == hit:
                return "object", index, ""
        for preposition, phrase in verb.obliques:
            if noun_in(sentence, phrase) == hit:
                return "oblique", index, preposition
    return "none", None, ""


def carries(verb: Verb | None, role: str) -> bool:
    """Whether the verb tells that what the noun names was done: "launched a raid", "the strike took place"."""
    if verb is None:
        return False
    if role == "object" or (role == "subject" and verb.passive):
        return verb.lemma in _LIGHT or (role == "subject" and verb.lemma in ASCRIBES)
    return role == "subject" and verb.lemma in _OCCUR


def _answers_for(sentence: Sentence, hit: NounHit, verb: Verb | None) -> bool:
    """ "The army is responsible for the murder": said of its subject; "a band responsible for raids" only tells who."""
    if verb is None or verb.subject is None or sentence.words[verb.head].tag != "AUX":
        return False
    start, words = verb.group[1], sentence.words
    told = [t.lower for t in words[start : hit.words[0]] if t.tag not in ("DET", "ADV")]
    relative = words[verb.group[0] - 1].lower in ("who", "which", "that")
    return told[:2] == ["responsible", "for"] and len(told) <= _BETWEEN and not relative


_BETWEEN = 4
"""Words up to the deed's noun: "responsible for the recent brutal murder"."""


def _intended(verb: Verb | None, role: str) -> bool:
    """The object of a plan or a threat is its subject's deed; "what he called an attack" is not his."""
    planned = verb is not None and governing().get(verb.lemma) in ("planned", "threatened")
    return planned and role == "object" and verb is not None and verb.lemma != "call"


def _merge_noun(sentence: Sentence, draft: Draft, hit: NounHit, role: str, preposition: str) -> Draft | None:
    """A noun beside a verb trigger: "killed in an airstrike on the camp", "repelled an attack by the rebels"."""
    noun = noun_draft(sentence, hit, None, carrier=False)
    trigger = draft.trigger
    if trigger.repels:
        return replace(
            draft,
            actors=noun.actors or draft.actors,
            mode=draft.mode or noun.mode,
            clause=cover(draft.clause, noun.clause),
        )
    if (
        role == "oblique"
        and preposition in ("after", "before", "since", "despite")
        and (trigger.frame not in ("effect", "victim") or preposition != "after")
    ):
        return replace(draft, recipients=draft.recipients or noun.recipients, clause=cover(draft.clause, noun.clause))
    if hit.trigger.type != trigger.type:
        return None
    if trigger.refers and trigger.frame == "none":  # "denied reports of the downing of a helicopter"
        return replace(noun, verb=draft.verb)
    effect = trigger.frame in ("effect", "victim")
    if (
        effect
        and role == "oblique"
        and hit.trigger.frame == "with"
        and not noun.actors
        and sentence.verbs[draft.verb or 0].passive
    ):
        noun = replace(noun, actors=noun.recipients, recipients=())  # "killed in an encounter with the police"
    chosen = (
        replace(hit.trigger, frame=trigger.frame, harms=trigger.harms) if effect and not trigger.territory else trigger
    )
    recipients = draft.recipients
    if not recipients or (draft.noun is False and not effect):
        recipients = recipients or noun.recipients
    struck = effect and hit.trigger.frame != "with" and draft.recipients  # "killed in an attack on a bus"
    besides = [r for r in noun.recipients if weapon_in(sentence, r) is None] if struck else []
    actors = draft.actors or noun.actors
    if effect and role == "subject":
        actors = noun.actors
    return replace(
        draft,
        trigger=replace(chosen, weak=False) if effect else chosen,
        mode=(noun.mode or draft.mode) if effect else (draft.mode or noun.mode),
        actors=actors,
        recipients=recipients,
        victims=tuple(dict.fromkeys((*draft.victims, *besides))),
        weapons=tuple(dict.fromkeys((*draft.weapons, *noun.weapons))),
        clause=cover(draft.clause, noun.clause),
        beside=" ".join(t.lower for t in sentence.words[slice(*hit.words)]) if effect else "",
    )


def _tells(sentence: Sentence, hit: NounHit, draft: Draft, verb: Verb | None, role: str, *, laid: bool) -> bool:
    """Does the noun report an event, or only refer to one ("after the attack", "condemned the raid")?

    ``laid``: the sentence lays it on somebody ("blamed the murder on soldiers").
    """
    words = sentence.words
    start = hit.words[0]
    while start > 0 and words[start - 1].tag in ("ADJ", "NOUN", "PROPN", "NUM"):
        start -= 1
    definite = start > 0 and (
        words[start - 1].lower in ("the", "this", "that", "these", "those", "such", "any", "no", "his", "their", "its")
    )
    parties = bool(draft.actors or draft.recipients)
    if not draft.carried and _charged(sentence, hit.words[0], verb, role):
        return False
    if hit.trigger.frame == "effect" and not draft.recipients and not (laid and draft.actors):
        return False
    if (
        verb is not None
        and hit.trigger.weak
        and verb.form == "ing"
        and verb.subject is not None
        and verb.subject[1] == verb.group[0]
    ):
        return False
    if verb is not None and verb.lemma in ("order", "plan", "mastermind") and role == "object" and definite:
        return False  # "those who ordered the killing": told elsewhere
    if draft.carried and definite and verb is not None and verb.lemma in ("come", "follow", "last"):
        return bool(draft.actors)  # "the attack came at the same spot where …"
    if draft.carried:
        return parties or not definite or hit.trigger.frame == "with"
    if verb is not None and verb.lemma in _TALK and role in ("object", "oblique"):
        return bool(draft.actors and draft.recipients)
    if role == "subject":
        return not definite or (bool(draft.recipients) and not hit.trigger.weak)
    if hit.trigger.frame == "with":
        return bool(draft.recipients or draft.actors)
    return (
        bool(draft.actors and (draft.recipients or role == "object" or not definite))
        or (bool(draft.recipients) and not definite)
        or (bool(draft.recipients) and not hit.trigger.weak)
    )


_CHARGES = word_list("grammar", "charges")


def _charged(sentence: Sentence, at: int, verb: Verb | None, role: str) -> bool:
    """What somebody is wanted, tried or held for is told to say who he is: "wanted for the murder of an inspector"."""
    if verb is not None and role == "oblique" and verb.lemma in _CHARGES:
        return True
    return tells_who(sentence.words, at)
