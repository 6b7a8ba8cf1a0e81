"""A report that gives a toll and then tells of the dead one by one: "eight were killed … seven of them in the forest".

The details are the toll told again, not further dead: each is held against the first toll of the article, and together
they may not go past it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from hearsay.actors.people import ARMED
from hearsay.codebook import table
from hearsay.incidents.retold import names_of
from hearsay.incidents.same import parties_fit, places_fit, times_fit
from hearsay.records import NOT_HAPPENED, Claim, Count

_NAME = re.compile(r"(?<!\w)[A-Z][\w’'-]+")
_DISTRICT = 3
"""UCDP where_prec of a second-level region."""
_OPEN = frozenset({None, "unknown", "person"})


def is_detail(text: str, group: Sequence[Claim], claim: Claim, *, another: bool) -> bool:
    """The claim's dead are among those of the group's first claim, which tells of the whole.

    ``another``: the claim's sentence begins a further incident; it is a detail then only where the whole is said to be
    of several.
    """
    lead = group[0]
    whole, dead = _dead(lead), _dead(claim)
    if not whole or not dead or claim.span[0] < lead.span[1] or any(c.scope != "event" for c in dead):
        return False
    if another and not _of_several(text, lead):
        return False
    if _named_in(text, lead, dead):
        return True
    told = {frozenset((c.text, c.best) for c in _dead(one)): _size(_dead(one)) for one in group[1:]}
    rest = _size(whole) - sum(size for size in told.values() if size < _size(whole))
    return (
        _size(dead) <= rest
        and all(_may_be_of(count, lead.counts) for count in dead)
        and not _other_names(text, whole, dead)
        and (_of_several(text, lead) or (_by_name(dead) and _size(whole) > 1) or _placed(lead, claim, whole, dead))
        and times_fit(lead.time, claim.time)
        and parties_fit(lead, claim)
    )


def _dead(claim: Claim) -> list[Count]:
    """Its figures of the killed that are part of no other."""
    if claim.event.type != "ASSAULT" or claim.status in NOT_HAPPENED:
        return []
    return [c for c in claim.counts if c.measure == "killed" and c.part_of is None and c.best]


def _size(counts: Sequence[Count]) -> float:
    return sum(c.best or 0.0 for c in counts)


def _may_be_of(count: Count, whole: Sequence[Count]) -> bool:
    """Its kind is among those of the whole, parts included, or one of them is left open."""
    kinds = {c.kind for c in whole if c.measure == "killed"}
    general = any(c.of and c.of.lower() in table("incidents")["anybody"] for c in whole)
    unarmed = count.kind not in ARMED and bool(kinds - ARMED)
    return general or count.kind in _OPEN or count.kind in kinds or unarmed or bool(kinds & _OPEN)


def _by_name(dead: Sequence[Count]) -> bool:
    """One victim by full name: whoever counts the dead before names them after."""
    return len(dead) == 1 and dead[0].best == 1 and len(_NAME.findall(dead[0].text)) > 1


def _named_in(text: str, lead: Claim, dead: Sequence[Count]) -> bool:
    """The one victim stands by name in the sentence of the whole."""
    return _by_name(dead) and set(_NAME.findall(dead[0].text)) <= set(_NAME.findall(_sentence(text, lead)))


def _placed(lead: Claim, claim: Claim, whole: Sequence[Count], dead: Sequence[Count]) -> bool:
    """The places fit; or a whole of a district is told again in full, with the village's name."""
    wide = lead.place is None or (lead.place.precision or 1) >= _DISTRICT
    again = _size(whole) == _size(dead) > 1 and {c.kind for c in whole} == {c.kind for c in dead}
    return (wide and again) or places_fit(lead, claim)


def _other_names(text: str, whole: Sequence[Count], dead: Sequence[Count]) -> bool:
    """Both tell of a single victim, and the names that the text gives them have no word in common."""
    if _size(whole) != 1 or len(dead) != 1:
        return False
    first, second = (names_of(text, one) for one in (whole[0], dead[0]))
    return bool(first and second and not first & second)


def _of_several(text: str, lead: Claim) -> bool:
    """The sentence of the whole says that it happened in several places: "in two separate incidents"."""
    return _several().search(_sentence(text, lead).lower()) is not None


def _sentence(text: str, claim: Claim) -> str:
    """The words round the claim, from the full stop or line before it to the one after."""
    start = max(text.rfind(". ", 0, claim.span[0]), text.rfind("\n", 0, claim.span[0])) + 1
    end = text.find(". ", claim.span[1] - 1)
    return text[start : end if end >= 0 else len(text)]


@cache
def _several() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(cue) for cue in table('incidents')['several'])})\b")
