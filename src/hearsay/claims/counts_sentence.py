"""One sentence as the counts grammar sees it: tokens, noun groups, and plain facts about its verbs.

No parse tree. Every search in this grammar looks at no more than ``REACH`` tokens, so that the work stays linear on
any input.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hearsay.actors.people import noun_kind
from hearsay.claims.counts_groups import Group, find_groups
from hearsay.claims.counts_lexicon import (
    forms_of,
    noun_lemma,
    phrase_at,
    phrases,
    state_phrases,
    verb_forms,
    verb_senses,
    word_set,
)
from hearsay.claims.counts_nouns import PLAIN_VERBS
from hearsay.claims.counts_people import find_people
from hearsay.claims.numbers import NumberFound, numbers_in
from hearsay.reading.tokens import Token
from hearsay.records import Measure

REACH = 90
BE = frozenset(verb_forms("be")) | {"are", "am", "get", "gets", "got", "getting", "become", "became"}
AND = frozenset({"and", "or", "&", "plus", "besides", "alongside"})
DASHES = frozenset({":", "-", "–", "—"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where"})

CLAUSE_OPENERS = frozenset({"after", "before", "since", "until"})
"""Prepositions by their tag behind which a clause may stand: "after four of his men were shot"."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One member of a coordination, with the groups in apposition and the parts named after "including"."""

    group: Group
    beside: tuple[Group, ...] = ()
    parts: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """Coordinated units and the index of the token after them."""

    units: tuple[Unit, ...]
    last: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Coordinated units of one measure, by the words in ``words[first:last]``."""

    measure: Measure
    first: int
    last: int
    units: tuple[Unit, ...]
    wide: bool = False
    """The mention takes in the words of the trigger: "90 wounded", "52 dead"."""
    running: bool = False
    """A toll so far."""
    over: bool = False
    """More than the figure: "has passed 830"."""
    partly: bool = False
    """"Partially", "partly": destroyed is damaged then."""
    elsewhere: bool = False
    """Parts of a count in an earlier sentence: "among the dead were two children"."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence with its groups; ``group_from`` and ``group_to`` find a group by its first token and its end."""

    words: Sequence[Token]
    groups: tuple[Group, ...]
    group_from: dict[int, Group]
    group_to: dict[int, Group]
    inside: tuple[bool, ...] = field(repr=False)
    """For each token, whether it lies in a group."""
    numbers: tuple[NumberFound, ...] = field(repr=False)

    @classmethod
    def of(cls, words: Sequence[Token]) -> Clauses:
        """Find numbers, lists of people and groups."""
        numbers = numbers_in(words)
        groups = _with_people(words, find_groups(words, numbers), numbers)
        inside = [False] * len(words)
        for group in groups:
            for k in range(group.first, group.last):
                inside[k] = True
        return cls(words, groups, {g.first: g for g in groups}, {g.last: g for g in groups}, tuple(inside), numbers)

    def is_verb(self, at: int) -> bool:
        """Whether the token is a verb or auxiliary outside every group."""
        misread = at and self.words[at - 1].tag == "DET"  # "a break away faction"
        if self.is_month(at):
            return False
        word = self.words[at].lower
        plain = word in PLAIN_VERBS or (word.endswith("ing") and word in verb_senses())
        return (self.words[at].tag in ("VERB", "AUX") or plain) and not self.inside[at] and not misread

    def auxiliary_before(self, verb: int) -> int | None:
        """The auxiliary or "to" that governs the verb, over adverbs, hedges and times; None where it has none."""
        at = verb - 1
        for _ in range(9):
            if at < 0:
                return None
            word = self.words[at]
            if self.is_auxiliary(at) or (word.lower == "to" and (word.tag == "PART" or verb - at == 1)):
                return at
            skipped = (
                word.tag == "ADV"
                or word.lower in word_set("states_between", "words")
                or word.lower in ("not", "n't", '"', "”", "“")
            )
            if skipped:
                at -= 1
            elif at + 1 in self.group_to and self.is_time(self.group_to[at + 1]):
                at = self.group_to[at + 1].first - 1
                at -= at >= 0 and self.words[at].tag == "ADP"
            elif word.lower == "," and at and verb - at < 6:
                at -= 1
            else:
                return None
        return None

    def is_auxiliary(self, at: int) -> bool:
        """A form of be, have, do, get, or a modal."""
        word = self.words[at]
        return (word.tag == "AUX" or word.lower in BE) and not self.is_month(at)

    def is_month(self, at: int) -> bool:
        """The month in "4 May", which is no auxiliary."""
        if self.words[at].text != "May":
            return False
        around = self.words[max(0, at - 1) : at + 2]
        return any(word.text[0].isdigit() for word in around) or (at > 0 and self.words[at - 1].tag == "ADP")

    def first_of(self, verb: int) -> int:
        """Where the verb's own group begins: its auxiliaries, adverbs and hedges included."""
        at = verb
        while at > 0 and verb - at < 12:
            word = self.words[at - 1]
            auxiliary = self.is_auxiliary(at - 1)
            between = (
                word.tag == "ADV"
                or word.lower in word_set("states_between", "words")
                or word.lower in ("not", "n't", "to")
            )
            if not (auxiliary or between) or self.inside[at - 1]:
                break
            at -= 1
        governing = self.auxiliary_before(verb)
        return at if governing is None else min(at, governing)

    def is_act(self, group: Group) -> bool:
        """A group of no people and no things: an attack, a result."""
        return group.head >= 0 and noun_lemma(self.words[group.head].lower) in word_set("not_counted", "words")

    def is_thing(self, group: Group) -> bool:
        """A group whose noun is a thing or a place."""
        found = noun_kind(self.words[group.head].lower) if group.head >= 0 else None
        return found is not None and found.kind == "object"

    def is_time(self, group: Group) -> bool:
        """As in "Sunday", "last week", "two days": neither subject nor object."""
        if group.head < 0:
            return False
        times = word_set("times", "words")
        return self.words[group.head].lower in times or self.words[group.head].lemma in times

    def past_phrase(self, at: int, limit: int) -> int:
        """Skip one bracket or one preposition with its group."""
        if at < limit and self.words[at].lower in "([":
            for end in range(at + 1, min(limit, at + 16)):
                if self.words[end].lower in ")]":
                    return end + 1
        if (
            at < limit
            and self.words[at].tag == "ADP"
            and self.words[at].lower not in phrases("parts", "openers")
            and not phrase_at(self.words, at, state_phrases())
        ):
            group = self.group_from.get(at + 1)
            if group is not None and not self._opens_clause(at, group):
                return min(group.last, limit)
        return at

    def _opens_clause(self, at: int, group: Group) -> bool:
        """ "Struck Syria after nine soldiers were killed": who stands there is the subject of a verb."""
        if self.words[at].lower not in CLAUSE_OPENERS or group.last >= len(self.words):
            return False
        return self.words[group.last].tag == "AUX"

    def is_modifier(self, at: int) -> bool:
        """A participle that goes on describing the group before it: "equipped with", "identified as"."""
        word = self.words[at]
        if word.tag != "VERB":
            return False
        if word.lower in word_set("naming", "words"):
            return True
        if word.lower.endswith("ing"):
            return word.lower not in forms_of("modifier_stops", "verbs")
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        linked = following is not None and (
            following.lower in ("with", "by", "from", "as", "of", "near", "in", "at", "on", "to", "for")
        )
        return (
            linked and word.lower.endswith(("ed", "en", "wn")) and word.lower not in forms_of("modifier_stops", "verbs")
        )

    def object_start(self, last: int) -> int | None:
        """Where an object begins right after a verb, if one does; times and measures are no objects."""
        at = last
        while at < len(self.words) and at - last < 3 and self.words[at].tag == "ADV" and at not in self.group_from:
            at += 1
        if at < len(self.words) and self.words[at].lower in ("'", '"', "“", "‘"):
            at += 1
        if (
            at + 1 < len(self.words)
            and self.words[at].lower == ","
            and last > 1
            and self.words[last - 1].lower == "dead"
        ):
            at += (named := self.group_from.get(at + 1)) is not None and named.form == "name"
        if at + 1 in self.group_from and self.words[at].tag == "VERB" and self.words[at].lower.endswith(("ing", "ed")):
            at += 1  # a modifier read as a verb: "shot dead ruling party supporter X Y"
        at = self._past_source(at)
        group = self.group_from.get(at)
        if group is None or self.is_time(group):
            return None
        return at

    def _past_source(self, at: int) -> int:
        """Past who says so, between verb and object: "killed, according to a medical source, six people"."""
        if [word.lower for word in self.words[at : at + 2]] != [",", "according"]:
            return at
        closing = (k for k in range(at + 2, min(len(self.words), at + 14)) if self.words[k].lower == ",")
        return next(closing, at - 1) + 1


def _with_people(words: Sequence[Token], groups: Sequence[Group], numbers: Sequence[NumberFound]) -> tuple[Group, ...]:
    """The groups, those of a list of people told one by one taken together as one."""
    out = list(groups)
    for listed in find_people(words, numbers):
        inside = [g for g in out if g.first < listed.last and listed.first < g.last]
        first, last = min([listed.first, *(g.first for g in inside)]), max([listed.last, *(g.last for g in inside)])
        if first < listed.first and words[first].tag != "DET":
            continue  # the list is part of something else
        out = [g for g in out if g not in inside]
        out.append(Group("people", first, last, size=listed.size, members=tuple(inside)))
    return tuple(sorted(out, key=lambda g: g.first))
