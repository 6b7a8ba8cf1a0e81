"""One victim told of twice: nobody is killed in two incidents.

A report names the dead after it has told of the deed ("a villager, identified as Juma Ali … Ali was dragged from his
house and shot"). The second telling may give another means and another word for the doer; the victim makes it one.
"""

from __future__ import annotations

import re

from hearsay.records import Claim, Count, Party

_BESIDE = re.compile(r", (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)")
_NAMED = re.compile(
    r"(?: \(\d{1,3}\))?,? ?(?:(?:who|has|was|have|been|later|the deceased)\s){0,4}(?:identified|named) as "
    r"(?P<name>(?:[A-Z]\.\s?)*[^,.;()\n]{2,60})"
)
_DECEASED = re.compile(
    r"(?:deceased|victim|slain|dead)\b[^.\n]{0,40}?\bidentified as (?P<name>(?:[A-Z]\.\s?)*[^,.;()\n]{2,60})",
    re.IGNORECASE,
)
_REFERRED = re.compile(r"(?:the (?:victim|deceased|slain)\b|(?:he|she|him|her)\Z)", re.IGNORECASE)
_TELLS = re.compile(r"[^\W\d_]{3,}")
_NEAR = 400
"""Characters after a victim's mention within which the report says who it was."""


def one_victim(text: str, a: Claim, b: Claim) -> bool:
    """Both claims kill one person, and the report says or its words show that it is the same one."""
    if (second := _only_victim(b)) is None or (first := _only_victim(a)) is None or _apart(a, b):
        return False
    if first.span == second.span or (b.span > a.span and _refers_back(b)):
        return True
    names = [names_of(text, one) for one in (first, second)]
    return bool(names[0] & names[1])


def _refers_back(claim: Claim) -> bool:
    """Its victim is "the victim", "the deceased", "him": somebody told of before."""
    return any(c.measure == "killed" and _REFERRED.match(c.text) for c in claim.counts)


def _only_victim(claim: Claim) -> Party | Count | None:
    """The one person killed; None where there are more, or where nobody is."""
    if claim.event.type != "ASSAULT" or claim.status == "denied":
        return None
    dead: list[Count] = [c for c in claim.counts if c.measure == "killed" and c.part_of is None]
    people = [p for p in claim.recipients if p.kind != "object"]
    if len(dead) != 1 or dead[0].best != 1 or len(people) > 1:
        return None
    return people[0] if people else dead[0]


def _apart(a: Claim, b: Claim) -> bool:
    """Two days that the text tells apart."""
    days = [c.time.start[:10] for c in (a, b) if c.time is not None and c.time.start and c.time.basis == "explicit"]
    return len(set(days)) > 1


def names_of(text: str, one: Party | Count) -> frozenset[str]:
    """The words of the person's name: of the mention itself, and of "identified as …" behind it."""
    after = text[one.span[1] : one.span[1] + _NEAR]
    said = (_NAMED.match(after), _BESIDE.match(after), _DECEASED.search(after))
    found = [text[one.span[0] : one.span[1]], *(hit["name"] for hit in said if hit is not None)]
    words = (word for said in found for word in _TELLS.findall(said) if word[0].isupper())
    return frozenset(word.lower() for word in words) - {"the", "alias"}
