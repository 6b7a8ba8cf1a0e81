"""Bytes to text: what encoding a page is in, whatever it says of itself."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from hearsay.errors import InputError
from hearsay.records import Problem

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSED_BYTES = 128 * 1024
_HEAD = 4096
# A page with a few bytes of another encoding (a quoted headline, a cut at the end) is still that page; one in twenty
# characters lost is another encoding.
_TOLERATED = 0.05
_CLEAN = 0.001
"""The share of lost characters up to which a page's own word for its encoding is believed."""
_WIDER = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "ascii": "windows-1252", "us-ascii": "windows-1252"}
"""As browsers do: what calls itself Latin-1 is Windows-1252."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, and what was lost on the way."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode(content: bytes, where: str) -> Decoded:
    """The text of ``content``. Order: byte order mark, valid UTF-8, what the page declares, a guess from the bytes.

    Raises :class:`InputError` ``wrong-encoding`` when more than one character in twenty is lost.
    """
    for bom, name in _BOMS:
        if content.startswith(bom):
            return _tolerant(content, name, where)
    wide = _utf16(content)
    if wide is not None and _loss(content, wide) <= _CLEAN:
        return _tolerant(content, wide, where)
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.start >= len(content) - 4 and len(content) > _HEAD:
            text = content[: error.start].decode("utf-8")
            return Decoded(text, (Problem(code="truncated", message="the page ends inside a character"),))
    said = _declared(content)
    if said is not None and _loss(content, said) <= _CLEAN:
        return _tolerant(content, said, where)
    if _loss(content, "utf-8") <= 0.005:  # UTF-8 with foreign bytes in it
        return _tolerant(content, "utf-8", where)
    best = from_bytes(content[:_GUESSED_BYTES]).best()
    if best is None:
        raise InputError("wrong-encoding", "the characters make no sense in any known encoding", where=where)
    return _tolerant(content, best.encoding, where)


def _declared(content: bytes) -> str | None:
    match = _DECLARED.search(content[:_HEAD])
    if not match:
        return None
    name = (match[1] or match[2]).decode("ascii").lower()
    try:
        codec = codecs.lookup(_WIDER.get(name, name))
    except LookupError:
        return None
    return codec.name if codec._is_text_encoding and codec.name not in ("utf-8", "idna", "punycode") else None


def _utf16(content: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of its spaces and markup is zero."""
    head = content[:_HEAD]
    first, second = head[0::2].count(0), head[1::2].count(0)
    if min(first, second) or max(first, second) < len(head) // 12:
        return None
    return "utf-16-be" if first else "utf-16-le"


def _loss(content: bytes, encoding: str) -> float:
    """The share of characters that ``encoding`` cannot give or that no text holds (C1 controls)."""
    text = content.decode(encoding, errors="replace")
    bad = text.count("\ufffd") + sum(text.count(chr(code)) for code in range(0x80, 0xA0))
    return bad / max(1, len(text))


def _tolerant(content: bytes, encoding: str, where: str) -> Decoded:
    text = content.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if lost > _TOLERATED * len(text):
        raise InputError("wrong-encoding", f"{lost} of {len(text)} characters are not {encoding}", where=where)
    if not lost:
        return Decoded(text)
    message = f"{lost} characters that are not {encoding} were replaced"
    return Decoded(text, (Problem(code="encoding-replaced", message=message),))
