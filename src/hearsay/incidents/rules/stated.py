"""``stated``, the default: every origin one vote, no discount.

Source: Hearsay's contract. Between origins low is the lowest, high the highest (open where the largest is), best what
most origins say; ties, and how one origin's own figures are read, are told in ``incidents/toll.py``.
"""

from __future__ import annotations

from hearsay.incidents.records import RuleEstimate
from hearsay.incidents.rules.evidence import Evidence
from hearsay.incidents.rules.rule import Rule, attributed
from hearsay.incidents.toll import estimate


def _stated(evidence: Evidence) -> RuleEstimate:
    killed = estimate(evidence.heard.telling("killed"), "killed")
    return RuleEstimate(
        rule=STATED.name,
        version=STATED.version,
        killed=killed,
        injured=estimate(evidence.heard.telling("injured"), "injured"),
        inputs=(*evidence.figures("killed"), *evidence.figures("injured")),
        attributed=attributed(evidence, killed),
    )


STATED = Rule("stated", 1, "Hearsay's coding contract, version 1", _stated)
