"""What an annotated report is: a contract :class:`Coding` written by hand, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.records import Coding, Span


@dataclass(frozen=True, slots=True)
class Annotated:
    """One report with everything that its text says, in the contract's terms.

    ``coding.claims`` are in the order of the file and complete: a passage without a claim is a negative,
    unless it overlaps one of ``ignored`` (analysts would differ there). ``coding.incidents`` is empty;
    ``incidents`` gives the claims (their indices) that tell of one real-world event. ``voice`` is the file's
    name: whole voices are held out.
    """

    id: str
    voice: str
    conflict: str
    coding: Coding
    ignored: tuple[Span, ...] = ()
    incidents: tuple[tuple[str, tuple[int, ...]], ...] = ()
