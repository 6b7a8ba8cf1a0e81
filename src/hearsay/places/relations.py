"""How the words around a name relate the place to it: near, direction, distance, between, part of.

"5 km south of X", "the western outskirts of the town of X", "between X and Y", "the X–Y road", "eastern X".
The words and numbers are in ``codebook/place_relations.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.codebook import table
from hearsay.places.toponym import Toponym
from hearsay.places.words import Word
from hearsay.records import RelationKind, Span

_REACH = 110
"""Characters before a name that a relation may take."""
_DIRECTION = (
    r"(?P<dir>(?:north|south|east|west)(?:[- ]?(?:north|south|east|west)){0,2})(?:ern(?:most)?|ward|wards|erly)?"
)
_OF = r"(?:\s+(?:of|from|in|to|off))?"
_KIND = (
    r"(?:\s+(?:the|its|their|a|an))?(?:\s+(?:strategic|besieged|occupied|key|border|coastal|central|nearby|rebel-held|northern|southern|eastern|western|"
    r"small|main|capital|town|city|village|hamlet|district|province|governorate|region|settlement|suburb|subdistrict|county|port|camp|capital|"
    r"city'?s|state|villages|towns|cities|provinces|area|strip)){0,3}(?:\s+(?:city|town|village))?(?:\s+of)?(?:\s+the)?\s*$"
)


@dataclass(frozen=True, slots=True)
class Stand:
    """How a place stands to a named one. Bearing in degrees from north, distance in kilometres."""

    kind: RelationKind
    bearing: float | None = None
    distance_km: float | None = None
    other: int | None = None
    """Number of the toponym at the other end, for ``between``."""
    edge: bool = False
    """Outskirts or countryside: further out than near."""


def relations_of(
    text: str, words: Sequence[Word], toponyms: Sequence[Toponym], spans: Sequence[Span]
) -> list[Stand | None]:
    """For each toponym what the words around make of it; None for the place itself."""
    found: list[Stand | None] = []
    for k in range(len(toponyms)):
        found.append(_relation(text, words, toponyms, spans, k) or _carried(text, spans, k, found))
    return found


def _relation(
    text: str, words: Sequence[Word], toponyms: Sequence[Toponym], spans: Sequence[Span], k: int
) -> Stand | None:
    start = spans[k][0]
    floor = max(0, start - _REACH, spans[k - 1][1] if k else 0)
    left = text[floor:start]
    left = left[max(left.rfind(mark) + 1 for mark in ".;!?\n:") :] if not re.search(r"\d\.\d", left) else left
    right = text[spans[k][1] : spans[k][1] + 60].replace("\n", " ")
    low = " " + " ".join(left.replace("’", "'").casefold().split()) + (" " if left[-1:].isspace() else "")
    return (
        _between(text, toponyms, spans, k, low)
        or _distance(low)
        or _direction(low)
        or _own_direction(words, toponyms[k], low)
        or _after(right)
        or _near(low)
    )


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    relations = table("place_relations")
    units = "|".join(sorted(relations["unit"], key=len, reverse=True))
    numbers = "|".join(sorted(relations["number"], key=len, reverse=True))
    edge, part = ("|".join(relations["phrase"][key]) for key in ("edge", "part"))
    near = "|".join(sorted(relations["phrase"]["near"], key=len, reverse=True))
    number = rf"(?P<num>\d{{1,4}}(?:[.,]\d{{1,2}})?|{numbers})(?:\s+(?:dozen|hundred))?"
    return {
        "distance": re.compile(
            rf"\b{number}[\s-]*(?P<unit>{units})\b(?:\s*\([^()]{{1,24}}\))?(?:\s+(?:away|inland|deep))?"
            rf"(?:\s+(?:to|in)\s+the)?(?:\s+{_DIRECTION})?{_OF}{_KIND}"
        ),
        "part": re.compile(rf"\b{_DIRECTION}\s+(?P<noun>{edge}|{part})\s+(?:of|in|around|from){_KIND}"),
        "direction": re.compile(rf"\b{_DIRECTION}\s+(?:of|from){_KIND}"),
        "adjective": re.compile(rf"\b{_DIRECTION}\s+$"),
        "near": re.compile(rf"\b(?:{near}){_KIND}"),
        "after": re.compile(rf"(?:['’]s)?\s+(?:{_DIRECTION}\s+)?(?P<noun>{edge}|{part})\b", re.IGNORECASE),
    }


def bearing_of(words: str) -> float | None:
    """Degrees clockwise from north for "north", "south-western", "NORTHWEST"; None for no direction."""
    sides = re.findall("north|south|east|west", words.casefold())
    found = table("place_relations")["bearing"].get("".join(sides[-2:]) if len(sides) > 2 else "".join(sides))
    return None if found is None else float(found)


def _distance(low: str) -> Stand | None:
    found = _patterns()["distance"].search(low)
    if found is None:
        return None
    relations = table("place_relations")
    number = found["num"].replace(",", ".") if found["num"][0].isdigit() else str(relations["number"][found["num"]])
    km = round(float(number) * relations["unit"][found["unit"]], 3)
    return Stand("distance", bearing_of(found["dir"]) if found["dir"] else None, km)


def _direction(low: str) -> Stand | None:
    found = _patterns()["part"].search(low)
    if found is not None:
        edge = found["noun"] in table("place_relations")["phrase"]["edge"]
        return Stand("near" if edge else "part_of", bearing_of(found["dir"]), edge=edge)
    found = _patterns()["direction"].search(low)
    if found is not None:
        return Stand("direction", bearing_of(found["dir"]))
    return None


def _own_direction(words: Sequence[Word], toponym: Toponym, low: str) -> Stand | None:
    """A direction in the toponym itself ("Eastern Idlib") or right before it ("northern Gaza")."""
    if toponym.first < toponym.core_first:
        bearing = bearing_of(words[toponym.first].low)
        if bearing is not None:
            return Stand("part_of", bearing)
    found = _patterns()["adjective"].search(low)
    return Stand("part_of", bearing_of(found["dir"])) if found else None


def _after(right: str) -> Stand | None:
    found = _patterns()["after"].match(right)
    if found is None:
        return None
    edge = found["noun"].casefold() in table("place_relations")["phrase"]["edge"]
    if not edge and not found["dir"]:
        return None
    return Stand("near" if edge else "part_of", bearing_of(found["dir"]) if found["dir"] else None, edge=edge)


def _near(low: str) -> Stand | None:
    found = _patterns()["near"].search(low)
    if found is None:
        return None
    edge = any(noun in found[0] for noun in table("place_relations")["phrase"]["edge"])
    return Stand("near", edge=edge)


def _between(text: str, toponyms: Sequence[Toponym], spans: Sequence[Span], k: int, low: str) -> Stand | None:
    """ "between X and Y", "from X to Y" on a road, "the X–Y road"."""
    follows = text[spans[k][1] : spans[k + 1][0]].strip() if k + 1 < len(spans) else None
    leads = text[spans[k - 1][1] : spans[k][0]].strip() if k else None
    if (
        re.search(r"\bbetween" + _KIND, low)
        and follows is not None
        and follows.split()[:1] == ["and"]
        and len(follows) < 30
    ):
        return Stand("between", other=k + 1)
    if leads is not None and leads.split()[:1] == ["and"] and len(leads) < 30:
        before = " " + " ".join(text[max(0, spans[k - 1][0] - 40) : spans[k - 1][0]].casefold().split()) + " "
        if re.search(r"\bbetween" + _KIND, before):
            return Stand("between", other=k - 1)
    if leads in ("-", "–", "—") and toponyms[k].kind == "road":
        return Stand("between", other=k - 1)
    if follows in ("-", "–", "—") and toponyms[k + 1].kind == "road":
        return Stand("between", other=k + 1)
    return None


def _carried(text: str, spans: Sequence[Span], k: int, found: Sequence[Stand | None]) -> Stand | None:
    """The relation of the name before in a list: "near X and Y", "west of X, Y and Z"."""
    gap = text[spans[k - 1][1] : spans[k][0]].strip() if k else ""
    if gap not in ("and", "or", ",", ", and") or (gap == "," and not listed_on(text, spans, k)):
        return None
    before = found[k - 1]
    return before if before is not None and before.kind in ("near", "direction") else None


def listed_on(text: str, spans: Sequence[Span], k: int) -> bool:
    """Whether a list goes on after toponym ``k`` ("X, Y and Z"): then a comma joins, and does not contain."""
    return k + 1 < len(spans) and text[spans[k][1] : spans[k + 1][0]].strip() in ("and", ", and")
