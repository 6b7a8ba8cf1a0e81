"""Events from rules and model: one list from both, and who is heard in each field.

The rules know grammar and word lists, the model has seen examples. An event that both find is one event; what only the
model finds is taken when it is sure enough. Parties that belong to no event anybody found hang on the verb beside them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from hearsay.codebook import table, word_list
from hearsay.reading.both.clauses import with_its_clause
from hearsay.reading.both.parties import (
    by_sentence,
    is_pronoun,
    linked,
    may_do,
    other_than,
    parties_of,
    weapons_of,
    with_the_unlinked,
)
from hearsay.reading.both.statuses import is_granted, with_the_verb
from hearsay.reading.events import EventSpan
from hearsay.reading.frames import Sentence, words_in
from hearsay.reading.model.labels import NONE
from hearsay.reading.model.read import Asked, Linked, ModelEvent, Reader
from hearsay.reading.set_phrases import is_alert, is_answered, is_brought_to_care, is_no_deed
from hearsay.reading.topic import Topic, is_defined
from hearsay.reading.verb_drafts import for_a_cause, whole_war
from hearsay.reading.verbs import verb_beside
from hearsay.records import EventType, Outcome, Span, Status, overlap

_TOLD = {"with parties": 0.6, "without": 0.8, "no trigger": 0.85, "assault": 0.8, "beside its like": 0.9}
"""So probable must an event be that only the model finds: three in four and more of ours were right from there.

An assault is the worst to be wrong about; what stands beside an event of its type is mostly that event again.
"""
_KNOWN = 0.4
"""So probable must its type be."""
_SURE = {"type": 0.98, "mode": 0.5, "outcome": 0.7}
"""So probable must a value be for the model to overrule the rules (a mode or an outcome: to fill a gap)."""
_SURE_STATUS = {"planned": 0.9, "thwarted": 0.8, "denied": 0.8}
"""So probable must a status be for the model to overrule rules that say no more than that it occurred.

