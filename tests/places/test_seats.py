"""A town, or the region of its name: what the words around a name say, and what is meant where they say nothing."""

import pytest

from hearsay.places import Gazetteer, find_places

TOWN, REGION = 1, 4


@pytest.mark.parametrize(
    ("sentence", "words", "precision"),
    [
        ("A rocket hit a clinic in Nabatieh, southern Lebanon.", "Nabatieh", TOWN),
        ("Two officers were shot dead in Kandahar, Afghanistan.", "Kandahar", TOWN),
        ("Shells fell on the eastern city of Kharkiv in Ukraine.", "Kharkiv", TOWN),
        ("Ukrainian crews mined roads in the region of Kharkiv.", "Kharkiv", REGION),
        ("Drones were seen across Kharkiv, Ukrainian officers said.", "Kharkiv", REGION),
        ("Villages in Kursk were evacuated, Russian officials said.", "Kursk", REGION),
        ("Kursk Governor Roman Lisin said Russian posts were quiet.", "Kursk", REGION),
        ("Two men were shot in Sarmin, Idlib, a Syrian monitor said.", "Idlib", REGION),
        ("Farms burned in Tillabéri, Niger.", "Tillabéri", TOWN),
        ("Rebels left Nariño, Colombia.", "Nariño", REGION),
    ],
)
def test_a_town_is_meant_unless_the_words_speak_for_its_region(
    sentence: str, words: str, precision: int, world: Gazetteer
) -> None:
    (found,) = [place for place in find_places(sentence, world) if place.text == words]
    assert found.precision == precision


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Russian posts in the Belgorod, Kursk and Bryansk regions came under fire.", [REGION] * 3),
        ("Russian posts in Belgorod, Kursk and Bryansk came under fire.", [TOWN] * 3),
        ("Troops left the provinces of Kandahar and Herat.", [REGION] * 2),
        ("Troops left the cities of Kandahar and Herat.", [TOWN] * 2),
        ("Troops left Kandahar, and Herat city is quiet.", [TOWN] * 2),
    ],
)
def test_what_is_said_of_a_list_is_said_of_each(sentence: str, kinds: list[int], world: Gazetteer) -> None:
    assert [place.precision for place in find_places(sentence, world)] == kinds
