"""Times against the day of the report: one row a phrase, then what is no time, then hostile input."""

from __future__ import annotations

from datetime import date

import pytest
from tests.timing import cpu_seconds

from hearsay.claims.times import TimeFound, find_times, news_day, publication_time
from hearsay.claims.times_calendar import precision_of

WED = "2020-02-12"  # a Wednesday
SUN = "2022-05-15T06:30:00+03:00"  # a Sunday
JAN = "2021-01-03"  # a Sunday, days after the turn of the year
LEAP = "2024-03-01"  # a Friday, the day after 29 February
WIRE = "1990-02-20"  # a Tuesday

NEWS, EARLIER = False, True  # background
# sentence with the expected words in brackets, publish date, first and last day, precision, background
RESOLVED = [
    # weekdays
    ("Two soldiers were killed [on Sunday].", WED, "2020-02-09", 1, NEWS),
    ("A mine went off [on Wednesday].", WED, "2020-02-12", 1, NEWS),
    ("Militants raided the post [Thursday].", WED, "2020-02-06", 1, NEWS),
    ("[ON MONDAY] THE GUERRILLAS WITHDREW.", WIRE, "1990-02-19", 1, NEWS),
    ("They shelled the town [last Wednesday].", WED, "2020-02-05", 1, NEWS),
    ("A patrol was hit [early Sunday].", SUN, "2022-05-15", 1, NEWS),
    ("A depot blew up [late on Saturday].", SUN, "2022-05-14", 1, NEWS),
    ("[Sunday]'s strike hit a clinic.", WED, "2020-02-09", 1, NEWS),
    ("A strike was called [for Thursday].", WED, "2020-02-13", 1, NEWS),
    ("He mourned [for Sunday]'s dead.", WED, "2020-02-09", 1, NEWS),
    ("The envoys meet [next Wednesday].", WED, "2020-02-19", 1, NEWS),
    ("The curfew will begin [on Friday].", WED, "2020-02-14", 1, NEWS),
    ("He said on Sunday he will leave [on Friday].", WED, "2020-02-14", 1, NEWS),
    ("He said [on Sunday] he will leave on Friday.", WED, "2020-02-09", 1, NEWS),
    ("Shops burned [on Sunday evening].", WED, "2020-02-09", 1, NEWS),
    ("A house was raided [on Friday night].", WED, "2020-02-07", 1, NEWS),
    ("It fell [on Monday last week].", WED, "2020-02-03", 1, NEWS),
    # lists and ranges of days
    ("Clashes [on Tuesday and Wednesday].", WED, "2020-02-11..2020-02-12", 2, NEWS),
    ("Raids [from Monday to Wednesday].", WED, "2020-02-10..2020-02-12", 2, NEWS),
    ("[Sunday and Monday] were calm.", SUN, "2022-05-08..2022-05-09", 2, NEWS),
    ("[On Monday, Tuesday and Wednesday].", WED, "2020-02-10..2020-02-12", 2, NEWS),
    ("Fired [between Friday and Sunday].", WED, "2020-02-07..2020-02-09", 2, NEWS),
    ("Fighting [yesterday and today].", WED, "2020-02-11..2020-02-12", 2, NEWS),
    ("Shelling [from Monday until Wednesday].", WED, "2020-02-10..2020-02-12", 2, NEWS),
    ("[Between 11 p.m. Sunday and 5 a.m. Monday].", WED, "2020-02-09..2020-02-10", 2, NEWS),
    # today and its neighbours
    ("Four were killed [today].", WED, "2020-02-12", 1, NEWS),
    ("Four were killed [at dawn today, Wednesday].", WED, "2020-02-12", 1, NEWS),
    ("He was abducted [yesterday].", JAN, "2021-01-02", 1, NEWS),
    ("He was abducted [yesterday evening].", JAN, "2021-01-02", 1, NEWS),
    ("[The day before yesterday] a drone fell.", LEAP, "2024-02-28", 1, NEWS),
    ("Talks open [tomorrow].", LEAP, "2024-03-02", 1, NEWS),
    ("A bomb was found [this morning].", WED, "2020-02-12", 1, NEWS),
    ("[Earlier in the day] a bus burned.", WED, "2020-02-12", 1, NEWS),
    ("THE ARMY STATED [TODAY] THAT TWO DIED.", WIRE, "1990-02-20", 1, NEWS),
    ("Losses [over the day] were heavy.", WED, "2020-02-11..2020-02-12", 2, NEWS),
    # nights
    ("[Overnight], aircraft bombed the hills.", WED, "2020-02-11..2020-02-12", 2, NEWS),
    ("Three men were seized [last night].", WED, "2020-02-11..2020-02-12", 2, NEWS),
    ("It was shelled [overnight on Sunday].", WED, "2020-02-09..2020-02-10", 2, NEWS),
    ("It was shelled [overnight on Sunday].", SUN, "2022-05-14..2022-05-15", 2, NEWS),
    ("It was hit [overnight into Sunday].", WED, "2020-02-08..2020-02-09", 2, NEWS),
    ("Hit [overnight Saturday to Sunday].", WED, "2020-02-08..2020-02-09", 2, NEWS),
    ("Drones came [during the night].", WED, "2020-02-11..2020-02-12", 2, NEWS),
    ("[On the night of 5-6 May] drones came.", SUN, "2022-05-05..2022-05-06", 2, NEWS),
    # hours
    ("They entered [at 3 a.m.] in a truck.", WED, "2020-02-12", 1, NEWS),
    ("They entered [at 3 a.m. on Monday].", WED, "2020-02-10", 1, NEWS),
    ("It exploded [at around 9:15pm on 9 February].", WED, "2020-02-09", 1, NEWS),
    ("A siren was heard [at 2100 hours].", WED, "2020-02-12", 1, NEWS),
    ("It hit [at 16:45 local time (1345 GMT)].", WED, "2020-02-12", 1, NEWS),
    ("[Around noon] a column arrived.", WED, "2020-02-12", 1, NEWS),
    ("[Shortly before dawn on Monday] they came.", WED, "2020-02-10", 1, NEWS),
    ("[In the early hours of Monday] they came.", WED, "2020-02-10", 1, NEWS),
    ("On Sunday they came, and [at noon] they left.", WED, "2020-02-09", 1, NEWS),
    ("[On the evening of 5 May] a car burned.", SUN, "2022-05-05", 1, NEWS),
    ("[Between 2 and 3 a.m. on Monday].", WED, "2020-02-10", 1, NEWS),
    ("Firing began [before 3 a.m. on Monday].", WED, "2020-02-10", 1, NEWS),
    # dates with a year
    ("[On 9 February 2020] a mine went off.", WED, "2020-02-09", 1, NEWS),
    ("[On February 9, 2020], a mine went off.", WED, "2020-02-09", 1, NEWS),
    ("[On the 9th of February, 2020] it fell.", WED, "2020-02-09", 1, NEWS),
    ("[Dated 12February 2020].", WED, "2020-02-12", 1, NEWS),
    ("Filed [2020-02-09].", WED, "2020-02-09", 1, NEWS),
    ("Filed [09.02.2020].", WED, "2020-02-09", 1, NEWS),
    ("Filed [13/01/2020].", WED, "2020-01-13", 1, EARLIER),
    ("Filed [01/30/2020].", WED, "2020-01-30", 1, NEWS),
    ("Filed [03/02/2020].", WED, "2020-02-03", 5, NEWS),
    ("Filed [02/10/2020].", WED, "2020-02-10", 5, NEWS),
    ("SAN JULIAN, [7 FEB 90] (RADIO)", WIRE, "1990-02-07", 1, NEWS),
    ("[On Sunday, 9 February 2020], it fell.", WED, "2020-02-09", 1, NEWS),
    ("[On Wed, 12 Feb 2020] it fell.", WED, "2020-02-12", 1, NEWS),
    ("[On Sunday (9 February)] it fell.", WED, "2020-02-09", 1, NEWS),
    ("It fell [on 29 February 2024].", LEAP, "2024-02-29", 1, NEWS),
    ("[On July 14, 2013] it fell.", WED, "2013-07-14", 1, EARLIER),
    # dates without a year: the nearest past
    ("[On Feb. 9] a mine went off.", WED, "2020-02-09", 1, NEWS),
    ("[On Dec. 30] a mine went off.", JAN, "2020-12-30", 1, NEWS),
    ("[On 2 January] a mine went off.", JAN, "2021-01-02", 1, NEWS),
    ("[On January 4] a mine went off.", JAN, "2021-01-04", 1, NEWS),
    ("[On 29 February] a mine went off.", LEAP, "2024-02-29", 1, NEWS),
    ("[On 29 February] a mine went off.", SUN, "2020-02-29", 1, EARLIER),
    ("[ON 5 MAY] THE REBELS ATTACKED.", WIRE, "1989-05-05", 1, EARLIER),
    ("The vote is [scheduled for 5 May].", WED, "2020-05-05", 1, NEWS),
    ("Raids [between 3 and 5 May].", SUN, "2022-05-03..2022-05-05", 2, NEWS),
    ("Raids [on May 3-5].", SUN, "2022-05-03..2022-05-05", 2, NEWS),
    ("Raids [from 28 December to 2 January].", JAN, "2020-12-28..2021-01-02", 2, NEWS),
    ("Raids [from 1 to 7 February].", WED, "2020-02-01..2020-02-07", 3, NEWS),
    ("[On 5 February last year] it fell.", WED, "2019-02-05", 1, EARLIER),
    ("[On May 3] and 12 people were killed.", SUN, "2022-05-03", 1, NEWS),
    # weeks and weekends
    ("Thousands fled [last week].", WED, "2020-02-03..2020-02-09", 3, NEWS),
    ("Thousands fled [this week].", WED, "2020-02-10..2020-02-12", 2, NEWS),
    ("[Earlier this week] they fled.", WED, "2020-02-10..2020-02-12", 2, NEWS),
    ("The court sits [next week].", WED, "2020-02-17..2020-02-23", 3, NEWS),
    ("Two died [over the weekend].", WED, "2020-02-08..2020-02-09", 2, NEWS),
    ("Two died [last weekend].", WED, "2020-02-08..2020-02-09", 2, NEWS),
    ("[Three weeks ago] they fled.", WED, "2020-01-20..2020-01-26", 3, EARLIER),
    # months
    ("[Last month]'s attack shocked many.", WED, "2020-01-01..2020-01-31", 4, EARLIER),
    ("Two died [this month].", WED, "2020-02-01..2020-02-12", 4, NEWS),
    ("It fell [in January].", WED, "2020-01-01..2020-01-31", 4, NEWS),
    ("It fell [in March].", WED, "2019-03-01..2019-03-31", 4, EARLIER),
    ("It fell [in February].", WED, "2020-02-01..2020-02-12", 4, NEWS),
    ("It fell [in March 2017].", WED, "2017-03-01..2017-03-31", 4, EARLIER),
    ("It fell [in early January].", WED, "2020-01-01..2020-01-10", 4, EARLIER),
    ("It fell [in mid-January].", SUN, "2022-01-11..2022-01-20", 4, EARLIER),
    ("It fell [in late January].", WED, "2020-01-21..2020-01-31", 4, NEWS),
    ("It fell [in May last year].", WED, "2019-05-01..2019-05-31", 4, EARLIER),
    ("[The March] attack killed ten.", WED, "2019-03-01..2019-03-31", 4, EARLIER),
    ("[Two months ago] it fell.", JAN, "2020-11-01..2020-11-30", 4, EARLIER),
    ("[Between March and May] it fell.", WED, "2019-03-01..2019-05-31", 5, EARLIER),
    # years
    ("It fell [in 2014].", WED, "2014-01-01..2014-12-31", 5, EARLIER),
    ("It fell [in early 2019].", WED, "2019-01-01..2019-04-30", 5, EARLIER),
    ("It fell [last year].", WED, "2019-01-01..2019-12-31", 5, EARLIER),
    ("Twelve fell [this year].", WED, "2020-01-01..2020-02-12", 5, NEWS),
    ("[Earlier this year] it fell.", WED, "2020-01-01..2020-02-12", 5, EARLIER),
    ("[Five years ago] it fell.", WED, "2015-01-01..2015-12-31", 5, EARLIER),
    ("[The 2014] war left ruins.", WED, "2014-01-01..2014-12-31", 5, EARLIER),
    ("[From 2011 to 2014] it was held.", WED, "2011-01-01..2014-12-31", 5, EARLIER),
    ("The [2011–14] unrest.", WED, "2011-01-01..2014-12-31", 5, EARLIER),
    ("It was razed [in the 1990s].", WED, "1990-01-01..1999-12-31", 5, EARLIER),
    ("[In the summer of 2014] it fell.", WED, "2014-01-01..2014-12-31", 5, EARLIER),
    ("It stood [decades ago].", WED, "..2000-12-31", 5, EARLIER),
    # periods up to the report
    ("Breached 12 times [over the past 24 hours].", WED, "2020-02-11..2020-02-12", 2, NEWS),
    ("Breached [over the past day].", WED, "2020-02-11..2020-02-12", 2, NEWS),
    ("Breached [in the last 48 hours].", WED, "2020-02-10..2020-02-12", 2, NEWS),
    ("Breached [in the past week].", WED, "2020-02-05..2020-02-12", 4, NEWS),
    ("Breached [in recent days].", WED, "2020-02-06..2020-02-12", 3, NEWS),
    ("Breached [over the past two months].", WED, "2019-12-14..2020-02-12", 5, EARLIER),
    ("Twelve have died [since Monday].", WED, "2020-02-10..2020-02-12", 2, NEWS),
    ("Twelve have died [since April 2019].", WED, "2019-04-01..2020-02-12", 5, EARLIER),
    ("Twelve have died [since 2014].", WED, "2014-01-01..2020-02-12", 5, EARLIER),
    ("Twelve have died [since dawn].", WED, "2020-02-12", 1, NEWS),
    ("Twelve have died [since last Thursday].", WED, "2020-02-06..2020-02-12", 3, NEWS),
    # before and after
    ("[By Monday] the road was open.", WED, "..2020-02-10", 5, NEWS),
    ("[Until Sunday] the road was shut.", WED, "..2020-02-09", 5, NEWS),
    ("[Before Monday] the road was shut.", WED, "..2020-02-09", 5, NEWS),
    ("[Before 2014] the road was shut.", WED, "..2013-12-31", 5, EARLIER),
    ("[After Monday] the road was open.", WED, "2020-02-10..2020-02-12", 2, NEWS),
    ("[After Friday] prayers they marched.", WED, "2020-02-07", 1, NEWS),
    ("[On the eve of 5 May] it fell.", SUN, "2022-05-04", 1, NEWS),
    # so long ago, earlier, later
    ("[Two days ago] it fell.", WED, "2020-02-10", 1, NEWS),
    ("[Two days earlier] it fell.", WED, "2020-02-10", 1, NEWS),
    ("On Sunday he fled; [a day earlier] it fell.", WED, "2020-02-08", 1, NEWS),
    ("On Sunday he fled; [two days later] it fell.", WED, "2020-02-11", 1, NEWS),
    ("On 3 May 2013 he fled; [the next day] it fell.", WED, "2013-05-04", 1, EARLIER),
    ("[The previous day] it fell.", WED, "2020-02-11", 1, NEWS),
    ("[Two days later] it fell.", WED, "..2020-02-12", 5, NEWS),
    ("[Two days before] the vote it fell.", WED, "..2020-02-12", 5, NEWS),
    ("It fell [two days after Saturday].", WED, "2020-02-10", 1, NEWS),
    ("[A few days ago] it fell.", WED, "2020-02-06..2020-02-10", 2, NEWS),
    ("[Several hours ago] it fell.", WED, "2020-02-12", 1, NEWS),
]  # fmt: skip

