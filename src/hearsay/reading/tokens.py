"""Words with a coarse part of speech: enough to find who stands before and after a verb.

The dictionary is LemmInflect's; words it holds both as noun and verb ("attack", "strikes") are told apart by their
neighbours. Tags are the Universal POS tags; errors are expected and the rules above are written to survive them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from hearsay.codebook import table, word_list
from hearsay.codebook.english import lemmas_of, lemminflect
from hearsay.records import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark; ``start`` and ``end`` are offsets in the article's text."""

    text: str
    start: int
    end: int
    lower: str
    lemma: str
    tag: str


_WORD = re.compile(
    r"(?:\d[\d.,]*\d|\d)(?:st|nd|rd|th|km|kg|mm)?(?:-[A-Za-z]+)*"  # numbers, 12th, 16-year-old, 122mm
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|(?:St|Mt|Ft|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Cpl|Adm|Cmdr|Dr|Mr|Mrs|Ms|Prof|Rev|Hon|Gov|Sen|Rep)\.(?=\s?[A-Z])"
    r"|(?:[^\W_]+(?:[’'ʼ`‘][^\W_]+|-[^\W_]+|/[^\W_]+)*)"  # words, names with hyphens and apostrophes
    r"|\S"
)
_CONTRACTED = re.compile(r"(?<=[a-z])n[’']t$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:[’'][sS]|(?<=[sS])[’'])$")
_OPEN = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_CLOSED: dict[str, str] = {word: tag for tag, listed in table("grammar")["closed"].items() for word in listed.split()}
# Those of them whose tag never depends on what stands beside them.
_SMALL_WORDS = {word: frozenset({tag}) for word, tag in _CLOSED.items() if word.isalpha() and word != "can"}
# Words that news uses almost only as nouns, whatever else the dictionary allows.
_NOUNS = word_list("grammar", "nouns")
# Irregular past forms that are also nouns or adjectives ("shot", "hit"): verbs unless a determiner stands before.
_PAST = word_list("grammar", "irregular_past")
# Participles that news uses as adjectives.
_ADJECTIVES = word_list("grammar", "adjectives")
# Deeds that open a sentence as its subject ("Fighting around the camp …").
_COMPOUNDS = frozenset(noun for entry in table("weapons")["weapon"] for noun in entry["nouns"] if " " in noun)
_MEANS = word_list("grammar", "means")
_FIGHTING = word_list("grammar", "deeds_in_ing")
_PLURALS_BEFORE_NOUNS = word_list("grammar", "plurals_before_nouns")
_PARTICLES = frozenset({"up", "down", "off", "out", "away"})
_APPROXIMATES = re.compile(
    r"(?:at least|at most|more than|less than|fewer than|no fewer than|no less than|no more than|as many as|up to|"
    r"close to|well over|upwards of|over|under|about|around|nearly|almost|roughly|approximately|some|another)$"
)
_NUMBER = re.compile(r"\d[\d.,]*(?:st|nd|rd|th)?$|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\w+$")


@lru_cache(maxsize=65536)
def _readings(word: str) -> dict[str, str]:
    """Tag → lemma, as the dictionary has it for a lower-case word."""
    found = lemmas_of(word)
    if not found and word.isalpha() and word.endswith(("ed", "ing")) and len(word) >= 6:
        found = lemminflect.getAllLemmasOOV(word, "VERB")
    return {tag: lemmas[0] for tag, lemmas in found.items()}


def _has_alnum(word: str) -> bool:
    return word.isalnum() or any(map(str.isalnum, word))


