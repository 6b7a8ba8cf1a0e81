"""Adding pages: what a form sends becomes Pages, which are taken in one request at a time."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from queue import Queue

from hearsay.errors import InputError
from hearsay.ingest import Taken, ingest
from hearsay.pages import Page, read_pages
from hearsay.pages.limits import MAX_PAGE_BYTES
from hearsay.pages.read import pages_of_stream
from hearsay.pipeline import References, references
from hearsay.records import Coding
from hearsay.store import open_database

MOST_BYTES = MAX_PAGE_BYTES + 64 * 1024
"""Of a request: a page and what a form puts around it."""
WAIT_S = 10.0
"""Seconds that a writer waits for another one."""


Happening = Coding | Taken | InputError
"""An article was coded; it is kept and linked, or was known; an input failed."""


class Adding:
    """The one writer of an explorer: who adds waits for who added before."""

    def __init__(self, place: str) -> None:
        """``place``: of the database, as ``--db`` has it."""
        self._place = place
        self._writer = ThreadPoolExecutor(1, "hearsay-adding")

    @cached_property
    def _references(self) -> References:
        return references()

    def take(self, pages: Iterator[Page | InputError]) -> Iterator[Happening]:
        """What happens to the pages, as it happens; they are taken in whether or not anybody goes on listening.

        StoreError where the database refuses.
        """
        told: Queue[Happening | None] = Queue()
        work = self._writer.submit(self._take, pages, told.put)
        while (event := told.get()) is not None:
            yield event
        work.result()  # raises what went wrong

    def _take(self, pages: Iterator[Page | InputError], tell: Callable[[Happening | None], None]) -> None:
        try:
            with open_database(self._place, write=True, wait_s=WAIT_S) as database:
                for result in ingest(pages, database, self._references, coded=tell):
                    tell(result)
        finally:
            tell(None)


def pages_of_address(url: str) -> Iterator[Page | InputError]:
    """The page at a web address, fetched with every guard. Nothing else is read: a path is no address."""
    if not url.lower().startswith(("http://", "https://")):
        yield InputError("invalid-url", f"not a web address: {url[:80]!r}")
        return
    yield from read_pages([url], io.BytesIO())


def pages_of_text(text: str, stated: dict[str, str]) -> Iterator[Page | InputError]:
    """Pasted text, with what the form states of it."""
    if not text.strip():
        yield InputError("empty", "there is nothing in it")
        return
    yield Page("pasted", text.encode("utf-8", "replace"), "text", fields={k: v for k, v in stated.items() if v})


def pages_of_upload(content: bytes, name: str) -> Iterator[Page | InputError]:
    """The pages of an uploaded file. Its name is another computer's: it is only shown."""
    _, _, alone = name.replace("\\", "/").rpartition("/")
    yield from pages_of_stream(io.BytesIO(content), f"upload: {alone[:100]}")
