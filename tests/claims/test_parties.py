from __future__ import annotations

import pytest
from tests.timing import cpu_seconds

from hearsay.actors import Registry
from hearsay.claims.parties import PartyContext, build_context, read_parties
from hearsay.records import Party


def _context(text: str, country: str = "SYR", year: int = 2023) -> PartyContext:
    return build_context(text, countries=[country], year=year).at(country)


def _read(text: str, phrase: str, context: PartyContext | None = None, country: str = "SYR") -> tuple[Party, ...]:
    start = text.rindex(phrase)
    parties = read_parties(text, (start, start + len(phrase)), context or _context(text, country))
    assert all(text[p.span[0] : p.span[1]] == p.text for p in parties)
    return parties


def _names(parties: tuple[Party, ...]) -> list[tuple[str, str | None]]:
    return [(party.text, party.name) for party in parties]


# ---- lists


def test_a_list_is_split_and_its_names_are_not() -> None:
    text = "The General Command of the Army and Armed Forces, the police and two tribal fighters were named in Syria."
    phrase = text.removesuffix(" were named in Syria.")
    assert [p.text for p in _read(text, phrase)] == [
        "General Command of the Army and Armed Forces",
        "police",
        "tribal fighters",
    ]


def test_peoples_share_the_head_of_the_last() -> None:
    text = "The Syrian, Iranian and Russian troops dug in near Homs."
    parties = _read(text, "The Syrian, Iranian and Russian troops")
    assert _names(parties) == [
        ("Syrian", "Syrian Arab Army"),
        ("Iranian", "Armed Forces of Iran"),
        ("Russian", "Russian Armed Forces"),
    ]
    assert [p.kind for p in parties] == ["state_forces", "external_forces", "external_forces"]


def test_an_ally_is_a_party_and_a_sponsor_is_none() -> None:
    text = "Government troops backed by tribal fighters met rebels backed by Qatar near Hama in Syria."
    assert [p.text for p in _read(text, "Government troops backed by tribal fighters")] == [
        "Government troops",
        "tribal fighters",
    ]
    [rebels] = _read(text, "rebels backed by Qatar")
    assert [s.text for s in rebels.sponsors] == ["Qatar"]


def test_what_a_party_includes_is_not_a_further_party() -> None:
    text = "Nine farmers, including two boys and a nurse, died."
    assert [p.text for p in _read(text, "Nine farmers, including two boys and a nurse")] == ["farmers"]


def test_an_apposition_explains_a_person() -> None:
    text = "Gunmen shot Ilan Vareth, the deputy governor, on Monday."
    [party] = _read(text, "Ilan Vareth, the deputy governor")
    assert (party.text, party.kind) == ("Ilan Vareth", "government")


def test_an_apposition_behind_the_phrase_explains_too() -> None:
    text = "Ilan Vareth (34), a CPI-Maoist cadre, gave himself up. Ilan Vareth, who lives here, did not."
    [party] = read_parties(text, (0, 11), _context(text, "IND"))
    assert (party.text, party.kind) == ("Ilan Vareth", "rebel_group")
    [plain] = _read(text, "Ilan Vareth")
    assert plain.kind == "person"


def test_a_country_does_not_borrow_the_head_of_an_organisation() -> None:
    text = "Germany and UNICEF sent nothing, nor did the US and Qatari charities."
    parties = _read(text, "Germany and UNICEF")
    assert [(p.text, p.country) for p in parties] == [("Germany", "DEU"), ("UNICEF", None)]
    assert [p.text for p in _read(text, "the US")] == ["US"]


# ---- sponsors, labels, doubts


@pytest.mark.parametrize(
    ("phrase", "sponsors"),
    [
        ("Ankara-backed gunmen", ["Ankara"]),
        ("US-backed fighters", ["US"]),
        ("Iranian-sponsored militias", ["Iranian"]),
        ("Hezbollah-backed villagers", ["Hezbollah"]),
        ("foreign-backed militants", []),
        ("well-funded militants", []),
    ],
)
def test_sponsors(phrase: str, sponsors: list[str]) -> None:
    text = f"They said {phrase} fired first."
    [party] = _read(text, phrase)
    assert [s.text for s in party.sponsors] == sponsors


