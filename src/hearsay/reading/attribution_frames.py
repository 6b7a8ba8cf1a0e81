"""One reporting cue, its source and its content, as ranges of words in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.reading.attribution_content import (
    after_content,
    before_content,
    end_of_sentence,
    is_adverbial,
    is_clause,
    resumes_at,
    skip_aside,
    skip_listener,
    skip_settings,
    stands_after_statement,
)
from hearsay.reading.attribution_cues import Cue, words_of
from hearsay.reading.attribution_sources import (
    Range,
    Sentence,
    clause_subject,
    is_boundary,
    source_after,
    source_before,
)
from hearsay.records import overlap


@dataclass(frozen=True, slots=True)
class Frame:
    """An attribution of a sentence, in words."""

    source: Range | None
    cue: Range
    content: Range


@dataclass(frozen=True, slots=True)
class _Heard:
    """A cue with its source; ``inverted`` where the source follows it ("said the governor")."""

    cue: Cue
    source: Range | None
    inverted: bool = False


def frames(sentence: Sentence, cues: Sequence[Cue]) -> tuple[Frame, ...]:
    """The attributions of a sentence in the order of its cues."""
    heard = _with_sources(sentence, cues)
    made: list[Frame] = []
    since = sentence.begin
    for k, one in enumerate(heard):
        contents = _citing(sentence, heard, k) if one.cue.kind == "citing" else _contents(sentence, heard, k, since)
        cue = one.cue
        if cue.form == "participle" and one.source is None:
            continue  # "a post reporting the death": nobody in the sentence says it
        words = (cue.first, cue.last)
        made += [Frame(one.source, words, content) for content in contents if not overlap(content, words)]
        made += _carriers(sentence, one, contents)
        if contents and not any(_encloses(sentence, later) for later in heard[k + 1 :]):
            since = max(since, *(c[1] for c in contents), cue.last, one.source[1] if one.source else 0)
            since = skip_settings(sentence, since, len(sentence.words))
    return tuple(made)


def _encloses(sentence: Sentence, one: _Heard) -> bool:
    """'Nobody warned us, said the widow': all that stands before is its statement, other cues included."""
    if one.source is None:
        return False
    if one.cue.kind == "phrase":
        ends = one.source[1] >= end_of_sentence(sentence) or sentence.lower(one.source[1]) == ","
        return (ends and not is_boundary(sentence, one.cue.first - 1)) or sentence.lower(one.cue.first - 1) == ","
    if one.cue.form != "finite" or one.cue.kind not in ("speech", "told"):
        return False
    if one.inverted:
        return True
    after = skip_settings(sentence, skip_listener(sentence, one.cue, one.cue.last)[1], len(sentence.words))
    return after >= end_of_sentence(sentence) and stands_after_statement(sentence, one.source)


# ---------- sources


def _with_sources(sentence: Sentence, cues: Sequence[Cue]) -> list[_Heard]:
    heard: list[_Heard] = []
    for cue in cues:
        heard.append(_with_source(sentence, cue, heard))
    return heard


def _with_source(sentence: Sentence, cue: Cue, before: Sequence[_Heard]) -> _Heard:
    if cue.form == "phrase":
        return _Heard(cue, _after_phrase(sentence, cue))
    if cue.form == "noun":
        return _Heard(cue, _possessor(sentence, cue))
    if cue.form == "passive":
        return _passive(sentence, cue)
    if _is_inverted(sentence, cue):
        return _Heard(cue, source_after(sentence, cue.last), inverted=True)
    source = source_before(sentence, cue)
    if source is None:
        source = _shared(sentence, cue, before)
    return _Heard(cue, source)


def _after_phrase(sentence: Sentence, cue: Cue) -> Range | None:
    """The source after 'according to'; before the statement its apposition counts only where a comma closes it."""
    whole = source_after(sentence, cue.last)
    if whole is None or not is_boundary(sentence, cue.first - 1) or sentence.lower(cue.first - 1) == ",":
        return whole
    if sentence.lower(whole[1]) == ",":
        return whole
    return source_after(sentence, cue.last, apposition=False)


def _is_inverted(sentence: Sentence, cue: Cue) -> bool:
    """'…, said the governor': a comma or closing mark before the verb, a noun phrase and no clause after it."""
    at = cue.first - 1
    if at < 1 or cue.form != "finite" or cue.last not in sentence.noun_at or cue.last - cue.head > 1:
        return False
    if sentence.lower(sentence.noun_at[cue.last] - 1) in words_of("responsibility", "nouns"):
        return False  # "the “Shadow” claimed responsibility"
    closing = sentence.quoted[at]
    inverts = cue.lemma in words_of("constraints", "inverting")
    if closing and cue.kind in ("speech", "told", "thing") and (inverts or sentence.tag(at - 1) == "PUNCT"):
        return sentence.tag(cue.last) != "PRON" or sentence.lower(cue.last) in ("he", "she", "they")
    if sentence.lower(at) not in (",", "-", "–", "—") or not inverts:
        return False
    subject = source_before(sentence, cue)
    if subject is not None and not _has_verb(sentence, subject[0]):
        return False  # "The committee, a volunteer group, said …": nothing has been stated before it
    whole = source_after(sentence, cue.last, apposition=False)
    follows = whole[1] if whole else cue.last
    return sentence.tag(follows) not in ("VERB", "AUX") and sentence.lower(follows) != "that"


def _has_verb(sentence: Sentence, until: int) -> bool:
    """Whether a verb outside quotations stands before ``until``."""
    return any(sentence.tag(k) in ("VERB", "AUX") and not sentence.quoted[k] for k in range(sentence.begin, until))


def _shared(sentence: Sentence, cue: Cue, before: Sequence[_Heard]) -> Range | None:
    """'S said …, adding that', 'S met him and said': the speaker of the cue before, or the clause's subject."""
    for one in reversed(before):
        if one.source is not None and one.cue.form in ("finite", "participle") and one.cue.kind != "citing":
            return one.source
    return clause_subject(sentence, cue.first)


