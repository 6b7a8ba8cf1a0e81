"""``coding_confidence``: weights for all that is known, and the right order."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import event_span, party

from hearsay.claims.confidence import confidence, evidence
from hearsay.codebook import table
from hearsay.reading.model.labels import HEADS

RULES = event_span()
READ = replace(RULES, likely={name: dict.fromkeys(classes, 0.5) for name, classes in HEADS.items()})


def test_every_evidence_has_a_weight_and_every_weight_an_evidence() -> None:
    for name, event in (("rules", RULES), ("reader", READ)):
        assert set(table("confidence")[name]) == {"always", *evidence(event, [], [], [])}


def test_named_parties_and_a_likely_type_make_it_surer() -> None:
    sides = [party("the army", "state_forces")], [party("a clinic", "object")]
    assert confidence(RULES, [], [], []) < confidence(RULES, *sides, [])
    likely = replace(READ, likely={**READ.likely, "type": {**READ.likely["type"], "ASSAULT": 0.95}})
    assert confidence(READ, *sides, []) < confidence(likely, *sides, [])


def test_it_is_never_certain() -> None:
    assert all(0.02 <= confidence(event, [], [], []) <= 0.98 for event in (RULES, READ))
