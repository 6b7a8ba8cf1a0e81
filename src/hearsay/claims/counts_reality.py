"""Whether a deed is said to have happened at all: only then does it count anyone."""

from __future__ import annotations

from hearsay.claims.counts_lexicon import forms_of, word_set
from hearsay.claims.counts_sentence import Clauses

_NEGATIONS = frozenset({"not", "n't", "never", "cannot"})


def happened(clauses: Clauses, at: int) -> bool:
    """False where the verb or noun at ``at`` is negated, future, possible, wished, ordered or conditional.

    "Managed to kill", "may have been killed" and "is believed to have killed" are reports and count; what status
    they have is decided elsewhere.
    """
    words = clauses.words
    if _is_conditional(clauses, at) or _follows_unreal(clauses, at):
        return False
    governing = clauses.auxiliary_before(at)
    chain: list[str] = []
    verb = at
    while governing is not None and len(chain) < 5:
        chain.append(words[governing].lower)
        verb = governing
        if words[verb].lower == "to":
            told = "have" in chain or _infinitive_is_real(clauses, verb)  # "suspected to have been killed"
            return told and not _is_negated(clauses, verb, at)
        governing = clauses.auxiliary_before(verb)
    if _is_negated(clauses, verb, at):
        return False
    modal = next((word for word in chain if word in word_set("real", "unreal_auxiliaries")), None)
    if modal is None:
        return True
    return modal in word_set("real", "reporting_perfects") and "have" in chain


def _is_negated(clauses: Clauses, first: int, last: int) -> bool:
    return any(clauses.words[k].lower in _NEGATIONS for k in range(max(0, first - 1), last))


def _infinitive_is_real(clauses: Clauses, to: int) -> bool:
    """As in "Managed to kill"; "is reported to have killed"; not "vowed to kill"."""
    words = clauses.words
    before = to - 1
    while before > 0 and words[before].tag == "ADV":
        before -= 1
    word = words[before].lower if before >= 0 else ""
    return word in forms_of("real", "infinitive_after") or word == "able"


def _is_conditional(clauses: Clauses, at: int) -> bool:
    """Whether the clause opens with "if" or the like."""
    for k in range(at - 1, max(-1, at - 16), -1):
        word = clauses.words[k]
        if word.lower in ("if", "unless", "lest"):
            return True
        if word.lower in (",", ";", "."):
            return False
    return False


def _follows_unreal(clauses: Clauses, at: int) -> bool:
    """As in "Without killing", "instead of killing", "attempted murder of"."""
    if clauses.auxiliary_before(at) is not None and not clauses.words[at].lower.endswith("ing"):
        return False
    words = clauses.words
    first = at
    group = next((g for g in clauses.groups if g.first <= at < g.last), None)
    if group is not None:
        first = group.first
        if any(
            w.lower in ("attempted", "planned", "possible", "alleged plot", "foiled", "would-be")
            for w in words[group.first : at]
        ):
            return True
    for width in (1, 2):
        if first >= width and " ".join(w.lower for w in words[first - width : first]) in word_set(
            "real", "unreal_before"
        ):
            return words[at].lower.endswith("ing") or words[first - 1].lower != "from"
    return False
