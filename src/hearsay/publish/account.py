"""A linked incident as an analyst would write it up: who says what, what is disputed, how the figure came about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill

from hearsay.incidents.records import Figure, IncidentOrigin, LinkedIncident, Pair, RuleEstimate, Source
from hearsay.incidents.rules import RULES
from hearsay.publish import say
from hearsay.publish.plain import one_line
from hearsay.publish.publication import Publication
from hearsay.records import Claim, Dispute

_DISPUTED = {
    "occurrence": "Whether it happened at all",
    "responsibility": "Who did it",
    "toll": "How many were killed",
    "victim_status": "Who the dead were, fighters or civilians",
    "place": "Where it was",
    "date": "When it was",
}
_ROLES = {
    "independent": "",
    "third_party": " (of others than its own or its enemy's)",
    "own_losses": " (its own losses)",
    "enemy_losses": " (its enemy's losses)",
}
_PARTS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim with its article and its words."""

    claim: Claim
    source: Source
    passage: str


def account(shown: Publication, linked: LinkedIncident, *, width: int = 100) -> str:
    """The incident in prose and lists, in lines of ``width``; ``shown`` holds it and the codings that tell of it."""
    told = _told(shown, linked)
    names = {origin.key: _name(origin) for origin in linked.origins}
    parts = (
        ("", _heading(linked, shown.estimate(linked))),
        ("Who says what", _sayings(linked, told)),
        ("What is disputed", _listed(disputes_said(linked, {id_: one.claim for id_, one in told.items()}))),
        ("How the figure came about", _figures(shown.estimate(linked), linked.estimates, names)),
        ("Why these reports are one incident", _links(shown, linked)),
        ("What came close and stays apart", _runners_up(linked)),
        ("What this episode holds", iter(f"- {id_}" for id_ in linked.contains)),
    )
    lines: list[str] = []
    for title, body in parts:
        written = [_wrapped(line, width) for line in body]
        if written:
            lines += [*([title, ""] if title else []), *written, ""]
    return "\n".join(lines)


def _listed(lines: Iterator[str]) -> Iterator[str]:
    return (f"- {line}" for line in lines)


def _wrapped(line: str, width: int) -> str:
    indent = len(line) - len(line.lstrip(" -"))
    return fill(line, width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)


def _told(shown: Publication, linked: LinkedIncident) -> dict[str, _Told]:
    wanted = frozenset(linked.incident.claims)
    return {
        claim.id: _Told(claim, shown.source_of[claim.id], one_line(coding.article.text[slice(*claim.span)]))
        for coding in shown.codings
        for claim in coding.claims
        if claim.id in wanted
    }


def _heading(linked: LinkedIncident, estimate: RuleEstimate) -> Iterator[str]:
    incident = linked.incident
    yield f"{say.event(incident.event)}, {say.where(incident.place)}, {say.days(incident.time)}"
    doers, sufferers = say.parties(incident.actors), say.parties(incident.recipients)
    yield f"By: {doers}. Against: {sufferers}. It is said to have {_STATUS.get(incident.status, incident.status)}."
    for measure, toll in (("Killed", estimate.killed), ("Injured", estimate.injured)):
        if toll is not None:
            yield f"{measure}: {say.estimate(toll)} (rule {estimate.rule})."
    for name, bounds in estimate.attributed.items():
        yield f"Of these by {one_line(name)}, whose part is contested: {say.estimate(bounds)}."
    yield f"{linked.grade.reason} Admiralty credibility {linked.grade.credibility} of 6."
    spread = " to ".join(dict.fromkeys(filter(None, (linked.first_reported, linked.last_reported))))
    yield f"{linked.id}: {len(linked.reports)} reports" + (f", published {spread}." if spread else ".")


_STATUS = {"occurred": "happened", "ongoing": "been going on", "denied": "happened by none: it is denied"}


def _name(origin: IncidentOrigin) -> str:
    return one_line(origin.name) + (" (unnamed)" if origin.anonymous else "")


