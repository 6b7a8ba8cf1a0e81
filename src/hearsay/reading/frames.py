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
_SET_OFF = word_list("grammar", "set_off")
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
    return any(t.lower in _WHO for t in words[max(0, at - 7) : at])


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
        pass
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
    if trigger.disrupted:
        actors, recipients = _launchers(sentence, index) or _whose(sentence, verb), ()
    elif verb.passive and trigger.mode in ("explosives", "heavy-weapons", None) and weapon_in(sentence, verb.subject):
        actors, recipients = actors or _launchers(sentence, index), oblique(verb, *_AT, "to")
    held = _armed_with(sentence, verb, subject)
    mode = next((w.mode for w in sentence.weapons if w.words in held), None)
    if mode is None and verb.lemma == "fire":
        mode = "firearms"
    held = tuple(w.words for w in sentence.weapons if w.words in held and not w.carrier and not _modifies(sentence, w))
    clause = _clause(verb, words)
    return Draft(
        trigger=trigger,
        words=words,
        verb=index,
        noun=False,
        clause=clause,
        actors=tuple(a for a in (*_of_weapon(sentence, actors), *_backers(sentence, verb)) if is_party(sentence, a)),
        recipients=tuple(r for r in recipients if _may_suffer(sentence, r, trigger)),
        weapons=held,
        mode=_mode(trigger.mode, mode),
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


def _launchers(sentence: Sentence, index: int) -> tuple[Range, ...]:
    """Who planted, fired or launched what the verb is about: "a bomb planted by X was set off"."""
    about = sentence.verbs[index]
    for verb in sentence.verbs:
        if verb.lemma in ("plant", "launch", "fire", "drop", "throw", "lay", "hurl", "place", "send") and verb.passive:
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


def _modifies(sentence: Sentence, weapon: WeaponHit) -> bool:
    """A weapon's name before another noun ("missile strikes", "drone operators") is no weapon mention."""
    after = weapon.words[1]
    return after < len(sentence.words) and sentence.words[after].tag == "NOUN"


def _clause(verb: Verb, words: Range) -> Range:
    first = min(
        verb.subject[0] if verb.subject is not None and verb.subject[0] < verb.group[0] else verb.group[0],
        verb.group[0],
    )
    last = max([verb.group[1], words[1], *(o[1] for o in verb.objects), *(p[1] for _, p in verb.obliques)])
    return first, last


def _of_weapon(sentence: Sentence, actors: tuple[Range, ...]) -> tuple[Range, ...]:
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
        elif any(t.tag == "PROPN" or t.lower in _ACTOR_MODIFIERS for t in sentence.words[actor[0] : weapon.words[0]]):
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


def _mode(own: str | None, weapon: str | None) -> str | None:
    """A weapon says more than a verb that names none."""
    return own if own not in (None, "firearms", "explosives") or weapon is None else weapon


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
        elif preposition in ("on", "against", "at", "targeting", "into", "towards", "with"):
            recipients.append(phrase)
        elif preposition == "between":
            one_side, other_side = _both_sides(sentence, phrase)
            actors.append(one_side)
            recipients += other_side
        elif preposition == "of" and hit.trigger.frame in ("object", "effect", "place") and hit.words[1] - 1 == end - 1:
            recipients.append(phrase)
    if not actors:
        actors += _set_off_by(sentence, end)
    possessor = _possessor(sentence, start)
    if possessor is not None and not actors:
        actors.append(possessor)
    if carrier and verb is not None and not actors:
        told = verb.subject is not None and noun_in(sentence, verb.subject) == hit
        actors += list(oblique(verb, "by")) if verb.passive or told else [verb.subject] if verb.subject else []
    if carrier and verb is not None and not recipients:
        recipients += list(oblique(verb, "on", "against", "at", "with"))
    if carrier and verb is not None and not actors and not recipients:
        for phrase in oblique(verb, "between"):
            one_side, other_side = _both_sides(sentence, phrase)
            actors.append(one_side)
            recipients += other_side
    near = [w for w in sentence.weapons if start - 4 <= w.words[0] and w.words[1] <= start]
    near += [
        w
        for w in sentence.weapons
        if any(p in ("with", "using", "from") and r[0] <= w.words[0] < r[1] for p, r in after)
    ]
    near += [w for w in sentence.weapons if any(weapon_in(sentence, a) == w for a in actors)]
    mode = next((w.mode for w in near), None)
    held = tuple(w.words for w in near if not w.carrier and not _modifies(sentence, w))
    ends = [end, *(r[1] for _, r in after)]
    first = min([start, *(r[0] for r in actors), *([verb.group[0]] if carrier and verb is not None else [])])
    draft = Draft(
        trigger=hit.trigger,
        words=hit.words,
        verb=verb_index,
        noun=True,
        clause=(_phrase_start(words, first), max(ends)),
        actors=tuple(a for a in _of_weapon(sentence, tuple(actors)) if is_party(sentence, a)),
        recipients=tuple(r for r in recipients if is_party(sentence, r)),
        weapons=held,
        mode=_mode(hit.trigger.mode, mode),
        carried=carrier,
    )
    if carrier and verb is not None:
        outer = _clause(verb, hit.words)
        draft = replace(draft, clause=(min(draft.clause[0], outer[0]), max(draft.clause[1], outer[1])))
    return draft


def _set_off_by(sentence: Sentence, end: int) -> list[Range]:
    """Who did it, in a participle behind the noun: "a blast triggered by X"."""
    for verb in sentence.verbs:
        if verb.passive and verb.lemma in _SET_OFF and end <= verb.group[0] <= end + 6 and not verb.negated:
            between = sentence.words[end : verb.group[0]]
            if not any(t.tag in ("PUNCT", "CCONJ", "AUX") for t in between):
                return list(oblique(verb, "by"))[:1]
    return []


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
        found.append((preposition, (at + 1, end)))
        at = end
    return found


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
    first = at
    while (
        first > 0
        and (
            words[first - 1].tag == "PROPN"
            or (words[first - 1].tag in ("NOUN", "ADJ") and words[first - 1].lower in _ACTOR_MODIFIERS)
        )
    ) or (first > 1 and words[first - 1].lower in ("and", "-") and words[first - 2].tag == "PROPN" and first < at):
        first -= 1
    return (first, at) if first < at and words[first].lower not in ("and", "-") else None


_ACTOR_MODIFIERS = word_list("grammar", "actor_modifiers")


def _phrase_start(words: Sequence[Token], at: int) -> int:
    while at > 0 and words[at - 1].tag in ("DET", "ADJ", "NUM", "PROPN") and at > 0:
        at -= 1
    return at


def cover(a: Range, b: Range) -> Range:
    """The range from the first token of both to the last."""
    return min(a[0], b[0]), max(a[1], b[1])
