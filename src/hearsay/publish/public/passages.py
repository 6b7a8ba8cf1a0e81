"""An article as everybody may see it: its claims, and of its text the passages that they stand on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TypeVar

from hearsay.places import Gazetteer
from hearsay.publish.private import PrivateNames, mask_spans
from hearsay.publish.public.coarse import is_close, to_district
from hearsay.publish.redact import masked
from hearsay.records import Article, Claim, Coding, Incident, Place, Span, overlap, spans_of

LEFT_OUT = "░"
"""Stands for each character of a text that is not shown, so that every span keeps its place."""

R = TypeVar("R", Claim, Incident)


def public_coding(coding: Coding, coarse: Set[str], gazetteer: Gazetteer) -> Coding:
    """``coding`` with nothing but its claims and their passages; the claims ``coarse`` (ids) placed by their district.

    Entities, attributions and toponyms beside the claims go, and with them everything that only they told.
    """
    told = {claim.id: _placed(claim, gazetteer) if claim.id in coarse else claim for claim in coding.claims}
    close = [claim for claim in coding.claims if claim.id in coarse]
    shown = [span for claim in close for span in _shown(claim)]
    beside = [place for place in coding.places if any(overlap(place.span, span) for span in shown)]
    names = PrivateNames(_names([*_places(close), *beside]) - _kept(_places(told[claim.id] for claim in close)))
    text = _blanked(_hidden(coding.article.text, shown, names), coding.claims)
    nobody = PrivateNames(())
    return Coding(
        article=_article(coding.article, text, names),
        claims=tuple(masked(claim, text, names if claim.id in coarse else nobody) for claim in told.values()),
        incidents=tuple(
            masked(_placed(one, gazetteer), text, names) if coarse & set(one.claims) else masked(one, text, nobody)
            for one in coding.incidents
        ),
        coder=coding.coder,
    )


def _placed(record: R, gazetteer: Gazetteer) -> R:
    """``record`` with its places by their districts."""

    def coarser(place: Place) -> Place:
        return to_district(place, gazetteer) if is_close(place) else place

    changes: dict[str, object] = {"place": coarser(record.place) if record.place else None}
    if isinstance(record, Claim):
        changes["other_places"] = tuple(map(coarser, record.other_places))
    return record.model_copy(update=changes)


def _places(claims: Iterable[Claim]) -> Iterator[Place]:
    return (place for claim in claims for place in (claim.place, *claim.other_places) if place is not None)


def _names(places: Iterable[Place]) -> set[str]:
    """By which a text calls the places that must not be known closely."""
    return {name for place in places if is_close(place) for name in (place.text, place.name) if name}


def _kept(places: Iterable[Place]) -> set[str]:
    """The names of the districts and regions that take their place."""
    return {name for place in places for name in (place.admin1, place.admin2) if name}


def _hidden(text: str, shown: Sequence[Span], names: PrivateNames) -> str:
    """``text`` with the ``names`` masked where they stand in what is ``shown``."""
    return mask_spans(text, [at for at in names.find(text) if any(overlap(at, span) for span in shown)])


def _blanked(text: str, claims: Iterable[Claim]) -> str:
    """``text`` with nothing but what the claims stand on; its paragraphs stay."""
    pieces, done = [], 0
    for start, end in sorted(span for claim in claims for span in _shown(claim)):
        if end > done:
            pieces += [_blank(text[done:start]), text[max(start, done) : end]]
            done = end
    return "".join([*pieces, _blank(text[done:])])


def _blank(piece: str) -> str:
    if not any(map(str.isalnum, piece)):  # a comma between two passages
        return piece
    return "".join(letter if letter == "\n" else LEFT_OUT for letter in piece)


def _shown(claim: Claim) -> Iterator[Span]:
    yield claim.span
    yield from (span for _, _, span in spans_of(claim))


def _article(article: Article, text: str, names: PrivateNames) -> Article:
    """Its record; where the file lay is nobody's business."""
    found = article.model_copy(update={"lede": None, "input": article.url or article.key})
    return masked(found, text, names)
