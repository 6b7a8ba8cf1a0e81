"""Named and described things, and which persons are private: whoever speaks or acts in an office is not."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.builders import article, place
from tests.timing import cpu_seconds

from hearsay.actors import Registry
from hearsay.reading import read
from hearsay.reading.entities import find_entities, person_names
from hearsay.reading.model.labels import PRIVATE
from hearsay.reading.model.read import Marked, ModelReading
from hearsay.records import Entity, Place


def entities(text: str, *toponyms: str) -> tuple[Entity, ...]:
    places: list[Place] = []
    for name in toponyms:
        start = text.index(name)
        places.append(place(name).model_copy(update={"span": (start, start + len(name))}))
    return find_entities(read(article(text)), places, Registry.load())


# text, type, words
FOUND = [
    ("Fighters of Hezbollah crossed the river.", "organisation", ["Hezbollah"]),
    ("Al-Shabaab and the African Union fought on.", "organisation", ["Al-Shabaab", "African Union"]),
    ("They fired rockets and a mortar.", "weapon", ["rockets", "mortar"]),
    ("Two air strikes and gunfire hit the town.", "weapon", []),
    ("The raid began yesterday and ended today.", "temporal", ["yesterday", "today"]),
    ("A convoy of trucks met an ambulance.", "vehicle", ["convoy", "trucks", "ambulance"]),
    ("Two helicopters and a warship came.", "military_platform", ["helicopters", "warship"]),
    ("The Turkish and Syrian delegations left.", "nationality", ["Turkish", "Syrian"]),
    ("It cost $2.5 million to rebuild.", "money", ["$2.5 million"]),
    ("The list is at https://example.org/list?x=1 today.", "url", ["https://example.org/list?x=1"]),
    ("Colonel Idris Musa spoke.", "person", ["Idris Musa"]),
    ("Prime Minister Ana de la Cruz resigned.", "person", ["Ana de la Cruz"]),
    ("Nabil Sarkis, a baker, was shot.", "person", ["Nabil Sarkis"]),
]


@pytest.mark.parametrize(("text", "kind", "expected"), FOUND, ids=[f[0] for f in FOUND])
def test_things(text: str, kind: str, expected: list[str]) -> None:
    assert [e.text for e in entities(text) if e.type == kind] == expected


# text, name, private
PERSONS = [
    ("Nabil Sarkis, a baker, was shot.", "Nabil Sarkis", True),
    ("Amina Yusuf, 34, lost her house.", "Amina Yusuf", True),
    ("Amina Yusuf (34) lost her house.", "Amina Yusuf", True),
    ("Police named the dead as Juan Pablo Ortiz, aged 19, a student.", "Juan Pablo Ortiz", True),
    ("Tariq Aziz Khan, a 12-year-old, was wounded.", "Tariq Aziz Khan", True),
    ("Maryam Diallo, a market trader, fled.", "Maryam Diallo", True),
    ("Governor Umar Tijani visited the town.", "Umar Tijani", False),
    ("Army spokesman Peter Okello said so.", "Peter Okello", False),
    ("Gen. Luis Ortega commands the brigade.", "Luis Ortega", False),
]


@pytest.mark.parametrize(("text", "name", "private"), PERSONS, ids=[p[0] for p in PERSONS])
def test_private_persons(text: str, name: str, private: bool) -> None:
    (person,) = [e for e in entities(text) if e.type == "person"]
    assert (person.text, person.private) == (name, private)


def test_places_are_given_and_of_two_that_overlap_the_longer_stands() -> None:
    text = "Shells fell in Aden and near the Aden Free Zone."
    found = entities(text, "Aden Free Zone")
    assert [(e.text, e.type) for e in found if e.type == "location"] == [("Aden Free Zone", "location")]
    spans = [e.span for e in found]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_entities_slice_back_in_the_order_of_the_text() -> None:
    text = "Gen. Luis Ortega said Turkish jets fired missiles at a convoy; Hezbollah denied it."
    found = entities(text)
    assert len(found) >= 5
    assert [e.span for e in found] == sorted(e.span for e in found)
    assert all(text[slice(*e.span)] == e.text for e in found)


@pytest.mark.parametrize("junk", ["Amina Yusuf ", "Gen. ", "a-", "https://", "$1,", "(34, "])
def test_junk_takes_linear_time(junk: str) -> None:
    def seconds(length: int) -> float:
        reading = read(article(junk * (length // len(junk))))
        return cpu_seconds(lambda: find_entities(reading, (), Registry.load()))

    seconds(500)
    assert seconds(16_000) < 24 * max(seconds(2_000), 0.01)


@pytest.mark.parametrize(
    ("words", "private"),
    [("Samar Haddad", True), ("a volunteer rescuer", False), ("Harbour Press", False), ("Haddad", False)],
)
def test_what_the_reader_holds_private_is_a_full_name(words: str, private: bool) -> None:
    text = f"{words} told us of the night in Binnish."
    marked = ModelReading({"entity": (Marked((0, len(words)), PRIVATE, 0.9),)}, (), ())
    found = find_entities(replace(read(article(text)), model=marked), (), Registry.load())
    assert [(e.text, e.private) for e in found if e.type == "person"] == [(words, private)]


# text, the words that the reader holds private and how sure it is, whether they are
DOUBTED = [
    ("Police spokesman Faruk Hossain said so.", "Faruk Hossain", 0.4, False),
    ("Sergeant Faruk Hossain was killed.", "Faruk Hossain", 0.9, True),
    ("The rebel commander Faruk Hossain was killed.", "Faruk Hossain", 0.9, False),
    ("Neighbours of Faruk Hossain said so.", "Faruk Hossain", 0.4, True),
    ("The army in North Kivu said so.", "North Kivu", 0.2, False),
    ("The widow of North Kivu said so.", "North Kivu", 0.9, True),
]


@pytest.mark.parametrize(("text", "words", "score", "private"), DOUBTED)
def test_an_office_or_a_place_outweighs_a_doubtful_mark(text: str, words: str, score: float, private: bool) -> None:
    start = text.index(words)
    span = (start, start + len(words))
    model = ModelReading({"entity": (Marked(span, PRIVATE, score),)}, (), ())
    kivu = [place("North Kivu").model_copy(update={"span": span})] if words == "North Kivu" else []
    found = find_entities(replace(read(article(text)), model=model), kivu, Registry.load())
    assert [e.private for e in found if e.span == span] == [private]


# what the reader marks as one person -> those that it names
MEMBERS = [
    ("A physician from Qaim, Zahid Rawi", ["A physician from Qaim", "Zahid Rawi"]),
    ("the Prime Minister and President Hadi", ["the Prime Minister", "President Hadi"]),
    ("women and children", ["women and children"]),
    ("Ana de la Cruz", ["Ana de la Cruz"]),
]


@pytest.mark.parametrize(("words", "named"), MEMBERS, ids=[m[0] for m in MEMBERS])
def test_a_list_of_named_persons_is_one_for_each(words: str, named: list[str]) -> None:
    reading = read(article(f"We met {words} there."))
    marked = (Marked((7, 7 + len(words)), "person", 1.0),)
    model = ModelReading({"entity": marked}, (), ())
    found = find_entities(replace(reading, model=model), [], Registry.load())
    assert [e.text for e in found if e.type == "person"] == named


# words, the reader's kind, how sure it is, the names among them
NAMES = [
    ("Sani Garba", "person", 0.95, ["Sani Garba"]),
    ("Sani Garba", "person", 0.6, []),
    ("a nurse from Kaduna, Sani Garba", "person", 0.95, ["Sani Garba"]),
    ("Sani", PRIVATE, 0.95, ["Sani"]),
    ("Niamey", "person", 0.95, []),
    ("Kaduna Governor Uba Sani", "person", 0.95, []),
    ("Kaduna's Bishop", "person", 0.95, []),
    ("Sani Garba", "organisation", 0.95, []),
]


@pytest.mark.parametrize(("words", "kind", "score", "names"), NAMES)
def test_names_of_persons_are_no_titles_nor_capitals(words: str, kind: str, score: float, names: list[str]) -> None:
    text = f"They met {words} there."
    model = ModelReading({"entity": (Marked((9, 9 + len(words)), kind, score),)}, (), ())
    found = person_names(replace(read(article(text)), model=model))
    assert [text[slice(*span)] for span in found] == names