@pytest.mark.parametrize(
    ("phrase", "label", "stance"),
    [
        ("armed terrorist groups", "terrorist", "pejorative"),
        ("Jaysh al-Izza terrorists", "terrorists", "pejorative"),
        ("Assad regime forces", "regime", "pejorative"),
        ("the so-called Levant Front", "so-called", "pejorative"),
        ("terrorists of the so-called Levant Front", "terrorists", "pejorative"),
        ("our heroic soldiers", "heroic", "honorific"),
        ("the martyrs", "martyrs", "honorific"),
        ("rebels", None, None),
        ("the Syrian army", None, None),
        ("criminal gangs", "criminal", "pejorative"),
        ("the International Criminal Court", None, None),
    ],
)
def test_labels(phrase: str, label: str | None, stance: str | None) -> None:
    text = f"On Friday, {phrase} were mentioned in Syria."
    parties = _read(text, phrase)
    found = parties[0].label if parties else None
    if phrase == "the martyrs":
        assert parties == ()
        return
    assert (found.text if found else None, found.stance if found else None) == (label, stance)


def test_a_label_is_not_the_name() -> None:
    text = "The agency said Jaysh al-Izza terrorists had shelled the town."
    [party] = _read(text, "Jaysh al-Izza terrorists")
    assert (party.text, party.name, party.kind) == ("Jaysh al-Izza", "Jaysh al-Izza", "rebel_group")


def test_the_verb_of_dying_labels_those_who_died() -> None:
    text = "Two villagers, one of them a boy, were martyred by shelling near the soldiers."
    [party] = _read(text, "Two villagers")
    assert party.label is not None
    assert (party.label.text, party.label.stance) == ("martyred", "honorific")
    [soldiers] = _read(text, "the soldiers")
    assert soldiers.label is None


def test_bare_militants_are_combatants_by_the_speakers_word() -> None:
    [party] = _read("The source said militants had gathered.", "militants")
    assert (party.kind, party.kind_basis, party.name) == ("rebel_group", "asserted", None)


@pytest.mark.parametrize(
    ("phrase", "certainty"),
    [
        ("suspected militants", "suspected"),
        ("alleged members of Hamas", "suspected"),
        ("militants", "stated"),
        ("gunmen suspected to be bandits", "suspected"),
    ],
)
def test_certainty(phrase: str, certainty: str) -> None:
    [party] = _read(f"He blamed {phrase}.", phrase)
    assert party.certainty == certainty


# ---- the article's own names


def test_a_short_form_in_brackets_is_learned() -> None:
    text = (
        "The Ruritanian People's Liberation Army (RPLA) attacked a barracks. "
        "Two days later the RPLA withdrew, and RPLA gunmen released a guard."
    )
    [party] = _read(text, "RPLA gunmen")
    assert (party.text, party.name, party.kind) == ("RPLA", "Ruritanian People's Liberation Army", "rebel_group")


def test_brackets_explain_a_registry_name() -> None:
    text = "Fighters of Ahrar al-Sham (the Free Lions, or FL) left. The Free Lions denied it."
    [party] = _read(text, "The Free Lions")
    assert party.name == "Ahrar al-Sham"


def test_brackets_explain_a_name_that_the_registry_spells_otherwise() -> None:
    text = "Fighters of the Cooperative for the Development of Congo (CODECO) burned Gina village in Ituri."
    [party] = _read(text, "Fighters of the Cooperative for the Development of Congo (CODECO)", country="COD")
    assert (party.id, party.kind) == ("actor:codeco", "identity_militia")


def test_also_known_as() -> None:
    text = "Ahrar al-Sham, also known as the Free Lions, left. Later the Free Lions denied it."
    [party] = _read(text, "the Free Lions")
    assert party.name == "Ahrar al-Sham"


def test_the_articles_own_meaning_of_a_short_form_stands() -> None:
    text = "The Sylvan Defence Force (SDF) of the duchy marched. On Monday the SDF fired on a crowd."
    [party] = _read(text, "the SDF", country="SYR")
    assert party.name == "Sylvan Defence Force"


def test_years_and_places_in_brackets_are_no_names() -> None:
    text = "Ahrar al-Sham (2012) and Jaysh al-Islam (in Douma) fought; 2012 was hard, Douma harder."
    context = _context(text)
    assert {one.name for one in context.named} == {"Ahrar al-Sham", "Jaysh al-Islam"}


# ---- context


def test_soldiers_belong_to_the_army_of_the_place() -> None:
    text = "Clashes broke out between soldiers and Fano gunmen in Ethiopia."
    [party] = _read(text, "soldiers", country="ETH")
    assert (party.name, party.kind) == ("Ethiopian National Defense Force", "state_forces")


def test_soldiers_belong_to_the_only_army_named() -> None:
    text = "Israeli forces entered Jenin. Palestinian residents said soldiers searched homes."
    [party] = _read(text, "soldiers", country="PSE")
    assert (party.name, party.kind) == ("Israel Defense Forces", "state_forces")


def test_soldiers_are_not_of_an_army_that_the_article_names_later() -> None:
    text = "At least nine soldiers died near Dioura in Mali. Its rulers had sent the French forces home in 2022."
    [party] = _read(text, "nine soldiers", country="MLI")
    assert (party.country, party.kind) == ("MLI", "state_forces")


