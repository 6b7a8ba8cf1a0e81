"""Who is said to have broken a ceasefire."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from hearsay.analysis.ceasefires.records import Accusation, Named, Stance, Violation
from hearsay.analysis.ceasefires.words import breach_in, is_breach, number_in
from hearsay.analysis.said import Said
from hearsay.codebook import table
from hearsay.incidents.neutral import name_of
from hearsay.incidents.sides import house
from hearsay.records import Claim, Party, PartyKind, overlap

_NO_PARTY: frozenset[PartyKind] = frozenset({"object", "civilians"})
"""Kinds that nobody accuses of breaking a ceasefire; a doer may be an object ("government warplanes")."""
_NOT_DONE = frozenset({"planned", "threatened", "hypothetical"})
_ADMITS = frozenset({"admits", "claims_responsibility"})


def violations(said: Iterable[Said], left_out: Counter[str] | None = None) -> tuple[Violation, ...]:
    """The breaches that the claims tell of, by day.

    Claims of one voice whose words overlap are one allegation: "violated the truce by shelling Hays" is told by two.
    ``left_out`` counts, by reason, the breaches that nobody says to have happened.
    """
    reasons: Counter[str] = Counter() if left_out is None else left_out
    of_voice: dict[tuple[str, str, Stance], list[tuple[Said, str]]] = defaultdict(list)
    for one in said:
        cue = breach_in(one.passage) if one.claim.event.type in table("ceasefires")["breaks"] else None
        if cue is None:
            continue
        reason = _not_said(one.claim)
        if reason is not None:
            reasons[reason] += 1
            continue
        of_voice[one.source.article, one.voice.key, _stance(one.claim)].append((one, cue))
    found = [_violation(group, key[2]) for key, some in of_voice.items() for group in _together(some)]
    return tuple(sorted(found, key=lambda one: (one.last_day or "~", one.published or "", one.claims)))


def _not_said(claim: Claim) -> str | None:
    """Why nobody says that it happened."""
    if claim.attribution[0].stance == "cannot_confirm":
        return "the voice cannot confirm it"
    return f"{claim.status}: not said to have happened" if claim.status in _NOT_DONE else None


def accusations(found: Iterable[Violation]) -> tuple[Accusation, ...]:
    """Who accuses whom how often, the most frequent first."""
    pairs: dict[tuple[str, str], list[tuple[Named | None, Violation]]] = defaultdict(list)
    for one in found:
        for accused in one.accused or (None,):
            camp = "" if accused is None else house(accused.id) if accused.id else accused.name.casefold()
            pairs[camp, one.voice.key].append((accused, one))
    rows = [_accusation(some) for some in pairs.values()]
    return tuple(sorted(rows, key=lambda row: (-row.alleged, -row.denied, row.voice.key, _name(row.accused))))


def _accusation(some: Sequence[tuple[Named | None, Violation]]) -> Accusation:
    told = [violation for _, violation in some]
    denied = sum(one.stance == "denied" for one in told)
    days = [day for one in told for day in (one.first_day, one.last_day) if day]
    return Accusation(
        accused=some[0][0],
        voice=told[0].voice,
        alleged=len(told) - denied,
        denied=denied,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        places=tuple(dict.fromkeys(one.place.name or one.place.text for one in told if one.place is not None)),
    )


def _name(party: Named | None) -> str:
    return party.name if party else ""


def _stance(claim: Claim) -> Stance:
    if claim.status == "denied":
        return "denied"
    return "admitted" if claim.attribution[0].stance in _ADMITS else "alleged"


def _together(some: Sequence[tuple[Said, str]]) -> list[list[tuple[Said, str]]]:
    """Claims whose words overlap."""
    groups: list[list[tuple[Said, str]]] = []
    for one in sorted(some, key=lambda pair: pair[0].claim.span):
        if groups and any(overlap(one[0].claim.span, other.claim.span) for other, _ in groups[-1]):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _violation(group: Sequence[tuple[Said, str]], stance: Stance) -> Violation:
    fullest = max((one for one, _ in group), key=lambda one: (not _accuses(one.claim), _specific(one.claim)))
    widest = max((one for one, _ in group), key=lambda one: len(one.passage))
    time = fullest.claim.time
    acts = dict.fromkeys(act for one, _ in group if (act := _act(one.claim)) is not None)
    return Violation(
        stance=stance,
        accused=_accused(one.claim for one, _ in group),
        voice=fullest.voice,
        first_day=time.start[:10] if time and time.start else None,
        last_day=time.end[:10] if time and time.end else None,
        place=fullest.claim.place,
        acts=tuple(acts),
        number=number_in(widest.passage),
        cue=group[0][1],
        passage=widest.passage,
        outlet=fullest.outlet,
        published=fullest.source.published,
        claims=tuple(one.claim.id for one, _ in group),
        incident=fullest.incident,
    )


def _specific(claim: Claim) -> int:
    return (claim.event.mode is not None) + (claim.place is not None)


def _act(claim: Claim) -> str | None:
    """In what the breach lies; an accusation, or the word "violated" itself, does not say."""
    event = claim.event
    if _accuses(claim) or is_breach(event.trigger.text):
        return None
    return event.acled.sub_event_type if event.acled else event.type


def _accused(claims: Iterable[Claim]) -> tuple[Named, ...]:
    """The doers of the deed, and whoever is accused of one."""
    parties: list[Party] = []
    for claim in claims:
        parties += [p for p in claim.recipients if p.kind not in _NO_PARTY] if _accuses(claim) else claim.actors
    return named(parties)


def _accuses(claim: Claim) -> bool:
    return claim.event.type == "ACCUSE"


def named(parties: Iterable[Party]) -> tuple[Named, ...]:
    """The parties by their neutral names, each once."""
    some = [Named(name=name_of(party), id=party.id) for party in parties]
    return tuple({one.id or one.name: one for one in some}.values())
