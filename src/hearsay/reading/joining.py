"""Joining the drafts that tell one happening: effects to their cause, coordinated verbs, embedded attempts."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hearsay.reading.frames import Draft, Sentence, cover, head_of, is_party, kind_of, oblique, weapon_in
from hearsay.reading.status import that_clause
from hearsay.reading.verb import Range


def joined(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Join what tells one happening: effects to their cause, coordinated verbs of one subject, embedded attempts."""
    kept: list[Draft] = []
    lethal = any(d.trigger.harms or d.mode in _ON_PEOPLE for d in drafts)
    for draft in sorted(drafts, key=lambda d: d.words):
        host = next(
            (
                k
                for k in range(len(kept) - 1, -1, -1)
                if _belongs(sentence, kept[k], draft) and not (lethal and _stands_alone(kept[k], draft))
            ),
            None,
        )
        if host is None:
            kept.append(draft)
        else:
            kept[host] = _absorb(sentence, kept[host], draft)
    return kept


_ON_PEOPLE = frozenset({"firearms", "abduct", "targeted", "sexual", "beat", "torture"})
_OWN_CLAIM = frozenset({"destroy", "abduct", "sexual"})


def _stands_alone(host: Draft, draft: Draft) -> bool:
    """Burning and abducting beside a killing are claims of their own: the deed's toll must not go by their mode."""
    modes = {host.mode, draft.mode}
    both = bool(host.recipients or host.victims) and bool(draft.recipients)
    apart = len(modes) > 1 and both and host.recipients != draft.recipients
    return apart and bool(modes & _OWN_CLAIM) and host.trigger.type == draft.trigger.type == "ASSAULT"


def _belongs(sentence: Sentence, host: Draft, draft: Draft) -> bool:
    if (
        host.trigger.governs
        and draft.verb is not None
        and host.verb is not None
        and sentence.verbs[draft.verb].governor == host.verb
    ):
        return True
    if host.trigger.disrupted and draft.verb is not None and host.verb is not None and not draft.noun:
        verb, stopped = sentence.verbs[draft.verb], sentence.verbs[host.verb].objects
        if stopped and (verb.subject in stopped or verb.objects == stopped):
            return True  # "intercepted and destroyed drones launched by X to hit the port"
    if host.trigger.type == "COERCE" and draft.verb is not None and host.verb is not None and not draft.noun:
        if sentence.verbs[draft.verb].form in ("ing", "infinitive") and _hangs_on(sentence, draft.verb, host.verb):
            return True
        if draft.trigger.type == "COERCE":
            return (
                sentence.verbs[draft.verb].subject is not None
                and sentence.verbs[draft.verb].subject == sentence.verbs[host.verb].subject
            )
    if (
        host.trigger.type == "ASSAULT"
        and draft.trigger.mode == "arrest"
        and draft.verb is not None
        and host.verb is not None
    ):
        return sentence.verbs[draft.verb].form == "ing" and _hangs_on(sentence, draft.verb, host.verb)
    if host.trigger.refers and draft.trigger.type == "ASSAULT" and draft.verb is not None and host.verb is not None:
        if draft.noun and draft.carried and draft.actors and host.actors and draft.actors != host.actors:
            return False  # "denied responsibility and blamed a militia for the killings"
        told = draft.verb == host.verb or that_clause(sentence, draft.verb) == host.verb
        return told or _hangs_on(sentence, draft.verb, host.verb)
    if host.trigger.type == "ASSAULT" and draft.trigger.type == "ACCUSE" and draft.verb is not None:
        return sentence.verbs[draft.verb].form == "ing"  # "killed him, accusing him of spying"
    if host.trigger.type != draft.trigger.type:
        return False
    if host.trigger.repels and (draft.verb is None or draft.trigger.frame != "effect"):
        return draft.verb is not None and not draft.noun and sentence.verbs[draft.verb].form == "infinitive"
    if draft.noun and not draft.carried:
        return _same_words_after(sentence, host, draft)
    if draft.verb is None or host.verb is None:
        return False
    verb = sentence.verbs[draft.verb]
    effect = draft.trigger.frame == "effect" or (draft.trigger.frame == "victim" and not draft.trigger.territory)
    if effect and verb.subject is not None and verb.subject in sentence.verbs[host.verb].objects:
        return True  # "lost 860 personnel killed and wounded"
    if verb.form == "ing" and (effect or _hangs_on(sentence, draft.verb, host.verb)):
        by = verb.group[0] > 0 and sentence.words[verb.group[0] - 1].lower == "by"  # "killed her by hanging her"
        manner = by and not set(draft.actors) & set(host.recipients)
        return effect or manner or draft.trigger.mode in (None, "destroy", host.mode)
    between = {t.lower for t in sentence.words[host.clause[1] : draft.clause[0]]} | {
        t.lower for t in sentence.words[host.words[1] : draft.words[0]]
    }
    host_effect = host.trigger.frame in ("effect", "victim") and not host.trigger.territory
    if host_effect and between & {"when", "after", "as"} and "and" not in between - {"and"}:
        return not effect or draft.trigger.mode is not None
    if host_effect and between & {"when", "after", "as"}:
        return True
    shared = verb.subject is not None and verb.subject == sentence.verbs[host.verb].subject
    if (
        effect
        and (shared or "and" in between or "," in between or not between)
        and not between & {"while", "but", "though", "although", "whereas"}
        and not _another_that(sentence, host, draft)
    ):
        return shared or host_effect or verb.passive
    if shared and weapon_in(sentence, verb.subject) is not None:
        return True  # "shells fired by the rebels hit a hospital"
    alike = draft.mode in (None, "destroy", "targeted") or host.mode in (None, "destroy")
    return shared and verb.group[0] > host.words[0] and alike