Over voices that it had not seen the model was right in 17 of these and the rules in 9; in the others, in 3 and in 11.
"""
_LEAST_STATUS = {"ongoing": 0.8, "attempted": 0.9}
"""So probable must a status be where the model is alone: below, seven in ten had simply occurred."""
_FEW = 100
"""Words too few to tell what an article is about."""
_PARTIES_ALONE = "reader:parties"
"""Why there is an event: the model marks who did something to whom, on a verb that tells no deed by itself."""
_DESTROY = "destroy"
"""What is destroyed is seldom all there is to a deed: that mode is left to the rules, which see what the verb hits."""
_RULES_MODES = frozenset({_DESTROY, "disarm"})
_WARS = word_list("grammar", "wars")
_CALM = word_list("grammar", "calm")
MODES_OF: dict[str, tuple[str, ...]] = {
    name: tuple(entry["modes"]) for name, entry in table("event_types")["type"].items()
}
Fields = Mapping[str, Mapping[str, float]]


def both_events(
    rules: Sequence[EventSpan],
    sentences: Sequence[Span],
    parsed: Sequence[Sentence],
    reader: Reader,
    topic: Topic,
    *,
    capitals: bool = False,
) -> list[EventSpan]:
    """The events of a text in the order of their triggers.

    ``parsed``: the words and verbs of each sentence; ``capitals``: the whole text is in upper case.
    """
    starts = [start for start, _ in sentences]
    matched: dict[int, ModelEvent] = {}
    alone: list[EventSpan] = []
    for event in reader.reading.events:
        number = bisect_right(starts, event.trigger[0]) - 1
        same = [k for k, rule in enumerate(rules) if rule.sentence == number and _same(rule, event)]
        for k in same:
            matched.setdefault(k, event)
        if not same:
            told = event.score * (1 - event.fields["type"][NONE])
            named: Sequence[Linked] = [
                a for a in event.arguments if a.role != "actor" or may_do(parsed[number], a.span)
            ]
            if _best(event.fields, "type") == "ASSAULT":  # "shot down 18 of them": drones, not their owner
                named = [a for a in named if a.role != "recipient" or not is_pronoun(parsed[number], a.span)]
            one = _made(event.trigger, event.fields, number, named, "reader", told)
            alone.append(with_the_verb(with_its_clause(one, parsed[number]), parsed[number]))
    events = _with_the_model(rules, parsed, matched, reader)
    if topic != "elsewhere":
        found = {(event.sentence, event.type) for event in events}
        events += [one for one in _surest(alone) if _is_told(one, (one.sentence, one.type) in found)]
        events = with_the_unlinked(events, sentences, parsed, reader.reading.layers)
        events += _untold(events, sentences, parsed, reader)
        events = [e for e in events if "rules" in e.read or not _tells_nothing(parsed[e.sentence], e)]
        refusals = [event for event in events if event.type == "REJECT"]
        events = [e for e in events if not any(_is_refused(parsed[e.sentence], e, refusal) for refusal in refusals)]
    if sum(len(sentence.words) for sentence in parsed) > _FEW:  # whoever reports of force at length has words for it
        events = [e for e in events if e.type != "ASSAULT" or _has_words(e, topic, capitals=capitals)]
    return sorted(events, key=lambda e: (e.trigger, e.type))


def _has_words(event: EventSpan, topic: Topic, *, capitals: bool) -> bool:
    """A word of force that the rules know; in an article about conflict one that the model marks will do, or parties.

    Not parties alone in capitals: of MUC's development texts one in ten of those had been in any incident.
    """
    return "rules" in event.read or (topic != "open" and not (capitals and event.why["type"] == _PARTIES_ALONE))


def _tells_nothing(sentence: Sentence, event: EventSpan) -> bool:
    """A war as a whole ("the war began in April"), or how things stand, done to nobody ("the town is held by X")."""
    if is_defined(sentence.words, event.trigger):
        return True
    told = words_in(sentence, event.trigger)
    lemmas = {sentence.words[k].lemma for k in told if sentence.words[k].tag != "AUX"}
    heads = [v for v in sentence.verbs if v.head in told]
    if any(said_of(sentence, v) for v in heads for said_of in (whole_war, for_a_cause, is_no_deed, is_brought_to_care)):
        return True
    if event.type == "THREATEN" and any(is_alert(sentence, k) for k in told):
        return True
    if event.type == "CONSULT" and any(is_answered(sentence, v) for v in heads):
        return True
    calm = _CALM if event.type == "ASSAULT" and not event.recipients else frozenset()
    if not lemmas:  # "they were members of a military wing"
        return event.type in _FORCE and not event.recipients
    return lemmas <= _WARS | calm


_FORCE = frozenset({"ASSAULT", "COERCE"})
_REFUSABLE = frozenset({"AGREE", "CONSULT", "COOPERATE", "CONCEDE"})
_NEXT = 4
"""Words that a refused thing takes at most before its noun: "ruled out any new talks", "refused to hold talks"."""


def _is_refused(sentence: Sentence, event: EventSpan, rejection: EventSpan) -> bool:
    """ "Ruled out talks": what somebody rejects is no meeting and no agreement."""
    if event.type not in _REFUSABLE or event.sentence != rejection.sentence:
        return False
    between = words_in(sentence, (rejection.trigger[1], event.trigger[0]))
    near = rejection.trigger[1] <= event.trigger[0] and len(between) <= _NEXT
    return near and all(sentence.words[k].tag != "PUNCT" for k in between)


def _surest(events: Sequence[EventSpan]) -> list[EventSpan]:
    """Of those that tell one deed of one party to another in one sentence ("provided support to") the surest."""
    best: dict[tuple[object, ...], EventSpan] = {}
    for event in events:
        key = (event.sentence, event.type, event.actors, event.recipients)
        one_deed = key if event.actors and event.recipients else (event.trigger, event.type)
        if one_deed not in best or event.told > best[one_deed].told:
            best[one_deed] = event
    return list(best.values())


def _is_told(event: EventSpan, repeats: bool = False) -> bool:
    """Whether the model alone is sure enough of it; ``repeats``: the rules found one of its type in the sentence."""
    if event.likely["type"][event.type] < _KNOWN:
        return False
    told, least = event.told, _TOLD["with parties" if event.actors or event.recipients else "without"]
    if event.type == "ASSAULT":
        told, least = min(told, event.likely["type"]["ASSAULT"]), max(least, _TOLD["assault"])
    return told >= (max(least, _TOLD["beside its like"]) if repeats else least)


def _same(rule: EventSpan, event: ModelEvent) -> bool:
    """One trigger; or the rules joined the model's word to a deed of the same type in the same clause."""
    if overlap(rule.trigger, event.trigger):
        return True
    inside = rule.span[0] <= event.trigger[0] and event.trigger[1] <= rule.span[1]
    return inside and _best(event.fields, "type") == rule.type


def _best(fields: Fields, name: str) -> str:
    """The likeliest value; there is an event."""
    return max((value for value in fields[name] if value != NONE), key=lambda v: fields[name][v])


def _with_the_model(
    rules: Sequence[EventSpan], parsed: Sequence[Sentence], matched: Mapping[int, ModelEvent], reader: Reader
) -> list[EventSpan]:
    """The rules' events with what the model says of them; parties that the rules did not find are the model's."""
    layers = reader.reading.layers
    parties = [
        parties_of(rule, parsed[rule.sentence], matched.get(k), layers, _parties_beside(rule, rules))
        for k, rule in enumerate(rules)
    ]
    said = reader.fields(
        Asked(rule.trigger[0], rule.trigger, actors, recipients or victims)
        for rule, (actors, recipients, victims) in zip(rules, parties, strict=True)
    )
    events = []
    for k, (rule, (actors, recipients, victims), fields) in enumerate(zip(rules, parties, said, strict=True)):
        agree = k in matched or _best(fields, "type") == rule.type
        with_parties = replace(
            rule,
            actors=actors,
            recipients=recipients,
            victims=victims,
            weapons=weapons_of(rule, matched.get(k), layers),
            likely=fields,
            read=("rules", "model") if agree else ("rules",),
        )
        events.append(_judged(with_parties, parsed[rule.sentence], fields))
    return events


