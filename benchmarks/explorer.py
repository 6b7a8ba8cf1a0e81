"""How quickly the explorer answers: a database of many generated incidents, asked as readers ask.

    python benchmarks/explorer.py [--incidents 100000] [--readers 20]

The bundled reports are ingested, and their incidents copied with other ids, days and places until there are so many;
the copies share the originals' articles. Times are of the answer through the application, without a network.
"""

from __future__ import annotations

import argparse
import io
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select
from starlette.testclient import TestClient

from hearsay.demo import reports
from hearsay.ingest import ingest
from hearsay.pages import read_pages
from hearsay.pipeline import references
from hearsay.store import Database, open_database, tables
from hearsay.web.app import create_app
from hearsay.web.settings import Settings

QUERIES = ("", "country=SYR", "from=2022-01-01&to=2022-06-30", "disputed=yes", "killed=10&status=occurred")
_FIRST_DAY = date(2015, 1, 1)
_BATCH = 5_000


def main() -> None:
    """Generate, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--readers", type=int, default=20)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hearsay.db"
        with open_database(path, write=True) as database:
            pages = read_pages([str(report) for report in reports()], io.BytesIO())
            for _ in ingest(pages, database, references()):
                pass
            originals = _multiply(database, asked.incidents)
        client = TestClient(create_app(Settings(str(path))), base_url="http://127.0.0.1")
        print(f"{asked.incidents} incidents; first page: {_ms(lambda: client.get('/')):.0f} ms")
        for name, addresses in (
            ("overview", [f"/?everything=yes&{query}" for query in QUERIES]),
            ("map data", [f"/map?everything=yes&zoom={zoom}&{query}" for zoom in (2, 5, 8) for query in QUERIES]),
            ("features", ["/api/collections/incidents/items?limit=100&offset=50000"]),
        ):
            _told(name, [_ms(partial(client.get, address)) for address in addresses for _ in range(3)])
        with ThreadPoolExecutor(asked.readers) as readers:
            some = random.Random(7).choices(originals, k=asked.readers * 10)  # noqa: S311
            found = readers.map(lambda id_: _ms(partial(client.get, f"/incidents/{id_}")), some)
            _told(f"incident, {asked.readers} readers", list(found))


def _multiply(database: Database, many: int) -> list[str]:
    """Copies of every incident with what lists and filters need, up to so many; the ids of the originals."""
    chance = random.Random(7)  # noqa: S311
    hanging = (tables.incident_tolls, tables.incident_parties, tables.incident_origins)
    with database.writing() as db:
        rows = [dict(row) for row in db.execute(select(tables.incidents)).mappings()]
        beside = {table.name: [dict(row) for row in db.execute(select(table)).mappings()] for table in hanging}
        made = len(rows)
        while made < many:
            new: list[dict[str, Any]] = []
            also: dict[str, list[dict[str, Any]]] = {table.name: [] for table in hanging}
            for number in range(made, min(made + _BATCH, many)):
                old = rows[number % len(rows)]
                id_ = f"inc-copy-{number:08d}"
                new.append({**old, "id": id_, **_elsewhere(old, chance)})
                for name, some in beside.items():
                    also[name] += [{**row, "incident": id_} for row in some if row["incident"] == old["id"]]
            db.execute(insert(tables.incidents), new)
            for table in hanging:
                db.execute(insert(table), also[table.name])
            made += len(new)
    return [row["id"] for row in rows]


def _elsewhere(row: dict[str, object], chance: random.Random) -> dict[str, object]:
    """Another day; another point, some degrees away."""
    day = (_FIRST_DAY + timedelta(days=chance.randrange(3650))).isoformat()
    moved: dict[str, object] = {"first_day": day, "last_day": day, "last_reported": day}
    if isinstance(row["lat"], float) and isinstance(row["lon"], float):
        moved |= {"lat": row["lat"] + chance.gauss(0, 2), "lon": row["lon"] + chance.gauss(0, 2)}
    return moved


def _ms(ask: Callable[[], object]) -> float:
    start = time.perf_counter()
    ask()
    return (time.perf_counter() - start) * 1000


def _told(name: str, times: list[float]) -> None:
    late = sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]
    print(f"{name}: median {statistics.median(times):.0f} ms, 95th percentile {late:.0f} ms, of {len(times)}")


if __name__ == "__main__":
    main()
