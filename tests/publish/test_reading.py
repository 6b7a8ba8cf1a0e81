"""The table and ``explain``: what a reader sees."""

from __future__ import annotations

import re

import pytest

from hearsay.publish import say
from hearsay.publish.explain import explain
from hearsay.publish.passages import Mark, passages
from hearsay.publish.table import overview, table
from hearsay.records import Coding, Count, Place, Relation, Speaker, Time

ANSI = re.compile("\x1b\\[[0-9;]*m")


@pytest.mark.parametrize("width", [80, 120])
def test_the_table_fits_and_says_everything(coding: Coding, width: int) -> None:
    shown = "".join(table([coding], width=width))
    assert max(map(len, shown.split("\n"))) <= width
    flat = " ".join(shown.split())
    for said in (
        "Air/drone strike (ASSAULT aerial) · occurred, succeeded · c-aaaa",
        "2019-06-09 (“on Sunday”)",
        "5 km S of Arīḩā, Idlib, Syria (35.770, 36.600, ± 2 km)",
        "Warplanes → a bakery",
        "killed 12 or more people (children: 4)",
        "the Orontes Rescue Committee (monitor), in Vantage Wire",
        "not said → terrorists [called “terrorists”; combatants by this account]",
        "A military source (military, unnamed), who denies it, in Vantage Wire",
        "claims 1, 2: Air/drone strike (ASSAULT aerial) · occurred · killed 0 or more (best 12)",
        "2 origins: Orontes Rescue Committee; a military source · disputed: toll",
        "one thing was not done [test-problem]",
    ):
        assert said in flat


def test_colour_only_when_asked_and_it_changes_no_word(coding: Coding) -> None:
    plain, coloured = "".join(table([coding])), "".join(table([coding], colour=True))
    assert "\x1b" not in plain
    assert "\x1b" in coloured
    assert ANSI.sub("", coloured).split() == plain.split()


def test_the_environment_does_not_change_the_table(coding: Coding, monkeypatch: pytest.MonkeyPatch) -> None:
    before = "".join(table([coding]))
    for name, value in {"FORCE_COLOR": "1", "COLUMNS": "40", "TTY_COMPATIBLE": "1"}.items():
        monkeypatch.setenv(name, value)
    assert "".join(table([coding])) == before


def test_an_article_gives_the_terminal_no_orders(coding: Coding) -> None:
    article = coding.article.model_copy(update={"headline": "x\x1b]0;owned\x07[bold]y[/bold] :skull:"})
    shown = "".join(table([coding.model_copy(update={"article": article})]))
    assert "\x1b" not in shown
    assert "[bold]y[/bold] :skull:" in shown


def test_no_claim_is_said_plainly(coding: Coding) -> None:
    shown = "".join(table([coding.model_copy(update={"claims": (), "incidents": ()})]))
    assert "No claim found." in shown
    assert "Incidents" not in shown


@pytest.mark.parametrize("width", [80, 120])
def test_the_overview_has_a_line_for_each_article(coding: Coding, width: int) -> None:
    heading, *lines = overview([coding, coding], width=width).splitlines()
    assert heading.split() == ["outlet", "headline", "claims", "origins", "disputed"]
    assert len(lines) == 2
    assert max(map(len, lines)) <= width
    assert re.fullmatch(r"Vantage Wire +Strike on bakery near .* 2 +2 +toll", lines[0])


def test_vague_words_are_shown() -> None:
    dozens = {"text": "dozens", "span": (0, 6), "measure": "injured", "low": 24, "best": 24, "vague": True}
    about = {"text": "some 30", "span": (0, 7), "measure": "injured", "best": 30, "approximate": True}
    ten = {
        "text": "about 10",
        "span": (0, 8),
        "measure": "killed",
        "low": 10,
        "high": 10,
        "approximate": True,
    }
    shown = [say.count(Count.model_validate(one)) for one in (dozens, about, ten)]
    assert shown == ["injured 24 or more (“dozens”)", "injured about 30", "killed about 10"]


