"""From text to claims: articles a second with the reader beside the rules alone, and the seconds to a first claim.

    python benchmarks/speed.py [--rounds N] [--articles N]

Articles are counted by 500 words. Three sets: the invented reports of ``training/data``, those of one voice put
together until they have 500 words; MUC-4's wire stories; and mixed news of which nine in ten are off topic, passed
through the triage (the last two from the gold: ``HEARSAY_SHARED``, else ``../shared``; skipped where absent).

Two workers, each a fresh interpreter with half of the articles, code at once, after a warm-up. Rules and reader take
turns, round by round, so that a busy machine slows both. Given are the best round's articles a second by the clock;
the processor's seconds for an article (the least of the rounds) and what two free cores would make of them; and the
larger worker's peak memory. The first claim: ``hearsay code`` of one short article, from the start of the process to
its end.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from hearsay.training.corpora.folder import load_path

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("HEARSAY_SHARED") or HERE.parent.parent / "shared")
REPORTS = HERE.parent / "training" / "data"
WORDS = 500
WORKER_SECONDS = 1800
SAID = "Rebels shelled Saraqib on Sunday, killing three civilians, a monitor said."
OFF_TOPIC = 9
"""Articles about something else for each one about conflict."""


class Round(NamedTuple):
    """Articles a second by the clock, processor seconds an article, peak MB of a worker, articles read, claims."""

    rate: float
    cpu: float
    peak: float
    read: int
    claims: int


def main() -> None:
    """Measure each set, then the start, and print tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (3)")
    parser.add_argument("--articles", type=int, default=60, help="articles of a set, three times as many mixed (60)")
    asked = parser.parse_args()
    print(
        f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]}"
    )
    print("set       with     articles  read  claims  a second   CPU s  2 free    MB")
    _compare("reports", _reports(asked.articles), "all", asked.rounds)
    if not (SHARED / "gold").exists():
        print(f"MUC-4 and mixed news skipped: {SHARED / 'gold'} is not there (HEARSAY_SHARED says where it lies)")
    else:
        wire = [text for text in _gold("muc4.tst1") if 300 < len(text.split()) < 700]
        _compare("MUC-4", wire[: asked.articles], "all", asked.rounds)
        _compare("mixed", list(_mixed(wire, 3 * asked.articles)), "triage", asked.rounds)
    for suffix, content in (("txt", SAID), ("jsonl", json.dumps({"text": SAID}))):
        for reader in ("rules", "reader"):
            wall, cpu = _starts(suffix, content, reader, max(5, asked.rounds))
            shown = f"{min(wall):.2f} (median {statistics.median(wall):.2f}), CPU {min(cpu):.2f}"
            print(f"first claim, {suffix}, {reader}: {shown} s")


def _reports(most: int) -> list[str]:
    """The invented reports, each outlet's put together until they have 500 words."""
    made: list[str] = []
    for path in sorted(REPORTS.glob("*.reports")):
        held: list[str] = []
        for example in load_path(path):
            held.append(example.text)
            if sum(len(text.split()) for text in held) >= WORDS:
                made.append("\n\n".join(held))
                held = []
    return made[:: max(1, len(made) // most)][:most]


def _gold(name: str, *, off_topic: bool = False) -> list[str]:
    with gzip.open(SHARED / "gold" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row["text"] for row in rows if not off_topic or row["labels"][-1] == 0]


def _mixed(wire: Sequence[str], most: int) -> Iterator[str]:
    """One story of conflict, then nine off topic, and so on."""
    others = iter(_gold("bbc_news.dev", off_topic=True))
    for k, text in zip(range(most), others, strict=False):
        if k % OFF_TOPIC == 0:
            yield wire[k // OFF_TOPIC % len(wire)]
        yield text


def _compare(name: str, texts: Sequence[str], kept: str, rounds: int) -> None:
    articles = sum(len(text.split()) for text in texts) / WORDS
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{half}.jsonl" for half in (0, 1)]
        middle = len(texts) // 2  # not every second: in mixed news those on topic would all fall to one process
        for file, half in zip(files, (texts[:middle], texts[middle:]), strict=True):
            file.write_text("\n".join(json.dumps({"text": text}) for text in half), encoding="utf-8")
        found: dict[str, list[Round]] = {"rules": [], "reader": []}
        for _ in range(rounds):
            for reader, measured in found.items():
                measured.append(_measure(files, reader, kept, articles))
    for reader, measured in found.items():
        rate, cpu, peak = max(r.rate for r in measured), min(r.cpu for r in measured), max(r.peak for r in measured)
        counted = f"{articles:>9.0f}{measured[0].read:>6}{measured[0].claims:>8}"
        print(f"{name:<10}{reader:<8}{counted}{rate:>10.1f}{cpu:>8.3f}{2 / cpu:>8.1f}{peak:>6.0f}", flush=True)


def _measure(files: Sequence[Path], reader: str, kept: str, articles: float) -> Round:
    command = [sys.executable, str(HERE / "worker.py")]
    workers = [
        subprocess.Popen([*command, str(file), reader, kept], stdout=subprocess.PIPE, text=True) for file in files
    ]
    results = [json.loads(worker.communicate(timeout=WORKER_SECONDS)[0]) for worker in workers]
    return Round(
        rate=articles / max(r["seconds"] for r in results),
        cpu=sum(r["cpu"] for r in results) / articles,
        peak=max(r["peak_mb"] for r in results),
        read=sum(r["read"] for r in results),
        claims=sum(r["claims"] for r in results),
    )


def _starts(suffix: str, content: str, reader: str, rounds: int) -> tuple[list[float], list[float]]:
    """Seconds by the clock and of the processor (children included) from start to end of ``hearsay code``."""
    wall, cpu = [], []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"one.{suffix}"
        file.write_text(content, encoding="utf-8")
        command = [sys.executable, "-c", "from hearsay.cli import app; app()", "code", str(file), "--format", "jsonl"]
        command += ["--model", "rules"] if reader == "rules" else []
        for _ in range(rounds):
            before, began = _children(), time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, timeout=WORKER_SECONDS)
            wall.append(time.perf_counter() - began)
            cpu.append(_children() - before)
    return wall, cpu


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
