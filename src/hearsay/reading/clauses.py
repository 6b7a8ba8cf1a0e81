"""Who stands before a verb and what after it: a light reading of clauses over noun and verb groups.

No parse tree: subjects and objects are found by walking from the verb over prepositional phrases, parentheses and
reduced relative clauses. It is what the sentence's own word order gives, and the assembly above survives its errors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.reading.chunks import Chunk
from hearsay.reading.phrases import BREAKS, phrase, verb_follows
from hearsay.reading.subjects import is_absolute, subject_of
from hearsay.reading.tokens import Token
from hearsay.reading.verb import Range, Verb
from hearsay.records import Span

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "get", "got", "gets"])
_MODALS = frozenset(["will", "would", "shall", "should", "can", "could", "may", "might", "must"])
_CLAUSE_WORDS = frozenset(
    "that if because while when where although though whether as unless whereas once who which but after before since "
    "until".split()
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
        _share_object(words, made)
    return tuple(made)


def _share_object(words: Sequence[Token], made: list[Verb]) -> None:
    """ "Abducted and killed a farmer": the object stands once, behind the last verb; the first is told of it too."""
    if len(made) < 2 or not made[-1].objects:
        return
    first, last = made[-2], made[-1]
    joint = words[first.group[1] : last.group[0]]
    alike = first.form == last.form and not (first.passive or last.passive or first.objects or first.obliques)
    if alike and len(joint) == 1 and joint[0].tag == "CCONJ":
        made[-2] = replace(first, objects=last.objects)


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
    if form == "finite" and not helped and _joins_infinitive(words, group, earlier):
        form = "infinitive"
    subject, governor = subject_of(words, group, noun_at, noun_end, earlier, form)
    if form == "finite" and not helped and subject is None and head.lower.endswith(("ed", "en", "wn", "ut", "it")):
        form = "participle"
        passive = True
    passive = passive or (subject is not None and is_absolute(words, subject[0], (group.first, group.last)))
    phrasal = (head.lemma, _lower(words, group.last)) in _PHRASAL and group.last not in noun_at
    after = group.last + 1 if phrasal else group.last
    objects, obliques, end = _governed(words, after, limit, noun_at)
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
    if earlier and earlier[-1].lemma == "find" and earlier[-1].passive and earlier[-1].group[1] == group.first:
        passive = passive or (form == "finite" and not objects)  # "was found bludgeoned to death"
    joined = group.first > 0 and words[group.first - 1].tag == "CCONJ" and bool(earlier) and earlier[-1].passive
    if joined and form == "finite" and not helped and not objects and head.lower.endswith(("ed", "t", "n")):
        passive = True  # "were lined up and shot"
    return Verb(
        lemma=head.lemma,
        head=group.head,
        group=(group.first, group.last),
        form=form,
        passive=passive,
        negated=_negated(lowers) or _negatedsubject_of(words, subject),
        modal=next((w.lower for w in inside if w.lower in _MODALS and w.text != "May"), None),
        governor=governor,
        subject=subject,
        objects=objects,
        obliques=obliques,
        end=end,
    )


def _joins_infinitive(words: Sequence[Token], group: Chunk, earlier: Sequence[Verb]) -> bool:
    """ "To enforce the curfew and apprehend offenders": the second has no "to" of its own."""
    head = words[group.head]
    bare = head.lower == head.lemma and group.first > 0 and words[group.first - 1].tag == "CCONJ"
    return bare and bool(earlier) and earlier[-1].form == "infinitive" and earlier[-1].group[1] <= group.first - 1


_PHRASAL = frozenset({("hand", "over"), ("take", "over"), ("turn", "over")})
"""Verbs with a preposition that belongs to them: what follows is their object."""


def _lower(words: Sequence[Token], at: int) -> str:
    return words[at].lower if at < len(words) else ""


def _negated(group: Sequence[str]) -> bool:
    return bool({"not", "n't", "never"} & set(group)) or {"yet", "to"} <= set(group)  # "have yet to attack"


def _negatedsubject_of(words: Sequence[Token], subject: Range | None) -> bool:
    return subject is not None and words[subject[0]].lower in ("no", "none", "nobody", "neither")


def _governed(
    words: Sequence[Token], start: int, limit: int, noun_at: dict[int, Chunk]
) -> tuple[tuple[Range, ...], tuple[tuple[str, Range], ...], int]:
    objects: list[Range] = []
    obliques: list[tuple[str, Range]] = []
    at = start = _past_aside(words, start, noun_at)
    preposition: str | None = None
    over = False  # behind a comma no object begins, nor behind its "and": "50 people hurt, doctors and witnesses said"
    while at < limit:
        token = words[at]
        if at in noun_at:
            found = phrase(words, at, noun_at, limit)
            if preposition is None and _lower(words, found[1]) in _TIMED:
                pass  # "kidnapped 11 days ago"
            elif preposition is not None:
                obliques.append((preposition, found))
            elif at == start or (not over and words[at - 1].tag != "PUNCT" and _may_follow(words, obliques)):
                objects.append(found)
            at = found[1]
            preposition = None
            continue
        if token.tag == "ADP":
            preposition = token.lower
        elif token.lower in BREAKS or token.lower in _CLAUSE_WORDS:
            if token.lower not in ("after", "before", "since", "until"):
                return tuple(objects), tuple(obliques), at
            preposition = token.lower
        elif token.lower == "," or token.tag == "CCONJ":
            preposition = None
        over = over or (token.lower == "," and not objects)
        at += 1
    return tuple(objects), tuple(obliques), limit


_TIMED = frozenset({"ago", "later", "earlier"})
_ASIDE = 6
"""Words of an aside between a verb and its object at most."""


def _past_aside(words: Sequence[Token], start: int, noun_at: dict[int, Chunk]) -> int:
    """ "They murdered, at gunpoint, a soldier": where the object begins behind the aside, else ``start``."""
    if _lower(words, start) != "," or start + 1 >= len(words) or words[start + 1].tag != "ADP":
        return start
    close = next((k for k in range(start + 2, min(start + 2 + _ASIDE, len(words))) if words[k].lower == ","), None)
    if close is None or close + 1 not in noun_at or verb_follows(words, noun_at[close + 1].last):
        return start
    return close + 1


def _may_follow(words: Sequence[Token], obliques: Sequence[tuple[str, Range]]) -> bool:
    """No object stands behind a prepositional phrase, but for what the deed led to: "hacked to death 11 men"."""
    return all(preposition == "to" and words[phrase[1] - 1].lower == "death" for preposition, phrase in obliques)


def text_span(words: Sequence[Token], tokens: Range) -> Span:
    """Character span of a token range."""
    return words[tokens[0]].start, words[tokens[1] - 1].end
