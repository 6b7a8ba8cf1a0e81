# ruff: noqa: E501  (one text a line)
"""Is an article about conflict, and which of its triggers may be taken at their word?"""

from __future__ import annotations

import pytest
from tests.builders import article, parsed

from hearsay.reading import read
from hearsay.reading.sentences import sentences
from hearsay.reading.topic import Topic, is_rehearsed, topic_of

# what it is, topic, text
TEXTS: list[tuple[str, Topic, str]] = [
    ("a raid", "conflict", "Rebels attacked a town in Ituri on Monday, killing nine villagers. Soldiers fired back and three gunmen died, the army said. Residents fled to a camp."),
    ("one line", "conflict", "Gunmen killed six farmers in Beni."),
    ("a police report", "conflict", "Police shot dead a robber in Lagos. He had attacked a trader with a knife."),
    ("a wire in capitals", "conflict", "GUERRILLAS ATTACKED A POST IN SAN VICENTE. SEVEN SOLDIERS DIED, A MILITARY SOURCE SAID."),
    ("a name of an armed group only", "conflict", "Hezbollah said on Monday that two of its men had died near the border."),
    ("tributes that are shared", "conflict", "Two men were killed in an airstrike on a car in Rafah. Relatives shared photographs of the dead, and an uncle shared a poem. A neighbour tried to reach them and shared what he saw; a colleague reviewed the list of names that the hospital had shared."),
    ("football", "elsewhere", "United attacked from the first whistle. The striker shot past the keeper after ten minutes and the visitors were under siege until half-time, when the referee sent off a defender for a raid down the left wing."),
    ("cricket", "elsewhere", "The bowler demolished the innings with a spell of six wickets. The batsman was bombarded with bouncers, and the match died before tea."),
    ("the stock market", "elsewhere", "Shares were hammered in a bloodbath on the stock market. Investors fled the bank after it was hit by a profit warning; the takeover battle would explode this quarter."),
    ("a film review", "elsewhere", "The film's battle scenes kill the drama, and its cast is under attack from critics. The director storms through the script; the audience laughed."),
    ("computing", "elsewhere", "Hackers attacked the bank's servers with a virus. The software company said the attack hit 200 players of the game."),
    ("diplomacy", "open", "The minister met his counterpart on Tuesday. They signed an agreement on fisheries and discussed the visit planned for June."),
    ("a walkout", "open", "The strike left commuters stranded for a second day."),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "text"), [pytest.param(topic, text, id=name) for name, topic, text in TEXTS])
def test_topics(topic: Topic, text: str) -> None:
    assert topic_of([parsed(text[a:b]) for a, b in sentences(text)]) == topic


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, topic, text in TEXTS if topic == "elsewhere"])
def test_figures_of_speech_are_no_force(text: str) -> None:
    assert [e for e in read(article(text)).events if e.type == "ASSAULT"] == []


# what it is, text, triggers of the assaults that stand
SUPPORTED = [
    ("a body that was hit", "Gunmen attacked a bus near Yola. Two soldiers were killed.", ["attacked", "killed"]),
    ("the attack on nobody by nobody", "Gunmen killed two men in Beni on Sunday. The attack shocked the government.", ["killed"]),
    ("a riot between sports pages", "Fans of the two football clubs fought in the stadium after the match, and police shot dead a supporter. The league and the referee blamed the coach.", ["shot dead"]),
    ("the dead of a flood", "Nine people died and forty were injured in flooding in the north. Police helped.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "triggers"), [pytest.param(*r, id=name) for name, *r in SUPPORTED])
def test_which_triggers_stand(text: str, triggers: list[str]) -> None:
    found = [text[slice(*e.trigger)] for e in read(article(text)).events if e.type == "ASSAULT"]
    assert found == triggers


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake killed 40 people and injured 200 in the mountains on Sunday. Police searched for bodies.",
        "Nine people were injured in floods in the north. A landslide hit a village. Police helped.",
        "A fire at a cafe killed 25 people in the capital. Police said a pan of oil had been left on.",
        "Laws were passed in 2002 following a blaze at an inn that killed 25 people. Police enforce them.",
        "A bus crash killed 12 people near Nakuru. Police said the driver lost control on a bend.",
    ],
)
def test_a_disaster_is_no_doer(text: str) -> None:
    assert [e for e in read(article(text)).events if e.type == "ASSAULT"] == []


DRILL = (
    "The navy held a drill on Monday. In the exercise, troops simulated an assault on a port. "
    "A drone attacked a mock ship and missiles destroyed two targets."
)


def test_what_an_exercise_plays_did_not_happen() -> None:
    assert is_rehearsed([parsed(DRILL[a:b]) for a, b in sentences(DRILL)])
    played = read(article(DRILL)).events
    assert played
    assert {e.status for e in played} == {"hypothetical"}
    assert {e.why["status"] for e in played} == {"drill"}


def test_who_objects_to_an_exercise_means_it() -> None:
    text = "The navies held a drill on Monday. In the exercise, troops assaulted a port. Norland condemned the drill."
    statuses = {event.type: event.status for event in read(article(text)).events}
    assert statuses["ASSAULT"] == "hypothetical"
    assert statuses["ACCUSE"] == "occurred"


def test_no_text_has_no_topic() -> None:
    assert topic_of([]) == "open"


def test_one_drill_is_no_rehearsal() -> None:
    text = "Rebels attacked soldiers on their way from a drill near Sake, killing four of them."
    assert not is_rehearsed([parsed(text)])


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked soldiers on their way from a drill near Sake, killing four of them.",
        "Rebels attacked the barracks in Sake on the anniversary of the coup, killing four soldiers.",
    ],
)
def test_a_drill_named_in_passing_plays_nothing(text: str) -> None:
    assert [e.status for e in read(article(text)).events] == ["occurred"]
