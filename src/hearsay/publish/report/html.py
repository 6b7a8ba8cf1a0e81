"""The situation report as one HTML page that needs nothing else: its style is in it, and it runs no script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import resources

from lxml.html import HtmlElement, tostring
from lxml.html import builder as e

from hearsay.publish.private import MASK
from hearsay.publish.report.content import Cited, Entry, SituationReport

_WEB = re.compile(r"https?://[^\s]+", re.IGNORECASE)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def report_html(report: SituationReport) -> Iterator[str]:
    """The page. Words of articles are text in it, never markup; only web addresses become links."""
    style = (resources.files(__package__) / "report.css").read_text(encoding="utf-8")
    page = e.HTML(
        e.HEAD(
            e.META(charset="utf-8"),
            e.META(name="viewport", content="width=device-width, initial-scale=1"),
            e.TITLE(_text(report.title)),
            e.STYLE(style),
        ),
        e.BODY(e.H1(_text(report.title)), *(e.P(_text(line)) for line in report.summary), *_body(report)),
        lang="en",
    )
    yield "<!doctype html>\n"
    yield tostring(page, encoding="unicode") + "\n"


def _body(report: SituationReport) -> Iterator[HtmlElement]:
    for section in report.sections:
        yield e.H2(section.title)
        for on in section.days:
            yield e.H3(_text(on.days))
            for at in on.places:
                yield e.H4(_text(at.place), dir="auto")
                yield from map(_entry, at.entries)
    if not report.sections:
        yield e.P("No incident of these days is in the database.")
    if report.sources:
        yield e.H2("Sources")
        yield e.OL(*map(_source, report.sources))
    yield e.H2("About this report")
    notes = [node for heading, text in report.notes for node in (e.DT(_text(heading)), e.DD(_text(text)))]
    yield e.DL(*notes)


def _entry(entry: Entry) -> HtmlElement:
    head = e.P(e.STRONG(_text(entry.what)), f": {_text(entry.parties)}. ", *_cites(entry.sources))
    parts = [head]
    if entry.tolls:
        parts.append(e.P(_text("; ".join(entry.tolls)), e.CLASS("toll")))
    if entry.quoted:
        parts.append(e.P(_text(entry.quoted), e.CLASS("quoted"), dir="auto"))
    parts.append(_list("Who says so", entry.sayings))
    if entry.disputes:
        parts.append(_list("Disputed", entry.disputes))
    parts += [e.P(_text(note)) for note in entry.notes]
    parts.append(e.P(f"{_text(entry.grade)} ", e.CODE(_text(entry.id)), e.CLASS("grade")))
    return e.ARTICLE(*parts)


def _list(heading: str, items: Iterable[str]) -> HtmlElement:
    return e.DIV(e.SPAN(heading, e.CLASS("heading")), e.UL(*(e.LI(_text(item), dir="auto") for item in items)))


def _cites(numbers: Iterable[int]) -> Iterator[HtmlElement]:
    for number in numbers:
        yield e.A(f"[{number}]", href=f"#source-{number}")


def _source(cited: Cited) -> HtmlElement:
    shown = e.LI(_text(cited.said), id=f"source-{cited.number}", dir="auto")
    if cited.url is not None and _WEB.fullmatch(cited.url) and MASK not in cited.url:
        shown.append(e.BR())
        shown.append(e.A(_text(cited.url), href=_text(cited.url), rel="noreferrer"))
    return shown


def _text(words: str) -> str:
    """What XML cannot hold is shown as U+FFFD."""
    return _NO_XML.sub("�", words)
