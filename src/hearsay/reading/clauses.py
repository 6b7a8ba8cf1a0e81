"""Who stands before a verb and what after it: a light reading of clauses over noun and verb groups.

No parse tree: subjects and objects are found by walking from the verb over prepositional phrases, parentheses and
reduced relative clauses. It is what the sentence's own word order gives, and the assembly above survives its errors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.codebook import word_list
from hearsay.reading.chunks import Chunk
from hearsay.reading.tokens import Token
from hearsay.records import Span

Range = tuple[int, int]
"""Token indices, the end exclusive."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group with what it governs. Ranges are token indices of its sentence."""

    lemma: str
    head: int
    group: Range
    form: str
    """``finite``, ``ing``, ``infinitive`` or ``participle`` (a bare -ed form without a subject of its own)."""
    passive: bool
    negated: bool
    modal: str | None
    governor: int | None
    """Index of the verb that an infinitive or a coordinated or -ing form hangs on."""
    subject: Range | None
    objects: tuple[Range, ...]
    obliques: tuple[tuple[str, Range], ...]
    """(preposition, noun phrase) pairs up to the next verb or clause."""
    end: int
    """Where its own words end: the next verb group's beginning, or the clause's end."""


_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "get", "got", "gets"])
_MODALS = frozenset(["will", "would", "shall", "should", "can", "could", "may", "might", "must"])
_BREAKS = frozenset({";", ":", "“", "”", '"', "—"})
_SUBORDINATE = frozenset(["after", "before", "since", "until", "than"])
_BLAMES = word_list("grammar", "blames")
_DAYS = word_list("grammar", "days")
_CLAUSE_WORDS = frozenset(
    [
        "that",
        "if",
        "because",
        "while",
        "when",
        "where",
        "although",
        "though",
        "whether",
        "as",
        "unless",
        "whereas",
        "once",
        "who",
        "which",
        "but",
        "after",
        "before",
        "since",
        "until",
    ]
)


def verbs(words: Sequence[Token], groups: Sequence[Chunk]) -> tuple[Verb, ...]:
    """The verb groups of a sentence with their subjects, objects and prepositional phrases, in order."""
    noun_at = {g.first: g for g in groups if g.kind == "NP"}
    noun_end = {g.last: g for g in groups if g.kind == "NP"}
    made: list[Verb] = []
    verb_groups = [g for g in groups if g.kind == "VP"]
    for number, group in enumerate(verb_groups):
        limit = verb_groups[number + 1].first if number + 1 < len(verb_groups) else len(words)
        made.append(_verb(words, group, limit, noun_at, noun_end, made))
    return tuple(made)


def phrase(words: Sequence[Token], first: int, noun_at: dict[int, Chunk], limit: int) -> Range:
    """The noun phrase that begins at ``first``, with its "of" phrases, brackets and coordinated phrases."""
    end = noun_at[first].last
    while end < limit:
        lower = words[end].lower
        if lower == "of" and end + 1 in noun_at and noun_at[end + 1].last <= limit:
            end = noun_at[end + 1].last
        elif lower == "(" and (close := _closing(words, end, limit)) is not None and close - end <= 14:
            end = close + 1
            if end in noun_at and noun_at[end].last <= limit:
                end = noun_at[end].last
        elif lower in ("“", '"', "‘") and end + 1 in noun_at:
            end = noun_at[end + 1].last
            if end < limit and words[end].lower in ("”", '"', "’"):
                end += 1
        elif (
            lower in ("and", "or")
            and end + 1 in noun_at
            and noun_at[end + 1].last <= limit
            and not _verb_follows(words, noun_at[end + 1].last)
        ) or (lower == "," and _list_goes_on(words, end, noun_at, limit)):
            end = noun_at[end + 1].last
        else:
            break
    return (first, end)


