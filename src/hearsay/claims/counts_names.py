"""Where a person's name and age stand among the tokens of a sentence: "Dr. Omar Abu Hamid al-Attar", "12-year-old"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hearsay.codebook import words_at
from hearsay.reading.tokens import Token

MARKS = frozenset("'\"‘’“”*")
_PARTICLES = frozenset("al el bin bint ibn abu umm abd de del da dos la las los van von der née".split())
_AGE = re.compile(r"[\w-]+-(?:years?|months?|days?|weeks?)(?:-old)?", re.IGNORECASE)
_UNITS = frozenset({"year", "years", "month", "months", "week", "weeks", "day", "days"})
_ARABIC_ARTICLE = re.compile(r"(?:[a-z]{1,2}|ash|ath|adh)[-’'][A-Z]")
_LONGEST_NAME = 9


def is_name_word(words: Sequence[Token], at: int) -> bool:
    """A capitalised word that may be one of a name, with the Arabic article too ("al-Attar"); no month or weekday."""
    word = words[at]
    if word.text[0].isupper():
        named = word.tag in ("PROPN", "NOUN") or (at > 0 and word.tag in ("ADJ", "VERB", "ADV"))
        return named and word.lower not in words_at("measures", "times", "words")
    return _ARABIC_ARTICLE.match(word.text) is not None


def name_end(words: Sequence[Token], at: int) -> int:
    """Where the name that begins at ``at`` ends; ``at`` itself where there is none."""
    end = at
    while end < min(len(words), at + _LONGEST_NAME):
        inner = end + 1 < len(words) and is_name_word(words, end + 1)
        joins = words[end].lower in _PARTICLES or (end > at and words[end].lower in ("-", "/", *MARKS))
        if not (is_name_word(words, end) or (inner and joins)):
            break
        end += 1
    return end


def past_owner(words: Sequence[Token], at: int) -> int | None:
    """Past whom "the wife of …" names: a name, or a role with a name."""
    start = at
    while at < min(len(words), start + 4) and not is_name_word(words, at) and words[at].tag in ("DET", "NOUN", "ADJ"):
        at += 1
    end = name_end(words, at)
    return end if end > start else None


def is_age(words: Sequence[Token], at: int) -> bool:
    """ "12-year-old", "12-year old", "12 year old", "two-year – old", at its first token."""
    if "-" in words[at].text and _AGE.fullmatch(words[at].text):
        return True
    unit, old = (words[k].lower if k < len(words) else "" for k in (at + 1, at + 2))
    return unit in _UNITS and old in ("old", "-", "–")


def tells_of_age(words: Sequence[Token], at: int) -> bool:
    """Whether the word may be (part of) an age: no age is without such a word, and a bare one stands set off."""
    word = words[at]
    if word.lower == "aged" or word.lower in _UNITS:
        return True
    if word.text[0].isdigit() and at and words[at - 1].lower in (",", "(", "["):
        return True
    return "-" in word.text and _AGE.fullmatch(word.text) is not None


def past_age(words: Sequence[Token], at: int) -> int:
    """Where the age that begins at ``at`` ends."""
    end = at + 1
    while end < min(len(words), at + 4) and words[end].lower in (*_UNITS, "old", "-", "–"):
        end += 1
    return end


def age_behind(words: Sequence[Token], at: int) -> int | None:
    """ "X Y, 34," and "X Y, aged 12": where the age ends; None where none stands there."""
    if at >= len(words):
        return None
    if words[at].lower == "aged" and at + 1 < len(words):
        return at + 2
    closes = at + 1 >= len(words) or words[at + 1].lower in (",", ".", ";", "and")
    return at + 1 if words[at].text.isdigit() and len(words[at].text) < 3 and closes else None
