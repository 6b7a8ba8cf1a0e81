"""How far apart two spans stand, as a small number."""

from __future__ import annotations

STEPS = (1, 2, 3, 5, 8, 13, 34)
"""Words between; further is the last step."""
DISTANCES = 2 * (len(STEPS) + 1)


def distance(source: tuple[int, int], target: tuple[int, int]) -> int:
    """Of two ranges of words: 0 to 7 for a target after its source, 8 to 15 for one before it."""
    before = target[0] < source[0]
    gap = max(source[0] - target[1], target[0] - source[1], 0)
    return sum(gap >= step for step in STEPS) + (len(STEPS) + 1) * before