def _parties_beside(rule: EventSpan, rules: Sequence[EventSpan]) -> tuple[Span, ...]:
    """Whom the rules have in the other events of the sentence."""
    beside = [other for other in rules if other.sentence == rule.sentence and other is not rule]
    return tuple(span for other in beside for span in (*other.actors, *other.recipients, *other.victims))


def _judged(event: EventSpan, sentence: Sentence, fields: Fields) -> EventSpan:
    """Type, mode, status and outcome as the rules have them, unless the model is sure of another."""
    why = dict(event.why)
    said = _best(fields, "type")
    conditional = said == "THREATEN" and event.status == "hypothetical"  # "… will strike back if the attacks go on"
    if (
        said != event.type
        and not conditional
        and event.mode not in _RULES_MODES
        and fields["type"][said] >= _SURE["type"]
    ):
        event = replace(event, type=cast("EventType", said), mode=_mode(fields, said))
        why["type"] = "reader"
    elif event.mode is None or event.mode not in MODES_OF[event.type]:
        event = replace(event, mode=_mode(fields, event.type))
        why["mode"] = "reader"
    status = _best(fields, "status")
    sure = status in _SURE_STATUS and fields["status"][status] >= _SURE_STATUS[status]
    if sure and event.status == "occurred" and not (status == "denied" and is_granted(event, sentence)):
        event = replace(event, status=cast("Status", status))
        why["status"] = "reader"
    if event.type == "THREATEN" and event.status not in ("threatened", "denied"):
        event = replace(event, status="threatened")
        why["status"] = "cue:threat"
    outcome = _best(fields, "outcome")
    if event.outcome == "unknown" and fields["outcome"][outcome] >= _SURE["outcome"]:
        event = replace(event, outcome=cast("Outcome", outcome))
    return replace(event, why=why)


def _mode(fields: Fields, event_type: str) -> str | None:
    """The likeliest of the type's modes; None where the event has none, or none is likely enough."""
    likely = fields["mode"]
    best = max((NONE, *MODES_OF[event_type]), key=lambda mode: likely[mode])
    return best if best not in (NONE, _DESTROY) and likely[best] >= _SURE["mode"] else None


def _status(fields: Fields) -> Status:
    """The likeliest status, if it is likely enough for what it says; else it occurred."""
    best = _best(fields, "status")
    return cast("Status", best) if fields["status"][best] >= _LEAST_STATUS.get(best, 0.0) else "occurred"


def _made(trigger: Span, fields: Fields, number: int, arguments: Sequence[Linked], why: str, told: float) -> EventSpan:
    event_type = _best(fields, "type")
    roles = {role: linked(arguments, role) for role in ("actor", "recipient", "weapon")}
    roles["recipient"] = other_than(event_type, roles["recipient"], roles["actor"])
    words = [trigger, *(span for spans in roles.values() for span in spans)]
    return EventSpan(
        type=cast("EventType", event_type),
        mode=_mode(fields, event_type),
        trigger=trigger,
        span=(min(start for start, _ in words), max(end for _, end in words)),
        sentence=number,
        actors=roles["actor"],
        recipients=roles["recipient"],
        victims=(),
        weapons=roles["weapon"],
        status=_status(fields),
        outcome=cast("Outcome", _best(fields, "outcome")),
        territory=False,
        disrupted=False,
        weak=False,
        clash=False,
        effect=False,
        refers=False,
        why={"type": why, "status": why},
        likely=fields,
        read=("model",),
        told=round(told, 4),
    )


def _untold(
    events: Sequence[EventSpan], sentences: Sequence[Span], parsed: Sequence[Sentence], reader: Reader
) -> list[EventSpan]:
    """For each sentence with a marked actor that is in no event: an event on the verb beside it."""
    taken: dict[int, list[Span]] = {}
    for event in events:
        taken.setdefault(event.sentence, []).extend((*event.actors, *event.recipients, *event.victims))
    layers = reader.reading.layers
    marked = {role: by_sentence(layers[role], sentences) for role in ("actor", "recipient")}
    left_over: list[tuple[int, dict[str, list[Span]]]] = []
    for number in range(len(sentences)):
        left = {
            role: [span for span in spans.get(number, ()) if not any(overlap(span, t) for t in taken.get(number, ()))]
            for role, spans in marked.items()
        }
        if left["actor"] and (number not in taken or left["recipient"]):
            left_over.append((number, left))
    said = reader.fields(Asked(sentences[k][0], None, left["actor"], left["recipient"]) for k, left in left_over)
    made = []
    for (number, left), fields in zip(left_over, said, strict=True):
        trigger = verb_beside(parsed[number], left["actor"][0], left["recipient"][0] if left["recipient"] else None)
        told = 1 - fields["type"][NONE]
        if trigger is not None and told >= _TOLD["no trigger"]:
            arguments = [Linked(role, span, 1.0) for role, spans in left.items() for span in spans]
            one = with_the_verb(_made(trigger, fields, number, arguments, _PARTIES_ALONE, told), parsed[number])
            if not any(event.sentence == number and event.type == one.type for event in events):
                made.append(one)  # else it is what was found already, told of others
    return list(filter(_is_told, made))
