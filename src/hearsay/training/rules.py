"""The coding rules that an annotation must keep: which values go together, and which may not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hearsay.claims.counting import may_count
from hearsay.records import NOT_HAPPENED, Claim, Place, Span
from hearsay.training import vocabulary as vocab
from hearsay.training.notation import NotationError

_LATER = frozenset({"planned", "threatened", "hypothetical"})
_LOCAL_PATH = re.compile(r"(?<![\w.<])/(?:home|root|usr|var|tmp|work)/")


def may_be_later(status: str) -> bool:
    """Whether a claim of this status may speak of a day after publication."""
    return status in _LATER


def check_event(event_type: str, mode: str, sub: str, status: str, outcome: str) -> None:
    """Legal values, and status and outcome that fit each other."""
    if event_type not in vocab.EVENT_TYPES:
        raise NotationError(f"unknown event type {event_type!r}")
    if mode and mode not in vocab.MODES[event_type]:
        raise NotationError(f"{mode!r} is no mode of {event_type}")
    if sub != "-" and sub not in vocab.ACLED:
        raise NotationError(f"unknown ACLED sub-event type {sub!r}")
    if status not in vocab.STATUSES:
        raise NotationError(f"unknown status {status!r}")
    if outcome and outcome not in vocab.OUTCOMES:
        raise NotationError(f"unknown outcome {outcome!r}")
    if status in NOT_HAPPENED and (sub != "-" or outcome):
        raise NotationError("what did not happen has no ACLED event and no outcome")
    if outcome == "repelled" and status not in ("occurred", "ongoing"):
        raise NotationError("a repelled assault occurred")
    if (status == "attempted") != (outcome == "intercepted" or (outcome == "failed" and status == "attempted")):
        raise NotationError("attempted goes with the outcome intercepted or failed, intercepted with attempted")


def claim_problems(claim: Claim, text: str) -> Iterator[str]:
    """What is wrong with one claim."""
    start, end = claim.span
    if "\n\n" in text[start:end]:
        yield "the passage runs over a paragraph's end"
    if (claim.status == "denied") != (claim.attribution[0].stance == "denies"):
        yield "a denial has the status denied and a first speaker who denies"
    for nth, count in enumerate(claim.counts):
        if not may_count(claim.status, count.measure):
            yield f"count {nth}: {count.measure} in what did not happen"
        if count.part_of is not None:
            if not 0 <= count.part_of < len(claim.counts) or count.part_of == nth:
                yield f"count {nth}: part_of points nowhere"
            elif claim.counts[count.part_of].measure != count.measure:
                yield f"count {nth}: part of a count of another measure"
        if "\n\n" in text[min(count.span[0], start) : max(count.span[1], end)]:
            yield f"count {nth} stands in another paragraph"
    for where in claim.attribution[1:]:
        if where.stance != "asserts":
            yield "only the first speaker takes a stance"
    spans = [party.span for party in (*claim.actors, *claim.recipients)]
    if len(set(spans)) != len(spans):
        yield "the same words are two parties"


def report_problems(text: str, claims: Iterable[Claim], places: dict[Span, Place]) -> Iterator[str]:
    """What is wrong with a report as a whole."""
    if not text:
        yield "no text"
    if _LOCAL_PATH.search(text):
        yield "a local path in the text"
    seen: set[tuple[Span, str]] = set()
    for claim in claims:
        key = (claim.event.trigger.span, claim.event.type)
        if key in seen:
            yield f"two claims with the trigger {claim.event.trigger.text!r} and the type {claim.event.type}"
        seen.add(key)
        for place in (claim.place, claim.launched_from, *claim.other_places):
            if place and place.text and not any(place.span[0] < e and s < place.span[1] for s, e in places):
                yield f"the place {place.text!r} is not among the report's places"
