"""What a claim takes from the places told before: a toll of a war, a habit or a whole country takes no town."""

from __future__ import annotations

import pytest

import hearsay
from hearsay.records import Claim

TOLD = "Rebels attacked Beni in eastern Congo on Monday, killing nine traders. "


def last(text: str) -> Claim:
    return hearsay.code(TOLD + text, published="2024-05-14", outlet="Meridian Wire").claims[-1]


def place(text: str) -> str | None:
    found = last(text).place
    return found.text if found is not None else None


@pytest.mark.parametrize(
    "text",
    [
        "The war, which broke out in March 2022, has killed thousands of people and displaced two million.",
        "More than 4,100 civilians have been killed since February 2022.",
        "The number of village chiefs killed since the agreement rises to 77.",
        "The rebels have carried out similar attacks in the past.",
        "The rebels have repeatedly attacked convoys.",
        "The rebels deny targeting civilians.",
        "Doctors began a nationwide strike.",
        "Police arrested 300 people across the country.",
    ],
)
def test_what_tells_of_no_one_spot_is_in_the_country_of_the_events(text: str) -> None:
    found = last(text).place
    assert found is not None
    assert (found.country, found.precision) == ("COD", 6)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("More than 400 civilians have been killed in the town since February 2022.", "Beni"),
        ("More than 400 civilians have been killed in Goma since February 2022.", "Goma"),
        ("The rebels denied shelling the market.", "Beni"),
        ("It was the deadliest attack since the war began; the rebels burned two trucks.", "Beni"),
        ("They burned two trucks.", "Beni"),
        ("They killed a priest, whom the bishop had known for years.", "Beni"),
        ("They might enter the town again if the army broke a truce in force since 2019.", "Beni"),
    ],
)
def test_what_tells_of_one_spot_keeps_it(text: str, name: str) -> None:
    assert place(text) == name


def test_a_sum_of_events_in_two_countries_is_in_neither() -> None:
    text = "Rebels shot a priest in Kampala, Uganda. More than 4,100 people have been killed since February 2022."
    assert place(text) is None


def test_a_sum_is_no_incident_of_the_town_told_before() -> None:
    coding = hearsay.code(
        TOLD + "The conflict has killed thousands of people.", published="2024-05-14", outlet="Meridian Wire"
    )
    assert [len(incident.claims) for incident in coding.incidents] == [1] * len(coding.claims)


def test_a_sum_lasts_from_its_beginning_to_the_report() -> None:
    time = last("More than 4,100 civilians have been killed since February 2022.").time
    assert time is not None
    assert (time.text, time.start, time.end) == ("since February 2022", "2022-02-01", "2024-05-14")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Some 9,000 people fled towards Bunia. A woman was shot dead.", "Beni"),
        ("The wounded were taken to hospital in Goma. A second bomb killed two men.", "Beni"),
        ("Troops fled to Bunia. Two soldiers were shot dead there.", "Bunia"),
        ("Kinshasa accused Kigali of arming the rebels.", None),
        ("A diplomat called for sanctions on Kigali.", None),
        ("Rwanda rejected criticism by Kinshasa.", None),
        ("The army opened fire on protesters in Kinshasa.", "Kinshasa"),
        ("Residents of Kinshasa said police had shot a man.", "Kinshasa"),
        ("Gunmen seized the town of Lubero-centre.", "Lubero"),
        ("Gunmen seized Lubero village. The rebels left the village and burned a school.", "Lubero"),
        ("The wounded were taken to Heri hospital in Goma. A second bomb killed two men.", "Beni"),
        ("Gunmen raided the village of Kanyihunga, North Kivu province, and burned a school.", "Kanyihunga"),
        ("A mine on the road to Goma killed two men and soldiers were shot at in Bukavu on Sunday.", "Bukavu"),
        ("In Goma, two shells hit the Virunga neighbourhood.", "Virunga neighbourhood"),
        ("Lubero: a mine killed two women.", "Lubero"),
        ("11:20 Lubero: a mine killed two women.", "Lubero"),
    ],
)
def test_whence_whither_and_who_are_not_where(text: str, name: str | None) -> None:
    assert place(text) == name
