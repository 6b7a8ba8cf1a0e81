"""Voice and subject: who stands before a verb, shared with the verb before it, or named by a relative pronoun."""

from __future__ import annotations

from typing import Literal

from hearsay.claims.counts_chain import chain, unit_at
from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_lexicon import forms_of, phrases, word_set
from hearsay.claims.counts_sentence import AND, BE, CLAUSE_OPENERS, REACH, RELATIVE, Chain, Clauses, Unit

Voice = Literal["active", "passive", "reduced"]

_BEFORE_SUBJECTS = CLAUSE_OPENERS | {"including"}
_MOST_TRIED = 12  # groups that may be where the subject begins
# Forms that are no simple past: what follows them is no object.
_ONLY_PARTICIPLES = frozenset("slain taken driven blown seen shown known given".split())


def voice_of(clauses: Clauses, verb: int, last: int) -> Voice | None:
    """How the verb in ``words[verb:last]`` takes those it counts; None for a bare participle with nobody near."""
    word = clauses.words[verb].lower
    if word.endswith("ing"):
        return "active"
    governing = clauses.auxiliary_before(verb)
    lower = "" if governing is None else clauses.words[governing].lower
    if lower in BE:
        return "passive"
    if governing is not None:
        return "active"
    if clauses.object_start(last) is not None and word not in _ONLY_PARTICIPLES:
        return "active"
    if inherits(clauses, verb):
        return "passive"
    return "reduced" if _directly_before(clauses, _before(clauses, verb)).units else None


def _before(clauses: Clauses, verb: int) -> int:
    """The end of what stands before a participle, hedges skipped ("feared killed", "seriously injured")."""
    at = verb
    while (
        at > 0
        and verb - at < 5
        and (
            clauses.words[at - 1].lower in word_set("states_between", "words")
            or (clauses.words[at - 1].tag == "ADV" and not clauses.inside[at - 1])
        )
    ):
        at -= 1
    return at


def inherits(clauses: Clauses, verb: int) -> bool:
    """Whether the verb shares the subject of the verb before it: "were abducted and later killed"."""
    at = _before(clauses, verb) - 1
    return at > 0 and (
        clauses.words[at].lower in ("and", "or", "then", "but")
        or (clauses.words[at].lower == "," and clauses.is_verb(at - 1))
    )


def subject(clauses: Clauses, verb: int, *, reduced: bool = False, depth: int = 3) -> Chain:
    """The coordinated subject of the verb, shared with the verb before it where it has none of its own."""
    start = _before(clauses, verb) if reduced else clauses.first_of(verb)
    if reduced:
        return _directly_before(clauses, start)
    antecedent = _antecedent(clauses, start)
    if antecedent is not None:
        return antecedent
    some = clauses.group_to.get(_before(clauses, start))
    if some is not None and some.of_pronoun and clauses.words[some.last - 1].lower in ("whom", "which"):
        return Chain((Unit(some),), start)  # "received 62 people, eight of whom died"
    boundary, verb_before = _boundary(clauses, start)
    if verb_before is not None:
        boundary = _past_ground(clauses, verb_before, boundary, start)
    alone = _is_singular(clauses, verb)
    loose: Chain | None = None
    at = boundary
    tried = 0
    while at < start and tried < _MOST_TRIED:
        group = clauses.group_from.get(at)
        if (
            group is not None
            and not clauses.is_time(group)
            and not clauses.is_act(group)
            and not (at and clauses.words[at - 1].tag == "ADP" and clauses.words[at - 1].lower not in _BEFORE_SUBJECTS)
        ):
            found = chain(clauses, at, start, of_object=False)
            tried += 1
            undetermined = group.form == "name" or (group.form in ("bare", "plural") and group.noun == group.first)
            if loose is not None and undetermined:
                break  # what follows the first group without an article describes it
            if found.units and (found.last >= start or _only_filling(clauses, found.last, start)):
                return Chain(found.units[:1], found.last) if alone and _each_is_one(found) else found
            if loose is None and group.form in ("counted", "name", "bare", "zero", "people"):
                loose = found
            at = max(group.last, at + 1)
        elif group is not None:
            at = group.last
        else:
            at += 1
    if loose is not None:
        return Chain(loose.units[:1], loose.last) if alone else loose
    if verb_before is not None and depth:
        return subject(clauses, verb_before, depth=depth - 1)
    return Chain((), start)


