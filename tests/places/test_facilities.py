"""Landmarks of the codebook: found by any of the words they stand with, and told from the towns of their name."""

import pytest

from hearsay.codebook import table
from hearsay.places import Gazetteer, find_places
from hearsay.places.facilities import LANDMARK, facilities


@pytest.mark.parametrize(
    ("sentence", "words", "name"),
    [
        ("Drones hit Engels air base before dawn.", "Engels air base", "Engels air base"),
        ("Rockets struck the Ain al-Asad airbase in Iraq.", "Ain al-Asad airbase", "Ain al-Asad air base"),
        ("Water rose behind the Kakhovka dam, Kyiv said.", "Kakhovka dam", "Kakhovka Dam"),
        ("Shells fell on the Zaporizhzhia Nuclear Power Plant.", "Zaporizhzhia Nuclear Power Plant", None),
        ("Trucks queued at the Bab al-Hawa border crossing.", "Bab al-Hawa border crossing", "Bab al-Hawa crossing"),
        ("The militia seized the Al Omar oil field.", "Al Omar oil field", "Al-Omar oil field"),
        ("The Tabqa dam was shelled.", "The Tabqa dam", "Tabqa Dam"),
    ],
)
def test_a_landmark_is_found(sentence: str, words: str, name: str | None, world: Gazetteer) -> None:
    (place,) = [place for place in find_places(sentence, world) if place.text == words]
    assert place.id is not None
    assert place.id.startswith(LANDMARK)
    assert (place.precision, place.name) == (1, name or place.name)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Shells fell on Engels in Russia's Saratov region.", "Engels"),
        ("Two people died in Rafah, Gaza.", "Rafah"),
        ("Water was cut in Tabqa, Syria.", "Tabqa"),
    ],
)
def test_the_town_of_its_name_is_the_town(sentence: str, words: str, world: Gazetteer) -> None:
    (place,) = [place for place in find_places(sentence, world) if place.text == words]
    assert place.id is not None
    assert not place.id.startswith(LANDMARK)


def test_persons_and_units_are_no_landmarks(world: Gazetteer) -> None:
    for sentence in ("Omar Balad met Bashar al-Asad.", "An IS field commander fled.", "Engels based his essay on it."):
        assert not [p for p in find_places(sentence, world) if (p.id or "").startswith(LANDMARK)]


def test_every_landmark_has_one_id_and_a_known_kind() -> None:
    ids = [facility.id for facility in facilities()]
    assert len(ids) == len(set(ids))
    called = table("facilities")["called"]
    for name, entry in table("facilities")["facility"].items():
        assert entry.get("is") is None or entry["is"] in called, name
        assert "is" in entry or not entry.get("town"), f"{name}: a town's name alone, and no word to tell it by"
