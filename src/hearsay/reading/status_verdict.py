"""What the grammar makes of an event: did it happen, and with what outcome."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.codebook import table
from hearsay.records import Outcome, Status

DENIALS = frozenset(table("statuses")["denied"]["governors"])


@dataclass(frozen=True, slots=True)
class Verdict:
    """Status and outcome, and the word that decided."""

    status: Status
    outcome: Outcome
    why: str
