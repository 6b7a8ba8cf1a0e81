"""Parties from rules and model: whose words stand, who fills a gap, and where a party goes that nobody placed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from hearsay.actors import noun_kind
from hearsay.actors.people import ARMED
from hearsay.reading.attribution_cues import kind_of_lemma
from hearsay.reading.events import EventSpan
from hearsay.reading.frames import Sentence
from hearsay.reading.model.read import Linked, Marked, ModelEvent
from hearsay.reading.tokens import Token
from hearsay.records import Span, inside, overlap

Spans = tuple[Span, ...]
Layers = Mapping[str, Sequence[Marked]]

_PLACING = frozenset("in at near outside inside around across".split())
_BY = 5
"""Characters between "by" and its noun: "by the army"."""
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
"""Types of which each side is both who does it and to whom."""


def parties_of(
    rule: EventSpan, sentence: Sentence, event: ModelEvent | None, layers: Layers, others: Spans = ()
) -> tuple[Spans, Spans, Spans]:
    """Actors, recipients and victims of the rules' event; ``event``: the same as the model has it.

    ``others``: whom the rules have in other events of the sentence.

    The rules' parties stand, with the ends that the model sees; parties that they did not find are the model's. Whom
    an assault fell on is the model's too where it marks nobody of the rules': "some sources claim the house was hit".
    """
    arguments = event.arguments if event is not None else ()
    fell_on = linked(arguments, "recipient")
    heard = other_than(rule.type, fell_on, (*rule.actors, *others))
    if heard and _unheard(rule, sentence, [*(m.span for m in layers["recipient"]), *fell_on]):
        rule, fell_on = replace(rule, recipients=(), victims=()), heard
    recipients = _bounded(rule.recipients, layers["recipient"])
    victims = _bounded(rule.victims, layers["recipient"])
    actors = _bounded(rule.actors, layers["actor"])
    if all(_names_nobody(sentence, span) for span in rule.actors):
        doers = [span for span in linked(arguments, "actor") if not _is_where(sentence, span, rule.type)]
        doers = [span for span in doers if not _told_before_passive(sentence, rule.trigger, span)]
        doers = [span for span in doers if may_do(sentence, span) and not _does_else(sentence, rule.trigger, span)]
        if rule.disrupted:  # whoever stops an attack is told before it: "units shot down drones that X had launched"
            doers = [span for span in doers if span[0] >= rule.trigger[1]]
        else:  # whoever is told before the verb, not those of a later clause ("… days after the army had used it")
            doers = [span for span in doers if span[1] <= rule.trigger[0]] or doers
        if rule.effect:  # "Sergeant Sarkar of the 41st Battalion died": that is whose he was
            doers = [d for d in doers if not any(r[0] <= d[0] < rule.trigger[0] for r in (*recipients, *victims))]
        doers = [next((other for other in others if inside(span, other)), span) for span in doers]
        if actors:  # who does something else in the sentence is not meant where this deed has its own doer
            doers = [span for span in doers if not any(overlap(span, other) for other in others)]
        actors = other_than(rule.type, doers, (*recipients, *victims)) or actors
    if not recipients and not victims and not rule.disrupted:  # shot down are drones, not their owner
        recipients = other_than(rule.type, fell_on, actors)
    else:
        more = other_than(rule.type, fell_on, (*actors, *others))
        recipients, victims = _with_the_listed(sentence, recipients, more), _with_the_listed(sentence, victims, more)
    return actors, recipients, victims


def _unheard(rule: EventSpan, sentence: Sentence, marked: Sequence[Span]) -> bool:
    """An assault on somebody of whom the model marks nothing.

    Pronouns, people under arms, taken ground and the two sides of a fight are a matter of the rules.
    """
    if rule.type != "ASSAULT" or rule.disrupted or rule.territory or rule.clash:
        return False
    told = (*rule.recipients, *rule.victims)
    return not any(
        is_pronoun(sentence, span) or _is_armed(sentence, span) or any(overlap(span, m) for m in marked)
        for span in told
    )


def _is_armed(sentence: Sentence, span: Span) -> bool:
    noun = noun_kind(" ".join(word.text for word in _words(sentence, span)))
    return noun is not None and noun.kind in ARMED


def weapons_of(rule: EventSpan, event: ModelEvent | None, layers: Layers) -> Spans:
    """With what it was done: the rules' weapons in the model's words, else what the model links to the event."""
    told = linked(event.arguments, "weapon") if event is not None and rule.type == "ASSAULT" else ()
    return _bounded(rule.weapons, layers["weapon"]) or told


def _with_the_listed(sentence: Sentence, told: Spans, more: Sequence[Span]) -> Spans:
    """The parties with those that stand on their list: "killing Ana Ruiz, 42; Ines Ruiz, 19; and a police officer".

    Also before them: of "a colonel, a judge and a senator were killed" the rules may see the last. A comma alone
    joins nobody: "Ana Ruiz, the owner, was shot".
    """
    found = list(told)
    joints = {word.lower for span in told for word in _words(sentence, span)} & _JOINTS
    for members in (more, more[::-1]):
        for span in members:
            between = _between(sentence, found, span) or _between(sentence, [span], min(found, default=span))
            if between and all(word.lower in _LISTING or word.tag in _NOMINAL for word in between):
                joints |= {word.lower for word in between} & _JOINTS
                found.append(span)
    return tuple(dict.fromkeys(sorted(found))) if joints - {","} else told


def _between(sentence: Sentence, told: Sequence[Span], span: Span) -> list[Token]:
    """The words between ``span`` and the last of ``told`` before it; none where it is one of them."""
    ends = [end for _, end in told if end <= span[0]]
    if not ends or any(overlap(span, other) for other in told):
        return []
    return [word for word in sentence.words if max(ends) <= word.start < span[0]]


_JOINTS = frozenset({",", ";", "and", "or"})
_LISTING = _JOINTS | frozenset({"of", "(", ")", "[", "]", "as", "well", "with", "along"})
"""What may stand between the members of a list beside their own words: "rector of the university; …"."""
_NOMINAL = frozenset("DET NUM ADJ NOUN PROPN PART PRON".split())


def linked(arguments: Iterable[Linked], role: str) -> Spans:
    """The spans of one role."""
    return tuple(a.span for a in arguments if a.role == role)


def other_than(event_type: str, found: Sequence[Span], taken: Sequence[Span]) -> Spans:
    """Who has no other part in the event: nobody does it to himself, unless both sides do the same to each other."""
    return tuple(span for span in found if event_type in _MUTUAL or not any(overlap(span, other) for other in taken))


def is_pronoun(sentence: Sentence, span: Span) -> bool:
    """Whom "them" means is settled where the rules read it; an event that they do not find names somebody or nobody."""
    return all(word.tag == "PRON" for word in _words(sentence, span))


def _words(sentence: Sentence, span: Span) -> list[Token]:
    return [word for word in sentence.words if span[0] <= word.start < span[1]]


def _names_nobody(sentence: Sentence, span: Span) -> bool:
    """A pronoun, or a noun that no list of people has ("resolution")."""
    words = _words(sentence, span)
    return all(w.tag != "PROPN" for w in words) and noun_kind(" ".join(w.text for w in words)) is None


def _is_where(sentence: Sentence, span: Span, event_type: str = "") -> bool:
    """It follows a word of place ("arrested in Lagos"; in India one is arrested from there)."""
    placing = _PLACING | {"from"} if event_type == "COERCE" else _PLACING
    before = [word.lower for word in sentence.words if word.end <= span[0]][-2:]
    return bool(before) and (before[-1] in placing or (before[-1] == "the" and before[0] in placing))


def _owns_the_speaker(sentence: Sentence, span: Span) -> bool:
    """In "Lebanon's health ministry said …" Lebanon does nothing."""
    for verb in sentence.verbs:
        if verb.subject is not None and kind_of_lemma(verb.lemma) is not None:
            last = next((k for k in range(*verb.subject) if sentence.words[k].end == span[1]), None)
            if last is not None and last + 1 < verb.subject[1] and sentence.words[last + 1].lower in _POSSESSIVE:
                return True
    return False


def _does_else(sentence: Sentence, trigger: Span, span: Span) -> bool:
    """In "a patrol was returning when the bomb went off" the patrol returns, and the bomb is another clause's."""
    words = sentence.words
    deed = any(words[hit.words[0]].start == trigger[0] for hit in sentence.nouns) or any(
        trigger[0] <= words[v.head].start < trigger[1] and v.subject and words[v.subject[0]].tag != "PRON"
        for v in sentence.verbs
    )
    for verb in sentence.verbs:
        if verb.subject is not None and words[verb.subject[0]].start <= span[0] < words[verb.subject[1] - 1].end:
            between = [w.lower for w in words[verb.group[1] :] if w.end <= trigger[0]]
            if words[verb.head].end <= trigger[0] and any(word in _MEANWHILE for word in between):
                return True
            if deed and between[:1] == ["that"] and kind_of_lemma(verb.lemma) is not None:
                return True  # "the UN warned that attacks on civilians …"
    return False


