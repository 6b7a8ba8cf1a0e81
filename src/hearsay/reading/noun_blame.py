"""On whom a deed is laid: "attributed the murder to X", "blamed X for the raid", "X is implicated in the massacre".

Whoever says so tells the deed with its doer (our reports code it as the deed, with a suspected actor). What somebody is
tried or wanted for, told to say who he is ("a man accused of the murder was held"), is left alone.
"""

from __future__ import annotations

from hearsay.reading.frames import Sentence, noun_in, oblique
from hearsay.reading.noun_frames import ASCRIBES
from hearsay.reading.triggers import NounHit
from hearsay.reading.verb import Range, Verb

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_FOR = {"blame": "for", "accuse": "of", "suspect": "of", "implicate": "in", "involve": "in"}
"""Verb → the preposition before the deed that its object, or its subject in the passive, is said to have done."""


def blamed_for(sentence: Sentence, hit: NounHit) -> tuple[Range, ...]:
    """The doers that the sentence's own verbs give the deed; none where no verb lays it on anybody."""
    for verb in sentence.verbs:
        if not verb.negated and _is_said(sentence, verb) and (found := _blamed(sentence, verb, hit)):
            return found
    return ()


def _is_said(sentence: Sentence, verb: Verb) -> bool:
    """A finite verb of its own clause, with its auxiliary where it is passive."""
    words = sentence.words
    helped = any(words[k].tag == "AUX" for k in range(*verb.group))
    relative = verb.group[0] > 0 and words[verb.group[0] - 1].lower in _RELATIVE
    return verb.form == "finite" and verb.subject is not None and not relative and (helped or not verb.passive)


def _blamed(sentence: Sentence, verb: Verb, hit: NounHit) -> tuple[Range, ...]:
    told = verb.subject if verb.passive else (verb.objects[0] if verb.objects else None)
    if told is not None and noun_in(sentence, told) == hit:
        if verb.lemma in ASCRIBES:
            return oblique(verb, "to")
        return oblique(verb, "on") if verb.lemma == "blame" else ()
    if verb.subject is not None and noun_in(sentence, verb.subject) == hit:
        return _work_of(sentence, verb)
    preposition = _FOR.get(verb.lemma)
    if preposition is None or told is None:
        return ()
    if any(noun_in(sentence, phrase) == hit for phrase in oblique(verb, preposition)):
        return (told,)
    return _before_of(sentence, told, hit) if preposition == "of" else ()


def _work_of(sentence: Sentence, verb: Verb) -> tuple[Range, ...]:
    """ "The attack was the work of X"."""
    for phrase in verb.objects if sentence.words[verb.head].tag == "AUX" else ():
        at = next((k for k in range(*phrase) if sentence.words[k].lower == "of"), None)
        if at is not None and sentence.words[at - 1].lower == "work" and at + 1 < phrase[1]:
            return ((at + 1, phrase[1]),)
    return ()


def _before_of(sentence: Sentence, phrase: Range, hit: NounHit) -> tuple[Range, ...]:
    """ "The army of the murder of the mayor", whom somebody accuses: the army."""
    if not phrase[0] < hit.words[0] < phrase[1]:
        return ()
    at = next((k for k in range(hit.words[0] - 1, phrase[0], -1) if sentence.words[k].lower == "of"), None)
    between = sentence.words[at + 1 : hit.words[0]] if at is not None else ()
    plain = all(word.tag in ("DET", "ADJ", "NUM") for word in between)
    return ((phrase[0], at),) if at is not None and plain else ()
