"""Dates as pages write them: nine languages, three calendars, and what must not be read as a date."""

from __future__ import annotations

import pytest

from hearsay.articles.calendars import numeric_calendar, to_gregorian
from hearsay.articles.dates import read_date

# text = ISO; an empty right side: no date may be read.
DATES = """
12February 2020 - 17:47 = 2020-02-12T17:47
14 June 2021 - 02:24 = 2021-06-14T02:24
13 May 2019 = 2019-05-13
1st March 2022 = 2022-03-01
March 3rd, 2022 = 2022-03-03
Sept. 9, 2021 = 2021-09-09
7 November 2023, 08:05 = 2023-11-07T08:05
August 16, 2023, 7:42 am = 2023-08-16T07:42
August 16, 2023 12:05 AM = 2023-08-16T00:05
August 16, 2023 12:05 p.m. = 2023-08-16T12:05
February 12, 2020 at 5:47 p.m. EST = 2020-02-12T17:47-05:00
Wednesday, 12 February 2020 17:47 = 2020-02-12T17:47
17:47 - 12 February 2020 = 2020-02-12T17:47
12-Feb-2020 = 2020-02-12
26 SEP 89 = 1989-09-26
4-Feb-05 = 2005-02-04
4 FEB 05 = 2005-02-04
16/08/2023 = 2023-08-16
16/12/2024 - 08:45 = 2024-12-16T08:45
08/16/2023 = 2023-08-16
1.2.2020 = 2020-02-01
12.02.2020 17.47 = 2020-02-12T17:47
2020/02/12 = 2020-02-12
2020-02-12 = 2020-02-12
2020-02-12 17:47:11 = 2020-02-12T17:47:11
2020-02-12T17:47:00Z = 2020-02-12T17:47:00Z
2020-02-12T17:47:00.123+03:00 = 2020-02-12T17:47:00+03:00
2020-02-12T17:47:00+0530 = 2020-02-12T17:47:00+05:30
2020-02-12T17:47-0330 = 2020-02-12T17:47-03:30
20200212 = 2020-02-12
20200212T174700Z = 2020-02-12T17:47:00Z
Wed, 12 Feb 2020 17:47:00 +0000 = 2020-02-12T17:47:00Z
Wed, 12 Feb 2020 17:47:00 GMT = 2020-02-12T17:47:00Z
12 Feb 2020 17:47 GMT+3 = 2020-02-12T17:47+03:00
12 Feb 2020 17:47 (GMT +03:00) = 2020-02-12T17:47+03:00
12 Feb 2020 17:47 UTC = 2020-02-12T17:47Z
12 Feb 2020 17:47 IST = 2020-02-12T17:47
2020年2月12日 = 2020-02-12
12 شباط 2020 = 2020-02-12
12 كانون الثاني 2024 = 2024-01-12
3 كانون الأول 2023 = 2023-12-03
5 تشرين الأول 2022 = 2022-10-05
5 تشرين الثاني 2022 = 2022-11-05
الأربعاء 12 فبراير 2020 = 2020-02-12
الأربعاء، 12 فبراير 2020 الساعة 5:47 مساءً = 2020-02-12T17:47
12 أغسطس 2021 09:05 ص = 2021-08-12T09:05
١٢ فبراير ٢٠٢٠ - ١٧:٤٧ = 2020-02-12T17:47
٢٠٢٠/٠٢/١٢ = 2020-02-12
14 أوت 2021 = 2021-08-14
3 جويلية 2022 = 2022-07-03
12 نيسان 2017 م = 2017-04-12
۲۳ بهمن ۱۳۹۸ = 2020-02-12
1398/11/23 = 2020-02-12
۱۳۹۸/۱۱/۲۳ - ۱۷:۴۷ = 2020-02-12T17:47
2 تير 1399 = 2020-06-22
۲ تیر ۱۳۹۹ = 2020-06-22
سه‌شنبه ۲۹ بهمن ۱۳۹۸ = 2020-02-18
سه شنبه ۲۹ بهمن ۱۳۹۸ ساعت ۱۷:۴۷ = 2020-02-18T17:47
شنبه، ۱ فروردین ۱۴۰۳ = 2024-03-20
30 Esfand 1399 = 2021-03-20
1399-12-30T10:00:00+03:30 = 2021-03-20T10:00:00+03:30
۵ آذر ۱۴۰۰ = 2021-11-26
۱۲ فوریه ۲۰۲۰ = 2020-02-12
۱۹ سرطان ۱۴۰۰ = 2021-07-10
۲۴ اسد ۱۴۰۰ = 2021-08-15
۲۳ بهمن ۱۳۹۸ - 12 February 2020 = 2020-02-12
12 رمضان 1445 هـ = 2024-03-22
الأحد 12 رمضان 1445 هـ - 22 مارس 2024 م = 2024-03-22
23 رجب 1440 هـ الموافق 30 مارس 2019 م = 2019-03-30
1 محرم 1446 = 2024-07-07
9 ذو الحجة 1444 = 2023-06-27
15 ربيع الآخر 1443 هـ = 2021-11-20
1445/09/12 = 2024-03-22
12 Ramadan 1445 AH = 2024-03-22
12 февраля 2020 = 2020-02-12
12 февраля 2020 г., 17:47 = 2020-02-12T17:47
12 февраля 2020 года в 17:47 = 2020-02-12T17:47
среда, 12 февраля 2020, 17:47 МСК = 2020-02-12T17:47+03:00
9 мая 2022 = 2022-05-09
12 фев 2020, 09:30 = 2020-02-12T09:30
17:47, 12.02.2020 = 2020-02-12T17:47
11 грудня 2023 року, 14:05 = 2023-12-11T14:05
7 листопада 2023, 08:05 = 2023-11-07T08:05
1 січня 2024 р. о 06:00 = 2024-01-01T06:00
24 лютого 2022 = 2022-02-24
П'ятниця, 3 травня 2024 = 2024-05-03
12 Şubat 2020 Çarşamba 17:47 = 2020-02-12T17:47
12 ŞUBAT 2020 = 2020-02-12
30 Ağustos 2022, Salı = 2022-08-30
5 Kasım 2021 - 10:15 = 2021-11-05T10:15
1 Eylül 2020 saat 09:00 = 2020-09-01T09:00
12 בפברואר 2020 = 2020-02-12
יום רביעי, 12 בפברואר 2020, 17:47 = 2020-02-12T17:47
7 באוקטובר 2023, 06:29 = 2023-10-07T06:29
3 מרץ 2021 = 2021-03-03
12 de febrero de 2020 = 2020-02-12
12 de febrero de 2020 a las 17:47 h = 2020-02-12T17:47
miércoles, 12 de febrero de 2020 = 2020-02-12
12 ene. 2021 - 09:15 = 2021-01-12T09:15
le 12 février 2020 à 17h47 = 2020-02-12T17:47
mercredi 1er mars 2023 = 2023-03-01
31 août 2021 à 9h05 = 2021-08-31T09:05
12 déc. 2022 = 2022-12-12
February 9, 20244:20 PM GMT+1 = 2024-02-09T16:20+01:00
12. Februar 2020, 17:47 Uhr = 2020-02-12T17:47
12 February =
9 FEB, 14:20 =
9 Feb 14:20 =
February 2020 =
17:47 =
2 hours ago =
yesterday at 10:00 =
5 min read =
29 February 2019 =
32 March 2020 =
99/99/2020 =
00/00/0000 =
30/12/1398 =
12 Nonsense 2020 =
12345678901234 =
20209999 =
Room 12 =
=
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [
        (left.strip(), right.strip()) for left, _, right in (line.rpartition("=") for line in table.strip().split("\n"))
    ]


@pytest.mark.parametrize(("text", "iso"), rows(DATES))
def test_a_date_is_read_as_written(text: str, iso: str) -> None:
    stamp = read_date(text)
    assert (stamp.iso() if stamp else "") == iso


@pytest.mark.parametrize("text", [text for text, iso in rows(DATES) if iso])
def test_a_whole_date_leaves_nothing_over(text: str) -> None:
    stamp = read_date(text)
    assert stamp is not None
    # A zone that means several offsets is the one thing left over.
    assert stamp.complete == ("IST" not in text)


def test_numbers_that_could_be_month_first_are_marked() -> None:
    day_first = read_date("3/4/2020")
    month_first = read_date("3/4/2020", month_first=True)
    assert day_first is not None
    assert month_first is not None
    assert (day_first.iso(), day_first.ambiguous) == ("2020-04-03", True)
    assert month_first.iso() == "2020-03-04"
    same = read_date("3/3/2020")
    assert same is not None
    assert not same.ambiguous


def test_words_after_the_date_are_told() -> None:
    stamp = read_date("12 Feb 2020 by our correspondent")
    assert stamp is not None
    assert (stamp.iso(), stamp.complete) == ("2020-02-12", False)


def test_two_gregorian_dates_give_the_first() -> None:
    stamp = read_date("12 Feb 2020 - 14 Feb 2020")
    assert stamp is not None
    assert stamp.iso() == "2020-02-12"


@pytest.mark.parametrize(
    ("year", "language", "calendar"),
    [
        (2020, None, "gregorian"),
        (1398, None, "jalali"),
        (1398, "fa", "jalali"),
        (1441, "ar", "hijri"),
        (1419, "ar", "hijri"),
        (1445, None, "hijri"),
        (1445, "fa", "jalali"),
        (1200, "fa", None),
        (1548, None, None),
        (2641, None, None),
    ],
)
def test_a_bare_year_tells_its_calendar(year: int, language: str | None, calendar: str | None) -> None:
    assert numeric_calendar(year, language) == calendar


def test_days_that_no_calendar_has_are_no_dates() -> None:
    assert to_gregorian(1398, 12, 30, "jalali") is None
    assert to_gregorian(1399, 12, 30, "jalali") is not None
    assert to_gregorian(2020, 13, 1, "gregorian") is None
    assert to_gregorian(1445, 9, 31, "hijri") is None
    assert to_gregorian(1200, 1, 1, "hijri") is None