_MEANWHILE = frozenset({"when", "while", "as"})


def _is_deed(sentence: Sentence, span: Span) -> bool:
    """ "Clashes left a man dead": whoever clashed did it."""
    return any(sentence.words[hit.words[1] - 1].end == span[1] for hit in sentence.nouns)


def _is_it(sentence: Sentence, span: Span) -> bool:
    """In "it was the worst attack in a year" it is the attack."""
    subjects = [v.subject for v in sentence.verbs if v.lemma in _BE and v.subject is not None]
    words = [sentence.words[first] for first, last in subjects if last - first == 1]
    return any(word.lower in ("it", "this", "that") and word.start == span[0] for word in words)


_BE = frozenset({"be", "is", "was"})


def may_do(sentence: Sentence, span: Span) -> bool:
    """Whether what the model marks as a doer may be one."""
    return not any(is_none(sentence, span) for is_none in (_owns_the_speaker, _is_deed, _is_it))


_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def _told_before_passive(sentence: Sentence, trigger: Span, span: Span) -> bool:
    """In "a cadre, said to be close to X, was arrested" nobody named before the verb arrested him.

    Unless the word is "by", or a clause of its own stands between ("rebels attacked and nine were killed").
    """
    words = sentence.words
    passive = any(v.passive and trigger[0] <= words[v.head].start < trigger[1] for v in sentence.verbs)
    if not passive or span[0] >= trigger[0]:
        return False
    between = [v for v in sentence.verbs if span[1] <= words[v.head].start < trigger[0]]
    by = any(word.lower == "by" for word in words if word.end <= span[0] and span[0] - word.end <= _BY)
    return not by and all(v.passive or v.form == "participle" for v in between)


