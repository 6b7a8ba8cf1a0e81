"""The lines by which pages speak of themselves, in nine languages."""

from __future__ import annotations

import pytest

from hearsay.articles.labels import copyright_holder, labels_in, mark_of, tags_of

# line => field value; several values are divided by " ; ". Dates are given as read.
LABELS = """
Publish Date: 12February 2020 - 17:47 => published 2020-02-12T17:47
Updated in: 14 June 2021 - 02:24 => updated 2021-06-14T02:24
News ID: 80197 => agency_id 80197
News Code 81234567 => agency_id 81234567
Published on 3 March 2021 => published 2021-03-03
PUBLISHED: March 3, 2021 => published 2021-03-03
Last updated – 3 March 2021, 10:00 => updated 2021-03-03T10:00
Posted on March 3, 2021 by admin => published 2021-03-03
Issued on: 16/12/2024 - 08:45 => published 2024-12-16T08:45
Date: 16/08/2023 => published 2023-08-16
Publish Date: 12 May 2022 | News ID: 4411 => published 2022-05-12 ; agency_id 4411
Published: 2 May 2022 • Updated: 3 May 2022 => published 2022-05-02 ; updated 2022-05-03
Story Code: TXN/22-18 => agency_id TXN/22-18
Tags: convoy, Mopti ، army => tags convoy, Mopti ، army
Keywords: ceasefire; border => tags ceasefire; border
By Awa Dembélé => byline Awa Dembélé
Source: SANA => agency SANA
Photo: A. Karimi => other A. Karimi
تاريخ النشر: 12 شباط 2020 => published 2020-02-12
نُشر في: ١٢ فبراير ٢٠٢٠ - ١٧:٤٧ => published 2020-02-12T17:47
تاریخ النشر : 2020/02/12 => published 2020-02-12
آخر تحديث: 13 فبراير 2020 => updated 2020-02-13
تم التحديث في 13 آذار 2021 => updated 2021-03-13
رقم الخبر: ١٢٣٤٥ => agency_id 12345
الوسوم: حلب، إدلب => tags حلب، إدلب
الكلمات المفتاحية: هدنة => tags هدنة
بقلم: سمير الخطيب => byline سمير الخطيب
المصدر: وكالات => agency وكالات
تاریخ انتشار: ۲۳ بهمن ۱۳۹۸ - ۱۷:۴۷ => published 2020-02-12T17:47
زمان انتشار: ۱۳۹۸/۱۱/۲۳ => published 2020-02-12
تاریخ انتشار : چهارشنبه ۲۳ بهمن ۱۳۹۸ => published 2020-02-12
به‌روزرسانی: ۲۴ بهمن ۱۳۹۸ => updated 2020-02-13
کد خبر: ۸۰۱۹۷ => agency_id 80197
كد خبر : 80197 => agency_id 80197
شناسه خبر: 4521733 => agency_id 4521733
برچسب‌ها: سوریه، ادلب => tags سوریه، ادلب
کلیدواژه‌ها: آتش‌بس => tags آتش‌بس
منبع: ایرنا => agency ایرنا
Дата публикации: 12.02.2020 => published 2020-02-12
Опубликовано 12 февраля 2020 в 17:47 => published 2020-02-12T17:47
Обновлено: 13 февраля 2020 => updated 2020-02-13
Номер новости: 55120 => agency_id 55120
Теги: обстрел, Донецк => tags обстрел, Донецк
Автор: Ирина Соколова => byline Ирина Соколова
Источник: РИА Новости => agency РИА Новости
Опубліковано: 7 листопада 2023, 08:05 => published 2023-11-07T08:05
Дата публікації: 07.11.2023 => published 2023-11-07
Оновлено 8 листопада 2023 => updated 2023-11-08
Мітки: фронт, Авдіївка => tags фронт, Авдіївка
Джерело: Укрінформ => agency Укрінформ
Yayınlanma Tarihi: 12 Şubat 2020 17:47 => published 2020-02-12T17:47
Giriş: 12.02.2020 - 17:47 => published 2020-02-12T17:47
GÜNCELLEME: 13.02.2020 => updated 2020-02-13
Son güncelleme 13 Şubat 2020 => updated 2020-02-13
Haber No: 118822 => agency_id 118822
Etiketler: Afrin, sınır => tags Afrin, sınır
Kaynak: AA => agency AA
פורסם: 12 בפברואר 2020, 17:47 => published 2020-02-12T17:47
תאריך פרסום: 12/02/2020 => published 2020-02-12
עודכן לאחרונה: 13.02.2020 => updated 2020-02-13
תגיות: עזה, גבול => tags עזה, גבול
מאת: יעל כהן => byline יעל כהן
Publicado el 12 de febrero de 2020 => published 2020-02-12
Fecha: 12/02/2020 => published 2020-02-12
Última actualización: 13 de febrero de 2020 => updated 2020-02-13
Etiquetas: Cauca, paro => tags Cauca, paro
Por Lucía Marín => byline Lucía Marín
Publié le 12 février 2020 à 17h47 => published 2020-02-12T17:47
Mis à jour le 13 février 2020 => updated 2020-02-13
Mots-clés : Mopti, armée => tags Mopti, armée
Par Moussa Keïta => byline Moussa Keïta
"""

