"""Estimate rules: what number an incident's claims come to, each rule named, versioned and with its source.

Takes :class:`Evidence`, the claims of an incident by their origins; gives a :class:`RuleEstimate`.
"""

from __future__ import annotations

from hearsay.incidents.rules.acled_style import ACLED_STYLE
from hearsay.incidents.rules.evidence import Evidence
from hearsay.incidents.rules.independent_range import INDEPENDENT_RANGE
from hearsay.incidents.rules.rule import Rule
from hearsay.incidents.rules.stated import STATED
from hearsay.incidents.rules.ucdp_style import UCDP_STYLE

__all__ = ["RULES", "STATED", "Evidence", "Rule"]

RULES: dict[str, Rule] = {rule.name: rule for rule in (STATED, INDEPENDENT_RANGE, UCDP_STYLE, ACLED_STYLE)}
"""Every rule by its name, the default first."""
