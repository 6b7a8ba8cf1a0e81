"""From command-line inputs to pages: files, folders, web addresses and the standard input.

Feeds and WARC have libraries of their own, imported with the first of their kind.
"""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from hearsay.errors import InputError
from hearsay.pages.fetch import Fetcher, pages_of_url
from hearsay.pages.json_file import pages_of_json
from hearsay.pages.jsonl import pages_of_records
from hearsay.pages.kind import READABLE_SUFFIXES, Kind, kind_of
from hearsay.pages.limits import MAX_EXPORT_BYTES, MAX_PAGE_BYTES
from hearsay.pages.page import Page
from hearsay.pages.telegram import pages_of_html_export

_HEAD = 4096


def read_pages(inputs: Sequence[str], stdin: BinaryIO) -> Iterator[Page | InputError]:
    """A Page, or the error that stands in its place, for each article of ``inputs``, in their order.

    An input is a file, a folder (searched through, files by name), a web address or ``-`` (``stdin``).
    """
    fetcher = Fetcher()
    for source in inputs:
        if source.lower().startswith(("http://", "https://")):
            yield from pages_of_url(source, fetcher, _pages_of_answer)
        elif source == "-":
            yield from pages_of_stream(stdin, "-")
        elif Path(source).is_dir():
            yield from _pages_of_folder(source)
        else:
            yield from _pages_of_file(source)


def _pages_of_answer(content: bytes, url: str) -> Iterator[Page | InputError]:
    yield from pages_of_bytes(content, kind_of(content[:_HEAD]), url)


def _pages_of_folder(folder: str) -> Iterator[Page | InputError]:
    found = False
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            if name.lower().endswith(READABLE_SUFFIXES) and not name.startswith("."):
                found = True
                yield from _pages_of_file(str(Path(parent) / name))
    if not found:
        suffixes = " ".join(sorted(READABLE_SUFFIXES))
        yield InputError("empty-folder", "no readable file in it", where=folder, hint=f"Read are: {suffixes}.")


def _pages_of_file(path: str) -> Iterator[Page | InputError]:
    try:
        with Path(path).open("rb") as stream:
            yield from pages_of_stream(stream, path)
    except FileNotFoundError:
        yield InputError("not-found", "no such file or folder", where=path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield InputError("unreadable", f"cannot be read: {reason}", where=path)


def pages_of_stream(stream: BinaryIO, source: str) -> Iterator[Page | InputError]:
    """The pages of a file that is open; ``source`` names it, and by its suffix helps to tell what it is."""
    buffered = stream if isinstance(stream, io.BufferedReader) else _peekable(stream)
    kind = kind_of(buffered.peek(_HEAD)[:_HEAD], source)
    if kind == "jsonl":
        yield from pages_of_records(buffered, source)
    elif kind == "warc":
        from hearsay.pages.warc import pages_of_warc

        yield from pages_of_warc(_seekable(buffered), source)
    else:
        limit = MAX_EXPORT_BYTES if kind in ("json", "telegram") else MAX_PAGE_BYTES
        content = buffered.read(limit + 1)
        if len(content) > limit:
            yield InputError("too-large", f"larger than {limit // 2**20} MiB", where=source)
        else:
            yield from pages_of_bytes(content, kind, source)


def pages_of_bytes(content: bytes, kind: Kind, source: str) -> Iterator[Page | InputError]:
    """The pages in bytes of a known kind (any but JSON Lines and WARC)."""
    if not content.strip():
        yield InputError("empty", "there is nothing in it", where=source)
    elif kind == "binary":
        hint = "Pages, plain text, JSON Lines, feeds and WARC are read; convert it first."
        yield InputError("binary", "not text", where=source, hint=hint)
    elif kind == "feed":
        from hearsay.pages.feed import pages_of_feed

        yield from pages_of_feed(content, source)
    elif kind in ("json", "jsonl"):
        yield from pages_of_json(content, source)
    elif kind == "telegram":
        yield from pages_of_html_export(content, source)
    else:
        yield Page(source, content, "html" if kind == "html" else "text")


def _seekable(stream: io.BufferedReader) -> BinaryIO:
    """``stream``, or a copy on disk where it cannot be wound back (a pipe)."""
    if stream.seekable():
        return stream
    copy = tempfile.TemporaryFile()  # noqa: SIM115 (it goes when the last page has been given)
    shutil.copyfileobj(stream, copy)
    return cast("BinaryIO", copy)


def _peekable(stream: BinaryIO) -> io.BufferedReader:
    """``stream`` with ``peek`` (a BytesIO, say, has none)."""
    return io.BufferedReader(cast("io.RawIOBase", stream), _HEAD)
