"""Did it happen? The status and outcome that the sentence's own verbs give an event.

The words that decide lie in codebook/statuses.toml. What the speaker does with the claim (denies it, claims
responsibility) is added where chains are assembled.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hearsay.codebook import table, word_list, words_at
from hearsay.reading.frames import Draft, Sentence
from hearsay.reading.status_ahead import is_to, yet_to_come
from hearsay.reading.status_plain import failing, is_plotted, plain_verdict
from hearsay.reading.status_stopped import came_to_nothing, nouns_before, stopped_before
from hearsay.reading.status_unsure import unsure
from hearsay.reading.status_verdict import DENIALS, Verdict
from hearsay.reading.status_weapons import would_not_go_off
from hearsay.reading.verb import Verb
from hearsay.records import Status


@cache
def governing() -> dict[str, Status]:
    """Lemma → status, for verbs and nouns that govern a deed; the more sceptical status wins."""
    out: dict[str, Status] = {}
    order: tuple[Status, ...] = (
        "ongoing",
        "attempted",
        "hypothetical",
        "planned",
        "thwarted",
        "threatened",
        "denied",
    )
    for status in order:
        entry = table("statuses")[status]
        for lemma in (*entry.get("governors", ()), *entry.get("nouns", ())):
            out[lemma] = status
    return out


@cache
def _in_infinitives(*, force: bool) -> dict[str, Status]:
    """The same for what they govern in an infinitive only: "agreed to withdraw", "were massing to attack"."""
    lists = ("infinitives", "massing") if force else ("infinitives",)
    planned: dict[str, Status] = {lemma: "planned" for name in lists for lemma in words_at("statuses", "planned", name)}
    return planned | governing()


def verdict(sentence: Sentence, draft: Draft) -> Verdict | None:
    """The status of the draft; None when the sentence says that it did not happen and nobody denies it."""
    chain = _chain(sentence, draft)
    if _never_came(sentence, draft, chain) or _none_feared(sentence, draft):
        return None
    if (stopped := stopped_before(sentence, draft)) is not None:
        return Verdict("thwarted", "failed", stopped)
    if (due := is_to(sentence, draft)) is not None:
        if any(t.lower == "if" for t in sentence.words):
            return Verdict("hypothetical", "unknown", "if")
        return Verdict("thwarted" if came_to_nothing(sentence, draft) else "planned", "unknown", due)
    if _unable(sentence, draft):
        return Verdict("occurred" if draft.trigger.mode is None else "attempted", "failed", "unable")
    governors = _governors(sentence, draft, chain)
    denied = bool(governors) and governors[0][1] == "denied"
    if not denied and draft.trigger.type == "THREATEN":
        return plain_verdict(sentence, draft, None)
    if not denied and (doubt := unsure(sentence, draft)) is not None:
        return Verdict("hypothetical", "unknown", doubt)
    for lemma, status in governors:
        found = _governed(sentence, draft, lemma, status)
        if found is not None:
            return found
    own = sentence.verbs[draft.verb] if draft.verb is not None and (not draft.noun or draft.carried) else None
    if own is not None:
        if would_not_go_off(sentence, draft, own):
            return Verdict("attempted", "failed", f"not {own.lemma}")
        if own.negated and not draft.trigger.repels:
            return None
    if (ahead := yet_to_come(sentence, draft)) is not None:
        return ahead
    return plain_verdict(sentence, draft, own)


_ENDING = word_list("grammar", "ending_verbs")
_CANNOT = word_list("grammar", "inability")


def _never_came(sentence: Sentence, draft: Draft, chain: Sequence[Verb]) -> bool:
    """ "Agreed to halt airstrikes", "have yet to attack"."""
    if draft.noun and any(v.lemma in _ENDING and v.form == "infinitive" for v in chain):
        return True
    verb = sentence.verbs[draft.verb] if draft.verb is not None else None
    first = verb.group[0] if verb is not None and verb.form == "infinitive" and not draft.noun else 0
    return first > 0 and sentence.words[first - 1].lower == "yet"


def _none_feared(sentence: Sentence, draft: Draft) -> bool:
    """ "There was no threat of a breach": what is not threatened is no event."""
    words, at = sentence.words, draft.words[0] - 1
    while draft.noun and at > 0 and words[at].tag in ("DET", "ADJ"):
        at -= 1
    governed = draft.noun and at > 1 and words[at].lower == "of" and words[at - 1].lemma in governing()
    return governed and words[at - 2].lower == "no"


def _unable(sentence: Sentence, draft: Draft) -> bool:
    """ "Were unable to capture the hill"; "an attempt on the mayor failed"."""
    verb = sentence.verbs[draft.verb] if draft.verb is not None else None
    if verb is None:
        return False
    if draft.noun:
        of_it = verb.subject is not None and verb.subject[0] <= draft.words[0] < verb.subject[1]
        return of_it and verb.lemma == "fail"
    return verb.form == "infinitive" and sentence.words[verb.group[0] - 1].lower in _CANNOT


def _chain(sentence: Sentence, draft: Draft) -> list[Verb]:
    """The verbs above the draft: an infinitive's or a nominal object's governor, and so on upwards."""
    out: list[Verb] = []
    at = draft.verb
    if at is None:
        return out
    if draft.noun:
        out.append(sentence.verbs[at])
    for _ in range(4):
        verb = sentence.verbs[at]
        above = verb.governor if verb.form in ("infinitive", "ing") else that_clause(sentence, at)
        if above is None or (verb.form == "ing" and sentence.verbs[above].lemma not in _of_gerunds()):
            break
        at = above
        out.append(sentence.verbs[at])
    return out


@cache
def _of_gerunds() -> frozenset[str]:
    """Verbs whose object may be a deed in -ing: "denied shelling", "is considering leaving"."""
    return DENIALS | words_at("statuses", "hypothetical", "weighing")


_THREATS = frozenset(table("statuses")["threatened"]["governors"])


def that_clause(sentence: Sentence, at: int) -> int | None:
    """The verb that a "that" clause hangs on ("denied that soldiers had fired", "denied the claim that …")."""
    verb = sentence.verbs[at]
    first = verb.subject[0] if verb.subject is not None and verb.subject[0] < verb.group[0] else verb.group[0]
    by_which = first > 1 and [t.lower for t in sentence.words[first - 2 : first]] == ["to", "which"]
    above = next(
        (
            k
            for k in range(at - 1, -1, -1)
            if sentence.verbs[k].group[1] <= first and not (by_which and sentence.verbs[k].form == "ing")
        ),
        None,
    )  # "rejected allegations according to which …"
    if above is None or sentence.verbs[above].lemma not in DENIALS | (_THREATS if verb.modal else frozenset()):
        return None
    between = [t.lower for t in sentence.words[sentence.verbs[above].group[1] : first]]
    joined = "that" in between or by_which or between == [] or sentence.words[first - 1].lower in ("that", "of")
    return above if joined and not {",", ";", "and", "but"} & set(between) else None


def _governors(sentence: Sentence, draft: Draft, chain: Sequence[Verb]) -> list[tuple[str, Status]]:
    kind = draft.trigger.type
    table_ = governing() if draft.noun or kind in _DONE_BY_AGREEING else _in_infinitives(force=kind == "ASSAULT")
    chain = [v for v in chain if v.lemma != "call" or _called_for(sentence, draft)]
    found = [(n, table_[n]) for n in nouns_before(sentence, draft) if n in table_]  # "warned him of a plot to …"
    found += [(v.lemma, table_[v.lemma]) for v in chain if v.lemma in table_ and not v.negated]
    found += [(v.lemma, "denied") for v in _reported_by(sentence, draft) if v.lemma in DENIALS and not v.negated]
    return sorted(found, key=lambda governor: governor[1] != "denied")  # a plan that is denied is denied


_DONE_BY_AGREEING = frozenset({"AGREE", "CONCEDE"})


def _called_for(sentence: Sentence, draft: Draft) -> bool:
    """ "Called for a strike"; one "called by the unions" took place, and "called the shelling a crime" tells of one."""
    if draft.trigger.type == "PROTEST" and draft.noun and draft.verb is not None:
        verb = sentence.verbs[draft.verb]
        return not verb.passive and verb.head < draft.words[0]  # "called a strike"
    return any(t.lower in ("for", "on", "to") for t in sentence.words[max(0, draft.words[0] - 4) : draft.words[0]])


def _reported_by(sentence: Sentence, draft: Draft) -> list[Verb]:
    """The verb whose object tells of the deed: "dismissed reports of an attack"."""
    if not draft.noun or draft.verb is not None:
        return []
    at = draft.words[0]
    return [v for v in sentence.verbs if any(o[0] <= at < o[1] for o in v.objects)]


def _governed(sentence: Sentence, draft: Draft, lemma: str, status: Status) -> Verdict | None:
    kind = draft.trigger
    if status == "thwarted":
        # An assault thrown back occurred; a bomb or a plot stopped beforehand did not.
        assault = kind.frame in ("object", "with", "place") and kind.mode in (
            None,
            "firearms",
            "heavy-weapons",
        )
        plotted = is_plotted(sentence.words, draft) or lemma in ("prevent", "avert", "preempt", "pre-empt")
        return (
            Verdict("occurred", "repelled", lemma) if assault and not plotted else Verdict("thwarted", "failed", lemma)
        )
    if status == "attempted":
        failed = any(t.lower in failing() for t in sentence.words)
        return (
            Verdict("occurred", "failed" if failed else "unknown", lemma)
            if kind.mode is None
            else Verdict("attempted", "failed", lemma)
        )
    if status == "ongoing":
        return Verdict("ongoing", "unknown", lemma)
    if status == "threatened" and (kind.type in _FRIENDLY or (lemma in _PROMISES and kind.type not in _FORCE)):
        return Verdict("planned", "unknown", lemma)  # "promised to free the prisoners"
    return Verdict(status, "unknown", lemma)


_PROMISES = frozenset({"promise", "pledge"})
_FORCE = frozenset({"ASSAULT", "THREATEN", "PROTEST"})
_FRIENDLY = frozenset({"RETREAT", "AID", "AGREE", "CONSULT", "COOPERATE", "SUPPORT", "CONCEDE"})
