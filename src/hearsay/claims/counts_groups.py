"""Noun groups as the counts grammar needs them: with their number, and with what they say about how many.

The reading's chunks are not used here, since "between 30 and 40 men", "nine of the 14 drones" and "P. C. Rao" are one
group each for a count, and "people dead" is two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hearsay.actors.people import noun_kind
from hearsay.claims.counts_lexicon import (
    counted_nouns,
    forms_of,
    phrase_at,
    state_phrases,
    states,
    verb_senses,
    word_set,
)
from hearsay.claims.counts_names import is_age
from hearsay.claims.counts_nouns import QUOTES, TIMES, is_plural, is_state_word, is_verb_after_all, leads_to_noun
from hearsay.claims.numbers import NumberFound
from hearsay.reading.tokens import Token

Form = Literal["counted", "bare", "definite", "name", "pronoun", "zero", "plural", "people"]
"""How a group says how many: a number; "a soldier"; "the soldier"; a name; "him"; "no soldiers"; nothing; by a list."""

_INDEFINITE = frozenset({"a", "an", "another", "one"})
_POSSESSIVE = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})
_SINGLE_PRONOUNS = frozenset({"he", "she", "him", "her", "himself", "herself"})
_LONGEST = 25  # tokens in a group
_DEEPEST = 2  # groups within groups: "one of two of the …"
_ZERO = frozenset({"nobody", "no-one", "none", "neither"})
_HELD = frozenset({"hostage", "hostages", "prisoner", "captive"})
_TAKING = frozenset("take takes took taken taking hold holds held holding make made".split())


@dataclass(frozen=True, slots=True)
class Group:
    """Tokens ``first`` to ``last`` (exclusive); ``head`` is the noun's index, -1 where there is none.

    ``noun`` is where the counted phrase starts, after number and determiner; in "nine of the 14 drones" ``of_first``
    to ``of_last`` is "the 14 drones" and the head lies there.
    """

    form: Form
    first: int
    last: int
    head: int = -1
    noun: int = -1
    number: NumberFound | None = None
    of_pronoun: bool = False
    definite: bool = False
    additional: bool = False
    size: float = 0.0
    """How many are told one by one ("X Y, his wife and their two sons"): a list of people."""
    members: tuple[Group, ...] = ()
    """The groups of that list."""


def find_groups(words: Sequence[Token], numbers: Sequence[NumberFound]) -> tuple[Group, ...]:
    """The groups of a sentence, in order, without overlap."""
    starts = {number.first: number for number in numbers}
    found: list[Group] = []
    at = 0
    while at < len(words):
        group = _group(words, at, starts)
        if group is None:
            at += 1
        else:
            found.append(group)
            at = max(group.last, at + 1)
    return tuple(found)


def _group(words: Sequence[Token], at: int, starts: dict[int, NumberFound], depth: int = 0) -> Group | None:
    word = words[at]
    if at in starts and _is_couple(words, at, starts):
        return Group("bare", at, starts[at].last, starts[at].last - 1, starts[at].last - 1)
    if at in starts:
        if at and words[at - 1].lower == "not" and word.lower == "a":
            return _counted(words, at, starts, zero=True, depth=depth)
        return _counted(words, at, starts, depth=depth)
    if word.lower in _ZERO or word.lower == "no":
        return _zero(words, at, starts, depth)
    if word.lower in _SINGLE_PRONOUNS and not (
        word.lower == "her" and (at + 1 in starts or _nominal(words, at + 1, starts))
    ):
        return Group("pronoun", at, at + 1)
    if word.lower == "death" and at and words[at - 1].lower == "to":
        return None  # "stabbed to death Juma Ali"
    if word.lower in _HELD and at and words[at - 1].lower in _TAKING:
        return None  # "was taken hostage"
    if word.lower == "others":
        return Group("plural", at, at + 1, head=at, noun=at)
    if word.tag == "PRON":
        return Group("pronoun" if word.lower == "one" else "plural", at, at + 1)
    if word.tag == "DET":
        return _determined(words, at, starts)
    if word.tag in ("ADJ", "NOUN", "PROPN") and not is_verb_after_all(words, at, at - 1, starts):
        end = _nominal(words, at, starts)
        return _bare(words, at, at, end, starts) if end else None
    return None


def _is_couple(words: Sequence[Token], at: int, starts: dict[int, NumberFound]) -> bool:
    """As in "A couple were killed": two people, where "a couple of soldiers" is a number."""
    last = starts[at].last
    if words[last - 1].lower != "couple" or last - at != 2:
        return False
    return last >= len(words) or (words[last].lower != "of" and _nominal(words, last, starts) is None)


def _determined(words: Sequence[Token], at: int, starts: dict[int, NumberFound]) -> Group | None:
    lower = words[at].lower
    if at + 1 in starts and lower in ("a", "an") and _is_calibre(words, starts[at + 1].last):
        end = _nominal(words, starts[at + 1].last, starts)
        return Group("bare", at, end, end - 1, at + 1) if end is not None else None
    if at + 1 in starts:
        return _counted(words, at + 1, starts, first=at)
    end = _nominal(words, at + 1, starts)
    if end is None and lower in ("a", "an") and at + 1 < len(words) and is_age(words, at + 1):
        return Group("bare", at, at + 2, at + 1, at + 1)  # "a 17-year-old"
    if end is None:
        if lower in ("a", "an") and _is_one_more(words, at):
            return Group("bare", at, at + 2, additional=True)  # "and a third was wounded"
        if lower in ("the", "those", "these") and at + 1 < len(words) and (words[at + 1].lower,) in states():
            return Group("plural", at, at + 2, at + 1, at + 1, definite=True)  # "the dead", "those killed"
        return Group("bare", at, at + 1, additional=True) if lower == "another" else None
    if end in starts and words[end - 1].tag == "PART":
        return _counted(words, end, starts, first=at)
    head = end - 1
    if lower in _INDEFINITE:
        return Group("bare", at, end, head, at + 1, additional=lower == "another")
    plural = is_plural(words, head)
    definite = lower in ("the", "this", "that", "these", "those") or lower in _POSSESSIVE
    form: Form = "definite" if definite and not plural and lower not in ("these", "those") else "plural"
    return Group(form, at, end, head, at + 1, definite=True)


def _is_one_more(words: Sequence[Token], at: int) -> bool:
    """ "A second", "a third" before a verb: one more of those told before, no share of them."""
    ordinal = at + 2 < len(words) and words[at + 1].lower in _ORDINALS
    return ordinal and words[at + 2].tag in ("VERB", "AUX")


_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())


def _is_calibre(words: Sequence[Token], at: int) -> bool:
    """As in "a 51 mm mortar": the number measures one thing."""
    return at < len(words) and words[at].lower in word_set("lengths", "words")


def _bare(words: Sequence[Token], first: int, noun: int, end: int, starts: dict[int, NumberFound]) -> Group:
    """A group without determiner: a name, a plural, or a headline's "soldier killed"."""
    if words[end - 1].tag == "PART":
        if end in starts:
            return _counted(words, end, starts, first=first)
        end -= 1
    head = end - 1
    if any(w.tag == "PART" and w.lower != "to" for w in words[first:end]) and not is_plural(words, head):
        return Group("definite", first, end, head, noun, definite=True)
    if is_plural(words, head):
        return Group("plural", first, end, head, noun)
    if words[head].tag == "PROPN":
        return Group("name", first, end, head, noun)
    return Group("bare", first, end, head, noun)