def _list_goes_on(
    words: Sequence[Token], comma: int, noun_at: dict[int, Chunk], limit: int, *, subject: bool = False
) -> bool:
    """A comma followed by noun phrases up to an "and": a list; only a subject has its verb right behind."""
    at = comma
    for _ in range(6):
        if at >= limit or words[at].lower != "," or at + 1 not in noun_at:
            return False
        at = noun_at[at + 1].last
        while at < limit and words[at].lower == "of" and at + 1 in noun_at:
            at = noun_at[at + 1].last
        if at < limit and words[at].lower in ("and", "or") and at + 1 in noun_at:
            return subject or not _verb_follows(words, noun_at[at + 1].last)
        if at + 1 < limit and words[at].lower == "," and words[at + 1].lower in ("and", "or"):
            return at + 2 in noun_at and (subject or not _verb_follows(words, noun_at[at + 2].last))
    return False


def _verb_follows(words: Sequence[Token], at: int) -> bool:
    while at < len(words) and words[at].tag == "ADV":
        at += 1
    return at < len(words) and words[at].tag in ("AUX", "VERB") and not words[at].lower.endswith("ing")


def _closing(words: Sequence[Token], at: int, limit: int) -> int | None:
    return next((k for k in range(at + 1, min(limit, at + 16)) if words[k].lower == ")"), None)


def _opening(words: Sequence[Token], close: int) -> int | None:
    return next((k for k in range(close - 1, max(-1, close - 16), -1) if words[k].lower == "("), None)


def _verb(
    words: Sequence[Token],
    group: Chunk,
    limit: int,
    noun_at: dict[int, Chunk],
    noun_end: dict[int, Chunk],
    earlier: Sequence[Verb],
) -> Verb:
    inside = words[group.first : group.last]
    lowers = [w.lower for w in inside]
    head = words[group.head]
    helped = any(w.tag == "AUX" for w in inside[: group.head - group.first])
    infinitive = "to" in lowers[: group.head - group.first]
    progressive = head.lower.endswith("ing")
    passive = bool(_BE & set(lowers[: group.head - group.first])) and not progressive and head.tag == "VERB"
    participial = helped and lowers[0] in ("having", "being")
    if participial or (progressive and not helped and not infinitive):
        form = "ing"
    else:
        form = "infinitive" if infinitive and not helped else "finite"
    subject, governor = _subject(words, group, noun_at, noun_end, earlier, form)
    if form == "finite" and not helped and subject is None and head.lower.endswith(("ed", "en", "wn", "ut", "it")):
        form = "participle"
        passive = True
    objects, obliques, end = _governed(words, group.last, limit, noun_at)
    if (
        not passive
        and not helped
        and not progressive
        and not infinitive
        and not objects
        and obliques
        and obliques[0][0] == "by"
    ):
        passive = True  # "12 people killed by shelling"
    joined = group.first > 0 and words[group.first - 1].tag == "CCONJ" and bool(earlier) and earlier[-1].passive
    if joined and form == "finite" and not helped and not objects and head.lower.endswith(("ed", "t", "n")):
        passive = True  # "were lined up and shot"
    return Verb(
        lemma=head.lemma,
        head=group.head,
        group=(group.first, group.last),
        form=form,
        passive=passive,
        negated=_negated(lowers) or _negated_subject(words, subject),
        modal=next((w for w in lowers if w in _MODALS), None),
        governor=governor,
        subject=subject,
        objects=objects,
        obliques=obliques,
        end=end,
    )


def _negated(group: Sequence[str]) -> bool:
    return bool({"not", "n't", "never"} & set(group)) or {"yet", "to"} <= set(group)  # "have yet to attack"


def _negated_subject(words: Sequence[Token], subject: Range | None) -> bool:
    return subject is not None and words[subject[0]].lower in ("no", "none", "nobody", "neither")


