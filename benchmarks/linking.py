"""Linking measured on events that its weights never saw, beside Splink, and the weights counted anew.

    python benchmarks/linking.py [measure|weights] [--events N] [--claims N] [--seed N] [--no-splink]

Reports are made from UCDP's events in Syria (``linking_world.py``): those of 2016 and 2017 are for estimating, those of
2018 and 2019 for measuring. ``measure`` prints pairwise and B-cubed precision, recall and F1, the share of incidents
whose number of origins is exact, the same clusters by Splink alone (the extra ``link``), whether linking in portions
equals linking at once, and the time of linking ``--claims`` claims beside that of reading them from JSON in the same
run. Exits 1 when a figure is under what the project promises. ``weights`` prints for each level how often it is met by
two reports of one event and by two of different ones, and the weight that comes of it; the codebook's are these,
rounded (``codebook/linking.toml`` says how).
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path

from hearsay.incidents import linked_incident
from hearsay.incidents.linking import Linkage, Profile, extend, link, profile
from hearsay.incidents.linking.barriers import barrier
from hearsay.incidents.linking.blocking import blocking_keys
from hearsay.incidents.linking.compare import levels
from hearsay.incidents.linking.weights import shipped
from hearsay.incidents.records import Report
from linking_events import Happening, happenings
from linking_world import World, claims_in, world

SHARED = Path(os.environ.get("HEARSAY_SHARED") or Path(__file__).resolve().parents[2] / "shared")
EVENTS = SHARED / "gold" / "ucdp_ged_syria.jsonl.gz"
LAST_FOR_ESTIMATING = 2017
WANTED = {"pairwise": 0.90, "b-cubed": 0.93, "origins exact": 0.90}
SECONDS = 150.0
SEED = 20


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"


def main() -> int:
    """Run what is asked for; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", nargs="?", choices=("measure", "weights"), default="measure")
    parser.add_argument("--events", type=int, default=4000, help="events at most, for quality (4000)")
    parser.add_argument("--claims", type=int, default=100_000, help="claims linked for speed (100000); 0: none")
    parser.add_argument("--seed", type=int, default=SEED, help=f"of what is invented about the events ({SEED})")
    parser.add_argument("--no-splink", action="store_true", help="leave Splink out")
    asked = parser.parse_args()
    if not EVENTS.exists():
        print(f"skipped: {EVENTS} is not there (HEARSAY_SHARED says where the gold lies)")
        return 0
    rng = random.Random(asked.seed)  # noqa: S311
    events = happenings(EVENTS, rng)
    if asked.command == "weights":
        print_weights(world(_some(events, asked.events, estimating=True), rng))
        return 0
    seen, unseen = (world(_some(events, asked.events, estimating=flag), rng) for flag in (True, False))
    failed = measure(unseen)
    if not asked.no_splink:
        splink(seen, unseen)
    failed |= portions(unseen, rng)
    if asked.claims:
        failed |= speed(events, asked.claims, rng)
    return int(failed)


def _some(events: Sequence[Happening], number: int, *, estimating: bool) -> list[Happening]:
    """Whole days of events, so that neighbours stay neighbours."""
    fitting = sorted(
        (e for e in events if (e.first.year <= LAST_FOR_ESTIMATING) == estimating), key=lambda e: (e.first, e.id)
    )
    return fitting[:number]


def measure(made: World) -> bool:
    """Quality on the events of ``made``; whether a figure is under what is wanted."""
    truth = {told.report.id: told.event for told in made.told}
    linkage = link(profile(told.report) for told in made.told)
    pairs, cubed = pairwise(linkage.groups, truth), b_cubed(linkage.groups, truth)
    exact = origins_exact(linkage.groups, made)
    print(f"{len(made.told)} reports of {len(made.origins)} events, {sum(1 for _ in claims_in(made.told))} claims")
    print(f"hearsay   pairwise {pairs}   B-cubed {cubed}   origins exact {exact:.3f}")
    reached = {"pairwise": pairs.f1, "b-cubed": cubed.f1, "origins exact": exact}
    short = [name for name, bound in WANTED.items() if reached[name] < bound]
    if short:
        print(f"under what is wanted: {', '.join(short)}")
    return bool(short)


