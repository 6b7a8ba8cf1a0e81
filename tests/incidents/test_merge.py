"""Incidents of short invented articles: what is one event, what is another, and what is made of its claims."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.builders import claim, count, day, party, place

import hearsay
from hearsay.incidents import merge
from hearsay.records import Claim, Coding, Incident, Mention


def code(text: str) -> Coding:
    return hearsay.code(text, published="2024-05-14", outlet="Meridian Wire")


def groups(coding: Coding) -> list[list[str]]:
    """The triggers of each incident's claims."""
    triggers = {c.id: c.event.trigger.text for c in coding.claims}
    return [[triggers[c] for c in incident.claims] for incident in coding.incidents]


# what it is, the article, the triggers of its incidents
ONE_OR_MORE: list[tuple[str, str, list[list[str]]]] = [
    (
        "a lede and its body",
        (
            "Gunmen killed 12 worshippers in a mosque in Maradi on Sunday, police said.\n\n"
            "Twelve people died and eight were wounded in the attack on the mosque, a nurse said."
        ),
        [["killed", "died"]],
    ),
    (
        "announced as another incident",
        (
            "Militants attacked an army post in Peshawar on Sunday, killing three soldiers, officials said. In another "
            "incident, gunmen shot dead a policeman in Peshawar on Sunday, police said."
        ),
        [["attacked"], ["shot dead"]],
    ),
    (
        "announced as separate",
        (
            "Militants attacked an army post in Peshawar on Sunday, killing three soldiers.\n\n"
            "Separately, gunmen shot dead a policeman in Peshawar on Sunday, police said."
        ),
        [["attacked"], ["shot dead"]],
    ),
    (
        "two places",
        (
            "Warplanes bombed a school in Kramatorsk on Monday, killing five people, the regional governor said.\n\n"
            "Warplanes also bombed a depot in Odesa on Monday, wounding three guards, the mayor said."
        ),
        [["bombed"], ["bombed"]],
    ),
    (
        "two days",
        (
            "Rebels attacked an army base in Goma on Friday, killing four soldiers. "
            "Rebels attacked the base again on Sunday, killing seven soldiers."
        ),
        [["attacked"], ["attacked"]],
    ),
    (
        "a denial",
        (
            "An airstrike hit a wedding in Hajjah on Sunday, killing at least 20 people, health officials said.\n\n"
            "The coalition denied that its aircraft had bombed the wedding."
        ),
        [["hit", "bombed"]],
    ),
    (
        "a plan is another matter",
        "Troops killed four rebels in Goma on Monday. Rebels plan to attack Bukavu, the army said.",
        [["killed"], ["attack"]],
    ),
    (
        "two accounts of one blast",
        (
            "An explosion killed nine people in Kabul on Tuesday, a hospital director said. "
            "The interior ministry said three people died."
        ),
        [["killed", "died"]],
    ),
    (
        "a strike and the answer to it",
        (
            "Israeli warplanes bombed Tyre on Monday, killing two people. "
            "Rockets fired from Tyre hit Haifa on Monday, wounding one man."
        ),
        [["bombed"], ["hit"]],
    ),
    (
        "a raid and its arrests",
        "Soldiers raided a village near Hebron on Monday, wounding two youths, and arrested nine men.",
        [["raided", "arrested"]],
    ),
    (
        "a denial days later that names no day",
        (
            "Rebels shelled a hospital in Sumy on Friday, killing six patients, doctors said.\n\n"
            "The defence ministry denied that its forces had shelled the hospital."
        ),
        [["shelled", "shelled"]],
    ),
    (
        "an hour of the day told before",
        (
            "Gunmen killed 12 worshippers in a mosque in Maradi on Sunday, police said.\n\n"
            "The attackers opened fire during dawn prayers and killed twelve people, an imam said."
        ),
        [["killed", "opened fire"]],
    ),
    (
        "a victim named after he was killed",
        (
            "Rebels killed a villager, identified as Juma Ali, near Beni on Monday. "
            "Ali, a father of two, was dragged out of his house and was shot dead by unknown men, police said."
        ),
        [["killed", "shot dead"]],
    ),
    (
        "two victims with names of their own",
        (
            "Rebels killed a villager, identified as Juma Ali, near Beni on Monday. "
            "Amina Yusuf, a nurse, was shot dead by gunmen in Goma on Sunday, police said."
        ),
        [["killed"], ["shot dead"]],
    ),
    (
        "the victim of the sentence before",
        (
            "Rebels killed a headman, identified as Juma Ali, near Goma. "
            "The assailants slit the throat of the victim with a knife, police said."
        ),
        [["killed", "slit"]],
    ),
    (
        "told as what came later",
        (
            "A bomb exploded at a market in Kano on Monday, killing 12 people. Hours later gunmen shot dead three "
            "policemen at a checkpoint."
        ),
        [["exploded"], ["shot dead"]],
    ),
    (
        "whoever dies later was hurt before",
        "A bomb wounded nine people in Mosul on Monday, police said. Hours later two of the wounded died, medics said.",
        [["wounded", "died"]],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, *row in ONE_OR_MORE])
