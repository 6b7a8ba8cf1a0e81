"""How many a group says, and which coordinated groups are one count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearsay.actors.people import ARMED, NounKind, noun_kind
from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_lexicon import measures, noun_lemma, phrase_at, phrases, word_set
from hearsay.claims.counts_sentence import Clauses, Unit
from hearsay.claims.numbers import plain_number


@dataclass(frozen=True, slots=True)
class Value:
    """A figure as the contract gives it: null is unbounded or unstated."""

    low: float | None
    best: float | None
    high: float | None
    approximate: bool = False
    vague: bool = False

    def __add__(self, other: Value) -> Value:
        """The figure for both together; what is open in one is open in the sum."""
        return Value(
            _sum(self.low, other.low),
            _sum(self.best, other.best),
            _sum(self.high, other.high),
            self.approximate or other.approximate,
            self.vague or other.vague,
        )


@dataclass(frozen=True, slots=True)
class Bundle:
    """Units that are one count: ``units`` in order, their figure together and their kind."""

    units: tuple[Unit, ...]
    value: Value
    kind: NounKind | None


def beyond(value: Value) -> Value:
    """What is more than the figure: "has passed 830" is 831 and more, as "over 830" is."""
    if value.best is None or value.vague:
        return value
    return replace(value, low=value.best + 1, best=value.best + 1, high=None)


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def value_of(clauses: Clauses, group: Group) -> Value | None:
    """The figure a group states; one for a single person; None where it says nothing of how many."""
    if group.form == "zero":
        return Value(0, 0, 0)
    if group.form == "counted" and group.number is not None:
        number = group.number
        if number.low == number.best == number.high and _at_least(clauses, group):
            return Value(number.low, number.best, None)
        return Value(number.low, number.best, number.high, number.approximate, number.vague)
    if group.form in ("name", "pronoun"):
        return Value(1, 1, 1)
    if group.form == "people":
        return Value(group.size, group.size, group.size)
    if clauses.words[group.first].lower in ("them", "they", "their") and group.last == group.first + 1:
        return _of_antecedent(clauses, group)
    if group.form not in ("bare", "definite"):
        return None
    word = clauses.words[group.head].lower if group.head >= 0 else ""
    several = measures()["several_in_one"].get(word)
    if several is not None:
        return Value(several, several, several)
    if word in word_set("collectives", "words"):
        one = (
            group.form == "bare" and group.noun > group.first and word in word_set("collectives", "single_with_article")
        )
        return Value(1, 1, 1) if one else _size_of(clauses, group)
    return Value(1, 1, 1)


def _at_least(clauses: Clauses, group: Group) -> bool:
    """As in "14 civilians at least were killed"; not "14 civilians, at least two of them women"."""
    phrase = phrase_at(clauses.words, group.last, phrases("after", "at_least"))
    return phrase is not None and group.last + len(phrase) not in {number.first for number in clauses.numbers}


def _of_antecedent(clauses: Clauses, group: Group) -> Value | None:
    """As in "Abducted two men and killed them": the last people counted before, if they were not the doers."""
    for before in reversed(clauses.groups):
        if before.last > group.first or before.form != "counted" or before.head < 0 or before.number is None:
            continue
        kind = noun_kind(noun_words(clauses, before))
        if kind is None or kind.kind == "object":
            continue
        subject = not any(clauses.is_verb(k) for k in range(before.first))
        return None if subject and clauses.words[group.first].lower == "them" else value_of(clauses, before)
    return None


def _size_of(clauses: Clauses, group: Group) -> Value | None:
    """As in "a family of five", "a five-member gang"."""
    for word in clauses.words[group.first : group.head]:
        number, _, unit = word.lower.rpartition("-")
        if unit in word_set("collectives", "sized_by") and (value := plain_number(number)) is not None:
            return Value(value, value, value)
    if group.last + 1 < len(clauses.words) and clauses.words[group.last].lower == "of":
        inner = clauses.group_from.get(group.last + 1)
        if inner is not None and inner.form == "counted":
            return value_of(clauses, inner)
    return None


def are_forces(clauses: Clauses, group: Group) -> bool:
    """Soldiers, fighters, and the instructors and observers who are sent as they are."""
    if group.head < 0:
        return False
    noun = noun_lemma(clauses.words[group.head].lower)
    kind = noun_kind(noun_words(clauses, group))
    return noun in word_set("forces", "words") or (kind is not None and kind.kind in ARMED)


def noun_words(clauses: Clauses, group: Group) -> str:
    """The counted noun phrase as the text says it; empty where the group has no noun."""
    if group.head < 0 or group.noun < 0:
        return ""
    first, last = clauses.words[group.noun], clauses.words[group.head]
    return _slice(clauses, first.start, last.end)


def _slice(clauses: Clauses, start: int, end: int) -> str:
    """The text between two offsets, rebuilt from its tokens with one space where there was any."""
    made = ""
    before = start
    for word in clauses.words:
        if start <= word.start and word.end <= end:
            made += (" " if word.start > before else "") + word.text
            before = word.end
    return made


def kind_of(clauses: Clauses, unit: Unit) -> NounKind | None:
    """What those in the unit are, by their noun, what stands in apposition, or "members of X"."""
    if unit.group.form == "people":
        described = [g for g in unit.group.members if g.form != "name"]  # a name may be a party's by chance
        kinds = [found for g in described if (found := kind_of(clauses, Unit(g))) is not None]
        people = [found for found in kinds if found.kind not in ("object", "organisation")]
        return next((k for k in people if k.kind != "civilians"), people[0]) if people else None
    for group in (unit.group, *unit.beside):
        words = noun_words(clauses, group)
        if not words or group.form == "pronoun":
            continue
        if group.form == "name" and group is unit.group and unit.beside:
            continue
        found = noun_kind(words)
        if (
            found is not None
            and group.head >= 0
            and noun_lemma(clauses.words[group.head].lower) in word_set("members", "words")
        ):
            found = _kind_by_of(clauses, group) or found
        if found is not None and found.kind == "unknown" and (named := _kind_of_all(clauses, group)) is not None:
            return named
        if found is not None:
            return found
        if group.form != "name" and (found := _kind_by_of(clauses, group)) is not None:
            return found
    return noun_kind(noun_words(clauses, unit.group)) if unit.group.form == "name" else None


def _kind_by_of(clauses: Clauses, group: Group) -> NounKind | None:
    """As in "Members of the militia": those after "of" say what they are."""
    if group.last + 1 < len(clauses.words) and clauses.words[group.last].lower == "of":
        inner = clauses.group_from.get(group.last + 1)
        if inner is not None:
            return noun_kind(noun_words(clauses, inner) + " " + noun_words(clauses, group))
    return None


def _kind_of_all(clauses: Clauses, group: Group) -> NounKind | None:
    """As in "Five personnel of the reserve unit of the police": whose they are stands behind one "of" or two."""
    end = group.last
    for _ in range(2):
        if end + 1 < len(clauses.words) and clauses.words[end].lower == "of" and end + 1 in clauses.group_from:
            end = clauses.group_from[end + 1].last
    if end == group.last or group.noun < 0:
        return None
    found = noun_kind(_slice(clauses, clauses.words[group.noun].start, clauses.words[end - 1].end))
    return found if found is not None and found.kind in ARMED else None


def bundles(clauses: Clauses, units: Sequence[Unit], *, of_people: bool) -> tuple[Bundle, ...]:
    """Units that give a figure, grouped into counts.

    Single people and those named with them are one count ("a woman and her two children", "him and two others",
    "A, B and C"), unless they are of different kinds; figures of their own stay apart ("four soldiers and two
    civilians"). Things are never put together.
    """
    made: list[Bundle] = []
    for unit in units:
        value = value_of(clauses, unit.group)
        if value is None:
            continue
        kind = kind_of(clauses, unit)
        if of_people and made and _belongs(clauses, made[-1], unit, kind):
            before = made.pop()
            made.append(Bundle((*before.units, unit), before.value + value, _joint(before.kind, kind)))
        else:
            made.append(Bundle((unit,), value, kind))
    return tuple(made)


def _belongs(clauses: Clauses, before: Bundle, unit: Unit, kind: NounKind | None) -> bool:
    if before.kind is not None and before.kind.kind == "object":
        return False
    if before.units[0].group.form == "counted" and not is_others(clauses, before.units[0].group):
        return False
    if _is_of_theirs(clauses, unit.group):
        return True
    if any(u.group.form == "counted" and not is_others(clauses, u.group) for u in before.units):
        return False
    if unit.group.form == "counted":
        return is_others(clauses, unit.group)
    if kind is not None and kind.kind == "object":
        return False
    if unit.group.form == "zero" or before.units[0].group.form == "zero":
        return False
    return kind is None or before.kind is None or kind.kind == before.kind.kind


def _is_of_theirs(clauses: Clauses, group: Group) -> bool:
    """ "Her two children", "his driver", "two of his men", "four bodyguards": who go with the one told before them."""
    owner = any(clauses.words[k].lower in _OWNERS for k in range(group.first, max(group.head, group.first) + 1))
    noun = noun_lemma(clauses.words[group.head].lower) if group.head >= 0 else ""
    kin = noun in word_set("people", "kin") and clauses.words[group.first].lower not in ("a", "an")  # "a boy": nobody's
    return owner or kin or noun in word_set("people", "attendants")


_OWNERS = frozenset({"his", "her", "their", "its"})


def is_others(clauses: Clauses, group: Group) -> bool:
    """As in "Two others", "three other people", "eight more"."""
    span = clauses.words[group.first : group.last]
    return any(word.lower in word_set("others", "words") for word in span)


def _joint(one: NounKind | None, other: NounKind | None) -> NounKind | None:
    if one is None or other is None:
        return one or other
    groups = tuple(dict.fromkeys((*one.groups, *other.groups)))
    return replace(one, groups=groups) if groups != one.groups else one
