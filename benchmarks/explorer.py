"""How quickly the explorer answers: a database of many generated incidents, asked as readers ask.

    python benchmarks/explorer.py [--incidents 100000] [--readers 20]

The bundled reports are ingested, and their incidents copied with other ids, days and places until there are so many;
the copies share the originals' articles. An explorer serves them from a process of its own, as ``hearsay serve`` does;
each reader keeps one connection to it. Printed are times until the whole answer is there, and the server's processor
time for each answer, which depends less on what else the machine does.

Twenty readers are measured in two ways: each looks at a page for some seconds and asks for another, as people do; and
each asks again as soon as it is answered, the most that twenty can do. Python makes one page at a time, so that one of
twenty who never pause waits for twenty pages.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from http import HTTPStatus
from http.client import HTTPConnection
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import uvicorn
from sqlalchemy import insert, select

from hearsay.demo import reports
from hearsay.ingest import ingest
from hearsay.pages import read_pages
from hearsay.pipeline import references
from hearsay.store import Database, open_database, tables
from hearsay.web.app import create_app
from hearsay.web.serving import listen
from hearsay.web.settings import Settings

LOOKS_S = 2.0
"""How long a reader looks at a page, on average."""
VIEWS = {2: "-150,-50,170,70", 5: "25,28,51,39", 8: "35.2,34.6,38.4,36"}
"""What a screen shows of the map at a zoom level."""
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
        with _served(path) as server:
            print(f"{asked.incidents} incidents")
            _told("first page", server, [["/"]])
            for name, addresses in (
                ("overview", [f"/?everything=yes&{query}" for query in QUERIES]),
                (
                    "map data",
                    [
                        f"/map?everything=yes&zoom={zoom}&view={view}&{query}"
                        for zoom, view in VIEWS.items()
                        for query in QUERIES
                    ],
                ),
                ("features", ["/api/collections/incidents/items?limit=100&offset=50000"]),
            ):
                _told(f"{name}, asked first", server, [addresses])
                _told(f"{name}, asked again", server, [addresses * 2])
            chance = random.Random(7)  # noqa: S311
            asking = [[f"/incidents/{id_}" for id_ in chance.choices(originals, k=20)] for _ in range(asked.readers)]
            _told("incident, one reader", server, asking[:1])
            _told(
                f"incident, {asked.readers} readers who look at each for {LOOKS_S} s", server, asking, looks_s=LOOKS_S
            )
            _told(f"incident, {asked.readers} readers without a pause", server, asking)


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


@dataclass(frozen=True, slots=True)
class _Server:
    port: int
    pipe: Connection

    def processor_ms(self) -> float:
        """What it has taken since it began."""
        self.pipe.send(None)
        return float(self.pipe.recv())


@contextmanager
def _served(path: Path) -> Iterator[_Server]:
    ours, theirs = multiprocessing.Pipe()
    serving = multiprocessing.get_context("spawn").Process(target=_serve, args=(str(path), theirs), daemon=True)
    serving.start()
    try:
        yield _Server(ours.recv(), ours)
    finally:
        serving.terminate()
        serving.join()


def _serve(path: str, pipe: Connection) -> None:
    def tell() -> None:
        while True:
            pipe.recv()
            pipe.send(time.process_time() * 1000)

    socket = listen(0)
    socket.listen()
    pipe.send(socket.getsockname()[1])
    threading.Thread(target=tell, daemon=True).start()
    config = uvicorn.Config(create_app(Settings(path)), log_level="warning", access_log=False)
    uvicorn.Server(config).run(sockets=[socket])


def _told(name: str, server: _Server, asking: Sequence[Sequence[str]], *, looks_s: float = 0) -> None:
    """Ask, each list of addresses by a reader of its own, and print."""
    before = server.processor_ms()
    with ThreadPoolExecutor(len(asking)) as readers:
        times = sorted(
            ms for some in readers.map(lambda asked: _times(server.port, asked, looks_s), asking) for ms in some
        )
    each = (server.processor_ms() - before) / len(times)
    late = times[min(len(times) - 1, int(len(times) * 0.95))]
    print(
        f"{name}: median {statistics.median(times):.0f} ms, 95th percentile {late:.0f} ms, of {len(times)}; "
        f"{each:.1f} ms of a processor each"
    )


def _times(port: int, addresses: Sequence[str], looks_s: float) -> list[float]:
    connection, times = HTTPConnection("127.0.0.1", port), []
    for address in addresses:
        time.sleep(random.uniform(0, 2 * looks_s))  # noqa: S311
        start = time.perf_counter()
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
        times.append((time.perf_counter() - start) * 1000)
        if answer.status != HTTPStatus.OK:
            raise SystemExit(f"{address}: {answer.status}")
    connection.close()
    return times


if __name__ == "__main__":
    main()
