"""``acled-style``: one number of fatalities, after ACLED's published rules.

Source: ACLED Codebook and its FAQ on fatalities: the most reliable source; where reports differ or are vague, the most
conservative estimate; tens 10, dozens 12, hundreds 100; nothing said of deaths is 0; a total over several days is split
evenly with the remainder on the first. Injuries are not recorded, nor whose the dead are.
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.incidents.records import Figure, RuleEstimate
from hearsay.incidents.rules.evidence import Evidence
from hearsay.incidents.rules.reliable import reliable, valued
from hearsay.incidents.rules.rule import Rule, attributed, lowest
from hearsay.records import Estimate, Toll


def _acled_style(evidence: Evidence) -> RuleEstimate:
    evidence, notes = valued(evidence, "acled-style")
    figures = evidence.figures("killed")
    found = combine(figures)
    killed = None if found is None else Toll(low=found.low, best=found.best, high=found.high)
    if found is None:
        notes = (*notes, "no deaths are told of, where ACLED writes 0")
    elif evidence.is_period_total and evidence.days > 1 and found.best is not None:
        parts = ", ".join(str(n) for n in split(int(found.best), evidence.days))
        notes = (*notes, f"a total over {evidence.days} days, split by day: {parts}")
    return RuleEstimate(
        rule=ACLED_STYLE.name,
        version=ACLED_STYLE.version,
        killed=killed,
        inputs=figures,
        attributed=attributed(evidence, killed),
        notes=(*notes, *reliable(figures)[1]),
    )


def combine(figures: Sequence[Figure]) -> Estimate | None:
    """The lowest figure of the most reliable sources, as the one number."""
    chosen, _ = reliable(figures)
    least = lowest(f.best if f.best is not None else f.low for f in chosen)
    return None if least is None else Estimate(low=least, best=least, high=least)


def split(total: int, days: int) -> tuple[int, ...]:
    """A total over several days, evenly, the remainder on the first."""
    each, rest = divmod(total, days)
    return (each + rest, *(each for _ in range(days - 1)))


ACLED_STYLE = Rule("acled-style", 1, "ACLED Codebook; ACLED FAQ on fatalities", _acled_style)
