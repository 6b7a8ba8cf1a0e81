"""UCDP GED's 49 columns (as of v23.1), filled with our incidents. The rows are ours, not UCDP's, and say so.

An event is armed force by an organised actor against another or against civilians, with a death in one of the figures,
at a place and a date (UCDP's definition). What falls short is counted with its reason. Which kinds of party are states
and which are groups is data in ``codebook/layouts.toml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor
from typing import Any, Literal

from hearsay.codebook import table
from hearsay.incidents.neutral import name_of
from hearsay.incidents.records import LinkedIncident, RuleEstimate, Source
from hearsay.places.countries import country_name
from hearsay.publish.columns import Columns, Row, Value, day, integers, listed, numbers, texts, whole
from hearsay.publish.notes import HAPPENED, coordinates, country, iso_day, notes
from hearsay.publish.publication import Publication
from hearsay.publish.say import relation
from hearsay.records import Incident, Party, Place, Toll

COLUMNS: Columns = (
    *texts(id="`hearsay-` and the incident's id: not an id of UCDP's", relid="Empty: UCDP's own"),
    *integers(year="Year of the event", active_year="Empty: UCDP's own"),
    *texts(
        code_status="What happened, on whose word, by which rule, what is disputed, and that it is not UCDP's coding"
    ),
    *integers(
        type_of_violence="1 a state and an organised actor, 2 organised actors without a state, 3 against civilians",
        conflict_dset_id="Empty: UCDP's own",
        conflict_new_id="Empty: UCDP's own",
    ),
    *texts(conflict_name="Empty: UCDP's own"),
    *integers(dyad_dset_id="Empty: UCDP's own", dyad_new_id="Empty: UCDP's own"),
    *texts(dyad_name="Both sides"),
    *integers(side_a_dset_id="UCDP's actor id where our registry has it", side_a_new_id="The same"),
    *texts(side_a="The state where there is one, else who acted"),
    *integers(side_b_dset_id="UCDP's actor id where our registry has it", side_b_new_id="The same"),
    *texts(side_b="The other side; `Civilians` in type 3"),
    *integers(number_of_sources="Articles that tell of it"),
    *texts(
        source_article="Outlet, day and headline of each",
        source_office="The outlets",
        source_date="The days on which they published",
        source_headline="The headlines",
        source_original="Who says so: the speakers at the start of the chains, each once",
    ),
    *integers(where_prec="UCDP's precision of place, 1 to 7"),
    *texts(
        where_coordinates="The named place",
        where_description="How the event lies to it, in words",
        adm_1="First-level division",
        adm_2="Second-level division",
    ),
    *numbers(latitude="Of the named place (WGS 84)", longitude="Of the named place"),
    *texts(geom_wkt="The same as a WKT point"),
    *integers(priogrid_gid="PRIO-GRID cell of half a degree"),
    *texts(country="The country's name"),
    *integers(country_id="Gleditsch and Ward's number of the state, as UCDP uses it"),
    *texts(region="UCDP's region"),
    *integers(
        event_clarity="1 where the day and the place down to a district are known, else 2",
        date_prec="UCDP's precision of date, 1 (day) to 5 (year)",
    ),
    *texts(
        date_start="Earliest day; the year's first where the reports only say by when",
        date_end="Latest day",
    ),
    *integers(
        deaths_a="Best figure of side A's dead",
        deaths_b="Best figure of side B's dead",
        deaths_civilians="Best figure of the civilian dead",
        deaths_unknown="The rest of the best figure",
        best="Best figure under the rule; empty when the rule finds none",
        high="Highest figure; empty when open",
        low="Lowest figure",
        gwnoa="Gleditsch and Ward's number of side A, if a state",
        gwnob="The same of side B",
    ),
)

Ids = Mapping[str, Mapping[str, str]]
"""Registry id of an actor → its ids elsewhere (``ucdp``)."""


def ged_rows(shown: Publication, left_out: Counter[str], ids: Ids) -> Iterator[Row]:
    """A row for each incident that is an event in UCDP's sense; the others are counted in ``left_out``."""
    for linked in shown.incidents:
        estimate = shown.estimate(linked)
        fit = _fit(linked, estimate)
        if isinstance(fit, str):
            left_out[fit] += 1
        else:
            yield _row(shown.sources(linked), linked, estimate, fit, ids)


