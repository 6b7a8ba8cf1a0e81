"""Who speaks at the start of the chains: each origin once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from hearsay.records import Claim, Origin, Speaker


def origins_of(claims: Sequence[Claim]) -> tuple[tuple[Origin, ...], Mapping[str, tuple[Claim, ...]]]:
    """(origins, origin → the claims that count as its word).

    The outlet's own voice is an origin only where no sourced claim exists. Where a single origin speaks, what the
    outlet tells in its own voice repeats it (a lede), so its figures are read together with the origin's.
    """
    groups: dict[str, list[Claim]] = {}
    speakers: dict[str, Speaker] = {}
    own: list[Claim] = []
    for claim in claims:
        if _own_voice(claim):
            own.append(claim)
            continue
        origin = claim.attribution[0]
        key = voice(origin)
        speakers.setdefault(key, origin)
        groups.setdefault(key, []).append(claim)
    if not groups and own:
        speaker = own[0].attribution[0]
        key = voice(speaker)
        groups, speakers, own = {key: own}, {key: speaker}, []
    origins = tuple(
        Origin(
            name=speakers[k].name or speakers[k].text,
            affiliation=speakers[k].affiliation,
            claims=tuple(c.id for c in group),
        )
        for k, group in groups.items()
    )
    if len(groups) == 1 and own:
        (key,) = groups
        groups[key] = [*own, *groups[key]]
    return origins, {key: tuple(group) for key, group in groups.items()}


def _own_voice(claim: Claim) -> bool:
    """Nobody but the outlet speaks: it alone, or its own reporter."""
    publisher, origin = claim.attribution[-1], claim.attribution[0]
    return len(claim.attribution) == 1 or (
        len(claim.attribution) == 2 and origin.kind == "outlet" and publisher.text.lower() in origin.text.lower()
    )


def voice(speaker: Speaker) -> str:
    """One affiliation, or one name, is one voice; a house speaks by its statement and by its spokesman."""
    return (speaker.affiliation or speaker.id or speaker.name or _house(speaker.text)).lower()


_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_ORGAN = re.compile(r"(?:['’]s?)?\s+(?:statement|spokes(?:man|woman|person))$", re.IGNORECASE)


def _house(text: str) -> str:
    """ "A police statement" is the word of "police"."""
    return _ORGAN.sub("", _ARTICLE.sub("", text.strip(), count=1) if _ARTICLE.match(text.strip()) else text.strip())
