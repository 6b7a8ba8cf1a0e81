"""Articles a second and peak memory, with one process and with two, measured side by side.

    python benchmarks/speed.py [--rounds N] [--copies N] [--limit N]

Codes the reports bundled for the demo (``--copies`` times over) and a sample of incident summaries from the
gold (``HEARSAY_SHARED``, else ``../shared``; skipped where absent). Each worker is a fresh interpreter that
opens the reference data, codes one report to warm up, and is timed on the rest. One and two workers take
turns, round by round, so that a busy machine slows both; the median round counts, beside the spread of the
rounds. Peak memory is the largest worker's resident set; opening is all that is not coding.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from importlib import resources
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("HEARSAY_SHARED") or HERE.parent.parent / "shared")
WORKER_SECONDS = 1800


class Round(NamedTuple):
    """One measurement: articles a second, peak MB of the largest worker, seconds to open, articles."""

    rate: float
    peak: float
    opening: float
    articles: int


def main() -> None:
    """Measure each set and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (3)")
    parser.add_argument("--copies", type=int, default=5, help="how often the bundled reports are coded (5)")
    parser.add_argument("--limit", type=int, default=300, help="incident summaries (300)")
    asked = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    print(f"{'set':<18}{'processes':>10}{'articles':>10}{'articles/s':>16}{'peak MB':>9}{'opening s':>11}")
    _compare("bundled reports", _bundled() * asked.copies, asked.rounds)
    gold = SHARED / "gold" / "satp.jsonl.gz"
    if not gold.exists():
        print(f"{'satp summaries':<18}skipped: {gold} is not there (HEARSAY_SHARED says where the gold lies)")
        return
    with tempfile.TemporaryDirectory() as folder:
        _compare("satp summaries", _summaries(gold, Path(folder), asked.limit), asked.rounds)


def _bundled() -> list[str]:
    """The reports of the demo."""
    folder = Path(str(resources.files("hearsay") / "demo"))
    return sorted(str(p) for p in folder.iterdir() if p.suffix in (".txt", ".html", ".jsonl"))


def _summaries(gold: Path, folder: Path, limit: int) -> list[str]:
    """Summaries taken at even distances, in two JSON Lines files of equal size."""
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = rows[:: max(1, len(rows) // limit)][:limit]
    names = []
    for half in (0, 1):
        path = folder / f"satp-{half}.jsonl"
        records = (json.dumps({"id": r["id"], "text": r["text"]}, ensure_ascii=False) for r in rows[half::2])
        path.write_text("\n".join(records), encoding="utf-8")
        names.append(str(path))
    return names


def _compare(name: str, inputs: list[str], rounds: int) -> None:
    shares = {1: [inputs], 2: [inputs[0::2], inputs[1::2]]}
    measured: dict[int, list[Round]] = {processes: [] for processes in shares}
    for _ in range(rounds):
        for processes, parts in shares.items():
            measured[processes].append(_measure(parts))
    for processes, results in measured.items():
        rate, peak, opening, articles = sorted(results)[len(results) // 2]
        shown = f"{rate:.1f} ±{statistics.pstdev(r.rate for r in results):.1f}"
        print(f"{name:<18}{processes:>10}{articles:>10}{shown:>16}{peak:>9.0f}{opening:>11.2f}")


def _measure(parts: list[list[str]]) -> Round:
    command = [sys.executable, str(HERE / "worker.py")]
    began = time.perf_counter()
    workers = [subprocess.Popen([*command, *part], stdout=subprocess.PIPE, text=True) for part in parts]
    results = [json.loads(worker.communicate(timeout=WORKER_SECONDS)[0]) for worker in workers]
    wall = time.perf_counter() - began
    articles = sum(r["articles"] for r in results)
    slowest = max(r["seconds"] for r in results)
    return Round(articles / slowest, max(r["peak_mb"] for r in results), wall - slowest, articles)


if __name__ == "__main__":
    main()
