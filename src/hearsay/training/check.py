"""Checks annotated reports, and loads them: ``python -m hearsay.training.check PATH...``.

Every quote must be found in its article, every value legal, every rule of :mod:`hearsay.training.rules` kept.
With ``--show`` the claims are printed as they were understood, for proof-reading.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from hearsay.errors import DataError
from hearsay.records import Claim
from hearsay.training.annotated import Annotated
from hearsay.training.build import build_report
from hearsay.training.notation import read_file

SUFFIX = ".reports"


def load(path: Path) -> list[Annotated]:
    """The reports of a file, or of every ``*.reports`` file of a folder, in the order of names.

    Raises DataError (``annotation-invalid``) where :func:`check` finds anything.
    """
    reports, problems = _read(path)
    if problems:
        raise DataError(
            "annotation-invalid",
            f"{len(problems)} problems in the annotated reports; the first: {problems[0]}",
            where=path.name,
            hint="Run: python -m hearsay.training.check PATH",
        )
    return reports


def check(path: Path) -> list[str]:
    """Everything that is wrong, each as ``file:line: message``."""
    return _read(path)[1]


def _read(path: Path) -> tuple[list[Annotated], list[str]]:
    reports: list[Annotated] = []
    problems: list[str] = []
    files = sorted(path.glob(f"*{SUFFIX}")) if path.is_dir() else [path]
    for file in files:
        raw = read_file(file)
        found = list(raw.problems)
        if not found:
            built = [build_report(report, raw, file.stem, found) for report in raw.reports]
            reports += [report for report in built if report]
            names = Counter(report.id for report in raw.reports)
            found += [(1, f"report {name!r} stands {times} times") for name, times in names.items() if times > 1]
        problems += [f"{file.name}:{line}: {message}" for line, message in sorted(found)]
    return reports, problems


def summary(reports: Sequence[Annotated]) -> str:
    """How many of what, in a few lines."""
    claims = [claim for report in reports for claim in report.coding.claims]
    words = [len(report.coding.article.text.split()) for report in reports]
    tallies: dict[str, Counter[str]] = {
        "type": Counter(claim.event.type for claim in claims),
        "status": Counter(claim.status for claim in claims),
        "outcome": Counter(claim.outcome for claim in claims),
        "measure": Counter(count.measure for claim in claims for count in claim.counts),
        "chain": Counter(str(len(claim.attribution)) for claim in claims),
        "ACLED": Counter(claim.event.acled.sub_event_type for claim in claims if claim.event.acled),
        "conflict": Counter(report.conflict for report in reports),
    }
    head = (
        f"{len(reports)} reports, {len({report.voice for report in reports})} voices, {len(claims)} claims,"
        f" {sum(not report.coding.claims for report in reports)} reports without a claim;"
        f" words: {sum(w <= 125 for w in words)} up to 125, {sum(125 < w <= 300 for w in words)} up to 300,"
        f" {sum(w > 300 for w in words)} longer"
    )
    return "\n".join(
        [
            head,
            *(f"{name}: " + ", ".join(f"{k} {n}" for k, n in tally.most_common()) for name, tally in tallies.items()),
        ]
    )


def shown(report: Annotated) -> Iterator[str]:
    """The report's claims as understood, one block each."""
    yield f"{report.id} ({report.conflict})"
    for claim in report.coding.claims:
        yield from _claim_lines(claim, report.coding.article.text)


def _claim_lines(claim: Claim, text: str) -> Iterator[str]:
    acled = claim.event.acled.sub_event_type if claim.event.acled else "-"
    yield f"  {claim.event.type} {claim.event.mode or '-'} | {acled} | {claim.status} {claim.outcome}"
    yield f"    {text[slice(*claim.span)]}"
    for role, parties in (("actor", claim.actors), ("recipient", claim.recipients)):
        for party in parties:
            label = f"({party.label.text})" if party.label else ""
            yield f"    {role}: {party.text} @{party.span[0]} {party.kind} {label}"
    for count in claim.counts:
        numbers = f"{count.low}/{count.best}/{count.high}"
        what = f"{count.text!r} of {count.of} {count.kind} {count.side} {count.scope}"
        yield f"    {count.measure} {numbers} {what}"
    if claim.place:
        yield f"    at {claim.place.text or '-'} ({claim.place.country})"
    if claim.time:
        yield f"    when {claim.time.text or '-'}: {claim.time.start}..{claim.time.end}"
    yield "    by " + " > ".join(speaker.text for speaker in claim.attribution)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the problems; 1 when there are any."""
    parser = argparse.ArgumentParser(prog="python -m hearsay.training.check", description=__doc__)
    parser.add_argument("path", type=Path, nargs="+")
    parser.add_argument("--show", action="store_true", help="print every claim as it was understood")
    chosen = parser.parse_args(arguments)
    reports: list[Annotated] = []
    problems: list[str] = []
    for path in chosen.path:
        good, bad = _read(path)
        reports, problems = reports + good, problems + bad
    out = [line for report in reports if chosen.show for line in shown(report)]
    sys.stdout.write("\n".join([*out, summary(reports), *problems]) + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
