"""How ``hearsay code`` does on our own annotated reports: claims found, and each field where they are.

    python benchmarks/reports.py [--model DIR] [--fold N] [--weights]

``--fold``: only the voices held out from the reader of that fold (0 to 4); default: all, which is honest for the rules
alone. Status is given as macro F1 over the statuses of the written claims that were found. ``coding_confidence`` is
held against how often type, status and parties are right (expected calibration error over ten bins). ``--weights``
prints the weights for the codebook's confidence.toml, fitted on these claims (logistic regression, ridge 1), and the
calibration error of each fifth of the voices under weights fitted on the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hearsay.claims.confidence import evidence
from hearsay.pipeline import References, code_article
from hearsay.reading import read
from hearsay.records import Article
from hearsay.training.check import load
from hearsay.training.examples import FOLDS, voice_fold
from hearsay.training.judge import FIELDS, Judged, is_right, judge
from hearsay.training.measure import macro_f1

REPORTS = Path(__file__).resolve().parent.parent / "training" / "data"
BINS = 10
Floats = NDArray[np.float64]


class Row(NamedTuple):
    """A coded claim: the fold of its voice, what is known of it, whether it is right."""

    fold: int
    evidence: dict[str, float]
    right: bool


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, help="a reader's folder; default: the rules alone")
    parser.add_argument("--fold", type=int, help="only the voices of this fold")
    parser.add_argument("--weights", action="store_true", help="fit the weights of coding_confidence")
    asked = parser.parse_args()
    references = References.open(asked.model)
    found: list[Judged] = []
    rows: list[Row] = []
    files = [f for f in sorted(REPORTS.glob("*.reports")) if asked.fold in (None, voice_fold(f.stem))]
    for nth, file in enumerate(files):
        for report in load(file):
            judged = judge(report, code_article(report.coding.article, references))
            found += judged
            if asked.weights:
                rows += _rows(judged, report.coding.article, references, nth % FOLDS)
    show(found)
    if asked.weights:
        _print_weights(rows)


def show(found: Sequence[Judged]) -> None:
    """The figures of all claims."""
    gold = [j for j in found if j.gold is not None]
    both = [j for j in gold if j.have is not None]
    coded = [j for j in found if j.have is not None]
    print(f"written claims {len(gold)}, found {len(both) / len(gold):.3f}, precision {len(both) / len(coded):.3f}")
    for field in FIELDS:
        print(f"{field:<12}{sum(j.right[field] for j in both) / len(both):.3f}")
    for name, wanted in (("with counts", True), ("without", False)):
        some = [j for j in both if j.gold is not None and bool(j.gold.counts) == wanted]
        print(f"  {name:<12}{sum(j.right['counts'] for j in some) / max(1, len(some)):.3f} of {len(some)}")
    statuses = [(j.gold.status, j.have.status) for j in both if j.gold is not None and j.have is not None]
    figure, each = macro_f1([a for a, _ in statuses], [b for _, b in statuses])
    print(f"status macro F1 {figure:.3f}: " + ", ".join(f"{name} {score:.2f}" for name, score in each.items()))
    print("coding_confidence: mean, share right, claims")
    said = np.array([j.have.coding_confidence for j in coded if j.have is not None])
    bins, error = calibration(said, np.array([is_right(j) for j in coded], dtype=float))
    for mean, share, number in bins:
        print(f"  {mean:.2f}  {share:.2f}  {number}")
    print(f"expected calibration error {error:.3f}")


def calibration(said: Floats, right: Floats) -> tuple[list[tuple[float, float, int]], float]:
    """(mean said, share right, number) of each bin, and the expected calibration error."""
    places = np.minimum((said * BINS).astype(int), BINS - 1)
    bins = [
        (float(said[places == k].mean()), float(right[places == k].mean()), int((places == k).sum()))
        for k in range(BINS)
        if (places == k).any()
    ]
    return bins, sum(number * abs(mean - share) for mean, share, number in bins) / max(1, len(said))


def _rows(judged: Sequence[Judged], article: Article, references: References, fold: int) -> list[Row]:
    """The evidence of each coded claim whose trigger the reading found."""
    events = {(event.trigger, event.type): event for event in read(article, references.model).events}
    made = []
    for one in judged:
        claim = one.have
        event = events.get((claim.event.trigger.span, claim.event.type)) if claim is not None else None
        if claim is not None and event is not None:
            event = replace(event, status=claim.status)
            made.append(Row(fold, evidence(event, claim.actors, claim.recipients, claim.counts), is_right(one)))
    return made


def _print_weights(rows: Sequence[Row]) -> None:
    names = ["always", *rows[0].evidence]
    x = np.array([[1.0, *row.evidence.values()] for row in rows])
    y = np.array([row.right for row in rows], dtype=float)
    folds = np.array([row.fold for row in rows])
    said = np.zeros(len(rows))
    for fold in range(FOLDS):
        if (folds == fold).any() and (folds != fold).any():
            said[folds == fold] = _sigmoid(x[folds == fold] @ _fit(x[folds != fold], y[folds != fold]))
    print(f"calibration error on voices that the weights never saw: {calibration(said, y)[1]:.3f}")
    for name, weight in zip(names, _fit(x, y), strict=True):
        print(f'"{name}" = {weight:.2f}')


def _fit(x: Floats, y: Floats, ridge: float = 1.0) -> Floats:
    """Newton's method on the penalised log-likelihood; the constant is not penalised."""
    weights = np.zeros(x.shape[1])
    penalty = np.diag([0.0, *[ridge] * (x.shape[1] - 1)])
    for _ in range(25):
        likely = _sigmoid(x @ weights)
        curve = (x * (likely * (1 - likely))[:, None]).T @ x + penalty
        weights = weights + np.linalg.solve(curve, x.T @ (y - likely) - penalty @ weights)
    return weights


def _sigmoid(scores: Floats) -> Floats:
    return 1 / (1 + np.exp(-scores))


if __name__ == "__main__":
    main()
