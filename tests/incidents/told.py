"""Reports and linked incidents made by hand in one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.builders import party, speaker

from hearsay.incidents import linked_incident
from hearsay.incidents.records import LinkedIncident, Report, Source
from hearsay.records import Claim, Reprint, Speaker

ARMY = party("the army", "state_forces", id="actor:syrian-arab-army", name="Syrian Arab Army", country="SYR")
REBELS = party("rebels", "rebel_group", id="actor:ahrar-al-sham", name="Ahrar al-Sham", country="SYR")
CIVILIANS = party("people", "civilians")
COMMAND = speaker("the army command", kind="military", affiliation="actor:syrian-arab-army", country="SYR")
REBEL_OFFICE = speaker("a rebel spokesman", kind="armed_group", affiliation="actor:ahrar-al-sham", country="SYR")
MONITOR = speaker("the Harm Watch", name="Northern Harm Watch", kind="monitor")
MEDICS = speaker("medics", kind="medic", anonymous=True)


def passed_on(told: Claim, *links: str, by: str) -> Claim:
    """The claim with a chain: its origin, then ``links`` in between, then the publisher ``by``."""
    first = told.attribution[0] if len(told.attribution) > 1 else None
    carriers = [speaker(name, name=name, kind="agency") for name in links]
    publisher = Speaker(text=by, span=None, name=by, kind="outlet")
    return told.model_copy(update={"attribution": (*([first] if first else []), *carriers, publisher)})


def report(
    *claims: Claim, outlet: str, published: str | None = "2019-11-17", reprint_of: str | None = None, **fields: Any
) -> Report:
    """One outlet's report; its article and its id are the outlet's name unless given."""
    id_ = fields.pop("id", outlet)
    return Report(
        id=id_,
        source=Source(
            article=id_,
            key=id_,
            version="1",
            outlet=outlet,
            published=published,
            reprint=Reprint(origin=reprint_of, share=0.9) if reprint_of else None,
            **fields,
        ),
        claims=tuple(c if c.attribution[-1].text == outlet else passed_on(c, by=outlet) for c in claims),
        passages=tuple("" for _ in claims),
    )


def incident(reports: Sequence[Report], **fields: Any) -> LinkedIncident:
    return linked_incident("incident-1", reports, **fields)
