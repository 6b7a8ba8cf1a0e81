"""The codebook: the rules and word lists an analyst would want to read or change, as commented TOML.

Takes nothing; gives each table as a plain mapping, loaded once, and one id for the whole codebook.
"""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The codebook table ``name`` (the file ``codebook/NAME.toml``). Callers must not change it."""
    return tomllib.loads((resources.files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def codebook_id() -> str:
    """Short content hash over all tables, in the order of their names."""
    digest = hashlib.sha256()
    for entry in sorted(resources.files(__name__).iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".toml"):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return f"codebook-{digest.hexdigest()[:12]}"


def word_list(name: str, key: str) -> frozenset[str]:
    """The words of a list that table ``name`` keeps as one string, separated by white space."""
    return frozenset(table(name)[key].split())


@cache
def words_at(name: str, *path: str) -> frozenset[str]:
    """The words of a list in table ``name``, by its keys: ``words_at("place_words", "before", "title")``."""
    node: Any = table(name)
    for key in path:
        node = node[key]
    return frozenset(node)