def _subject(
    words: Sequence[Token],
    group: Chunk,
    noun_at: dict[int, Chunk],
    noun_end: dict[int, Chunk],
    earlier: Sequence[Verb],
    form: str,
) -> tuple[Range | None, int | None]:
    """(subject, index of the governing verb): an inherited subject comes with the verb it is inherited from."""
    last = earlier[-1] if earlier else None
    last_at = len(earlier) - 1 if earlier else None
    at = group.first
    if form == "infinitive":
        if (
            last is not None
            and last.objects
            and last.lemma in ("force", "order", "ask", "urge", "allow", "help", "lead", "cause")
        ):
            return last.objects[-1], last_at
        return (last.subject if last else None), last_at
    while at > 0:
        token = words[at - 1]
        if last is not None and at == last.group[1]:
            return _across_a_verb(last, last_at, form)
        if token.lower == "," and at == group.first and at - 1 in noun_end and _is_aside(words, group):
            return _whole_phrase(words, at - 1, noun_at, noun_end), None
        if token.lower == ",":
            opening = _matching_comma(words, at - 1)
            if form == "ing" or opening is None:
                if last is not None:
                    return last.subject, last_at
                at -= 1
                continue
            at = opening
            continue
        if token.lower in ("and", "or", "but", "then") and token.tag == "CCONJ":
            return (last.subject if last else None), last_at
        if token.lower in ("who", "which"):
            before = at - 1
            if before > 0 and words[before - 1].lower == ",":
                before -= 1
            return _antecedent(words, before, noun_at, noun_end), last_at
        if token.lower in ("”", '"') and at - 1 in noun_end and words[noun_end[at - 1].first - 1].lower in ("“", '"'):
            at -= 1  # a quoted name: of the so-called “X”
            continue
        if token.tag == "SCONJ" or token.lower in _BREAKS:
            if token.lower == "that" and at - 1 in noun_end and form == "finite":
                return _whole_phrase(words, at - 1, noun_at, noun_end), None
            return None, last_at
        if at in noun_end:
            chunk = noun_end[at]
            start = _phrase_start(words, chunk, noun_at, noun_end)
            if start > 1 and words[start - 1].lower in ("“", '"') and words[start - 2].tag == "ADP":
                start -= 1  # against "police atrocities"
            if start > 0 and words[start - 1].tag == "ADP" and not _opens_clause(words, start, at):
                at = start - 1
                continue
            if last is not None and last.form == "ing" and last.group[1] == start and form == "finite":
                return last.subject, None  # "troops making gains have linked up"
            if words[start].lower == "those":
                return (start, group.first), None  # "those positioned in the zone"
            return (start, at), None
        if token.lower == ")":
            opening = _opening(words, at - 1)
            at = opening if opening is not None else at - 1
            continue
        if form == "ing" and token.tag == "ADP" and last is not None and last.objects and last.lemma in _BLAMES:
            return last.objects[-1], last_at  # "accused the army of shelling …"
        if form == "ing" and token.tag == "ADP":
            return (last.subject if last else None), last_at  # "after eliminating …", "by killing …"
        at -= 1
    return None, last_at


def _opens_clause(words: Sequence[Token], start: int, end: int) -> bool:
    """ "after those positioned there failed …": the clause's subject, unless a time ("since May")."""
    if words[start - 1].lower not in _SUBORDINATE:
        return False
    return not (words[end - 1].tag == "NUM" or any(t.lower in _DAYS or t.lemma in _DAYS for t in words[start:end]))


def _is_aside(words: Sequence[Token], group: Chunk) -> bool:
    """A participle after a comma that tells of the phrase before it ("the army, backed by allied fighters, …")."""
    after = words[group.last].lower if group.last < len(words) else ""
    return (
        group.last - group.first == 1
        and words[group.head].lower.endswith("ed")
        and after in ("by", "with", "from", "in")
    )


def _antecedent(
    words: Sequence[Token], end: int, noun_at: dict[int, Chunk], noun_end: dict[int, Chunk]
) -> Range | None:
    """The noun phrase that "who" or "which" stands for: over "at the hospital" back to "a medic"."""
    while end in noun_end:
        start = _phrase_start(words, noun_end[end], noun_at, noun_end)
        if start < 2 or words[start - 1].tag != "ADP" or start - 1 not in noun_end:
            return (start, end)
        end = start - 1
    return None


