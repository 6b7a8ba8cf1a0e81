"""Spellings of one name meet; different names do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.places import names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "Dayr az Zawr"), ("Deir ez-Zor", "دير الزور"), ("Saraqib", "سراقب"), ("Sarāqeb", "Saraqib"),
        ("Al-Eis", "Al `Īs"), ("Duhur", "Zuhur"), ("Khan Sheikhoun", "Khān Shaykhūn"), ("Bakhmut", "Бахмут"),
        ("El-Fasher", "Al Fashir"), ("Kharkiv", "Kharkov"), ("Charkhi", "Sharkhi"), ("Sheikh Zuweid", "Shaykh Zuwayd"),
        ("Homs", "حمص"), ("Haifa", "חיפה"), ("Quneitra", "القنيطرة"), ("Ras al-Ayn", "Ra’s al ‘Ayn"),
    ],
)  # fmt: skip
def test_spellings_share_a_skeleton(one: str, other: str) -> None:
    assert names.skeleton(one) == names.skeleton(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Homs", "Hama"), ("Idlib", "Aleppo"), ("Donetsk", "Luhansk")])
def test_other_names_have_other_skeletons(one: str, other: str) -> None:
    assert names.skeleton(one) != names.skeleton(other)
    assert names.similarity(one, other) < 0.7


@pytest.mark.parametrize(
    ("one", "other"),
    [("St. Louis", "Saint Louis"), ("Sana'a", "Sana’a"), ("AL-BAB", "al Bab"), ("إدلب", "ادلب"), ("القاهرة", "قاهره")],
)
def test_fold_evens_out_writing(one: str, other: str) -> None:
    assert names.fold(one) == names.fold(other)


def test_similarity_is_one_only_for_the_same_letters() -> None:
    assert names.similarity("Al-Nayrab", "Nayrab") == 1.0
    assert 0.7 < names.similarity("al-Neyrab", "An Nayrab") < 1.0
    assert names.similarity("Saraqib", "Zanzibar") < 0.6


def test_translated_words_are_put_back() -> None:
    assert "mukhayyam al wafidin" in names.translations("Al Wafidin camp")
    assert "ghariyah gharbiyah" in names.translations("Western Ghariyah")
    assert names.translations("Idlib") == ()


@given(st.text())
def test_any_string_has_its_forms(text: str) -> None:
    for form in (names.fold(text), names.plain(text), names.skeleton(text)):
        assert len(form) <= 12 * names.MAX_NAME
    assert 0 <= names.similarity(text, "Aleppo") <= 1
    assert names.fold(names.fold(text)) == names.fold(text) or not text.isascii()
