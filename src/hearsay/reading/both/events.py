"""Events from rules and model: one list from both, and who is heard in each field.

The rules know grammar and word lists, the model has seen examples. An event that both find is one event; what only the
model finds is taken when it is sure enough. Parties that belong to no event anybody found hang on the verb beside them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from hearsay.codebook import table
from hearsay.reading.events import EventSpan
from hearsay.reading.frames import Sentence
from hearsay.reading.model.labels import NONE
from hearsay.reading.model.read import Linked, Marked, ModelEvent, Reader
from hearsay.reading.topic import Topic
from hearsay.reading.verbs import verb_beside
from hearsay.records import EventType, Outcome, Span, Status, inside, overlap

_TOLD = {"with parties": 0.5, "without": 0.8, "no trigger": 0.85}
"""So probable must an event be that only the model finds: three in four and more of ours were right from there."""
_SURE = {"type": 0.98, "mode": 0.3, "status": 0.75, "outcome": 0.5}
"""So probable must a value be for the model to overrule the rules (a mode or an outcome: to fill a gap)."""
_ASSAULT = 0.7
"""So probable must an assault be that no rule found: it is the worst to be wrong about."""
MODES_OF: dict[str, tuple[str, ...]] = {
    name: tuple(entry["modes"]) for name, entry in table("event_types")["type"].items()
}
Fields = Mapping[str, Mapping[str, float]]


def both_events(
    rules: Sequence[EventSpan], sentences: Sequence[Span], parsed: Sequence[Sentence], reader: Reader, topic: Topic
) -> list[EventSpan]:
    """The events of a text in the order of their triggers. ``parsed``: the words and verbs of each sentence."""
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
            alone.append(_made(event.trigger, event.fields, number, event.arguments, "reader", told))
    events = [_with(rule, matched.get(k), reader) for k, rule in enumerate(rules)]
    if topic != "elsewhere":
        events += filter(_is_told, alone)
        events += _untold(events, sentences, parsed, reader)
    return sorted(events, key=lambda e: (e.trigger, e.type))


def _is_told(event: EventSpan) -> bool:
    if event.type == "ASSAULT" and event.likely["type"]["ASSAULT"] < _ASSAULT:
        return False
    return event.told >= _TOLD["with parties" if event.actors or event.recipients else "without"]


def _same(rule: EventSpan, event: ModelEvent) -> bool:
    """One trigger; or the rules joined the model's word to a deed of the same type in the same clause."""
    if overlap(rule.trigger, event.trigger):
        return True
    inside = rule.span[0] <= event.trigger[0] and event.trigger[1] <= rule.span[1]
    return inside and _best(event.fields, "type") == rule.type


def _best(fields: Fields, name: str) -> str:
    """The likeliest value; there is an event."""
    return max((value for value in fields[name] if value != NONE), key=lambda v: fields[name][v])


def _linked(arguments: Iterable[Linked], role: str) -> tuple[Span, ...]:
    return tuple(a.span for a in arguments if a.role == role)


def _with(rule: EventSpan, event: ModelEvent | None, reader: Reader) -> EventSpan:
    """The rules' event with what the model says of it; parties that the rules did not find are the model's."""
    layers = reader.reading.layers
    arguments = event.arguments if event is not None else ()
    actors = _bounded(rule.actors, layers["actor"]) or _linked(arguments, "actor")
    recipients = _bounded(rule.recipients, layers["recipient"])
    victims = _bounded(rule.victims, layers["recipient"])
    if not recipients and not victims:
        recipients = _linked(arguments, "recipient")
    fields = reader.fields(rule.trigger[0], rule.trigger, actors, recipients or victims)
    said = _best(fields, "type")
    agree = event is not None or said == rule.type
    with_parties = replace(
        rule,
        actors=actors,
        recipients=recipients,
        victims=victims,
        likely=fields,
        read=("rules", "model") if agree else ("rules",),
    )
    return _judged(with_parties, fields)


def _judged(event: EventSpan, fields: Fields) -> EventSpan:
    """Type, mode, status and outcome as the rules have them, unless the model is sure of another."""
    why = dict(event.why)
    said = _best(fields, "type")
    if said != event.type and fields["type"][said] >= _SURE["type"]:
        event = replace(event, type=cast("EventType", said), mode=_mode(fields, said))
        why["type"] = "reader"
    elif event.mode is None or event.mode not in MODES_OF[event.type]:
        event = replace(event, mode=_mode(fields, event.type))
        why["mode"] = "reader"
    status = _best(fields, "status")
    if event.status == "occurred" and fields["status"][status] >= _SURE["status"] and status != "occurred":
        event = replace(event, status=cast("Status", status))
        why["status"] = "reader"
    outcome = _best(fields, "outcome")
    if event.outcome == "unknown" and fields["outcome"][outcome] >= _SURE["outcome"]:
        event = replace(event, outcome=cast("Outcome", outcome))
    return replace(event, why=why)


def _mode(fields: Fields, event_type: str) -> str | None:
    """The likeliest of the type's modes; None where the event has none, or none is likely enough."""
    likely = fields["mode"]
    best = max((NONE, *MODES_OF[event_type]), key=lambda mode: likely[mode])
    return best if best != NONE and likely[best] >= _SURE["mode"] else None


def _bounded(spans: Sequence[Span], marked: Sequence[Marked]) -> tuple[Span, ...]:
    """Each with the ends that the model gives it, where it marks the same party and sees more of it."""
    return tuple(dict.fromkeys(next((m.span for m in marked if inside(span, m.span)), span) for span in spans))


def _made(trigger: Span, fields: Fields, number: int, arguments: Sequence[Linked], why: str, told: float) -> EventSpan:
    event_type = _best(fields, "type")
    roles = {role: _linked(arguments, role) for role in ("actor", "recipient", "weapon")}
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
        status=cast("Status", _best(fields, "status")),
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
    made = []
    for number, sentence in enumerate(sentences):
        left = {
            role: [
                m.span
                for m in layers[role]
                if sentence[0] <= m.span[0] < sentence[1] and not any(overlap(m.span, t) for t in taken.get(number, ()))
            ]
            for role in ("actor", "recipient")
        }
        if not left["actor"] or (number in taken and not left["recipient"]):
            continue
        trigger = verb_beside(parsed[number], left["actor"][0], left["recipient"][0] if left["recipient"] else None)
        fields = reader.fields(sentence[0], None, left["actor"], left["recipient"])
        told = 1 - fields["type"][NONE]
        if trigger is not None and told >= _TOLD["no trigger"]:
            arguments = [Linked(role, span, 1.0) for role, spans in left.items() for span in spans]
            one = _made(trigger, fields, number, arguments, "reader:parties", told)
            if not any(event.sentence == number and event.type == one.type for event in events):
                made.append(one)  # else it is what was found already, told of others
    return list(filter(_is_told, made))
