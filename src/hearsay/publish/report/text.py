"""The situation report as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from hearsay.publish.report.content import Entry, SituationReport


def report_text(report: SituationReport, *, width: int = 88) -> Iterator[str]:
    """The report in lines of ``width``."""
    for line in _lines(report):
        indent = len(line) - len(line.lstrip(" -"))
        yield fill(line, width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False) + "\n"


def _lines(report: SituationReport) -> Iterator[str]:
    yield report.title
    yield "=" * len(report.title)
    yield from report.summary
    for section in report.sections:
        yield from ("", section.title, "-" * len(section.title))
        for on in section.days:
            for at in on.places:
                yield from ("", f"{on.days} · {at.place}")
                for entry in at.entries:
                    yield from _entry(entry)
    if not report.sections:
        yield from ("", "No incident of these days is in the database.")
    yield from ("", "Sources", "-------")
    yield from (f"[{s.number}] {s.said}{f', {s.url}' if s.url else ''}" for s in report.sources)
    yield from ("", "About this report", "-----------------")
    yield from (f"{heading}: {text}" for heading, text in report.notes)


def _entry(entry: Entry) -> Iterator[str]:
    cited = "".join(f"[{number}]" for number in entry.sources)
    tolls = "".join(f"; {toll}" for toll in entry.tolls)
    yield f"- {entry.what}: {entry.parties}{tolls}. {cited}".rstrip()
    yield from [f"    {entry.quoted}"] if entry.quoted else []
    yield from (f"    - {saying}" for saying in entry.sayings)
    yield from (f"    Disputed: {dispute}" for dispute in entry.disputes)
    yield from (f"    {note}" for note in entry.notes)
    yield f"    {entry.grade} {entry.id}"
