"""The contract's names and the records', held against each other both ways.

The contract lies beside the repository (``HEARSAY_SHARED``, else ``../shared``); without it this skips.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest

from hearsay import records
from hearsay.records import Mention, Record

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("HEARSAY_SHARED") or ROOT.parent / "shared")
CONTRACT = SHARED / "contract" / "CONTRACT.md"

pytestmark = pytest.mark.skipif(not CONTRACT.is_file(), reason=f"the contract is not at {CONTRACT}")

NAME = re.compile(r"`([a-z][a-z0-9_]*)`")
LIST = re.compile(r"\w+(?: / \w+)+|[\w-]+(?:, [\w-]+)+|[A-Z]+(?: [A-Z]+)+")
MENTION = set(Mention.model_fields)

# Where the contract speaks of a record: the passage, the records whose fields it names, and the names in it
# that are something else (another record's key, a value, an example).
PASSAGES: list[tuple[str, tuple[type[Record], ...], set[str]]] = [
    ("row article", (records.Article, records.Dateline), set()),
    ("row attributions", (records.Attribution,), set()),
    ("row entities", (records.Entity,), set()),
    ("row problems", (records.Problem,), set()),
    ("row event", (records.Event, records.Acled), set()),
    ("row time", (records.Time,), set()),
    ("row attribution", (records.Speaker,), set()),
    ("A **Party**", (records.Party, records.Label), {"attribution", "external_forces"}),
    ("### Place", (records.Place, records.Relation, records.Point), set()),
    ("### Count", (records.Count,), set()),
    ("### Incident", (records.Incident, records.Toll, records.Origin, records.Dispute), {"code", "stated"}),
]

# What the records add to version 1 of the contract, compatibly: a field that may be null, and why.
EXTENSIONS: dict[str, set[str]] = {
    "row article": {"reprint"},  # part 2: copies found in one run, so that part 5 can count an origin once
}

# Where the contract lists a field's values: the passage, how the list begins, and the records' list.
VALUES = [
    ("row event", "PLOVER's 16: ", records.EventType),
    ("row status", "", records.Status),
    ("row outcome", "", records.Outcome),
    ("row attributions", "`kind` ", records.AttributionKind),
    ("row entities", "`type` (", records.EntityType),
    ("row time", "`basis` ", records.TimeBasis),
    ("row attribution", "`kind` (", records.SpeakerKind),
    ("row attribution", "`stance` (", records.Stance),
    ("A **Party**", "`kind` (", records.PartyKind),
    ("A **Party**", "`kind_basis` (", records.KindBasis),
    ("A **Party**", "`certainty` (", records.Certainty),
    ("A **Party**", "`groups` (", records.Group),
    ("A **Party**", "`object_class` (", records.ObjectClass),
    ("### Place", "{`kind`: ", records.RelationKind),
    ("### Count", "`measure` (", records.Measure),
    ("### Count", "`side` (", records.Side),
    ("### Count", "`scope` (", records.Scope),
    ("### Incident", "`disputes` (list: `field` ", records.DisputeField),
    ("row article", "taken from the page: ", records.FieldOrigin),
]


@cache
def _passages() -> dict[str, str]:
    """The rows of the contract's tables by their key, and its sections by how they begin."""
    text = CONTRACT.read_text(encoding="utf-8")
    found = {f"row {key}": cell for key, cell in re.findall(r"^\| `(\w+)` \| (.*) \|$", text, re.MULTILINE)}
    for keys, cell in re.findall(r"^\| ((?:`\w+`, )+`\w+`) \| (.*) \|$", text, re.MULTILINE):
        found |= {f"row {key}": cell for key in NAME.findall(keys)}
    for block in re.split(r"\n\n(?=A \*\*|#)", text):
        title = block.split("\n", 1)[0] if block.startswith("#") else block.split(" is ", 1)[0]
        found[title] = block
    return found


def _table(title: str) -> set[str]:
    """The keys of the one table of a section."""
    block = next(b for b in re.split(r"\n(?=##)", CONTRACT.read_text(encoding="utf-8")) if b.startswith(title))
    return {key for row in re.findall(r"^\| (`.*?) \|", block, re.MULTILINE) for key in NAME.findall(row)}


def _fields(kinds: tuple[type[Record], ...]) -> set[str]:
    """The records' field names; a Mention's own two are named once for all."""
    fields: set[str] = set()
    for kind in kinds:
        fields |= set(kind.model_fields) - (MENTION if issubclass(kind, Mention) else set())
    return fields


def test_the_coding_has_the_keys_of_its_table() -> None:
    assert _table("## Output") == set(records.Coding.model_fields)


def test_the_claim_has_the_keys_of_its_table() -> None:
    beside_place = {"other_places", "launched_from"} & set(NAME.findall(_passages()["row place"]))
    assert _table("### Claim") | beside_place == set(records.Claim.model_fields)


@pytest.mark.parametrize(("passage", "kinds", "others"), PASSAGES, ids=[p[0] for p in PASSAGES])
def test_records_have_the_names_of_the_contract(
    passage: str, kinds: tuple[type[Record], ...], others: set[str]
) -> None:
    said = set(NAME.findall(_passages()[passage])) - others
    fields = _fields(kinds)
    assert fields - said == EXTENSIONS.get(passage, set()), "in the records and not in the contract"
    assert said - fields - MENTION == set(), "in the contract and not in the records"


@pytest.mark.parametrize(("passage", "opening", "kind"), VALUES, ids=[f"{p}{o}" for p, o, _ in VALUES])
def test_value_lists_are_the_contracts(passage: str, opening: str, kind: Any) -> None:
    cell = _passages()[passage]
    assert opening in cell
    explained = re.compile(r"\s?(?:\[[^]]*\]|\([^)]*\))")
    rest = explained.sub("", cell[cell.index(opening) + len(opening) :].replace("`", ""))
    listed = LIST.match(rest)
    assert listed is not None
    assert re.split(r", | / | ", listed[0]) == list(get_args(kind))


def test_no_value_list_of_the_records_is_left_out() -> None:
    lists = {values for values in vars(records).values() if get_origin(values) is Literal}
    assert lists == {values for _, _, values in VALUES}


def test_a_mention_is_its_text_and_span() -> None:
    assert '`{"text": …, "span": [start, end]}`' in _passages()["A **Mention**"]
    assert {"text", "span"} == MENTION


def test_extensions_are_null_unless_there_is_something_to_say() -> None:
    assert records.Article.model_fields["reprint"].default is None