NOT_LABELS = """
Published reports say that 12 people died on 3 March 2021 in the camp.
The date: nobody knows it yet, a spokesman for the army said on Sunday evening.
By Sunday, the army had retaken the town.
By nightfall 12 fighters had been killed.
Updated figures put the toll at 31.
Date palms burned for 3 days near Basra.
ID cards were checked at the crossing.
Source close to the talks said no.
Posted on the wall were 12 names.
В дату публикации не верят даже авторы отчёта о боях.
Codes of 12 generals were stolen.
Tags were found on the bodies
"""

MARKS = """
Message end/ => end
انتهای پیام/ => end
/انتهى/ => end
### => end
-30- => end
ENDS => end
Related posts => after
Related News: => after
Comments (3) => after
5 comments => after
your comment => after
Leave a Reply => after
أخبار ذات صلة => after
اخبار مرتبط => after
نظر شما => after
Материалы по теме: => after
Читать также => inside
Читайте также: в Курске слышны взрывы => inside
İlgili Haberler => after
כתבות קשורות => after
Noticias relacionadas => after
Sur le même sujet => after
READ MORE => inside
Read also: Two dams closed for repair => inside
Sign up for the morning letter => inside
اقرأ أيضا: الهدنة في خطر => inside
بیشتر بخوانید: => inside
Advertisement => inside
Lire aussi : la trêve tient => inside
Home | Local | Army | Economy | Contact us => menu
© 2019 Ridge Radio => menu
Copyright 2021 The Valley Post. All rights reserved. => menu
World => menu
Share | Print | Email => menu
"""

NO_MARKS = """
More than 40 people were killed on the road to Gao.
Read out in court, the letter named three officers.
Watch towers burned on both sides of the river.
Comments by the minister angered the opposition on Tuesday.
The end of the siege came on Monday.
Ends of the bridge were mined, engineers said.
Related attacks killed nine in the same district.
Share prices fell after the raid.
A soldier | a policeman were among the dead, the ministry said in a long statement.
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [(left, right) for left, _, right in (line.partition(" => ") for line in table.strip().split("\n"))]


@pytest.mark.parametrize(("line", "want"), rows(LABELS))
def test_a_label_line_gives_its_values(line: str, want: str) -> None:
    found = labels_in(line)
    have = " ; ".join(f"{label.field} {label.stamp.iso() if label.stamp else label.value}" for label in found)
    assert have == want


@pytest.mark.parametrize("line", NOT_LABELS.strip().split("\n"))
def test_a_sentence_is_no_label(line: str) -> None:
    assert labels_in(line) == ()


@pytest.mark.parametrize(("line", "mark"), rows(MARKS))
def test_a_mark_is_known(line: str, mark: str) -> None:
    assert mark_of(line) == mark


@pytest.mark.parametrize("line", NO_MARKS.strip().split("\n"))
def test_a_sentence_is_no_mark(line: str) -> None:
    assert mark_of(line) is None


def test_a_date_label_whose_date_cannot_be_read_keeps_its_words() -> None:
    (label,) = labels_in("Published: the day after the feast")
    assert (label.field, label.stamp, label.value) == ("published", None, "the day after the feast")


def test_tags_are_cut_at_every_kind_of_comma() -> None:
    assert tags_of("Syrian ، Russian ، #air_force; Idlib, Idlib") == ("Syrian", "Russian", "air force", "Idlib")


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("© 2019 Ridge Radio", "Ridge Radio"),
        ("Copyright © 2021 The Valley Post. All rights reserved.", "The Valley Post"),
        ("(c) 2020 Ridge Radio | Terms", "Ridge Radio"),
        ("All rights reserved.", None),
        ("Copyright law was broken, the court said on Monday after three years of hearings in the capital.", None),
    ],
)
def test_a_copyright_line_names_its_holder(line: str, holder: str | None) -> None:
    assert copyright_holder(line) == holder