def _possessor(sentence: Sentence, cue: Cue) -> Range | None:
    """'the army's claim that', 'its denial that'."""
    first = sentence.noun_until.get(cue.last)
    if first is None:
        return None
    for at in range(cue.head - 1, first - 1, -1):
        if sentence.tag(at) == "PART" and at > first:
            return (first, at)
        if sentence.lower(at) in ("its", "his", "her", "their"):
            return (at, at + 1)
    return None


def _passive(sentence: Sentence, cue: Cue) -> _Heard:
    """'S was quoted as saying' has its subject for source; any other passive what follows 'by'."""
    if cue.kind == "citing":
        return _Heard(cue, source_before(sentence, cue))
    for at in range(cue.last, min(len(sentence.words), cue.last + 8)):
        if sentence.lower(at) == "by":
            return _Heard(cue, source_after(sentence, at + 1, apposition=False), inverted=True)
        if sentence.tag(at) not in ("ADV", "PUNCT") and sentence.lower(at) not in words_of("settings", "times"):
            break
    return _Heard(cue, None)


# ---------- contents


def _contents(sentence: Sentence, heard: Sequence[_Heard], k: int, since: int) -> list[Range]:
    one = heard[k]
    later = [(h.cue, h.source) for h in heard[k + 1 :]]
    enclosing = next((h for h in heard[k + 1 :] if _encloses(sentence, h)), None)
    if enclosing is not None and enclosing.source is not None:
        at = enclosing.cue.first if enclosing.inverted or enclosing.cue.kind == "phrase" else enclosing.source[0]
        limit = at - 1 if sentence.tag(at - 1) == "PUNCT" and not sentence.quoted[at - 1] else at
        found = _contents_of(sentence, one, later, since)
        return [(start, min(end, limit)) for start, end in found if start < limit]
    return _contents_of(sentence, one, later, since)


