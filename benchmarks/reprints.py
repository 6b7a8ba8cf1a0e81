"""Reprints found among edited copies of real articles, and pairs found where nothing was copied.

    python benchmarks/reprints.py [--copies N] [--show N]

Bodies of at least 80 words are read from the gold (``HEARSAY_SHARED``, else ``../shared``; a corpus that is absent
is named and left out). First all of them go through one index: each pair it reports is listed by its kind. A pair
whose longest common run of words is at least ``COPIED`` long shares text that somebody copied; a shorter one is false.
Then ``--copies`` bodies are edited in five ways, and each copy is looked for among all the other bodies.
Exits 1 when recall of a kind is under 0.95 or a pair is false.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import sys
import time
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

from hearsay.articles.reprints import ReprintIndex

SHARED = Path(os.environ.get("HEARSAY_SHARED") or Path(__file__).resolve().parents[2] / "shared")
CORPORA = (
    "bbc_news.train", "bbc_news.dev", "muc4.dev", "satp", "geo_lgl", "geo_tr_news",
    "insightcrime.train", "insightcrime.dev", "polnear.train",
)  # fmt: skip
FEWEST_WORDS = 80
COPIED = 25
"""Words in a row. Two reporters do not write so many alike by chance; standing phrases are shorter."""
WANTED = 0.95
KINDS = ("dateline", "cut by 30 %", "boilerplate", "8 % of words", "first 40 %")


def main() -> int:
    """Print both tables; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=400, help="bodies edited (400)")
    parser.add_argument("--show", type=int, default=0, help="print so many of the pairs whose longest run is shortest")
    asked = parser.parse_args()
    bodies = _bodies()
    if not bodies:
        print(f"skipped: no bodies under {SHARED / 'gold'} (HEARSAY_SHARED says where the gold lies)")
        return 0
    false = _pairs(bodies, asked.show)
    missed = _copies(bodies, asked.copies)
    return int(bool(false or missed))


def _bodies() -> dict[str, str]:
    """Texts by id; of equal ones in several corpora the first alone."""
    found: dict[str, str] = {}
    seen: set[str] = set()
    for name in CORPORA:
        path = SHARED / "gold" / f"{name}.jsonl.gz"
        if not path.exists():
            print(f"{name}: not there")
            continue
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            texts = [str(json.loads(line)["text"]) for line in lines]
        kept = [(k, text) for k, text in enumerate(texts) if len(text.split()) >= FEWEST_WORDS and text not in seen]
        seen.update(text for _, text in kept)
        found |= {f"{name}:{k}": text for k, text in kept}
        print(f"{name}: {len(kept)} of {len(texts)}")
    return found


def _pairs(bodies: dict[str, str], show: int) -> int:
    """How many of the pairs that the index reports share no copied text."""
    index = ReprintIndex(len(bodies))
    began = time.perf_counter()
    reprints = {name: found for name, text in bodies.items() if (found := index.add(name, text))}
    rate = len(bodies) / (time.perf_counter() - began)
    runs = sorted(
        (_longest_run(bodies[name], bodies[found.origin]), name, found.origin, found.share)
        for name, found in reprints.items()
    )
    false = [run for run in runs if run[0] < COPIED]
    kinds = Counter(name.split(".")[0].split(":")[0] for _, name, _, _ in runs)
    print(f"\n{len(bodies)} bodies, {rate:.0f} a second: {len(runs)} pairs, {len(false)} of them false")
    print(f"pairs by corpus: {dict(sorted(kinds.items()))}")
    for run, article, origin, share in runs[:show]:
        print(f"\n{article} / {origin}: share {share}, longest common run {run} words")
        print(f"  {' '.join(bodies[article].split())[:600]}\n  {' '.join(bodies[origin].split())[:600]}")
    return len(false)


def _longest_run(one: str, other: str) -> int:
    """Words in the longest stretch that both have."""
    a, b = (re.findall(r"\w+", text.lower()) for text in (one, other))
    return SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size


def _copies(bodies: dict[str, str], count: int) -> list[str]:
    """The kinds of edits whose copies are found too seldom."""
    _, known = _index(bodies)
    rng = random.Random(11)  # noqa: S311
    names = sorted(set(bodies) - known)
    chosen = rng.sample(names, min(count, len(names)))
    vocabulary = sorted({word for name in chosen for word in bodies[name].split()})
    print(f"\n{len(chosen)} bodies edited, each copy looked for among all {len(bodies)}")
    missed = []
    for kind in KINDS:
        index, _ = _index(bodies)  # a new one, so that no copy is found by another kind's
        found = {name: index.add(f"copy of {name}", _edited(bodies[name], kind, rng, vocabulary)) for name in chosen}
        right = sum(copy is not None and copy.origin == name for name, copy in found.items())
        recall = right / len(chosen)
        missed += [kind] if recall < WANTED else []
        print(f"{kind:<14} recall {recall:.3f}")
    return missed


def _index(bodies: dict[str, str]) -> tuple[ReprintIndex, set[str]]:
    """An index of all bodies, and those that it took for reprints."""
    index = ReprintIndex(2 * len(bodies))
    return index, {name for name, text in bodies.items() if index.add(name, text)}


def _edited(text: str, kind: str, rng: random.Random, vocabulary: list[str]) -> str:
    words = text.split()
    match kind:
        case "dateline":
            return f"HARBOUR CITY, March 3, 2021 (Coast Wire) - {text}"
        case "cut by 30 %":
            return " ".join(words[: round(0.7 * len(words))])
        case "boilerplate":
            return f"{text}\n\nSubscribe to our evening letter and follow us everywhere.\n\nAll rights are reserved."
        case "8 % of words":
            for at in rng.sample(range(len(words)), round(0.08 * len(words))):
                words[at] = rng.choice(vocabulary)
            return " ".join(words)
        case _:
            return " ".join(words[: round(0.4 * len(words))])


if __name__ == "__main__":
    sys.exit(main())
