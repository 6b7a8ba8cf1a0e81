"""WARC and WARC.gz: each archived HTML response a page; a broken record costs only itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]

from hearsay.errors import InputError
from hearsay.pages.limits import MAX_PAGE_BYTES
from hearsay.pages.page import Page

_TYPES = re.compile(r"text/html|application/xhtml\+xml|text/plain", re.IGNORECASE)
_NEXT = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]|WARC/1\.[01]\r?\n")
_CHUNK = 1024 * 1024


def pages_of_warc(stream: BinaryIO, source: str) -> Iterator[Page | InputError]:
    """A Page for each successful response of HTML or text in ``stream``, which must be seekable.

    After a record that cannot be read the next one is looked for in the bytes that follow. Errors, each for its
    record (``source:offset``): ``broken-record``, ``too-large``.
    """
    start: int | None = 0
    while start is not None:
        stream.seek(start)
        records = ArchiveIterator(stream)
        at = start
        try:
            for record in records:
                page = _page(record, source)
                at = start + records.get_record_offset()  # asking for it reads the record to its end
                if isinstance(page, Page):
                    yield replace(page, warc_offset=at)
                elif page is not None:
                    yield InputError(page.code, page.message, where=f"{source}:{at}")
            return
        except (ArchiveLoadFailed, OSError, ValueError, EOFError, AttributeError) as error:
            at = max(at, start + _safe_offset(records, at - start))
            yield InputError("broken-record", f"a record cannot be read: {str(error)[:120]}", where=f"{source}:{at}")
            start = _next_record(stream, at + 1)


def _safe_offset(records: ArchiveIterator, fallback: int) -> int:
    try:
        return int(records.get_record_offset())
    except (AttributeError, OSError, ValueError, TypeError):
        return fallback


def _page(record: Any, where: str) -> Page | InputError | None:
    if record.rec_type not in ("response", "resource"):
        return None
    http = record.http_headers
    status = int(http.get_statuscode()) if http and str(http.get_statuscode()).isdecimal() else None
    kind = (http.get_header("Content-Type") if http else record.rec_headers.get_header("Content-Type")) or ""
    if not _TYPES.match(kind) or (status is not None and status != 200):
        return None
    content = record.content_stream().read(MAX_PAGE_BYTES + 1)
    if len(content) > MAX_PAGE_BYTES:
        return InputError("too-large", f"the page is larger than {MAX_PAGE_BYTES // 2**20} MiB", where=where)
    headers = record.rec_headers
    stated = {"url": headers.get_header("WARC-Target-URI"), "retrieved": headers.get_header("WARC-Date")}
    return Page(
        source=stated["url"] or where,
        content=content,
        media="text" if kind.lower().startswith("text/plain") else "html",
        fields={name: value for name, value in stated.items() if value},
        status=status,
        etag=http.get_header("ETag") if http else None,
        last_modified=http.get_header("Last-Modified") if http else None,
        warc_id=headers.get_header("WARC-Record-ID"),
    )


def _next_record(stream: BinaryIO, start: int) -> int | None:
    """Where, from ``start`` on, a record or a compressed member seems to begin."""
    stream.seek(start)
    base, tail = start, b""
    while chunk := stream.read(_CHUNK):
        window = tail + chunk
        match = _NEXT.search(window)
        if match:
            return base - len(tail) + match.start()
        tail, base = window[-16:], base + len(chunk)
    return None
