"""Copies of an article in one run, and what changed between two versions."""

from __future__ import annotations

import random

import pytest
from tests.timing import cpu_seconds

from hearsay.articles.reprints import ReprintIndex
from hearsay.articles.revisions import changes_between, is_material

NOUNS = "convoy bridge market village post depot road clinic school field camp river mill tower border gate".split()
VERBS = "reached left shelled crossed guarded mined cleared burned watched closed opened rebuilt lost held".split()
PLACES = "Marol Tel-Safra Karsana Damara Lissa Ridge Sana-Koro Verhnee Ain-Rumman Sorkhrud".split()


def body(seed: int, paragraphs: int = 10) -> str:
    """Invented news of so many paragraphs, another for every seed."""
    rng = random.Random(seed)  # noqa: S311

    def said() -> str:
        what = f"The {rng.choice(NOUNS)} near {rng.choice(PLACES)} was {rng.choice(VERBS)} by {rng.randint(2, 90)} men"
        when = f"from the {rng.choice(NOUNS)} on day {rng.randint(1, 300)}"
        return f"{what} {when}, a {rng.choice(NOUNS)} keeper in {rng.choice(PLACES)} said."

    return "\n\n".join(" ".join(said() for _ in range(3)) for _ in range(paragraphs))


def edited(text: str, kind: str, seed: int) -> str:
    rng = random.Random(seed)  # noqa: S311
    parts, words = text.split("\n\n"), text.split(" ")
    if kind == "dateline":
        return f"KARSANA, March 3, 2021 (Ridge Wire) – {text}"
    if kind == "cut":
        return " ".join(words[: int(0.7 * len(words))])
    if kind == "boilerplate":
        return f"{text}\n\nSubscribe to our evening letter and follow us on every channel.\n\nAll rights are reserved."
    if kind == "words":
        for at in rng.sample(range(len(words)), len(words) * 8 // 100):
            words[at] = rng.choice(NOUNS)
        return " ".join(words)
    return "\n\n".join(parts[: len(parts) * 4 // 10])


@pytest.mark.parametrize("kind", ["dateline", "cut", "boilerplate", "words", "first part"])
def test_edited_copies_are_found(kind: str) -> None:
    found = 0
    for seed in range(60):
        index = ReprintIndex()
        for other in range(5):
            assert index.add(f"other {other}", body(1000 + 5 * seed + other)) is None
        index.add("original", body(seed))
        copy = index.add("copy", edited(body(seed), kind, seed))
        found += copy is not None and copy.origin == "original" and copy.share > 0.6
    assert found >= 57


def test_five_hundred_different_articles_have_no_copies() -> None:
    index = ReprintIndex()
    assert [seed for seed in range(500) if index.add(str(seed), body(seed, 6))] == []


def test_a_copy_of_a_copy_goes_back_to_the_first() -> None:
    index = ReprintIndex()
    index.add("first", body(1))
    index.add("second", edited(body(1), "dateline", 1))
    third = index.add("third", edited(body(1), "boilerplate", 1))
    assert third is not None
    assert third.origin == "first"


def test_what_only_the_copy_has_in_common_leads_to_the_copy() -> None:
    index = ReprintIndex()
    index.add("first", body(1))
    second = index.add("second", body(1) + "\n\n" + body(2, 30))
    third = index.add("third", body(2, 30))
    assert second is not None
    assert third is not None
    assert (second.origin, third.origin, third.share) == ("first", "second", 1)


def test_another_version_of_an_article_is_no_reprint_of_it() -> None:
    index = ReprintIndex()
    index.add("one", body(1))
    assert index.add("one", edited(body(1), "boilerplate", 1)) is None


def test_the_index_holds_so_many_articles_and_no_more() -> None:
    index = ReprintIndex(window=3)
    for seed in range(4):
        index.add(str(seed), body(seed))
    assert index.add("copy of 0", body(0)) is None
    found = index.add("copy of 3", body(3))
    assert found is not None
    assert found.origin == "3"


def test_a_copy_is_found_when_its_origin_is_the_next_to_go() -> None:
    index = ReprintIndex(window=1)
    index.add("one", body(1))
    found = index.add("two", body(1))
    assert found is not None
    assert (found.origin, found.share) == ("one", 1)


def test_four_hundred_alike_cost_little_each() -> None:
    def seconds(number: int) -> float:
        index = ReprintIndex()
        return cpu_seconds(lambda: [index.add(str(k), body(1) + f" Copy {k} of it.") for k in range(number)])

    assert seconds(400) < 10 * seconds(100) + 0.2


def test_short_texts_are_copies_only_when_equal() -> None:
    index = ReprintIndex()
    index.add("a", "Two shells fell on the bridge at Marol.")
    assert index.add("b", "Two shells fell on the bridge at Lissa.") is None
    assert index.add("c", "Two shells fell on the bridge at Marol.") is not None


def test_a_changed_toll_is_material() -> None:
    old = "Two shells fell.\n\nAt least 12 people died.\n\nThe army denied it."
    new = "Two shells fell.\n\nAt least 15 people died.\n\nThe army denied it."
    (change,) = changes_between(old, new)
    assert (change.kind, change.old, change.new) == (
        "changed",
        ("At least 12 people died.",),
        ("At least 15 people died.",),
    )
    assert is_material((change,))


def test_added_and_removed_paragraphs_are_told_apart() -> None:
    changes = changes_between("One.\n\nTwo.\n\nThree.", "One.\n\nThree.\n\nFour.")
    assert [(change.kind, change.old, change.new) for change in changes] == [
        ("removed", ("Two.",), ()),
        ("added", (), ("Four.",)),
    ]


def test_commas_capitals_and_quotes_are_cosmetic() -> None:
    changes = changes_between("The army, he said, left.", "The Army he said left!")
    assert len(changes) == 1
    assert not is_material(changes)
    assert changes_between("Same.", "Same.") == ()
