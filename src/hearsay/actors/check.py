"""Holds the registry against itself: references that lead nowhere, cycles, and names that two actors share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from hearsay.actors.entries import Actor
from hearsay.actors.names import keys_of
from hearsay.errors import DataError

_REFERENCES = ("part_of", "renamed_to", "affiliation")


def check_registry(actors: Mapping[str, Actor], place_of: Callable[[str], str]) -> None:
    """Raises :class:`DataError` at the first fault; ``place_of`` tells where an id's entry stands.

    ``registry-reference``: a relation to an id that is not there. ``registry-cycle``: part_of, renamed_to or
    affiliation lead back to where they began. ``registry-alias``: one name of two actors with the same home country
    and common years, which no article could tell apart.
    """
    for actor in actors.values():
        for field in _REFERENCES:
            target = getattr(actor, field)
            if target is not None and target not in actors:
                raise DataError(
                    "registry-reference",
                    f"entry {_slug(actor)}: {field} {target!r} is not there",
                    where=place_of(actor.id),
                )
        for backer in actor.backed_by:
            if ":" in backer and backer not in actors:
                raise DataError(
                    "registry-reference",
                    f"entry {_slug(actor)}: backer {backer!r} is not there",
                    where=place_of(actor.id),
                )
    for field in _REFERENCES:
        _refuse_cycles(actors, field, place_of)
    _refuse_shared_names(actors, place_of)


def _refuse_cycles(actors: Mapping[str, Actor], field: str, place_of: Callable[[str], str]) -> None:
    sound: set[str] = set()
    for start in actors:
        path: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in sound:
            if at in path:
                chain = " → ".join((*path, at))
                raise DataError("registry-cycle", f"{field} runs in a circle: {chain}", where=place_of(start))
            path[at] = None
            at = getattr(actors[at], field)
        sound.update(path)


def _refuse_shared_names(actors: Mapping[str, Actor], place_of: Callable[[str], str]) -> None:
    owners: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in actors.values():
        for key in dict.fromkeys(key for name in (actor.name, *actor.aliases, *actor.short) for key in keys_of(name)):
            owners[key].append(actor)
    for key, group in owners.items():
        for k, one in enumerate(group):
            for other in group[k + 1 :]:
                if one.country == other.country and _overlap(one, other):
                    raise DataError(
                        "registry-alias",
                        f"entry {_slug(other)}: {key!r} is also a name of {_slug(one)} in the same country and years",
                        where=place_of(other.id),
                    )


def _overlap(one: Actor, other: Actor) -> bool:
    if one.country is None and one.active and other.active and not set(one.active) & set(other.active):
        return False
    if one.years is None or other.years is None:
        return True
    (a, b), (c, d) = one.years, other.years
    return (d is None or a < d) and (b is None or c < b)


def _slug(actor: Actor) -> str:
    return actor.id.removeprefix("actor:")
