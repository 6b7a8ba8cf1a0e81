"""White space and invisible characters: one way to write a paragraph."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029\x0b\x0c]")
_ODD_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
# Byte order mark, zero-width space, word joiner, soft hyphen. The zero-width non-joiner is spelling in Persian: kept.
_UNSEEN = dict.fromkeys([*map(ord, "\ufeff\u200b\u2060\u00ad"), *range(9), *range(14, 32), 127])
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
# Lines of a hard-wrapped text: none longer than this, and all but a paragraph's last nearly as long.
_WRAP_AT = (55, 100)
_WRAPPED_SHARE = 0.6


def line_ends(text: str) -> str:
    r"""``\n`` for every line end."""
    return _LINE_ENDS.sub("\n", text)


def visible(text: str) -> str:
    """``text`` without invisible characters and controls. Not for a record's text: that keeps its every character."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_UNSEEN)


def one_line(text: str) -> str:
    """``text`` on one line, without direction marks: for headlines, names and labels."""
    shown = visible(text)
    return " ".join((shown if shown.isascii() else shown.translate(_MARKS)).split())


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a plain text: cut at blank lines; single line ends are joined where the text is hard-wrapped
    and are paragraphs of their own where it is not. Inside a paragraph every white space is one plain space."""
    blocks = _BLANK_LINES.split(line_ends(text).strip())
    wrapped = is_wrapped(blocks)
    parts = [block if wrapped else line for block in blocks for line in ([block] if wrapped else block.split("\n"))]
    return tuple(tidy for part in parts if (tidy := _ODD_SPACES.sub(" ", part.replace("\n", " ")).strip()))


def is_wrapped(blocks: list[str]) -> bool:
    """Whether single line ends are only where a line was full (wires, mail), not where a paragraph ended."""
    inner = [len(line.rstrip()) for block in blocks for line in block.split("\n")[:-1]]
    if not inner or max(inner) > _WRAP_AT[1]:
        return False
    return sum(length >= _WRAP_AT[0] for length in inner) >= _WRAPPED_SHARE * len(inner)


def squeezed(text: str) -> str:
    """``text`` without white space: equal for two renderings of one line."""
    return "".join(text.split())


def joined(parts: tuple[str, ...] | list[str]) -> str:
    """Paragraphs as article text: one blank line between them."""
    return "\n\n".join(parts)
