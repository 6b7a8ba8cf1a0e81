"""Which count belongs to which event, and on which side it falls."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hearsay.actors.people import ARMED
from hearsay.codebook.english import lemmas_of
from hearsay.reading import EventSpan
from hearsay.records import NOT_HAPPENED, Count, Measure, Party, Side, Span, Status, overlap

HUMAN: frozenset[Measure] = frozenset(
    {"killed", "injured", "casualties", "neutralised", "bodies", "captured", "kidnapped", "missing", "surrendered",
     "arrested", "displaced", "evacuated", "present"}
)  # fmt: skip
HARM: frozenset[Measure] = frozenset({"killed", "injured", "casualties", "neutralised", "bodies", "kidnapped"})
SUFFERED: frozenset[Measure] = HARM | {"displaced", "arrested", "captured", "missing"}
ALONE: frozenset[Measure] = frozenset(
    {"killed", "injured", "casualties", "neutralised", "bodies", "displaced", "kidnapped"}
)
"""A count of these tells an event even where no trigger does ("put the toll at 45 dead")."""
_MEANT: frozenset[Measure] = frozenset({"present", "surrendered", "evacuated", "displaced"})
"""How many are to take part, lay down arms, be brought out or have to go is told of what has not happened, too."""
_OF_TYPE: dict[str, frozenset[Measure]] = {
    "ASSAULT": frozenset(
        {"killed", "injured", "casualties", "neutralised", "bodies", "captured", "kidnapped", "missing", "displaced",
         "evacuated", "present", "destroyed", "damaged", "area_km2", "settlements", "surrendered", "seized", "arrested"}
    ),
    "COERCE": frozenset(
        {"arrested", "captured", "seized", "present", "kidnapped", "displaced", "evacuated", "surrendered", "destroyed"}
    ),
    "RETREAT": frozenset({"surrendered", "present", "evacuated", "seized"}),
    "MOBILIZE": frozenset({"present"}),
    "PROTEST": frozenset({"present", "arrested", "injured", "killed", "destroyed", "damaged", "displaced"}),
    "SANCTION": frozenset({"present"}),
    "AID": frozenset({"evacuated", "displaced", "present", "kidnapped", "missing", "bodies"}),
}  # fmt: skip


def may_count(status: Status, measure: Measure) -> bool:
    """What did not happen has no toll; what is denied counts nobody at all."""
    return status not in NOT_HAPPENED or (measure in _MEANT and status != "denied")


def may_have(count: Count, events: Sequence[EventSpan]) -> bool:
    """Whether an event of that kind has such a toll."""
    return any(count.measure in _OF_TYPE.get(event.type, frozenset()) for event in events)


def is_undone(text: str, measure: Measure, event: EventSpan) -> bool:
    """Whether that is what the event came to nothing of: who was to be killed in a foiled attack is no toll of it.

    A bomber who "was shot dead before he could strike" is: the verb that says what was only meant is in its plain form.
    """
    if event.status not in ("attempted", "thwarted") or event.disrupted:
        return False
    verb = text[slice(*event.trigger)].lower().split()[0]
    meant = verb in lemmas_of(verb).get("VERB", (verb,))
    return (meant and measure in HARM) or (event.status == "thwarted" and measure in _THINGS)


_THINGS: frozenset[Measure] = frozenset({"destroyed", "damaged"})

_KILLS = re.compile(r"trigger:(?:kill|murder|assassinate|execute|behead|massacre|slay|slaughter)\b")


def as_told(counts: Sequence[Count], event: EventSpan) -> tuple[Count, ...]:
    """The body of one who the text says was killed is one killed: "the body of a trader killed by rebels".

    Not beside figures of killed, which may hold them.
    """
    killed = any(count.measure == "killed" and count.scope != "period_total" for count in counts)
    if killed or _KILLS.match(event.why.get("type", "")) is None:
        return tuple(counts)
    hit = (*event.recipients, *event.victims)
    return tuple(
        count.model_copy(update={"measure": "killed"})
        if count.measure == "bodies" and any(overlap(count.span, span) for span in hit)
        else count
        for count in counts
    )


def share(counts: Sequence[Count], marks: Sequence[Span], events: Sequence[EventSpan]) -> list[list[int]]:
    """For each event of a sentence, the indices of its counts; a part goes with its whole. Each count has one event.

    ``marks``: for each count the word that makes it one ("wounded", "toll").
    """
    out: list[list[int]] = [[] for _ in events]
    home: dict[int, int] = {}
    for k, count in enumerate(counts):
        if count.part_of is not None and count.part_of in home:
            home[k] = home[count.part_of]
        else:
            fitting = [n for n, e in enumerate(events) if may_have(count, [e])]
            fitting = [n for n in fitting if _of_mode(count, events[n])] or fitting
            if not fitting:
                continue
            home[k] = min(fitting, key=lambda n: (_apart(events[n], marks[k], count.span), n))
        out[home[k]].append(k)
    return out


def _of_mode(count: Count, event: EventSpan) -> bool:
    """Burning and looting kill nobody; what was destroyed is theirs, where the sentence tells of them."""
    if count.measure in HARM:
        return event.mode != "destroy"
    thing = count.measure in ("destroyed", "damaged")
    return not thing or event.mode in ("destroy", *_LAUNCHED) or event.why.get("type") in _DESTROYS


_DESTROYS = frozenset({"trigger:destroy", "trigger:damage", "trigger:flatten", "trigger:disable"})
_LAUNCHED = ("heavy-weapons", "aerial", "drone", "explosives")


def _apart(event: EventSpan, mark: Span, span: Span) -> tuple[int, int]:
    """(0 where the mark is the trigger, 1 inside the clause, else 2; characters from the mark to the trigger)."""
    if event.trigger[0] <= mark[0] < event.trigger[1]:
        return 0, 0
    inside = event.span[0] <= span[0] and span[1] <= event.span[1]
    return (1 if inside else 2, min(abs(mark[0] - event.trigger[0]), abs(mark[1] - event.trigger[1])))


def gathered(counts: Sequence[Count], chosen: Sequence[int]) -> list[Count]:
    """The chosen counts with ``part_of`` renumbered."""
    place = {old: new for new, old in enumerate(chosen)}
    return [
        c.model_copy(update={"part_of": place.get(c.part_of) if c.part_of is not None else None})
        for c in (counts[k] for k in chosen)
    ]


def sided(count: Count, event: EventSpan, actors: Sequence[Party], recipients: Sequence[Party]) -> Count:
    """The count with its side and party: by its words, else by its kind, else by who suffers in such an event."""
    count = _as_the_event_has_it(count, event, actors)
    party, side = _by_words(count, actors, recipients)
    if side == "unknown" and count.kind == "civilians":
        side = "civilians"
    if side == "unknown" and _are_the_hit(count, event, recipients):
        party, side = "recipients[0]", "recipient"
    if side == "unknown" and count.kind is not None:
        party, side = _by_kind(count, actors, recipients)
    if side == "unknown" and count.measure in HUMAN and recipients and not event.effect:
        side = "recipient"
    untold = event.effect and len(recipients) == 1 and count.kind in ("person", "unknown")
    if side == "unknown" and untold and count.measure in HARM:
        party, side = "recipients[0]", "civilians" if recipients[0].kind == "civilians" else "recipient"
    kind = count.kind
    untold = count.text.split()[-1].lower() in _SOMEBODY and side != "civilians"
    untold = untold or (party == "recipients[0]" and _are_the_hit(count, event, recipients))
    if party is not None and (kind in (None, "unknown", "person") or untold):
        who = (actors if party.startswith("actors") else recipients)[int(party[party.index("[") + 1 : -1])]
        kind = who.kind  # "two of its own men" are the speaker's fighters
    if kind == "civilians" and side in ("recipient", "unknown"):
        side = "civilians"
    return count.model_copy(update={"side": side, "party": party, "kind": kind})


def alike(counts: Sequence[Count]) -> tuple[Count, ...]:
    """The counts, a part of those taken being taken as they were: "captured 87 fighters, among them eleven boys"."""
    wholes = [counts[c.part_of] if c.part_of is not None else c for c in counts]
    return tuple(
        c.model_copy(update={"measure": whole.measure}) if {c.measure, whole.measure} <= _TAKEN else c
        for c, whole in zip(counts, wholes, strict=True)
    )


def _as_the_event_has_it(count: Count, event: EventSpan, actors: Sequence[Party]) -> Count:
    """Whoever is taken: arrested in an arrest, kidnapped where they bear no arms and no state took them."""
    if count.measure == "seized" and event.type == "ASSAULT" and event.mode == "abduct" and count.kind != "object":
        return count.model_copy(update={"measure": "kidnapped"})  # "three hikers were seized"
    if count.measure not in _TAKEN:
        return count
    hostages = "hostage" in count.text.lower()
    by_rebels = bool(actors) and all(a.kind in _NO_STATE for a in actors)
    abducted = event.type == "ASSAULT" and event.mode == "abduct"
    unarmed = count.kind not in ARMED
    if unarmed and (abducted or (by_rebels and count.kind in ("civilians", "government"))):
        return count.model_copy(update={"measure": "kidnapped"})
    if event.type == "COERCE" and event.mode == "arrest" and count.measure == "kidnapped" and not hostages:
        return count.model_copy(update={"measure": "arrested"})
    return count


_TAKEN: frozenset[Measure] = frozenset({"arrested", "captured", "kidnapped"})
_NO_STATE = frozenset({"rebel_group", "political_militia", "identity_militia"})
_FIGHTERS = frozenset("fighter fighters combatant combatants member members personnel".split())


def _are_the_hit(count: Count, event: EventSpan, recipients: Sequence[Party]) -> bool:
    """ "Attacked a militia's post, killing 11 fighters": of the side attacked, whatever the noun's own kind."""
    plain = count.text.split()[-1].lower() in _FIGHTERS
    hit = not (event.clash or event.effect) and len(recipients) == 1 and recipients[0].kind in ARMED
    return plain and hit and count.measure in HARM


