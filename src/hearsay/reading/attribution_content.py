"""What is said: the stretch of a sentence that a reporting cue governs, before it or after it."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.reading.attribution_cues import Cue, words_of
from hearsay.reading.attribution_sources import Range, Sentence, source_after

_OPENERS = frozenset(["that", "how", "why", "whether", "where", "when", "if", "what"])
_FINAL = frozenset([".", "!", "?", "…", ";"])
_QUOTE = frozenset({'"', "“", "«", "„", "''"})


def skip_listener(sentence: Sentence, cue: Cue, at: int) -> tuple[Range | None, int]:
    """For 'told X that': X, and where the statement begins."""
    if sentence.lower(at) in _OPENERS or cue.kind != "told":
        return None, at
    heard = source_after(sentence, at, apposition=False)
    if heard is None:
        return None, at
    # The statement may lack its "that": "told AFP the shelling had stopped" holds two groups side by side.
    first = sentence.noun_at[heard[0]]
    if heard[1] == first and first in sentence.verb_at:
        return None, at
    return heard, heard[1]


def skip_settings(sentence: Sentence, at: int, end: int) -> int:
    """Past 'on Sunday', 'in a statement released by X', 'to reporters in Kabul', and the commas between."""
    while at < end:
        step = _setting(sentence, at, end)
        if step is None:
            return at
        at = step
        if (
            sentence.lower(at) == ","
            and at + 1 < end
            and (_setting(sentence, at + 1, end) is not None or sentence.lower(at + 1) in _OPENERS)
        ):
            at += 1
    return at


def _setting(sentence: Sentence, at: int, end: int) -> int | None:
    lower, tag = sentence.lower(at), sentence.tag(at)
    if lower in words_of("settings", "times"):
        after = at + 1
        return after + 1 if sentence.tag(after) == "NUM" and after < end else after
    if tag == "ADV" and lower not in ("there", "here"):
        return at + 1
    if lower in ("last", "this", "early", "late") and sentence.lower(at + 1) in words_of("settings", "times"):
        return at + 2
    if tag != "ADP" and lower != "to":
        return None
    group = at + 1
    if group not in sentence.noun_at:
        return None
    last = sentence.noun_at[group]
    while last < end and sentence.lower(last) in words_of("settings", "nouns"):
        last += 1  # "in its daily update" where "update" was taken for a verb
    whole = [sentence.lower(k) for k in range(group, last)]
    known = set(whole) & (words_of("settings", "times") | words_of("settings", "nouns"))
    if not known and not (
        lower == "to" and set(whole) & {"reporters", "journalists", "media", "press", "correspondents"}
    ):
        return None
    while (
        sentence.lower(last)
        in (
            "of",
            "with",
            "by",
            "on",
            "from",
            "in",
            "to",
            "released",
            "issued",
            "published",
            "carried",
            "posted",
            "as",
            "at",
        )
        and last + 1 < end
    ):
        nxt = last + 1
        if nxt in sentence.noun_at:
            last = _past_clock(sentence, sentence.noun_at[nxt])
        elif sentence.lower(nxt) in ("by", "on", "of", "to", "in"):
            last = nxt
        else:
            break
    return min(last, end)


def _past_clock(sentence: Sentence, at: int) -> int:
    """Past the ':00' of '06:00'."""
    return at + 2 if sentence.lower(at) == ":" and not is_colon(sentence, at) and sentence.tag(at + 1) == "NUM" else at


def skip_aside(sentence: Sentence, at: int, end: int) -> int:
    """Past "…, without giving evidence, that": where the "that" stands; ``at`` itself where no such aside is."""
    if sentence.lower(at) != "," or sentence.tag(at + 1) not in ("ADP", "ADV"):
        return at
    for closing in range(at + 2, min(end - 1, at + _ASIDE)):
        if sentence.lower(closing) == ",":
            return closing + 1 if sentence.lower(closing + 1) == "that" else at
    return at


_ASIDE = 9  # words


def is_clause(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a statement begins at ``at``: 'that', a quotation, or a finite verb before the next comma."""
    lower = sentence.lower(at)
    if lower in _OPENERS or lower in _QUOTE or is_colon(sentence, at):
        return True
    if lower == "," or sentence.tag(at) in ("PUNCT", "CCONJ"):
        return lower == "," and sentence.lower(at + 1) in _QUOTE
    for k in range(at, end):
        if sentence.tag(k) == "AUX" or (
            (sentence.tag(k) == "VERB" or _unknown_verb(sentence, k))
            and not sentence.lower(k).endswith("ing")
            and sentence.lower(k - 1) != "to"
            and k > at
        ):
            return True
        if sentence.lower(k) == ";" or is_colon(sentence, k) or (sentence.lower(k) == "," and k > at + 12):
            return False
    return False


def _unknown_verb(sentence: Sentence, at: int) -> bool:
    """A past form that the dictionary lacks ('soldiers torched huts')."""
    return (
        sentence.lower(at).endswith("ed")
        and sentence.tag(at) == "NOUN"
        and sentence.tag(at - 1) in ("NOUN", "PROPN", "PRON")
    )


def is_colon(sentence: Sentence, at: int) -> bool:
    """A colon that opens a statement, not the one in '06:00'."""
    if sentence.lower(at) != ":":
        return False
    return at + 1 >= len(sentence.words) or sentence.words[at + 1].start > sentence.words[at].end