def test_our_army_is_not_that_of_a_foreign_agency() -> None:
    text = "Overnight our air force carried out strikes in the hills of Tigray in Ethiopia."
    wire = _context(text, "ETH").at("ETH", speaker=Registry.load().actors["actor:bbc"])
    [party] = _read(text, "our air force", wire)
    assert party.country == "ETH"


def test_the_enemy_is_the_group_told_of_before() -> None:
    text = "TPLF fighters attacked Alamata. The enemy left 12 bodies. Eritrean troops are not in Ethiopia."
    [party] = _read(text, "The enemy", country="ETH")
    assert party.id == "actor:tplf"


def test_the_enemy_is_the_other_side() -> None:
    text = "Ukrainian troops held the line as Russian artillery fired. The enemy lost two tanks."
    [party] = _read(text, "The enemy", country="UKR")
    assert (party.name, party.kind, party.country) == ("Russian Armed Forces", "external_forces", "RUS")
    russian = _context(text, "UKR").at("UKR", speaker=Registry.load().actors["actor:mod-russia"])
    [other] = _read(text, "The enemy", russian)
    assert other.country == "UKR"


def test_an_army_is_external_only_abroad() -> None:
    text = "Turkish soldiers shelled the hills."
    [abroad] = _read(text, "Turkish soldiers", country="SYR")
    [home] = _read(text, "Turkish soldiers", country="TUR")
    assert (abroad.kind, home.kind) == ("external_forces", "state_forces")


def test_a_doubtful_place_makes_no_army_foreign() -> None:
    text = "The Salvadoran army said Salvadoran soldiers and the FMLN fought in San Salvador, El Salvador. " * 3
    context = build_context(text, countries={"SLV": 8.0, "ESP": 1.0}, year=1989).at("ESP")
    [party] = _read(text, "Salvadoran soldiers", context)
    assert party.kind == "state_forces"


def test_police_are_never_external() -> None:
    text = "District police searched the forest near the Indian border."
    [party] = _read(text, "District police", country="NPL")
    assert party.kind == "state_forces"


def test_a_country_is_its_forces_in_war_and_its_government_in_peace() -> None:
    text = "Russia struck again, and Russia then offered talks."
    context = build_context(text, countries=["UKR"], year=2023)
    [war] = _read(text, "Russia", context.at("UKR"))
    [peace] = _read(text, "Russia", context.at("UKR", armed=False))
    assert (war.name, war.kind) == ("Russian Armed Forces", "external_forces")
    assert (peace.name, peace.kind) == ("Government of Russia", "government")


def test_a_pronoun_gives_the_party_it_stands_for() -> None:
    text = "Rebels shelled a depot. They withdrew at noon. It burned."
    context = _context(text)
    before = _read(text, "Rebels", context) + _read(text, "a depot", context)
    later = context.at("SYR", previous=before)
    [party] = read_parties(text, (text.index("They"), text.index("They") + 4), later)
    assert party.text == "Rebels"
    assert read_parties(text, (text.index("It"), text.index("It") + 2), later) == ()
    assert read_parties(text, (text.index("They"), text.index("They") + 4), context) == ()


def test_the_group_is_the_one_last_named() -> None:
    text = "A police van burned after an attack blamed on Jaysh al-Izza. The group denied it."
    [party] = _read(text, "The group")
    assert (party.text, party.name) == ("group", "Jaysh al-Izza")


# ---- heads