_SOMEBODY = frozenset("man men person persons people individual individuals youth youths".split())
"""Nouns that tell no side: whose they are, the party says."""


def _by_words(count: Count, actors: Sequence[Party], recipients: Sequence[Party]) -> tuple[str | None, Side]:
    """A party whose words the count's words hold, or the reverse."""
    for name, side, parties in (("recipients", "recipient", recipients), ("actors", "actor", actors)):
        for k, party in enumerate(parties):
            if _overlap(party.span, count.span) or (count.of and count.of.lower().endswith(party.text.lower())):
                civil = party.kind == "civilians"
                return (
                    f"{name}[{k}]",
                    "civilians" if civil else "recipient" if side == "recipient" else "actor",
                )
    return None, "unknown"


def _by_kind(count: Count, actors: Sequence[Party], recipients: Sequence[Party]) -> tuple[str | None, Side]:
    kind = count.kind
    if kind not in ARMED:
        return None, "recipient" if count.object_class is not None and recipients else "unknown"
    state = {"state_forces", "external_forces"}
    for name, side, parties in (("recipients", "recipient", recipients), ("actors", "actor", actors)):
        for k, party in enumerate(parties):
            if party.kind == kind or (kind in state and party.kind in state):
                return f"{name}[{k}]", "recipient" if side == "recipient" else "actor"
    return None, "unknown"


def _overlap(a: Span, b: Span) -> bool:
    return max(a[0], b[0]) < min(a[1], b[1])
