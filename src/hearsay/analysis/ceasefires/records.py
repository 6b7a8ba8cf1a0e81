"""What is said of ceasefires."""

from __future__ import annotations

from typing import Literal

from hearsay.analysis.said import Voice
from hearsay.records import Estimate, Place, Record, Status

Stance = Literal["alleged", "denied", "admitted"]


class Named(Record):
    """A party, by its neutral name."""

    name: str
    id: str | None


class Violation(Record):
    """What one voice says, in one passage, of a breach of a ceasefire."""

    stance: Stance
    accused: tuple[Named, ...]
    """Who broke it by this word, or is said by it not to have; none where nobody is named."""
    voice: Voice
    """Who says so: the alleger, or the denier."""
    first_day: str | None
    """None: on or before ``last_day``."""
    last_day: str | None
    place: Place | None
    acts: tuple[str, ...]
    """In what the breach is said to lie: ACLED's sub-event types, else PLOVER's types; none where it is not said."""
    number: Estimate | None
    """How many breaches it is said to have been; None where no number is given."""
    cue: str
    """The words that say "violation"."""
    passage: str
    outlet: str
    published: str | None
    claims: tuple[str, ...]
    incident: str | None


class Accusation(Record):
    """How often one voice accuses one party."""

    accused: Named | None
    """None: no party is named."""
    voice: Voice
    alleged: int
    denied: int
    """How often that same voice says that the party broke none."""
    first_day: str | None
    last_day: str | None
    places: tuple[str, ...]


class Agreement(Record):
    """A ceasefire that somebody is said to have agreed to, declared or announced."""

    parties: tuple[Named, ...]
    status: Status
    first_day: str | None
    """None: on or before ``last_day``."""
    last_day: str | None
    place: Place | None
    voice: Voice
    cue: str
    passage: str
    outlet: str
    published: str | None
    claim: str
    incident: str | None
