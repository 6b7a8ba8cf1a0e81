"""Pages a second beside trafilatura alone, and memory over many pages.

    python benchmarks/pages_speed.py [--rounds N] [--loops N]

Reads the gold's pages (``HEARSAY_SHARED``, else ``../shared``; skipped where absent) as files, once as ``hearsay code``
reads them (fields, body, language, in a worker process) and once by trafilatura's own extraction with metadata in one
process. The two take turns, some pages each, after a warm-up, so that a busy machine slows both. Wall time and
processor time of all processes are given, and the ratio of the medians of the rounds. Then the pages are read
``--loops`` times over, and the resident sets of the coder and its worker are noted after each tenth of the loops.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import io
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import trafilatura

from hearsay.articles import ReprintIndex, to_article
from hearsay.articles.isolated import SHARED as READER
from hearsay.errors import InputError
from hearsay.pages import read_pages
from hearsay.records import Article

SHARED = Path(os.environ.get("HEARSAY_SHARED") or Path(__file__).resolve().parents[2] / "shared")

TURN = 20
"""Pages."""


class Cost(NamedTuple):
    """Seconds by the clock, and of processor time in all processes."""

    wall: float
    cpu: float


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is timed (3)")
    parser.add_argument("--loops", type=int, default=0, help="how often the pages are read for the memory (0; 100)")
    asked = parser.parse_args()
    gold = SHARED / "gold" / "pages.jsonl.gz"
    if not gold.exists():
        print(f"skipped: {gold} is not there (HEARSAY_SHARED says where the gold lies)")
        return
    with tempfile.TemporaryDirectory() as folder:
        files = _files(gold, Path(folder))
        _speed(files, asked.rounds)
        if asked.loops:
            _memory(files, asked.loops)


def _files(gold: Path, folder: Path) -> list[str]:
    names = []
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        for k, line in enumerate(lines):
            path = folder / f"{k:04}.html"
            path.write_bytes(bytes.fromhex(json.loads(line)["html_hex"]))
            names.append(str(path))
    return names


def _speed(files: list[str], rounds: int) -> None:
    ways: dict[str, Callable[[list[str]], int]] = {"hearsay": _ours, "trafilatura alone": _theirs}
    costs: dict[str, list[Cost]] = {name: [] for name in ways}
    for way in ways.values():
        way(files[:20])
    for _ in range(rounds):
        for name, cost in _round(ways, files).items():
            costs[name].append(cost)
    print(f"{'':<20}{'pages/s':>10}{'spread':>9}{'pages/CPU-s':>13}")
    rates = {name: [len(files) / cost.wall for cost in found] for name, found in costs.items()}
    for name, found in costs.items():
        by_cpu = len(files) / statistics.median(cost.cpu for cost in found)
        print(f"{name:<20}{statistics.median(rates[name]):>10.1f}{statistics.pstdev(rates[name]):>9.1f}{by_cpu:>13.1f}")
    ours, theirs = (statistics.median(rates[name]) for name in ways)
    print(f"hearsay's pages a second, by trafilatura's: {ours / theirs:.2f}")


def _round(ways: dict[str, Callable[[list[str]], int]], files: list[str]) -> dict[str, Cost]:
    parts: dict[str, list[Cost]] = {name: [] for name in ways}
    for at in range(0, len(files), TURN):
        for name, way in ways.items():
            parts[name].append(_cost(way, files[at : at + TURN]))
    return {name: Cost(sum(c.wall for c in found), sum(c.cpu for c in found)) for name, found in parts.items()}


def _cost(way: Callable[[list[str]], int], files: list[str]) -> Cost:
    wall, cpu = time.perf_counter(), _cpu()
    way(files)
    return Cost(time.perf_counter() - wall, _cpu() - cpu)


def _cpu() -> float:
    """Of this process and of the worker, which may live on."""
    own = time.process_time()
    worker = READER.pid
    if worker is None:
        return own
    fields = Path(f"/proc/{worker}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return own + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _ours(files: list[str]) -> int:
    index = ReprintIndex()
    read = 0
    for article in _articles(files):
        index.add(article.id, article.text)
        read += 1
    return read


def _articles(files: list[str]) -> Iterator[Article]:
    """As the pipeline reads them; pages without an article are passed over."""
    for page in read_pages(files, io.BytesIO()):
        if not isinstance(page, InputError):
            with contextlib.suppress(InputError):
                yield to_article(page)[0]


def _theirs(files: list[str]) -> int:
    documents = (trafilatura.bare_extraction(Path(file).read_bytes(), with_metadata=True) for file in files)
    return sum(document is not None for document in documents)


def _memory(files: list[str], loops: int) -> None:
    """The resident sets after each tenth of the loops; reprints are not looked for, for they would all be."""
    print(f"\n{'pages':>8}{'coder MB':>10}{'worker MB':>11}")
    highest = 0.0
    for loop in range(1, loops + 1):
        for _ in _articles(files):
            highest = max(highest, _resident(READER.pid))
        if loop == 1 or loop % max(1, loops // 10) == 0:
            print(f"{loop * len(files):>8}{_resident(os.getpid()):>10.0f}{_resident(READER.pid):>11.0f}")
    print(f"the worker's highest: {highest:.0f} MB")


def _resident(process: int | None) -> float:
    """MB (10^6 bytes)."""
    if process is None:
        return 0.0
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