# The same without a publish date: explicit dates stand alone, relative ones stay open.
UNDATED = [
    ("It fell on Sunday.", "on Sunday", None, None, False),
    ("It fell yesterday.", "yesterday", None, None, False),
    ("It fell on Feb. 9.", "on Feb. 9", None, None, False),
    ("It fell last week.", "last week", None, None, False),
    ("It fell last month.", "last month", None, None, True),
    ("It fell two years ago.", "two years ago", None, None, True),
    ("It fell on 9 February 2020.", "on 9 February 2020", "2020-02-09", "2020-02-09", False),
    ("It fell in 2014.", "in 2014", "2014-01-01", "2014-12-31", True),
    ("It has fallen since May 2013.", "since May 2013", "2013-05-01", None, False),
    ("On 5 May 2013 they met and the next day it fell.", "the next day", "2013-05-06", "2013-05-06", False),
    ("It fell on 30 February 2020.", "on 30 February 2020", None, None, False),
]

NO_TIMES = [
    "A 16-year-old boy and a 2-year-old girl were hurt.",
    "Ambulances were kept out for an hour.",
    "He ruled for two years and served 24 months.",
    "The Sunday Times reported it.",
    "Black Friday sales rose.",
    "The protesters may march.",
    "They march 5 km every morning.",
    "March 5 km, the sign said.",
    "Residents May have fled.",
    "AT LEAST 5 MAY HAVE DIED.",
    "Prime Minister May spoke of it.",
    "At least 2014 people were displaced.",
    "It cost $2014 in all.",
    "Some 1,990 shells fell.",
    "The 23 March Movement denied it.",
    "He told USA Today so.",
    "The score was 3-1 after extra time.",
    "Version 10.10.20 was used.",
    "He lives at 12/3 Hill Road.",
    "The second day of talks.",
    "Fighters of the 5th Division, 120 men.",
    "For two years after the truce nothing moved.",
    "",
]


