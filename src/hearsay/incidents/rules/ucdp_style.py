"""``ucdp-style``: low, best and high as UCDP's Georeferenced Event Dataset describes them.

Source: Sundberg and Melander 2013; Högbladh, UCDP GED Codebook: best is the most likely figure, low and high the lowest
and the highest reliable ones; where reports of equal standing differ, the most conservative is best. UCDP's coders
weigh each source; this rule only sets a side of the conflict after those of no side.
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.incidents.records import Figure, RuleEstimate
from hearsay.incidents.rules.evidence import Evidence
from hearsay.incidents.rules.reliable import reliable, valued
from hearsay.incidents.rules.rule import Rule, attributed, highest, lowest, most_said, toll
from hearsay.records import Estimate


def _ucdp_style(evidence: Evidence) -> RuleEstimate:
    evidence, notes = valued(evidence, "ucdp-style")
    figures = evidence.figures("killed")
    killed = toll(evidence, "killed", combine)
    if evidence.is_period_total and evidence.days > 1:
        notes = (*notes, f"a total over {evidence.days} days, kept as one event (event_clarity 2)")
    return RuleEstimate(
        rule=UCDP_STYLE.name,
        version=UCDP_STYLE.version,
        killed=killed,
        inputs=figures,
        attributed=attributed(evidence, killed),
        notes=(*notes, *reliable(figures)[1]),
    )


def combine(figures: Sequence[Figure]) -> Estimate | None:
    """Over the most reliable: the lowest, what most say (ties to the lowest), the highest."""
    chosen, _ = reliable(figures)
    if not chosen:
        return None
    return Estimate(
        low=lowest(f.low for f in chosen),
        best=most_said(f.best if f.best is not None else f.low for f in chosen),
        high=highest(chosen),
    )


UCDP_STYLE = Rule("ucdp-style", 1, "Sundberg and Melander 2013; UCDP GED Codebook", _ucdp_style)
