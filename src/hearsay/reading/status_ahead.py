"""What is still to come: modal verbs, "is to", conditions."""

from __future__ import annotations

from functools import cache

from hearsay.codebook import table, word_list, words_at
from hearsay.reading.frames import Draft, Sentence
from hearsay.reading.status_verdict import Verdict


def yet_to_come(sentence: Sentence, draft: Draft) -> Verdict | None:
    """What a modal verb or a condition makes of the deed; None where there is neither."""
    if (modal := _modal_of(sentence, draft)) is not None and (found := _modal(sentence, draft, *modal)) is not None:
        return found
    condition = _condition(sentence, draft)
    return Verdict("hypothetical", "unknown", condition) if condition is not None else None


def is_to(sentence: Sentence, draft: Draft) -> str | None:
    """ "Is to attack", "were due to meet", "is about to be deployed": the words that say so."""
    verb = sentence.verbs[draft.verb] if draft.verb is not None and (not draft.noun or draft.carried) else None
    if verb is None:
        return None
    at = verb.head - 1
    while at > 0 and (sentence.words[at].lower in ("be", "have") or sentence.words[at].tag == "ADV"):
        at -= 1
    if at < 2 or sentence.words[at].lower != "to":
        return None
    before, earlier = sentence.words[at - 1].lower, sentence.words[at - 2].lower
    if before in words_at("statuses", "planned", "inclined"):
        return f"{before} to"
    due = before in words_at("statuses", "planned", "due") and earlier in _BE
    blamed = sentence.words[verb.head].lower == "blame"  # "were to blame"
    return f"{before} to" if (before in _BE and not blamed) or due else None


_BE = frozenset({"is", "are", "was", "were"})


@cache
def _hypothetical() -> frozenset[str]:
    return frozenset(table("statuses")["hypothetical"]["modals"])


def _modal_of(sentence: Sentence, draft: Draft) -> tuple[str, bool, bool] | None:
    """The modal verb over the deed, whether its verb is in the perfect, and whether in the passive."""
    verb = sentence.verbs[draft.verb] if draft.verb is not None else None
    if verb is None:
        return None
    if verb.modal is not None:
        if draft.noun and (verb.negated or verb.lemma in _TALK):
            return None
        perfect = "have" in (t.lower for t in sentence.words[verb.group[0] : verb.head])
        return verb.modal, perfect, verb.passive
    shared = _shared_modal(sentence, draft)
    return (shared, False, False) if shared is not None else None


def _shared_modal(sentence: Sentence, draft: Draft) -> str | None:
    """ "Will train pilots and deliver two boats": the second verb's modal stands before the first."""
    own = sentence.verbs[draft.verb] if draft.verb else None
    if own is None or draft.noun or own.form != "finite" or sentence.words[own.head].lower != own.lemma:
        return None
    first = sentence.verbs[(draft.verb or 0) - 1]
    joined = sentence.words[own.group[0] - 1].tag == "CCONJ" and own.head == own.group[0]
    return first.modal if joined and not first.negated else None


_TALK = word_list("grammar", "talk_verbs")


def _modal(sentence: Sentence, draft: Draft, modal: str, perfect: bool, passive: bool) -> Verdict | None:
    if modal in ("will", "shall") or (modal == "would" and not perfect):
        force = draft.trigger.type in ("ASSAULT", "COERCE")
        if force and any(t.lower in _CONDITIONS for t in sentence.words):
            return Verdict("threatened", "unknown", modal)  # "would be shot unless"
        if any(t.lower == "if" for t in sentence.words):
            return Verdict("hypothetical", "unknown", modal)
        if draft.trigger.type == "ASSAULT" and ((passive and modal == "will") or _menaces(sentence, draft)):
            return Verdict("threatened", "unknown", modal)  # "any vehicle will be fired upon"
        return Verdict("planned", "unknown", modal)
    if modal in _hypothetical():
        return Verdict("hypothetical", "unknown", modal)
    return None


def _menaces(sentence: Sentence, draft: Draft) -> bool:
    """ "We will strike", "any port that shelters them will burn", "whoever returns will be shot"."""
    verb = sentence.verbs[draft.verb] if draft.verb is not None else None
    who = sentence.words[verb.subject[0]].lower if verb is not None and verb.subject is not None else ""
    return who in words_at("statuses", "threatened", "menacing")


_CONDITIONS = frozenset({"if", "unless", "until", "failing"})


def _condition(sentence: Sentence, draft: Draft) -> str | None:
    """ "if", "unless" in the words between the clause's beginning and the trigger, or right before the clause."""
    first = max(0, draft.clause[0] - 2)
    for token in sentence.words[first : draft.words[0]]:
        if token.lower in ("if", "unless", "whether"):
            return token.lower
    return None