def pairwise(groups: Iterable[Sequence[str]], truth: Mapping[str, str]) -> Score:
    """Over pairs of reports that are put together."""

    def pairs(sizes: Iterable[int]) -> int:
        return sum(n * (n - 1) // 2 for n in sizes)

    groups = list(groups)
    together = pairs(len(g) for g in groups)
    right = pairs(n for g in groups for n in Counter(truth[id_] for id_ in g).values())
    true = pairs(Counter(truth.values()).values())
    return Score(right / max(1, together), right / max(1, true))


def b_cubed(groups: Iterable[Sequence[str]], truth: Mapping[str, str]) -> Score:
    """Over reports: how much of its group is its event's, and how much of its event is in its group."""
    sizes = Counter(truth.values())
    precision = recall = 0.0
    for group in groups:
        for event, n in Counter(truth[id_] for id_ in group).items():
            precision += n * n / len(group)
            recall += n * n / sizes[event]
    return Score(precision / len(truth), recall / len(truth))


def origins_exact(groups: Iterable[Sequence[str]], made: World) -> float:
    """Of the events, those whose incident (the group with most of its reports) has exactly as many origins."""
    reports = {told.report.id: told.report for told in made.told}
    truth = {told.report.id: told.event for told in made.told}
    best: dict[str, tuple[int, Sequence[str]]] = {}
    for group in groups:
        for event, n in Counter(truth[id_] for id_ in group).items():
            if n > best.get(event, (0, ()))[0]:
                best[event] = n, group
    counted = {
        group: len(linked_incident("i", [reports[id_] for id_ in group]).origins)
        for group in {tuple(group) for _, group in best.values()}
    }
    right = sum(counted[tuple(best[event][1])] == made.origins[event] for event in best)
    return float(right / max(1, len(best)))


def portions(made: World, rng: random.Random) -> bool:
    """Link some of the reports in twenty portions of another order; whether that differs from linking at once."""
    profiles = [profile(told.report) for told in made.told[:4000]]
    whole = link(profiles)
    rng.shuffle(profiles)
    linkage = Linkage()
    known: dict[str, Profile] = {}
    for k in range(20):
        new = profiles[k::20]
        linkage = extend(linkage, known, new)
        known.update((p.id, p) for p in new)
    same = linkage == whole
    print(f"in twenty portions of another order: {'the same' if same else 'DIFFERENT'}")
    return not same


def speed(events: Sequence[Happening], claims: int, rng: random.Random) -> bool:
    """Processor time of linking so many claims, beside that of reading the same reports from JSON."""
    reports: list[Report] = []
    number = 0
    while number < claims:
        for told in world(events, rng, reports_each=7.0).told:
            if number >= claims:
                break
            reports.append(told.report.model_copy(update={"id": f"{told.report.id}-{number}"}))
            number += len(told.report.claims)
    lines = [report.model_dump_json() for report in reports]
    start = time.process_time()
    read = [Report.model_validate_json(line) for line in lines]
    reading = time.process_time() - start
    start = time.process_time()
    linkage = link(profile(report) for report in read)
    linking = time.process_time() - start
    print(
        f"{number} claims of {len(read)} reports: read in {reading:.1f} s, linked in {linking:.1f} s of one core "
        f"({linking / reading:.1f} times as long), {len(linkage.groups)} incidents, {len(linkage.pairs)} pairs kept"
    )
    return linking > SECONDS


def print_weights(made: World) -> None:
    """Each level's frequency among pairs of one event and of two, and its log-likelihood ratio in bits."""
    truth = {told.report.id: told.event for told in made.told}
    met: dict[bool, dict[str, Counter[str]]] = {True: defaultdict(Counter), False: defaultdict(Counter)}
    number = Counter[bool]()
    for a, b in candidates(profile(told.report) for told in made.told):
        if barrier(a, b, shipped()) is not None:
            continue
        same = truth[a.id] == truth[b.id]
        number[same] += 1
        for field, level in levels(a, b):
            met[same][field][level] += 1
    print(f"candidate pairs: {number[True]} of one event, {number[False]} of two;", end=" ")
    print(f"prior {log2(number[True] / number[False]):+.1f}")
    for field, weights in shipped().levels.items():
        total = {flag: sum(met[flag][field].values()) for flag in (True, False)}
        for level, weight in weights.items():
            m, u = ((met[flag][field][level] + 1) / (total[flag] + 2) for flag in (True, False))
            print(f"{field:10} {level:28} m {m:.4f}  u {u:.4f}  {log2(m / u):+5.1f}  (shipped {weight:+.1f})")


def candidates(profiles: Iterable[Profile]) -> Iterable[tuple[Profile, Profile]]:
    """Every pair that shares a blocking key, once."""
    blocks: dict[str, list[Profile]] = {}
    for report in profiles:
        met: dict[str, Profile] = {}
        for key in blocking_keys(report):
            block = blocks.setdefault(key, [])
            met.update((other.id, other) for other in block)
            block.append(report)
        yield from ((report, other) for other in met.values())


def splink(seen: World, unseen: World) -> None:
    """Splink alone on the same reports, trained on the events for estimating; skipped where it is not installed."""
    try:
        from linking_splink import clusters
    except ImportError as error:
        print(f"Splink is left out: {error.name} is not installed (pip install 'hearsay[link]')")
        return
    truth = {told.report.id: told.event for told in unseen.told}
    for threshold, groups in clusters(seen, unseen).items():
        exact = origins_exact(groups, unseen)
        print(
            f"splink {threshold:.2f}  pairwise {pairwise(groups, truth)}   B-cubed {b_cubed(groups, truth)}   "
            f"origins exact {exact:.3f}"
        )


if __name__ == "__main__":
    sys.exit(main())
