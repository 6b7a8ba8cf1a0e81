"""Counts: the table of phrases, what is counted, and any text at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import cpu_seconds

from hearsay.claims.counts import find_counts, read_counts
from hearsay.records import Count

_SCOPES = {"event": "", "additional": "+", "running_total": "@run", "period_total": "@period"}


def _phrases() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "counts_phrases.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.partition(" =>") for line in lines if line and not line.startswith("#")]
    return [(sentence, expected.strip()) for sentence, _, expected in pairs]


def _number(value: float | None) -> str:
    assert value is not None
    return f"{value:g}" if value < 1e6 else str(int(value))


def _shown(count: Count) -> str:
    """The count in the notation of counts_phrases.txt."""
    if count.low is None and count.best is None:
        value = "<=" + _number(count.high)
    elif count.best is None:
        value = f"={_number(count.low)}-{_number(count.high)}"
    elif count.low is None:
        value = "=~" + _number(count.best)
    else:
        value = f"={_number(count.best)}" + (".." if count.high is None else "")
    if count.approximate and not value.startswith("=~"):
        value += "~"
    part = "" if count.part_of is None else f"^{count.part_of}"
    return count.measure + value + part + _SCOPES[count.scope]


def _counts(sentence: str) -> tuple[Count, ...]:
    return read_counts(sentence, (0, len(sentence)))


@pytest.mark.parametrize(("sentence", "expected"), _phrases())
def test_phrase(sentence: str, expected: str) -> None:
    assert "; ".join(_shown(count) for count in _counts(sentence)) == expected


def test_the_table_is_long_enough() -> None:
    assert len({sentence for sentence, _ in _phrases()}) >= 200


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Air strikes killed over 30 rebel fighters.", ["over 30 rebel fighters"]),
        ("At least 24 people were killed and more than 90 wounded.", ["At least 24 people", "more than 90 wounded"]),
        ("Fighters killed nine guards and injured dozens of others.", ["nine guards", "dozens of others"]),
        ("The mayor put the toll at 52 dead.", ["52"]),
        ("Rebels killed 17 of them.", ["17 of them"]),
        ("Air defence destroyed nine of the 14 loitering drones.", ["nine of the 14 loitering drones"]),
        ("The fire killed a widow and her four sons.", ["a widow and her four sons"]),
        ("The army took nearly 450 square kilometres of land.", ["nearly 450 square kilometres of land"]),
    ],
)
def test_the_mention_is_the_number_with_its_noun(sentence: str, words: list[str]) -> None:
    assert [count.text for count in _counts(sentence)] == words


def test_spans_point_into_the_whole_text() -> None:
    text = "It was quiet. Then shells killed four nurses in Adra."
    (count,) = read_counts(text, (14, len(text)))
    assert text[slice(*count.span)] == count.text == "four nurses"


@pytest.mark.parametrize(
    ("sentence", "of", "kind"),
    [
        ("The raid killed seven soldiers.", "soldiers", "state_forces"),
        ("The raid killed seven villagers.", "villagers", "civilians"),
        ("The raid destroyed seven houses.", "houses", "object"),
        ("Sixty insurgents were killed and dozens more were wounded.", "insurgents", "rebel_group"),
    ],
)
def test_what_is_counted_and_its_kind(sentence: str, of: str, kind: str) -> None:
    last = _counts(sentence)[-1]
    assert (last.of, last.kind) == (of, kind)


def test_groups_and_object_classes_come_with_the_noun() -> None:
    killed, damaged = _counts("The shelling killed three children and damaged a school.")
    assert killed.groups == ("children",)
    assert damaged.object_class == "school"


def test_a_merged_count_has_the_groups_of_all_its_members() -> None:
    (count,) = _counts("The strike killed a mother and her three children.")
    assert set(count.groups) == {"women", "children"}


def test_bodies_casualties_and_neutralised_are_never_killed() -> None:
    text = "Troops found 14 bodies, inflicted 30 casualties and neutralised nine rebels."
    assert [c.measure for c in _counts(text)] == ["bodies", "casualties", "neutralised"]


def test_parts_of_a_toll_told_elsewhere_are_not_offered_for_adding() -> None:
    sentence = "Among the dead were two children."
    (found,) = find_counts(sentence, (0, len(sentence)))
    assert found.part_elsewhere
    assert found.count.groups == ("children",)
    assert _counts(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "background"),
    [
        ("Police arrested a man wanted for killing five guards.", True),
        ("A cadre accused of killing five guards surrendered.", True),
        ("Cadres killed five guards near the bridge.", False),
    ],
)
def test_deeds_of_somebodys_past_are_marked(sentence: str, background: bool) -> None:
    found = [f for f in find_counts(sentence, (0, len(sentence))) if f.count.measure == "killed"]
    assert [f.background for f in found] == [background]


def test_the_trigger_is_the_word_that_counts() -> None:
    sentence = "Gunmen shot dead a teacher and injured two pupils."
    found = find_counts(sentence, (0, len(sentence)))
    assert [sentence[slice(*f.trigger)] for f in found] == ["shot dead", "injured"]


def test_square_miles_become_square_kilometres() -> None:
    (count,) = _counts("Ukrainian forces liberated 12 square miles.")
    assert (count.measure, count.best) == ("area_km2", 31.1)


_WORDS = (
    "two dozens of over killed wounded were was and , . ( ) the a his including among whom who dead to death toll "
    "rose from 30 - 40 people soldiers Ivan Petrenko no none between up at least 1,200 square km May ' “ injured in "
    "said that if could not 's"
).split()


@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join)))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_sound_counts(text: str) -> None:
    counts = read_counts(text, (0, len(text)))
    assert counts == read_counts(text, (0, len(text)))
    for index, count in enumerate(counts):
        assert text[slice(*count.span)] == count.text
        figures = [value for value in (count.low, count.best, count.high) if value is not None]
        assert figures
        assert figures == sorted(figures)
        assert count.part_of is None or (count.part_of != index and counts[count.part_of].measure == count.measure)


@pytest.mark.parametrize(
    "unit", ["a man killed by a woman , ", "five people , including three men , ", "one of two of ", "was , "]
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        return cpu_seconds(lambda: read_counts(text, (0, size)))

    seconds(1_000)
    # Four times the text; quadratic work would take sixteen times as long.
    assert seconds(16_000) < 10 * seconds(4_000) + 0.2
