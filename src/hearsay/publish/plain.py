"""Words of strangers made harmless: for a terminal, for a line of JSON, for a cell of a spreadsheet."""

from __future__ import annotations

import re

# Control characters move the cursor or set the title of a terminal; the bidirectional ones make a line read
# otherwise than it is stored (CVE-2021-42574).
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]")
_SPACE = re.compile(r"\s+")
# What spreadsheets take for the start of a formula (OWASP, "CSV injection"), and the full-width forms of it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def printable(text: str) -> str:
    """``text`` for a terminal: each control character shown as U+FFFD."""
    return _UNSEEN.sub("�", text)


def one_line(text: str) -> str:
    """``text`` for a terminal on one line: every run of white space is one space."""
    return printable(_SPACE.sub(" ", text)).strip()


def cell(text: str) -> str:
    """``text`` for a spreadsheet: on one line, and behind an apostrophe where it would start a formula.

    Control characters are shown as U+FFFD: XML refuses them, and some readers drop one that hides a formula.
    """
    line = _CONTROL.sub("�", _SPACE.sub(" ", text)).strip()
    return f"'{line}" if line.startswith(_FORMULA) else line
