"""Writes codings: articles with their versions, reports and claims, and where they came from. None is ever changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, delete, func, insert, select

from hearsay.errors import InputError
from hearsay.incidents.reports import source_of
from hearsay.records import Article, Claim, Coder, Coding
from hearsay.store import tables
from hearsay.store.records import Capture, Findings

# Of an article's record, what says how this copy of it was found, not what it is.
_FOUND = {"id", "input", "sha256", "retrieved", "reprint"}
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Added:
    """A coding's number, whether the article now stands as it has it, and the coding that did before."""

    number: int
    current: bool
    replaced: int | None = None


def next_change(db: Connection, as_of: str | None = None) -> int:
    """Begin a change; its number, one more than the last one's."""
    seq = last_change(db) + 1
    db.execute(insert(tables.changes).values(seq=seq, as_of=as_of))
    return seq


def last_coding(db: Connection) -> int:
    """The number of the last coding; the next one has the next."""
    return int(db.execute(select(func.coalesce(func.max(tables.codings.c.n), 0))).scalar_one())


def last_change(db: Connection) -> int:
    """The number of the last change; 0 where there was none."""
    return int(db.execute(select(func.coalesce(func.max(tables.changes.c.seq), 0))).scalar_one())


def coder_id(coder: Coder) -> str:
    """One for each combination of package, model and reference data."""
    return _hash(coder.model_dump_json())


def fingerprint(article: Article) -> str:
    """What tells versions of an article apart: its text, headline, dates and all that its page says of it."""
    return _hash(json.dumps(article.model_dump(mode="json", exclude=_FOUND), sort_keys=True, ensure_ascii=False))


def find_coding(db: Connection, article: Article, coder: Coder) -> int | None:
    """The coding that this coder made of just this version, if there is one."""
    query = select(tables.codings.c.n).where(
        tables.codings.c.article == article.key,
        tables.codings.c.fingerprint == fingerprint(article),
        tables.codings.c.coder == coder_id(coder),
    )
    return db.execute(query).scalar()


def add_coding(db: Connection, coding: Coding, seq: int) -> Added:
    """Add a coding that is not there yet. It supersedes the article's current one unless its page says it is older."""
    number = _insert_coding(db, coding, seq)
    _insert_claims(db, coding, number)
    before = db.execute(
        select(tables.codings.c.n, tables.codings.c.record)
        .join(tables.articles, tables.articles.c.current == tables.codings.c.n)
        .where(tables.articles.c.key == coding.article.key)
    ).first()
    if before is None:
        db.execute(insert(tables.articles).values(key=coding.article.key, current=number))
        return Added(number, current=True)
    if is_older(coding.article, Article.model_validate_json(before.record)):
        return Added(number, current=False)
    table = tables.articles
    db.execute(table.update().where(table.c.key == coding.article.key).values(current=number))
    return Added(number, current=True, replaced=before.n)


def captured(db: Connection, id_: str, coder: Coder) -> str | None:
    """The article that this coder made of what came in so; None where it is not known."""
    table = tables.captures
    query = select(tables.codings.c.article).join(table, table.c.coding == tables.codings.c.n)
    return db.execute(query.where(table.c.id == id_, table.c.coder == coder_id(coder))).scalar()


def add_capture(db: Connection, id_: str, capture: Capture, coder: Coder, coding: int) -> None:
    """Note what came in as the coding's, so that it is known when it comes again."""
    db.execute(delete(tables.failures).where(tables.failures.c.source == capture.source))
    if captured(db, id_, coder) is not None:
        return
    values = {
        "id": id_, "coder": coder_id(coder), "coding": coding, "sha256": capture.sha256, "source": capture.source,
        "media": capture.media, "fields": json.dumps(dict(capture.fields), sort_keys=True, ensure_ascii=False),
    }  # fmt: skip
    db.execute(insert(tables.captures).values(values))


def failed_so(db: Connection, error: InputError) -> bool:
    """Whether it is noted that just this input failed in just this way."""
    table = tables.failures
    noted = db.execute(select(table.c.code, table.c.message).where(table.c.source == _source(error))).first()
    return noted is not None and (noted.code, noted.message) == (error.code, error.message)


def add_failure(db: Connection, error: InputError, seq: int) -> None:
    """Note an input that could not be coded; it is forgotten when it can."""
    table = tables.failures
    db.execute(delete(table).where(table.c.source == _source(error)))
    values = {"source": _source(error), "code": error.code, "message": error.message, "hint": error.hint, "seq": seq}
    db.execute(insert(table).values(values))


def _source(error: InputError) -> str:
    return error.where or "-"


def _insert_coding(db: Connection, coding: Coding, seq: int) -> int:
    article = coding.article
    coder = {"id": coder_id(coding.coder), "record": coding.coder.model_dump_json()}
    _insert_once(db, tables.coders, coder, "id")
    findings = Findings(
        attributions=coding.attributions, places=coding.places, entities=coding.entities, problems=coding.problems
    )
    values = {
        "n": last_coding(db) + 1,
        "article": article.key,
        "version": article.version,
        "coder": coder["id"],
        "fingerprint": fingerprint(article),
        "seq": seq,
        "published": article.published,
        "outlet": article.outlet,
        "reprint_of": article.reprint.origin if article.reprint else None,
        "record": article.model_dump_json(),
        "source": source_of(article).model_dump_json(),
        "findings": findings.model_dump_json(),
    }
    return _insert_numbered(db, tables.codings, values)


def _insert_claims(db: Connection, coding: Coding, number: int) -> None:
    report_of: dict[str, int] = {}
    for incident in coding.incidents:
        values = {"id": incident.id, "coding": number, "record": incident.model_dump_json()}
        report = _insert_numbered(db, tables.reports, values)
        report_of |= dict.fromkeys(incident.claims, report)
    rows = [_claim_row(coding.article.text, claim, number, report_of[claim.id]) for claim in coding.claims]
    if rows:
        db.execute(insert(tables.claims), rows)


def _claim_row(text: str, claim: Claim, coding: int, report: int) -> dict[str, object]:
    time, place = claim.time, claim.place
    return {
        "id": claim.id,
        "coding": coding,
        "report": report,
        "passage": text[slice(*claim.span)],
        "type": claim.event.type,
        "acled": claim.event.acled.sub_event_type if claim.event.acled else None,
        "status": claim.status,
        "first_day": day(time.start or time.end) if time else None,
        "last_day": day(time.end or time.start) if time else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country": place.country if place else None,
        "record": claim.model_dump_json(),
    }


def day(moment: str | None) -> str | None:
    """The ISO date of an ISO date or datetime."""
    return moment[:10] if moment else None


def is_older(article: Article, other: Article) -> bool:
    """Whether the pages themselves say so: by their last update, else by when they were published."""
    for mine, theirs in ((article.updated, other.updated), (article.published, other.published)):
        if mine and theirs:
            return _before(mine, theirs)
    return False


def _before(one: str, other: str) -> bool:
    """By the clock where both say the time and its offset, else by the day."""
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    if first.tzinfo and second.tzinfo:
        return first < second
    return first.date() < second.date()


def _insert_numbered(db: Connection, table: Table, values: Mapping[str, object]) -> int:
    return int(db.execute(insert(table).values(values).returning(table.c.n)).scalar_one())


def _insert_once(db: Connection, table: Table, values: Mapping[str, object], key: str) -> None:
    if db.execute(select(table.c[key]).where(table.c[key] == values[key])).first() is None:
        db.execute(insert(table).values(values))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