def tokens(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of ``text[span]``, in order; possessive endings are tokens of their own (PART)."""
    raw: list[tuple[str, int]] = []
    genitives: set[int] = set()
    for match in _WORD.finditer(text, *span):
        word, start = match.group(), match.start()
        ending = (_POSSESSIVE.search(word) or _CONTRACTED.search(word)) if word[-1] in "sStT’'" else None
        if ending and ending.start():
            raw += [(word[: ending.start()], start), (ending.group(), start + ending.start())]
        elif word in "’'" and raw and raw[-1][0][-1:] in "sS" and raw[-1][1] + len(raw[-1][0]) == start:
            raw.append((word, start))
            genitives.add(len(raw) - 1)
        else:
            raw.append((word, start))
    shouted = _is_shouted(text[span[0] : span[1]])
    guesses = [_guess(word, position, raw, shouted=shouted) for position, (word, _) in enumerate(raw)]
    for position in genitives:
        guesses[position] = frozenset({"PART"})
    _mark_approximators(raw, guesses)
    made: list[Token] = []
    for position, (word, start) in enumerate(raw):
        tag = _settle(position, raw, guesses, made)
        lower = word.lower().removesuffix(".") if tag == "PROPN" and word.count(".") == 1 else word.lower()
        lower = "n't" if lower == "n’t" else lower
        lemma = _readings(lower).get(tag, lower) if tag in _OPEN else lower
        made.append(Token(word, start, start + len(word), lower, lemma, tag))
    return tuple(made)


def _mark_approximators(raw: list[tuple[str, int]], guesses: list[frozenset[str]]) -> None:
    """Words like "at least" before a number belong to the number's group, not to a preposition."""
    for position in range(1, len(raw)):
        if guesses[position] != {"NUM"} or (guesses[position - 1] == {"NUM"}):
            continue
        for width in (3, 2, 1):
            phrase = " ".join(word.lower() for word, _ in raw[max(0, position - width) : position])
            if position >= width and _APPROXIMATES.match(phrase):
                guesses[position - width : position] = [frozenset({"ADV"})] * width
                break


def _is_shouted(sentence: str) -> bool:
    """An upper-case wire: case says nothing there."""
    letters = "".join(filter(str.isalpha, sentence))
    return len(letters) > 8 and sum(map(str.isupper, letters)) > 0.9 * len(letters)


def _guess(word: str, position: int, raw: list[tuple[str, int]], *, shouted: bool) -> frozenset[str]:
    """The tags a word may have, looking at the word alone and at its case."""
    if word in _SMALL_WORDS:
        return _SMALL_WORDS[word]
    lower = word.lower()
    if not _has_alnum(word):
        return frozenset({"PUNCT"})
    if (
        _POSSESSIVE.fullmatch(word)
        and position
        and raw[position - 1][1] + len(raw[position - 1][0]) == raw[position][1]
    ):
        return frozenset({"PART"})
    if lower == "n’t":
        return frozenset({"PART"})
    following = raw[position + 1][0] if position + 1 < len(raw) else ""
    if word == "May" and (following[:1].isdigit() or (position and raw[position - 1][0].isdigit())):
        return frozenset({"PROPN"})
    before = raw[position - 1][0].lower() if position else ""
    if lower == "can" and (_NUMBER.match(before) or _CLOSED.get(before) in ("DET", "NUM")):
        return frozenset({"NOUN"})  # "a can bomb"
    if lower == "advanced" and _CLOSED.get(following.lower()) == "ADP":
        return frozenset({"VERB"})
    if word == "Without" and position and raw[position - 1][0][0].isupper() and following[:1].isupper():
        return frozenset({"PROPN"})  # "Doctors Without Borders"
    if lower in _CLOSED and not (word.isupper() and len(word) > 1 and not shouted and lower in ("it", "us", "who")):
        return frozenset({_CLOSED[lower]})
    if _NUMBER.match(lower):
        return frozenset({"NUM"})
    if lower in _NOUNS:
        return frozenset({"NOUN"})
    if lower in _ADJECTIVES and (shouted or word.islower() or (position == 0 and raw[1:] and raw[1][0].islower())):
        return frozenset({"ADJ"})
    if lower == "dead" and position and raw[position - 1][0].lower() in ("shot", "stabbed", "gunned", "found"):
        return frozenset({"ADV"})
    known = _OPEN & _readings(lower).keys()
    capital = word[0].isupper() and not shouted
    first = position == 0 or not _has_alnum(raw[position - 1][0])
    named = following[:1].isupper() and "VERB" not in known and following.lower() not in _CLOSED
    if (capital and not (first and known and not named)) or lower.startswith(
        ("al-", "el-", "ul-", "ash-", "as-", "an-")
    ):
        return frozenset({"PROPN"})
    if lower.endswith("ly") and not known & {"NOUN"}:
        return frozenset({"ADV"})
    if "-" in lower and not known:
        tail = lower.rsplit("-", 1)[1]
        if tail.endswith(("ed", "old", "ing", "led", "run", "held", "made", "based", "long", "wide", "scale")):
            return frozenset({"ADJ"})
        return frozenset({"PROPN" if capital or (shouted and not known) else "NOUN"})
    return known or frozenset({"PROPN" if shouted or capital else "NOUN"})


_SHARES = frozenset("some most all both each any either neither".split())
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM"})
_OPENS_NP = frozenset({"DET", "NUM", "PROPN", "ADJ", "PRON"})


def _settle(at: int, raw: list[tuple[str, int]], guesses: list[frozenset[str]], made: list[Token]) -> str:
    """One tag for the word at ``at``, by what stands before (settled) and after (guessed)."""
    tags = guesses[at]
    lower = raw[at][0].lower()
    before = made[-1] if made else None
    after = guesses[at + 1] if at + 1 < len(guesses) else frozenset()
    next_word = raw[at + 1][0].lower() if at + 1 < len(raw) else ""
    if lower in ("keep", "keeps", "stop", "start", "begin") and next_word.endswith("ing"):
        return "VERB"
    if lower == "those" and (after & {"VERB", "ADP"} or next_word == "who"):
        return "PRON"
    if lower in _PAST and before is not None and before.tag == "VERB" and "NOUN" in after:
        return "ADJ"  # "recapture lost positions"
    if lower in ("first", "last") and before is not None and before.tag in ("NOUN", "PROPN") and "VERB" in after:
        return "ADV"
    if lower == "that" and before is not None and before.tag in ("VERB", "NOUN"):
        return "SCONJ"
    if lower == "to" and "VERB" in after and not next_word.endswith(("ed", "s")):
        return "PART"
    if lower == "overnight" and "NOUN" in after and (before is None or before.tag in _BEFORE_NOUN | {"ADP"}):
        return "ADJ"  # "in overnight raids"
    if before is not None and before.lower == "further" and "NOUN" in tags and lower.endswith("s"):
        return "NOUN"  # "warned that further attacks on …"
    if before is not None and before.tag == "VERB" and lower.endswith("ed") and tags & {"VERB"} and after == {"NOUN"}:
        return "ADJ"  # "release jailed politicians"
    if next_word == "of" and lower in _SHARES:
        return "NUM"  # "some of the marchers", as "one of them"
    if len(tags) == 1 and tags != {"VERB"}:
        return next(iter(tags))
    previous = _skip_adverbs(made)
    if lower in _PAST and "VERB" in tags and not (before is not None and before.tag in _BEFORE_NOUN | {"ADP", "PART"}):
        return "VERB"
    if lower in ("strikes", "strike", "raids", "attacks") and before is not None and before.lower in _MEANS:
        return "NOUN"
    if before is not None and f"{before.lower} {_singular(lower)}" in _COMPOUNDS:
        return "NOUN"  # "barrel bombs on", "a roadside bomb that"
    if lower in ("fire", "aim") and next_word in ("at", "on") and (before is None or before.tag != "VERB"):
        return "NOUN" if before is not None and before.tag in _BEFORE_NOUN else "VERB"
    if lower.endswith("ing") and "VERB" in tags:
        opens = before is None or before.text in ("-", "–", "—")  # "22:40 - Fighting has broken out"
        if opens and lower in _FIGHTING and after & {"ADP", "VERB", "AUX"}:
            return "NOUN"
        if before is not None and before.tag == "ADP" and "DET" in after:
            return "VERB"  # "suspected of planning an attack"
        if before is not None and _are_busy(before, after):
            return "VERB"  # "labourers building a road"
        if "NOUN" in tags and before is not None and before.tag in ("NOUN", "PROPN", "ADP", "DET", "ADJ"):
            return "NOUN"
        if before is not None and (before.tag in _BEFORE_NOUN or before.lower in ("’s", "'s")):
            return "ADJ" if "NOUN" in after and next_word not in ("of", "on", "in") else "NOUN"
        if next_word == "of" or (
            before is not None and before.tag == "ADP" and (not after or "ADP" in after or "PUNCT" in after)
        ):
            return "NOUN"
        if _is_of_somebody(made) and not after & _OPENS_NP:
            return "NOUN"  # "from Israeli shelling in"
        return "VERB"
    if "VERB" not in tags:
        return _nominal(tags, after)
    if (
        previous is not None
        and (previous.tag == "AUX" or previous.lower in ("to", "not", "n't"))
        and not (before is not None and before.tag in _BEFORE_NOUN)
    ):
        if previous.lower == "to" and previous.tag == "ADP":
            return "NOUN" if "NOUN" in tags else "VERB"
        return (
            "VERB"
            if tags & {"VERB"} and not (previous.tag == "AUX" and tags & {"ADJ"} and not lower.endswith("ed"))
            else _nominal(tags, after)
        )
    if before is not None and (before.tag in _BEFORE_NOUN or before.tag == "PART"):
        participle = lower.endswith("ed") or tags == {"VERB"}
        if participle:
            if before.tag == "NUM" and not after & {"NOUN", "PROPN"}:
                return "VERB"  # "12 killed, 20 wounded"
            return (
                "ADJ"
                if after & {"NOUN", "PROPN", "ADJ"}
                else "VERB"
                if not tags & {"NOUN", "ADJ"} and before.tag != "DET"
                else "NOUN"
            )
        return _nominal(tags, after)
    if before is not None and before.tag == "ADP":
        if tags == {"VERB"} and lower.endswith("ed"):
            return "ADJ"
        return _nominal(tags, after)
    if before is None:
        return _nominal(tags, after) if tags & {"NOUN", "ADJ"} else "VERB"
    if before.lower in _PARTICLES and len(made) > 1 and made[-2].tag == "VERB" and "NOUN" in tags:
        return _nominal(tags, after)  # "blew up houses"
    if before.tag in ("PRON", "ADV") and before.lower not in ("himself", "them"):
        return "VERB"
    if before.tag in ("NOUN", "PROPN", "PUNCT", "CCONJ", "VERB", "SCONJ"):
        if lower.endswith("ed") or tags == {"VERB"}:
            return "VERB"
        opens = bool(after & _OPENS_NP) or next_word in (
            "on",
            "against",
            "into",
            "from",
            "for",
            "that",
            "to",
            "at",
        )
        if before.tag in ("NOUN", "PROPN") and opens and ("NOUN" not in after or after & _OPENS_NP):
            return "VERB" if _agrees(before, lower) or next_word in ("the", "a", "that") else _nominal(tags, after)
        return _nominal(tags, after)
    return _nominal(tags, after)


def _are_busy(before: Token, after: frozenset[str]) -> bool:
    """A plural and an object on the two sides of a word in -ing; but few stand before nouns ("weapons training")."""
    several = before.tag == "NOUN" and before.lemma != before.lower and before.lower not in _PLURALS_BEFORE_NOUNS
    return several and bool(after & {"DET", "NUM", "NOUN", "ADJ", "PROPN"}) and "ADP" not in after


def _is_of_somebody(made: list[Token]) -> bool:
    """A preposition of cause or time with one proper name, or one singular noun ("army"), behind it."""
    named = len(made) > 1 and (made[-1].tag == "PROPN" or (made[-1].tag == "NOUN" and made[-1].lemma == made[-1].lower))
    return named and made[-2].lower in ("by", "from", "during", "after", "amid", "under")


def _skip_adverbs(made: list[Token]) -> Token | None:
    for token in reversed(made):
        if token.tag != "ADV":
            return token
    return None


def _nominal(tags: frozenset[str], after: frozenset[str]) -> str:
    if "NOUN" in tags:
        return "ADJ" if "ADJ" in tags and after & {"NOUN"} and not after & {"VERB"} else "NOUN"
    for tag in ("ADJ", "ADV", "VERB"):
        if tag in tags:
            return tag
    return min(tags)


def _singular(noun: str) -> str:
    return _readings(noun).get("NOUN", noun)


def _agrees(subject: Token, verb: str) -> bool:
    """A plural noun with a bare verb, a singular one with a verb in -s."""
    plural = subject.lower == "police" or (subject.lower.endswith("s") and not subject.lower.endswith("ss"))
    return plural != (verb.endswith("s") and not verb.endswith("ss"))


def noun_lemma(token: Token) -> str:
    """The token's dictionary form as a noun, whatever its tag (upper-case wires tag many nouns as names)."""
    if token.tag == "NOUN" and token.lemma != token.lower:
        return token.lemma
    known = _readings(token.lower).get("NOUN")
    if known is None and len(token.lower) > 3 and token.lower.endswith("s") and not token.lower.endswith("ss"):
        return token.lower[:-1]  # not in the dictionary: "UAVs", "warplanes"
    return known or token.lower
