"""The coding contract, version 1, as frozen records: what ``hearsay code`` prints.

Every record is immutable and refuses unknown fields. A :class:`Mention` points at the article's text: its ``text``
is exactly ``article.text[start:end]`` (Unicode code points), and a :class:`Coding` in which one does not is refused.
``hearsay schema`` prints these models as JSON Schema.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Span = tuple[int, int]
"""Start and end offset in ``article.text``, in Unicode code points; the end is exclusive."""

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal[
    "occurred", "ongoing", "attempted", "thwarted", "planned", "threatened", "denied", "hypothetical"
]  # fmt: skip
Outcome = Literal["succeeded", "repelled", "intercepted", "failed", "unknown"]
PartyKind = Literal[
    "state_forces", "rebel_group", "political_militia", "identity_militia", "rioters", "protesters", "civilians",
    "external_forces", "government", "organisation", "person", "object", "unknown",
]  # fmt: skip
KindBasis = Literal["named", "registry", "asserted", "inferred"]
Certainty = Literal["stated", "suspected", "self_claimed"]
Group = Literal["women", "children", "medics", "aid_workers", "journalists", "prisoners", "displaced"]
ObjectClass = Literal[
    "hospital", "school", "market", "place_of_worship", "camp", "power", "water", "bridge", "vehicle", "aircraft",
    "ship", "building", "ammunition", "other",
]  # fmt: skip
Measure = Literal[
    "killed", "injured", "casualties", "neutralised", "bodies", "captured", "kidnapped", "missing", "surrendered",
    "arrested", "displaced", "evacuated", "present", "destroyed", "damaged", "seized", "area_km2", "settlements",
]  # fmt: skip
Side = Literal["actor", "recipient", "civilians", "unknown"]
Scope = Literal["event", "additional", "running_total", "period_total"]
SpeakerKind = Literal[
    "official", "military", "armed_group", "witness", "medic", "monitor", "agency", "outlet", "resident", "expert",
    "unknown",
]  # fmt: skip
Stance = Literal["asserts", "denies", "admits", "claims_responsibility", "cannot_confirm"]
RelationKind = Literal["near", "direction", "distance", "between", "part_of"]
TimeBasis = Literal["explicit", "relative", "publication"]
EntityType = Literal[
    "organisation", "person", "location", "military_platform", "vehicle", "weapon", "nationality", "quantity",
    "temporal", "money", "document", "url",
]  # fmt: skip
AttributionKind = Literal["direct", "indirect", "mixed"]
DisputeField = Literal["occurrence", "responsibility", "toll", "victim_status", "place", "date"]
FieldOrigin = Literal["json-ld", "meta", "label", "guess"]


class Record(BaseModel):
    """A frozen record that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Mention(Record):
    """Words of the article: ``text`` is exactly ``article.text[span[0]:span[1]]``."""

    text: str
    span: Span

    @model_validator(mode="after")
    def _fits(self) -> Self:
        start, end = self.span
        if not (0 <= start <= end and end - start == len(self.text)):
            raise ValueError(f"a Mention's text must be its slice: {self.text!r} is not {end - start} long at {start}")
        return self


def mention(text: str, span: Span) -> Mention:
    """The Mention of ``span`` in the article text."""
    return Mention(text=text[span[0] : span[1]], span=span)


class Label(Mention):
    """A loaded word used for a party."""

    stance: Literal["pejorative", "honorific"]
    holder: int | None = None
    """Index into the claim's ``attribution``: whose word it is."""


class Party(Mention):
    """Who did it or who it was done to."""

    name: str | None = None
    id: str | None = None
    kind: PartyKind = "unknown"
    kind_basis: KindBasis = "inferred"
    certainty: Certainty = "stated"
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    groups: tuple[Group, ...] = ()
    object_class: ObjectClass | None = None
    sponsors: tuple[Mention, ...] = ()
    label: Label | None = None


class Point(Record):
    """WGS 84, in degrees."""

    lat: float
    lon: float


class Relation(Record):
    """How the place stands to the named place."""

    kind: RelationKind
    bearing: float | None = None
    """Degrees clockwise from north."""
    distance_km: float | None = None
    other: Mention | None = None


class Candidate(Record):
    """A place the name could also mean."""

    name: str
    id: str
    lat: float
    lon: float
    country: str | None = None
    admin1: str | None = None
    score: float


class Place(Mention):
    """A toponym, resolved or not. An unresolved one keeps its words and has no coordinates."""

    name: str | None = None
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: int | None = Field(default=None, ge=1, le=7)
    """UCDP where_prec."""
    country: str | None = None
    country_claims: tuple[str, ...] = ()
    admin1: str | None = None
    admin2: str | None = None
    relation: Relation | None = None
    anchor: Point | None = None
    candidates: tuple[Candidate, ...] = Field(default=(), max_length=5)


class Time(Record):
    """When it happened. ``span`` is null when taken from the dateline."""

    text: str
    span: Span | None
    start: str | None
    """ISO date or datetime; null: on or before ``end``."""
    end: str | None
    precision: int = Field(ge=1, le=5)
    """UCDP date_prec."""
    basis: TimeBasis


class Count(Mention):
    """A number of people or things, as said."""

    measure: Measure
    of: str | None = None
    kind: PartyKind | None = None
    groups: tuple[Group, ...] = ()
    object_class: ObjectClass | None = None
    side: Side = "unknown"
    party: str | None = None
    """``actors[0]``, ``recipients[1]`` … or null."""
    low: float | None = None
    best: float | None = None
    high: float | None = None
    approximate: bool = False
    vague: bool = False
    scope: Scope = "event"
    as_of: str | None = None
    part_of: int | None = None
    """Index of the count of the same claim that includes this one."""


