"""What goes on behind a noun group: one more member of a list, a state, a clause that describes it."""

from __future__ import annotations

from hearsay.claims.counts_lexicon import phrase_at, phrases, state_phrases, states, word_set
from hearsay.claims.counts_nouns import QUOTES
from hearsay.claims.counts_sentence import AND, RELATIVE, Clauses


def next_unit(clauses: Clauses, at: int, limit: int) -> int | None:
    """The group after ``,``, ``and``, ``as well as`` at ``at``."""
    start = at
    if at < limit and clauses.words[at].lower == ",":
        at += 1
    if at < limit and clauses.words[at].lower in AND:
        at += 1
    elif (phrase := phrase_at(clauses.words, at, phrases("along", "words"))) is not None:
        at += len(phrase)
    if at > start and at < limit and clauses.words[at].lower in word_set("mostly", "words"):
        return None  # "120 people, mostly farmers": the same people
    while at < limit and clauses.words[at].tag == "ADV" and at not in clauses.group_from and at > start:
        at += 1
    return at if at > start and at in clauses.group_from and at < limit else None


def past_state(clauses: Clauses, at: int, limit: int) -> int:
    """Past "killed and wounded", "dead" right after the counted in a list: "lost 20 men killed, four tanks"."""
    end = at
    while end < limit and not clauses.inside[end] and (clauses.words[end].lower,) in states():
        end += 1
        if end + 1 < limit and clauses.words[end].lower in AND and phrase_at(clauses.words, end + 1, state_phrases()):
            end += 1
    return end


def skip_modifier(clauses: Clauses, at: int, limit: int, *, of_object: bool) -> int:
    """Past a participle or relative clause that describes the group; ``at`` itself where there is none."""
    start = at + (clauses.words[at].lower == "," and at + 1 < limit)
    if start < limit and clauses.words[start].lower in RELATIVE and not of_object:
        for end in range(limit - 1, start, -1):
            if clauses.words[end].lower == ",":
                return end + 1
        return limit
    if start < limit and clauses.words[start].lower in QUOTES and start + 1 < limit:
        return start + 1
    while start < limit and clauses.words[start].tag == "ADV" and not clauses.inside[start]:
        start += 1
    if start >= limit or clauses.inside[start] or not clauses.is_modifier(start):
        return at
    if of_object and start > at and clauses.words[at].lower == ",":
        return at
    end = start + 1
    while (
        end < limit
        and (clauses.words[end].tag in ("ADV", "PART", "VERB", "AUX", "SCONJ") and not clauses.inside[end])
        and end - start < 6
    ):
        end += 1
    following = clauses.group_from.get(end)
    end = following.last if following else end
    if not of_object and clauses.words[at].lower == ",":
        for comma in range(end, min(limit, end + 30)):
            if clauses.words[comma].lower == ",":
                return comma + 1
    return min(end, limit)
