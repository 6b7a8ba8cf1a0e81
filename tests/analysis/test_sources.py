"""Sources compared: tolls beside independent others', who was first, what was denied, copied, edited, labelled."""

from __future__ import annotations

from typing import Any

from tests.builders import claim, count, party, speaker, words
from tests.incidents.told import (
    ARMY,
    CIVILIANS,
    COMMAND,
    MEDICS,
    MONITOR,
    REBEL_OFFICE,
    incident,
    passed_on,
    report,
)

from hearsay.analysis.said import said_in
from hearsay.analysis.sources import LabelUse, SourceProfile, label_uses, source_profiles
from hearsay.incidents.records import LinkedIncident, Report
from hearsay.records import Label


def profiles(*incidents: list[Report], edited: tuple[str, ...] = ()) -> dict[str, SourceProfile]:
    linked = [incident(reports).model_copy(update={"id": f"inc-{n}"}) for n, reports in enumerate(incidents)]
    said = said_in(linked, [one for reports in incidents for one in reports])
    return {found.name: found for found in source_profiles(linked, said, edited=edited)}


def killed(many: float, by: Any, outlet: str, **fields: Any) -> Report:
    dead = fields.pop("dead", "civilians")
    return report(
        claim(count(many, kind=dead), origin=by, actors=(ARMY,), recipients=(CIVILIANS,)), outlet=outlet, **fields
    )


def test_a_toll_stands_beside_the_median_of_the_others() -> None:
    found = profiles([killed(20, REBEL_OFFICE, "A"), killed(10, MONITOR, "B"), killed(8, MEDICS, "C")])
    ratio = found["a rebel spokesman"].ratio
    assert ratio is not None
    assert ratio.median == 20 / 9
    assert found["A"].ratio == ratio


def test_an_outlet_that_doubles_every_toll_is_seen_to_do_so() -> None:
    told = [
        [killed(2 * n, REBEL_OFFICE, "A", id=f"a{n}"), killed(n, MONITOR, "B", id=f"b{n}")] for n in (2, 3, 5, 6, 8, 40)
    ]
    found = profiles(*told, [killed(7, REBEL_OFFICE, "A", id="same"), killed(7, MONITOR, "B", id="same too")])
    ratio = found["A"].ratio
    assert ratio is not None
    assert (ratio.median, ratio.low, ratio.high) == (2, 1, 2)
    assert (found["A"].compared, found["A"].higher, found["A"].lower) == (7, 6, 0)
    assert (found["B"].higher, found["B"].lower) == (0, 6)


def test_nobody_is_compared_with_itself_through_another_outlet() -> None:
    found = profiles([killed(20, MONITOR, "A"), killed(10, MONITOR, "B")])
    assert found["Northern Harm Watch"].compared == 0
    assert found["A"].compared == 0


def test_two_voices_of_one_side_are_not_independent() -> None:
    ministry = speaker("the interior ministry", name="Interior Ministry", kind="official", country="SYR")
    found = profiles([killed(9, COMMAND, "A"), killed(3, ministry, "B")])
    assert {(p.name, p.compared) for p in found.values() if p.role == "origin"} == {
        ("Interior Ministry", 0),
        ("the army command", 0),
    }


def test_an_outlets_own_voice_beside_its_source_is_nobody_elses_word() -> None:
    both = report(
        claim(count(20, kind="civilians"), actors=(ARMY,)),
        claim(count(20, kind="civilians"), origin=MONITOR, actors=(ARMY,)),
        outlet="A",
    )
    found = profiles([both, killed(5, MONITOR, "B")])
    assert found["B"].compared == 0


def test_the_dead_of_an_army_are_not_held_against_those_of_others() -> None:
    found = profiles([killed(7, COMMAND, "A", dead="state_forces"), killed(30, MONITOR, "B", dead="rebel_group")])
    assert found["A"].compared == found["B"].compared == 0
    found = profiles([killed(30, COMMAND, "A", dead="rebel_group"), killed(10, MONITOR, "B")])
    assert found["A"].compared == found["B"].compared == 1