def _contents_of(sentence: Sentence, one: _Heard, later: list[tuple[Cue, Range | None]], since: int) -> list[Range]:
    if one.cue.form == "phrase":
        return _of_phrase(sentence, one, later, since)
    if one.cue.form == "noun":
        found = after_content(sentence, one.cue.last, later)
        return [found] if found else []
    if one.cue.form == "passive" and one.cue.kind != "citing":
        return _of_passive(sentence, one, later, since)
    return _of_verb(sentence, one, later, since)


def _of_phrase(sentence: Sentence, one: _Heard, later: list[tuple[Cue, Range | None]], since: int) -> list[Range]:
    """'According to S, C', 'C, according to S', 'C, according to S, C'."""
    if one.source is None:
        return []
    after = skip_settings(sentence, one.source[1], len(sentence.words))
    ahead = None
    if sentence.lower(after) == ",":
        ahead = after_content(sentence, after + 1, later)
    before = before_content(sentence, one.cue.first, since)
    if before is None or one.cue.first <= since + 1:
        return [ahead] if ahead else []
    if ahead is not None and sentence.tag(ahead[0]) in ("VERB", "AUX", "ADP"):
        return [before, ahead]
    return [before]


def _of_passive(sentence: Sentence, one: _Heard, later: list[tuple[Cue, Range | None]], since: int) -> list[Range]:
    """'It was reported that C', 'C was claimed by S', 'S1 was accused of C by S2'."""
    after = one.source[1] if one.source and one.inverted else one.cue.last
    after = skip_settings(sentence, after, len(sentence.words))
    it = sentence.lower(one.cue.first - 1) == "it"
    end = end_of_sentence(sentence)
    if it or sentence.lower(after) in ("that", "to", "of", "as"):
        found = after_content(sentence, after, later) if after < end else None
        if found is None and it:
            found = before_content(sentence, one.cue.first - 1, since)
        return [found] if found else []
    if one.source is None:
        return []
    before = before_content(sentence, one.cue.first, since)
    return [before] if before and sentence.lower(before[1] - 1) not in ("who", "which", "that") else []


def _of_verb(sentence: Sentence, one: _Heard, later: list[tuple[Cue, Range | None]], since: int) -> list[Range]:
    cue, end = one.cue, end_of_sentence(sentence)
    after = one.source[1] if one.inverted and one.source else cue.last
    if not one.inverted:
        _, after = skip_listener(sentence, cue, after)
    start = skip_aside(sentence, skip_settings(sentence, after, end), end)
    before = None
    if one.inverted:
        before = before_content(sentence, cue.first, since)
    elif (
        one.source is not None
        and not _is_relative(sentence, one.source)
        and stands_after_statement(sentence, one.source)
    ):
        before = before_content(sentence, one.source[0], since)
    if before is not None and is_adverbial(sentence, before) and sentence.lower(start) != ",":
        before = None
    ahead = None
    if before is not None and sentence.lower(start) == "," and _is_split(sentence, before, start):
        ahead = after_content(sentence, start + 1, later)
    elif start < end and _may_follow(sentence, cue, start, end, has_before=before is not None):
        ahead = after_content(sentence, start, later)
    elif before is not None and _goes_on(sentence, start, end, later):
        return [before, *filter(None, (after_content(sentence, start + 1, later),))]
    if ahead is not None and cue.form == "participle" and _breaks_in(sentence, one):
        resumed = resumes_at(sentence, *ahead)
        ahead = (ahead[0], resumed) if resumed is not None else ahead
    return [c for c in (before if ahead is None or _is_split(sentence, before, start) else None, ahead) if c]


def _breaks_in(sentence: Sentence, one: _Heard) -> bool:
    """'X called for help, saying …': the speaker of the participle is the subject of a clause that may go on."""
    return one.source is not None and one.source[0] == sentence.begin and sentence.lower(one.cue.first - 1) == ","


def _is_relative(sentence: Sentence, source: Range) -> bool:
    """'…, which shows that': what stands before the pronoun is what it means, not what is said."""
    return source[1] - source[0] == 1 and sentence.lower(source[0]) in ("who", "which", "that")


