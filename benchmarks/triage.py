"""Makes and measures the triage: is there anything about conflict in this article?

    nice -n 10 .venv/bin/python benchmarks/triage.py GOLD training/data [--write src/hearsay/reading/triage.tsv]

Fits the weights of words, chooses the threshold on texts that the fit did not see (five folds), and prints how many
articles of each held-out set pass: with ``+`` all that hold a gold event, with ``0`` those without one.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from hearsay.reading.triage import Triage
from hearsay.training.check import load
from hearsay.training.corpora.rows import rows
from hearsay.training.examples import FOLDS, fold_of
from hearsay.training.fitting.triage import Sample, fit_words

INCIDENT = re.compile(r"INCIDENT: TYPE\s+[A-Z]")
"""In the templates of MUC's articles that have an incident; the others are about the same countries' troubles."""
MOST = {"satp": 2500, "ngec": 1500}
"""Texts taken of the large, uniform corpora."""
RECALL = 0.9992
"""Of the wanted training articles, out of fold, that have a sentence from the threshold on."""
NO_ARTICLES = ("plv", "ngec", "claims")
"""Single sentences and machine-written stories: they teach words, but have no say in the threshold."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--write", type=Path)
    chosen = parser.parse_args()
    train = [*corpora(chosen.gold), *reports(chosen.reports, held=False)]
    found = Triage(fit_words(train), threshold(train))
    if chosen.write:
        write(found, chosen.write)
    held = [*held_out(chosen.gold), *reports(chosen.reports, held=True)]
    print(json.dumps({"words": len(found.weights), "threshold": found.threshold, **passing(found, held)}))


def threshold(train: Sequence[Sample]) -> int:
    """The highest that the best sentence of RECALL of the wanted texts reaches, each by weights that did not see it."""
    scores: list[int] = []
    for fold in range(FOLDS):
        fitted = Triage(fit_words([s for s in train if fold_of(s.text) != fold]), 0)
        judged = [s for s in train if fold_of(s.text) == fold and s.wanted and s.corpus not in NO_ARTICLES]
        scores += [max(fitted.scores(s.text)) for s in judged]
    return sorted(scores)[int((1 - RECALL) * len(scores))]


def passing(found: Triage, held: Sequence[Sample]) -> dict[str, float]:
    """The share that passes, by set, and articles a second."""
    shares: dict[str, list[bool]] = {}
    at = time.perf_counter()
    for sample in held:
        shares.setdefault(f"{sample.corpus}{'+' if sample.wanted else '0'}", []).append(found.wants(sample.text))
    words = sum(len(s.text.split()) for s in held)
    pace = words / 500 / (time.perf_counter() - at)
    return {name: round(sum(p) / len(p), 4) for name, p in shares.items()} | {
        "articles_of_500_words_a_second": round(pace)
    }


def write(found: Triage, path: Path) -> None:
    about = "# Weights of words in hundredths, made by benchmarks/triage.py. A sentence from the threshold on: read.\n"
    lines = [f"threshold\t{found.threshold}", *(f"{word}\t{w}" for word, w in sorted(found.weights.items()))]
    path.write_text(about + "\n".join(lines) + "\n", encoding="utf-8")


def corpora(gold: Path) -> Iterator[Sample]:
    """The training parts; what is about something else comes from general news alone."""
    yield from (s for s in labelled(gold / "bbc_news.train.jsonl.gz", "bbc") if s.corpus == "bbc")
    for name in ("satp_relevant", "insightcrime"):
        yield from (s for s in labelled(gold / f"{name}.train.jsonl.gz", name) if s.wanted)
    yield from (s for s in muc4(gold / "muc4.dev.jsonl.gz") if s.wanted)
    for name, file, field in (("satp", "satp", "text"), ("ngec", "ngec_synthetic.train", "text")):
        texts = [row[field] for _, row in rows(gold / f"{file}.jsonl.gz")]
        chosen = [text for text in texts if fold_of(text) != 0]
        yield from (Sample(text, name, True) for text in chosen[: MOST[name]])
    yield from (Sample(row["sentence"], "plv", True) for _, row in rows(gold / "plv.train.jsonl.gz") if unseen(row))


def unseen(row: dict[str, str]) -> bool:
    return fold_of(row["sentence"]) != 0


def held_out(gold: Path) -> Iterator[Sample]:
    """Dev files, MUC's first two test sets, one fold in five of the rest, whole articles coded by hand."""
    yield from labelled(gold / "bbc_news.dev.jsonl.gz", "bbc")
    for name in ("satp_relevant", "insightcrime"):
        yield from labelled(gold / f"{name}.dev.jsonl.gz", name)
    for part in ("tst1", "tst2"):
        yield from muc4(gold / f"muc4.{part}.jsonl.gz")
    yield from (
        Sample(row["text"], "satp", True) for _, row in rows(gold / "satp.jsonl.gz") if fold_of(row["text"]) == 0
    )
    yield from (Sample(row["sentence"], "plv", True) for _, row in rows(gold / "plv.train.jsonl.gz") if not unseen(row))
    for file in sorted((gold / "dispatches").glob("*.json")):
        article = json.loads(file.read_text(encoding="utf-8"))
        yield Sample(
            json.dumps(article["input"]["content"], ensure_ascii=False), "dispatches", bool(article["gold"]["claims"])
        )
    for file in sorted((gold / "seed").glob("*.txt")):
        yield Sample(file.read_text(encoding="utf-8"), "seed", True)


def labelled(path: Path, name: str) -> Iterator[Sample]:
    """Any label makes a text wanted; that of general news says politics, which is neither and only counted."""
    for _, row in rows(path):
        if name == "bbc":
            yield Sample(row["text"], "politics" if row["labels"][0] else name, False)
        else:
            yield Sample(row["text"], name, any(row["labels"]))


def muc4(path: Path) -> Iterator[Sample]:
    for _, row in rows(path):
        yield Sample(row["text"], "muc4", any(map(INCIDENT.search, row["templates"])))


def reports(folder: Path, *, held: bool) -> Iterator[Sample]:
    """Our reports, and what each claim says by itself; one voice in five is held out."""
    for file in sorted(folder.glob("*.reports")):
        if (sum(file.stem.encode()) % FOLDS == 0) is held:
            for report in load(file):
                text = report.coding.article.text
                yield Sample(text, "reports", bool(report.coding.claims))
                yield from (Sample(text[slice(*claim.span)], "claims", True) for claim in report.coding.claims)


if __name__ == "__main__":
    main()
