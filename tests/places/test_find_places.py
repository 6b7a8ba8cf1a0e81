"""Which words are places and which are not; which place a name means; what any text gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import cpu_seconds

from hearsay.places import Gazetteer, find_places
from hearsay.records import Place


def texts(sentence: str, world: Gazetteer) -> list[str]:
    return [place.text for place in find_places(sentence, world)]


def one(words: str, sentence: str, world: Gazetteer) -> Place:
    (found,) = [place for place in find_places(sentence, world) if place.text == words]
    return found


@pytest.mark.parametrize(
    "sentence",
    [
        "Jackson said the army would return.",
        "Mr. Lincoln told reporters that the Georgians had left.",
        "Charlotte Jackson, a nurse, treated the wounded.",
        "Syrian and Russian warplanes bombed the Kurds.",
        "The Hama Police Command issued a statement.",
        "The Turkistan Islamic Party claimed the attack.",
        "Tahrir al-Sham said it had withdrawn.",
        "The March ceasefire was broken on Monday by the Army.",
        "I'll be there, he said. Most of us were.",
        "President Bashar al-Assad met General Homer Worth.",
        "The cleric Muqtada al-Sadr called for calm.",
        "According to Wagner, the post had been left.",
        "Men loyal to Badr threw Molotov cocktails from a Toyota.",
        "The agency said so; IRNA and Xinhua repeated it.",
        "They told Radio Bukavu and the Kandahar Times; Voice of Lebanon and Aleppo FM were shut.",
        "Editors of Shabelle Voice and the Sudan Tribune were held.",
        "The National Army of Liberation (NAL) struck; the NAL burned trucks.",
    ],
)
def test_persons_peoples_and_organisations_are_no_places(sentence: str, world: Gazetteer) -> None:
    assert texts(sentence, world) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Police in Odesa and Kherson, Ukraine, made arrests.", ["Odesa", "Kherson", "Ukraine"]),
        ("The Odesa Police Department made arrests.", ["Odesa"]),
        ("Troops reached Khan Yunis, Rafah and Deir al-Balah.", ["Khan Yunis", "Rafah", "Deir al-Balah"]),
        ("TROOPS SEARCHED HOUSES IN THE CITY OF SANTA ANA, EL SALVADOR.", ["SANTA ANA", "EL SALVADOR"]),
        ("Ukraine’s army held Bakhmut; Russia's did not.", ["Ukraine", "Bakhmut", "Russia"]),
        ("They fled from Eastern Idlib to Idlib province.", ["Eastern Idlib", "Idlib province"]),
        ("Shelling hit the village of Umm Sayala in Sudan.", ["Umm Sayala", "Sudan"]),
        ("A drone hit Kuweires airbase near Aleppo.", ["Kuweires airbase", "Aleppo"]),
        ("In Idlib province, two men were shot.", ["Idlib province"]),
        ("Near Sarmuda village two men were shot in Syria.", ["Sarmuda", "Syria"]),
        ("He fled to Goma (DRC) and the United Arab Emirates (UAE).", ["Goma", "DRC", "United Arab Emirates", "UAE"]),
        ("Raiders burned the offices of Kandahar’s Radio Arman.", ["Kandahar"]),
    ],
)
def test_places_are_found_with_their_own_words(sentence: str, words: list[str], world: Gazetteer) -> None:
    assert texts(sentence, world) == words


def test_another_spelling_is_known_in_a_text_that_names_no_country(world: Gazetteer) -> None:
    found = one("Maarat al-Numan", "Shelling killed six people in Maarat al-Numan on Sunday.", world)
    assert (found.country, found.admin1) == ("SYR", "Idlib")


def test_an_unknown_village_stays_and_has_no_coordinates(world: Gazetteer) -> None:
    place = one("Umm Qarnayn Zubbat", "Two men were shot in the village of Umm Qarnayn Zubbat.", world)
    assert (place.id, place.lat, place.lon, place.precision) == (None, None, None, None)


def test_an_unknown_name_with_its_division_behind_it_is_a_place(world: Gazetteer) -> None:
    assert "Mabuku" in texts("An attack on Mabuku, Idlib district, killed two farmers.", world)
    assert texts("They met Idris Musa, Idlib district governor, on Monday.", world) == ["Idlib district"]


def test_an_unknown_facility_stands_by_the_town_named_with_it(world: Gazetteer) -> None:
    place = one("Qurqumaz checkpoint", "Gunmen attacked the Qurqumaz checkpoint outside Manbij, Syria.", world)
    assert place.id is None
    assert place.country == "SYR"
    assert place.lat == pytest.approx(36.53, abs=0.05)
    assert place.precision == 2
    assert place.anchor is not None


def test_an_unknown_facility_stands_by_a_town_of_its_own_sentence(world: Gazetteer) -> None:
    sentence = "Medics in Manbij, Syria, drove to the Qurqumaz checkpoint. Palmyra was calm."
    place = one("Qurqumaz checkpoint", sentence, world)
    assert place.lat == pytest.approx(36.53, abs=0.05)


def test_a_district_known_by_its_town_alone_is_as_wide_as_a_district(world: Gazetteer) -> None:
    place = one("Bijapur District", "Two men were shot in Bijapur District, Chhattisgarh, India.", world)
    assert (place.precision, place.radius_km) == (3, 20.0)


def test_a_region_is_not_its_capital(world: Gazetteer) -> None:
    region = one("Aleppo Governorate", "Clashes went on across Aleppo Governorate in Syria.", world)
    town = one("Aleppo", "A shell fell in the city of Aleppo in Syria.", world)
    assert (region.precision, town.precision) == (4, 1)
    assert region.id != town.id


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Fighters in Tripoli, Libya, shelled the port.", "LBY"),
        ("Fighters in Tripoli, Lebanon, shelled the port.", "LBN"),
        ("Lebanese troops entered Tripoli after clashes in Beirut and Sidon.", "LBN"),
        ("Libyan militias fought in Tripoli; Misrata and Zliten stayed calm.", "LBY"),
    ],
)
def test_the_article_decides_between_namesakes(sentence: str, country: str, world: Gazetteer) -> None:
    place = one("Tripoli", sentence, world)
    assert place.country == country
    assert any(candidate.country != country for candidate in place.candidates)
    assert len(place.candidates) <= 5


def test_contested_territory_names_who_claims_it(world: Gazetteer) -> None:
    assert one("Crimea", "Blasts were heard in Crimea.", world).country_claims == ("RUS",)
    assert one("Taiwan", "Jets flew near Taiwan.", world).country_claims == ("CHN",)
    assert one("Golan Heights", "Rockets hit the Golan Heights.", world).country == "SYR"


def test_between_names_the_other_end(world: Gazetteer) -> None:
    sentence = "A bus was hit on the road between Homs and Palmyra in Syria."
    homs, palmyra = one("Homs", sentence, world), one("Palmyra", sentence, world)
    assert homs.relation is not None
    assert homs.relation.other is not None
    assert homs.relation.other.text == "Palmyra"
    assert (homs.lat, homs.lon) == (palmyra.lat, palmyra.lon)
    assert homs.anchor != palmyra.anchor


def test_between_two_countries_is_no_place_on_the_way(world: Gazetteer) -> None:
    russia = one("Russia", "Relations between Russia and Turkey were strained after the jet was shot down.", world)
    assert russia.relation is None
    assert (russia.lat, russia.lon, russia.precision) == (60.0, 100.0, 6)


def test_a_capital_is_meant_before_the_state_of_its_name(world: Gazetteer) -> None:
    capital = one("Washington", "Officials in Washington said the strike had killed nobody.", world)
    assert capital.admin1 == "District of Columbia"
    state = one("Washington state", "Fires burned in Washington state on Friday.", world)
    assert state.admin1 == "Washington"
    house = one("White House", "The president left the White House on Friday.", world)
    assert (house.id, house.precision) == ("hearsay:facility/white-house", 1)


def test_what_a_model_tags_is_kept(world: Gazetteer) -> None:
    sentence = "Qorqor fell at noon."
    assert texts(sentence, world) == []
    (place,) = find_places(sentence, world, tagged=[(0, 6)])
    assert (place.text, place.span) == ("Qorqor", (0, 6))


@pytest.mark.parametrize(
    ("sentence", "person", "found"),
    [
        ("Damascus Haddad, 43, fled to Homs.", "Damascus Haddad", ["Homs"]),
        ("Zerya Idlib, 43, fled. Idlib had buried a son, he said in Homs.", "Zerya Idlib", ["Homs"]),
        ("Officials in Addis Ababa said nothing.", "Addis Ababa", ["Addis Ababa"]),
    ],
)
def test_a_name_inside_a_person_s_is_no_place(sentence: str, person: str, found: list[str], world: Gazetteer) -> None:
    at = sentence.index(person)
    people = [(at, at + len(person))]
    assert [place.text for place in find_places(sentence, world, people=people)] == found


def test_the_dateline_speaks_for_its_country(world: Gazetteer) -> None:
    sentence = "Two bodies were found in Tripoli on Monday."
    assert find_places(sentence, world, dateline="Beirut")[0].country == "LBN"
    assert find_places(sentence, world, dateline="Benghazi")[0].country == "LBY"


def test_the_same_text_gives_the_same_places(world: Gazetteer) -> None:
    sentence = "Troops left San Antonio for Santa Ana, then Springfield and Paris, Texas."
    assert find_places(sentence, world) == find_places(sentence, Gazetteer(world.paths))


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_any_text_gives_places_that_slice_back(text: str, world: Gazetteer) -> None:
    for place in find_places(text, world):
        assert text[place.span[0] : place.span[1]] == place.text


_WORDS = ["Aleppo", "in", "near", "km", "12", "north", "of", "between", "and", "al-", "Bab", ",", "-", "\n", "(", "the"]


@settings(max_examples=200, deadline=None)
@given(
    words=st.lists(st.sampled_from([*_WORDS, "Hama", "province", "road", "Mr", "’s", "U.S.", "/", "إدلب"]), max_size=40)
)
def test_any_jumble_of_place_words_slices_back(words: list[str], world: Gazetteer) -> None:
    text = " ".join(words)
    for place in find_places(text, world):
        assert text[place.span[0] : place.span[1]] == place.text


@pytest.mark.parametrize(
    "junk",
    [
        "A" * 300_000,
        "al-" * 100_000,
        "near the town of " * 20_000,
        "12 km north of " * 20_000,
        "Aleppo, " * 30_000,
        "between Homs and Hama " * 10_000,
        "( " * 150_000,
        "\n" * 300_000,
        "X" + " east" * 60_000,
    ],
    ids=lambda junk: junk[:12].strip() or "blank",
)
def test_junk_takes_linear_time(junk: str, world: Gazetteer) -> None:
    def seconds(text: str) -> float:
        return cpu_seconds(lambda: find_places(text, world))

    assert seconds(junk) < 9 * seconds(junk[: len(junk) // 4]) + 0.5  # 4 when linear, 16 when quadratic


def test_a_small_namesake_in_a_country_nobody_speaks_of_stays_a_candidate(world: Gazetteer) -> None:
    sentence = "Mozambican forces in Cabo Delgado, Mozambique, left Mueda. Villagers fled from Palmeira."
    place = one("Palmeira", sentence, world)
    assert (place.id, place.lat, place.country) == (None, None, None)
    assert all(candidate.country != "MOZ" for candidate in place.candidates)
    assert place.candidates


def test_upper_case_wires_are_read_without_capitals_to_help(world: Gazetteer) -> None:
    wire = (
        "SAN SALVADOR, 4 MAR 90 -- TWO SOLDIERS AND A REBEL DIED IN AN AMBUSH NEAR USULUTAN. ARMY SOURCES SAID THE "
        "GUERRILLAS FIRED RIFLES AND MORTARS AT A PATROL IN THE AREA OF SAN MIGUEL, EL SALVADOR."
    )
    assert texts(wire, world) == ["SAN SALVADOR", "USULUTAN", "SAN MIGUEL", "EL SALVADOR"]
    assert {place.country for place in find_places(wire, world)} == {"SLV"}


@pytest.mark.parametrize(
    ("sentence", "tagged"),
    [
        ("Oksana was frying potatoes when the bomb fell.", "Oksana"),
        ("Schools were shut on Monday.", "Schools"),
        ("They belong to “Fitnara al Khwarij”, the army said.", "Fitnara"),
    ],
)
def test_a_model_alone_makes_no_place_of_a_given_name_or_a_plain_word(
    sentence: str, tagged: str, world: Gazetteer
) -> None:
    at = sentence.index(tagged)
    assert find_places(sentence, world, tagged=[(at, at + len(tagged))]) == ()


def test_a_part_of_a_region_is_not_one_name_with_it(world: Gazetteer) -> None:
    sentence = "They met in the Spinwara area of North Kivu province."
    at = sentence.index("Spinwara")
    found = find_places(sentence, world, tagged=[(at, len(sentence) - 1)])
    assert [place.text for place in found] == ["Spinwara area", "North Kivu province"]


def test_a_peoples_name_before_its_noun_is_no_region(world: Gazetteer) -> None:
    assert "Somali" not in texts("They have no ties with the Somali group of that name.", world)


def test_a_name_of_two_consonants_begins_as_its_other_spelling_does(world: Gazetteer) -> None:
    assert all(entry.name != "Oromia" for entry in world.lookup_alike("Rovuma"))