def test_what_is_one_incident(text: str, expected: list[list[str]]) -> None:
    assert groups(code(text)) == expected


# what is wrong, the article, the triggers of its incidents
FAULTS: list[tuple[str, str, list[list[str]]]] = [
    (
        "a place lost and a place held are two incidents",
        (
            "The army said it had repelled an attack by rebels on its base in Sake on Monday. "
            "A rebel spokesman said fighters had captured the base and killed 20 soldiers."
        ),
        [["repelled", "captured"]],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=why), id=why[:40]) for why, *row in FAULTS],
)
def test_known_faults(text: str, expected: list[list[str]]) -> None:
    assert groups(code(text)) == expected


def test_two_accounts_make_a_range_a_dispute_and_two_origins() -> None:
    (incident,) = code(ONE_OR_MORE[7][1]).incidents
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.best, incident.killed.high) == (3, 9, 9)
    assert [o.name for o in incident.origins] == ["a hospital director", "The interior ministry"]
    assert [d.field for d in incident.disputes] == ["toll"]
    assert (incident.rule, incident.event.mode) == ("stated", "explosives")


def test_another_incident_is_announced_in_its_own_sentence_only() -> None:
    cue, long = "In another incident. ", "x " * 400
    claims = [claim(place=GOMA, id="a"), claim(place=GOMA, id="b")]
    spans = [(0, 1), (len(cue) + 10, len(cue) + 11)]
    told = [c.model_copy(update={"span": s}) for c, s in zip(claims, spans, strict=True)]
    assert len(merge(cue + long, told)) == 1
    assert len(merge("In another incident " + long, told)) == 2
    far = [told[0], told[1].model_copy(update={"span": (700, 701)})]
    assert len(merge("In another incident " + long, far)) == 1


def test_a_lede_is_not_counted_twice() -> None:
    (incident,) = code(ONE_OR_MORE[0][1]).incidents
    assert incident.killed is not None
    assert incident.injured is not None
    assert (incident.killed.low, incident.killed.best, incident.killed.high) == (12, 12, 12)
    assert incident.injured.best == 8


def test_a_denied_deed_keeps_its_status_and_toll_and_is_disputed() -> None:
    (incident,) = code(ONE_OR_MORE[5][1]).incidents
    assert incident.status == "occurred"
    assert incident.killed is not None
    assert incident.killed.best == 20
    assert [d.field for d in incident.disputes] == ["responsibility"]


def test_who_else_was_killed_adds_to_the_dead_of_his_kind() -> None:
    text = "Eight rebels were killed in a clash with soldiers near Goma. One rebel was also killed in the gun battle."
    (incident,) = code(text).incidents
    assert incident.killed is not None
    assert (incident.killed.best, incident.killed.by_kind["rebel_group"].best) == (9, 9)


def test_the_toll_of_a_lede_is_not_lost_beside_sources_that_give_none() -> None:
    text = (
        "A rebel was killed in an encounter with soldiers near Goma. Rebels fired on the soldiers near Goma, "
        "a colonel said. The rebels attacked the soldiers near Goma for an hour, the mayor said."
    )
    (incident,) = code(text).incidents
    assert incident.killed is not None
    assert incident.killed.best == 1


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Rebels shot dead Juma Ali near Goma on Sunday.", {"civilians": 1}),
        ("Rebels killed a postmaster near Goma on Sunday.", {"civilians": 1}),
        ("Police shot dead Juma Ali near Goma on Sunday.", {}),
        ("Rebels ambushed a patrol near Goma on Sunday. Nine were killed.", {}),
    ],
)
def test_who_has_no_role_in_a_force_is_a_civilian_to_the_group_that_killed_him(
    text: str, kinds: dict[str, float]
) -> None:
    (incident,) = code(text).incidents
    assert incident.killed is not None
    assert {kind: toll.best for kind, toll in incident.killed.by_kind.items()} == kinds


