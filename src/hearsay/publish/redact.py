"""The one redactor: names of private people are masked before anything leaves.

A private name is masked letter by letter, so that the text keeps its length, every span keeps its place
and a masked Coding is still a valid one. Wherever the name stands again (headline, lede, canonical names, origins, the
address of a page, the other articles of an incident) it goes too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from hearsay.incidents.dataset import Dataset
from hearsay.incidents.records import LinkedIncident, Source
from hearsay.incidents.reports import source_of
from hearsay.publish.private import MASK, PrivateNames, has_word, mask, mask_spans
from hearsay.records import Article, Coding, Record, Span

__all__ = ["MASK", "Told", "mask", "masked", "redact", "redact_dataset", "survey"]

# Handles by which a record is found again.
_KEPT = frozenset({"id", "version", "sha256", "claims", "code"})
# Written without capitals and accents: addresses, and keys made from names.
_SLUGS = frozenset({"url", "input", "key", "origin"})
_LOWER = re.compile(r"\b[a-z]{3,}\b")

R = TypeVar("R", bound=Record)


def redact(coding: Coding, *, names: bool = False, also: Iterable[str] = ()) -> Coding:
    """``coding`` without the names of its private people, or as it is when ``names`` are wanted.

    The last word of a private name is masked on its own too ("Ms Haddad said"), except inside an entity,
    place, party or known speaker that is not private. ``also``: private names of other articles on the same incident.
    """
    private = [entity for entity in coding.entities if entity.private and has_word(entity.text)]
    if names or not (private or also):
        return coding
    text = coding.article.text
    public = _public(coding)
    named = {text[slice(*span)] for span in public}
    known_here = {name.casefold() for name in named}
    others = [name for name in also if name.casefold() not in known_here]
    known = PrivateNames([*(entity.text for entity in private), *others], named, _LOWER.findall(text))
    spans = [entity.span for entity in private] + known.find(text) + known.surnames(text, public)
    return masked(coding, mask_spans(text, spans), known)


@dataclass(frozen=True, slots=True)
class Told:
    """What of an article must be known before anything of its dataset is written."""

    source: Source
    claims: tuple[str, ...]
    private: frozenset[str]
    public: frozenset[str]
    """Names that stay."""


def survey(codings: Iterable[Coding]) -> dict[str, Told]:
    """Article key → what it tells of. The one time that every article is read before the export is written."""
    return {coding.article.key: _told(coding) for coding in codings}


def redact_dataset(dataset: Dataset, told: Mapping[str, Told]) -> tuple[Dataset, dict[str, Source]]:
    """``dataset`` with every coding and incident masked, and the masked source of each claim.

    A name that is private in one article of an incident is masked in all of them, unless another names it as public.
    """
    article_of = {claim: key for key, one in told.items() for claim in one.claims}
    shared = {key: one.private for key, one in told.items() if one.private}
    for linked in dataset.incidents if shared else ():
        articles = {article_of[claim] for claim in linked.incident.claims if claim in article_of}
        everyone = frozenset[str]().union(*(told[key].private for key in articles))
        for key in articles if everyone else ():
            shared[key] = shared.get(key, frozenset()) | everyone

    def incident(linked: LinkedIncident) -> LinkedIncident:
        keys = {article_of.get(claim, "") for claim in linked.incident.claims}
        everyone = frozenset[str]().union(*(shared.get(key, frozenset()) for key in keys))
        return masked(linked, None, PrivateNames(everyone, _named(linked))) if everyone else linked

    def source(key: str, one: Told) -> Source:
        names = shared.get(key, frozenset())
        known = {name.casefold() for name in one.public}
        kept = [name for name in names if name in one.private or name.casefold() not in known]
        return masked(one.source, None, PrivateNames(kept, one.public)) if kept else one.source

    shown = replace(
        dataset,
        codings=_Each(dataset.codings, lambda one: redact(one, also=sorted(shared.get(one.article.key, ())))),
        incidents=_Each(dataset.incidents, incident),
    )
    sources = {key: source(key, one) for key, one in told.items()}
    return shown, {claim: sources[key] for claim, key in article_of.items()}


def _told(coding: Coding) -> Told:
    text = coding.article.text
    return Told(
        source=source_of(coding.article),
        claims=tuple(claim.id for claim in coding.claims),
        private=frozenset(e.text for e in coding.entities if e.private and has_word(e.text)),
        public=frozenset(text[slice(*span)] for span in _public(coding)),
    )


@dataclass(frozen=True, slots=True)
class _Each(Generic[R]):
    """``records``, each changed as it comes; can be gone through again."""

    records: Iterable[R]
    change: Callable[[R], R]

    def __iter__(self) -> Iterator[R]:
        return map(self.change, self.records)


def masked(record: R, text: str | None, known: PrivateNames) -> R:
    """``record`` with every Mention cut anew from the masked ``text``, every other string searched for ``known`` names.

    Without ``text``, where the Mentions are of several articles, they are searched too.
    """
    changes: dict[str, Any] = {
        name: _value(getattr(record, name), name, text, known) for name in type(record).model_fields
    }
    span = changes.get("span")
    if isinstance(record, Article) and text is not None:
        changes["text"] = text
    elif text is not None and span is not None and "text" in changes:
        changes["text"] = text[span[0] : span[1]]
    return record.model_copy(update=changes)


def _value(value: Any, field: str, text: str | None, known: PrivateNames) -> Any:
    if isinstance(value, Record):
        return masked(value, text, known)
    if isinstance(value, tuple):
        return tuple(_value(item, field, text, known) for item in value)
    if field in _KEPT:
        return value
    if isinstance(value, dict):
        return {known.masked(key): _value(v, field, text, known) for key, v in value.items()}
    if not isinstance(value, str):
        return value
    return known.masked_slug(value) if field in _SLUGS else known.masked(value)


def _public(coding: Coding) -> list[Span]:
    """Where named things stand that are not private: their words stay."""
    spans = [entity.span for entity in coding.entities if not entity.private]
    spans += [place.span for place in coding.places]
    for claim in coding.claims:
        parties = (*claim.actors, *claim.recipients)
        spans += [party.span for party in parties if party.id is not None]
        spans += [speaker.span for speaker in claim.attribution if speaker.span is not None and speaker.id is not None]
    return spans


def _named(linked: LinkedIncident) -> set[str]:
    """Names in an incident that are known not to be private: places, and parties of the registry."""
    incident = linked.incident
    public = {name for party in (*incident.actors, *incident.recipients) if party.id for name in (party.name,) if name}
    place = incident.place
    return public | ({place.text, place.name or place.text} if place else set())
