"""The database of a public explorer: a copy that holds nothing but what everybody may see.

What is not in it cannot leave by any page, record, map, feed or filter. It is made anew when the database changes, and
as articles grow old enough; an explorer takes the new one up when it stands in the old one's place.
"""

from __future__ import annotations

import logging
import sqlite3
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

from sqlalchemy import Connection, insert

from hearsay.errors import HearsayError
from hearsay.incidents.linked import linked_incident
from hearsay.incidents.records import LinkedIncident
from hearsay.places import Gazetteer
from hearsay.publish.public import is_ripe, is_sensitive, public_coding
from hearsay.publish.publication import Publication, publication
from hearsay.publish.redact import survey
from hearsay.records import Coding
from hearsay.store import codings, incidents, links, open_database, tables
from hearsay.store.dataset import dataset
from hearsay.store.links import batches

_LOG = logging.getLogger("hearsay.web")
_EVERY_S = 600.0


@dataclass(frozen=True, slots=True)
class Made:
    """What a copy holds: articles shown, and those that are held back."""

    seq: int
    shown: int
    held_back: int


@dataclass(slots=True)
class _Plan:
    """What is copied, by the keys of articles and the ids of claims and incidents."""

    as_of: datetime
    home: dict[str, str] = field(default_factory=dict)
    """Claim → its incident."""
    contains: dict[str, tuple[str, ...]] = field(default_factory=dict)
    articles: int = 0
    ripe: set[str] = field(default_factory=set)
    coarse: set[str] = field(default_factory=set)
    """Incidents whose places are given by their districts."""

    def take_incidents(self, incidents: Iterable[LinkedIncident]) -> None:
        """Learn which claims are whose."""
        for linked in incidents:
            self.home.update(dict.fromkeys(linked.incident.claims, linked.id))
            if linked.contains:
                self.contains[linked.id] = linked.contains

    def seen(self, codings: Iterable[Coding]) -> Iterator[Coding]:
        """The same codings, each judged as it passes: to read them takes longest, and the survey reads them all."""
        for coding in codings:
            self.articles += 1
            if is_ripe(coding.article, self.as_of):
                self.ripe.add(coding.article.key)
            about = {self.home[claim.id] for claim in coding.claims if claim.id in self.home and is_sensitive(claim)}
            self.coarse |= about
            yield coding


@contextmanager
def public_copy(place: str, as_of: datetime | None) -> Iterator[tuple[Path, Made]]:
    """A copy of the database at ``place``, and what it holds; it goes at the end.

    ``as_of``: the instant that delays are counted to; None: now, and the copy follows the clock and the database.
    """
    with tempfile.TemporaryDirectory(prefix="hearsay-public-") as folder:
        path = Path(folder) / "public.db"
        made = copy(place, path, as_of or datetime.now(UTC))
        ended = threading.Event()
        if as_of is None:
            threading.Thread(target=_follow, args=(place, path, made, ended), daemon=True).start()
        try:
            yield path, made
        finally:
            ended.set()


def copy(place: str, target: Path, as_of: datetime) -> Made:
    """Write to ``target`` what everybody may see at ``as_of``. What is there is replaced at once, or stays."""
    fresh = target.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with open_database(place) as source, source.reading() as db:
        everything = dataset(db)
        plan = _Plan(as_of)
        plan.take_incidents(everything.incidents)
        shown = publication(everything, told=survey(plan.seen(everything.codings)))
        with open_database(fresh, write=True) as made, made.writing() as out:
            out.execute(insert(tables.changes).values(seq=shown.seq, as_of=as_of.date().isoformat()))
            _write(out, shown, plan)
    with closing(sqlite3.connect(fresh)) as alone:
        alone.execute("PRAGMA journal_mode=DELETE")  # one file, that can be replaced whole
    fresh.replace(target)
    return Made(shown.seq, len(plan.ripe), plan.articles - len(plan.ripe))


def _write(out: Connection, shown: Publication, plan: _Plan) -> None:
    members: dict[str, list[int]] = {}
    gazetteer = Gazetteer.open()
    for coding in shown.codings:
        if coding.article.key not in plan.ripe:
            continue
        coarse = {claim.id for claim in coding.claims if plan.home.get(claim.id) in plan.coarse}
        public = public_coding(coding, coarse, gazetteer)
        added = codings.add_coding(out, public, shown.seq)
        numbers = links.report_numbers(out, added.number)
        for report in public.incidents:
            members.setdefault(plan.home[report.claims[0]], []).append(numbers[report.id])
    gazetteer.close()
    gone = {stone.id: stone.successor for stone in shown.tombstones if stone.successor in members}
    incidents.settle(out, members, gone, shown.seq)
    for some in batches(sorted(members)):
        made = {id_: _incident(out, id_, members, plan) for id_ in some}
        incidents.put_incidents(out, made, members, shown.seq)
    held = {(a, b) for whole, parts in plan.contains.items() for part in parts
            for a, b in product(members.get(whole, ()), members.get(part, ()))}  # fmt: skip
    links.add_held(out, held)


def _incident(out: Connection, id_: str, members: Mapping[str, list[int]], plan: _Plan) -> LinkedIncident:
    """The incident as its public reports alone tell it."""
    reports = links.load_reports(out, members[id_])
    parts = [part for part in plan.contains.get(id_, ()) if part in members]
    return linked_incident(id_, list(reports.values()), contains=parts)


def _follow(place: str, path: Path, made: Made, ended: threading.Event) -> None:
    """Make the copy anew each hour, and when the database has changed."""
    hour = datetime.now(UTC).hour
    while not ended.wait(_EVERY_S):
        try:
            with open_database(place) as source, source.reading() as db:
                changed = codings.last_change(db) != made.seq
            now = datetime.now(UTC)
            if changed or now.hour != hour:
                made, hour = copy(place, path, now), now.hour
        except HearsayError:
            _LOG.exception("the public copy stays as it was")
