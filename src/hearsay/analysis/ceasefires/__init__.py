"""Ceasefires: who agreed to which, and who is said by whom to have broken one."""

from __future__ import annotations

from hearsay.analysis.ceasefires.agreements import agreements
from hearsay.analysis.ceasefires.records import Accusation, Agreement, Violation
from hearsay.analysis.ceasefires.violations import accusations, violations

__all__ = ["Accusation", "Agreement", "Violation", "accusations", "agreements", "violations"]
