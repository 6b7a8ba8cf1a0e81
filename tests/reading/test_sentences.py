"""Where sentences end: abbreviations, quotes, lists, headlines, wires and junk."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import cpu_seconds

from hearsay.reading.sentences import sentences

# The sentences of a text, divided by "|".
TEXTS = [
    "Two died.| Nine were hurt.",
    "Gen. Haftar's forces shelled Tripoli at 5 a.m. on Monday.| Two died.",
    "He was treated in the U.S. embassy.",
    "He was born in the U.S.| The army expelled him.",
    "The truce ended at 6 p.m.| The shelling resumed.",
    "The cabinet decided on a ceasefire from 2 a.m.| Hamas rejected it.",
    "At 2 a.m. Israeli troops left.| AT 6 P.M. GUERRILLAS BLEW UP A BRIDGE.",
    "The strike came at 2 a.m. Monday, at 2 a.m. GMT, at 4 a.m. Moscow time.",
    "Lt. Col. A. B. Musa was killed in Jan. 2014.| He was 40.",
    "No. 4 Battalion fell back.| It regrouped.",
    "The visit of St. John Smith ended.",
    "Maj. Gen. Odhiambo vs. Brig. Otieno: a feud.",
    "Prices rose 3.5 per cent.| Nobody noticed.",
    "Was it a drone?| Nobody knows.",
    "SUCHITOTO, 3 MAR (WIRE) -- [TEXT]| TROOPS CLASHED WITH REBELS.| [REPORTER]| WHO FELL?",
    "He was shot...| Then there was silence.",
    "“We fired first.”| The colonel smiled.",
    "“We fired first,” he said.| “They ran.”",
    "He said: “Fire!” and they fired.",
    "“Stop!” he cried.| Soldiers fired.",
    "(The army denied it.)| Two people died.",
    "A headline without a stop|\n\nA body begins.",
    "The toll: 12 dead.|\n- Six in Goma|\n- Six in Bunia",
    "TROOPS CLASHED NEAR SUCHITOTO.| FIVE DIED.",
    "See https://example.org/a.b for the list.| It is long.",
    "قتل ثلاثة.| وجرح اثنان.",
    "The police (Kano Div.) said so.",
    "Rebels of the M.F.D.C. attacked.| They fled.",
    "Line one\ngoes on here.| Line two.",
]

FAULTS = [
    ("an abbreviation may end its sentence before any capital", "They flew to the U.S.| Shelling resumed."),
    ("a lower-case name may open a sentence", "The town fell.| al-Shabaab held it for a day."),
]


def halves(divided: str) -> tuple[str, list[str]]:
    return divided.replace("|", ""), [part.strip() for part in divided.split("|")]


@pytest.mark.parametrize("divided", TEXTS, ids=lambda t: t[:50])
def test_sentences(divided: str) -> None:
    text, expected = halves(divided)
    assert [text[a:b] for a, b in sentences(text)] == expected


@pytest.mark.parametrize(
    "divided", [pytest.param(t, marks=pytest.mark.xfail(strict=True, reason=why)) for why, t in FAULTS]
)
def test_known_faults(divided: str) -> None:
    text, expected = halves(divided)
    assert [text[a:b] for a, b in sentences(text)] == expected


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.text(alphabet="aB .!?…\n\t“”\"')(-•0", max_size=200))
def test_nothing_is_lost_nothing_overlaps(text: str) -> None:
    spans = sentences(text)
    covered = "".join(text[a:b] for a, b in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a < b and text[a:b] == text[a:b].strip() for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_no_text_no_sentence() -> None:
    assert sentences("") == ()
    assert sentences(" \n\n \t") == ()


def test_what_never_ends_is_read_in_pieces() -> None:
    text = "shells fell and " * 1000
    spans = sentences(text)
    assert max(b - a for a, b in spans) <= 2000
    assert " ".join(text[a:b] for a, b in spans).split() == text.split()


def seconds(junk: str, length: int) -> float:
    text = junk * (length // len(junk))
    return cpu_seconds(lambda: sentences(text))


@pytest.mark.parametrize("junk", ["a. ", "(\"'", "\n- ", "x\n\n", "!A", "? ", '" '])
def test_junk_takes_linear_time(junk: str) -> None:
    # Eight times the text may take eight times as long, and noise; quadratic work would take 64 times.
    assert seconds(junk, 160_000) < 24 * max(seconds(junk, 20_000), 0.005)


@pytest.mark.parametrize("junk", [".", "?!"])
def test_a_run_of_end_marks_takes_linear_time(junk: str) -> None:
    assert seconds(junk, 4_000) < 24 * max(seconds(junk, 500), 0.001)
