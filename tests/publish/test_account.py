"""An incident written up: who says what, what is disputed, how the figure came about, why the reports are one."""

from __future__ import annotations

import pytest

import hearsay
from hearsay.incidents import linked_incident, reports_of
from hearsay.incidents.dataset import Dataset
from hearsay.incidents.linking import link, profile
from hearsay.publish.account import account
from hearsay.publish.publication import publication
from hearsay.records import Coding

FIRST = (
    "Shells hit a market in Saraqib on Sunday, killing at least nine people, the White Helmets said. "
    "The Syrian army denied shelling the market."
)
SECOND = "Shelling of a market in Saraqib killed 11 people on Sunday, a doctor at the town's hospital said."


@pytest.fixture(scope="module")
def codings() -> list[Coding]:
    return [
        hearsay.code(FIRST, published="2020-02-10", outlet="Meridian Wire", url="https://example.org/1"),
        hearsay.code(SECOND, published="2020-02-11", outlet="Orontes Post", url="https://example.org/2"),
    ]


def written(codings: list[Coding], rule: str = "stated") -> str:
    reports = {r.id: r for coding in codings for r in reports_of(coding)}
    linkage = link(profile(r) for r in reports.values())
    group = max(linkage.groups, key=len)
    linked = linked_incident("inc-1", [reports[id_] for id_ in group], linkage.pairs, rule=rule)
    dataset = Dataset(incidents=(linked,), codings=codings, coders=(), rule=rule, seq=1)
    shown = publication(dataset, rule=rule)
    return " ".join(account(shown, next(iter(shown.incidents)), width=100).split())


def test_both_articles_are_one_incident_told_origin_by_origin(codings: list[Coding]) -> None:
    text = written(codings)
    assert "2 reports, published 2020-02-10 to 2020-02-11" in text
    assert ". Syria Civil Defence" in text
    assert (
        "a doctor at the town's hospital (unnamed): medic, of no side of this event; passed on by Orontes Post." in text
    )
    assert "killed 9 or more people: “Shells hit a market" in text


def test_the_figure_and_the_reasons_are_given(codings: list[Coding]) -> None:
    text = written(codings)
    assert "By the rule stated, version 3" in text
    assert "Killed by the other rules: independent-range" in text
    assert "Meridian Wire and Orontes Post: " in text
    assert "bits in all" in text


def test_what_is_denied_is_told(codings: list[Coding]) -> None:
    text = written(codings)
    assert "What is disputed" in text
    assert "denies it" in text


def test_lines_keep_the_width(codings: list[Coding]) -> None:
    reports = list(reports_of(codings[1]))
    shown = publication(
        Dataset(incidents=(linked_incident("inc-1", reports),), codings=codings, coders=(), rule="stated", seq=1)
    )
    lines = account(shown, next(iter(shown.incidents)), width=60).splitlines()
    assert max(map(len, lines)) <= 60
    assert "Why these reports are one incident" not in lines