def _is_split(sentence: Sentence, before: Range | None, start: int) -> bool:
    """'"C," S said, "C"': the statement stands on both sides."""
    if before is None:
        return False
    if is_adverbial(sentence, before):
        return sentence.lower(start) == ","
    return (sentence.quoted[before[1] - 1] and sentence.lower(start) in (",", ":", '"', "“", "''")) or (
        sentence.lower(start) == "," and not any(sentence.tag(k) in ("VERB", "AUX") for k in range(*before))
    )


def _goes_on(sentence: Sentence, start: int, end: int, later: list[tuple[Cue, Range | None]]) -> bool:
    """'C, S said, and C': what follows the parenthesis in a clause of its own is said too, but for another's word."""
    joined = sentence.lower(start) == "," and sentence.lower(start + 1) in ("and", "but")
    others = any(source is not None and source[0] <= start + 2 < source[1] for _, source in later)
    return joined and not others and start + 2 in sentence.noun_at and is_clause(sentence, start + 2, end)


def _may_follow(sentence: Sentence, cue: Cue, start: int, end: int, *, has_before: bool) -> bool:
    """Whether what begins at ``start`` is the statement of ``cue``."""
    lower = sentence.lower(start)
    infinitive = lower == "to" and sentence.tag(start) == "PART"
    if cue.lemma in words_of("constraints", "infinitive_only"):
        return infinitive
    if is_clause(sentence, start, end):
        return not (has_before and lower != "that" and not sentence.quoted[start] and lower not in (",", ":"))
    if has_before or sentence.tag(start) in ("PUNCT", "CCONJ"):
        return False
    if cue.lemma in words_of("constraints", "clause_only"):
        return False
    if cue.last - cue.head > 1 or infinitive:
        return True
    return start in sentence.noun_at or sentence.lower(start).endswith("ing")


# ---------- one speaker quoted by another


def _citing(sentence: Sentence, heard: Sequence[_Heard], k: int) -> list[Range]:
    """What a cited source is cited for: what the cue beside it governs, else the clause before."""
    one = heard[k]
    if one.cue.form in {"passive", "finite"}:
        return _quoted_as(sentence, one, [(h.cue, h.source) for h in heard[k + 1 :]])
    for j in (*range(k + 1, len(heard)), *range(k - 1, -1, -1)):
        if heard[j].cue.form == "finite" and heard[j].cue.kind in ("speech", "told"):
            contents = _contents(sentence, heard, j, sentence.begin)
            if contents:
                return [c for c in contents if not overlap(c, (one.cue.first, one.cue.last))]
    before = before_content(sentence, one.cue.first, sentence.begin)
    return [before] if before else []


def _quoted_as(sentence: Sentence, one: _Heard, later: list[tuple[Cue, Range | None]]) -> list[Range]:
    start = _after_as_saying(sentence, one.cue)
    if start is None:
        return []
    found = after_content(sentence, start, [h for h in later if h[0].first >= start])
    return [found] if found else []


def _after_as_saying(sentence: Sentence, cue: Cue) -> int | None:
    for at in range(cue.last, min(len(sentence.words) - 1, cue.last + 25)):
        if sentence.lower(at) == "as" and sentence.lower(at + 1).endswith("ing"):
            return at + 2
    return None


def _carriers(sentence: Sentence, one: _Heard, contents: Sequence[Range]) -> list[Frame]:
    """'SANA quoted the ministry as saying C': the ministry says C too."""
    cue = one.cue
    if cue.kind != "citing" or cue.form not in ("finite", "passive") or not contents:
        return []
    if cue.form == "passive":
        by = next(
            (k for k in range(cue.last, min(len(sentence.words), cue.last + 3)) if sentence.lower(k) == "by"),
            None,
        )
        carrier = source_after(sentence, by + 1, apposition=False) if by is not None else None
    else:
        carrier = source_after(sentence, cue.last, apposition=False)
    return [Frame(carrier, (cue.first, cue.last), c) for c in contents] if carrier else []
