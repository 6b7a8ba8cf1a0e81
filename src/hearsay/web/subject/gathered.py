"""What the incidents of a subject tell of it: claims, loaded words, who else and where else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from hearsay.analysis.said import Said
from hearsay.analysis.sources import LabelUse, SourceProfile, label_uses, source_profiles
from hearsay.incidents.neutral import name_of
from hearsay.publish.analysis.answer import said
from hearsay.publish.publication import publication
from hearsay.records import Party
from hearsay.store import IncidentQuery
from hearsay.store.dataset import selection
from hearsay.store.read import edited_articles
from hearsay.web.subject import links

MOST_INCIDENTS = 100
"""The latest ones, whose articles are read; the list of incidents has all."""
MOST_CLAIMS = 60
_MOST_BESIDE = 12


@dataclass(frozen=True, slots=True)
class Beside:
    """Somebody or something that claims name beside the subject."""

    name: str
    address: str
    claims: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is told, the latest first."""

    told: tuple[Said, ...]
    claims: int
    """How many there are; ``told`` are the first of them."""
    labels: tuple[LabelUse, ...]
    actors: tuple[Beside, ...]
    places: tuple[Beside, ...]
    sources: tuple[SourceProfile, ...]
    """How outlets and origins compare on these incidents."""


def gathered(db: Connection, query: IncidentQuery, concerns: Callable[[Said], bool], *, names: bool) -> Gathered:
    """What the latest incidents of ``query`` tell of what ``concerns`` the subject.

    ``names``: of private people too.
    """
    shown = publication(selection(db, query.model_copy(update={"limit": MOST_INCIDENTS, "offset": 0})), names=names)
    everything = tuple(said(shown))
    told = [one for one in everything if one.incident is not None and concerns(one)]
    told.sort(key=lambda one: (_day(one), one.claim.id), reverse=True)
    return Gathered(
        told=tuple(told[:MOST_CLAIMS]),
        claims=len(told),
        labels=label_uses(told),
        actors=_ranked((party.id, name_of(party), links.actor(party.id)) for one in told for party in parties(one)
                       if party.id),
        places=_ranked((at.id or at.text, at.name or at.text, links.of_place(at)) for one in told
                       if (at := one.claim.place)),
        sources=source_profiles(shown.incidents, everything, edited=edited_articles(db)),
    )  # fmt: skip


def parties(one: Said) -> tuple[Party, ...]:
    """Those on either side of a claim."""
    return (*one.claim.actors, *one.claim.recipients)


def _day(one: Said) -> str:
    time = one.claim.time
    return (time and (time.start or time.end)) or one.source.published or ""


def _ranked(named: Iterable[tuple[str, str, str]]) -> tuple[Beside, ...]:
    """The most frequent, by key; each with the name and address that it has first."""
    many: Counter[str] = Counter()
    known: dict[str, tuple[str, str]] = {}
    for key, name, address in named:
        many[key] += 1
        known.setdefault(key, (name, address))
    return tuple(Beside(*known[key], claims) for key, claims in many.most_common(_MOST_BESIDE))