def test_explain_marks_the_words_and_names_the_rule(coding: Coding) -> None:
    shown = explain(coding, "c-aaaa", width=160)
    assert "[2 Warplanes] [1 struck] [3 a bakery] 5 km south of [4 Ariha] [5 on Sunday]" in shown
    assert "[6 at least 12 people], among them [7 four children]" in shown
    assert re.search(r"1 +event +“struck” +Air/drone strike \(ASSAULT aerial\) +trigger:struck; crosswalk", shown)
    assert re.search(r"6 +counts +“at least 12 people” .*counts grammar", shown)
    assert re.search(r"status +occurred +default", shown)


def test_explain_shows_words_outside_the_passage(coding: Coding) -> None:
    moved = coding.claims[1].model_copy(update={"place": coding.claims[0].place})
    shown = explain(coding.model_copy(update={"claims": (moved,)}), "c-bbbb", width=300)
    assert "a bakery 5 km south of [3 Ariha] on Sunday" in shown
    assert shown.index("Ariha") < shown.index("military source]")


def test_marks_nest_and_crossing_ones_are_left_out() -> None:
    text = "one two three four"
    marks = [Mark("a", (0, 13), ""), Mark("b", (4, 7), ""), Mark("c", (8, 18), ""), Mark("d", (4, 7), "")]
    assert passages(text, (0, len(text)), marks).plain == "[1 one [2 [4 two]] three] four"


INTERVALS = [
    ((12, 12, 12), "12"),
    ((61, 61, None), "61 or more"),
    ((30, None, 40), "30–40"),
    ((27, 38, 45), "27–45 (best 38)"),
    ((None, 30, None), "about 30"),
    ((None, None, 9), "up to 9"),
    ((None, 7, 9), "up to 9 (best 7)"),
    ((0, 12, None), "0 or more (best 12)"),
    ((27, None, None), "27 or more"),
    ((1200, 1200, 1200), "1,200"),
    ((0.5, 0.5, 0.5), "0.5"),
    ((None, None, None), "no figure"),
]


@pytest.mark.parametrize(("figures", "said"), INTERVALS)
def test_intervals(figures: tuple[float | None, float | None, float | None], said: str) -> None:
    assert say.interval(*figures) == said


RELATIONS = [
    ({"kind": "distance", "bearing": 225.0, "distance_km": 12.0}, "12 km SW of Ariha"),
    ({"kind": "distance", "distance_km": 2.5}, "2.5 km from Ariha"),
    ({"kind": "direction", "bearing": 0.0}, "N of Ariha"),
    ({"kind": "direction", "bearing": 359.0}, "N of Ariha"),
    ({"kind": "near"}, "near Ariha"),
    ({"kind": "part_of", "bearing": 90.0}, "E part of Ariha"),
    ({"kind": "part_of"}, "part of Ariha"),
    ({"kind": "between", "other": {"text": "Idlib", "span": (0, 5)}}, "between Ariha and Idlib"),
]


@pytest.mark.parametrize(("relation", "said"), RELATIONS)
def test_relations(relation: dict[str, object], said: str) -> None:
    assert say.relation(Relation.model_validate(relation), "Ariha") == said


def test_an_unresolved_place_says_so() -> None:
    assert say.where(Place(text="Kafr X", span=(0, 6))) == "Kafr X (no coordinates found)"
    assert say.where(None) == "not said"


TIMES = [
    ((None, "2020-02-12"), None, "on or before 2020-02-12 (the report's own date)"),
    (("2020-02-09", "2020-02-10"), (0, 9), "2020-02-09 to 2020-02-10 (“overnight”)"),
    (("2020-02-09", None), (0, 9), "from 2020-02-09 (“overnight”)"),
    ((None, None), (0, 9), "no date made out (“overnight”)"),
]


@pytest.mark.parametrize(("dates", "span", "said"), TIMES)
def test_times(dates: tuple[str | None, str | None], span: tuple[int, int] | None, said: str) -> None:
    start, end = dates
    assert say.when(Time(text="overnight", span=span, start=start, end=end, precision=2, basis="relative")) == said


def test_an_unknown_publisher_is_said_to_be_unknown() -> None:
    nobody = Speaker(text="unattributed", span=None, kind="outlet")
    assert say.chain((nobody,)) == "an outlet not known, in its own voice"