def end_of_sentence(sentence: Sentence) -> int:
    """Index after the last word of the sentence, its final mark left out unless a quotation closes after it."""
    end = len(sentence.words)
    while end > 0 and sentence.lower(end - 1) in _FINAL:
        end -= 1
    return end


def after_content(sentence: Sentence, start: int, later: Sequence[tuple[Cue, Range | None]]) -> Range | None:
    """The statement from ``start`` on; it ends where a later cue of the sentence takes over."""
    end = end_of_sentence(sentence)
    for other, source in later:
        cut = _takeover(sentence, start, other, source)
        if cut is not None and start < cut < end:
            end = cut
            break
    end = _before_concession(sentence, start, end)
    while start < end and sentence.lower(start) in (":", ",", "-", "–", "—"):
        start += 1
    while end > start and sentence.lower(end - 1) in (",", ";", "–", "—", "-") and not sentence.quoted[end - 1]:
        end -= 1
    return (start, end) if end > start else None


_CONCEDES = frozenset({"though", "although", "whereas", "while"})


def _before_concession(sentence: Sentence, start: int, end: int) -> int:
    """'denied targeting civilians, though thousands have died': what is conceded there is the outlet's own."""
    for at in range(start + 1, end - 1):
        if at in sentence.verb_at and not sentence.lower(at).endswith("ing"):
            return end
        if sentence.lower(at) == "," and sentence.lower(at + 1) in _CONCEDES:
            return at
    return end


def _takeover(sentence: Sentence, start: int, other: Cue, source: Range | None) -> int | None:
    """Where the statement that begins at ``start`` yields to ``other``, if it does."""
    first = other.first
    before = sentence.lower(first - 1)
    if other.kind not in ("speech", "told", "phrase", "citing") and not (
        other.kind == "thing" and (sentence.tag(first - 1) == "CCONJ" or _opens_clause(sentence, source))
    ):
        return None
    if other.form in ("participle", "phrase"):
        return (
            first - 1
            if before in (",", "”", '"', "''")
            else first
            if other.form == "phrase" and other.kind == "phrase"
            else None
        )
    if sentence.tag(first - 1) == "CCONJ" and other.form == "finite":
        # "said C and denied D": the verb shares the subject of the first.
        return first - 2 if sentence.lower(first - 2) == "," else first - 1
    if source is None or source[0] <= start:
        return None
    left = source[0] - 1
    if (
        sentence.tag(left) in ("CCONJ", "SCONJ")
        and sentence.lower(left) != "that"
        and sentence.lower(left - 1) in (",", ";", "”", '"')
    ):
        return left - 1
    if sentence.lower(left) == ";":
        return left
    return None


def _opens_clause(sentence: Sentence, source: Range | None) -> bool:
    """', but the hospital put the toll at nine': somebody else's clause begins."""
    return source is not None and sentence.tag(source[0] - 1) == "CCONJ" and sentence.lower(source[0] - 2) == ","


def resumes_at(sentence: Sentence, start: int, end: int) -> int | None:
    """'…, saying he was ill, and blew himself up': where the clause goes on that the participle broke into."""
    for at in range(start, end - 2):
        if sentence.lower(at) == "," and sentence.tag(at + 1) == "CCONJ" and at + 2 in sentence.verb_at:
            finite = sentence.tag(at + 2) == "VERB" and not sentence.lower(at + 2).endswith("ing")
            return at if finite else None
    return None


def is_adverbial(sentence: Sentence, words: Range) -> bool:
    """Whether the words before a speaker only set the scene ('During the ceremony', 'In a letter signed by X')."""
    first, last = words
    opener = sentence.tag(first)
    if any(sentence.quoted[k] for k in range(first, last)) or opener not in ("ADP", "ADV", "SCONJ", "PART", "VERB"):
        return False
    if opener == "ADP" and _is_setting_noun(sentence, first + 1):
        return True
    return all(_is_secondary(sentence, k, opener) for k in range(first, last))


def _is_setting_noun(sentence: Sentence, at: int) -> bool:
    end = sentence.noun_at.get(at)
    return end is not None and sentence.lower(end - 1) in words_of("settings", "nouns") - words_of("settings", "times")


def _is_secondary(sentence: Sentence, at: int, opener: str) -> bool:
    """Whether the word is no verb of a main clause: none at all, a participle, or one in a relative clause."""
    if sentence.tag(at) not in ("VERB", "AUX"):
        return True
    if sentence.lower(at) == "may" and "NUM" in (sentence.tag(at - 1), sentence.tag(at + 1)):
        return True  # the month
    if sentence.lower(at - 1) in ("who", "which", "that", "to") or sentence.lower(at).endswith("ing"):
        return True
    reduced = sentence.lower(at + 1) in ("by", "on", "in", "to") and sentence.tag(at - 1) in ("NOUN", "PROPN")
    return reduced and opener == "ADP"


def before_content(sentence: Sentence, end: int, since: int) -> Range | None:
    """The statement that ends before ``end`` (its comma left out unless quoted), not before ``since``."""
    while end > since and sentence.lower(end - 1) in (",", "-", "–", "—", ";") and not sentence.quoted[end - 1]:
        end -= 1
    start = since
    while start < end and sentence.lower(start) in (",", ";", "and", "-", "–", "—"):
        start += 1
    return (start, end) if end - start >= 2 else None


def stands_after_statement(sentence: Sentence, source: Range) -> bool:
    """Whether a comma, a dash or a closing quotation mark stands right before ``source``."""
    at = source[0] - 1
    return at > 0 and (sentence.lower(at) in (",", "–", "—", "-") or sentence.quoted[at])
