from __future__ import annotations

import hearsay
from hearsay.incidents import reports_of

TEXT = (
    "Rebels shelled Saraqib on Sunday, killing three civilians, a monitor said.\n\n"
    "In a separate incident, a bomb killed two policemen in Mosul on Saturday, a police officer said."
)


def test_each_incident_of_an_article_is_a_report_with_the_words_of_its_claims() -> None:
    coding = hearsay.code(TEXT, published="2020-02-12", outlet="Meridian Wire", headline="Two attacks")
    reports = reports_of(coding)
    assert [r.id for r in reports] == [i.id for i in coding.incidents]
    assert [c.id for r in reports for c in r.claims] == [id_ for i in coding.incidents for id_ in i.claims]
    assert all(len(r.passages) == len(r.claims) and all(p in TEXT for p in r.passages) for r in reports)
    assert {(r.source.outlet, r.source.headline, r.source.published) for r in reports} == {
        ("Meridian Wire", "Two attacks", "2020-02-12")
    }


def test_an_article_without_claims_gives_no_report() -> None:
    assert reports_of(hearsay.code("The league title was won on Sunday.", published="2020-02-12")) == ()
