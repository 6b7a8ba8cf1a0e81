"""One row for each incident: ``incidents.csv``, the map formats and the first sheet of a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.incidents.records import LinkedIncident, RuleEstimate
from hearsay.publish.columns import Columns, Row, Value, dates, day, integers, listed, numbers, texts
from hearsay.publish.happening import PLACE_COLUMNS, event_cells, party_cells, place_cells, said_parts
from hearsay.publish.publication import Publication
from hearsay.records import Incident, Toll

COLUMNS: Columns = (
    *texts(incident_id="The incident's id, given once; a merged one is found under `tombstones`"),
    *dates(
        start_date="Earliest day it can have happened; empty: on or before end_date",
        end_date="Latest day",
    ),
    *integers(date_prec="UCDP's precision of date, 1 (day) to 5"),
    *texts(
        date_basis="explicit or relative (the text says when), or publication (it does not: the report's date)",
        event_type="PLOVER's event type",
        event_mode="PLOVER's mode",
        acled_event_type="ACLED's event type",
        acled_sub_event_type="ACLED's sub-event type",
        status="Whether it happened: occurred, ongoing, attempted, thwarted, planned, threatened, denied, hypothetical",
        outcome="With what success",
        actors="Who did it, by neutral names; empty when nobody says",
        actor_kinds="Their kinds, in the same order",
        recipients="Whom or what it was done to",
        recipient_kinds="Their kinds, in the same order",
    ),
    *PLACE_COLUMNS,
    *texts(admin2="Second-level division"),
    *numbers(
        anchor_lat="Latitude of the named place itself, where lat is a point beside it",
        anchor_lon="Longitude of the named place itself",
        killed_low="Killed: lowest figure under the rule",
        killed_best="Killed: best figure under the rule; empty when the rule finds none",
        killed_high="Killed: highest figure; empty when open or unstated",
        injured_low="Injured: lowest figure under the rule",
        injured_best="Injured: best figure under the rule",
        injured_high="Injured: highest figure; empty when open or unstated",
    ),
    *texts(
        killed_by_kind="Killed, by kind of victim, where reports say",
        killed_by_party="Killed, by party, where reports say",
        rule="The rule by which the tolls were estimated, and its version",
        rule_notes="What the rule set aside and why",
        corroboration="single, one_origin, several_origins, opposing_parties or disputed",
    ),
    *integers(credibility="Admiralty scale: 1 confirmed by independent sources, 5 improbable, 6 cannot be judged"),
    *texts(
        grade_reason="Why the grade",
        origins="Who says so: the speakers at the start of the chains, each once",
    ),
    *integers(origin_count="How many they are"),
    *texts(
        disputed="On what reports contradict each other: occurrence, responsibility, toll, victim_status, place, date"
    ),
    *integers(report_count="How many articles tell of it"),
    *texts(
        outlets="Who published them, the first first",
        contains="Ids of the incidents that this one, a total over days, holds: never add their tolls to its own",
        first_reported="When the first article was published",
        last_reported="When the last was",
    ),
)


def incident_rows(shown: Publication) -> Iterator[Row]:
    """A row for each incident, in the order of the dataset."""
    return (_row(shown, linked) for linked in shown.incidents)


def _row(shown: Publication, linked: LinkedIncident) -> Row:
    incident = linked.incident
    sources = shown.sources(linked)
    found = {
        "incident_id": linked.id,
        **_time(incident),
        **event_cells(incident),
        **party_cells(incident),
        **place_cells(incident.place),
        **_anchor(incident),
        **_tolls(shown.estimate(linked), incident),
        "corroboration": linked.grade.corroboration,
        "credibility": linked.grade.credibility,
        "grade_reason": linked.grade.reason,
        "origins": listed(origin.name for origin in linked.origins),
        "origin_count": len(linked.origins),
        "disputed": listed(dict.fromkeys(dispute.field for dispute in incident.disputes)),
        "report_count": len(sources),
        "outlets": listed(dict.fromkeys(source.outlet for source in sources)),
        "contains": listed(linked.contains),
        "first_reported": linked.first_reported,
        "last_reported": linked.last_reported,
    }
    return {column.name: found[column.name] for column in COLUMNS}


def _time(incident: Incident) -> dict[str, Value]:
    time = incident.time
    return {
        "start_date": day(time.start) if time else None,
        "end_date": day(time.end) if time else None,
        "date_prec": time.precision if time else None,
        "date_basis": time.basis if time else None,
    }


def _anchor(incident: Incident) -> dict[str, Value]:
    place = incident.place
    anchor = place.anchor if place else None
    return {
        "admin2": place.admin2 if place else None,
        "anchor_lat": anchor.lat if anchor else None,
        "anchor_lon": anchor.lon if anchor else None,
    }


def _tolls(estimate: RuleEstimate, incident: Incident) -> dict[str, Value]:
    killed = estimate.killed
    return {
        **_toll("killed", killed),
        **_toll("injured", estimate.injured),
        "killed_by_kind": said_parts(killed.by_kind, incident) if killed else None,
        "killed_by_party": said_parts(killed.by_party, incident) if killed else None,
        "rule": f"{estimate.rule} {estimate.version}",
        "rule_notes": listed(estimate.notes),
    }


def _toll(measure: str, toll: Toll | None) -> dict[str, Value]:
    return {f"{measure}_{bound}": getattr(toll, bound) if toll else None for bound in ("low", "best", "high")}
