"""The tables behind the incidents: who says so, how each figure came about, why each report is in, what is gone."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.publish.columns import Column, Columns, Row, integers, listed, numbers, texts
from hearsay.publish.happening import said_parts
from hearsay.publish.publication import Publication

ORIGINS: Columns = (
    *texts(
        incident_id="The incident",
        origin="The origin's key: one speaker over all articles",
        name="Its name",
        affiliation="Registry id of whose voice it is",
        kind="official, military, armed_group, witness, medic, monitor, agency, outlet, resident, expert, unknown",
        country="ISO 3166-1 alpha-3",
    ),
    Column("anonymous", "boolean", "Whether it is not named"),
    *texts(
        party="The side of the incident that it belongs to; empty: none that is known",
        claims="Ids of its claims",
        outlets="Who passed it on, the first first",
        first_published="When it was first passed on",
    ),
)
ESTIMATES: Columns = (
    *texts(incident_id="The incident", rule="The estimate rule"),
    *integers(rule_version="The rule's version"),
    *texts(measure="killed or injured"),
    *numbers(
        low="Lowest figure; empty when unstated",
        best="Best figure; empty when the rule finds none",
        high="Highest figure; empty when open or unstated",
    ),
    *texts(
        attributed="Killed by each belligerent whose part is contested: nobody up to the whole toll",
        notes="What was set aside and why",
    ),
)
FIGURES: Columns = (
    *texts(
        incident_id="The incident",
        rule="The estimate rule that took it in",
        origin="The key of who says so",
        party="The side of the incident that the origin speaks for; empty: none that is known",
        role="Whose dead it counts: independent (of no side), third_party (bystanders), own_losses, enemy_losses",
        measure="killed or injured",
    ),
    *numbers(
        low="Lowest figure; empty when unstated",
        best="The figure said",
        high="Highest figure; empty when open or unstated",
    ),
    *texts(claims="Ids of the claims it was read from"),
)
LINKS: Columns = (
    *texts(incident_id="The incident", report="A report of it", other_report="The one it is most like"),
    *numbers(weight="Bits for their telling of one event: log2 of the odds"),
    *texts(parts="What each field says for or against it, in bits"),
)
ARTICLES: Columns = (
    *texts(
        article_id="The record's own id, else its key",
        article_key="From the canonical URL, else outlet and agency number, else the text",
        version="Hash of its text",
        outlet="Who published it",
        published="When, as ISO 8601",
        updated="When it was last changed, as the page says",
        headline="The headline",
        url="The page's address",
        language="BCP 47",
        dateline_place="The place at the head of the report",
        dateline_agency="The agency there",
        agency_id="The outlet's own number for it",
        reprint_of="The article of which this is mostly a copy",
        sha256="SHA-256 of the raw bytes",
    ),
    *integers(claim_count="How many claims it makes"),
    *texts(coder="Package, model, gazetteer, registry and codebook that coded it"),
)
TOMBSTONES: Columns = (
    *texts(
        incident_id="An incident id that is no longer in use",
        successor="The incident that took over its reports; empty: they were withdrawn",
    ),
    *integers(seq="The ingest at which it went out of use"),
)


def origin_rows(shown: Publication) -> Iterator[Row]:
    """A row for each origin of each incident."""
    for linked in shown.incidents:
        for origin in linked.origins:
            yield {
                "incident_id": linked.id,
                "origin": origin.key,
                "name": origin.name,
                "affiliation": origin.affiliation,
                "kind": origin.kind,
                "country": origin.country,
                "anonymous": origin.anonymous,
                "party": origin.party,
                "claims": listed(origin.claims),
                "outlets": listed(origin.outlets),
                "first_published": origin.first_published,
            }


def estimate_rows(shown: Publication) -> Iterator[Row]:
    """A row for each measure that a rule estimates, for every rule and incident."""
    for linked in shown.incidents:
        for one in linked.estimates:
            for measure, toll in (("killed", one.killed), ("injured", one.injured)):
                if toll is not None:
                    yield {
                        "incident_id": linked.id,
                        "rule": one.rule,
                        "rule_version": one.version,
                        "measure": measure,
                        "low": toll.low,
                        "best": toll.best,
                        "high": toll.high,
                        "attributed": said_parts(one.attributed, linked.incident) if measure == "killed" else None,
                        "notes": listed(one.notes),
                    }


def figure_rows(shown: Publication) -> Iterator[Row]:
    """A row for each figure that an estimate was made from."""
    for linked in shown.incidents:
        for one in linked.estimates:
            for figure in one.inputs:
                yield {
                    "incident_id": linked.id,
                    "rule": one.rule,
                    "origin": figure.origin,
                    "party": figure.party,
                    "role": figure.role,
                    "measure": figure.measure,
                    "low": figure.low,
                    "best": figure.best,
                    "high": figure.high,
                    "claims": listed(figure.claims),
                }


def link_rows(shown: Publication) -> Iterator[Row]:
    """A row for each report that was linked to another."""
    for linked in shown.incidents:
        for pair in linked.links:
            yield {
                "incident_id": linked.id,
                "report": pair.a,
                "other_report": pair.b,
                "weight": pair.weight,
                "parts": listed(f"{part.field} {part.level}: {part.weight:+.1f}" for part in pair.parts),
            }


def article_rows(shown: Publication) -> Iterator[Row]:
    """A row for each article, without its text: that is its publisher's."""
    for coding in shown.codings:
        article, coder = coding.article, coding.coder
        made_by = (coder.package, coder.model, coder.gazetteer, coder.registry, coder.codebook)
        yield {
            "article_id": article.id,
            "article_key": article.key,
            "version": article.version,
            "outlet": article.outlet,
            "published": article.published,
            "updated": article.updated,
            "headline": article.headline,
            "url": article.url,
            "language": article.language,
            "dateline_place": article.dateline.place if article.dateline else None,
            "dateline_agency": article.dateline.agency if article.dateline else None,
            "agency_id": article.agency_id,
            "reprint_of": article.reprint.origin if article.reprint else None,
            "sha256": article.sha256,
            "claim_count": len(coding.claims),
            "coder": listed(made_by),
        }


def tombstone_rows(shown: Publication) -> Iterator[Row]:
    """A row for each incident id that is no longer in use."""
    for stone in shown.tombstones:
        yield {"incident_id": stone.id, "successor": stone.successor, "seq": stone.seq}
