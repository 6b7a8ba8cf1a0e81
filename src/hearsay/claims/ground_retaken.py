"""Places that were taken and lost again within a day: they were only fought for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hearsay.claims.acled import fought_over
from hearsay.records import Claim

_RETAKEN = 8
"""Claims after the taking of a place among which its loss is looked for."""


def only_held(made: Sequence[Claim]) -> tuple[Claim, ...]:
    """A place that the other side took back within a day was only fought for."""
    out = []
    for k, claim in enumerate(made):
        if any(_takes_back(claim, later) for later in made[k + 1 : k + 1 + _RETAKEN]):
            event = claim.event.model_copy(update={"acled": fought_over(claim.event.acled)})
            out.append(claim.model_copy(update={"event": event}))
        else:
            out.append(claim)
    return tuple(out)


def _takes_back(taken: Claim, later: Claim) -> bool:
    """Another party takes the same place on that day or the next, as the text dates the two."""
    a, b = taken.time, later.time
    if a is None or b is None or a.start is None or b.start is None or taken.place is None or not later.actors:
        return False
    one_place = later.place is not None and taken.place.text.lower() == later.place.text.lower()
    others = not {p.name or p.text for p in taken.actors} & {p.name or p.text for p in later.actors}
    days = date.fromisoformat(b.start[:10]).toordinal() - date.fromisoformat(a.start[:10]).toordinal()
    took = later.event.acled is not None and fought_over(later.event.acled) != later.event.acled
    return took and one_place and others and 0 <= days <= 1