_Parties = tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """One side: its parties, and its name as UCDP would write it."""

    parties: tuple[Party, ...]
    name: str
    state: str | None = None
    """Alpha-3 of the state that it is."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """What UCDP cannot do without."""

    violence: Literal[1, 2, 3]
    a: _Side
    b: _Side
    killed: Toll
    place: Place
    point: tuple[float, float]
    start: date
    end: date


def _fit(linked: LinkedIncident, estimate: RuleEstimate) -> _Fit | str:
    """What UCDP needs of the incident, or why its layout has no place for it."""
    incident, killed = linked.incident, estimate.killed
    if incident.status not in HAPPENED:
        return f"{incident.status}: not said to have happened"
    if killed is None or not any((killed.low, killed.best, killed.high)):
        return "no death in any figure"
    if linked.contains:
        return "a total over days, whose events have their own rows"
    place, point = incident.place, coordinates(incident.place)
    if place is None or point is None or place.precision is None:
        return "no place was found"
    end = iso_day(incident.time.end) if incident.time else None
    if incident.time is None or end is None:
        return "no date was found"
    sides = _sides(incident, killed)
    if isinstance(sides, str):
        return sides
    start = iso_day(incident.time.start) or end.replace(month=1, day=1)
    return _Fit(*sides, killed, place, point, start, end)


def _sides(incident: Incident, killed: Toll) -> tuple[Literal[1, 2, 3], _Side, _Side] | str:
    """Type of violence, side A and side B; or why they are not known."""
    rules = _rules()
    organised = (*rules["states"], *rules["groups"])
    doers, targets = _apart(
        tuple(party for party in incident.actors if party.kind in organised),
        tuple(party for party in incident.recipients if party.kind in organised),
    )
    if doers and targets:
        a, b = _side(doers), _side(targets)
        if b.state and not a.state:
            a, b = b, a
        return (1, a, b) if a.state else (2, a, b)
    civilians = tuple(party for party in incident.recipients if party.kind in rules["civilians"])
    if doers and (civilians or "civilians" in killed.by_kind):
        return 3, _side(doers), _Side(civilians, "Civilians")
    return "only one side is named" if doers or targets else "no organised actor is named"


def _apart(doers: _Parties, targets: _Parties) -> tuple[_Parties, _Parties]:
    """In a clash the texts may put enemies on one side: a state and rebels do not fight side by side."""
    states = _rules()["states"]
    for one in (doers, targets):
        kinds = {party.kind for party in one}
        if "rebel_group" in kinds and kinds & set(states):
            everybody = (*doers, *targets)
            state = tuple(party for party in everybody if party.kind in states)
            return state, tuple(party for party in everybody if party.kind not in states)
    return doers, targets


def _side(parties: _Parties) -> _Side:
    """A state stands for its forces, as UCDP has it: "Government of Syria". Others by name; else as one calls them."""
    state = next((party.country for party in parties if party.kind in _rules()["states"] and party.country), None)
    if state is not None:
        return _Side(parties, f"Government of {country_name(state)}", state)
    named = dict.fromkeys(party.name for party in parties if party.name)
    return _Side(parties, ", ".join(named) or name_of(parties[0]))


def _row(sources: Sequence[Source], linked: LinkedIncident, estimate: RuleEstimate, fit: _Fit, ids: Ids) -> Row:
    incident, place, time = linked.incident, fit.place, linked.incident.time
    lat, lon = fit.point
    date_prec = time.precision if time else None
    return {
        "id": f"hearsay-{linked.id}",
        "relid": None,
        "year": fit.start.year,
        "active_year": None,
        "code_status": notes(linked, estimate, of="UCDP"),
        "type_of_violence": fit.violence,
        "conflict_dset_id": None,
        "conflict_new_id": None,
        "conflict_name": None,
        "dyad_dset_id": None,
        "dyad_new_id": None,
        "dyad_name": f"{fit.a.name} - {fit.b.name}",
        **_side_cells("a", fit.a, ids),
        **_side_cells("b", fit.b, ids),
        **_source_cells(sources),
        "source_original": listed(origin.name for origin in linked.origins),
        "where_prec": place.precision,
        "where_coordinates": place.name or place.text,
        "where_description": _where(place),
        "adm_1": place.admin1,
        "adm_2": place.admin2,
        "latitude": lat,
        "longitude": lon,
        "geom_wkt": f"POINT ({lon} {lat})",
        "priogrid_gid": floor((lat + 90) * 2) * 720 + floor((lon + 180) * 2) + 1,
        "country": country(place),
        "country_id": _gw(place.country),
        "region": _region(_gw(place.country)),
        "event_clarity": 1 if date_prec == 1 and (place.precision or 7) <= 3 else 2,
        "date_prec": date_prec,
        "date_start": f"{fit.start.isoformat()} 00:00:00.000",
        "date_end": f"{fit.end.isoformat()} 00:00:00.000",
        **_deaths(incident, fit),
        "gwnoa": _gw(fit.a.state),
        "gwnob": _gw(fit.b.state),
    }


def _side_cells(side: str, one: _Side, ids: Ids) -> dict[str, Value]:
    known = {ids.get(party.id or "", {}).get("ucdp") for party in one.parties} - {None}
    number = int(known.pop() or 0) if len(known) == 1 else None
    return {f"side_{side}_dset_id": number, f"side_{side}_new_id": number, f"side_{side}": one.name}


def _source_cells(sources: Sequence[Source]) -> dict[str, Value]:
    quoted = (f'"{s.outlet or "not known"},{day(s.published) or ""},{s.headline or ""}"' for s in sources)
    return {
        "number_of_sources": len(sources),
        "source_article": ";".join(quoted),
        "source_office": ";".join(source.outlet or "not known" for source in sources),
        "source_date": ";".join(day(source.published) or "" for source in sources),
        "source_headline": ";".join(source.headline or "" for source in sources),
    }


def _where(place: Place) -> str:
    named = place.name or place.text
    return relation(place.relation, named) if place.relation else named


def _gw(country_code: str | None) -> int | None:
    """Gleditsch and Ward's number of a state."""
    number: int | None = table("country_codes").get(country_code or "", {}).get("gw")
    return number


