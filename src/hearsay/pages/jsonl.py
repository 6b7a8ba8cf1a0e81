"""JSON Lines: one record a line, each an article of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from hearsay.errors import InputError
from hearsay.pages.limits import MAX_RECORD_BYTES
from hearsay.pages.page import FIELDS, Page

_HINT = 'A record is one JSON object on one line, with at least "text".'


def pages_of_records(stream: BinaryIO, source: str) -> Iterator[Page | InputError]:
    """A Page for each line of ``stream``, ``source:7`` for line 7; blank lines are passed over.

    Errors: ``invalid-json``, ``no-text``, ``invalid-field``, ``wrong-encoding``, ``too-large``, each for its line.
    """
    number = 0
    while line := stream.readline(MAX_RECORD_BYTES + 1):
        number += 1
        where = f"{source}:{number}"
        if len(line) > MAX_RECORD_BYTES:
            _skip_rest_of_line(stream, line)
            yield InputError("too-large", f"the line is longer than {MAX_RECORD_BYTES} bytes", where=where)
        elif line.strip():
            try:
                yield _page(line, where, first=number == 1)
            except InputError as error:
                yield error


def _skip_rest_of_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(MAX_RECORD_BYTES)


def _page(line: bytes, where: str, *, first: bool) -> Page:
    try:
        record = json.loads(line.decode("utf-8-sig" if first else "utf-8"))
    except UnicodeDecodeError as error:
        raise InputError("wrong-encoding", f"not UTF-8 at byte {error.start}", where=where) from error
    except (ValueError, RecursionError) as error:
        raise InputError("invalid-json", f"not valid JSON: {error}", where=where, hint=_HINT) from error
    return page_of_record(record, where)


def page_of_record(record: Any, where: str) -> Page:
    """The Page of one parsed record. Raises :class:`InputError`: ``invalid-json``, ``no-text``, ``invalid-field``."""
    if not isinstance(record, dict):
        raise InputError("invalid-json", "not a JSON object", where=where, hint=_HINT)
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError("no-text", 'the record has no "text"', where=where, hint=_HINT)
    fields = {name: _field(name, record[name], where) for name in FIELDS if record.get(name) is not None}
    return Page(where, _utf8(text, where), "record", fields)


def _field(name: str, value: Any, where: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError("invalid-field", f'"{name}" must be a string', where=where)
    _utf8(str(value), where)
    return str(value)


def _utf8(text: str, where: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:  # JSON can smuggle in half a surrogate pair
        raise InputError("wrong-encoding", f"half a character at {error.start}", where=where) from error
