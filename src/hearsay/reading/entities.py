"""Named and described things: persons, organisations, locations, weapons, nationalities, quantities and times.

Plain rules over names and the codebook's word lists. Persons are private unless they speak or act in an office: a
victim's name is nobody's to publish.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hearsay.actors import Registry
from hearsay.places.countries import country_of_demonym
from hearsay.reading import Reading
from hearsay.records import Entity, EntityType, Place, Span

_TITLE = re.compile(
    r"\b(?:President|Prime Minister|Minister|Governor|General|Gen\.|Lieutenant|Lt\.|Colonel|Col\.|Major|Maj\.|Captain|"
    r"Capt\.|Sergeant|Sgt\.|Brigadier|Brig\.|Commander|Admiral|Mayor|Senator|Sen\.|King|Sheikh|Sheik|Ayatollah|Spokesman|"
    r"Spokeswoman|spokesman|spokeswoman|spokesperson|director|Director|Superintendent|Inspector|Secretary|Ambassador|Judge|"
    r"Archbishop|Bishop|Chief|chief|minister|governor|president|commander|mayor|Dr\.|Professor|leader)\s+"
    r"(?:of\s+[a-z ]+\s+)?((?:[A-Z][\w’'ʼ-]+|al-[A-Z][\w’'-]+|bin|ibn|ben|de|van|von|el-[A-Z]\w+)(?:\s+(?:[A-Z][\w’'ʼ-]+|al-[A-Z][\w’'-]+|bin|ibn|de|el-[A-Z]\w+|Abu)){0,3})"
)
_NAMED = re.compile(
    r"((?:[A-Z][\w’'ʼ-]+|Abu|al-[A-Z]\w+)(?:\s+(?:[A-Z][\w’'ʼ-]+|al-[A-Z][\w’'-]+|bin|ibn|Abu|el-[A-Z]\w+)){1,3}),?\s*"
    r"(?:\(\d{1,3}\)|,?\s*(?:aged\s+)?\d{1,3}\s*,|\(\d{1,3},|,\s*an?\s+\d{1,3}-year-old|,\s*an?\s+(?:[a-z-]+\s+){0,2}"
    r"(?:farmer|teacher|student|resident|tailor|labourer|villager|shopkeeper|driver|nurse|doctor|mother|father|widow|trader|"
    r"journalist|reporter|paramedic|volunteer|witness|shepherd|trader|worker|child|boy|girl|man|woman))"
)
_KINDS: tuple[tuple[EntityType, re.Pattern[str]], ...] = (
    ("url", re.compile(r"\bhttps?://[^\s<>\"]{3,200}")),
    (
        "money",
        re.compile(
            r"(?:[$€£₹]|\b(?:USD|EUR|Rs\.?|INR|US\$))\s?\d[\d,.]*(?:\s(?:million|billion|crore|lakh))?|\b\d[\d,.]*(?:\s(?:million|billion))?\s(?:dollars|euros|pounds|rupees)\b"
        ),
    ),
    (
        "vehicle",
        re.compile(
            r"\b(?:pickup(?: truck)?|truck|lorry|bus|minibus|car|van|motorcycle|motorbike|ambulance|jeep|convoy|vehicle|bulldozer)s?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "military_platform",
        re.compile(
            r"\b(?:tanks?|warplanes?|fighter jets?|helicopters?|gunships?|armou?red (?:personnel carriers?|vehicles?)|warships?|drones?|UAVs?|aircraft(?: carriers?)?|APCs?)\b",
            re.IGNORECASE,
        ),
    ),
)


def find_entities(reading: Reading, places: Sequence[Place], registry: Registry) -> tuple[Entity, ...]:
    """The entities of the article in the order of their words; of two that overlap the longer stands."""
    text = reading.article.text
    found: list[tuple[Span, EntityType, bool]] = [(p.span, "location", False) for p in places]
    found += [(m.span, "organisation", False) for m in registry.search(text)]
    found += [(w, "weapon", False) for w in reading.weapons]
    found += [(m.span(1), "person", False) for m in _TITLE.finditer(text)]
    found += [(m.span(1), "person", True) for m in _NAMED.finditer(text)]
    for kind, pattern in _KINDS:
        found += [(m.span(), kind, False) for m in pattern.finditer(text)]
    found += [
        (m.span(), "nationality", False)
        for m in re.finditer(r"\b[A-Z][a-z]{3,}\b", text)
        if country_of_demonym(m.group())
    ]
    kept: list[tuple[Span, EntityType, bool]] = []
    for item in sorted(found, key=lambda f: (f[0][0], -f[0][1], f[1])):
        if not kept or item[0][0] >= kept[-1][0][1]:
            kept.append(item)
    return tuple(Entity(text=text[s:e], span=(s, e), type=kind, private=private) for (s, e), kind, private in kept)
