"""What changed between two versions of an article, paragraph by paragraph, and whether it matters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from hearsay.articles.fold import fold

_WORD = re.compile(r"\w+")
_MOST = 2000
"""Paragraphs compared one by one; of a longer text the rest is one paragraph."""


@dataclass(frozen=True, slots=True)
class Change:
    """One run of paragraphs that differ: ``old`` is empty where they were added, ``new`` where they were taken out."""

    kind: Literal["added", "removed", "changed"]
    old: tuple[str, ...]
    new: tuple[str, ...]
    material: bool
    """Some word or number differs; False for punctuation, capitals and white space."""


def changes_between(old: str, new: str) -> tuple[Change, ...]:
    """The changes from one article text to another, in the order of the new one; none where they are equal."""
    before, after = _paragraphs(old), _paragraphs(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found = []
    for tag, i, j, k, n in matcher.get_opcodes():
        if tag != "equal":
            kind: Literal["added", "removed", "changed"] = "added" if i == j else "removed" if k == n else "changed"
            material = _words(before[i:j]) != _words(after[k:n])
            found.append(Change(kind, before[i:j], after[k:n], material))
    return tuple(found)


def is_material(changes: tuple[Change, ...]) -> bool:
    """Whether any of them says something else than before."""
    return any(change.material for change in changes)


def _paragraphs(text: str) -> tuple[str, ...]:
    parts = text.split("\n\n", _MOST)
    return tuple(part for part in parts if part.strip())


def _words(paragraphs: tuple[str, ...]) -> list[str]:
    return [fold(word) for paragraph in paragraphs for word in _WORD.findall(paragraph)]