@pytest.mark.parametrize(
    ("phrase", "text", "kind"),
    [
        ("Maoist sympathisers", "Maoist sympathisers", "civilians"),
        ("Hamas-run health ministry", "Hamas-run health ministry", "government"),
        ("IS-linked gunmen", "IS-linked gunmen", "rebel_group"),
        ("anti-Taliban fighters", "anti-Taliban fighters", "rebel_group"),
        ("ex-FARC combatants", "ex-FARC combatants", "civilians"),
        ("army positions", "army positions", "state_forces"),
        ("RSF positions", "RSF", "rebel_group"),
        ("positions of the Syrian Arab Army", "Syrian Arab Army", "state_forces"),
        ("a depot belonging to Jaysh al-Izza", "Jaysh al-Izza", "rebel_group"),
        ("a commander of the Kasra squad of the CPI-Maoist", "CPI-Maoist", "rebel_group"),
        ("extremists belonging to Jaysh al-Izza", "Jaysh al-Izza", "rebel_group"),
        ("Vareth People's Morcha", "Vareth People's Morcha", "unknown"),
        ("a 16-year-old boy", "16-year-old boy", "civilians"),
        ("an opposition leader", "opposition leader", "civilians"),
        ("opposition fighters", "opposition fighters", "rebel_group"),
        ("military vehicles", "military vehicles", "object"),
        ("a UN convoy", "UN convoy", "object"),
        ("a Red Crescent ambulance", "Red Crescent ambulance", "object"),
        ("Syrian refugees", "Syrian refugees", "civilians"),
        ("Colonel Ilan Vareth", "Colonel Ilan Vareth", "state_forces"),
        ("Ilan Vareth", "Ilan Vareth", "person"),
        ("Vareth Guard Battalion", "Vareth Guard Battalion", "state_forces"),
        ("Vareth Liberation Front", "Vareth Liberation Front", "rebel_group"),
        ("gunmen suspected to be bandits", "bandits", "political_militia"),
        ("men believed to be members of Jaysh al-Izza", "Jaysh al-Izza", "rebel_group"),
        ("troops of Operation Desert Sabre", "troops of Operation Desert Sabre", "state_forces"),
        ("the Office", "Office", "organisation"),
        ("the MV Vareth Star", "MV Vareth Star", "object"),
        ("the office", "office", "object"),
        ("troops of the Third Division", "troops of the Third Division", "state_forces"),
        ("soldiers of the Vareth Brigade", "soldiers of the Vareth Brigade", "state_forces"),
        ("fighters of the Vareth Brigade", "Vareth Brigade", "rebel_group"),
        ("dissident guerrillas of the former FARC", "dissident guerrillas of the former FARC", "rebel_group"),
        ("a former member of a rebel group", "former member of a rebel group", "civilians"),
        ("a nine-storey building", "nine-storey building", "object"),
        ("twenty-six soldiers", "soldiers", "state_forces"),
        ("a jet fighter", "jet fighter", "object"),
        ("shrapnel", "shrapnel", "object"),
        ("cartel hitmen", "cartel hitmen", "political_militia"),
        ("offices of the Union of Drivers [UNIDAD]", "offices of the Union of Drivers [UNIDAD]", "object"),
    ],
)
def test_heads(phrase: str, text: str, kind: str) -> None:
    [party] = _read(f"It was said that {phrase} had moved.", phrase, country="SDN" if "RSF" in phrase else "SYR")
    assert (party.text, party.kind) == (text, kind)


@pytest.mark.parametrize(
    "phrase",
    [
        "the attack",
        "we",
        "this",
        "yesterday",
        "three",
        "an explosion",
        "Operation Dawn",
        "Vareth Province",
        "the",
        "and",
        "12",
        "(a)",
    ],
)
def test_phrases_that_name_nobody(phrase: str) -> None:
    assert _read(f"He said that {phrase} came.", phrase) == ()


def test_when_is_no_part_of_what_was_hit() -> None:
    text = "A strike hit the market of Old Fangak hours after dawn in Syria."
    [market] = _read(text, "the market of Old Fangak hours")
    assert market.text == "market of Old Fangak"


def test_a_month_is_no_party() -> None:
    assert _read("The December bombing killed nine.", "December") == ()


def test_a_place_is_no_party() -> None:
    text = "Shells fell on Marat Qalun at noon."
    span = (text.index("Marat"), text.index(" at noon"))
    context = build_context(text, countries=["SYR"], toponyms=[span]).at("SYR")
    assert read_parties(text, span, context) == ()


def test_texts_in_capitals() -> None:
    text = (
        "BOGOTA, 3 FEB 90 -- THE ELN BLEW UP A PIPELINE AND THREE SOLDIERS DIED. IT WAS A HARD BLOW "
        "TO THE COLOMBIAN ARMY."
    )
    context = build_context(text, countries=["COL"], year=1990).at("COL")
    assert _names(_read(text, "THE ELN", context)) == [("ELN", "National Liberation Army (Colombia)")]
    assert _names(_read(text, "THREE SOLDIERS", context)) == [("SOLDIERS", "Military Forces of Colombia")]
    assert _names(_read(text, "THE COLOMBIAN ARMY", context)) == [("COLOMBIAN ARMY", "Military Forces of Colombia")]
    assert _read(text, "A HARD BLOW", context) == ()


@pytest.mark.parametrize(
    "unit", ["A ", "(", "US-", "Hamas ", "the enemy, ", "known as A of ", "and ", "'", "National Army (NA) "]
)
def test_junk_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        return cpu_seconds(
            lambda: read_parties(text, (0, len(text)), build_context(text, countries=["SYR"], year=2020).at("SYR"))
        )

    seconds(1_000)
    # Four times the text: linear work takes about four times as long, quadratic sixteen times.
    assert seconds(200_000) < 10 * seconds(50_000) + 0.2
