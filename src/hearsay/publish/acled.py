"""ACLED's 31 columns, filled with our incidents. The rows are ours, not ACLED's, and say so.

What the columns mean is ACLED's (codebook, 2023 on); what their data want that our records say otherwise is in
``codebook/layouts.toml``. Nothing planned, threatened, denied or hypothetical is here; an incident that is left out is
counted with its reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from hearsay.codebook import table
from hearsay.incidents.records import LinkedIncident, RuleEstimate
from hearsay.publish.columns import Columns, Row, dates, integers, listed, numbers, texts, whole
from hearsay.publish.notes import coordinates, country, iso_day, notes
from hearsay.publish.publication import Publication
from hearsay.records import Acled, Incident, Party, Place, Time

COLUMNS: Columns = (
    *texts(event_id_cnty="`hearsay-` and the incident's id: not an id of ACLED's"),
    *dates(event_date="The day; the middle of the range where time_precision is above 1"),
    *integers(
        year="Its year", time_precision="1 the day, 2 the week, 3 the month; 2 where the report's date stands in"
    ),
    *texts(
        disorder_type="ACLED's disorder type",
        event_type="ACLED's event type",
        sub_event_type="ACLED's sub-event type",
        actor1="The first who acted, by our neutral name; ACLED's word for those nobody names",
        assoc_actor_1="The others on that side",
        inter1="Their kind in ACLED's words",
        actor2="The first to whom it was done; empty for things",
        assoc_actor_2="The others on that side, and civilians harmed beside an armed target",
        inter2="Their kind in ACLED's words",
        interaction="Both kinds, in the order of ACLED's numbers",
        civilian_targeting="`Civilian targeting` where civilians were the target",
    ),
    *integers(iso="ISO 3166-1 numeric code of the country"),
    *texts(
        region="ACLED's region",
        country="The country's name",
        admin1="First-level division",
        admin2="Second-level division",
        admin3="Empty: not coded",
        location="The named place",
    ),
    *numbers(latitude="Of the named place, 4 decimals (WGS 84)", longitude="Of the named place"),
    *integers(geo_precision="1 the place, 2 near it or part of a region, 3 a region"),
    *texts(
        source="The outlets, the first first",
        source_scale="Empty: not coded",
        notes="What happened, on whose word, by which rule, what is disputed, and that this is not ACLED's coding",
    ),
    *integers(fatalities="Best figure under the rule, else the lowest; 0 where no figure is given, as ACLED writes"),
    *texts(tags="Empty: not coded"),
    *integers(timestamp="When the last article was published, in seconds since 1970 (UTC)"),
)


def acled_rows(shown: Publication, left_out: Counter[str]) -> Iterator[Row]:
    """A row for each incident that ACLED's rules have a place for; the others are counted in ``left_out``."""
    for linked in shown.incidents:
        fit = _fit(linked)
        if isinstance(fit, str):
            left_out[fit] += 1
        else:
            yield _row(shown, linked, fit)


@dataclass(frozen=True, slots=True)
class _Fit:
    """What ACLED cannot do without."""

    acled: Acled
    country: str
    place: Place
    point: tuple[float, float]
    day: date
    time_precision: int


def _fit(linked: LinkedIncident) -> _Fit | str:
    """What ACLED needs of the incident, or why its layout has no place for it."""
    incident, rules = linked.incident, _rules()
    acled, place, point = incident.event.acled, incident.place, coordinates(incident.place)
    allowed = rules["statuses"].get(incident.status, ())
    if not allowed:
        return f"{incident.status}: not said to have happened"
    if acled is None:
        return "no event type of ACLED's"
    if "*" not in allowed and acled.sub_event_type not in allowed:
        return f"{incident.status}, where ACLED has no place for it"
    if linked.contains:
        return "a total over days, whose events have their own rows"
    if place is None or point is None or place.country is None or place.precision is None:
        return "no place was found"
    if str(place.precision) not in rules["geo_precision"]:
        return "the place is known by its country only"
    when = _when(incident.time)
    return _Fit(acled, place.country, place, point, *when) if when else "the date is not known to the month"


