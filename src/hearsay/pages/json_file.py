"""A file of JSON that is one value: a record, a list of records, or a Telegram export."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from hearsay.errors import InputError
from hearsay.pages.jsonl import page_of_record, pages_of_records
from hearsay.pages.page import Page
from hearsay.pages.telegram import is_export, pages_of_export


def pages_of_json(content: bytes, source: str) -> Iterator[Page | InputError]:
    """The pages of a ``.json`` file; what is not one JSON value is read as JSON Lines."""
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        yield from pages_of_records(io.BytesIO(content), source)
        return
    if is_export(data):
        yield from pages_of_export(data, source)
        return
    for number, record in enumerate(data if isinstance(data, list) else [data], 1):
        try:
            yield page_of_record(record, f"{source}:{number}")
        except InputError as error:
            yield error