def _another_that(sentence: Sentence, host: Draft, draft: Draft) -> bool:
    """ "Said it had begun raids, and that a soldier was killed": a statement of its own."""
    words = sentence.words[host.clause[1] : draft.words[0]]
    return any(a.lower == "and" and b.lower == "that" for a, b in pairwise(words))


def _hangs_on(sentence: Sentence, verb: int, host: int) -> bool:
    at: int | None = verb
    for _ in range(4):
        if at is None:
            return False
        if at == host:
            return True
        at = sentence.verbs[at].governor
    return False


def _same_words_after(sentence: Sentence, host: Draft, draft: Draft) -> bool:
    """A noun with nobody of its own beside a deed of the same sentence: the same deed ("… during the attack")."""
    before = sentence.words[draft.clause[0] - 1].lower if draft.clause[0] else ""
    return not draft.actors and before in ("during", "in", "of", "from", "after") and host.words[1] <= draft.words[0]


def _absorb(sentence: Sentence, host: Draft, draft: Draft) -> Draft:
    if host.trigger.governs:
        return replace(host, clause=cover(host.clause, draft.clause), recipients=host.recipients or draft.recipients)
    host_effect = host.trigger.frame in ("effect", "victim") and not host.trigger.territory
    if _backs(sentence, host, draft):  # both did it
        actors = tuple(dict.fromkeys((*draft.actors, *host.actors)))
        return replace(draft, clause=cover(host.clause, draft.clause), actors=actors, mode=draft.mode or host.mode)
    if host.trigger.repels:
        return replace(
            host,
            clause=cover(host.clause, draft.clause),
            mode=host.mode or draft.mode,
            actors=host.actors or _beaten(sentence, host, draft) or _agent(sentence, host),
        )
    doers = draft.actors
    if host.trigger.frame == "victim":  # "came under fire as they went in": they are the ones under fire
        doers = tuple(a for a in doers if sentence.words[a[0]].tag != "PRON")
    doers = tuple(a for a in doers if all(a[1] <= r[0] or r[1] <= a[0] for r in host.recipients))
    actors, recipients = host.actors or doers, host.recipients or draft.recipients
    if host_effect and host.recipients and _is_told_beside(sentence, host, draft):
        named = [r for r in draft.recipients if sentence.words[head_of(sentence.words, r)].tag != "NUM"]
        recipients = tuple(dict.fromkeys((*host.recipients, *named)))
    if host.trigger.refers:  # the deed itself, by whoever takes or refuses responsibility for it
        return replace(draft, clause=cover(host.clause, draft.clause), actors=host.actors or draft.actors)
    if draft.trigger.disrupted and not host.trigger.disrupted and _is_stopped(sentence, host, draft):
        return replace(
            draft,
            clause=cover(host.clause, draft.clause),
            mode=draft.mode or host.mode,
            actors=draft.actors or host.actors,
            recipients=host.recipients,
            weapons=tuple(dict.fromkeys((*host.weapons, *draft.weapons))),
        )
    if host.trigger.type != draft.trigger.type:
        return replace(host, clause=cover(host.clause, draft.clause))
    if host.trigger.territory and host.trigger.weak and not draft.trigger.territory and draft.trigger.frame != "effect":
        # "entered the village and shot dead a trader": no place changed hands
        return replace(draft, clause=cover(host.clause, draft.clause), actors=draft.actors or host.actors)
    trigger, mode = host.trigger, host.mode or draft.mode
    if host_effect and draft.trigger.frame not in ("effect", "victim"):
        trigger = replace(draft.trigger, frame="effect", weak=False)
        mode = draft.mode or host.mode
        actors = doers or host.actors
    elif draft.trigger.territory and not host_effect:
        trigger = draft.trigger
    elif draft.trigger.frame == "effect" and not host.recipients:
        recipients = draft.recipients
    return replace(
        host,
        trigger=replace(trigger, weak=trigger.weak and draft.trigger.weak),
        mode=mode,
        actors=actors,
        recipients=recipients,
        victims=(
            *host.victims,
            *(draft.recipients if draft.trigger.frame == "effect" or host.recipients else ()),
            *draft.victims,
        ),
        weapons=tuple(dict.fromkeys((*host.weapons, *draft.weapons))),
        clause=cover(host.clause, draft.clause),
    )


