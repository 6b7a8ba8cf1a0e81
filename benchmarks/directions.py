"""How far "northern X Governorate" lies from the point that UCDP uses for it, with the country pack imported.

    python benchmarks/directions.py [--gold ../shared/gold/ucdp_syria_representation_points.tsv] [--worst 5]

Each name that is a direction and a governorate is put in a sentence and read as any text is. Printed are the number
of names, the median and mean error in kilometres, the mean weighted by UCDP's events, the median of the governorate's
own point for comparison, and the worst.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from pathlib import Path
from statistics import mean, median

from hearsay.places import Gazetteer, find_places
from hearsay.places.geometry import distance_km

_PART = re.compile(r"(?:North|South|East|West)(?:east|west)?ern (?P<whole>.+ Governorate)")


def main() -> None:
    """Read the table, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold/ucdp_syria_representation_points.tsv"))
    parser.add_argument("--worst", type=int, default=5)
    asked = parser.parse_args()
    if not asked.gold.exists():
        sys.exit(f"{asked.gold} is not there; say where it is with --gold")
    gazetteer = Gazetteer.open()
    errors: list[tuple[float, float, int, str]] = []
    missing: list[str] = []
    with asked.gold.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            name, gold = row["where_coordinates"], (float(row["latitude"]), float(row["longitude"]))
            part = _PART.fullmatch(name)
            if part is None:
                continue
            away, whole = (_away(gazetteer, words, part["whole"], gold) for words in (name, part["whole"]))
            if away is None or whole is None:
                missing.append(name)
            else:
                errors.append((away, whole, int(row["events"]), name))
    if not errors:
        sys.exit("no name was found: is the country pack imported? (make packs)")
    parts = [error[0] for error in errors]
    weighted = sum(error[0] * error[2] for error in errors) / sum(error[2] for error in errors)
    print(f"names {len(errors)}, without a point {len(missing)}")
    print(f"median {median(parts):.1f} km, mean {mean(parts):.1f} km, mean by events {weighted:.1f} km")
    print(f"median of the whole governorate's point {median(error[1] for error in errors):.1f} km")
    for error in sorted(errors, reverse=True)[: asked.worst]:
        print(f"{error[0]:6.1f} km  {error[3]} ({error[2]} events)")


def _away(gazetteer: Gazetteer, words: str, whole: str, gold: tuple[float, float]) -> float | None:
    """Kilometres between ``gold`` and what a sentence with these words says; None without a point."""
    places = find_places(f"Shelling went on for hours in {words}, Syria, on Sunday.", gazetteer)
    for place in places:
        if whole.removesuffix(" Governorate") in place.text and place.lat is not None and place.lon is not None:
            return distance_km(place.lat, place.lon, *gold)
    return None


if __name__ == "__main__":
    main()