def _across_a_verb(last: Verb, last_at: int | None, form: str) -> tuple[Range | None, int | None]:
    """No noun phrase of its own before the verb: a reduced relative stands between, or it hangs on the last verb."""
    if form == "finite" and last.subject is not None:
        return last.subject, last.governor
    return last.subject, last_at


def _matching_comma(words: Sequence[Token], comma: int) -> int | None:
    """The comma that opens the aside which ``comma`` closes ("X, who spoke on condition of anonymity, said")."""
    for at in range(comma - 1, max(-1, comma - 26), -1):
        if words[at].lower == "," and at + 1 < comma:
            opener = words[at + 1]
            if opener.lower in ("who", "which", "whose", "where", "including", "also") or opener.tag in (
                "ADP",
                "DET",
                "ADJ",
                "ADV",
                "NUM",
            ):
                return at
            if opener.lower.endswith("ing") or opener.lower.endswith("ed"):
                return at
            return None
        if words[at].lower in (";", "“", '"'):
            return None
    return None


def _whole_phrase(words: Sequence[Token], end: int, noun_at: dict[int, Chunk], noun_end: dict[int, Chunk]) -> Range:
    return _phrase_start(words, noun_end[end], noun_at, noun_end), end


def _phrase_start(words: Sequence[Token], chunk: Chunk, noun_at: dict[int, Chunk], noun_end: dict[int, Chunk]) -> int:
    """Walk back over "X of", "X and", "X (Y)" to where the whole noun phrase begins."""
    start = chunk.first
    for _ in range(8):
        before = start - 1
        if before <= 0:
            break
        if words[before].lower in ("“", '"') and before in noun_end:
            start = noun_end[before].first
        elif words[before].lower == ")" and (opening := _opening(words, before)) is not None and opening in noun_end:
            start = noun_end[opening].first
        elif (
            (words[before].lower == "of" and before in noun_end)
            or (
                words[before].lower in ("and", "or") and before in noun_end and not _after_verb(words, noun_end[before])
            )
            or (
                words[before].lower == ","
                and before in noun_end
                and words[noun_end[before].first - 1].tag != "ADP"
                and _list_goes_on(words, before, noun_at, len(words), subject=True)
            )
        ):
            start = noun_end[before].first
        else:
            break
    return start


def _after_verb(words: Sequence[Token], chunk: Chunk) -> bool:
    return chunk.first > 0 and words[chunk.first - 1].tag in ("VERB", "AUX")


def _governed(
    words: Sequence[Token], start: int, limit: int, noun_at: dict[int, Chunk]
) -> tuple[tuple[Range, ...], tuple[tuple[str, Range], ...], int]:
    objects: list[Range] = []
    obliques: list[tuple[str, Range]] = []
    at = start
    preposition: str | None = None
    while at < limit:
        token = words[at]
        if at in noun_at:
            found = phrase(words, at, noun_at, limit)
            if preposition is not None:
                obliques.append((preposition, found))
            elif not obliques and (at == start or words[at - 1].tag != "PUNCT"):
                objects.append(found)
            at = found[1]
            preposition = None
            continue
        if token.tag == "ADP":
            preposition = token.lower
        elif token.lower in _BREAKS or token.lower in _CLAUSE_WORDS:
            if token.lower not in ("after", "before", "since", "until"):
                return tuple(objects), tuple(obliques), at
            preposition = token.lower
        elif token.lower == "," or token.tag == "CCONJ":
            preposition = None
        at += 1
    return tuple(objects), tuple(obliques), limit


def text_span(words: Sequence[Token], tokens: Range) -> Span:
    """Character span of a token range."""
    return words[tokens[0]].start, words[tokens[1] - 1].end