def _zero(words: Sequence[Token], at: int, starts: dict[int, NumberFound], depth: int) -> Group | None:
    """As in "No soldiers", "no one", "none of them"."""
    if words[at].lower != "no":
        end = at + 1
        if end + 1 < len(words) and words[end].lower == "of":
            inner = _group(words, end + 1, starts, depth + 1) if depth < _DEEPEST else None
            end = inner.last if inner else end
        return Group("zero", at, end)
    if at + 1 < len(words) and words[at + 1].lower == "one":
        return Group("zero", at, at + 2)
    deeper = at + 1 < len(words) and depth < _DEEPEST
    following = _group(words, at + 1, starts, depth + 1) if deeper else None
    if following is None or following.form in ("pronoun", "counted"):
        return None
    return Group("zero", at, following.last, following.head, following.noun)


def _counted(
    words: Sequence[Token],
    at: int,
    starts: dict[int, NumberFound],
    *,
    first: int | None = None,
    zero: bool = False,
    depth: int = 0,
) -> Group:
    number = starts[at]
    begin = at if first is None else first
    definite = first is not None or any(w.lower in ("the", *_POSSESSIVE) for w in words[begin : number.last])
    form: Form = "zero" if zero or number.best == 0 else "counted"
    after = number.last
    additional = number.relation == "additional"
    of = _of_group(words, after, number, starts, depth) if depth < _DEEPEST else None
    if of is not None:
        inner, pronoun = of
        return Group(form, begin, inner.last, inner.head, inner.noun, number, pronoun, definite, additional)
    end = _nominal(words, after, starts)
    if end is None and after < len(words) and words[after].lower == "others":
        end = after + 1
    if end is None:
        return Group(form, begin, after, number=number, definite=definite, additional=additional)
    if words[end - 1].tag == "PART":
        end -= 1
    last = _with_second_noun(words, end, starts)
    return Group(form, begin, last, end - 1, after, number, definite=definite, additional=additional)


