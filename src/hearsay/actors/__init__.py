"""Who is who: a registry of armed actors, state forces and those who speak, and the resolution of names to it.

Takes words of an article with its theatre (countries by weight) and year; gives :class:`Actor` entries. The entries
are commented TOML, one file per region, in ``registry/``; files in ``actors/`` of the data folder are read with them.
"""

from hearsay.actors.entries import Actor
from hearsay.actors.forces import Force, branch_of, state_force
from hearsay.actors.people import NounKind, noun_kind
from hearsay.actors.resolution import ActorMatch, Registry

__all__ = ["Actor", "ActorMatch", "Force", "NounKind", "Registry", "branch_of", "noun_kind", "state_force"]