def _past_ground(clauses: Clauses, verb_before: int, boundary: int, start: int) -> int:
    """Behind what the verb before takes or attacks: in "attacked Kano and nine soldiers were killed" no Kano died."""
    attacks = clauses.words[verb_before].lower in forms_of("blows", "attacking")
    if not attacks or voice_of(clauses, verb_before, verb_before + 1) != "active":
        return boundary
    joints = [k + 1 for k in range(boundary, start - 1) if clauses.words[k].tag == "CCONJ" and not clauses.inside[k]]
    groups = ((k, clauses.group_from.get(k)) for k in joints)
    counted = (k for k, group in groups if group is not None and group.form != "name")
    return next(counted, joints[-1] if joints else boundary)


def _is_singular(clauses: Clauses, verb: int) -> bool:
    """As in "X, a trader and a former mayor, was killed": one person, by the verb's number."""
    first = clauses.first_of(verb)
    return any(w.lower in ("was", "is", "has", "wasn't") for w in clauses.words[first:verb])


def _each_is_one(found: Chain) -> bool:
    return all(
        unit.group.form != "counted" or (unit.group.number is not None and unit.group.number.best == 1)
        for unit in found.units
    )


def _only_filling(clauses: Clauses, first: int, last: int) -> bool:
    return all(
        not clauses.inside[k] and clauses.words[k].tag in ("PUNCT", "ADV", "CCONJ", "ADP", "PART")
        for k in range(first, last)
    )


def _directly_before(clauses: Clauses, end: int) -> Chain:
    """The group that ends at ``end``, with the coordination or the "including" phrase it closes."""
    group = clauses.group_to.get(end)
    if group is None:
        return _with_apposition(clauses, end)
    start = group.first
    for _ in range(12):
        if start < 2:
            break
        before = start - 1
        word = clauses.words[before].lower
        if word in AND or word == ",":
            back = before - (word in AND and clauses.words[before - 1].lower == ",")
        elif word in phrases("parts", "openers"):
            back = before - (clauses.words[before - 1].lower == ",")
        elif word == "of" and group.form != "counted":
            back = before
        else:
            break
        previous = clauses.group_to.get(back)
        if previous is None or clauses.is_time(previous):
            break
        start = previous.first
    while start < group.first:
        if start in clauses.group_from:
            found = chain(clauses, start, end, of_object=False)
            if found.last >= end and not (start and clauses.words[start - 1].tag == "ADP"):
                return found
        start += 1
    return Chain((), end) if is_placed(clauses, group) else Chain((Unit(group),), end)


def is_placed(clauses: Clauses, group: Group) -> bool:
    """A name behind a preposition of place: "a house in Suq al-Khamis killed six" kills nobody of that name."""
    before = clauses.words[group.first - 1].lower if group.first else ""
    return group.form == "name" and before in word_set("people", "places_after")


def _with_apposition(clauses: Clauses, end: int) -> Chain:
    """A group whose apposition, bracket or "including" phrase closes right before ``end``."""
    if end < 3 or clauses.words[end - 1].lower not in (",", ")", "–", "—", "-"):
        return Chain((), end)
    for start in range(end - 2, max(-1, end - 30), -1):
        group = clauses.group_from.get(start)
        if group is None:
            if clauses.is_verb(start) and not clauses.is_modifier(start):
                break
            continue
        unit, last, _ = unit_at(clauses, group, end, of_object=False)
        if (
            last >= end - 1
            and (group.last < last)
            and not (start and clauses.words[start - 1].tag == "ADP")
            and _opens(clauses, unit, end)
        ):
            return Chain((unit,), end)
    return Chain((), end)


def _opens(clauses: Clauses, unit: Unit, end: int) -> bool:
    return bool(unit.beside or unit.parts) or clauses.words[end - 1].lower == ")"