def _when(time: Time | None) -> tuple[date, int] | None:
    """(day, time_precision); None where ACLED would not code it."""
    if time is None:
        return None
    start, end = iso_day(time.start), iso_day(time.end)
    if start is None or end is None:
        only = start or end
        return (only, _rules()["time_precision_of_report"]) if only and time.basis == "publication" else None
    precision = _rules()["time_precision"].get(str(time.precision))
    return None if precision is None else (date.fromordinal((start.toordinal() + end.toordinal()) // 2), precision)


def _row(shown: Publication, linked: LinkedIncident, fit: _Fit) -> Row:
    incident, estimate = linked.incident, shown.estimate(linked)
    codes = table("country_codes").get(fit.country, {})
    doers, targets = _sides(incident, estimate, fit)
    killed = estimate.killed
    return {
        "event_id_cnty": f"hearsay-{linked.id}",
        "event_date": fit.day.isoformat(),
        "year": fit.day.year,
        "time_precision": fit.time_precision,
        "disorder_type": _disorder(fit.acled),
        "event_type": fit.acled.event_type,
        "sub_event_type": fit.acled.sub_event_type,
        "actor1": doers[0].name if doers else None,
        "assoc_actor_1": listed(actor.name for actor in doers[1:]),
        "inter1": doers[0].word if doers else None,
        "actor2": targets[0].name if targets else None,
        "assoc_actor_2": listed(actor.name for actor in targets[1:]),
        "inter2": targets[0].word if targets else None,
        "interaction": _interaction([side[0] for side in (doers, targets) if side]),
        "civilian_targeting": _civilian_targeting(fit.acled, targets),
        "iso": codes.get("iso"),
        "region": codes.get("acled_region"),
        "country": country(fit.place),
        "admin1": fit.place.admin1,
        "admin2": fit.place.admin2,
        "admin3": None,
        "location": fit.place.name or fit.place.text,
        "latitude": round(fit.point[0], 4),
        "longitude": round(fit.point[1], 4),
        "geo_precision": _rules()["geo_precision"][str(fit.place.precision)],
        "source": listed(dict.fromkeys(source.outlet for source in shown.sources(linked))),
        "source_scale": None,
        "notes": notes(linked, estimate, of="ACLED"),
        "fatalities": whole(next((n for n in (killed.best, killed.low) if n is not None), 0.0)) if killed else 0,
        "tags": None,
        "timestamp": _seconds(linked.last_reported),
    }


class _Actor(NamedTuple):
    """One actor as ACLED writes it: its name, the number of its kind and the word for it."""

    name: str
    number: int
    word: str


def _sides(incident: Incident, estimate: RuleEstimate, fit: _Fit) -> tuple[list[_Actor], list[_Actor]]:
    """Who acted and to whom it was done. Nobody named acts as ACLED's unidentified group; civilians who died beside
    another target stand last."""
    land = country(fit.place) or fit.country
    targeted = [party for party in incident.recipients if party.kind != "unknown" or party.name]
    doers, targets = _actors(incident.actors, land), _actors(targeted, land)
    unnamed = _rules()["unnamed_doer"]
    if not doers:
        given = unnamed.get(fit.acled.sub_event_type) or unnamed.get(fit.acled.event_type)
        doers = [_Actor(f"{given[0]} ({land})", given[1], given[2])] if given else []
    civilians = _actor("civilians", None, land)
    harmed = [toll.by_kind.get("civilians") for toll in (estimate.killed, estimate.injured) if toll]
    if civilians in targets and fit.acled.event_type in _rules()["civilian_targeting"]["event_types"]:
        targets.sort(key=lambda target: target != civilians)
    elif civilians and any(one and (one.best or one.low) for one in harmed):
        targets += [civilians] if all(target.number != civilians.number for target in targets) else []
    return doers, targets


def _actors(parties: Sequence[Party], land: str) -> list[_Actor]:
    """Each once; those with a name of their own first. Who is of no known kind counts only where nobody else is."""
    known = [party for party in parties if party.kind != "unknown" or party.name]
    ordered = sorted(known or parties, key=lambda party: party.name is None)
    found = (_actor(party.kind, party, land) for party in ordered)
    return list(dict.fromkeys(actor for actor in found if actor))


def _actor(kind: str, party: Party | None, land: str) -> _Actor | None:
    """A kind that is no actor in ACLED (a thing) is None; who has no name of his own has ACLED's word and the land."""
    rules = _rules()
    if kind not in rules["inter"]:
        return None
    if kind in rules["generic"]:
        return _Actor(f"{rules['generic'][kind]} ({land})", *rules["inter"][kind])
    if party is not None and party.name:
        return _Actor(party.name, *rules["inter"][kind])
    if kind in rules["unnamed_group"]["kinds"]:
        word, number, inter = rules["unnamed_group"]["written"]
        return _Actor(f"{word} ({land})", number, inter)
    return _Actor(f"{party.text if party else kind} ({land})", *rules["inter"][kind])


def _interaction(first: Sequence[_Actor]) -> str | None:
    words = [actor.word for actor in sorted(first, key=lambda actor: actor.number)]
    return f"{words[0]} only" if len(words) == 1 else "-".join(words) or None


def _civilian_targeting(acled: Acled, targets: Sequence[_Actor]) -> str | None:
    rules = _rules()["civilian_targeting"]
    civilian = _rules()["inter"]["civilians"][0]
    only = bool(targets) and all(target.number == civilian for target in targets)
    always = acled.event_type in rules["event_types"] or acled.sub_event_type in rules["sub_event_types"]
    return rules["written"] if always or (only and acled.event_type in rules["if_only_civilians"]) else None


def _disorder(acled: Acled) -> str | None:
    types: dict[str, str] = _rules()["disorder_types"]
    return types.get(acled.sub_event_type) or types.get(acled.event_type)


def _seconds(moment: str | None) -> int | None:
    """Seconds since 1970; a moment without an offset is taken for UTC."""
    if moment is None:
        return None
    read = datetime.fromisoformat(moment)
    return int((read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp())


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = table("layouts")["acled"]
    return rules