def _found(sentence: str, published: str | None) -> dict[str, TimeFound]:
    return {sentence[slice(*t.span)]: t for t in find_times(sentence, (0, len(sentence)), published)}


def _days(found: TimeFound) -> str:
    return f"{found.start or ''}..{found.end}" if found.start != found.end else str(found.end)


@pytest.mark.parametrize("row", RESOLVED)
def test_resolves_against_the_publish_date(row: tuple[str, str, str, int, bool]) -> None:
    marked, published, days, precision, background = row
    words = marked[marked.index("[") + 1 : marked.index("]")]
    found = _found(marked.replace("[", "").replace("]", ""), published)
    assert words in found
    got = found[words]
    assert (_days(got), got.precision, got.background) == (days, precision, background)


@pytest.mark.parametrize(("sentence", "words", "start", "end", "background"), UNDATED)
def test_nothing_is_guessed_without_a_publish_date(
    sentence: str, words: str, start: str | None, end: str | None, background: bool
) -> None:
    got = _found(sentence, None)[words]
    assert (got.start, got.end, got.background) == (start, end, background)


@pytest.mark.parametrize("sentence", NO_TIMES)
def test_what_is_no_time(sentence: str) -> None:
    assert _found(sentence, WED) == {}


def test_table_is_as_large_as_it_claims_to_be() -> None:
    assert len({row[:2] for row in RESOLVED}) + len(UNDATED) + len(NO_TIMES) >= 180


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("on 9 February", "explicit"),
        ("in 2014", "explicit"),
        ("on Sunday", "relative"),
        ("at 3 a.m.", "relative"),
    ],
)
def test_basis(sentence: str, basis: str) -> None:
    (got,) = find_times(sentence, (0, len(sentence)), WED)
    assert got.basis == basis