def _with_second_noun(words: Sequence[Token], end: int, starts: dict[int, NumberFound]) -> int:
    """Where "300 women and children" ends: one number for both; ``end`` where no such noun follows."""
    last = _nominal(words, end + 1, starts) if end < len(words) and words[end].lower == "and" else None
    if last is None or end + 1 in starts or not (is_plural(words, end - 1) and is_plural(words, last - 1)):
        return end
    both = [noun_kind(words[k].lower) for k in (end - 1, last - 1)]
    people = all(kind is not None and kind.kind not in ("object", "organisation") for kind in both)
    return last if people and last == end + 2 else end


def _of_group(
    words: Sequence[Token], at: int, number: NumberFound, starts: dict[int, NumberFound], depth: int
) -> tuple[Group, bool] | None:
    """What follows "of" after a number: "17 of them", "nine of the 14 drones", "dozens of people"."""
    if at + 1 >= len(words):
        return None
    start = at + 2 if (words[at].lower, words[at + 1].lower) == ("out", "of") else at + 1
    if words[start - 1].lower != "of" or start >= len(words):
        return None
    lower = words[start].lower
    if number.vague and lower in counted_nouns() and lower in word_set("people_nouns", "words"):
        return Group("plural", start, start + 1, start, start), False  # "dozens of wounded"
    if lower in ("them", "us", "whom", "which", "these", "those", "you"):
        if (
            lower in ("these", "those")
            and (inner := _group(words, start, starts, depth + 1)) is not None
            and inner.head >= 0
        ):
            return inner, False
        return Group("plural", start, start + 1, head=-1, noun=start), True
    if (
        lower in _POSSESSIVE
        and start + 1 < len(words)
        and words[start + 1].lower == "own"
        and _ends_with_own(words, start)
    ):
        return Group("plural", start, start + 2, head=-1, noun=start), True
    inner = _group(words, start, starts, depth + 1)
    if inner is None:
        return None
    determined = words[start].tag == "DET" or start in starts or (inner.last > start + 1 and inner.form == "definite")
    loose = number.vague or words[at - 1].lower in (
        "dozen",
        "couple",
        "pair",
        "score",
        "hundred",
        "thousand",
        "million",
    )
    return (inner, False) if determined or loose else None


def _ends_with_own(words: Sequence[Token], at: int) -> bool:
    """Whether "its own" stands alone ("nine of its own fell"), with no noun behind it."""
    following = words[at + 2] if at + 2 < len(words) else None
    return (
        following is None
        or following.tag not in ("NOUN", "PROPN", "ADJ")
        or following.lower in forms_of("blows", "falling")
    )