def _region(gw: int | None) -> str | None:
    ranges: dict[str, tuple[int, int]] = _rules()["regions"]
    return next((name for name, (first, last) in ranges.items() if gw and first <= gw <= last), None)


def _deaths(incident: Incident, fit: _Fit) -> dict[str, Value]:
    """The best figure split by side. What no report assigns is unknown; so is all where the parts exceed the whole."""
    best = whole(fit.killed.best)
    civilian = set(_rules()["civilians"])
    parts = {
        "deaths_a": _of_side(fit.killed, fit.a, fit.b),
        "deaths_b": 0 if fit.violence == 3 else _of_side(fit.killed, fit.b, fit.a),
        "deaths_civilians": _of_kinds(fit.killed, civilian) or _of_parties(fit.killed, incident.recipients, civilian),
    }
    if best is None or sum(parts.values()) > best:
        parts = dict.fromkeys(parts, 0)
    return {
        **parts,
        "deaths_unknown": None if best is None else best - sum(parts.values()),
        "best": best,
        "high": whole(fit.killed.high),
        "low": whole(fit.killed.low),
    }


def _of_side(killed: Toll, side: _Side, other: _Side) -> int:
    """The dead of one side: by its parties' names, else of the kinds that only it has."""
    kinds = {party.kind for party in side.parties} - {party.kind for party in other.parties}
    armed = kinds - set(_rules()["civilians"])
    return _of_parties(killed, side.parties, {party.kind for party in side.parties}) or _of_kinds(killed, set(armed))


def _of_parties(killed: Toll, parties: Sequence[Party], kinds: set[Any]) -> int:
    names = {party.name or party.text for party in parties if party.kind in kinds}
    return sum(whole(toll.best) or 0 for name, toll in killed.by_party.items() if name in names)


def _of_kinds(killed: Toll, kinds: set[Any]) -> int:
    return sum(whole(toll.best) or 0 for kind, toll in killed.by_kind.items() if kind in kinds)


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = table("layouts")["ucdp"]
    return rules
