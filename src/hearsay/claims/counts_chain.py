"""Coordinations: "two soldiers in a jeep, a driver, identified as X, and three others, including a child".

A chain runs over groups with what belongs to them: prepositions, brackets, appositions, participles, parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.actors.people import noun_kind
from hearsay.claims.counts_apposition import apposition
from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_lexicon import phrase_at, phrases, state_phrases
from hearsay.claims.counts_links import next_unit, past_state, skip_modifier
from hearsay.claims.counts_sentence import AND, BE, DASHES, REACH, Chain, Clauses, Unit

_CLOSERS = frozenset({",", ")", "–", "—", "-"})


def company(clauses: Clauses, last: int) -> tuple[Unit, ...]:
    """Those named with the subject behind a passive: "was killed in the raid along with his wife and two children"."""
    limit = min(len(clauses.words), last + REACH)
    at = last
    for _ in range(5):
        start = at + (at < limit and clauses.words[at].lower == ",")
        phrase = phrase_at(clauses.words, start, phrases("along", "words"))
        if phrase is None and start + 1 in clauses.group_from and clauses.words[start].lower == "with":
            phrase = ("with",) if clauses.group_from[start + 1].form == "people" else None
        if phrase is not None:
            start += len(phrase)
            return chain(clauses, start, limit, of_object=True).units if start in clauses.group_from else ()
        at = clauses.past_phrase(at, limit)
    return ()


def past_apposition(clauses: Clauses, group: Group) -> int:
    """Where the group ends with what the comma after it brings: "a trader, X Y, to death"."""
    unit, last, _ = unit_at(clauses, group, min(len(clauses.words), group.last + 30), of_object=True)
    return last if unit.beside else group.last


def objects(clauses: Clauses, last: int) -> Chain:
    """The coordinated objects that begin right after ``last``."""
    start = clauses.object_start(last)
    if start is None:
        return Chain((), last)
    return chain(clauses, start, min(len(clauses.words), last + REACH), of_object=True)


def chain(clauses: Clauses, start: int, limit: int, *, of_object: bool, nested: bool = False) -> Chain:
    """The coordination that begins at ``start``: groups with their postmodifiers, up to ``limit``."""
    units: list[Unit] = []
    at = start
    attached = False  # whether a prepositional phrase lies before: names after it belong to it
    while at < limit and (group := clauses.group_from.get(at)) is not None:
        unit, at, loose = unit_at(clauses, group, limit, of_object=of_object, nested=nested)
        if not (attached and units and _belongs_to_phrase(clauses, group, units[0].group)):
            units.append(unit)
        attached = attached or loose
        following = next_unit(clauses, at, limit)
        if following is None or (of_object and _begins_clause(clauses, following)):
            break
        if clauses.words[following - 1].lower == "," and not _listed(clauses, following, limit, units, nested=nested):
            break
        at = following
    return Chain(tuple(units), at)


def _belongs_to_phrase(clauses: Clauses, group: Group, first: Group) -> bool:
    """After "killed A in X and …": "B in Y" is another of the killed, "Y" another place."""
    if group.form == "plural":
        return True
    if group.form != "name":
        return False
    placed = group.last < len(clauses.words) and (
        clauses.words[group.last].tag == "ADP" or clauses.words[group.last].lower == "("
    )
    return not (first.form == "name" and group.last - group.first > 1 and placed)


def _listed(clauses: Clauses, at: int, limit: int, units: Sequence[Unit], *, nested: bool) -> bool:
    """Whether a group after a bare comma is one more member of a list, not the start of something else."""
    group = clauses.group_from[at]
    owned = group.form == "definite" and clauses.words[at].lower in ("his", "her", "their")
    if (group.form in ("plural", "definite", "pronoun") and not owned) or _begins_clause(clauses, at):
        return False
    first = units[0].group if units else group
    if first.form == "counted" and group.form not in ("counted", "bare"):
        return False
    named = first.form == "name" or any(beside.form == "name" for beside in units[-1].beside) if units else False
    if named and _is_role(clauses, group):
        return False
    _, end, _ = unit_at(clauses, group, limit, of_object=True, nested=nested)
    return end >= limit or clauses.words[end].lower in {",", ".", *AND} or group.form == "counted"


def _is_role(clauses: Clauses, group: Group) -> bool:
    """What a name is explained by: "X Y, presidential candidate of the Union"."""
    bare = group.form in ("bare", "name") and group.noun == group.first
    return bare and group.head >= 0 and noun_kind(clauses.words[group.head].lower) is not None


def _begins_clause(clauses: Clauses, at: int) -> bool:
    """Whether the group at ``at`` is the subject of a verb of its own, or said to be in a state."""
    group = clauses.group_from[at]
    end = group.last
    if phrase_at(clauses.words, end, state_phrases()) and clauses.words[end].tag != "ADJ":
        return True
    for _ in range(3):
        end = clauses.past_phrase(end, len(clauses.words))
    while end < len(clauses.words) and clauses.words[end].tag == "ADV":
        end += 1
    if end >= len(clauses.words) or clauses.inside[end]:
        return False
    word = clauses.words[end]
    if word.tag == "AUX" or word.lower in BE:
        return True
    return word.tag == "VERB" and not word.lower.endswith("ing") and not clauses.is_modifier(end)


def unit_at(
    clauses: Clauses, group: Group, limit: int, *, of_object: bool, nested: bool = False
) -> tuple[Unit, int, bool]:
    """The group with what belongs to it; the end; and whether a preposition follows it."""
    beside: list[Group] = []
    parts: list[Group] = []
    at = group.last
    loose = False
    for _ in range(24):
        if at >= limit:
            break
        after = clauses.past_phrase(at, limit)
        if after > at:
            loose = loose or clauses.words[at].tag == "ADP"
            at = after
            continue
        if (denied := _past_contrast(clauses, at, limit)) > at:
            at = denied
            continue
        if clauses.words[at].lower == "," and at + 1 < limit and clauses.words[at + 1].lower in ("of", "from"):
            at = clauses.past_phrase(at + 1, limit)
            continue
        if (
            clauses.words[at - 1].lower == ")"
            and (rest := clauses.group_from.get(at)) is not None
            and rest.form in ("plural", "bare")
        ):
            # "Two Communist Party of Nowhere (Unity) cadres": the noun comes after the bracket.
            group = replace(group, last=rest.last, head=rest.head)
            at = rest.last
            continue
        opened = None if nested else parts_at(clauses, at, limit)
        if opened is not None:
            found, at = opened
            parts += found
            continue
        listed = None if nested else _listed_parts(clauses, group, at, limit)
        if listed is not None:
            found, at = listed
            parts += found
            continue
        apposed = apposition(clauses, group, at, limit, loose=loose or bool(beside))
        if apposed is not None:
            found, at = apposed
            beside += found
            continue
        moved = past_state(clauses, at, limit) if of_object else at
        if moved == at:
            moved = skip_modifier(clauses, at, limit, of_object=of_object)
            if moved == at:
                break
            loose = True
        at = moved
    return Unit(group, tuple(beside), tuple(parts)), at, loose


def _past_contrast(clauses: Clauses, at: int, limit: int) -> int:
    """Past the figure denied in "18 people, not 63, had been kidnapped"; ``at`` where there is none."""
    if at + 2 >= limit or [word.lower for word in clauses.words[at : at + 2]] != [",", "not"]:
        return at
    group = clauses.group_from.get(at + 2)
    if group is None or group.form != "counted":
        return at
    return group.last + (group.last < limit and clauses.words[group.last].lower == ",")


def _listed_parts(clauses: Clauses, group: Group, at: int, limit: int) -> tuple[list[Group], int] | None:
    """As in "Five people – three women and two children –": the figures behind a dash or colon are parts."""
    following = clauses.group_from.get(at + 1)
    if clauses.words[at].lower not in DASHES or group.form != "counted" or following is None:
        return None
    if following.form != "counted":
        return None
    listed = chain(clauses, at + 1, limit, of_object=True, nested=True)
    end = listed.last + (listed.last < limit and clauses.words[listed.last].lower in _CLOSERS)
    return [unit.group for unit in listed.units], end


def parts_at(clauses: Clauses, at: int, limit: int) -> tuple[list[Group], int] | None:
    """As in ", including four children," – the groups named, and the end."""
    start = at + (clauses.words[at].lower == "," or clauses.words[at].lower in DASHES)
    opener = phrase_at(clauses.words, start, phrases("parts", "openers"))
    of_them = phrase_at(clauses.words, start, phrases("parts", "of_them"))
    if opener is None and of_them is None:
        return _parts_counted_of_them(clauses, start, limit)
    start += len(opener or of_them or ())
    while (
        start < limit
        and (clauses.words[start].tag == "ADV" or clauses.words[start].lower in ("were", "was", "are"))
        and start not in clauses.group_from
    ):
        start += 1
    listed = chain(clauses, start, limit, of_object=True, nested=True)
    end = listed.last
    if (
        of_them is not None
        and end < limit
        and clauses.words[end].lower in ("were", "was", "are", "is")
        and end + 1 in clauses.group_from
    ):
        # "of whom four were children": the number stands with the noun behind the verb.
        end = chain(clauses, end + 1, limit, of_object=True, nested=True).last
    found = [unit.group for unit in listed.units]
    if end < limit and clauses.words[end].lower in _CLOSERS and end + 1 < limit and not next_unit(clauses, end, limit):
        end += 1
    return (found, end) if found else None


def _parts_counted_of_them(clauses: Clauses, at: int, limit: int) -> tuple[list[Group], int] | None:
    """As in ", three of them women," – the number of them is the part."""
    group = clauses.group_from.get(at)
    if (
        group is None
        or not group.of_pronoun
        or group.number is None
        or at == 0
        or clauses.words[at - 1].lower not in {",", *DASHES}
    ):
        return None
    end = group.last
    if end < limit and clauses.words[end].lower in ("were", "was", "are"):
        end += 1
    following = clauses.group_from.get(end)
    if following is None:
        return [group], end
    return [replace(group, head=following.head, noun=following.noun, of_pronoun=False)], following.last


def parts_behind(clauses: Clauses, last: int) -> tuple[Group, ...]:
    """Parts named after the verb and its phrases: "12 were killed in the raid on Sunday, including four children"."""
    limit = min(len(clauses.words), last + REACH)
    at = last
    while at < limit and at - last < 30:
        after = clauses.past_phrase(at, limit)
        group = clauses.group_from.get(at)
        if after == at and group is not None and clauses.is_time(group):
            after = group.last
        if after == at and clauses.words[at].tag == "ADV":
            after += 1
        if after == at:
            found = parts_at(clauses, at, limit)
            return tuple(found[0]) if found is not None else ()
        at = after
    return ()


def units_of(clauses: Clauses, last: int) -> tuple[Unit, ...]:
    """Those after "of" or "to" at ``last``: "the killing of nine men"."""
    words = clauses.words
    if last >= len(words) or words[last].lower not in ("of", "to") or last + 1 not in clauses.group_from:
        return ()
    found = chain(clauses, last + 1, min(len(words), last + 60), of_object=True)
    again = found.last + 1 < len(words) and [w.lower for w in words[found.last : found.last + 2]] == [
        "and",
        words[last].lower,
    ]
    return (*found.units, *units_of(clauses, found.last + 1)) if again else found.units
