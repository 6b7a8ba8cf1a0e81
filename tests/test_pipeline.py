"""The whole way: the same text gives the same coding, twice and in another process; nothing stops the rest."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from tests.builders import article

import hearsay
from hearsay.errors import InputError
from hearsay.pipeline import code_article, code_inputs, references
from hearsay.records import Coding, spans_of

REPORTS = (
    (
        "Gunmen killed 12 worshippers in a mosque in Maradi on Sunday, police said.\n\n"
        "Twelve people died and eight were wounded, a nurse told Meridian Wire."
    ),
    "GUERRILLAS ATTACKED AN ARMY POST IN SAN VICENTE, KILLING SEVEN SOLDIERS. THE MINISTRY DENIED THE ATTACK.",
    (
        "The rebels captured the town of Bukavu on Saturday. Nine soldiers, two policemen and a dozen civilians died, "
        "medics, a priest and the governor said. Air defences shot down 14 of 20 drones over Odesa overnight."
    ),
    "Police foiled a plot to bomb a train station in Madrid and arrested three men, the minister said.",
)


def outline(coding: Coding) -> str:
    return coding.model_dump_json()


@pytest.mark.parametrize("text", REPORTS)
def test_twice_the_same(text: str) -> None:
    first = hearsay.code(text, published="2024-05-14", outlet="Meridian Wire")
    second = hearsay.code(text, published="2024-05-14", outlet="Meridian Wire")
    assert first.claims
    assert outline(first) == outline(second)


def test_another_process_with_other_hashes_gives_the_same_bytes() -> None:
    program = (
        "import sys, hearsay\n"
        "for text in sys.stdin.read().split('\\x1e'):\n"
        "    print(hearsay.code(text, published='2024-05-14', outlet='Meridian Wire').model_dump_json())\n"
    )
    other = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program],
        input="\x1e".join(REPORTS),
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"},
    ).stdout
    here = [outline(hearsay.code(t, published="2024-05-14", outlet="Meridian Wire")) for t in REPORTS]
    assert other.splitlines() == here


def test_what_was_coded_before_changes_nothing() -> None:
    def coded(text: str) -> str:
        return outline(hearsay.code(text, published="2024-05-14", outlet="Meridian Wire"))

    alone = coded(REPORTS[2])
    for text in (REPORTS[0], REPORTS[1], REPORTS[3]):
        coded(text)
    assert coded(REPORTS[2]) == alone


@pytest.mark.parametrize("text", REPORTS)
def test_every_mention_slices_back_and_every_id_is_known(text: str) -> None:
    coding = hearsay.code(text, published="2024-05-14", outlet="Meridian Wire")
    for where, words, (start, end) in spans_of(coding):
        assert coding.article.text[start:end] == words, where
    ids = [c.id for c in coding.claims]
    assert sorted(c for i in coding.incidents for c in i.claims) == sorted(ids)
    assert len(set(ids)) == len(ids)
    for incident in coding.incidents:
        told = {c for origin in incident.origins for c in origin.claims}
        assert told <= set(incident.claims)
        assert all(set(d.claims) <= set(incident.claims) for d in incident.disputes)


def test_a_language_that_is_not_coded_keeps_the_article_and_says_so() -> None:
    arabic = article("قُتل ثلاثة أشخاص في قصف على السوق يوم الأحد.").model_copy(update={"language": "ar"})
    coding = code_article(arabic, references())
    assert coding.article == arabic
    assert (coding.claims, coding.incidents, coding.places) == ((), (), ())
    assert [p.code for p in coding.problems] == ["language-not-coded"]


def test_with_triage_an_article_about_something_else_is_kept_unread_and_says_so() -> None:
    match = article("The striker scored twice as the hosts won the final by three goals to one.")
    war = article("Rebels shelled Goma on Sunday.")
    triaging = replace(references(), triage=True)
    passed = code_article(match, triaging)
    assert passed.article == match
    assert [p.code for p in passed.problems] == ["passed-over"]
    assert code_article(war, triaging).claims == code_article(war, references()).claims != ()
    assert not code_article(match, references()).problems
    assert passed.coder.triage  # another coder than one that reads everything: its codings do not stand for those


def test_an_unknown_language_is_read() -> None:
    unknown = article("Rebels shelled Goma on Sunday.").model_copy(update={"language": None})
    assert [c.event.trigger.text for c in code_article(unknown, references()).claims] == ["shelled"]


def test_the_coder_says_what_it_was_made_with() -> None:
    coder = references().coder()
    assert coder.package == f"hearsay {hearsay.__version__}"
    assert coder.codebook.startswith("codebook-")
    assert coder.gazetteer
    assert coder.registry


def test_one_bad_record_leaves_the_others_unharmed() -> None:
    lines = (
        b'{"text": "Rebels shelled Goma on Sunday.", "language": "en", "published": "2024-05-14"}\n'
        b'{"text": \n'
        b'{"text": "Gunmen shot a judge in Cali.", "language": "en", "published": "2024-05-14"}\n'
    )
    first, second, third = code_inputs(["-"], io.BytesIO(lines))
    assert isinstance(first, Coding)
    assert isinstance(second, InputError)
    assert isinstance(third, Coding)
    assert [c.event.trigger.text for coding in (first, third) for c in coding.claims] == ["shelled", "shot"]
    assert second.code