class Speaker(Record):
    """One link of the chain. ``span`` is null for the publisher."""

    text: str
    span: Span | None
    name: str | None = None
    id: str | None = None
    affiliation: str | None = None
    country: str | None = None
    kind: SpeakerKind = "unknown"
    anonymous: bool = False
    cue: Mention | None = None
    stance: Stance = "asserts"
    hedge: Mention | None = None


class Acled(Record):
    """ACLED's event and sub-event type."""

    event_type: str
    sub_event_type: str


class Event(Record):
    """What is said to have happened, in PLOVER's and ACLED's terms."""

    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    acled: Acled | None = None
    trigger: Mention


class Claim(Record):
    """One reported happening, as one source put it."""

    id: str
    span: Span
    event: Event
    status: Status
    outcome: Outcome
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    weapons: tuple[Mention, ...] = ()
    place: Place | None = None
    other_places: tuple[Place, ...] = ()
    launched_from: Place | None = None
    time: Time | None = None
    counts: tuple[Count, ...] = ()
    attribution: tuple[Speaker, ...]
    coding_confidence: float = Field(ge=0, le=1)
    trace: dict[str, str] = Field(default_factory=dict)


class Estimate(Record):
    """A toll: lowest, best and highest figure; null is unstated or unbounded."""

    low: float | None
    best: float | None
    high: float | None


class Toll(Estimate):
    """A toll with its parts per kind of victim and per party."""

    by_kind: dict[str, Estimate] = Field(default_factory=dict)
    by_party: dict[str, Estimate] = Field(default_factory=dict)


class Origin(Record):
    """A speaker at the start of the chains, and the claims that come from it."""

    name: str
    affiliation: str | None = None
    claims: tuple[str, ...]


class Dispute(Record):
    """A field on which the claims contradict each other."""

    field: DisputeField
    claims: tuple[str, ...]


class Incident(Record):
    """This article's claims about one real-world event, merged."""

    id: str
    claims: tuple[str, ...]
    event: Event
    status: Status
    outcome: Outcome
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Place | None = None
    time: Time | None = None
    killed: Toll | None = None
    injured: Toll | None = None
    origins: tuple[Origin, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    rule: str


class Attribution(Record):
    """Somebody is said to have said something. ``source`` may be missing."""

    source: Mention | None
    cue: Mention | None
    content: Mention
    kind: AttributionKind


class Entity(Mention):
    """A named or described thing. A ``private`` person is never published."""

    type: EntityType
    private: bool = False


class Dateline(Record):
    """The place and agency at the head of a wire report: ``TEHRAN (defapress) -``."""

    place: str | None = None
    agency: str | None = None


class Reprint(Record):
    """Most of a text, or of an earlier one, is the same as in that earlier article of the run."""

    origin: str
    """The earlier article's ``id``."""
    share: float = Field(ge=0, le=1)
    """Of this article's word triples, those that stand in the origin."""


class Article(Record):
    """A clean text and where it came from."""

    id: str
    key: str
    version: str
    input: str
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    headline: str | None = None
    lede: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    agency_id: str | None = None
    published: str | None = None
    updated: str | None = None
    tags: tuple[str, ...] = ()
    text: str
    sha256: str
    retrieved: str | None = None
    origin_of: dict[str, FieldOrigin] = Field(default_factory=dict)
    reprint: Reprint | None = None


class Problem(Record):
    """What could not be done."""

    code: str
    message: str
    span: Span | None = None


class Coder(Record):
    """What made the coding, so that it can be made again."""

    package: str
    model: str | None
    gazetteer: str
    registry: str
    codebook: str
    triage: bool = False
    """Whether articles without a word of conflict were kept unread."""


class Coding(Record):
    """One article, coded."""

    article: Article
    attributions: tuple[Attribution, ...] = ()
    places: tuple[Place, ...] = ()
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    incidents: tuple[Incident, ...] = ()
    problems: tuple[Problem, ...] = ()
    coder: Coder

    @model_validator(mode="after")
    def _every_mention_slices_back(self) -> Self:
        text = self.article.text
        for where, words, (start, end) in spans_of(self):
            if text[start:end] != words:
                raise ValueError(f"{where}: {words!r} is not the article's text at {start}:{end}")
        return self


def spans_of(record: Record, where: str = "coding") -> Iterator[tuple[str, str, Span]]:
    """Every (path, text, span) below ``record`` that points at the article's text."""
    fields = record.__dict__  # pydantic's own store of the fields: this runs over every coding that is made or read
    text, span = fields.get("text"), fields.get("span")
    if isinstance(text, str) and span is not None:
        yield where, text, span
    for name, value in fields.items():
        if isinstance(value, Record):
            yield from spans_of(value, f"{where}.{name}")
        elif isinstance(value, tuple):
            for k, item in enumerate(value):
                if isinstance(item, Record):
                    yield from spans_of(item, f"{where}.{name}[{k}]")


NOT_HAPPENED: frozenset[Status] = frozenset({"planned", "threatened", "hypothetical", "denied"})
"""Statuses of which no act is said to have been done: no toll is counted."""


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two ranges, of characters or of words, share any; their ends are exclusive."""
    return one[0] < other[1] and other[0] < one[1]


def inside(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    """Whether one range lies in the other, or is the same; their ends are exclusive."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
