"""The names of parties in different data sets brought to keys that can be compared."""

from __future__ import annotations

import re
from functools import cache

from hearsay.actors import Registry
from hearsay.places.countries import country_named, fold

CIVILIANS = "civilians"
_OF_A_STATE = re.compile(r"(?:Government|(?:Military|Police|Armed|Security) Forces) of (?:the )?(.+)")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_NOBODY = ("unidentified", "unnamed", "unknown")
_STATES = frozenset({"state_forces", "external_forces", "government"})


@cache
def party_key(name: str) -> str | None:
    """``state:SYR`` for any force of that state, a registry id, ``civilians``, else the folded name; None: nobody.

    Data sets name states by their government, their army or its branches: which of them fought is not compared.
    """
    plain = _BRACKETS.sub("", name).strip()
    folded = fold(plain)
    if not folded or folded.startswith(_NOBODY):
        return None
    if folded.startswith(CIVILIANS):
        return CIVILIANS
    state = _OF_A_STATE.match(plain)
    country = country_named(state[1]) if state else None
    if country is not None:
        return f"state:{country}"
    actor = Registry.load().find(name) or Registry.load().find(plain)
    if actor is None:
        return folded
    return f"state:{actor.country}" if actor.kind in _STATES and actor.country else actor.id
