"""Short invented reports, and a database that they can be put into."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from hearsay.errors import InputError
from hearsay.ingest import Taken, ingest
from hearsay.pages import Page
from hearsay.pipeline import references
from hearsay.store import Database, open_database

Put = Callable[..., list[Taken | InputError]]


def page(text: str, outlet: str, day: str, **fields: str) -> Page:
    """A record of a JSON Lines file."""
    stated = {"outlet": outlet, "published": day, "url": f"https://{outlet.replace(' ', '')}.example/{day}", **fields}
    return Page(f"{outlet}.jsonl:1", text.encode(), "record", stated)


WIRE = page(
    "Shelling killed 60 people in the market of Saraqib on Sunday, the Orontes Rescue Committee said. "
    "Dozens more were wounded.\n\nSeparately, gunmen kidnapped two aid workers near Idlib on Saturday, police said.",
    "Vantage Wire",
    "2019-07-21",
)
CORRECTED = page(
    "Shelling killed 40 people in the market of Saraqib on Sunday, the Orontes Rescue Committee said. "
    "Dozens more were wounded.",
    "Vantage Wire",
    "2019-07-21",
)
PAPER = page(
    "At least 58 people were killed when shells hit the market in Saraqib on Sunday, a doctor at the town's "
    "hospital told our reporter. The army denied shelling the market.",
    "Levant Courier",
    "2019-07-22",
)
REPRINT = page(WIRE.content.decode(), "Harbour Daily", "2019-07-22")
ELSEWHERE = page(
    "Gunmen killed two farmers near Maiduguri on Monday, police said. The attackers fled on motorcycles.",
    "Chad Basin Post",
    "2019-07-23",
)
REPORTS = (WIRE, PAPER, REPRINT, ELSEWHERE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's database is."""
    return tmp_path / "hearsay.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """An empty database, open for writing."""
    with open_database(path, write=True) as opened:
        yield opened


@pytest.fixture
def put(database: Database) -> Put:
    """Puts pages into the database."""

    def put(*pages: Page | InputError, keep_pages: bool = True, as_of: str | None = None) -> list[Taken | InputError]:
        return list(ingest(pages, database, references(), keep_pages=keep_pages, as_of=as_of))

    return put


def outcomes(results: Sequence[Taken | InputError]) -> list[str]:
    """What became of each: the outcome, or the error's code."""
    return [result.outcome if isinstance(result, Taken) else result.code for result in results]
