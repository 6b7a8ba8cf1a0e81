"""Invented sample reports, each marked as invented in its text: what ``hearsay demo`` codes."""

from __future__ import annotations

from pathlib import Path

SUFFIXES = (".html", ".jsonl", ".txt")


def reports() -> tuple[Path, ...]:
    """The bundled reports, in the order of their names."""
    folder = Path(__file__).parent
    return tuple(sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES))
