# ruff: noqa: E501  (one sentence a line)
"""Where an event fell: its clause's place before its sentence's, the town before its province, and what is carried on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from tests.builders import event_span, place, span_of

from hearsay.claims.locate import locate
from hearsay.claims.told import Told
from hearsay.claims.where import Where, is_place, within
from hearsay.reading import EventSpan
from hearsay.records import Place, Span

KNOWN: dict[str, dict[str, Any]] = {
    "Goma": {"country": "COD", "admin1": "North Kivu"},
    "Sake": {"country": "COD", "admin1": "North Kivu"},
    "Bukavu": {"country": "COD", "admin1": "South Kivu"},
    "North Kivu": {"country": "COD", "admin1": "North Kivu", "precision": 4},
    "Congo": {"country": "COD", "precision": 6},
    "Haifa": {"country": "ISR"},
    "Tyre": {"country": "LBN"},
    "South Kivu": {"country": "COD", "admin1": "South Kivu", "precision": 4},
}


def places(text: str) -> list[Place]:
    """The known toponyms of the text, in order."""
    found = [
        place(name, 1.0, 1.0, **fields).model_copy(update={"span": (at, at + len(name))})
        for name, fields in KNOWN.items()
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    return sorted((p for p in found), key=lambda p: p.span)


def where(text: str, trigger: str, clause: str | None = None, **fields: Any) -> Where:
    event = event_span(trigger=span_of(text, trigger), span=span_of(text, clause or text), **fields)
    whole = (0, len(text))
    (found,) = locate(text, [Told(event, (), whole, (), whole)], places(text), [], [], [whole], 0)
    return found


# sentence, trigger, clause (None: all of it), place, further places
CHOSEN: list[tuple[str, str, str | None, str | None, list[str]]] = [
    ("Rebels shelled Sake on Monday.", "shelled", None, "Sake", []),
    ("Rebels attacked a post near Sake in North Kivu.", "attacked", None, "Sake", []),
    ("In North Kivu, rebels attacked a post near Sake.", "attacked", None, "Sake", []),
    ("Rebels shelled Sake and Bukavu.", "shelled", None, "Sake", ["Bukavu"]),
    ("Rebels shelled Sake while police shot a man in Bukavu.", "shot", "police shot a man in Bukavu", "Bukavu", []),
    ("Rebels shelled Sake while police shot a man in Bukavu.", "shelled", "Rebels shelled Sake", "Sake", []),
    ("In Goma, officials said that rebels had attacked a bus.", "attacked", "rebels had attacked a bus", "Goma", []),
    ("A Goma-based group shot a man in Bukavu.", "shot", None, "Bukavu", []),
    ("Goma’s governor said a man was shot in Bukavu.", "shot", None, "Bukavu", []),
    ("Troops killed 15 gunmen, while the rest fled towards Sake.", "killed", None, None, []),
    ("Troops killed 15 gunmen near Goma, and the rest retreated to Sake.", "killed", None, "Goma", []),
    ("The gunmen fled to Sake, where troops killed 15 of them.", "killed", None, "Sake", []),
    ("A man was shot.", "shot", None, None, []),
    ("Rebels shot a man, Congo officials said.", "shot", None, None, []),
    ("Rebels shot a man in Congo, officials said.", "shot", None, "Congo", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "trigger", "clause", "name", "others"), CHOSEN, ids=[f"{c[1]}: {c[0][:55]}" for c in CHOSEN]
)
def test_the_places_of_its_sentence(
    text: str, trigger: str, clause: str | None, name: str | None, others: list[str]
) -> None:
    found = where(text, trigger, clause)
    assert (found.place.name if found.place else None) == name
    assert [p.name for p in found.others] == others


def test_words_of_a_party_are_no_place() -> None:
    text = "Troops from Goma attacked a bus in Bukavu."
    found = where(text, "attacked", actors=(span_of(text, "Troops from Goma"),))
    assert found.place is not None
    assert (found.place.name, found.others) == ("Bukavu", ())


def test_what_was_launched_from_one_place_fell_on_another() -> None:
    text = "Rockets fired from Tyre hit houses in Haifa."
    found = where(text, "hit", mode="heavy-weapons")
    assert found.place is not None
    assert found.launched_from is not None
    assert (found.place.name, found.launched_from.name) == ("Haifa", "Tyre")


def test_gunmen_from_a_town_launch_nothing() -> None:
    text = "Gunmen from Tyre shot a man in Haifa."
    assert where(text, "shot", mode="firearms").launched_from is None


def test_somebodys_home_is_not_where_it_befell_him() -> None:
    text = "Ali Musa, a youth from Tyre, was killed in a raid on Haifa."
    found = where(text, "killed", recipients=(span_of(text, "Ali Musa"),))
    assert found.place is not None
    assert (found.place.name, found.others) == ("Haifa", ())


def test_the_place_that_was_hit_comes_first() -> None:
    text = "In South Kivu, rebels burned the port of Bukavu."
    found = where(text, "burned", recipients=(span_of(text, "the port of Bukavu"),))
    assert found.place is not None
    assert found.place.name == "Bukavu"


# two sentences, the second's trigger, where it fell
TOLD_BEFORE = [
    ("Rebels attacked Sake.", "The wounded were taken to a hospital in Goma, where two men were shot.", "shot", "Goma"),
    ("Rebels attacked Sake.", "Nine people were injured and rushed to Goma.", "injured", "Sake"),
    ("Rebels attacked Sake.", "Nine soldiers were killed, the ministry said in a statement issued in Goma.", "killed", "Sake"),
    ("Rebels attacked Sake.", "The president, who was in Goma, ordered his men to attack.", "attack", "Sake"),
    ("Rebels attacked Sake.", "Thousands have died in Congo’s long war.", "died", "Congo"),
    ("Rebels attacked Sake.", "Residents of Goma said soldiers looted shops.", "looted", "Goma"),
    ("Sirens sounded in Goma.", "Two rockets were intercepted.", "intercepted", "Goma"),
    ("Rebels attacked Sake.", "The president called for talks.", "called", "Sake"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "sentence", "trigger", "name"), TOLD_BEFORE)
def test_the_words_around_a_place_tell_whether_it_was_there(
    before: str, sentence: str, trigger: str, name: str
) -> None:
    text = f"{before} {sentence}"
    items = told(text, (before, before.split()[1]), (sentence, trigger))
    sources = [span_of(text, "Residents of Goma")] if "Residents" in sentence else []
    assert names(located(text, items, sources=sources))[-1][0] == name


def test_what_is_only_said_takes_no_place_from_what_was_told_before() -> None:
    text = "Rebels attacked Sake. The president threatened them."
    items = told(text, ("Rebels attacked Sake.", "attacked"), ("The president threatened them.", "threatened"))
    said = event_span(
        "THREATEN", trigger=items[1].event.trigger, span=items[1].event.span, status="threatened", sentence=1
    )
    assert names(located(text, [items[0], replace(items[1], event=said)]))[-1] == (None, "none")


# words, known place, are they a place and nothing else?
ALONE = [
    ("Sake", True),
    ("the town of Sake", True),
    ("the besieged town of Sake", True),
    ("Sake city", True),
    ("the market of Sake", False),
    ("police in Sake", False),
    ("two farmers from Sake", False),
    ("soldiers", False),
]


@pytest.mark.parametrize(("words", "expected"), ALONE)
def test_a_bare_toponym_is_a_place(words: str, expected: bool) -> None:
    text = f"Rebels attacked {words} on Monday."
    assert is_place(text, span_of(text, words), places(text)) is expected


def told(text: str, *events: tuple[str, str]) -> list[Told]:
    """An event for each (sentence, trigger)."""
    out = []
    for number, (sentence, trigger) in enumerate(events):
        begin, end = span_of(text, sentence)
        start = text.index(trigger, begin)
        event: EventSpan = event_span(trigger=(start, start + len(trigger)), span=(begin, end), sentence=number)
        out.append(Told(event, (), (begin, end), (), (begin, end)))
    return out


def located(text: str, items: list[Told], *, sources: Sequence[Span] = (), theatre: Sequence[str] = ()) -> list[Where]:
    return locate(text, items, places(text), sources, theatre, sorted({t.sentence for t in items}), 0)


def names(found: list[Where]) -> list[tuple[str | None, str]]:
    return [(w.place.name if w.place else None, w.trace) for w in found]


def test_a_sentence_without_a_place_goes_on_in_the_last_one() -> None:
    text = "Rebels attacked Sake. Nine people died. Rebels shot a man in Bukavu. They burned a clinic."
    items = told(
        text,
        ("Rebels attacked Sake.", "attacked"),
        ("Nine people died.", "died"),
        ("Rebels shot a man in Bukavu.", "shot"),
        ("They burned a clinic.", "burned"),
    )
    assert names(located(text, items)) == [
        ("Sake", "clause"), ("Sake", "carried"), ("Bukavu", "clause"), ("Bukavu", "carried"),
    ]  # fmt: skip


def test_the_place_of_its_clause_comes_before_one_behind_another_event() -> None:
    text = "A bomb on a bus of Goma killed nine and a post was hit near Sake."
    first, second = "A bomb on a bus of Goma killed nine", "a post was hit near Sake"
    whole = (0, len(text))
    items = [replace(item, sentence=whole) for item in told(text, (first, "killed"), (second, "hit"))]
    assert names(located(text, items)) == [("Goma", "clause"), ("Sake", "clause")]


def test_the_town_points_back_to_a_town_that_was_named() -> None:
    text = "A convoy left Sake camp for Goma. Nine people died in the camp."
    camp = place("Sake camp").model_copy(update={"span": span_of(text, "Sake camp")})
    items = told(text, ("Nine people died in the camp.", "died"))
    sentences = [span_of(text, "A convoy left Sake camp for Goma."), items[0].sentence]
    assert names(locate(text, items, [camp, *places(text)[1:]], [], [], sentences, 0)) == [("Sake camp", "anaphor")]


def test_the_country_of_the_article_is_the_last_resort() -> None:
    text = "Elections in Ukraine are near. A man was shot."
    items = told(text, ("A man was shot.", "shot"))
    (found,) = located(text, items, theatre=["UKR"])
    assert found.place is not None
    assert (found.place.text, found.place.country, found.place.precision) == ("Ukraine", "UKR", 6)
    assert found.trace == "theatre"
    assert names(located(text, items, theatre=["SYR"])) == [(None, "none")]
    assert names(located(text, items)) == [(None, "none")]


def test_a_speakers_seat_is_not_where_it_happened() -> None:
    text = "Police in Goma said that a man was shot."
    items = told(text, (text, "shot"))
    assert names(located(text, items, sources=[span_of(text, "Police in Goma")])) == [(None, "none")]


@pytest.mark.parametrize(
    ("hit", "name"), [("the market of Sake", "Sake"), ("soldiers of Sake’s garrison", "North Kivu")]
)
def test_a_thing_that_was_hit_beside_people_says_where_they_were(hit: str, name: str) -> None:
    text = f"Nine people were killed when rebels shelled {hit} in North Kivu."
    event = event_span(trigger=span_of(text, "killed"), span=(0, len(text)), victims=(span_of(text, hit),), effect=True)
    items = [Told(event, (), (0, len(text)), (), (0, len(text)))]
    assert [found for found, _ in names(located(text, items))] == [name]


def test_what_was_only_planned_lends_its_place_to_nobody() -> None:
    text = "Rebels attacked Sake. They plan to attack Goma. Nine people died."
    items = told(
        text,
        ("Rebels attacked Sake.", "attacked"),
        ("They plan to attack Goma.", "attack"),
        ("Nine people died.", "died"),
    )
    planned = items[1].event
    items[1] = Told(
        event_span(trigger=planned.trigger, span=planned.span, status="planned"),
        (),
        items[1].sentence,
        (),
        planned.span,
    )
    assert [name for name, _ in names(located(text, items))] == ["Sake", "Goma", "Sake"]


def test_within_takes_the_places_of_one_sentence() -> None:
    text = "Goma is quiet. Sake burns. Bukavu waits."
    assert [p.name for p in within(places(text), span_of(text, "Sake burns."))] == ["Sake"]
