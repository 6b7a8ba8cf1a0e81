"""What nobody vouches for: not confirmed, rumoured, feared, or only possible."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from hearsay.codebook import table, words_at
from hearsay.reading.frames import Draft, Sentence
from hearsay.reading.status_verdict import DENIALS
from hearsay.reading.tokens import Token


def unsure(sentence: Sentence, draft: Draft) -> str | None:
    """The words that leave open whether it happened; None where nothing does."""
    words = sentence.words
    before = " ".join(t.lower for t in words[_clause_start(words, draft.words[0]) : draft.words[1]])
    told = next((m for m in _left_open().finditer(before) if _reaches(before[m.end() :])), None)
    if told is not None and not any(verb.lemma in DENIALS for verb in sentence.verbs):  # a rumour that is denied
        return told.group()
    return (_possible(sentence, draft) or _in_general(sentence, draft)) if draft.noun else None


def _in_general(sentence: Sentence, draft: Draft) -> str | None:
    """ "Attacks on civilians may amount to war crimes": none in particular, unlike "the attacks may …"."""
    words = sentence.words
    verb = next((v for v in sentence.verbs if v.subject and v.subject[0] <= draft.words[0] < v.subject[1]), None)
    if verb is None or verb.subject is None or verb.modal not in _MAY:
        return None
    particular = words[verb.subject[0]].tag in ("DET", "NUM") and words[verb.subject[0]].lower not in _ANY
    done = any(word.lower in ("have", "has") for word in words[verb.group[0] : verb.head])
    return None if particular or done else f"{verb.modal} {verb.lemma}"


_MAY = frozenset({"may", "might", "could", "would"})
_ANY = frozenset({"any", "such", "further", "more", "new", "another"})


def _reaches(between: str) -> bool:
    """No comma ends what is left open, but around an aside ("could not confirm reports, carried abroad, that …")."""
    last = between.rpartition(",")[2]
    return last == between or last.startswith(" that ")


def _clause_start(words: Sequence[Token], at: int) -> int:
    """Behind the last mark before the deed that ends what is said: a semicolon, a colon, "but"."""
    return next((k + 1 for k in range(at - 1, -1, -1) if words[k].lower in (";", ":", "but", "–", "—")), 0)


def _possible(sentence: Sentence, draft: Draft) -> str | None:
    """ "A possible attack", "a summit is possible"."""
    words, at = sentence.words, draft.words[0] - 1
    likely = words_at("statuses", "hypothetical", "possible")
    while at >= 0 and words[at].tag in ("ADJ", "NOUN", "PROPN"):
        if words[at].lower in likely:
            return words[at].lower
        at -= 1
    verb = sentence.verbs[draft.verb] if draft.verb is not None else None
    if verb is None or words[verb.head].tag != "AUX" or verb.subject is None or verb.subject[0] > draft.words[0]:
        return None
    after = words[verb.group[1]].lower if verb.group[1] < len(words) else ""
    return after if after in likely else None


@cache
def _left_open() -> re.Pattern[str]:
    return re.compile("|".join(table("statuses")["hypothetical"]["left_open"]))
