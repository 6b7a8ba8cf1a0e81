"""What kind of input some bytes are, from their beginning and the file's name."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

Kind = Literal["html", "text", "jsonl", "json", "feed", "telegram", "warc", "binary", "empty"]

_BY_SUFFIX: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".warc": "warc",
    ".rss": "feed",
    ".atom": "feed",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
}
READABLE_SUFFIXES = (*_BY_SUFFIX, ".xml", ".warc.gz")
"""Files that a folder is searched for. A file named by itself is read whatever its name."""

_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
# Signatures of what people pass by mistake: PDF, ZIP (docx, epub), PNG, JPEG, GIF, old Office, ELF, gzip, 7z, RAR.
_MAGIC = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"\x7fELF", b"\x1f\x8b",
    b"7z\xbc\xaf", b"Rar!",
)  # fmt: skip
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|section|p|h1|script|link)\b", re.IGNORECASE
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_TELEGRAM = re.compile(rb'class="page_wrap"[\s\S]{0,2000}class="page_(?:header|body)')
_SNIFFED = 4096


def kind_of(head: bytes, name: str = "") -> Kind:
    """The kind of an input that begins with ``head`` (some thousand bytes) and is called ``name``."""
    if not head.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        return "empty"
    if head.startswith(b"WARC/") or (head.startswith(b"\x1f\x8b") and name.lower().endswith((".warc.gz", ".warc"))):
        return "warc"
    if head.startswith(_MAGIC) or _is_binary(head):
        return "binary"
    if _TELEGRAM.search(head):
        return "telegram"
    if _FEED.search(head[:1024]):
        return "feed"
    by_name = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    if by_name is not None:
        return by_name
    start = head[:_SNIFFED].lstrip(b" \t\r\n\xef\xbb\xbf")
    if start.startswith(b"{"):
        return "jsonl" if b'"' in start.partition(b"\n")[0] else "json"
    return "html" if _MARKUP.search(start) and start[:1] == b"<" else "text"


def _is_binary(head: bytes) -> bool:
    """Text has no NULs, unless it is UTF-16, and few control characters."""
    if head.startswith(_BOMS):
        return False
    sample = head[:_SNIFFED]
    if sample.count(0):
        evens, odds = sample[0::2].count(0), sample[1::2].count(0)
        return not (min(evens, odds) == 0 and max(evens, odds) > len(sample) // 6)
    return sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in sample) > len(sample) // 20