def _bounded(spans: Sequence[Span], marked: Sequence[Marked]) -> Spans:
    """Each with the ends that the model gives it, where it marks the same party and sees more of it."""
    return tuple(dict.fromkeys(next((m.span for m in marked if inside(span, m.span)), span) for span in spans))


def by_sentence(marked: Sequence[Marked], sentences: Sequence[Span]) -> dict[int, list[Span]]:
    """What is marked in each sentence, by the number of the sentence."""
    starts = [start for start, _ in sentences]
    found: dict[int, list[Span]] = {}
    for one in marked:
        found.setdefault(bisect_right(starts, one.span[0]) - 1, []).append(one.span)
    return found


def with_the_unlinked(
    events: Sequence[EventSpan], sentences: Sequence[Span], parsed: Sequence[Sentence], layers: Layers
) -> list[EventSpan]:
    """A marked party without a part in any event of its sentence joins the nearest event that lacks such a party.

    To whom it was done, and who made somebody die, the rules know as a rule: what they leave open stays so.
    """
    made = list(events)
    told: dict[int, list[int]] = {}
    for k, event in enumerate(made):
        told.setdefault(event.sentence, []).append(k)
    for role in ("actor", "recipient"):
        for number, spans in by_sentence(layers[role], sentences).items():
            here = told.get(number, [])
            for span in spans if here else ():
                if role == "actor" and (_is_where(parsed[number], span) or not may_do(parsed[number], span)):
                    continue
                free = [k for k in here if _lacks(made[k], role)]
                if role == "actor":
                    free = [k for k in free if not _told_before_passive(parsed[number], made[k].trigger, span)]
                    free = [k for k in free if not _does_else(parsed[number], made[k].trigger, span)]
                if free and not any(overlap(span, words) for k in here for words in _taken(made[k])):
                    nearest = min(free, key=lambda k: _apart(made[k].trigger, span))
                    made[nearest] = _joined(made[nearest], role, span)
    return made


def _taken(event: EventSpan) -> Spans:
    return (event.trigger, *event.actors, *event.recipients, *event.victims)


def _lacks(event: EventSpan, role: str) -> bool:
    if role == "actor":
        return not event.actors and not ((event.effect or event.disrupted) and "rules" in event.read)
    return not event.recipients and not event.victims and "rules" not in event.read


def _joined(event: EventSpan, role: str, span: Span) -> EventSpan:
    return replace(event, actors=(span,)) if role == "actor" else replace(event, recipients=(span,))


def _apart(a: Span, b: Span) -> int:
    """Characters between the two."""
    return max(a[0] - b[1], b[0] - a[1], 0)
