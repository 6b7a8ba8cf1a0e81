"""What holds for any input: Mentions slice back, errors are coded, the same run gives the same bytes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from functools import cache
from importlib import resources

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.timing import cpu_seconds

import hearsay
from hearsay import Coding, HearsayError
from hearsay.pipeline import code_inputs
from hearsay.records import spans_of

ANY = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)

WHO = ["Government forces", "Gunmen", "The so-called Banner of the East", "“Terrorists”", "The army", "It", ""]
ACT = [
    "killed", "shelled", "repelled an attack by", "denied shelling", "threatened to attack", "abducted",
    "shot down a drone over", "have been wounded, among them", "neutralised", "will strike", "released",
]  # fmt: skip
WHOM = [
    "at least 12 people, including four children,", "dozens of civilians", "a woman and her two children",
    "between 30 and 40 fighters", "three soldiers, raising the toll to 31,", "another 8", "a hospital",
    "1,200 of them", "no one", "him and two others", "60 “terrorists”",
]  # fmt: skip
WHERE = ["near Ariha", "5 km south of Hama", "in El-Fasher", "between Homs and Tadmur", "west of the river", ""]
WHEN = ["on Sunday", "overnight", "since Monday", "at 3 a.m. on 5 May", "last week", "two days later", ""]
SAYS = [
    ", a military source said", ", according to the ministry", ", witnesses told the Orontes News Agency",
    ", he added", "; the governor denied it on Telegram", ", which could not be verified", "",
]  # fmt: skip
CLAUSES = st.tuples(*(st.sampled_from(words) for words in (WHO, ACT, WHOM, WHERE, WHEN, SAYS))).map(
    lambda parts: " ".join(parts[:5]) + parts[5] + "."
)
# Pieces that break a report.
BREAKERS = st.sampled_from(
    [
        "“We will strike back,” the commander said", "while", "(also known as the Brigade)", "and", ",", ".", ";",
        ":", "“", "”", '"', "'", "(", ")", "—", "\n", "\n\n", "MAMBASA, 7 FEB 90 (RADIO) --", "News ID: 1", "Tags:",
        "Publish Date: 12February 2020 - 17:47", "<p>", "</p>", "&amp;", "\xa0", "\u200b", "\ufeff", "\u202e",
        "قُتل ثلاثة", "\u0301", "🚀", "\x00", "\r\n", "12", "of the", "was",
    ]
)  # fmt: skip
REPORTS = st.lists(CLAUSES | CLAUSES | BREAKERS, max_size=12).map(" ".join)


@cache
def _bundled() -> tuple[str, ...]:
    """The reports of the demo, as text."""
    folder = resources.files("hearsay") / "demo"
    names = sorted(p.name for p in folder.iterdir() if p.name.endswith((".txt", ".html", ".jsonl")))
    return tuple((folder / name).read_text(encoding="utf-8") for name in names)


@st.composite
def torn_reports(draw: st.DrawFn) -> str:
    """A bundled report with a piece cut out and a few characters put in."""
    text = draw(st.sampled_from(_bundled()))
    start = draw(st.integers(0, len(text)))
    return text[:start] + draw(st.text(max_size=8)) + text[start + draw(st.integers(0, 400)) :]


def _coded(text: str, published: str | None) -> Coding | HearsayError:
    try:
        return hearsay.code(text, published=published)
    except HearsayError as error:
        return error


def _holds(text: str, published: str | None = None) -> None:
    """A Coding whose every span slices back, or a coded error."""
    coding = _coded(text, published)
    if isinstance(coding, HearsayError):
        assert coding.code
        assert coding.message
        return
    for where, words, (start, end) in spans_of(coding):
        assert coding.article.text[start:end] == words, where
    claims = {claim.id for claim in coding.claims}
    assert len(claims) == len(coding.claims)
    assert all(set(incident.claims) <= claims for incident in coding.incidents)
    for claim in coding.claims:
        assert 0 <= claim.span[0] < claim.span[1] <= len(coding.article.text)
        assert claim.attribution
        parts = [count.part_of for count in claim.counts if count.part_of is not None]
        assert all(0 <= part < len(claim.counts) for part in parts)
    assert Coding.model_validate_json(coding.model_dump_json()) == coding


@ANY
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    _holds(text)


@ANY
@given(REPORTS, st.sampled_from([None, "2020-02-12", "2024-03-01T08:00:00+02:00", "no date"]))
def test_any_report(text: str, published: str | None) -> None:
    _holds(text, published)


@ANY
@given(torn_reports())
def test_torn_reports(text: str) -> None:
    _holds(text)


@pytest.mark.parametrize("text", ["", " \n", "\x00", "\ud800", "Shelled \udc80 on Sunday.", "a" * 20_000])
def test_odd_texts(text: str) -> None:
    _holds(text)


@ANY
@given(st.binary(max_size=400) | REPORTS.map(lambda text: text.encode("utf-16")) | torn_reports().map(str.encode))
def test_any_bytes_on_standard_input(content: bytes) -> None:
    for result in code_inputs(["-"], io.BytesIO(content)):
        assert isinstance(result, Coding) or result.code


@ANY
@given(REPORTS)
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    first, second = _coded(text, "2020-02-12"), _coded(text, "2020-02-12")
    if isinstance(first, Coding) and isinstance(second, Coding):
        assert first.model_dump_json() == second.model_dump_json()
    else:
        assert str(first) == str(second)


@pytest.mark.parametrize(
    "junk",
    [
        "killed ", "Rebels shelled Ariha on Sunday. ", "12 people were killed and ", "soldiers and ", "near Ariha ",
        "“said ", "told the agency that ", "He said so.\n\n", "one hundred and ", "between 3 and ", "Ariha ", "<p>",
        "Tags: x\n", "(", "a",
    ],
)  # fmt: skip
def test_junk_takes_linear_time(junk: str) -> None:
    def seconds(length: int) -> float:
        text = junk * (length // len(junk))
        return cpu_seconds(lambda: _coded(text, "2020-02-12"))

    seconds(500)
    # Eight times the text may take eight times as long, and noise; quadratic work would take 64 times.
    assert seconds(8_000) < 24 * max(seconds(1_000), 0.02)


def test_another_interpreter_gives_the_same_bytes() -> None:
    """Hashes of strings differ between interpreters: nothing may come out in the order of a set."""
    program = (
        "import sys, hearsay\n"
        "texts = sys.stdin.buffer.read().decode().split('\\x1e')\n"
        "for text in texts:\n"
        "    out = hearsay.code(text, published='2020-02-12').model_dump_json()\n"
        "    sys.stdout.buffer.write(out.encode() + b'\\n')\n"
    )
    plain = [text for text in _bundled() if not text.startswith(("<", "{"))]
    outputs = [
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", program],
            input="\x1e".join(plain).encode(),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0]
    assert outputs[0] == outputs[1]
