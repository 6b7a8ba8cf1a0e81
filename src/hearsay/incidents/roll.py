"""The roll of the dead: victims whom a report names one by one, over all who name them.

Each name counts once, whoever tells it and with however many of its parts ("Omar Nazir Shaaban", "Omar Shaaban");
whoever is told with them by kinship alone ("his wife and two children") is added, until further names may be theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hearsay.records import Claim, Count, Measure

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = r"(?:[^\W\d_a-z][\w’'-]*|(?:al|el|as|ar|an|at|ad|az|ash|ath|adh)-[^\W\d_a-z][\w’'-]*)"
_NAME = re.compile(rf"{_WORD}(?:\s+(?:(?:bin|ibn|abu|al|el|de|née)\s+)*{_WORD})+(?![’']s?\b)")
_ALIAS = re.compile(r"(?:,? (?:alias|aka|also known as) [\w’'-]+(?: [^\W\d_a-z][\w’'-]*)*)")
_TITLES = frozenset(
    """the a an his her their one two three four five six seven dr dr. mr mr. mrs mrs. hajj sheikh professor engineer
    captain constable""".split()
)
_ARTICLE = re.compile(r"(?:al|el|as|ar|an|at|ad|az|ash|ath|adh)-")
_KIN = re.compile(r"\b(?:his|her|their)\b|[’']s\b", re.IGNORECASE)

Name = tuple[str, ...]
"""The words of a full name, folded, in their order."""


def names_in(text: str) -> tuple[Name, ...]:
    """The full names in the words of a count, each as its words; brackets and marks are no part of them."""
    plain = _ALIAS.sub(" ", re.sub(r"[“”\"*]", " ", _BRACKETS.sub(" ", text)))
    found = (_folded(m.group()) for m in _NAME.finditer(plain))
    return tuple(name for name in found if len(name) > 1)


def _folded(name: str) -> Name:
    words = (_ARTICLE.sub("", word.lower()) for word in name.replace("’", "").replace("'", "").split())
    return tuple(word for word in words if word not in _TITLES)


def one_by_one(count: Count) -> bool:
    """It tells of single people: by name, as one, or as somebody's kin ("his wife and two children")."""
    exact = count.best is not None and count.low == count.best == count.high
    return exact and (count.best == 1 or bool(_named(count)) or _KIN.search(count.text) is not None)


def roll(claims: Iterable[Claim], measure: Measure) -> float:
    """How many the claims name, and those told with them; 0 where nobody is named."""
    names: list[Name] = []
    beside = 0.0
    for claim in claims:
        counts = [c for c in claim.counts if c.measure == measure and c.scope != "period_total"]
        told = [name for c in counts for name in _named(c)]
        new = [name for name in told if not any(_same(name, other) for other in names)]
        names += new
        beside = max(0.0, beside - len(new)) + _told_beside(counts, named=bool(new))
    return len(names) + beside if names else 0.0


def _named(count: Count) -> Sequence[Name]:
    """The names of those counted; of more names than people the last, since titles stand before a name.

    Several under one noun ("six Islamic Jihad fighters") are not named.
    """
    names = names_in(count.text) if count.best == 1 or count.of is None else ()
    return names[-int(count.best) :] if count.best else names


def _same(name: Name, other: Name) -> bool:
    """One may be a longer form of the other: the same given name, and no word that speaks against it."""
    return name[0] == other[0] and (set(name) <= set(other) or set(other) <= set(name))


def _told_beside(counts: Sequence[Count], *, named: bool) -> float:
    """Those whom a claim tells of beside its names."""
    beside = 0.0
    for count in counts:
        if count.part_of is not None or not one_by_one(count):
            continue
        names = len(_named(count))
        kin = named or count.scope == "additional"
        beside += max(0.0, (count.best or 0.0) - names) if names or (kin and _KIN.search(count.text)) else 0.0
    return beside
