"""The way in: page → known? → article → coding → a batch, written and linked in one transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import Connection

from hearsay.articles import to_article
from hearsay.articles.identity import sha256_of
from hearsay.articles.reprints import Fingerprint, ReprintIndex, fingerprint
from hearsay.errors import InputError
from hearsay.ingest.linking import Linker
from hearsay.pages import Page
from hearsay.pipeline import References, code_article
from hearsay.records import Coding
from hearsay.store import Capture, Database, codings, pages_kept, prints
from hearsay.store.codings import Added

BATCH = 25
"""Articles coded between writes: what a run that is stopped has to do again. It counts articles alone, so that a run
begun again cuts its batches where an undisturbed one does, and comes to the same."""

Outcome = Literal["new", "revised", "older", "known"]
"""A new article; another coding of a known one that supersedes it; one that does not, being older; nothing new."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an input; it is in the database by then."""

    source: str
    article: str
    outcome: Outcome
    claims: int = 0


@dataclass(frozen=True, slots=True)
class _Coded:
    """A page that is not known, ready to be written."""

    capture_id: str
    page: Page
    coding: Coding
    words: Fingerprint


@dataclass(frozen=True, slots=True)
class _Failed:
    """A failure that is not noted yet."""

    error: InputError


_Item = _Coded | _Failed | Taken | InputError
"""What is to be written, and what needs no writing."""


def ingest(
    pages: Iterable[Page | InputError],
    database: Database,
    references: References,
    *,
    keep_pages: bool = True,
    as_of: str | None = None,
    coded: Callable[[Coding], None] = lambda _: None,
) -> Iterator[Taken | InputError]:
    """Code ``pages`` and put them into ``database``; what became of each, in order, once it is written.

    ``as_of`` (an ISO date) is noted with the change. ``coded`` is told each coding before it is written. StoreError
    where the database refuses: the batches before it stay.
    """
    run = _Run(database, references, keep_pages=keep_pages, as_of=as_of)
    batch: list[_Item] = []
    waiting = 0
    for page in pages:
        item = run.prepared(page)
        if not batch and isinstance(item, Taken | InputError):
            yield item
            continue
        batch.append(item)
        if isinstance(item, _Coded):
            coded(item.coding)
            waiting += 1
        if waiting == BATCH:
            yield from run.written(batch)
            batch, waiting = [], 0
    if batch:
        yield from run.written(batch)


class _Run:
    """One ingest: what it keeps from batch to batch."""

    def __init__(self, database: Database, references: References, *, keep_pages: bool, as_of: str | None) -> None:
        self._database = database
        self._references = references
        self._coder = references.coder()
        self._keep_pages = keep_pages
        self._as_of = as_of
        self._reprints = ReprintIndex()
        self._linker = Linker()

    def prepared(self, page: Page | InputError) -> _Item:
        """The page coded, unless it is known or cannot be."""
        if isinstance(page, InputError):
            return self._failed(page)
        capture_id = _capture_id(page)
        with self._database.reading() as db:
            article = codings.captured(db, capture_id, self._coder)
            complete = not self._keep_pages or pages_kept.is_sound(db, sha256_of(page.content))
        if article is not None and complete:
            return Taken(page.source, article, "known")
        try:
            found, problems = to_article(page)
        except InputError as error:
            return self._failed(error)
        return _Coded(capture_id, page, code_article(found, self._references, problems), fingerprint(found.text))

    def written(self, batch: Sequence[_Item]) -> list[Taken | InputError]:
        """Write what is new in a batch and link it; what became of each of its items."""
        results: list[Taken | InputError] = []
        news = _News()
        with self._database.writing() as db:
            seq = codings.next_change(db, self._as_of)
            for held in prints.prints_after(db, self._reprints.last):  # of earlier runs, or of another writer
                self._reprints.restore(held)
            for item in batch:
                match item:
                    case _Coded():
                        results.append(self._add(db, item, seq, news))
                    case _Failed(error):
                        codings.add_failure(db, error, seq)
                        results.append(error)
                    case _:
                        results.append(item)
            self._linker.relink(db, news.added, news.replaced, seq)
        return results

    def _add(self, db: Connection, item: _Coded, seq: int, news: _News) -> Taken:
        page, coding = item.page, item.coding
        if self._keep_pages:
            pages_kept.add(db, coding.article.sha256, page.content)
        number = codings.find_coding(db, coding.article, self._coder)
        outcome: Outcome = "known"
        if number is None:
            number = codings.last_coding(db) + 1
            held, reprint = self._reprints.take(number, coding.article.key, item.words)
            article = coding.article.model_copy(update={"reprint": reprint})
            added = codings.add_coding(db, coding.model_copy(update={"article": article}), seq)
            prints.add_print(db, held)
            news.note(added)
            outcome = "older" if not added.current else "new" if added.replaced is None else "revised"
        capture = Capture(source=page.source, media=page.media, fields=page.fields, sha256=coding.article.sha256)
        codings.add_capture(db, item.capture_id, capture, self._coder, number)
        return Taken(page.source, coding.article.key, outcome, 0 if outcome == "known" else len(coding.claims))

    def _failed(self, error: InputError) -> _Failed | InputError:
        with self._database.reading() as db:
            return error if codings.failed_so(db, error) else _Failed(error)


@dataclass(slots=True)
class _News:
    """The codings that a batch made current, and those whose place they took."""

    added: list[int] = field(default_factory=list)
    replaced: dict[int, int] = field(default_factory=dict)

    def note(self, found: Added) -> None:
        """Take in one more coding."""
        if not found.current:
            return
        if found.replaced in self.added:  # two versions in one batch: the first was never linked
            self.added.remove(found.replaced)
            for before, after in self.replaced.items():
                if after == found.replaced:
                    self.replaced[before] = found.number
        elif found.replaced is not None:
            self.replaced[found.replaced] = found.number
        self.added.append(found.number)


def _capture_id(page: Page) -> str:
    """One for the same bytes, read the same way, with the same stated fields, from the same address; a file's path
    is no part of it."""
    address = page.source if page.source.lower().startswith(("http://", "https://")) else None
    told = json.dumps([sha256_of(page.content), page.media, dict(page.fields), address], sort_keys=True)
    return sha256_of(told.encode())
