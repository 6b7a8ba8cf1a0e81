"""The values an annotation may use: the contract's, PLOVER modes and ACLED types from the codebook."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, get_args

from hearsay import records
from hearsay.codebook import table

MODES: Mapping[str, frozenset[str]] = MappingProxyType(
    {name: frozenset(entry["modes"]) for name, entry in table("event_types")["type"].items()}
)
"""PLOVER's event types and, for each, its modes."""

ACLED: Mapping[str, str] = MappingProxyType(
    {sub: event for event, subs in table("acled")["event_types"].items() for sub in subs}
)
"""ACLED's sub-event types and the event type of each."""

_PARTY_FIELDS = {
    "kind": records.PartyKind,
    "kind_basis": records.KindBasis,
    "certainty": records.Certainty,
    "groups": records.Group,
    "object_class": records.ObjectClass,
}
_COUNT_FIELDS = {
    "kind": records.PartyKind,
    "groups": records.Group,
    "object_class": records.ObjectClass,
    "scope": records.Scope,
}
_SPEAKER_FIELDS = {"kind": records.SpeakerKind, "stance": records.Stance, "anonymous": Literal["anonymous"]}


def _by_word(fields: Mapping[str, Any]) -> Mapping[str, str]:
    return MappingProxyType({word: field for field, values in fields.items() for word in get_args(values)})


PARTY_WORDS = _by_word(_PARTY_FIELDS)
"""Word → the Party field it fills; the literals of these fields do not overlap."""
COUNT_WORDS = _by_word(_COUNT_FIELDS)
SPEAKER_WORDS = _by_word(_SPEAKER_FIELDS)
EVENT_TYPES = frozenset(get_args(records.EventType))
STATUSES = frozenset(get_args(records.Status))
OUTCOMES = frozenset(get_args(records.Outcome))
MEASURES = frozenset(get_args(records.Measure))
SIDES = frozenset(get_args(records.Side))
RELATIONS = frozenset(get_args(records.RelationKind))
BASES = frozenset(get_args(records.TimeBasis))
ENTITY_TYPES = frozenset(get_args(records.EntityType))
SPEAKER_KINDS = frozenset(get_args(records.SpeakerKind))
