"""What a single word is in a group: a noun or a verb read as one, a state, a time, one of many."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.actors.people import noun_kind
from hearsay.claims.counts_lexicon import forms_of, noun_lemma, verb_senses, word_set
from hearsay.claims.numbers import NumberFound
from hearsay.reading.tokens import Token

QUOTES = frozenset("'\"‘’“”«»`")
PLAIN_VERBS = frozenset("kill kills die dies arrest arrests wound wounds murder murders injure injures".split())


def is_verb_after_all(words: Sequence[Token], at: int, head: int, starts: dict[int, NumberFound]) -> bool:
    """A bare or third-person verb read as a noun: "and kill seven", "a boy dies after"."""
    lower = words[at].lower
    if head < 0 and lower == "left" and at + 1 < len(words) and words[at + 1].tag == "DET":
        return True  # "nearly 4,000 left the district"
    if at and lower in forms_of("tolls", "rising") and words[at - 1].lower in word_set("tolls", "nouns"):
        return True  # "the death toll rose"
    following = words[at + 1] if at + 1 < len(words) else None
    if lower.endswith("ing") and lower in verb_senses():
        return at + 1 in starts or (following is not None and following.tag in ("DET", "PRON"))
    if lower not in PLAIN_VERBS or not words[at].text.islower():
        return False
    if at + 1 in starts or (following is not None and following.tag in ("DET", "NUM")):
        return True
    if head >= 0 and following is not None and following.text[0].isupper() and lower.startswith(("kill", "injure")):
        return True
    return (
        head >= 0
        and lower in ("dies", "die")
        and (following is None or following.tag in ("ADP", "SCONJ", "PUNCT", "CCONJ", "ADV"))
    )


TIMES = frozenset(
    """sunday monday tuesday wednesday thursday friday saturday yesterday today tomorrow overnight morning evening
    afternoon night dawn dusk noon midnight week month year""".split()
)


def is_state_word(words: Sequence[Token], at: int) -> bool:
    """A participle mistaken for a noun: "12 wounded when …"."""
    return words[at].lower.endswith(("ed", "wn")) and not (
        at + 1 < len(words) and words[at + 1].tag in ("NOUN", "PROPN")
    )


def leads_to_noun(words: Sequence[Token], at: int) -> bool:
    """Whether the next word continues the group."""
    if at + 1 >= len(words):
        return False
    following = words[at + 1]
    if following.tag in ("NOUN", "PROPN"):
        return not (following.lower in TIMES and words[at].tag == "VERB")
    further = at + 2 < len(words) and words[at + 2].tag in ("NOUN", "PROPN", "ADJ")
    return further and (following.tag in ("ADJ", "VERB", "ADV") or following.lower in QUOTES or following.lower == "-")


def is_plural(words: Sequence[Token], head: int) -> bool:
    """Whether the noun at ``head`` stands for more than one, or for an unknown number."""
    word = words[head].lower
    if word in word_set("collectives", "words"):
        return True
    if words[head].tag == "PROPN" and words[head].text.istitle():
        # "Petro Kravets" is one man, "Frontier Guards" are several: only a noun for people is a plural here.
        return word.endswith(("men", "ists", "ans", "ese")) or (
            noun_lemma(word) != word and noun_kind(word) is not None
        )
    return noun_lemma(word) != word or word.endswith(("men", "ists", "ese"))
