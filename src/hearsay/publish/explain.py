"""One claim explained: its passage with each field's words marked, how each was read, and what made it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from hearsay.publish import say
from hearsay.publish.passages import FIELD_STYLES, Mark, passages
from hearsay.publish.plain import one_line
from hearsay.publish.redact import redact
from hearsay.publish.table import render
from hearsay.records import Claim, Coding


def explain(coding: Coding, claim_id: str, *, width: int = 100, colour: bool = False, names: bool = False) -> str:
    """The claim ``claim_id`` of ``coding``, for a terminal ``width`` columns wide."""
    shown = redact(coding, names=names)
    claim = next(claim for claim in shown.claims if claim.id == claim_id)
    marks = tuple(field_marks(claim))
    parts: list[RenderableType] = [
        Text(f"{say.event(claim.event)} · {claim.status}, {claim.outcome} · {claim.id}", style="bold"),
        Text(one_line(" · ".join(filter(None, _source(shown)))), style="dim"),
        Text(),
        passages(shown.article.text, claim.span, marks),
        Text(),
        _fields(shown.article.text, claim, marks),
    ]
    return render(Group(*parts), width=width, colour=colour)


def _source(coding: Coding) -> tuple[str | None, ...]:
    article = coding.article
    return (article.headline, article.outlet, article.published, article.input)


def field_marks(claim: Claim) -> Iterator[Mark]:
    """The fields in reading order: what, who, with what, where, when, how many, who says so."""
    yield Mark("event", claim.event.trigger.span, say.event(claim.event))
    for field, some in (("actors", claim.actors), ("recipients", claim.recipients)):
        for party in some:
            known = ", ".join(filter(None, (party.kind, party.kind_basis, party.country, party.id)))
            yield Mark(field, party.span, f"{say.party(party)} ({known})")
    for weapon in claim.weapons:
        yield Mark("weapons", weapon.span, one_line(weapon.text))
    places = (("place", claim.place), ("launched_from", claim.launched_from))
    for field, place in (*places, *(("other_places", other) for other in claim.other_places)):
        if place is not None:
            precision = f", where_prec {place.precision}" if place.precision else ""
            yield Mark(field, place.span, say.where(place) + precision)
    if claim.time is not None:
        yield Mark("time", claim.time.span, f"{say.when(claim.time)}, date_prec {claim.time.precision}")
    for count in claim.counts:
        yield Mark("counts", count.span, say.count(count))
    for speaker in claim.attribution:
        yield Mark("attribution", speaker.span, f"{say.speaker(speaker)} {speaker.stance}")
        if speaker.cue is not None:
            yield Mark("cue", speaker.cue.span, one_line(speaker.cue.text))
        if speaker.hedge is not None:
            yield Mark("hedge", speaker.hedge.span, one_line(speaker.hedge.text))


def _fields(text: str, claim: Claim, marks: Sequence[Mark]) -> RenderableType:
    shown = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim", expand=False)
    for heading in ("", "field", "words", "read as", "made by"):
        shown.add_column(heading, overflow="fold")
    for at, mark in enumerate(marks, 1):
        words = "" if mark.span is None else f"“{one_line(text[mark.span[0] : mark.span[1]])}”"
        style = FIELD_STYLES.get(mark.field, "")
        shown.add_row(str(at), Text(mark.field, style=style), Text(words), Text(mark.reading), _made_by(claim, mark))
    shown_makers = {key for mark in marks for key in _PARTS.get(mark.field, (mark.field,))}
    for field, maker in claim.trace.items():
        if field not in shown_makers:
            reading = one_line(str(getattr(claim, field, None) or say.NOT_SAID))
            shown.add_row("", Text(field), Text(), Text(reading), Text(one_line(maker), style="dim"))
    return shown


# The trace names the parts of an event one by one.
_PARTS = {"event": ("type", "mode", "contexts", "acled")}


def _made_by(claim: Claim, mark: Mark) -> Text:
    makers = [claim.trace[key] for key in _PARTS.get(mark.field, (mark.field,)) if key in claim.trace]
    return Text(one_line("; ".join(makers)), style="dim")
