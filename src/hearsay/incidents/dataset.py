"""What a database gives to be published: incidents, the codings that tell of them, and ids that are no longer used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.incidents.records import LinkedIncident
from hearsay.records import Coder, Coding, Record


class Tombstone(Record):
    """An incident id that was given out once and is no longer in use."""

    id: str
    successor: str | None
    """The incident that holds its reports now; None: its reports were withdrawn."""
    seq: int
    """The ingest at which it went out of use."""


class Credit(Record):
    """Whose place data stand in the records, under which licence, and the words that say so."""

    name: str
    licence: str
    attribution: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """A database, or what has changed in it since an ingest, as it is published.

    ``incidents`` and ``codings`` can be gone through more than once and give the same records in the same order each
    time; neither need fit into memory.
    """

    incidents: Iterable[LinkedIncident]
    codings: Iterable[Coding]
    """The current version of every article that tells of one of the incidents, with all its claims and entities: the
    redactor needs the text and the private names of an article to mask its claims."""
    coders: tuple[Coder, ...]
    """Every combination of package, model and reference data that made one of the codings."""
    rule: str
    """The estimate rule by which each incident's own toll was made."""
    seq: int
    """The last ingest that is in it: what a later ``--since`` starts from."""
    since: str | None = None
    """The ingest or date from which changes were asked for; None: everything."""
    tombstones: tuple[Tombstone, ...] = ()
    """Ids that went out of use: since ``since``, or ever."""
    credits: tuple[Credit, ...] = ()
