"""Two ways to put the same people: "X Y, a teacher", "three men, A, B and C", "a trader identified as X"."""

from __future__ import annotations

from hearsay.actors.people import noun_kind
from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_lexicon import word_set
from hearsay.claims.counts_links import next_unit
from hearsay.claims.counts_sentence import AND, DASHES, Clauses


def apposition(clauses: Clauses, group: Group, at: int, limit: int, *, loose: bool) -> tuple[list[Group], int] | None:
    """Another way to put the same people: a description after a name, names after a description."""
    start = at
    dash = clauses.words[start].lower in DASHES
    comma = clauses.words[start].lower == ","
    if comma or dash:
        start += 1
    named = start < limit and clauses.words[start].lower in word_set("naming", "words")
    if named:
        start += 1
        while (
            start < limit
            and clauses.words[start].lower in ("as", "to", "be", "-", ":", "one", "the", "only")
            and start not in clauses.group_from
        ):
            start += 1
    if comma and start < limit and clauses.words[start].lower in ("also", "himself", "herself", "then", "once"):
        start += 1
    if start == at or start >= limit:
        return None
    following = clauses.group_from.get(start)
    if following is None:
        return None
    if named or (dash and group.form == "counted"):
        return _names(clauses, group, start, limit, all_names=named)
    if not comma:
        return None
    also = clauses.words[start - 1].lower == "also"
    described = following.form in ("bare", "definite") and following.noun > following.first
    # After a phrase the comma may as well describe its noun: "cadres of the front, a splinter of the party, were".
    if described and (
        also or ((loose or group.form in ("name", "definite")) and not _conjoined(clauses, following.last, limit))
    ):
        return [following], _closed(clauses, _second_role(clauses, following.last, limit), limit)
    single = group.form in ("bare", "definite") or (group.number is not None and group.number.best == 1)
    if single and following.form == "name" and not clauses.is_thing(group):
        return [following], _closed(clauses, following.last, limit)
    one_of = [word.lower for word in clauses.words[start : start + 2]] == ["one", "of"]
    described = one_of or clauses.words[start].lower in word_set("descriptions", "openers")
    if group.form == "name" and described:
        return [following], _closed(clauses, following.last, limit)
    if (
        group.form == "counted"
        and following.form == "name"
        and group.number is not None
        and (group.number.best or 0) >= 2
    ):
        return _names(clauses, group, start, limit)
    return None


def _conjoined(clauses: Clauses, at: int, limit: int) -> bool:
    """Whether "and a", "and two" or "and X Y" follows at once: then the comma opened a list.

    "X Y, a village head and his son", "X Y, a member and supporter of": it did not.
    """
    if at >= limit or clauses.words[at].lower not in AND:
        return False
    following = clauses.group_from.get(at + 1)
    if following is None or (following.form == "bare" and following.noun == following.first):
        return False
    if _second_role(clauses, at, limit) > at:
        return False
    return clauses.words[following.first].lower not in ("his", "her", "their")


def _second_role(clauses: Clauses, at: int, limit: int) -> int:
    """Past "and a worker of" behind a role: "X Y, a teacher and a worker of the party"; ``at`` where there is none."""
    start = at
    for _ in range(2):
        at = clauses.past_phrase(at, limit)
    if at >= limit or clauses.words[at].lower != "and":
        return start
    role = clauses.group_from.get(at + 1)
    if role is None or role.form != "bare" or role.head < 0 or role.last >= limit:
        return start
    office = noun_kind(clauses.words[role.head].lower) is not None
    return role.last if office and clauses.words[role.last].lower in ("of", "in") else start


def _closed(clauses: Clauses, at: int, limit: int) -> int:
    """Past the phrases after an apposition and past the comma that closes it."""
    for _ in range(6):
        at = clauses.past_phrase(at, limit)
    closes = at < limit and clauses.words[at].lower == "," and not next_unit(clauses, at, limit)
    return at + 1 if closes else at


def _names(clauses: Clauses, group: Group, at: int, limit: int, *, all_names: bool = False) -> tuple[list[Group], int]:
    """The names of those counted: as many as the number says, or all that follow "identified as"."""
    number = group.number.best if group.number is not None else 1
    said = int(min(number or 1, 60))
    most = 60 if all_names else said
    found: list[Group] = []
    start: int | None = at
    end = at
    while start is not None and len(found) < most and (name := clauses.group_from.get(start)) is not None:
        if len(found) >= said and name.form != "name":
            break
        found.append(name)
        end = name.last
        for _ in range(6):
            end = clauses.past_phrase(end, limit)
        start = next_unit(clauses, end, limit)
    return found, _closed(clauses, end, limit)
