"""The status of events that the reader alone found, by the grammar of their verb: invented sentences."""

from __future__ import annotations

import pytest

from hearsay.reading.both.statuses import with_the_verb
from hearsay.reading.events import EventSpan
from hearsay.reading.parse import parse
from hearsay.reading.tokens import tokens
from hearsay.records import EventType, Status

# sentence, trigger, type, status
ROWS: list[tuple[str, str, EventType, Status]] = [
    # it goes on
    ("The militia has kept the village shut since June.", "kept", "COERCE", "ongoing"),
    ("Fighting for the town of Kaya continues for a third day.", "Fighting", "ASSAULT", "ongoing"),
    ("The battle for the port has raged into its third week.", "battle", "ASSAULT", "ongoing"),
    ("Four herders are still missing.", "missing", "ASSAULT", "occurred"),
    # no effect, or stopped in time
    ("A pistol pointed at the sheikh jammed.", "jammed", "ASSAULT", "attempted"),
    ("The trader was nearly carried off.", "carried off", "ASSAULT", "attempted"),
    ("Sappers lifted a mine beside the school.", "lifted", "ASSAULT", "thwarted"),
    ("Officers foiled an operation to kill the judge.", "foiled", "ASSAULT", "thwarted"),
    ("Agents detained three men who were preparing to blow up a train.", "blow up", "ASSAULT", "thwarted"),
    ("The town took seven shells.", "took", "ASSAULT", "occurred"),
    # intended
    ("The unions called a strike for Friday.", "strike", "PROTEST", "planned"),
    ("The strike called by the unions closed the port.", "strike", "PROTEST", "occurred"),
    ("The government will train pilots and deliver two boats.", "deliver", "AID", "planned"),
    ("The fleet will hold live-fire drills off the coast.", "drills", "MOBILIZE", "planned"),
    ("Talks on prisoners are to begin in May.", "Talks", "CONSULT", "planned"),
    ("The governor promised to hand two officers to the police.", "hand", "COERCE", "planned"),
    ("The two sides agreed to lift the ban.", "lift", "RETREAT", "planned"),
    ("The police had set up roadblocks.", "roadblocks", "MOBILIZE", "occurred"),
    # nobody vouches for it
    ("Elders warned of a possible attack on the camp.", "attack", "ASSAULT", "hypothetical"),
    ("A summit in Bol is possible this week.", "summit", "CONSULT", "hypothetical"),
    ("The mayors are considering leaving the town.", "leaving", "RETREAT", "hypothetical"),
    ("Monitors fear reprisals against the herders.", "reprisals", "ASSAULT", "hypothetical"),
    ("A strike on the port could cost many lives.", "strike", "ASSAULT", "hypothetical"),
    ("In a letter that could not be verified, the band claimed the bombing.", "bombing", "ASSAULT", "occurred"),
    # a threat is one, whatever it hangs on
    ("We will fire if they resupply their camps.", "fire", "THREATEN", "threatened"),
]


@pytest.mark.parametrize(("text", "trigger", "kind", "status"), ROWS, ids=[r[0][:60] for r in ROWS])
def test_the_verb_is_heard(text: str, trigger: str, kind: EventType, status: Status) -> None:
    assert with_the_verb(_event(text, trigger, kind), parse(tokens(text, (0, len(text))))).status == status


def test_a_denial_that_the_reader_sees_stays_one() -> None:
    text = "The militia had threatened nobody."
    event = _event(text, "threatened", "THREATEN", "denied")
    assert with_the_verb(event, parse(tokens(text, (0, len(text))))).status == "denied"


def test_who_is_denied_access_is_refused_it() -> None:
    text = "Militiamen denied the monitors access to the site."
    event = _event(text, "denied", "COERCE", "denied")
    assert with_the_verb(event, parse(tokens(text, (0, len(text))))).status == "occurred"


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("He confirmed the raid but denied any losses.", "raid", "occurred"),
        ("He confirmed the raid although he denied that it was his.", "raid", "occurred"),
        ("He denied the raid but confirmed the arrests.", "raid", "denied"),
        ("The raid never happened, he said, denying it.", "raid", "denied"),
    ],
)
def test_what_is_granted_before_a_denial_occurred(text: str, trigger: str, status: str) -> None:
    event = _event(text, trigger, "ASSAULT", "denied")
    assert with_the_verb(event, parse(tokens(text, (0, len(text))))).status == status


def _event(text: str, trigger: str, kind: EventType, status: Status = "occurred") -> EventSpan:
    start = text.index(trigger)
    span = (start, start + len(trigger))
    return EventSpan(
        type=kind,
        mode=None,
        trigger=span,
        span=span,
        sentence=0,
        actors=(),
        recipients=(),
        victims=(),
        weapons=(),
        status=status,
        outcome="unknown",
        territory=False,
        disrupted=False,
        weak=False,
        clash=False,
        effect=False,
        refers=False,
        why={"type": "reader", "status": "reader"},
        read=("model",),
    )
