"""Records, datelines, white space and names that stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.articles import to_article
from hearsay.articles.dateline import dateline_of
from hearsay.articles.identity import canonical_url
from hearsay.articles.plain import read_plain
from hearsay.articles.tidy import joined, paragraphs
from hearsay.errors import InputError
from hearsay.pages import Page

# head | place | agency | date
HEADS = """
KARSANA (Apex) - Two shells fell. | KARSANA | Apex |
Marol (Karsana) (APX) – Two shells fell. | Marol | APX |
MAROL, August 16, 2023 (Valley Wire) – Two shells fell. | MAROL | Valley Wire | 2023-08-16
Marol, Valley News- Two shells fell. | Marol | Valley News |
MAROL, Feb 12 (Reuters) - Two shells fell. | MAROL | Reuters |
MAROL CITY, 26 SEP 89 (DPA) -- [TEXT] TWO SHELLS FELL. | MAROL CITY | DPA | 1989-09-26
CLANDESTINE, 28 MAR 89 (RADIO RIVER) -- [TEXT] TWO SHELLS FELL. | | RADIO RIVER | 1989-03-28
EL-MAROL, Karsana (AP) — Two shells fell. | EL-MAROL | AP |
МАРОЛ, 12 фев. /ТАСС/. Два снаряда упали. | МАРОЛ | ТАСС |
PESHAWAR: Two shells fell. | PESHAWAR | |
دمارة-سانا: سقطت قذيفتان. | دمارة | سانا |
"""
NO_HEADS = """
Two shells fell on the bridge – nobody was hurt.
The army – which denied it – said nothing else.
Northern axis: the defenders repelled nine attacks.
President Marol said (on Sunday) - without proof - that two shells fell.
Marol - a town of nine thousand - was shelled.
UNX: Two shells fell on the bridge.
BREAKING: Two shells fell on the bridge.
He said: "Two shells fell."
"""


@pytest.mark.parametrize("row", HEADS.strip().split("\n"))
def test_a_dateline_is_read(row: str) -> None:
    text, place, agency, date = (part.strip() for part in row.split("|"))
    head = dateline_of(text)
    assert head is not None
    assert (head.place or "", head.agency or "", head.stamp.iso() if head.stamp else "") == (place, agency, date)


@pytest.mark.parametrize("text", NO_HEADS.strip().split("\n"))
def test_a_sentence_has_no_dateline(text: str) -> None:
    assert dateline_of(text) is None


def record(text: str, **fields: str) -> Page:
    return Page("in.jsonl:1", text.encode(), "record", fields)


def test_a_record_keeps_its_words_and_what_it_states() -> None:
    page = record("One\u200b line.\r\nAnother\xa0line.", id="r7", outlet="Ridge Radio", published="2020-02-12T10:00Z")
    article, problems = to_article(page)
    assert article.text == "One\u200b line.\n\nAnother line."
    assert (article.id, article.outlet, article.published) == ("r7", "Ridge Radio", "2020-02-12T10:00Z")
    assert (article.headline, article.origin_of, problems) == (None, {}, ())


def test_a_record_that_states_no_date_is_dated_by_its_dateline_or_not_at_all() -> None:
    dated, _ = to_article(record("MAROL, 26 SEP 89 (DPA) -- [TEXT] TWO SHELLS FELL."))
    assert (dated.published, dated.origin_of["published"]) == ("1989-09-26", "label")
    undated, problems = to_article(record("Two shells fell."))
    assert (undated.published, [problem.code for problem in problems]) == (None, ["no-date"])


def test_a_stated_date_that_cannot_be_read_is_a_problem() -> None:
    article, problems = to_article(record("Two shells fell.", published="the other day"))
    assert (article.published, [problem.code for problem in problems]) == (None, ["date-unparsed"])


def test_only_signs_are_no_article() -> None:
    with pytest.raises(InputError, match="no-body"):
        to_article(record("... 12 ..."))


def test_short_or_mixed_text_has_no_language_unless_it_is_stated() -> None:
    assert to_article(record("Marol."))[0].language is None
    assert to_article(record("Marol.", language="fr-FR"))[0].language == "fr"
    assert to_article(record("Two shells fell on the bridge and nobody was hurt."))[0].language == "en"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_character_of_a_record_is_lost_but_white_space(text: str) -> None:
    assert "".join(joined(paragraphs(text)).split()) == "".join(text.split())


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    read_plain(text, "here")


def test_wrapped_lines_are_joined_and_others_are_paragraphs() -> None:
    line = "The army said that two shells fell on the bridge at Marol on Friday"
    assert paragraphs(f"{line}\n{line}\nend.\n\n  Next.") == (f"{line} {line} end.", "Next.")
    assert paragraphs("One.\nTwo.") == ("One.", "Two.")


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTP://WWW.Ridge.Example/a/", "https://ridge.example/a"),
        ("https://m.ridge.example:443/a?utm_source=x&id=7#top", "https://ridge.example/a?id=7"),
        ("https://ridge.example:8080/a?fbclid=1", "https://ridge.example:8080/a"),
        ("ftp://ridge.example/a", None),
        ("https://ridge.example:x/a", None),
        ("/a/b", None),
    ],
)
def test_one_article_has_one_address(url: str, canonical: str | None) -> None:
    assert canonical_url(url) == canonical


def test_the_key_stays_when_the_text_changes_and_the_version_does_not() -> None:
    one, _ = to_article(record("Two shells fell.", url="https://ridge.example/a?utm_medium=rss"))
    two, _ = to_article(record("Three shells fell.", url="https://www.ridge.example/a"))
    assert one.key == two.key
    assert one.version != two.version
