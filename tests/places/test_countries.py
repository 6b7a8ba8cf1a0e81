"""Countries by name, demonym and capital."""

import pytest

from hearsay.places import countries


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Syria", "SYR"), ("the Syrian Arab Republic", "SYR"), ("Ivory Coast", "CIV"), ("Côte d’Ivoire", "CIV"),
        ("U.S.", "USA"), ("US", "USA"), ("SOUTH SUDAN", "SSD"), ("Türkiye", "TUR"), ("DRC", "COD"),
        ("Palestine", "PSE"), ("Kosovo", "XKX"), ("Taiwan", "TWN"), ("the Netherlands", "NLD"), ("us", None),
        ("Idlib", None), ("", None),
    ],
)  # fmt: skip
def test_country_named(word: str, code: str | None) -> None:
    assert countries.country_named(word) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Syrian", "SYR"), ("Syrians", "SYR"), ("Iraqis", "IRQ"), ("Israeli", "ISR"), ("Frenchmen", "FRA"),
        ("Swiss", "CHE"), ("Dutch", "NLD"), ("Malians", "MLI"), ("Nigerien", "NER"), ("Nigerian", "NGA"),
        ("South Sudanese", "SSD"), ("Palestinians", "PSE"), ("Burkinabe", "BFA"), ("Martian", None), ("s", None),
    ],
)  # fmt: skip
def test_country_of_demonym(word: str, code: str | None) -> None:
    assert countries.country_of_demonym(word) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Ankara", "TUR"),
        ("Damascus", "SYR"),
        ("Kiev", "UKR"),
        ("Sana’a", "YEM"),
        ("N'Djamena", "TCD"),
        ("Aleppo", None),
    ],
)
def test_country_of_capital(word: str, code: str | None) -> None:
    assert countries.country_of_capital(word) == code


def test_names_and_codes_stand_for_each_other() -> None:
    codes = countries.all_countries()
    assert len(codes) >= 249
    for code in codes:
        assert countries.country_named(countries.country_name(code)) == code
        lat, lon = countries.country_point(code) or (91.0, 181.0)
        assert -90 <= lat <= 90
        assert -180 <= lon <= 180
        assert all(claim in codes for claim in countries.country_claims(code))
    assert len({countries._countries()[code]["iso2"] for code in codes}) == len(codes)


def test_a_word_names_one_country_only() -> None:
    seen: dict[str, str] = {}
    for code in countries.all_countries():
        for word in countries.country_words(code):
            assert seen.setdefault(countries.fold(word), code) == code, word


def test_alpha2_and_unknown_codes() -> None:
    assert countries.alpha3_of("sy") == "SYR"
    assert countries.alpha3_of("ZZ") is None
    assert countries.country_name("QQQ") == "QQQ"
    assert countries.country_point("QQQ") is None
    assert countries.country_claims("TWN") == ("CHN",)