def _antecedent(clauses: Clauses, start: int) -> Chain | None:
    """The group that "who", "which" or "that" right before the verb stands for."""
    if start < 2 or clauses.words[start - 1].lower not in ("who", "which", "that"):
        return None
    end = start - 1 - (clauses.words[start - 2].lower == ",")
    group = clauses.group_to.get(end)
    while (
        group is not None
        and group.first > 1
        and clauses.words[group.first - 1].lower == "of"
        and group.first - 1 in clauses.group_to
    ):
        group = clauses.group_to[group.first - 1]
    return Chain((Unit(group),), start) if group is not None else None


def _boundary(clauses: Clauses, start: int) -> tuple[int, int | None]:
    """Where the clause of a verb begins, and the finite verb that stands there, if one does."""
    at = start - 1
    lowest = max(0, start - REACH)
    while at >= lowest:
        word = clauses.words[at]
        if word.lower in RELATIVE and at + 1 < start and not clauses.is_verb(at + 1):
            return at + 1, None
        if clauses.inside[at]:
            at -= 1
        elif word.lower in (";", "…", "]") or (word.lower == ":" and at + 1 < start):
            return at + 1, None
        elif _is_dash(clauses, at):
            opening = _opening_dash(clauses, at, lowest)
            if opening is None and at + 1 < start:
                return at + 1, None
            at = at - 1 if opening is None else opening - 1
        elif word.tag == "SCONJ" and not (word.lower == "as" and _is_preposition_as(clauses, at, start)):
            return at + 1, None
        elif clauses.is_verb(at):
            relative = _relative_before(clauses, at, lowest)
            if relative is not None:
                at = relative - 1
            elif (
                _is_infinitive(clauses, at)
                or (clauses.is_modifier(at) and clauses.auxiliary_before(at) is None)
                or (word.lower.endswith("ing") and clauses.auxiliary_before(at) is None)
            ):
                at -= 1
            else:
                return at + 1, at
        else:
            at -= 1
    return at + 1, None


def _is_dash(clauses: Clauses, at: int) -> bool:
    """A dash between words, "--" included; no hyphen."""
    word = clauses.words[at]
    spaced = at > 0 and clauses.words[at - 1].end < word.start
    return word.lower in ("—", "–") or (word.lower == "-" and (spaced or clauses.words[at - 1].lower == "-"))


def _opening_dash(clauses: Clauses, at: int, lowest: int) -> int | None:
    """The dash that opens what the one at ``at`` closes: "A and B – who had just come home – were"."""
    for before in range(at - 2, max(lowest, at - 24), -1):
        if (
            _is_dash(clauses, before)
            and clauses.words[before].text == clauses.words[at].text
            and before in clauses.group_to
        ):
            return before
    return None


def _is_preposition_as(clauses: Clauses, at: int, start: int) -> bool:
    """As in "Identified as X", "working as a guard, was": no clause begins there."""
    return (at > 0 and clauses.words[at - 1].lower in word_set("naming", "words")) or any(
        w.lower == "," for w in clauses.words[at:start]
    )


def _is_infinitive(clauses: Clauses, at: int) -> bool:
    governing = clauses.auxiliary_before(at)
    if governing is not None and clauses.words[governing].lower == "to":
        return True
    word = clauses.words[at]
    return (
        governing is None
        and word.lower == word.lemma
        and at > 1
        and clauses.words[at - 1].lower in AND
        and clauses.is_verb(at - 2)
    )


def _relative_before(clauses: Clauses, verb: int, lowest: int) -> int | None:
    """The relative pronoun whose clause the verb is in, if that clause began shortly before."""
    for at in range(verb - 1, max(lowest, verb - 8) - 1, -1):
        word = clauses.words[at]
        if word.lower in ("who", "which", "whom", "whose") or (
            word.lower == "that" and at and clauses.inside[at - 1] and not clauses.inside[at]
        ):
            return at
        if (word.tag == "VERB" and not clauses.inside[at]) or word.lower == ",":
            return None
    return None
