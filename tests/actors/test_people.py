from __future__ import annotations

import pytest

from hearsay.actors import noun_kind
from hearsay.actors.people import singulars
from hearsay.codebook import table

KINDS = [
    ("soldiers", "state_forces"),
    ("two CRPF personnel", "state_forces"),
    ("a police constable", "state_forces"),
    ("policewomen", "state_forces"),
    ("sub-inspector", "state_forces"),
    ("members of the security forces", "state_forces"),
    ("army officers", "state_forces"),
    ("a Police driver", "state_forces"),
    ("Colonel Ivan Orlenko", "state_forces"),
    ("village defence guards", "state_forces"),
    ("UN peacekeepers", "external_forces"),
    ("mercenaries", "external_forces"),
    ("Maoist cadres", "rebel_group"),
    ("insurgents", "rebel_group"),
    ("Taliban fighters", None),  # rebels to 2021, a state's forces after: the noun alone does not tell
    ("Houthi militants", "rebel_group"),
    ("left-wing extremists", "rebel_group"),
    ("a group of terrorists", "rebel_group"),
    ("cadres of the group", "rebel_group"),
    ("rebel commanders", "rebel_group"),
    ("militiamen", "political_militia"),
    ("bandits", "political_militia"),
    ("cartel gunmen", "political_militia"),
    ("armed tribesmen", "identity_militia"),
    ("herders", "identity_militia"),
    ("rioters", "rioters"),
    ("protesters", "protesters"),
    ("civilians", "civilians"),
    ("farmers", "civilians"),
    ("12 labourers working on a road", "civilians"),
    ("Jesuit priests", "civilians"),
    ("wives of policemen", "civilians"),
    ("nine men of the special forces", "state_forces"),
    ("men of the village", "civilians"),
    ("Druze fighters", "identity_militia"),
    ("student leaders", "civilians"),
    ("former rebels", "civilians"),
    ("ex-combatants", "civilians"),
    ("a former sarpanch", "civilians"),
    ("two payload operators", "civilians"),
    ("a cadre of the People's Liberation Front of India (PLFI)", "rebel_group"),
    ("cadres of the Praja Pratighatana group of the CPI-ML", "rebel_group"),
    ("members of the Rapid Support Forces", None),
    ("Israelis", "civilians"),
    ("policeman Ramesh Kumar", "state_forces"),
    ("the deputy governor", "government"),
    ("a judge", "government"),
    ("suspects", "person"),
    ("unidentified gunmen", "unknown"),
    ("armed men", "unknown"),
    ("masked men", "unknown"),
    ("armored vehicles", "object"),
    ("houses", "object"),
    ("ammunition depots", "object"),
    ("the thermal power plant", "object"),
]


@pytest.mark.parametrize(("words", "kind"), [(w, k) for w, k in KINDS if k is not None])
def test_kind(words: str, kind: str) -> None:
    found = noun_kind(words)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        ("women extremists", ("women",)),
        ("schoolgirls", ("children",)),
        ("child soldiers", ("children",)),
        ("pregnant women", ("women",)),
        ("paramedics", ("medics",)),
        ("aid workers", ("aid_workers",)),
        ("a female journalist", ("women", "journalists")),
        ("displaced families", ("displaced",)),
        ("detainees", ("prisoners",)),
        ("farmers", ()),
    ],
)
def test_groups(words: str, groups: tuple[str, ...]) -> None:
    found = noun_kind(words)
    assert found is not None
    assert found.groups == groups


@pytest.mark.parametrize(
    ("words", "object_class"),
    [
        ("an outpatient clinic", "hospital"),
        ("primary schools", "school"),
        ("livestock market", "market"),
        ("two mosques", "place_of_worship"),
        ("the displacement camp", "camp"),
        ("electricity pylons", "power"),
        ("a water pumping station", "water"),
        ("railway bridges", "bridge"),
        ("buses", "vehicle"),
        ("Shahed attack drones", "aircraft"),
        ("patrol boats", "ship"),
        ("hand grenades", "ammunition"),
        ("grain warehouses", "building"),
        ("police stations", "building"),
        ("artillery systems", "other"),
    ],
)
def test_object_class(words: str, object_class: str) -> None:
    found = noun_kind(words)
    assert found is not None
    assert (found.kind, found.object_class) == ("object", object_class)


@pytest.mark.parametrize(
    ("words", "basis"), [("terrorists", "asserted"), ("Houthi fighters", "registry"), ("soldiers", "inferred")]
)
def test_basis(words: str, basis: str) -> None:
    found = noun_kind(words)
    assert found is not None
    assert found.basis == basis


@pytest.mark.parametrize("words", ["", "   ", "of", "yesterday", "a large quantity", "12", "the attack", "،", "an"])
def test_words_that_name_nobody(words: str) -> None:
    assert noun_kind(words) is None


def test_a_noun_says_where_it_stands() -> None:
    found = noun_kind("three armoured vehicles of the brigade")
    assert found is not None
    assert "three armoured vehicles of the brigade"[found.span[0] : found.span[1]] == "armoured vehicles"


def test_plurals() -> None:
    assert "policeman" in singulars("policemen")
    assert "city" in singulars("cities")
    assert "bus" in singulars("buses")
    assert "grandchild" in singulars("grandchildren")
    assert list(singulars("mass")) == ["mass"]


def test_no_noun_is_listed_twice() -> None:
    words = [word for entry in table("people")["class"] for word in entry["words"]]
    assert sorted({word for word in words if words.count(word) > 1}) == []
    assert len(words) >= 400


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("women cadres", "rebel_group"),
        ("a Maoist activist", "rebel_group"),
        ("a student activist", "civilians"),
        ("Communist Party of India-Maoist (CPI-Maoist) cadres", "rebel_group"),
        ("a police official", "state_forces"),
    ],
)
def test_membership_is_told_by_the_words_before(words: str, kind: str) -> None:
    found = noun_kind(words)
    assert found is not None
    assert found.kind == kind
