"""Who speaks: the noun phrase before or after a reporting cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.codebook import word_list
from hearsay.reading.attribution_cues import Cue, words_of
from hearsay.reading.chunks import chunks
from hearsay.reading.datelines import after_dateline
from hearsay.reading.tokens import Token
from hearsay.reading.triggers import noun_triggers
from hearsay.records import Span

Range = tuple[int, int]
"""Words of a sentence, by index; the end is exclusive."""

_LINKS = frozenset(
    [
        "of",
        "for",
        "in",
        "at",
        "from",
        "with",
        "on",
        "near",
        "inside",
        "within",
        "to",
        "close",
        "under",
        "against",
        "behind",
    ]
)
_OPENS_APPOSITION = frozenset(
    [
        "who",
        "which",
        "whose",
        "a",
        "an",
        "the",
        "speaking",
        "citing",
        "quoting",
        "himself",
        "itself",
        "themselves",
        "whom",
        "identified",
        "known",
    ]
)
_QUOTES = frozenset("\"“”«»„''")
_LIKE_ADVERBS = frozenset({"long", "once", "first", "both", "all", "each"})
_FARTHEST = 60  # words that a parenthesis between subject and verb may take


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's words, which of them are quoted, and its noun groups by their first word and by their end.

    ``begin`` is the first word after a dateline ("GOMA, DR Congo (AFP) – …"), else 0.
    """

    span: Span
    words: tuple[Token, ...]
    quoted: tuple[bool, ...]
    noun_at: dict[int, int]
    noun_until: dict[int, int]
    verb_at: dict[int, int]
    begin: int

    def lower(self, at: int) -> str:
        """The word at ``at`` in lower case; empty outside the sentence."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def tag(self, at: int) -> str:
        """The tag of the word at ``at``; empty outside the sentence."""
        return self.words[at].tag if 0 <= at < len(self.words) else ""


def parsed(span: Span, words: tuple[Token, ...], quoted: tuple[bool, ...]) -> Sentence:
    """The sentence with its groups."""
    groups = chunks(words)
    nouns = _across_full_stops(words, [(g.first, g.last) for g in groups if g.kind == "NP"])
    return Sentence(
        span, words, quoted, dict(nouns), {last: first for first, last in nouns},
        {g.first: g.last for g in groups if g.kind == "VP"}, after_dateline(words),
    )  # fmt: skip


def _across_full_stops(words: Sequence[Token], groups: Sequence[Range]) -> list[Range]:
    """Groups that only the full stop of a short form divides made one ('Lt. Gen. Hassan', 'Mr. Obi')."""
    joined: list[Range] = []
    for first, last in groups:
        if joined and first - joined[-1][1] == 1 and words[first - 1].text == "." and len(words[first - 2].text) <= 5:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def is_boundary(sentence: Sentence, at: int) -> bool:
    """Whether a clause may begin right after the word at ``at`` (-1: the sentence's start)."""
    if at < sentence.begin:
        return True
    word = sentence.words[at]
    return word.tag in ("PUNCT", "SCONJ", "CCONJ") and word.lower not in ("-", "/", "&", "'")


def source_before(sentence: Sentence, cue: Cue) -> Range | None:
    """The subject of ``cue`` as far as it stands before it"""
    at = cue.first
    while at > 0 and (sentence.tag(at - 1) == "ADV" or sentence.lower(at - 1) in _LIKE_ADVERBS):
        at -= 1
    if at == 0:
        return None
    if cue.form == "participle":
        return _beside_participle(sentence, at)
    if sentence.tag(at - 1) == "CCONJ":
        return None
    before = sentence.lower(at - 1)
    if before in ("who", "which", "that"):
        return (at - 1, at)
    if before in (",", ")", "–", "—", "-", "]"):
        return _before_parenthesis(sentence, at - 1)
    found = _past_setting(sentence, at) or (phrase_until(sentence, at) if at in sentence.noun_until else None)
    return found if found is None else _out_of_relative(sentence, found)


def _beside_participle(sentence: Sentence, at: int) -> Range | None:
    """'with residents saying': the group before it. In 'issued a statement saying' somebody else speaks."""
    if at not in sentence.noun_until or sentence.lower(at - 1) in words_of("documents", "words"):
        return None
    return (sentence.noun_until[at], at)


def _out_of_relative(sentence: Sentence, found: Range) -> Range:
    """'Leaders who arrived at the residence said': the subject is what the relative clause describes."""
    governed = sentence.tag(found[0] - 1) in ("ADP", "VERB", "SCONJ")
    if sentence.lower(found[0] - 1) == "as" and found[0] - 2 in sentence.noun_until:
        return (phrase_until(sentence, found[0] - 2)[0], found[1])  # "a man identified as the commander"
    for at in range(found[0] - 1, max(sentence.begin, found[0] - _FARTHEST // 3) if governed else found[0], -1):
        if sentence.tag(at) == "PUNCT":
            break
        if (
            sentence.lower(at) in ("who", "which", "that")
            and at in sentence.noun_until
            and sentence.tag(at + 1) in ("VERB", "AUX", "ADV")
        ):
            return phrase_until(sentence, at)
    verb = found[0] - 2
    if sentence.tag(verb + 1) == "ADP" and sentence.tag(verb) == "VERB" and verb in sentence.noun_until:
        return phrase_until(sentence, verb)  # "a pamphlet left near the body threatened"
    return found


def _past_setting(sentence: Sentence, at: int) -> Range | None:
    """'The ministry on Sunday said', 'The ministry in a statement said': the subject stands before the setting."""
    if at not in sentence.noun_until:
        return None
    end = sentence.noun_until[at]
    if not (_is_time(sentence, at - 1) or (_setting_ahead(sentence, end) and sentence.tag(end - 1) == "ADP")):
        return None
    if sentence.tag(end - 1) == "ADP":
        end -= 1
    return phrase_until(sentence, end) if end in sentence.noun_until else None


def _before_parenthesis(sentence: Sentence, closing: int) -> Range | None:
    """'S, an aide to the governor, said': S with its apposition, or S alone before a relative clause."""
    mark = sentence.lower(closing)
    opening = {")": "(", "]": "["}.get(mark, mark)
    for at in range(closing - 1, max(-1, closing - _FARTHEST), -1):
        end = _opening(sentence, at - 1) if sentence.lower(at - 1) == ")" else at
        if sentence.lower(at) != opening or end not in sentence.noun_until or _tells_when(sentence, end):
            continue
        after = at + 1
        participle = sentence.tag(after) == "VERB" and sentence.lower(after).endswith(("ed", "ing", "wn"))
        apposition = (
            mark in ")]"
            or participle
            or sentence.tag(after) in ("NUM", "PROPN", "NOUN", "ADJ", "ADP")
            or (sentence.lower(after) in _OPENS_APPOSITION)
        )
        if not apposition:
            continue
        subject = (phrase_until(sentence, _before_age(sentence, end))[0], at)
        if mark in ")]":
            return (subject[0], closing + 1)
        relative = (
            participle
            or sentence.lower(after) in ("who", "whose", "which", "whom", "speaking", "citing", "quoting")
            or sentence.tag(after) == "ADP"
        )
        return subject if relative else (subject[0], closing)
    return None


def _before_age(sentence: Sentence, end: int) -> int:
    """Where the name ends that an age follows: 'Dave Pratt, 54, from Leeds, told us'."""
    name = end - 2
    aged = sentence.tag(end - 1) == "NUM" and len(sentence.lower(end - 1)) <= len("100") and sentence.lower(name) == ","
    return name if aged and name in sentence.noun_until and sentence.noun_until[end] == end - 1 else end


def _tells_when(sentence: Sentence, end: int) -> bool:
    """ "On 27 October", "in March", before the comma of the aside."""
    return _is_time(sentence, end - 1) or sentence.lower(end - 1) in word_list("grammar", "months")


def phrase_until(sentence: Sentence, end: int) -> Range:
    """The noun phrase that ends at ``end``, with what it hangs on ('a source at the police command', 'A, B and C')."""
    first = sentence.noun_until[end]
    while first > 0:
        at = first - 1
        bracket = _opening(sentence, at - 1) if sentence.lower(at) in _LINKS and sentence.lower(at - 1) == ")" else None
        held = _opening(sentence, at) if sentence.lower(at) == ")" else None
        if bracket is not None and bracket in sentence.noun_until:
            first = sentence.noun_until[bracket]
        elif held is not None and held in sentence.noun_until and sentence.tag(first) == "PROPN":
            first = sentence.noun_until[held]  # "Inspector General of Police (Bastar) P. Rao"
        elif sentence.lower(at) in _LINKS and at in sentence.noun_until:
            head = sentence.noun_until[at]
            if sentence.tag(head - 1) == "ADP" and is_boundary(sentence, head - 2) and sentence.tag(first) == "DET":
                break  # "In parts of the country": the phrase has a governor of its own
            if _is_time(sentence, at - 1):
                break
            first = head
        elif sentence.tag(at) == "CCONJ" and at in sentence.noun_until and _coordinates(sentence, at):
            first = sentence.noun_until[at]
        else:
            break
    return _with_list(sentence, (first, end))


def _coordinates(sentence: Sentence, conjunction: int) -> bool:
    """Whether 'X and Y said' has two subjects: X begins its clause."""
    start = sentence.noun_until[conjunction]
    while sentence.lower(start - 1) in _LINKS and start - 1 in sentence.noun_until:
        start = sentence.noun_until[start - 1]
    return is_boundary(sentence, start - 1)


def _with_list(sentence: Sentence, found: Range) -> Range:
    """'rescuers, medics and officials': the earlier members of a list whose last is joined by 'and'."""
    first, end = found
    joined = any(sentence.tag(k) == "CCONJ" for k in range(first, end))
    while joined and sentence.lower(first - 1) == "," and first - 1 in sentence.noun_until:
        member = sentence.noun_until[first - 1]
        if not is_boundary(sentence, member - 1) or member == 0 or _is_time(sentence, first - 2):
            break
        first = member
    return (first, end)


def _is_time(sentence: Sentence, at: int) -> bool:
    word = sentence.lower(at)
    return word in words_of("settings", "times") or (word.isdigit() and word[:2] in ("19", "20") and len(word) == 4)


def source_after(sentence: Sentence, at: int, *, apposition: bool = True) -> Range | None:
    """The noun phrase that begins at ``at``, with what hangs on it and, after a comma, its apposition."""
    while sentence.tag(at) == "ADV" and sentence.lower(at) != "reportedly":
        at += 1
    if at not in sentence.noun_at:
        return None
    end = sentence.noun_at[at]
    while end < len(sentence.words):
        nxt = sentence.lower(end)
        by_author = nxt == "by" and sentence.lower(end - 1) in words_of("documents", "words")
        if (
            (nxt in _LINKS or by_author or sentence.tag(end) == "CCONJ")
            and end + 1 in sentence.noun_at
            and not (_setting_ahead(sentence, end + 1) or _clause_ahead(sentence, end + 1))
        ):
            end = sentence.noun_at[end + 1]
        elif nxt == "(" and _closing(sentence, end) is not None:
            end = _closing(sentence, end) or end
        elif nxt == "," and apposition and _apposed(sentence, end + 1):
            end = sentence.noun_at[end + 1]
        else:
            break
    return (at, end)


def _opening(sentence: Sentence, closing: int) -> int | None:
    for at in range(closing - 1, max(-1, closing - 12), -1):
        if sentence.lower(at) == "(":
            return at
    return None


def _closing(sentence: Sentence, opening: int) -> int | None:
    for at in range(opening + 1, min(len(sentence.words), opening + 12)):
        if sentence.lower(at) == ")":
            return at + 1
    return None


def _apposed(sentence: Sentence, at: int) -> bool:
    """Whether what begins at ``at``, after a comma, describes the name before it rather than going on."""
    if at not in sentence.noun_at or _setting_ahead(sentence, at) or _clause_ahead(sentence, at):
        return False
    deed = noun_triggers(sentence.words[at : sentence.noun_at[at]])  # "according to police, an attack on X, …"
    return sentence.tag(at) != "PRON" and not deed


def _setting_ahead(sentence: Sentence, at: int) -> bool:
    """Whether the group at ``at`` says when or how, not who ('on Tuesday', 'in a statement')."""
    end = sentence.noun_at[at]
    last = sentence.lower(end - 1)
    return last in words_of("settings", "times") or (
        last in words_of("settings", "nouns") and sentence.lower(at) in ("a", "an", "its", "his", "her", "their")
    )


def _clause_ahead(sentence: Sentence, at: int) -> bool:
    """Whether the group at ``at`` has a verb of its own right after it ('and rebels fled')."""
    end = sentence.noun_at[at]
    return end in sentence.verb_at and sentence.tag(end) in ("VERB", "AUX") and not sentence.lower(end).endswith("ing")


def clause_subject(sentence: Sentence, until: int) -> Range | None:
    """The first noun phrase of the sentence that a finite verb before ``until`` may have as subject."""
    at = sentence.begin
    while at < until:
        if at in sentence.noun_at and sentence.tag(at - 1) != "ADP" and not sentence.quoted[at]:
            end = sentence.noun_at[at]
            if not _is_time(sentence, end - 1):
                whole = source_after(sentence, at, apposition=False) or (at, end)
                return (at, min(whole[1], until))
            at = end
        else:
            at += 1
    return None
