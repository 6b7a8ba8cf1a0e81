"""Where claims are put, beside where our annotated reports say that it was; and the weights that choose.

    python benchmarks/places.py [--model DIR] [--fold N] [--weights FILE]

A place is right when its words are the written ones, or part of them. Only claims that were found and whose place the
report names are judged. ``--fold``: only the voices of that fold (those held out from its reader). ``--weights`` fits
the weights of codebook/claim_places.toml to the voices judged: for each claim the written place is to outweigh the
event's other candidates (conditional logit, ridge 1 towards ``PRIOR``), prints how often it does on each fifth of the
voices under weights fitted on the others, and writes the table to FILE.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np

from hearsay.claims import locate
from hearsay.claims.told import Told
from hearsay.claims.where_mentions import Mention
from hearsay.claims.where_signs import Candidate, may_be
from hearsay.pipeline import References, code_article
from hearsay.records import Place
from hearsay.training.annotated import Annotated
from hearsay.training.check import load
from hearsay.training.examples import voice_fold
from hearsay.training.judge import judge

REPORTS = Path(__file__).resolve().parent.parent / "training" / "data"
PRIOR = {"hit": 2.0, "object": 4.0, "meant": 2.0, "who was": -4.0, "then who was": -2.0}
"""What is known of signs that few reports show: it was at the place that was hit or is pointed back to, not where some
party was meanwhile."""
STEPS, RATE = 600, 0.05


class Row(NamedTuple):
    """A claim: the fold of its voice, the signs of each candidate, which are right; whether the coded place is."""

    fold: int
    signs: list[frozenset[str]]
    right: list[bool]
    chosen_right: bool


def main() -> None:
    """Print the share of places that are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, help="a reader's folder; default: the rules alone")
    parser.add_argument("--fold", type=int, help="only the voices of this fold")
    parser.add_argument("--weights", type=Path, help="fit the weights and write them to this file")
    asked = parser.parse_args()
    references = References.open(asked.model)
    files = [f for f in sorted(REPORTS.glob("*.reports")) if asked.fold in (None, voice_fold(f.stem))]
    rows = [row for f in files for report in load(f) for row in _rows(report, references, voice_fold(f.stem))]
    print(f"places named {len(rows)}, right {sum(row.chosen_right for row in rows) / len(rows):.3f}")
    print(f"the right one is among the candidates: {sum(any(row.right) for row in rows) / len(rows):.3f}")
    if asked.weights:
        _fit_all(rows, asked.weights)


def _rows(report: Annotated, references: References, fold: int) -> Iterator[Row]:
    weighed: dict[tuple[int, int], list[tuple[frozenset[str], str]]] = {}
    real = locate.candidates_of

    def noting(
        text: str, told: Sequence[Told], at: int, named: Sequence[Mention], last: Sequence[Place]
    ) -> list[Candidate]:
        found = real(text, told, at, named, last)
        weighed[told[at].event.trigger] = [(c.signs, c.place.text) for c in found if may_be(c)]
        return found

    with mock.patch.object(locate, "candidates_of", noting):
        coding = code_article(report.coding.article, references)
    for one in judge(report, coding):
        if one.gold is None or one.have is None or one.gold.place is None or one.gold.place.span is None:
            continue
        wanted, have = one.gold.place.text, one.have.place.text if one.have.place else ""
        candidates = weighed.get(one.have.event.trigger.span, [])
        right = [_same(wanted, words) for _, words in candidates]
        yield Row(fold, [signs for signs, _ in candidates], right, _same(wanted, have))


def _same(wanted: str, have: str) -> bool:
    return bool(have) and (wanted in have or have in wanted)


def _fit_all(rows: Sequence[Row], file: Path) -> None:
    for fold in sorted({row.fold for row in rows}):
        weights = _fit([row for row in rows if row.fold != fold])
        held = [row for row in rows if row.fold == fold]
        print(f"fold {fold}: {sum(_is_first(row, weights) for row in held) / len(held):.3f} of {len(held)}")
    lines = [f'"{sign}" = {weight:.1f}\n' for sign, weight in sorted(_fit(rows).items()) if abs(weight) >= RATE]
    file.write_text("[weights]\n" + "".join(lines), encoding="utf-8")


def _is_first(row: Row, weights: Mapping[str, float]) -> bool:
    scores = [sum(weights.get(sign, 0.0) for sign in sorted(signs)) for signs in row.signs]
    return bool(scores) and row.right[int(np.argmax(scores))]


def _fit(rows: Sequence[Row]) -> dict[str, float]:
    """Sign → weight: the log-likelihood of the right candidates less the ridge, climbed with Adam's steps."""
    usable = [row for row in rows if any(row.right) and not all(row.right)]
    names = sorted({sign for row in usable for signs in row.signs for sign in signs})
    at = {name: k for k, name in enumerate(names)}
    owner = np.array([n for n, row in enumerate(usable) for _ in row.signs])
    right = np.array([one for row in usable for one in row.right])
    x = np.zeros((len(owner), len(names)))
    for k, signs in enumerate(signs for row in usable for signs in row.signs):
        x[k, [at[sign] for sign in signs]] = 1
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    weights, mean, square = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        likely = np.exp(x @ weights)
        all_, rights = (np.bincount(owner, part, len(usable)) for part in (likely, likely * right))
        slope = x.T @ (likely * right / rights[owner] - likely / all_[owner]) - (weights - prior)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights = weights + RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))


if __name__ == "__main__":
    main()
