"""PLOVER's JSON records (manual of PLOVER 2.0, draft), one for each incident that is said to have happened.

Compound actors stay one event with lists. Fields that we do not code are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hearsay.codebook import codebook_id, table
from hearsay.incidents.neutral import name_of
from hearsay.incidents.records import LinkedIncident
from hearsay.publish.about import made_by
from hearsay.publish.columns import Columns, Value, day, integers, numbers, texts, whole
from hearsay.publish.jsonl import to_json
from hearsay.publish.notes import HAPPENED, country, notes
from hearsay.publish.publication import Publication
from hearsay.records import Party, Place

FIELDS: Columns = (
    *texts(
        id="`hearsay-` and the incident's id",
        date="Earliest day, else the latest",
        enddate="Latest day",
        actor="List: who did it, each with the fields below",
        recipient="List: to whom it was done; things are left out",
        event="List with one event type of PLOVER's",
        mode="Its mode",
        context="List of PLOVER's contexts",
        quad_code="PLOVER's class of the event type",
        event_loc="Where, with the fields below",
        size="`dead` and `injured`: the best figures under the rule, where there are any",
        cite_info="List: the articles, each with `title`, `publication`, `url` and `date`",
        coder="This package and its version",
        codebook="Content hash of the codebook",
        comment="On whose word, by which rule, what is disputed",
    ),
)
ENTITY_FIELDS: Columns = texts(
    code="ISO 3166-1 alpha-3 of the country",
    sector="PLOVER's sector code",
    entity_text="The neutral name",
    identifier_text="Our registry's id",
)
PLACE_FIELDS: Columns = (
    *texts(
        extracted_place="The words of the report",
        resolved_place="The gazetteer's name",
        geonameid="GeoNames' number, where the place is theirs",
        district="Second-level division",
        province="First-level division",
        country="The country's name",
        country_code="ISO 3166-1 alpha-3",
    ),
    *numbers(lat="Latitude (WGS 84)", lon="Longitude"),
    *integers(resolution="4 town, 3 district, 2 province, 1 country"),
)

Json = Value | list["Json"] | dict[str, "Json"]


def plover(shown: Publication, left_out: Counter[str]) -> Iterator[str]:
    """A JSON array, a record a line; incidents that are not said to have happened are counted in ``left_out``."""
    yield "["
    between = "\n"
    for linked in shown.incidents:
        if linked.incident.status in HAPPENED:
            yield between + to_json(_given(_record(shown, linked)))
            between = ",\n"
        else:
            left_out[f"{linked.incident.status}: not said to have happened"] += 1
    yield "\n]\n"


def _record(shown: Publication, linked: LinkedIncident) -> dict[str, Json]:
    incident, estimate, time = linked.incident, shown.estimate(linked), linked.incident.time
    killed, injured = estimate.killed, estimate.injured
    cited: list[Json] = [
        _given({"title": s.headline, "publication": s.outlet, "url": s.url, "date": s.published})
        for s in shown.sources(linked)
    ]
    return {
        "id": f"hearsay-{linked.id}",
        "date": day(time.start or time.end) if time else None,
        "enddate": day(time.end) if time else None,
        "actor": _entities(incident.actors),
        "recipient": _entities(incident.recipients),
        "event": [incident.event.type],
        "mode": incident.event.mode,
        "context": list(incident.event.contexts),
        "quad_code": table("event_types")["type"][incident.event.type]["quad"],
        "event_loc": _place(incident.place) if incident.place else None,
        "size": _given(
            {"dead": whole(killed.best) if killed else None, "injured": whole(injured.best) if injured else None}
        ),
        "cite_info": cited,
        "coder": made_by(),
        "codebook": codebook_id(),
        "comment": notes(linked, estimate, of="PLOVER's users"),
    }


def _entities(parties: Sequence[Party]) -> list[Json]:
    rules = table("layouts")["plover"]
    found: list[Json] = []
    for party in parties:
        special = [rules["groups"][group] for group in party.groups if group in rules["groups"]]
        sector = next(iter(special), rules["sectors"].get(party.kind))
        if sector is not None:
            entity = {"code": party.country, "sector": sector, "entity_text": name_of(party)}
            found.append(_given({**entity, "identifier_text": party.id}))
    return found


def _place(place: Place) -> dict[str, Json]:
    source, _, number = (place.id or "").partition(":")
    return _given(
        {
            "extracted_place": place.text,
            "resolved_place": place.name,
            "geonameid": number if source == "geonames" else None,
            "lat": place.lat,
            "lon": place.lon,
            "district": place.admin2,
            "province": place.admin1,
            "country": country(place),
            "country_code": place.country,
            "resolution": table("layouts")["plover"]["resolution"].get(str(place.precision)),
        }
    )


def _given(record: dict[str, Json]) -> dict[str, Json]:
    """The fields that hold something."""
    return {name: value for name, value in record.items() if value not in (None, [], {})}
