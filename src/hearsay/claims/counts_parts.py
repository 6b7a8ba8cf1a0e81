"""Parts told away from their whole: "47 people were killed when police opened fire on Sunday, 31 of them in Mandalay".

What stands right behind the counted ("12 people, including four children") is read with them
(:mod:`hearsay.claims.counts_chain`); these stand behind the rest of the clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hearsay.claims.counts_chain import chain
from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_lexicon import phrase_at, phrases
from hearsay.claims.counts_links import next_unit
from hearsay.claims.counts_sentence import AND, DASHES, REACH, Clauses, Unit

_COPULA = frozenset({"were", "was", "are", "is"})
_BEFORE = frozenset({",", "(", *DASHES, *AND})


@dataclass(frozen=True, slots=True)
class Parts:
    """Members of something counted before the token ``at``."""

    at: int
    units: tuple[Unit, ...]


def parts_told(clauses: Clauses) -> Iterator[Parts]:
    """Every "including …", "of whom …", "… among them" and "… of them" of the sentence, in the order of the text."""
    words = clauses.words
    for at in range(1, len(words)):
        limit = min(len(words), at + REACH)
        if clauses.inside[at] and at not in clauses.group_from:
            continue
        if (opener := phrase_at(words, at, phrases("parts", "openers"))) is not None:
            start = _past_adverbs(clauses, at + len(opener), limit)
            yield Parts(at, chain(clauses, start, limit, of_object=True, nested=True).units)
        elif (of_whom := phrase_at(words, at, phrases("parts", "of_them"))) is not None:
            yield Parts(at, _each(clauses, _past_adverbs(clauses, at + len(of_whom), limit), limit))
        elif words[at - 1].lower in _BEFORE and (named := _among_them(clauses, at)) is not None:
            yield Parts(at, (Unit(named),))
        elif words[at - 1].lower in _BEFORE and (group := clauses.group_from.get(at)) is not None and group.of_pronoun:
            yield Parts(at, _each(clauses, at, limit))


def _among_them(clauses: Clauses, at: int) -> Group | None:
    """ "Five people, a girl of nine among them": the part stands before the words that make it one."""
    group = clauses.group_from.get(at)
    if group is None or group.form not in ("bare", "definite", "name", "counted"):
        return None
    end = group.last
    for _ in range(3):
        if phrase_at(clauses.words, end, phrases("parts", "behind")) is not None:
            return group
        end = clauses.past_phrase(end, min(len(clauses.words), at + REACH))
    return None


def _past_adverbs(clauses: Clauses, at: int, limit: int) -> int:
    while at < limit and at not in clauses.group_from and (clauses.words[at].tag == "ADV" or _is_copula(clauses, at)):
        at += 1
    return at


def _is_copula(clauses: Clauses, at: int) -> bool:
    return at < len(clauses.words) and clauses.words[at].lower in _COPULA


def _each(clauses: Clauses, start: int, limit: int) -> tuple[Unit, ...]:
    """As in "six were children and five were women", "41 of them children and 12 women": each number with its noun."""
    found: list[Unit] = []
    at: int | None = start
    while at is not None and (group := clauses.group_from.get(at)) is not None and group.form == "counted":
        after = group.last + _is_copula(clauses, group.last)
        described = clauses.group_from.get(after)
        bare = group.head < 0 or group.of_pronoun
        if bare and described is not None and described.form in ("plural", "bare"):
            group = _described(group, described)
            after = described.last
        found.append(Unit(group))
        at = next_unit(clauses, after, limit)
    return tuple(found)


def _described(group: Group, by: Group) -> Group:
    """The number with the noun that says what they are."""
    return replace(group, head=by.head, noun=by.noun, of_pronoun=False)
