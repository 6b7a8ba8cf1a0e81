"""Reports made from a coding: one for each happening that the article tells."""

from __future__ import annotations

from hearsay.incidents.records import Report, Source
from hearsay.records import Article, Coding


def reports_of(coding: Coding) -> tuple[Report, ...]:
    """One Report for each incident of the article, in the article's order."""
    source, text = source_of(coding.article), coding.article.text
    claims = {claim.id: claim for claim in coding.claims}
    return tuple(
        Report(
            id=incident.id,
            source=source,
            claims=tuple(claims[id_] for id_ in incident.claims),
            passages=tuple(text[slice(*claims[id_].span)] for id_ in incident.claims),
        )
        for incident in coding.incidents
    )


def source_of(article: Article) -> Source:
    """What incidents need to know of the article."""
    return Source(
        article=article.id,
        key=article.key,
        version=article.version,
        outlet=article.outlet,
        agency=article.dateline.agency if article.dateline else None,
        agency_id=article.agency_id,
        published=article.published,
        url=article.url,
        headline=article.headline,
        reprint=article.reprint,
    )
