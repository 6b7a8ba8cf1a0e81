"""Which articles are old enough to be shown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hearsay.codebook import table
from hearsay.records import Article

DELAY = timedelta(hours=table("public")["delay_hours"])
_LATEST = timezone(timedelta(hours=-12))
"""Where a day ends last on earth: what a date without an offset can mean at the latest."""


def is_ripe(article: Article, as_of: datetime) -> bool:
    """Whether the article has been out for the delay at ``as_of`` (with an offset); one without any date never is."""
    said = article.updated or article.published or article.retrieved
    return said is not None and _at_latest(said) + DELAY <= as_of


def _at_latest(moment: str) -> datetime:
    """The last instant that an ISO date or datetime can mean."""
    read = datetime.fromisoformat(moment)
    if "T" not in moment and " " not in moment:
        read += timedelta(days=1)
    return (read if read.tzinfo else read.replace(tzinfo=_LATEST)).astimezone(UTC)
