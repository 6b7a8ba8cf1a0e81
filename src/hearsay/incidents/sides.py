"""Who belongs to whom, by the registry: a brigade to its movement, an air force to its army."""

from __future__ import annotations

from functools import cache

from hearsay.actors import Registry


@cache
def house(actor_id: str) -> str:
    """The topmost actor that this one is a part of, or speaks for; itself where the registry does not know it."""
    actors, seen = Registry.load().actors, {actor_id}
    while (actor := actors.get(actor_id)) is not None:
        above = actor.part_of or actor.renamed_to or actor.affiliation
        if above is None or above in seen:
            break
        actor_id = above
        seen.add(actor_id)
    return actor_id


def same_house(one: str | None, other: str | None) -> bool:
    """Both are known, and the one is the other or both are parts of one."""
    return one is not None and other is not None and (one == other or house(one) == house(other))
