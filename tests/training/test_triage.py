"""Weights of words are learnt from whole texts: one telling sentence is enough."""

from __future__ import annotations

from collections.abc import Callable

import pytest

SPORT = "The coach praised the striker. The match was won late. The fans sang."
RAID = "The day was quiet. Gunmen raided the village. The market was open."


@pytest.fixture(autouse=True)
def _needs_torch(require: Callable[[str], None]) -> None:
    require("torch")


def test_words_that_tell_the_two_kinds_apart_and_no_corpus_by_its_style() -> None:
    from hearsay.reading.triage import Triage
    from hearsay.training.fitting.triage import Sample, fit_words

    raids = [Sample(RAID + " Reuter.", "wire", wanted=True)] * 10 + [Sample(RAID, "paper", wanted=True)] * 10
    sports = [Sample(SPORT, "wire", wanted=False)] * 10 + [Sample(SPORT, "paper", wanted=False)] * 10
    weights = fit_words([*raids, *sports])
    assert weights["raided"] > 0 > weights["coach"]
    assert "reuter" not in weights
    found = Triage(weights, threshold=100)
    assert max(found.scores(f"{SPORT} {RAID}")) == max(found.scores(RAID)) > max(found.scores(SPORT))


def test_the_same_seed_gives_the_same_weights() -> None:
    from hearsay.training.fitting.triage import Sample, fit_words

    samples = [Sample(RAID, c, wanted=True) for c in "ab" * 10] + [Sample(SPORT, c, wanted=False) for c in "ab" * 10]
    assert fit_words(samples, seed=1) == fit_words(samples, seed=1)