def test_spans_are_offsets_in_the_whole_text() -> None:
    text = "It rained on Monday. A bomb went off on Sunday. All fled today."
    (got,) = find_times(text, (21, 47), WED)
    assert text[slice(*got.span)] == "on Sunday"


def test_two_times_in_one_sentence_stay_two() -> None:
    assert list(_found("Shelled on Monday, and raided on Tuesday.", WED)) == ["on Monday", "on Tuesday"]


@pytest.mark.parametrize("published", ["yesterday", "", "2020", "0000-00-00", "2020-13-45"])
def test_a_publish_date_that_is_none(published: str) -> None:
    assert _found("It fell on Sunday.", published)["on Sunday"].start is None
    assert publication_time(published) is None


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(published: str) -> None:
    for marked, *_ in RESOLVED:
        for got in find_times(marked, (0, len(marked)), published):
            assert 1 <= got.precision <= 5


def test_publication_time_is_on_or_before() -> None:
    got = publication_time("2020-02-12T17:47:00+03:30")
    assert got is not None
    assert (got.start, got.end, got.span, got.basis) == (None, "2020-02-12", None, "publication")


def test_news_day_falls_back_on_the_dateline() -> None:
    wire = "PUERTO NUEVO, 7 FEB 90 (RADIO NORTE) -- [TEXT] TWO MEN WERE KILLED ON 3 MAY 1988."
    assert news_day(None, wire) == "1990-02-07"
    assert news_day("1990-02-08", wire) == "1990-02-08"
    assert news_day(None, "Two men were killed on 3 May 1988.") is None


def test_precision_is_the_length() -> None:
    first = date(2020, 1, 1)
    lengths = {1: 1, 2: 2, 6: 2, 7: 3, 8: 4, 31: 4, 32: 5}
    got = {n: precision_of(first, date.fromordinal(first.toordinal() + n - 1)) for n in lengths}
    assert got == lengths


@pytest.mark.parametrize(
    "junk",
    [
        "1",
        "the ",
        "5 May ",
        "at dawn ",
        "5, ",
        "Sunday, ",
        "Sunday and ",
        "12:30 ",
        "1 to ",
        "May ",
        "last ",
    ],
)
def test_junk_takes_linear_time(junk: str) -> None:
    def seconds(length: int) -> float:
        text = junk * (length // len(junk))
        return cpu_seconds(lambda: find_times(text, (0, len(text)), WED))

    seconds(1_000)
    # Eight times the text may take eight times as long, and noise; quadratic work would take 64 times.
    assert seconds(80_000) < 30 * max(seconds(10_000), 0.002)