def _nominal(words: Sequence[Token], at: int, starts: dict[int, NumberFound]) -> int | None:
    """Where the run of modifiers and nouns from ``at`` ends, or None where it has no noun."""
    end = at
    head = owner = -1
    while end < len(words) and end - at < _LONGEST and not _stops(words, at, end, head, starts):
        word = words[end]
        if word.tag in ("NOUN", "PROPN"):
            head = end
        elif word.tag == "PART":
            if end + 1 in starts:
                return end + 1  # "the army's two soldiers"
            owner, head = end, -1
        elif word.lower == "(":
            end += 2
        end += 1
    if head < 0:
        return owner if owner >= 0 else None
    return head + 1


def _stops(words: Sequence[Token], at: int, end: int, head: int, starts: dict[int, NumberFound]) -> bool:
    """Whether the group that began at ``at`` and has its noun at ``head`` (-1: none yet) ends before ``end``."""
    word = words[end]
    if end in starts and end > at:
        return True
    state = phrase_at(words, end, state_phrases())
    if (head >= 0 and (state or word.lower in TIMES)) or (state is not None and len(state) > 1):
        return True
    if head >= 0 and word.lower == "home" and not leads_to_noun(words, end):
        return True  # "flew 200 of his compatriots home"
    if word.tag in ("NOUN", "PROPN"):
        misread = head < 0 and end == at and word.lower in verb_senses() and is_state_word(words, end)
        return misread or is_verb_after_all(words, end, head, starts)
    if word.tag == "ADJ":
        return head >= 0 and not leads_to_noun(words, end)
    if word.tag == "ADV":
        return head >= 0 or not leads_to_noun(words, end)
    if word.tag == "VERB":
        return not _modifies(words, at, end, head, starts)
    if word.tag == "NUM":
        return not leads_to_noun(words, end) and (end == at or words[end - 1].tag != "PROPN")
    if word.tag == "PART":
        follows = end + 1 in starts or leads_to_noun(words, end)
        return head < 0 or word.lower in ("to", "not", "n't") or not follows
    return not _is_inner_mark(words, at, end, head)


def _modifies(words: Sequence[Token], at: int, end: int, head: int, starts: dict[int, NumberFound]) -> bool:
    """Whether a word tagged as a verb belongs to the noun after it: "two suspected cadres", "a break away group"."""
    word = words[end]
    if not leads_to_noun(words, end):
        return False
    if head >= 0:
        compound = words[head].tag == "PROPN" or (word.lower, words[end + 1].lemma) == ("fighting", "vehicle")
        goes_on = word.lower in word_set("participles", "words")  # "a Maoist carrying a reward"
        return word.lower.endswith("ing") and compound and not goes_on  # "15 Maoist training camps"
    before = words[end - 1].tag if end else ""
    if before == "DET":
        return True  # misread: no verb follows an article
    opened = end > at or at in starts or at == 0 or before in ("NUM", "ADJ")
    return opened and word.lower.endswith(("ed", "ing", "en"))


def _is_inner_mark(words: Sequence[Token], at: int, end: int, head: int) -> bool:
    """Quotes, the point of an initial, a hyphen, or an abbreviation in brackets inside the group."""
    word = words[end]
    leads = leads_to_noun(words, end)
    if word.lower in QUOTES:
        return head < 0 or leads or any(w.lower in QUOTES for w in words[at:end])
    if word.lower == ".":
        return end > at and len(words[end - 1].text) == 1 and words[end - 1].tag == "PROPN"
    if word.lower in ("-", "/", "@"):
        return head >= 0 and leads and (word.lower != "-" or word.start == words[end - 1].end)
    if word.lower == "(":  # "four Security Force (SF) personnel"
        bracket = [w.text for w in words[end + 1 : end + 3]]
        return head >= 0 and bracket[1:] == [")"] and bracket[0].isupper() and leads_to_noun(words, end + 2)
    return False