def _sayings(linked: LinkedIncident, told: Mapping[str, _Told]) -> Iterator[str]:
    for number, origin in enumerate(linked.origins, 1):
        stands = f"speaks for {one_line(origin.party)}" if origin.party else "of no side of this event"
        kind = origin.kind.replace("_", " ") if origin.kind != "unknown" else "of no known kind"
        yield f"{number}. {_name(origin)}: {kind}, {stands}; passed on by {', '.join(map(one_line, origin.outlets))}."
        yield from (f"   - {line}" for line in _once(_saying(told[id_]) for id_ in origin.claims if id_ in told))
    sourced = {id_ for origin in linked.origins for id_ in origin.claims}
    own = [told[id_] for id_ in linked.incident.claims if id_ in told and id_ not in sourced]
    if own:
        yield "Told by outlets in their own voice, which is no origin beside a source:"
        yield from (f"   - {line}" for line in _once(map(_saying, own)))


def _once(lines: Iterator[str]) -> Sequence[str]:
    return tuple(dict.fromkeys(lines))


def _saying(told: _Told) -> str:
    figures = say.counts(told.claim) or "gives no figure"
    stance = told.claim.attribution[0].stance
    how = "" if stance == "asserts" else f", {stance.replace('_', ' ')}"
    when = f", {told.source.published[:10]}" if told.source.published else ""
    return f"{figures}{how}: “{told.passage}” ({one_line(told.source.outlet or told.source.article)}{when})"


def disputes_said(linked: LinkedIncident, claims: Mapping[str, Claim]) -> Iterator[str]:
    """One line for each contested field, with what each origin says of it. ``claims``: those of the incident, by id."""
    for dispute in linked.incident.disputes:
        sides = []
        for origin in linked.origins:
            told = [claims[id_] for id_ in origin.claims if id_ in dispute.claims and id_ in claims]
            if told:
                said = dict.fromkeys(filter(None, (_position(dispute, claim) for claim in told)))
                sides.append(f"{_name(origin)}: {'; '.join(said) or 'tells of it'}")
        yield f"{_DISPUTED[dispute.field]}. {'. '.join(sides)}."


def _position(dispute: Dispute, claim: Claim) -> str:
    if claim.status == "denied":
        return "denies it"
    if dispute.field in ("toll", "victim_status"):
        return say.counts(claim)
    return f"names {say.parties(claim.actors)}" if claim.actors else ""


def _figures(chosen: RuleEstimate, every: Sequence[RuleEstimate], names: Mapping[str, str]) -> Iterator[str]:
    yield f"By the rule {chosen.rule}, version {chosen.version} ({RULES[chosen.rule].source}):"
    for figure in chosen.inputs:
        yield f"   - {figure.measure} {_figure(figure)}, by {names.get(figure.origin, 'an outlet in its own voice')}"
    yield from (f"   - {note}" for note in (_named(note, names) for note in chosen.notes))
    others = [f"{e.rule} {say.estimate(e.killed)}" for e in every if e.rule != chosen.rule and e.killed is not None]
    if others:
        yield f"Killed by the other rules: {', '.join(others)}."


def _figure(figure: Figure) -> str:
    return say.interval(figure.low, figure.best, figure.high) + _ROLES[figure.role]


def _named(note: str, names: Mapping[str, str]) -> str:
    for key, name in names.items():
        note = note.replace(f"{key} ", f"{name} ", 1) if note.startswith(f"{key} ") else note
    return note


def _links(shown: Publication, linked: LinkedIncident) -> Iterator[str]:
    outlet_of = {
        report.id: one_line(coding.article.outlet or coding.article.id)
        for coding in shown.codings
        for report in coding.incidents
    }
    for pair in linked.links:
        yield f"- {outlet_of.get(pair.a, pair.a)} and {outlet_of.get(pair.b, pair.b)}: {_reasons(pair)}"


def _reasons(pair: Pair) -> str:
    parts = sorted(pair.parts, key=lambda part: (-abs(part.weight), part.field))[:_PARTS_SHOWN]
    said = ", ".join(f"{part.field} {part.level} ({part.weight:+.1f})" for part in parts)
    return f"{said}; {pair.weight:+.1f} bits in all"


def _runners_up(linked: LinkedIncident) -> Iterator[str]:
    for near in linked.runners_up:
        yield f"- {near.report} ({near.weight:+.1f} bits): {near.reason}."
