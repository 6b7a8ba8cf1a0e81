"""How a source's toll stands to what independent others say of the same dead of the same incident."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from hearsay.analysis.sources.figures import Dead, ToldToll


@dataclass(frozen=True, slots=True)
class Comparison:
    """One source beside the others on one incident."""

    incident: str
    dead: Dead
    own: float
    others: float
    """The median of the independent others, each once."""

    @property
    def ratio(self) -> float:
        """Own over others: 0 where only the others count dead, infinity where only this source does, else 1."""
        if self.others:
            return self.own / self.others
        return float("inf") if self.own else 1.0


def by_outlet(tolls: Sequence[ToldToll]) -> dict[str, tuple[Comparison, ...]]:
    """The outlets of one incident against the voices that they did not pass on."""
    return _compared(tolls, lambda toll: toll.outlet, lambda outlet, _, other: outlet not in other.passed_on_by)


def by_voice(tolls: Sequence[ToldToll]) -> dict[str, tuple[Comparison, ...]]:
    """The voices of one incident against the other voices, but those of their own side."""

    def independent(voice: str, side: str | None, other: ToldToll) -> bool:
        return other.voice != voice and (side is None or other.party != side)

    found = _compared(tolls, lambda toll: toll.voice, independent)
    return {toll.voice: found[toll.voice] for toll in tolls if toll.is_origin and toll.voice in found}


def _compared(
    tolls: Sequence[ToldToll],
    source_of: Callable[[ToldToll], str],
    independent: Callable[[str, str | None, ToldToll], bool],
) -> dict[str, tuple[Comparison, ...]]:
    own: dict[tuple[str, Dead], list[ToldToll]] = defaultdict(list)
    for toll in tolls:
        own[source_of(toll), toll.dead].append(toll)
    found: dict[str, list[Comparison]] = defaultdict(list)
    for (source, dead), mine in own.items():
        side = mine[0].party
        others: dict[str, list[float]] = defaultdict(list)
        for toll in tolls:
            if toll.is_origin and toll.dead == dead and independent(source, side, toll):
                others[toll.voice].append(toll.killed)
        if others:
            each = [median(values) for values in others.values()]
            figure = median(toll.killed for toll in mine)
            found[source].append(Comparison(mine[0].incident, dead, figure, median(each)))
    return {source: tuple(some) for source, some in found.items()}