def test_at_least_counts_by_its_least_and_up_to_not_at_all() -> None:
    at_least = report(claim(count(None, low=12, kind="civilians"), origin=MONITOR), outlet="A")
    up_to = report(claim(count(None, high=40, kind="civilians"), origin=REBEL_OFFICE), outlet="B")
    found = profiles([at_least, up_to, killed(6, MEDICS, "C")])
    assert found["A"].ratio is not None
    assert found["A"].ratio.median == 2
    assert found["B"].ratio is None


def test_who_says_that_nobody_died_stands_at_nought() -> None:
    found = profiles([killed(0, COMMAND, "A"), killed(9, MONITOR, "B")])
    assert found["A"].ratio is not None
    assert found["A"].ratio.median == 0
    assert found["B"].ratio is not None
    assert found["B"].ratio.median is None


def test_first_is_who_was_surely_earlier() -> None:
    early = killed(4, MONITOR, "A", published="2019-11-17T08:00:00+02:00")
    late = killed(4, MEDICS, "B", published="2019-11-17T07:30:00Z")
    found = profiles([early, late])
    assert [(found[name].first, found[name].shared) for name in "AB"] == [(1, 1), (0, 1)]


def test_a_page_that_gives_the_day_only_is_tied_with_those_of_that_day() -> None:
    found = profiles([killed(4, MONITOR, "A"), killed(4, MEDICS, "B", published="2019-11-17T07:30:00Z")])
    assert [(found[name].first, found[name].tied) for name in "AB"] == [(0, 1), (0, 1)]


def test_alone_or_undated_nobody_is_first() -> None:
    alone = profiles([killed(4, MONITOR, "A"), killed(4, MEDICS, "B", published=None)])
    assert (alone["A"].shared, alone["B"].shared) == (0, 0)


def test_what_another_voice_denies() -> None:
    denial = report(claim(origin=COMMAND, status="denied"), outlet="B")
    found = profiles([killed(4, MONITOR, "A"), denial], [killed(1, MONITOR, "A", id="a2")])
    assert (found["A"].denied, found["A"].asserted) == (1, 2)
    assert (found["B"].denied, found["B"].asserted) == (0, 0)


def test_who_cannot_confirm_it_asserts_nothing() -> None:
    unsure = killed(4, MONITOR.model_copy(update={"stance": "cannot_confirm"}), "A")
    assert profiles([unsure])["A"].asserted == 0


def test_copies_and_later_edits_are_counted_by_outlet() -> None:
    copy = killed(4, MONITOR, "B", reprint_of="A", published="2019-11-18")
    lost = killed(4, MONITOR, "B", id="b2", reprint_of="gone")
    found = profiles([killed(4, MONITOR, "A"), copy, lost], edited=("A",))
    assert [(c.outlet, c.articles) for c in found["B"].copied_from] == [(None, 1), ("A", 1)]
    assert (found["B"].copies, found["A"].copies) == (2, 0)
    assert (found["A"].edited, found["B"].edited) == (1, 0)


def test_the_most_talkative_come_first_and_equals_by_name() -> None:
    found = list(profiles([killed(1, MONITOR, "B"), killed(1, MEDICS, "A")], [killed(1, MONITOR, "B", id="b2")]))
    assert found[:2] == ["B", "A"]


def labels(*reports: Report) -> tuple[LabelUse, ...]:
    linked: list[LinkedIncident] = [incident(reports)]
    return label_uses(said_in(linked, reports))


def test_labels_say_whose_word_it_is_and_for_whom() -> None:
    label = Label(**words("Terrorists"), stance="pejorative", holder=0)
    named = party("HTS terrorists", "rebel_group", name="Hay'at Tahrir al-Sham", label=label)
    bare = party("terrorists", "rebel_group", label=label)
    planes = party("regime warplanes", "object", label=Label(**words("regime"), stance="pejorative", holder=0))
    told = claim(origin=COMMAND, actors=(named, bare), recipients=(planes,))
    found = labels(report(told, outlet="A"), report(passed_on(told, by="B").model_copy(update={"id": "x"}), outlet="B"))
    assert {(use.word, use.party, use.claims, use.outlets) for use in found} == {
        ("terrorists", "Hay'at Tahrir al-Sham", 2, ("A", "B")),
        ("regime", "warplanes", 2, ("A", "B")),
        ("terrorists", "unnamed rebel group", 2, ("A", "B")),
    }
    assert {use.voice.name for use in found} == {"the army command"}
