"""State forces by country and branch: "Russian warplanes" are the Russian Air Force's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hearsay.actors.entries import Actor
from hearsay.actors.names import key_of, split_words
from hearsay.actors.people import singulars
from hearsay.actors.resolution import Registry
from hearsay.codebook import table
from hearsay.places.countries import country_name

# Where a country has no entry for the branch, the forces that do its work.
_INSTEAD = {
    "army": ("forces",),
    "forces": ("army",),
    "gendarmerie": ("police",),
    "border": ("police",),
    "guard": ("forces", "army"),
}
_GENERIC = {"air": "Air Force", "navy": "Navy", "police": "Police Forces", "intelligence": "Intelligence Service"}
_LONGEST_PHRASE = 3


@dataclass(frozen=True, slots=True)
class Force:
    """A state's armed force. ``actor`` is None where the registry has none; the name is then "Military Forces of X"."""

    name: str
    country: str
    """ISO 3166-1 alpha-3."""
    branch: str
    actor: Actor | None


@cache
def _branches() -> dict[str, tuple[int, str]]:
    """Word or phrase key → rank of its branch (the lower is named first) and the branch."""
    ranked: dict[str, tuple[int, str]] = {}
    for rank, branch in enumerate(table("state_branches")["branch"]):
        for words in branch["words"]:
            ranked.setdefault(key_of(words), (rank, branch["name"]))
    return ranked


def branch_of(words: str) -> str | None:
    """The branch of state forces that ``words`` name ("fighter jets" → air, "soldiers" → forces), or None."""
    keys = [word.key for word in split_words(words) if not word.silent]
    best: tuple[int, str] | None = None
    for start in range(len(keys)):
        for end in range(start + 1, min(start + _LONGEST_PHRASE, len(keys)) + 1):
            for last in singulars(keys[end - 1]):
                found = _branches().get(" ".join((*keys[start : end - 1], last)))
                if found is not None and (best is None or found[0] < best[0]):
                    best = found
    return best[1] if best else None


def state_force(country: str, branch: str, registry: Registry, year: int | None = None) -> Force:
    """The forces of ``country`` (alpha-3) that ``branch`` stands for in ``year`` (the present without one)."""
    for name in (branch, *_INSTEAD.get(branch, ())):
        actor = registry.of_branch(country, name, year)
        if actor is not None:
            return Force(actor.name, country, branch, actor)
    return Force(f"{_GENERIC.get(branch, 'Military Forces')} of {country_name(country)}", country, branch, None)


def is_at_home(force_country: str, place_country: str) -> bool:
    """Whether a state's forces count as its own there, and not as external forces."""
    held: list[str] = table("state_branches")["at_home"].get(force_country, [])
    return force_country == place_country or place_country in held