def _backs(sentence: Sentence, host: Draft, draft: Draft) -> bool:
    """ "Troops, backed by airstrikes, have killed 40 rebels": what they were backed with is no deed of its own."""
    if not host.noun or host.verb is None or draft.verb is None or draft.noun:
        return False
    backed, did = sentence.verbs[host.verb], sentence.verbs[draft.verb]
    told = backed.passive or backed.form == "participle"
    return backed.lemma in _BACKING and told and did.subject is not None and did.subject == backed.subject


_BACKING = frozenset("back support aid assist cover accompany".split())


def _is_stopped(sentence: Sentence, host: Draft, draft: Draft) -> bool:
    """ "A missile fired by X was intercepted": one weapon, fired and stopped."""
    if host.verb is None or draft.verb is None:
        return False
    fired, stop = sentence.verbs[host.verb], sentence.verbs[draft.verb]
    return fired.passive and stop.passive and fired.subject is not None and fired.subject == stop.subject


def _is_told_beside(sentence: Sentence, host: Draft, draft: Draft) -> bool:
    """ "Killed a guard and wounded a clerk": a second effect of the same deed, in the same form."""
    if host.verb is None or draft.verb is None or draft.trigger.frame not in ("effect", "victim"):
        return False
    first, then = sentence.verbs[host.verb], sentence.verbs[draft.verb]
    joint = {t.lower for t in sentence.words[first.group[1] : then.group[0]]}
    return first.form == then.form and bool(joint & {"and", ","})


def _beaten(sentence: Sentence, host: Draft, draft: Draft) -> tuple[Range, ...]:
    """ "Repelled the attack, taking five soldiers prisoner", "… and killed 11 rebels": they are those who attacked."""
    if draft.trigger.mode == "arrest":
        return draft.recipients
    if host.verb is None or draft.verb is None or draft.trigger.frame != "effect":
        return ()
    repelled, harmed = sentence.verbs[host.verb], sentence.verbs[draft.verb]
    defended = harmed.form == "ing" or (harmed.subject is not None and harmed.subject == repelled.subject)
    return tuple(r for r in draft.recipients if not _is_thing(sentence, r)) if defended and not harmed.passive else ()


def _is_thing(sentence: Sentence, phrase: Range) -> bool:
    noun = kind_of(sentence, phrase)
    return noun is not None and noun.kind == "object"


def _agent(sentence: Sentence, host: Draft) -> tuple[Range, ...]:
    """Who tried what was repelled: "foiled an attempt by X"."""
    if host.verb is None:
        return ()
    return tuple(p for p in oblique(sentence.verbs[host.verb], "by") if is_party(sentence, p))
