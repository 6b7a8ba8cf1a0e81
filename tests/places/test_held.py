"""Names that the text puts into a region, spellings with a word more or less, and near namesakes far away."""

from pathlib import Path

import pytest

from hearsay.places import Gazetteer, find_places
from hearsay.places.names import variants
from hearsay.places.schema import NewPlace, Writer
from hearsay.records import Place


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory, world: Gazetteer) -> Gazetteer:
    """The world and a pack with invented villages of two real governorates of Syria."""
    folder: Path = tmp_path_factory.mktemp("pack")
    with Writer(folder, "invented", {"source": "invented", "licence": "none", "country": "SYR"}) as writer:
        deir = writer.add(NewPlace("x:1", "Deir ez-Zor", "admin1", 35.0, 40.4, "SYR", radius_km=90.0))
        homs = writer.add(NewPlace("x:2", "Homs", "admin1", 34.4, 38.3, "SYR", radius_km=110.0))
        writer.add(NewPlace("x:3", "Barghuth", "town", 34.5, 41.0, "SYR", deir, radius_km=1.0))
        writer.add(NewPlace("x:4", "Zamarqun", "town", 34.7, 36.7, "SYR", homs, radius_km=1.0))
        writer.add(NewPlace("x:5", "Dahiyat an Nakhla", "quarter", 34.9, 40.5, "SYR", deir, radius_km=1.0))
        writer.add(NewPlace("x:6", "Nakhla", "town", 35.4, 40.2, "SYR", deir, radius_km=1.0))
    assert writer.path is not None
    return Gazetteer([*world.paths, writer.path])


def place(words: str, sentence: str, gazetteer: Gazetteer) -> Place:
    (found,) = [p for p in find_places(sentence, gazetteer) if p.text == words]
    return found


def test_a_descriptive_word_more(invented: Gazetteer) -> None:
    found = place(
        "Barghuth at-Tahtani", "Shelling hit Barghuth at-Tahtani village, Deir ez-Zor province, Syria.", invented
    )
    assert found.id == "x:3"


def test_a_namesake_in_another_region_is_a_candidate_only(invented: Gazetteer) -> None:
    found = place("Zamarqun", "Shelling hit the village of Zamarqun, Deir ez-Zor province, Syria.", invented)
    assert (found.lat, found.lon, found.radius_km) == (None, None, None)
    assert (found.country, found.admin1) == ("SYR", "Deir ez-Zor")
    assert [c.id for c in found.candidates] == ["x:4"]


def test_both_names_of_a_pair_are_held(invented: Gazetteer) -> None:
    found = place("Zamarqun", "Two people died in Zamarqun/Barghuth village, Deir ez-Zor province, Syria.", invented)
    assert found.lat is None


def test_a_translated_word_is_part_of_the_name(invented: Gazetteer) -> None:
    found = place("Nakhla suburb", "Shelling hit Nakhla suburb in Deir ez-Zor province, Syria.", invented)
    assert found.id == "x:5"


def test_variants_take_off_or_put_on_one_word() -> None:
    assert "barghuth" in variants("Barghuth at-Tahtani")
    assert "tall barghuth" in variants("Barghuth")
    assert variants("") == ()


def test_a_near_namesake_far_from_everything_named(world: Gazetteer) -> None:
    found = place("Synkivka", "Fighting went on near Synkivka and Kupiansk, Ukraine's army said.", world)
    assert found.lat is None
    assert found.candidates


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Rockets were fired from the central Gaza Strip at Sderot on Monday.", ["Gaza Strip", "Sderot"]),
        ("The Islamic State of Iraq and the Levant said so.", []),
        ("The Revolutionary Armed Forces of Colombia said so.", []),
        ("The Kurdistan Workers' Party denied it.", []),
        ("The Tigray People's Liberation Front agreed.", []),
        ("The UN Security Council met; the UN said so.", []),
        (
            "GUERRILLAS KILL TWO IN SAN SALVADOR ON A MASS TRANSIT BUS, JORGE OSSA SAID AT THE ENTRANCE.",
            ["SAN SALVADOR"],
        ),
    ],
)
def test_words_of_names_that_are_no_places(sentence: str, words: list[str], world: Gazetteer) -> None:
    assert [p.text for p in find_places(sentence, world)] == words


@pytest.mark.parametrize(
    ("sentence", "words", "country", "claims"),
    [
        ("Two people died in Sukhumi, Abkhazia.", "Sukhumi", "GEO", ("RUS",)),
        ("Two people died in Mitrovica, Kosovo.", "Mitrovica", "XKX", ("SRB",)),
        ("Two people died in Crimea.", "Crimea", "UKR", ("RUS",)),
        ("Two people died in Kyiv.", "Kyiv", "UKR", ()),
        ("Two people died in Simferopol.", "Simferopol", "UKR", ("RUS",)),
        ("Two people died in Tskhinvali, Georgia.", "Tskhinvali", "GEO", ("RUS",)),
        ("Two people died in Gori, Georgia.", "Gori", "GEO", ()),
        ("Two people died in Zugdidi, Georgia.", "Zugdidi", "GEO", ()),
        ("Israeli police said two people died in Katzrin.", "Katzrin", "SYR", ("ISR",)),
        ("Two people died in Majdal Shams.", "Majdal Shams", "SYR", ("ISR",)),
        ("Two people died in Kiryat Shmona, Israel.", "Kiryat Shmona", "ISR", ()),
        ("Two people died in Srinagar, India.", "Srinagar", "IND", ("PAK",)),
        ("Two people died in Muzaffarabad, Pakistan.", "Muzaffarabad", "PAK", ("IND",)),
        ("Two people died in Sialkot, Pakistan.", "Sialkot", "PAK", ()),
    ],
)
def test_contested(sentence: str, words: str, country: str, claims: tuple[str, ...], world: Gazetteer) -> None:
    found = place(words, sentence, world)
    assert (found.country, found.country_claims) == (country, claims)
