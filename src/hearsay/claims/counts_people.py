"""Lists of people told one by one: "X Y (34), his wife Z, their two sons, A and B, and three neighbours".

Obituaries, casualty recorders and local pages name the dead each in turn, with ages in brackets, second names, roles
and kinship. Such a list is one group of so many people. Only kinship or an age makes one, so that ordinary lists
("Petro Kovalenko and two medics") are left to the general grammar. The words are in ``codebook/measures.toml`` under
``people``; what a name is, in :mod:`hearsay.claims.counts_names`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearsay.actors.people import noun_kind
from hearsay.claims.counts_lexicon import noun_lemma, phrase_at, phrases, word_set
from hearsay.claims.counts_names import (
    MARKS,
    age_behind,
    is_age,
    is_name_word,
    name_end,
    past_age,
    past_owner,
    tells_of_age,
)
from hearsay.claims.numbers import NumberFound
from hearsay.reading.tokens import Token

_POSSESSIVE = frozenset({"his", "her", "their", "my", "our", "your"})
_ARTICLES = frozenset({"a", "an", "the", "another", "one"})
_ELABORATES = frozenset({":", "–", "—", "-", "including", "namely", "named", "called"})
_MOST_MEMBERS = 60
_BRACKET = 30  # tokens between brackets
_BEFORE_NAME = 9  # tokens of age, role and kinship before a name
_DESCRIPTION = 10  # tokens between commas that say what somebody is
_DEEPEST = 2  # lists within lists: "four children: three daughters, A, B and C, and a son"


@dataclass(frozen=True, slots=True)
class Member:
    """One person, or several told in one ("their two sons, A and B"), who end before the token ``last``."""

    first: int
    last: int
    size: float
    name: int
    """How many words the name has; of several in one, the name of the first."""
    kin: bool
    aged: bool


@dataclass(frozen=True, slots=True)
class PeopleList:
    """The tokens ``first`` to ``last`` (exclusive) tell of ``size`` people."""

    first: int
    last: int
    size: float


def find_people(words: Sequence[Token], numbers: Sequence[NumberFound]) -> tuple[PeopleList, ...]:
    """The lists of people in a sentence, in order, without overlap."""
    if not _tells_of_kin_or_age(words):
        return ()
    sentence = _Sentence(words, {number.first: number for number in numbers})
    found: list[PeopleList] = []
    at = 0
    while at < len(words):
        members = sentence.members(at) if _may_begin(words, at) else []
        if _is_list(members):
            found.append(PeopleList(at, members[-1].last, sum(m.size for m in members)))
            at = members[-1].last
        else:
            at += 1
    return tuple(found)


def _tells_of_kin_or_age(words: Sequence[Token]) -> bool:
    """Without either there is no such list, and most sentences have neither."""
    kin = word_set("people", "kin")
    return any(tells_of_age(words, at) or noun_lemma(word.lower) in kin for at, word in enumerate(words))


def _may_begin(words: Sequence[Token], at: int) -> bool:
    """Not inside a name, and not where a place stands ("in Gaza City, X Y …")."""
    if at == 0:
        return True
    before = words[at - 1]
    if is_name_word(words, at) and (is_name_word(words, at - 1) or before.tag == "ADJ"):
        return False
    return not (before.tag == "ADP" and before.lower in word_set("people", "places_after"))


def _is_list(members: Sequence[Member]) -> bool:
    """Several people, one of them by name, and kinship or an age that makes them people beyond doubt."""
    named = len(members) == 1 or any(m.name > 1 or (m.kin and m.name) for m in members)
    return (
        sum(m.size for m in members) > 1
        and any(m.name for m in members)
        and named
        and any(m.kin or m.aged for m in members)
    )


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stands before a name, up to the token ``last``: "his", "two", "12-year-old", "sons"."""

    first: int
    last: int
    kin: str
    aged: bool
    owned: bool
    number: NumberFound | None

    @property
    def of_several(self) -> bool:
        """It tells of more than one."""
        many = bool(self.kin) and (noun_lemma(self.kin) != self.kin or self.kin in word_set("people", "several"))
        return many or (self.number is not None and (self.number.best or 0) > 1)


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: Sequence[Token]
    numbers: Mapping[int, NumberFound]
    """By their first token."""

    def members(self, at: int, most: float = _MOST_MEMBERS, depth: int = 0) -> list[Member]:
        """Those listed from ``at`` on, as long as one follows another, up to ``most`` people."""
        found: list[Member] = []
        room = most
        while at < len(self.words) and room > 0:
            member = self._member(at, listed=bool(found), depth=depth)
            end = member.last if member is not None else self._past_description(at) if found else None
            if end is None or (member is not None and member.size > room):
                break
            if member is not None:
                found.append(member)
                room -= member.size
            following = self._next(end)
            if following is None:
                break
            at = following
        return found

    def _next(self, at: int) -> int | None:
        """Where another may begin: behind a comma, "and", "along with"."""
        start = at
        at += self._word(at) in (",", ";")
        phrase = phrase_at(self.words, at, phrases("along", "words"))
        at += len(phrase) if phrase is not None else self._word(at) == "and"
        if at == start:
            return None
        at += self._word(at) in ("also", "finally")
        at += self._word(at) in ("and", "both")
        return at

    def _word(self, at: int) -> str:
        return self.words[at].lower if at < len(self.words) else ""

    def _past_description(self, at: int) -> int | None:
        """Past what the name before it is: "X Y, the owner of the bakery, and": no other person."""
        words = self.words
        opens = words[at].lower in _ARTICLES or words[at].tag == "NOUN"
        if words[at - 1].lower != "," or not opens:
            return None
        stops = range(at, min(len(words), at + _DESCRIPTION))
        end = next((k for k in stops if words[k].lower in (",", ";", "and")), None)
        told = end is not None and all(w.tag in ("DET", "ADJ", "NOUN", "ADP", "PROPN", "PART") for w in words[at:end])
        return end if told else None

    def _member(self, first: int, *, listed: bool, depth: int) -> Member | None:
        lead = self._lead(first)
        if lead is None:
            return None
        if lead.of_several:
            return self._several(lead, depth)
        at, end = lead.last, name_end(self.words, lead.last)
        if lead.kin and end == at and self._word(at) == ",":
            at, end = self._apposed(at + 1) or (at, end)
        name = end - at
        if self._only_describes(lead, at, end):
            return None
        if not (lead.kin or listed or depth or name > 1):
            return None
        end, aged = self._behind(end)
        return Member(first, end, 1, name, bool(lead.kin), lead.aged or aged)

    def _only_describes(self, lead: _Lead, at: int, end: int) -> bool:
        """No further person: "X Y, a pilot and a father", "X Y (43), Beni block president", "X Y, brother of Z"."""
        if end == at:
            bare = self.words[lead.first].lower == lead.kin or self.words[lead.first].lower in _ARTICLES
            named_before = lead.first > 0 and self.words[lead.first - 1].lower == "," and bare
            return named_before or not (lead.kin and lead.owned and self.words[end - 1].tag == "NOUN")
        of_a_role = end < len(self.words) and self.words[end].tag in ("NOUN", "ADJ") and self._leads_on(end)
        title = self._word(lead.first) in ("a", "an") and not (lead.kin or lead.aged) and at == lead.first + 1
        return (of_a_role and not is_age(self.words, end)) or title

    def _lead(self, first: int) -> _Lead | None:
        """What stands before a name from ``first`` on; None where that is no description of a person."""
        words, at = self.words, first
        kin, aged, number = "", False, None
        owned = (owner := _owner(words, at)) is not None
        at = owner if owner is not None else at
        while at < min(len(words), first + _BEFORE_NAME) and not is_name_word(words, at):
            word = words[at]
            if is_age(words, at):
                aged, at = True, past_age(words, at)
                continue
            if at in self.numbers:
                if number is not None or self.numbers[at].best is None:
                    return None
                number = self.numbers[at]
                at = number.last
                if self._word(at) == "of" and self._word(at + 1) in (*_POSSESSIVE, "the"):
                    at, owned = at + 2, True  # "four of their children"
                continue
            if word.lower in _POSSESSIVE:
                owned = True
            elif word.tag in ("NOUN", "ADJ", "VERB") and word.lower not in word_set("people", "naming"):
                opens_as_verb = word.tag == "VERB" and at == first
                if opens_as_verb or not self._leads_on(at):
                    break
                if noun_lemma(word.lower) in word_set("people", "kin"):
                    kin = word.lower
                    if self._word(at + 1) == "of":
                        passed = past_owner(words, at + 2)
                        if passed is None:
                            return None
                        at, owned = passed, True
                        continue
            elif word.lower not in (*_ARTICLES, *word_set("people", "naming")) and (
                word.lower not in MARKS or at == first
            ):
                break
            at += 1
        return _Lead(first, at, kin, aged, owned, number)

    def _leads_on(self, at: int) -> bool:
        """A noun may end the description; any other modifier is followed by what it modifies."""
        if self.words[at].tag == "NOUN":
            return True
        after = at + 1
        return after < len(self.words) and (
            self.words[after].tag in ("NOUN", "ADJ", "PROPN") or is_name_word(self.words, after)
        )

    def _several(self, lead: _Lead, depth: int) -> Member | None:
        """ "Their two sons, A and B", "his sons A, B and C", "two other children": those named behind are the same."""
        words = self.words
        said = lead.number.best if lead.number is not None else None
        if not lead.kin:
            plain = noun_kind(" ".join(w.text for w in words[lead.first : lead.last]))
            if plain is None or plain.kind != "civilians" or words[lead.last - 1].tag != "NOUN":
                return None
        end, _ = self._behind(lead.last)
        opened = self._word(end) in _ELABORATES or (
            self._word(end) == "," and self._word(end + 1) in ("including", "namely")
        )
        start = end + (self._word(end) == ",")
        start += self._word(start) in _ELABORATES
        elsewhere = not opened and (start in self.numbers or self._word(start) in _POSSESSIVE)
        named = [] if elsewhere or depth >= _DEEPEST else self.members(start, said or _MOST_MEMBERS, depth + 1)
        if not opened:  # "their two sons, their mother and X Y": what is another's is another
            others = (k for k, m in enumerate(named) if m.size > 1 or words[m.first].lower in _POSSESSIVE)
            named = named[: next(others, None)]
        if said is None and not named:
            return None
        size = said if said is not None else sum(m.size for m in named)
        last = named[-1].last if named else end
        return Member(lead.first, last, size, named[0].name if named else 0, bool(lead.kin), lead.aged)

    def _apposed(self, at: int) -> tuple[int, int] | None:
        """ "His wife, 67-year-old X Y", "their son, engineer X Y": where the name begins and ends."""
        words, start = self.words, at
        while at < min(len(words), start + _BEFORE_NAME) and not is_name_word(words, at):
            if is_age(words, at):
                at = past_age(words, at)
            elif words[at].lower in ("a", "an") or words[at].tag in ("ADJ", "NOUN"):
                if noun_lemma(words[at].lower) in word_set("people", "kin"):
                    return None
                at += 1
            else:
                return None
        end = name_end(words, at)
        return (at, end) if end > at else None

    def _behind(self, at: int) -> tuple[int, bool]:
        """Past the brackets and the age behind a name, and whether an age stands there."""
        words, aged = self.words, False
        for _ in range(4):
            if self._word(at) in ("(", "["):
                close = next(
                    (k for k in range(at, min(len(words), at + _BRACKET)) if words[k].lower in (")", "]")), None
                )
                if close is None:
                    break
                aged = aged or words[at + 1].text[:1].isdigit()
                at = name_end(words, close + 1)
            elif self._word(at) == "," and (end := age_behind(words, at + 1)) is not None:
                at, aged = end, True
            elif self._word(at) in ("*", "”", '"'):
                at += 1
            else:
                break
        return at, aged


def _owner(words: Sequence[Token], at: int) -> int | None:
    """Past "Hilal's", "Hani and Abeer's": whose kin it is."""
    for end in range(at, min(len(words), at + _BEFORE_NAME)):
        if end > at and words[end].tag == "PART" and words[end].lower in ("'s", "’s", "’", "'"):
            return end + 1
        if not (is_name_word(words, end) or (end > at and words[end].lower == "and")):
            return None
    return None
