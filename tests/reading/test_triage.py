"""The triage lets through whatever speaks of conflict anywhere, and passes over news of other things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.triage import LONGEST, PLAIN, Triage, stretches, triage

SPORT = (
    "The champions came from behind to win the match in the final minute. The coach praised his young striker, who had "
    "joined the club in the summer and scored twice in the league last week. The fans sang until the end. "
)
NEWS = [
    "Gunmen killed six farmers near Beni.",
    "Rebels shelled a market in Kafr Zita on Thursday, killing four civilians, a medic said.",
    "THE ARMY REPORTED THAT GUERRILLAS DYNAMITED A BRIDGE IN USULUTAN.",
    "The two governments signed a ceasefire agreement in Doha after weeks of talks between their envoys.",
    "Police fired tear gas at protesters who had marched on the parliament.",
]


@pytest.mark.parametrize("text", NEWS)
def test_reports_of_conflict_are_wanted(text: str) -> None:
    assert triage().wants(text)


@pytest.mark.parametrize("text", NEWS)
def test_one_sentence_is_enough_in_a_page_about_something_else(text: str) -> None:
    assert triage().wants(SPORT * 6 + text + " " + SPORT * 6)


def test_sport_is_passed_over_however_much_of_it_there_is() -> None:
    assert not triage().wants(SPORT)
    assert not triage().wants(SPORT * 200)


def test_a_text_without_known_words_is_a_stretch_like_any_other() -> None:
    chosen = Triage({"army": 200}, threshold=100)
    assert chosen.scores("")[-1:] == chosen.scores("...")[-1:] == chosen.scores("12 34")[-1:] == [0]
    assert not chosen.wants("")


def test_a_word_counts_once_in_a_sentence() -> None:
    chosen = Triage({"army": 200, "film": -100}, threshold=100)
    assert max(chosen.scores("army army army film")) == 100


def test_what_may_speak_of_conflict_is_read_unless_the_rest_speaks_of_something_else() -> None:
    chosen = Triage({"army": 150, "film": -500}, threshold=100)
    assert chosen.wants("The army. " + "A thing. " * 50)
    assert chosen.wants("The army. A film.")
    assert not chosen.wants("The army. " + "A film. " * 2)


def test_what_speaks_of_it_plainly_is_read_whatever_the_rest_says() -> None:
    chosen = Triage({"army": PLAIN, "film": -500}, threshold=100)
    assert chosen.wants("The army. " + "A film. " * 50)


def test_many_weak_words_are_nothing_plain_in_a_page_about_something_else() -> None:
    weak = dict.fromkeys("the party won every seat in this poll and will rule".split(), PLAIN // 10)
    chosen = Triage({**weak, "film": -500}, threshold=100)
    sentence = " ".join(weak) + ". "
    assert chosen.wants(sentence)
    assert not chosen.wants(sentence + "A film. " * 50)


@given(st.lists(st.sampled_from(["army", "the", "film.", "Army;"]), max_size=3 * LONGEST))
def test_every_word_is_in_a_stretch_and_none_is_too_long(words: list[str]) -> None:
    found = list(stretches(" ".join(words), {"army", "film", "the"}))
    assert frozenset().union(*found) == {word.strip(".;").lower() for word in words}
    assert len(found) <= len(words) + 1
