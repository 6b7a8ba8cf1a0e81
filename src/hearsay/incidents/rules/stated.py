"""``stated``, the default: every origin one vote, no discount.

Source: Hearsay's contract; best after the majority view of Every Casualty's definition paper. Between origins low is
the lowest, high the highest (open where the largest is), best what most origins say. Where several figures have as many
origins, it is the middle one of those, and of two middle ones the higher: counts rise as the dead are found, and of
Airwars' graded narratives more have it in their range than the lower one. So the figure is one that somebody told, who
speaks last has no second vote, and one low figure of an accused side does not set the toll; what a side claims of its
enemy is discounted by the other rules. How one origin's own figures are read is told in ``incidents/toll.py``.
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


STATED = Rule("stated", 3, "Hearsay's coding contract, version 1", _stated)
