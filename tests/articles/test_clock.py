"""Instants in UTC, and the day that they had at the outlet."""

from __future__ import annotations

import pytest
from tests.timing import cpu_seconds

from hearsay.articles import to_article
from hearsay.articles.clock import on_its_clock
from hearsay.articles.dates import Stamp, read_date
from hearsay.pages import Page

UTC = "2021-03-05T02:10:45Z"


def stamp(written: str) -> Stamp:
    found = read_date(written)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("source", "want"),
    [
        ('<meta name="edit.date" content="2021-03-04 21:10:00 -0500">', "2021-03-04T21:10:45-05:00"),
        ('{"issued":"2021-03-04T18:10:45.220-08:00"}', "2021-03-04T18:10:45-08:00"),
        ("Thu, 04 Mar 2021 22:10:45 -0400", "2021-03-04T22:10:45-04:00"),
        ('"2021-03-04T18:00:00-05:00","2021-03-05T06:00:00-05:00"', "2021-03-04T21:10:45-05:00"),
        ('"2021-03-05T05:40:45+03:30"', "2021-03-05T05:40:45+03:30"),
    ],
    ids=["same instant", "in a script", "as in mail", "others agree", "half an hour"],
)
def test_the_offset_that_the_page_writes_is_the_outlets(source: str, want: str) -> None:
    assert on_its_clock(stamp(UTC), source).iso() == want


@pytest.mark.parametrize(
    "source",
    [
        "",
        '"2021-03-05T02:10:45+00:00"',
        '"2021-03-04T18:00:00-05:00"',
        '"2021-03-04T18:00:00-05:00","2021-03-05T06:00:00+02:00"',
        '"2020-09-04T18:00:00-04:00","2020-09-05T06:00:00-04:00"',
        '"2021-03-04T18:00:00-99:00","2021-03-05T06:00:00-99:00"',
        '"2021-13-44T18:00:00-05:00"',
    ],
    ids=["nothing", "utc", "one", "two offsets", "another season", "no offset", "no day"],
)
def test_without_an_offset_to_believe_the_instant_stays_in_utc(source: str) -> None:
    assert on_its_clock(stamp(UTC), source).iso() == UTC


def test_a_day_or_an_instant_with_its_own_offset_is_left_alone() -> None:
    source = '"2021-03-04T21:10:45-05:00"'
    for written in ("2021-03-05", "2021-03-05T02:10:45", "2021-03-05T05:10:45+03:00"):
        assert on_its_clock(stamp(written), source).iso() == written


def page(shown: str) -> str | None:
    said = "Two shells fell on the bridge at Marol on Thursday, the mayor said."
    head = (
        f'<meta property="article:published_time" content="{UTC}"><script>var at="2021-03-04T21:10:45-05:00"</script>'
    )
    source = f"<html><head>{head}</head><body><h1>Bridge hit</h1>{shown}<p>{said}</p></body></html>"
    return to_article(Page("page", source.encode(), "html", {}))[0].published


def test_a_page_late_in_the_evening_is_of_its_own_day() -> None:
    assert page("") == "2021-03-04T21:10:45-05:00"


def test_the_day_that_the_page_shows_comes_first() -> None:
    assert page("<p>5 March 2021</p>") == UTC


def test_a_bare_year_is_no_date() -> None:
    source = "<html><body><p>Two shells fell on the bridge at Marol, the mayor said.</p><p>© 2019 Marol Post</p>"
    article, problems = to_article(Page("page", source.encode(), "html", {}))
    assert article.published is None
    assert [problem.code for problem in problems] == ["no-date"]


@pytest.mark.parametrize("date", ["2021-03-04T21:10:45-05:0", "2021-03-04T21:10:45-05:00 "])
def test_many_dates_take_linear_time(date: str) -> None:
    def seconds(number: int) -> float:
        return cpu_seconds(lambda: on_its_clock(stamp(UTC), date * number))

    assert seconds(40_000) < 10 * seconds(10_000) + 0.2
