"""The bytes of pages as they came in: compressed, by their SHA-256."""

from __future__ import annotations

import hashlib
import zlib

from sqlalchemy import Connection, delete, insert, select

from hearsay.errors import StoreError
from hearsay.store import tables


def add(db: Connection, sha256: str, content: bytes) -> None:
    """Keep a page's bytes, once; what was damaged is put right."""
    if is_sound(db, sha256):
        return
    table = tables.pages
    db.execute(delete(table).where(table.c.sha256 == sha256))
    db.execute(insert(table).values(sha256=sha256, content=zlib.compress(content)))


def is_sound(db: Connection, sha256: str) -> bool:
    """Whether the page's bytes are kept, and are those that came in."""
    try:
        load(db, sha256)
    except StoreError:
        return False
    return True


def load(db: Connection, sha256: str) -> bytes:
    """A kept page's bytes. StoreError ``page-unknown``, ``page-damaged``."""
    content = db.execute(select(tables.pages.c.content).where(tables.pages.c.sha256 == sha256)).scalar()
    if content is None:
        hint = "Pages are not kept with --no-pages."
        raise StoreError("page-unknown", "the bytes of this page are not kept", where=sha256, hint=hint)
    try:
        found = zlib.decompress(content)
    except zlib.error:
        found = b""
    if hashlib.sha256(found).hexdigest() != sha256:
        hint = "Ingest the page again, or restore the database from a backup."
        raise StoreError("page-damaged", "the bytes kept of this page are damaged", where=sha256, hint=hint)
    return found