def test_police_and_their_statement_are_one_origin() -> None:
    text = (
        "Gunmen killed 12 worshippers in a mosque in Maradi on Sunday, police said.\n\n"
        "Twelve people died and eight were wounded in the attack on the mosque, a police statement said."
    )
    assert [len(i.origins) for i in code(text).incidents] == [1]


def test_a_toll_that_rose_is_not_disputed() -> None:
    text = (
        "A bomb killed five people at a market in Maiduguri on Monday, police said. "
        "Another three died in hospital overnight, raising the toll to eight, a nurse said."
    )
    (incident,) = code(text).incidents
    assert incident.disputes == ()


# ---------------------------------------------------------------- claims made by hand

GOMA, SAKE = place("Goma", -1.68, 29.23, country="COD"), place("Sake", -1.57, 29.04, country="COD")
REBELS, ARMY = party("rebels", "rebel_group"), party("M23", "rebel_group", name="M23")


def merged(claims: Sequence[Claim]) -> tuple[Incident, ...]:
    return merge("x" * 200, claims)


def test_every_claim_is_in_exactly_one_incident_in_the_order_of_the_text() -> None:
    claims = [claim(place=p, id=str(k)) for k, p in enumerate([GOMA, SAKE, GOMA, None, SAKE])]
    found = merged(claims)
    assert sorted(c for i in found for c in i.claims) == ["0", "1", "2", "3", "4"]
    assert [i.claims[0] for i in found] == ["0", "1"]
    assert all(list(i.claims) == sorted(i.claims) for i in found)


def test_no_claims_no_incidents() -> None:
    assert merge("", ()) == ()


def test_an_id_comes_from_the_first_claim_and_outlives_the_others() -> None:
    first = claim(place=GOMA, id="a")
    (alone,) = merged([first])
    (joined,) = merged([first, claim(place=GOMA, id="b")])
    assert alone.id == joined.id
    assert alone.id != merged([claim(place=GOMA, id="b")])[0].id


def test_the_best_of_several_claims_are_the_incidents() -> None:
    vague = claim(place=place("Kahembe"), time=day("2024-05-08", "2024-05-14", basis="publication", precision=3))
    exact = claim(place=None, time=day("2024-05-13"), mode="aerial", outcome="succeeded", actors=(ARMY,))
    (incident,) = merged([vague, exact])
    assert incident.event.mode == "aerial"
    assert incident.outcome == "succeeded"
    assert incident.time is not None
    assert incident.time.start == "2024-05-13"
    assert incident.place is not None
    assert incident.place.name == "Kahembe"


def test_a_nameless_party_gives_way_to_the_named_one_of_its_kind() -> None:
    (incident,) = merged([claim(place=GOMA, actors=(REBELS,)), claim(place=GOMA, actors=(ARMY,))])
    assert [p.text for p in incident.actors] == ["M23"]


def test_who_is_denied_to_have_done_it_is_no_actor() -> None:
    denied = claim(place=GOMA, actors=(ARMY,), status="denied", origin="the army")
    (incident,) = merged([claim(place=GOMA, actors=(REBELS,)), denied])
    assert [p.text for p in incident.actors] == ["rebels"]
    assert incident.status == "occurred"


def test_denials_alone_make_a_denied_incident() -> None:
    (incident,) = merged([claim(status="denied", origin="the army"), claim(status="denied", origin="the governor")])
    assert incident.status == "denied"


def test_the_words_of_another_incident_must_stand_before_the_trigger() -> None:
    text = "Rebels shelled Goma. In another incident rebels shelled Goma."
    at = [k for k in range(len(text)) if text.startswith("shelled", k)]
    claims = [
        claim(place=GOMA, span=(k, k + 7), trigger=Mention(text="shelled", span=(k, k + 7)), id=str(k)) for k in at
    ]
    assert [len(i.claims) for i in merge(text, claims)] == [1, 1]
    assert [len(i.claims) for i in merge(text.replace("In another incident", "A day after, the"), claims)] == [2]


@pytest.mark.xfail(strict=True, reason="the outcome is the first that any claim gives, not the incident's event's")
def test_event_status_and_outcome_are_of_one_claim() -> None:
    foiled = claim(place=GOMA, status="thwarted", outcome="failed", actors=())
    arrests = claim(count(3, "arrested"), kind="COERCE", mode="arrest", place=GOMA, recipients=(party("men"),))
    (incident,) = merged([foiled, arrests])
    assert (incident.event.type, incident.status, incident.outcome) == ("COERCE", "occurred", "unknown")
