"""Incident ids: minted once, kept by the larger part, redirected for the rest."""

from __future__ import annotations

from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from hearsay.ingest.identity import Identities, assign


def settled(
    groups: list[list[str]], before: dict[str, str] | None = None, emptied: str = "", used: str = ""
) -> Identities:
    known = {*(before or {}).values(), *used.split()}
    return assign(groups, before or {}, emptied.split(), known.intersection)


def test_a_new_group_gets_an_id_from_its_first_report() -> None:
    (one,), (other,) = settled([["r1", "r2"]]).ids, settled([["r1"]]).ids
    assert one == other != settled([["r2", "r1"]]).ids[0]


def test_a_group_that_grows_keeps_its_id() -> None:
    assert settled([["r0", "r1", "r2"]], {"r1": "inc-a"}) == Identities(("inc-a",), {})


def test_of_two_that_merge_the_larger_keeps_its_id_and_the_other_leads_to_it() -> None:
    before = {"r1": "inc-a", "r2": "inc-b", "r3": "inc-b"}
    assert settled([["r1", "r2", "r3"]], before) == Identities(("inc-b",), {"inc-a": "inc-b"})


def test_of_two_equals_the_one_with_the_smallest_report_keeps_its_id() -> None:
    assert settled([["r1"], ["r2"]], {"r1": "inc-a", "r2": "inc-a"}).ids[0] == "inc-a"
    assert settled([["r1", "r2"]], {"r1": "inc-b", "r2": "inc-a"}).ids == ("inc-a",)


def test_the_larger_part_of_a_split_keeps_the_id_and_the_other_gets_a_new_one() -> None:
    (first,) = settled([["r1", "r2", "r3"]]).ids
    found = settled([["r1"], ["r2", "r3"]], {"r1": first, "r2": first, "r3": first})
    assert found.ids[1] == first
    assert found.ids[0] != first
    assert found.redirects == {}


def test_an_id_in_parts_of_other_incidents_leads_to_where_most_of_it_went() -> None:
    before = {"a1": "inc-a", "a2": "inc-a", "a3": "inc-a", "b1": "inc-b", "b2": "inc-b", "x1": "inc-x", "x2": "inc-x"}
    before |= {"x3": "inc-x"}
    found = settled([["a1", "a2", "a3", "x1"], ["b1", "b2", "x2", "x3"]], before)
    assert found.redirects == {"inc-x": found.ids[1]} or "inc-x" in found.ids


def test_an_incident_that_lost_all_its_reports_is_withdrawn() -> None:
    assert settled([], {}, emptied="inc-a").redirects == {"inc-a": None}
    assert settled([["r1"]], {"r1": "inc-a"}, emptied="inc-a").redirects == {}


def test_an_id_of_the_past_is_not_given_out_again() -> None:
    (first,) = settled([["r1"]]).ids
    (second,) = settled([["r1"]], used=first).ids
    assert second != first
    assert settled([["r1"]], used=f"{first} {second}").ids[0] not in (first, second)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=20), st.randoms())
def test_every_group_has_one_id_and_every_old_id_leads_somewhere(pairs: list[tuple[int, int]], rng: object) -> None:
    groups: dict[int, list[str]] = {}
    before: dict[str, str] = {}
    for number, (group, old) in enumerate(pairs):
        groups.setdefault(group, []).append(f"r{number:02}")
        if old:
            before[f"r{number:02}"] = f"inc-{old}"
    ordered = [groups[key] for key in sorted(groups)]
    used: Collection[str] = set(before.values())
    found = assign(ordered, before, used, lambda ids: {i for i in ids if i in used})
    assert len(set(found.ids)) == len(ordered)
    assert {*found.ids, *found.redirects} >= set(used)
    assert not set(found.ids) & set(found.redirects)
    assert set(found.redirects.values()) <= set(found.ids)
    rng.shuffle(ordered)  # type: ignore[attr-defined]
    again = assign(ordered, before, used, lambda ids: {i for i in ids if i in used})
    assert dict(zip(map(tuple, ordered), again.ids, strict=True)) == {
        tuple(group): id_
        for group, id_ in zip((groups[key] for key in sorted(groups)), found.ids, strict=True)
    }  # fmt: skip
