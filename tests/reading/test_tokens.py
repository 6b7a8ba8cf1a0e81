"""Words and their parts of speech, where the event rules lean on them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.reading.tokens import Token, noun_lemma, tokens


def read(text: str) -> tuple[Token, ...]:
    return tokens(text, (0, len(text)))


def tag_of(text: str, word: str) -> str:
    return next(t.tag for t in read(text) if t.text == word)


SPLITS = [
    ("The rebels' attack", ["The", "rebels", "'", "attack"]),
    ("Syria’s army", ["Syria", "’s", "army"]),
    ("a 16-year-old boy", ["a", "16-year-old", "boy"]),
    ("1,200 of them", ["1,200", "of", "them"]),
    ("the U.S. embassy", ["the", "U.S.", "embassy"]),
    ("122mm rockets", ["122mm", "rockets"]),
    ("al-Shabaab’s men", ["al-Shabaab", "’s", "men"]),
    ("(M23) rebels", ["(", "M23", ")", "rebels"]),
    ("RSF-held Nyala", ["RSF-held", "Nyala"]),
    ("at 5 a.m.", ["at", "5", "a.m."]),
    ("Ba'ath fighters", ["Ba'ath", "fighters"]),
]


@pytest.mark.parametrize(("text", "expected"), SPLITS, ids=[s[0] for s in SPLITS])
def test_words(text: str, expected: list[str]) -> None:
    assert [t.text for t in read(text)] == expected


# sentence, word, its tag: words that are both noun and verb, adjectives made of verbs, names and numbers
TAGS = [
    ("Troops advanced towards Bakhmut.", "advanced", "VERB"),
    ("Police recovered a can bomb.", "can", "NOUN"),
    ("The attack failed.", "attack", "NOUN"),
    ("They attack villages.", "attack", "VERB"),
    ("Rebels attack the base.", "attack", "VERB"),
    ("Air strikes killed six.", "strikes", "NOUN"),
    ("Strikes hit the port.", "Strikes", "NOUN"),
    ("Gunmen shot a judge.", "shot", "VERB"),
    ("A shot was heard.", "shot", "NOUN"),
    ("Shells hit a clinic.", "Shells", "NOUN"),
    ("Shells hit a clinic.", "hit", "VERB"),
    ("Two wounded soldiers fled.", "wounded", "ADJ"),
    ("12 killed, 20 wounded", "killed", "VERB"),
    ("The killing of a priest", "killing", "NOUN"),
    ("Fighting around the camp killed two.", "Fighting", "NOUN"),
    ("They are fighting in Goma.", "fighting", "VERB"),
    ("Two children died from Israeli shelling in Rafah.", "shelling", "NOUN"),
    ("He saw soldiers from Donetsk shelling the town.", "shelling", "VERB"),
    ("Armed men came.", "Armed", "ADJ"),
    ("The army fired at them.", "fired", "VERB"),
    ("Soldiers opened fire.", "fire", "NOUN"),
    ("Police fire on the crowd.", "fire", "VERB"),
    ("They planned to bomb the bridge.", "bomb", "VERB"),
    ("A bomb killed six.", "bomb", "NOUN"),
    ("Six died in Mopti.", "Mopti", "PROPN"),
    ("at least 12 people", "least", "ADV"),
    ("They said that troops fled.", "that", "SCONJ"),
    ("those who fled", "those", "PRON"),
    ("REBELS SHELLED THE PORT.", "SHELLED", "VERB"),
    ("REBELS SHELLED THE PORT.", "PORT", "NOUN"),
    ("The men were killed.", "were", "AUX"),
    ("a government-backed group", "government-backed", "ADJ"),
    ("Helicopters dropped barrel bombs on Daraya.", "bombs", "NOUN"),
    ("A roadside bomb that hit a van killed three.", "bomb", "NOUN"),
    ("Suspected rebels fled.", "Suspected", "ADJ"),
    ("Soldiers beat villagers.", "beat", "VERB"),
    ("Police say two boys were stabbed.", "say", "VERB"),
    ("He is suspected of planning an attack.", "planning", "VERB"),
    ("Fighting erupted on 4 May 2021.", "May", "PROPN"),
    ("Gunmen killed farmers harvesting rice.", "harvesting", "VERB"),
    ("They fired on labourers building a road.", "building", "VERB"),
    ("They hit the Sixth Division headquarters on Monday.", "headquarters", "NOUN"),
    ("Doctors Without Borders said so.", "Without", "PROPN"),
    ("Some of the marchers threw bricks.", "Some", "NUM"),
    ("They died in overnight raids on three villages.", "raids", "NOUN"),
    ("Villagers fled overnight to Bara.", "overnight", "ADV"),
    ("They warned that further attacks on towns would follow.", "attacks", "NOUN"),
    ("They asked it to release jailed politicians.", "jailed", "ADJ"),
    ("Some marchers threw bricks.", "Some", "DET"),
    ("They came without weapons.", "without", "ADP"),
    ("Jets hit a weapons training camp.", "training", "NOUN"),
    ("Villagers meeting in the school fled.", "meeting", "NOUN"),
]


@pytest.mark.parametrize(("text", "word", "tag"), TAGS, ids=[f"{w} in {t[:40]}" for t, w, _ in TAGS])
def test_tags(text: str, word: str, tag: str) -> None:
    assert tag_of(text, word) == tag


# what is wrong, sentence, word, its tag
FAULTS = [
    ("a plural noun before left", "Army raids left nine dead.", "raids", "NOUN"),
]


@pytest.mark.parametrize(
    ("text", "word", "tag"), [pytest.param(*r, marks=pytest.mark.xfail(strict=True, reason=why)) for why, *r in FAULTS]
)
def test_known_faults(text: str, word: str, tag: str) -> None:
    assert tag_of(text, word) == tag


def test_a_contracted_not_is_a_word() -> None:
    assert [t.text for t in read("They didn't fire.")] == ["They", "did", "n't", "fire", "."]


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Warplanes struck.", "Warplanes", "warplane"),
        ("UAVS HIT THE DEPOT.", "UAVS", "uav"),
        ("Militiamen fled.", "Militiamen", "militiaman"),
        ("HOSTAGES WERE FREED.", "HOSTAGES", "hostage"),
        ("The mass fled.", "mass", "mass"),
    ],
)
def test_noun_lemmas_whatever_the_case(text: str, word: str, lemma: str) -> None:
    assert noun_lemma(next(t for t in read(text) if t.text == word)) == lemma


@settings(max_examples=80, deadline=None, derandomize=True, database=None)
@given(st.text(max_size=80))
def test_tokens_slice_back_and_keep_every_mark(text: str) -> None:
    words = read(text)
    assert all(text[t.start : t.end] == t.text and t.lower == t.text.lower() for t in words)
    assert all(a.end <= b.start for a, b in pairwise(words))


def test_offsets_are_those_of_the_article() -> None:
    text = "Quiet. Shells fell."
    assert [(t.text, t.start) for t in tokens(text, (7, len(text)))] == [("Shells", 7), ("fell", 14), (".", 18)]
