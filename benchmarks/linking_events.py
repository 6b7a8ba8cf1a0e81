"""UCDP's events in Syria as the benchmark's world, with look-alike neighbours."""

from __future__ import annotations

import gzip
import json
import random
import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import cast


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as it was."""

    id: str
    first: date
    last: date
    town: str
    lat: float
    lon: float
    where_prec: int
    mode: str
    sides: tuple[str, str]
    dead: tuple[int, int, int]
    """Of side A, of side B, of civilians and others."""
    hurt: int


def happenings(path: Path, rng: random.Random) -> list[Happening]:
    """UCDP's events that lie in a week at most, each third one with a neighbour that was not there.

    Of several between the same sides in one town on one day the first alone is taken: no report says enough to tell
    them apart, and ACLED's rule makes them one.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    first: dict[tuple[object, ...], Happening] = {}
    for row in rows:
        if (event := _happening(row, rng)) is not None:
            first.setdefault((event.first, event.town, event.sides), event)
    found = list(first.values())
    towns = [e for e in found if e.where_prec <= 2]
    neighbours = [_neighbour(event, rng) for event in rng.sample(towns, len(towns) // 3)]
    return sorted([*found, *neighbours], key=lambda e: e.id)


def _happening(row: dict[str, str], rng: random.Random) -> Happening | None:
    first, last = date.fromisoformat(row["date_start"]), date.fromisoformat(row["date_end"])
    if (last - first).days > 6:
        return None
    deaths = [int(float(row[key])) for key in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
    civil = deaths[2] + deaths[3]
    remote = civil > deaths[0] + deaths[1] or rng.random() < 0.3
    return Happening(
        id=row["id"],
        first=first,
        last=last,
        town=re.sub(r"\s+(town|village|city|district|Governorate)$", "", row["where_coordinates"]),
        lat=float(row["latitude"]),
        lon=float(row["longitude"]),
        where_prec=int(float(row["where_prec"])),
        mode=rng.choice(["aerial", "heavy-weapons"]) if remote else rng.choice(["", "explosives"]),
        sides=(row["side_a"], row["side_b"]),
        dead=(deaths[0], deaths[1], civil),
        hurt=rng.choice([0, 0, rng.randint(1, 3 * sum(deaths) + 2)]),
    )


def _neighbour(event: Happening, rng: random.Random) -> Happening:
    """The same sides, day and kind in a town 6 to 25 kilometres off, with a toll of its own."""
    return replace(
        event,
        id=f"{event.id}-neighbour",
        town=_syllables(rng),
        lat=event.lat + rng.choice([-1, 1]) * rng.uniform(0.05, 0.16),
        lon=event.lon + rng.choice([-1, 1]) * rng.uniform(0.03, 0.16),
        where_prec=1,
        dead=cast("tuple[int, int, int]", tuple(max(0, n + rng.randint(-2, 4)) for n in event.dead)),
    )


def _syllables(rng: random.Random) -> str:
    return "".join(rng.choice("Ba Da Ha Ja Ka Ma Na Ra Sa Ta Qa Za".split()) for _ in range(1)) + "".join(
        rng.choice("bir dan hab jib kor lim mar nun ris sil tal zur".split()) for _ in range(2)
    )
