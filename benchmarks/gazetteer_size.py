"""How import and look-up grow with the gazetteer: invented names in a temporary file, against 400,000 of them.

    python benchmarks/gazetteer_size.py [--names 12000000] [--seed 1]

Each size is imported and looked up in a process of its own. Printed are the seconds to write the file, its size, the
peak memory of the import, and the seconds for a look-up of a name that is there, of one that is not, and by its
consonants, cold names each time; then the ratio of the larger to the smaller.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from hearsay.places import Gazetteer
from hearsay.places.schema import NewPlace, Writer

SMALL = 400_000
ASKED = 400
CONSONANTS = "b d f h j k kh l m n q r s sh t w y z".split()
COUNTRIES = ("SYR", "IRQ", "YEM", "SDN", "UKR", "NGA", "FRA", "MEX", "IND", "PHL")
"""Eight of them with a consonant index."""


def main() -> None:
    """Measure one size in this process (``--one``), or both sizes in two."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=12_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(measured(asked.names, asked.seed)))
        return
    found = [_apart(size, asked.seed) for size in (SMALL, asked.names)]
    for key, small in found[0].items():
        large = found[1][key]
        print(f"{key:<28} {small:>14,.6g} {large:>14,.6g}   x {large / small:.2f}" if small else key)


def _apart(size: int, seed: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--one", "--names", str(size), "--seed", str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def measured(size: int, seed: int) -> dict[str, float]:
    """Import ``size`` invented places and look some up."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        with Writer(Path(folder), "generated", {"source": "generated", "licence": "none"}) as writer:
            for number, name in enumerate(names(size, seed)):
                lat, lon = (number * 7919) % 120 - 50 + number % 97 / 97, (number * 104729) % 340 - 170 + 0.5
                writer.add(NewPlace(f"x:{number}", name, "town", lat, lon, COUNTRIES[number % 10], radius_km=1.0))
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        path = writer.path
        assert path is not None
        gazetteer = Gazetteer([path])
        step = max(1, size // ASKED)
        there = [name for number, name in enumerate(names(size, seed)) if number % step == 0]
        exact = _each(lambda name: gazetteer.lookup_all([name]), there)
        absent = _each(lambda name: gazetteer.lookup_all([f"{name}qx"]), there)
        alike = _each(lambda name: gazetteer.lookup_alike(name + "a", frozenset(["SYR"]), wide=False), there)
        return {
            "names": size,
            "import seconds": seconds,
            "names per second": size / seconds,
            "peak memory of import, MB": peak,
            "file, MB": path.stat().st_size / 1e6,
            "look-up, there, ms": exact,
            "look-up, not there, ms": absent,
            "look-up by consonants, ms": alike,
        }


def _each(ask: Callable[[str], object], given: list[str]) -> float:
    """Median milliseconds of a call."""
    taken = []
    for name in given:
        start = time.perf_counter()
        ask(name)
        taken.append(1000 * (time.perf_counter() - start))
    return median(taken)


def names(size: int, seed: int) -> Iterator[str]:
    """Invented names of two to four syllables, sometimes of two words; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311
    syllables = [c + v for c in CONSONANTS for v in ("a", "i", "u", "ay", "aw")]
    for _ in range(size):
        word = "".join(chance.choices(syllables, k=chance.randint(2, 4)))
        yield f"{word} {''.join(chance.choices(syllables, k=2))}" if chance.random() < 0.4 else word


if __name__ == "__main__":
    main()
