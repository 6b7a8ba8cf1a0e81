"""Numeric expressions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.claims.numbers import NumberFound, find_numbers

N = None


def _numbers(text: str) -> tuple[NumberFound, ...]:
    return find_numbers(text, (0, len(text)))


@pytest.mark.parametrize(
    ("text", "words", "low", "best", "high"),
    [
        ("12 rebels", "12", 12, 12, 12),
        ("twelve rebels", "twelve", 12, 12, 12),
        ("twenty-two rebels", "twenty-two", 22, 22, 22),
        ("twenty two rebels", "twenty two", 22, 22, 22),
        ("1,200 rebels", "1,200", 1200, 1200, 1200),
        ("1 200 rebels", "1 200", 1200, 1200, 1200),
        ("1,00,000 people", "1,00,000", 100000, 100000, 100000),
        ("0.5 million people", "0.5 million", 500000, 500000, 500000),
        ("1.5 lakh people", "1.5 lakh", 150000, 150000, 150000),
        ("half a million people", "half a million", 500000, 500000, 500000),
        ("two and a half million people", "two and a half million", 2500000, 2500000, 2500000),
        ("two hundred and fifty men", "two hundred and fifty", 250, 250, 250),
        ("hundred and twenty men", "hundred and twenty", 120, 120, 120),
        ("three thousand five hundred men", "three thousand five hundred", 3500, 3500, 3500),
        ("a hundred men", "a hundred", 100, 100, 100),
        ("a dozen men", "a dozen", 12, 12, 12),
        ("half a dozen men", "half a dozen", 6, 6, 6),
        ("half-a-dozen men", "half-a-dozen", 6, 6, 6),
        ("two dozen men", "two dozen", 24, 24, 24),
        ("both men", "both", 2, 2, 2),
        ("over 60 men", "over 60", 61, 61, N),
        ("more than a dozen men", "more than a dozen", 13, 13, N),
        ("well over 100 men", "well over 100", 101, 101, N),
        ("at least 15 men", "at least 15", 15, 15, N),
        ("no fewer than a dozen men", "no fewer than a dozen", 12, 12, N),
        ("40 or more men", "40 or more", 40, 40, N),
        ("up to 40 men", "up to 40", N, N, 40),
        ("as many as 40 men", "as many as 40", N, N, 40),
        ("no more than 40 men", "no more than 40", N, N, 40),
        ("fewer than 10 men", "fewer than 10", N, N, 9),
        ("nearly 600 men", "nearly 600", N, 600, N),
        ("some 340 men", "some 340", N, 340, N),
        ("an estimated 200 men", "an estimated 200", N, 200, N),
        ("around 50 men", "around 50", N, 50, N),
        ("20 or so men", "20 or so", N, 20, N),
        ("between 30 and 40 men", "between 30 and 40", 30, N, 40),
        ("30-40 men", "30-40", 30, N, 40),
        ("30–40 men", "30–40", 30, N, 40),
        ("three to five men", "three to five", 3, N, 5),
        ("two or three men", "two or three", 2, N, 3),
        ("2 to 3 million men", "2 to 3 million", 2000000, N, 3000000),
        ("about 20 to 30 men", "about 20 to 30", 20, N, 30),
        ("dozens of men", "dozens", 24, 24, N),
        ("scores of men", "scores", 40, 40, N),
        ("hundreds of men", "hundreds", 200, 200, N),
        ("tens of thousands of men", "tens of thousands", 20000, 20000, N),
        ("hundreds of thousands of men", "hundreds of thousands", 200000, 200000, N),
        ("several men", "several", 3, 3, N),
        ("several hundred men", "several hundred", 300, 300, N),
        ("a few men", "a few", 3, 3, N),
        ("a sum of 50 men", "a sum of 50", 50, 50, 50),
        ("a total of about 80 men", "a total of about 80", N, 80, N),
        ("TWENTY-FIVE MEN", "TWENTY-FIVE", 25, 25, 25),
    ],
)
def test_expression(text: str, words: str, low: float | None, best: float | None, high: float | None) -> None:
    (found,) = _numbers(text)
    assert text[slice(*found.span)] == words
    assert (found.low, found.best, found.high) == (low, best, high)


@pytest.mark.parametrize(
    "text",
    [
        "on 12 February 2020",
        "on 12February 2020",
        "on Feb. 9",
        "on June 4, 2014",
        "since 2014",
        "at 5 p.m.",
        "at 8.30pm",
        "at 2:30",
        "0630 hours",
        "Ravi Kumar (35) spoke",
        "Ravi Kumar, 35, spoke",
        "a 35-year-old man",
        "aged 35",
        "a two-day battle",
        "INR 2,000",
        "$5 million",
        "Rs. 500",
        "20 percent",
        "20% of",
        "an M-16 rifle",
        "an AK- 47 rifle",
        "a 9mm pistol",
        "a .303 rifle",
        "the 3rd Brigade",
        "Division 25",
        "Highway 31",
        "no one",
        "one another",
        "24/7",
        "won 2-1",
        "99999999999999",
    ],
)
def test_no_expression(text: str) -> None:
    assert _numbers(text) == ()


def test_a_day_before_a_number_is_told_from_it() -> None:
    text = "On June 4 12 people died"
    assert [text[slice(*n.span)] for n in _numbers(text)] == ["12"]


def test_a_rise_is_two_figures() -> None:
    assert [n.best for n in _numbers("The toll rose from 12 to 31")] == [12, 31]


def test_approximate_and_vague() -> None:
    dozens, about, exact, couple = _numbers("dozens ; about 50 ; 50 ; a couple of men")
    assert (dozens.approximate, dozens.vague) == (True, True)
    assert (about.approximate, about.vague) == (True, False)
    assert (exact.approximate, exact.vague) == (False, False)
    assert (couple.approximate, couple.best) == (True, 2)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("another eight men", "additional"),
        ("eight more men", "additional"),
        ("a further 30 men", "additional"),
        ("all five men", "all"),
        ("five men", "stated"),
    ],
)
def test_relation(text: str, relation: str) -> None:
    assert [n.relation for n in _numbers(text)] == [relation]


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_gives_numbers_in_order(text: str) -> None:
    found = _numbers(text)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))
    assert all(0 <= n.span[0] < n.span[1] <= len(text) for n in found)
