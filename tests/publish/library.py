"""A small dataset made by hand, for the tests of the ways out: a bakery struck, a town shelled."""

from __future__ import annotations

from typing import Any

from hearsay.incidents.dataset import Credit, Dataset, Tombstone
from hearsay.incidents.records import Figure, Grade, IncidentOrigin, LinkedIncident, RuleEstimate
from hearsay.records import Acled, Coding, Entity, Estimate, Event, Incident, Mention, Party, Place, Time, Toll

RULES = ("stated", "acled-style", "ucdp-style")
CREDIT = Credit(name="GeoNames", licence="CC BY 4.0", attribution="Place data from GeoNames.")
SHELLING = Acled(event_type="Explosions/Remote violence", sub_event_type="Shelling/artillery/missile attack")
ARMY = {"name": "Syrian Arab Army", "id": "actor:syrian-arab-army", "kind": "state_forces", "country": "SYR"}
REBELS = {"name": "Hay'at Tahrir al-Sham", "id": "actor:hts", "kind": "rebel_group", "country": "SYR"}
RESIDENTS = {"kind": "civilians"}


def words(text: str) -> dict[str, Any]:
    """``text`` and ``span`` of a Mention that stands in no article."""
    return {"text": text, "span": (0, len(text))}


def party(text: str, **fields: Any) -> Party:
    return Party(**words(text), **fields)


def town(**fields: Any) -> Place:
    """Binnish, to two kilometres."""
    known = {
        "name": "Binnish", "id": "geonames:2", "lat": 35.95664, "lon": 36.71353, "radius_km": 2.0, "precision": 1,
        "country": "SYR", "admin1": "Idlib",
    }  # fmt: skip
    return Place(**words("Binnish"), **(known | fields))


def on(start: str | None, end: str | None = None, precision: int = 1, **fields: Any) -> Time:
    basis = fields.pop("basis", "explicit")
    return Time(text="", span=None, start=start, end=end or start, precision=precision, basis=basis)


def toll(low: float | None, best: float | None = None, high: float | None = None, **parts: Any) -> Toll:
    """An exact toll where only one figure is given."""
    known = {"low": low, "best": low if best is None else best, "high": low if high is None and best is None else high}
    return Toll(**known, **parts)


def happening(**fields: Any) -> Incident:
    """The Syrian army shells residents of Binnish on 17 November 2019, killing nine."""
    known: dict[str, Any] = {
        "id": "i-2",
        "claims": ("c-cccc",),
        "event": Event(type="ASSAULT", mode="heavy-weapons", acled=SHELLING, trigger=Mention(**words("shelled"))),
        "status": "occurred",
        "outcome": "unknown",
        "actors": (party("army units", **ARMY),),
        "recipients": (party("residents", **RESIDENTS),),
        "place": town(),
        "time": on("2019-11-17"),
        "killed": toll(9, by_kind={"civilians": Estimate(low=9, best=9, high=9)}),
        "rule": "stated",
    }
    return Incident(**(known | fields))


def linked(incident: Incident, **fields: Any) -> LinkedIncident:
    """``incident`` over all articles, every rule giving its own toll."""
    known: dict[str, Any] = {
        "id": f"e-{incident.id}",
        "incident": incident,
        "reports": (incident.id,),
        "origins": (
            IncidentOrigin(key="orontes", name="Orontes Rescue Committee", claims=incident.claims, outlets=("Wire",)),
        ),
        "estimates": tuple(
            RuleEstimate(
                rule=rule,
                version=1,
                killed=incident.killed,
                injured=incident.injured,
                inputs=(_figure(incident),),
            )
            for rule in RULES
        ),
        "grade": Grade(corroboration="single", credibility=3, reason="One outlet passes on one origin."),
        "first_reported": "2019-11-18T06:20:00Z",
        "last_reported": "2019-11-18T06:20:00Z",
    }
    return LinkedIncident(**(known | fields))


def _figure(incident: Incident) -> Figure:
    known: dict[str, Any] = {"low": 9, "best": 9, "high": 9, "claims": incident.claims}
    return Figure(origin="orontes", role="independent", measure="killed", **known)


def bakery(coding: Coding) -> LinkedIncident:
    """The incident of the ``coding`` fixture."""
    return linked(coding.incidents[0], id="e-bakery", first_reported="2019-06-10T08:00+03:00", last_reported=None)


def other_article(coding: Coding, text: str, **fields: Any) -> Coding:
    """Another article, with this text and no claims unless they are given."""
    article = coding.article.model_copy(
        update={"id": "a-2", "key": "text-2", "text": text, "headline": None, "outlet": "Halyard Press"}
    )
    nothing: dict[str, Any] = {"attributions": (), "places": (), "entities": (), "claims": (), "incidents": ()}
    return coding.model_copy(update={"article": article, "problems": (), **nothing, **fields})


def private(text: str, name: str) -> Entity:
    """A private person where the text first names them."""
    start = text.index(name)
    return Entity(text=name, span=(start, start + len(name)), type="person", private=True)


def dataset(*incidents: LinkedIncident, codings: tuple[Coding, ...] = (), **fields: Any) -> Dataset:
    known: dict[str, Any] = {
        "coders": tuple(dict.fromkeys(coding.coder for coding in codings)),
        "rule": "stated",
        "seq": 7,
        "tombstones": (Tombstone(id="e-old", successor="e-bakery", seq=5),),
        "credits": (CREDIT,),
    }
    return Dataset(incidents=incidents, codings=codings, **(known | fields))
