"""One line for each outlet and each origin: how much it tells, how its tolls stand to others', how early, how firm."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from hearsay.analysis.interval import MedianInterval, median_ratio
from hearsay.analysis.moments import earlier
from hearsay.analysis.said import Said, Voice
from hearsay.analysis.sources.figures import told_tolls
from hearsay.analysis.sources.first import order_of
from hearsay.analysis.sources.ratios import Comparison, by_outlet, by_voice
from hearsay.incidents.origins import REPRINTED
from hearsay.incidents.records import LinkedIncident
from hearsay.records import Record, SpeakerKind


class Copied(Record):
    """Whose articles an outlet copies, and how many of them."""

    outlet: str | None
    """None: the article copied is not at hand."""
    articles: int


class SourceProfile(Record):
    """An outlet (``role``), or a speaker at the start of chains over all outlets."""

    role: Literal["outlet", "origin"]
    key: str
    name: str
    kind: SpeakerKind
    affiliation: str | None = None
    country: str | None = None
    anonymous: bool = False
    articles: int
    """Articles that it published, or that pass on its word."""
    claims: int
    incidents: int
    compared: int
    """Tolls of it that can be held against those of independent others."""
    ratio: MedianInterval | None
    """Its toll over theirs, in the middle; None where nothing can be compared."""
    higher: int
    """Of the compared, those in which it says more than they do in the middle."""
    lower: int
    """Those in which it says less; in the others it says the same."""
    shared: int
    """Incidents that others tell of too, with the dates of publication known."""
    first: int
    """Of the shared, those that it told before all others."""
    tied: int
    """Of the shared, those where nobody was surely earlier, but another may have been as early."""
    denied: int
    """Of its claims that something happened, those whose incident another voice denies."""
    asserted: int
    """Its claims that something happened."""
    edited: int | None = None
    """Of an outlet's articles, those of which another text is known; None for an origin."""
    copies: int | None = None
    """Of an outlet's articles, those that are mostly another's words."""
    copied_from: tuple[Copied, ...] = ()


@dataclass(slots=True)
class _Tally:
    voice: Voice
    articles: set[str] = field(default_factory=set)
    claims: int = 0
    asserted: int = 0
    denied: int = 0
    incidents: set[str] = field(default_factory=set)
    ratios: list[float] = field(default_factory=list)
    order: Counter[str] = field(default_factory=Counter)


_HAPPENED = frozenset({"occurred", "ongoing"})


def source_profiles(
    incidents: Iterable[LinkedIncident], said: Iterable[Said], *, edited: Collection[str] = ()
) -> tuple[SourceProfile, ...]:
    """The outlets, then the origins, each with the most claims first.

    ``edited``: ids of articles of which more than one text is known.
    """
    every = tuple(said)
    of_incident: dict[str, list[Said]] = defaultdict(list)
    for one in every:
        if one.incident is not None:
            of_incident[one.incident].append(one)
    deniers = {id_: {s.voice.key for s in some if s.claim.status == "denied"} for id_, some in of_incident.items()}
    outlets: dict[str, _Tally] = {}
    voices: dict[str, _Tally] = {}
    for one in every:
        denied = bool(deniers.get(one.incident or "", set()) - {one.voice.key})
        _count(outlets.setdefault(one.outlet, _Tally(_as_voice(one.outlet))), one, denied=denied)
        _count(voices.setdefault(one.voice.key, _Tally(one.voice)), one, denied=denied)
    for linked in incidents:
        _compare(linked, of_incident[linked.id], outlets, voices)
    copies = _copies(every)
    return (
        *(_outlet(tally, edited, copies.get(name, {})) for name, tally in _ranked(outlets)),
        *(_profile("origin", tally) for _, tally in _ranked(voices)),
    )


def _count(tally: _Tally, one: Said, *, denied: bool) -> None:
    tally.articles.add(one.source.article)
    tally.claims += 1
    if one.incident is not None:
        tally.incidents.add(one.incident)
    if one.claim.status in _HAPPENED and one.claim.attribution[0].stance != "cannot_confirm":
        tally.asserted += 1
        tally.denied += denied


def _compare(linked: LinkedIncident, said: list[Said], outlets: dict[str, _Tally], voices: dict[str, _Tally]) -> None:
    tolls = told_tolls(linked, said)
    origins = {origin.key for origin in linked.origins}
    _add(outlets, by_outlet(tolls), _first_told((one.outlet, one.source.published) for one in said))
    heard = ((one.voice.key, one.source.published) for one in said if one.voice.key in origins)
    _add(voices, by_voice(tolls), _first_told(heard))


def _add(
    tallies: dict[str, _Tally], compared: Mapping[str, Iterable[Comparison]], published: Mapping[str, str]
) -> None:
    for source, some in compared.items():
        tallies[source].ratios += [comparison.ratio for comparison in some]
    for source, place in order_of(published).items():
        tallies[source].order[place] += 1


def _first_told(told: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Source → when it first told, where that is known."""
    first: dict[str, str] = {}
    for source, when in told:
        if when is not None and (source not in first or earlier(when, first[source])):
            first[source] = when
    return first


def _copies(said: Iterable[Said]) -> dict[str, dict[str | None, int]]:
    """Outlet → whose articles it copies → how many."""
    sources = {one.source.article: (one.outlet, one.source.reprint) for one in said}
    found: dict[str, Counter[str | None]] = defaultdict(Counter)
    for outlet, reprint in sources.values():
        if reprint is not None and reprint.share >= REPRINTED:
            found[outlet][sources[reprint.origin][0] if reprint.origin in sources else None] += 1
    return {outlet: dict(some) for outlet, some in found.items()}


def _ranked(tallies: dict[str, _Tally]) -> list[tuple[str, _Tally]]:
    return sorted(tallies.items(), key=lambda item: (-item[1].claims, item[0]))


def _outlet(tally: _Tally, edited: Collection[str], copies: dict[str | None, int]) -> SourceProfile:
    ranked = sorted(copies.items(), key=lambda item: (-item[1], item[0] or ""))
    more = {
        "edited": len(tally.articles & set(edited)),
        "copies": sum(copies.values()),
        "copied_from": tuple(Copied(outlet=outlet, articles=many) for outlet, many in ranked),
    }
    return _profile("outlet", tally).model_copy(update=more)


def _profile(role: Literal["outlet", "origin"], tally: _Tally) -> SourceProfile:
    return SourceProfile(
        role=role,
        **tally.voice.model_dump(),
        articles=len(tally.articles),
        claims=tally.claims,
        incidents=len(tally.incidents),
        compared=len(tally.ratios),
        ratio=median_ratio(tally.ratios) if tally.ratios else None,
        higher=sum(ratio > 1 for ratio in tally.ratios),
        lower=sum(ratio < 1 for ratio in tally.ratios),
        shared=sum(tally.order.values()),
        first=tally.order["first"],
        tied=tally.order["tied"],
        denied=tally.denied,
        asserted=tally.asserted,
    )


def _as_voice(outlet: str) -> Voice:
    return Voice(key=outlet, name=outlet, kind="outlet")
