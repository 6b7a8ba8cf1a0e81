"""The situation report: by day and place, with tolls, disputes, voices and sources; harmless and without a script."""

from __future__ import annotations

import pytest
from lxml import html
from tests.publish.library import bakery, dataset, happening, linked, on, party, toll, town

from hearsay.incidents.records import LinkedIncident
from hearsay.publish.publication import publication
from hearsay.publish.report import SituationReport, report_html, report_text, situation_report
from hearsay.publish.report.sums import total
from hearsay.records import Coding, Event, Label, Mention

TITLE = "Situation report from 2019-06-01"


def written(*incidents: LinkedIncident, codings: tuple[Coding, ...] = (), names: bool = False) -> SituationReport:
    return situation_report(publication(dataset(*incidents, codings=codings), names=names), TITLE)


def text(report: SituationReport) -> str:
    return "".join(report_text(report, width=500))


def test_an_incident_is_told_with_toll_voices_disputes_grade_and_sources(coding: Coding) -> None:
    report = written(bakery(coding), codings=(coding,))
    (section,) = report.sections
    (on_day,) = section.days
    assert (on_day.days, on_day.places[0].place) == ("2019-06-09", "5 km S of Arīḩā, Idlib, Syria")
    (entry,) = on_day.places[0].entries
    assert entry.what == "Air/drone strike"
    assert entry.tolls[0].startswith("killed ")
    assert any("Orontes Rescue Committee" in saying for saying in entry.sayings)
    assert entry.disputes[0].startswith("How many were killed. ")
    assert entry.quoted.startswith("“Warplanes struck a bakery")
    assert "Admiralty credibility" in entry.grade
    assert entry.sources == (1,)
    assert report.sources[0].said.startswith("Vantage Wire, Strike on bakery near Ariha")


def test_days_then_places_in_order() -> None:
    incidents = [
        linked(happening(id="late", time=on("2019-11-18"))),
        linked(happening(id="hour", time=on("2019-11-18T04:30:00"))),
        linked(happening(id="b", place=town(name="Saraqib"))),
        linked(happening(id="a", place=town(name="Binnish"))),
        linked(happening(id="undated", time=None)),
        linked(happening(id="nowhere", place=None)),
    ]
    (section,) = written(*incidents).sections
    assert [(one.days, [at.place.split(",")[0] for at in one.places]) for one in section.days] == [
        ("2019-11-17", ["Binnish", "Place not said", "Saraqib"]),
        ("2019-11-18", ["Binnish"]),
        ("no date", ["Binnish"]),
    ]


def test_words_and_what_did_not_happen_stand_apart() -> None:
    request = Event(type="REQUEST", mode="change", trigger=Mention(text="called", span=(0, 6)))
    incidents = [
        linked(happening(id="x")),
        linked(happening(id="y", status="planned")),
        linked(happening(id="z", event=request)),
    ]
    titles = [section.title for section in written(*incidents).sections]
    assert titles == [
        "What is said to have happened",
        "Statements, accusations, agreements",
        "Planned, threatened, feared or denied",
    ]
    assert "attack, planned: by" in text(written(*incidents))
    assert "Request (change): by" in text(written(*incidents))


def test_only_what_happened_is_added_up_and_no_total_over_days() -> None:
    incidents = [
        linked(happening(id="one")),
        linked(happening(id="two")),
        linked(happening(id="planned", status="planned")),
        linked(happening(id="month"), contains=("one", "two")),
    ]
    report = written(*incidents)
    assert "Killed: 18 in 2 incidents (rule stated, figures added up)." in report.summary
    assert "A total over days: it holds one, two." in text(report)


def test_an_open_figure_opens_the_sum_and_an_unstated_low_adds_nothing() -> None:
    assert (total([toll(9), toll(4, 4, None)]).low, total([toll(9), toll(4, 4, None)]).high) == (13, None)
    assert (total([toll(9), toll(None, None, 40)]).low, total([toll(9), toll(None, None, 40)]).high) == (9, 49)


def test_labels_are_no_names() -> None:
    label = Label(text="terrorists", span=(0, 10), stance="pejorative", holder=0)
    incident = happening(recipients=(party("terrorists", kind="rebel_group", label=label),))
    assert "against unnamed rebel group" in text(written(linked(incident)))


def test_private_names_are_masked_unless_asked_for(coding: Coding) -> None:
    for form in (report_text, report_html):
        assert "Sarkis" not in "".join(form(written(bakery(coding), codings=(coding,))))
        assert "Sarkis" in "".join(form(written(bakery(coding), codings=(coding,), names=True)))


def test_an_empty_period_says_so() -> None:
    assert "No incident of these days" in text(written())
    assert "No incident of these days" in "".join(report_html(written()))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", 'https://x.example/"onclick=alert(1) ', "//evil.example", "data:text/html,x"]
)
def test_only_web_addresses_become_links(coding: Coding, url: str) -> None:
    article = coding.article.model_copy(update={"url": url})
    page = page_of(coding.model_copy(update={"article": article}))
    assert [link for link in page.xpath("//a/@href") if not link.startswith("#")] == []


def page_of(coding: Coding) -> html.HtmlElement:
    return html.document_fromstring("".join(report_html(written(bakery(coding), codings=(coding,), names=True))))


def test_hostile_words_are_text_and_nothing_is_fetched_or_run(coding: Coding) -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\x00\x1b[2J\ufffe\u202e</style></title>"
    article = coding.article.model_copy(update={"headline": hostile, "outlet": hostile, "url": "https://x.example/1"})
    page = page_of(coding.model_copy(update={"article": article}))
    assert page.xpath("//script | //img | //link | //iframe | //@onerror | //@src") == []
    assert page.xpath("count(//style)") == 1
    assert page.xpath("//a[starts-with(@href, 'http')]/@href") == ["https://x.example/1"]
    assert "<script>alert(1)</script>" in page.text_content()
    assert "\x1b" not in page.text_content()


def test_every_citation_leads_to_its_source(coding: Coding) -> None:
    page = page_of(coding)
    cited = {link.removeprefix("#") for link in page.xpath("//article//a/@href")}
    assert cited
    assert cited <= set(page.xpath("//ol/li/@id"))
