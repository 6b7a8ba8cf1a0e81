"""Two texts side by side, with the words that are not in the other one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+\s*")
_MOST = 5_000
"""Words of both texts together; longer ones are shown unmarked, for the comparison takes the square of them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together; ``only_here``: the other text has others, or none, in their place."""

    text: str
    only_here: bool


Side = tuple[tuple[Run, ...], ...]
"""The paragraphs of a text."""


def compared(before: str, now: str) -> tuple[Side, Side]:
    """Both texts by their paragraphs, the words marked that only one of them has."""
    old, new = _WORD.findall(before), _WORD.findall(now)
    if len(old) + len(new) > _MOST:
        return _paragraphs([Run(before, only_here=False)]), _paragraphs([Run(now, only_here=False)])
    same = SequenceMatcher(None, [word.strip() for word in old], [word.strip() for word in new], autojunk=False)
    left, right = [], []
    for tag, from_old, to_old, from_new, to_new in same.get_opcodes():
        left.append(Run("".join(old[from_old:to_old]), only_here=tag != "equal"))
        right.append(Run("".join(new[from_new:to_new]), only_here=tag != "equal"))
    return _paragraphs(left), _paragraphs(right)


def _paragraphs(runs: list[Run]) -> Side:
    found: list[list[Run]] = [[]]
    for run in runs:
        for number, text in enumerate(run.text.split("\n\n")):
            if number:
                found.append([])
            if text:
                found[-1].append(Run(text, run.only_here))
    return tuple(tuple(paragraph) for paragraph in found if paragraph)
