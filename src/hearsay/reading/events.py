"""Events of a sentence: triggers with their parties, joined where several words tell one happening."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hearsay.actors.people import noun_kind
from hearsay.codebook import word_list
from hearsay.reading.clauses import Range, Verb, text_span
from hearsay.reading.frames import (
    Draft,
    Sentence,
    head_of,
    is_party,
    noun_draft,
    noun_in,
    oblique,
    verb_draft,
    weapon_in,
)
from hearsay.reading.status import Verdict, governing, verdict
from hearsay.reading.tokens import noun_lemma
from hearsay.reading.triggers import NounHit, Trigger, verb_triggers
from hearsay.records import EventType, Outcome, Span, Status


@dataclass(frozen=True, slots=True)
class EventSpan:
    """One event of the text: its words and those of its parties, as offsets in the article."""

    type: EventType
    mode: str | None
    trigger: Span
    span: Span
    """The passage that carries it."""
    sentence: int
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    victims: tuple[Span, ...]
    """Whom the effects told beside it fell on ("dropped bombs on the town, killing two civilians")."""
    weapons: tuple[Span, ...]
    status: Status
    outcome: Outcome
    territory: bool
    disrupted: bool
    weak: bool
    clash: bool
    """Both sides fight ("clashed with", "fighting")."""
    effect: bool
    """Told by its effect alone ("12 people were killed")."""
    why: dict[str, str]
    """For the trace: what decided the type and the status."""


_LIGHT = word_list("grammar", "light_verbs")
_OCCUR = word_list("grammar", "occurrence_verbs")
_TALK = word_list("grammar", "talk_verbs")
_GOODS = word_list("grammar", "goods")


def sentence_events(sentence: Sentence, number: int) -> tuple[EventSpan, ...]:
    """The events of one sentence in the order of their triggers."""
    drafts = _verb_drafts(sentence)
    drafts = _with_nouns(sentence, drafts)
    drafts = _joined(sentence, drafts)
    made = []
    for draft in drafts:
        found = verdict(sentence, draft)
        if found is not None:
            made.append(_event(sentence, number, draft, found))
    return tuple(sorted(made, key=lambda e: e.trigger))


def _event(sentence: Sentence, number: int, draft: Draft, found: Verdict) -> EventSpan:
    words = sentence.words
    trigger = draft.trigger

    def span(tokens: Range) -> Span:
        return text_span(words, tokens)

    return EventSpan(
        type=trigger.type,
        mode=draft.mode,
        trigger=span(draft.words),
        span=span(_with_dependents(sentence, draft)),
        sentence=number,
        actors=tuple(span(a) for a in draft.actors),
        recipients=tuple(span(r) for r in draft.recipients),
        victims=tuple(span(v) for v in draft.victims),
        weapons=tuple(span(w) for w in draft.weapons),
        status=found.status,
        outcome=found.outcome,
        territory=trigger.territory,
        disrupted=trigger.disrupted,
        weak=trigger.weak,
        clash=trigger.frame == "with" or trigger.repels,
        effect=trigger.frame == "effect" or (trigger.frame == "victim" and not trigger.territory),
        why={"type": f"trigger:{words[draft.words[0]].lemma}", "status": f"cue:{found.why}"},
    )


def _with_dependents(sentence: Sentence, draft: Draft) -> Range:
    """The clause with the infinitives and -ing forms that hang on its verb ("kept from entering the camp")."""
    first, last = draft.clause
    for verb in sentence.verbs:
        if verb.form in ("infinitive", "ing") and verb.governor is not None and last <= verb.group[0] <= last + 1:
            last = max(last, verb.end if verb.objects or verb.obliques else verb.group[1])
    while last > first + 1 and sentence.words[last - 1].tag in ("PUNCT", "CCONJ", "ADP"):
        last -= 1
    return first, last


def _verb_drafts(sentence: Sentence) -> list[Draft]:
    drafts: list[Draft] = []
    for index, verb in enumerate(sentence.verbs):
        chosen = next((hit for hit in verb_triggers(sentence.words, verb) if _fits(sentence, verb, hit.trigger)), None)
        if chosen is None or _purpose(sentence, index) or _general(sentence, verb, chosen.trigger):
            continue
        if _whole_war(sentence, verb):
            continue
        if chosen.trigger.frame == "effect" and _brings_down(sentence, verb):
            chosen = replace(chosen, trigger=replace(chosen.trigger, frame="object", disrupted=True))
        drafts.append(verb_draft(sentence, index, chosen))
    return drafts


_AIRBORNE = word_list("grammar", "airborne")


def _brings_down(sentence: Sentence, verb: Verb) -> bool:
    """What is destroyed is a drone or missile: it was stopped, nobody was struck."""
    done_to = verb.subject if verb.passive else (verb.objects[0] if verb.objects else None)
    weapon = weapon_in(sentence, done_to)
    return weapon is not None and noun_lemma(sentence.words[weapon.words[1] - 1]) in _AIRBORNE


def _whole_war(sentence: Sentence, verb: Verb) -> bool:
    """ "The war has killed tens of thousands": a figure for all of it, no event."""
    subject = sentence.words[head_of(sentence.words, verb.subject)].lemma if verb.subject is not None else ""
    return subject in ("war", "conflict", "insurgency", "crisis", "uprising", "unrest", "revolt")


def _general(sentence: Sentence, verb: Verb, trigger: Trigger) -> bool:
    """A gerund about deeds in general ("liberating the area is essential"), or an aside on who somebody is."""
    if verb.form == "ing" and verb.subject is None:
        return verb.group[0] == 0 or sentence.words[verb.group[0] - 1].tag != "NOUN"
    before = sentence.words[verb.group[0] - 1].lower if verb.group[0] else ""
    if not trigger.weak:
        return False
    aside = verb.form == "ing" and verb.subject is not None and verb.subject[1] == verb.group[0]
    return aside or (before in ("who", "which", "that") and trigger.type != "ASSAULT")


def _fits(sentence: Sentence, verb: Verb, trigger: Trigger) -> bool:  # noqa: PLR0911
    """Does what the verb is done to fit the reading? "Seized" is of a town, of rifles or of suspects."""
    done_to = verb.subject if verb.passive else (verb.objects[0] if verb.objects else None)
    if trigger.fails:
        return weapon_in(sentence, verb.subject) is not None
    if trigger.needs_weapon:
        return weapon_in(sentence, done_to) is not None or trigger.mode == "crowd-control" or (
            verb.lemma == "fire" and bool(oblique(verb, "on", "at", "into", "upon", "towards"))
        )
    words = sentence.words
    if trigger.repels:
        return True
    if verb.lemma == "fall":
        subject = words[head_of(words, verb.subject)] if verb.subject is not None else None
        return (
            subject is not None and verb.form == "finite" and (subject.tag == "PROPN" or subject.lemma in _SETTLEMENTS)
        )
    if trigger.losses:
        kind = noun_kind(_text(sentence, done_to)) if done_to is not None else None
        return kind is not None and (kind.kind != "object" or kind.object_class in ("vehicle", "aircraft", "ship"))
    if verb.lemma in ("eliminate", "neutralise", "neutralize", "liquidate"):
        return done_to is not None and noun_kind(_text(sentence, (done_to[0], head_of(words, done_to) + 1))) is not None
    if trigger.disrupted:
        weapon = weapon_in(sentence, done_to)
        return weapon is not None and weapon.mode in ("drone", "heavy-weapons", "aerial")
    if not (trigger.person_object or trigger.weapon_object or trigger.territory):
        return True
    if done_to is None:
        return trigger.territory and bool(oblique(verb, "of", "over"))
    head = words[head_of(words, done_to)]
    if head.lemma in _SETTLEMENTS:
        return trigger.territory
    goods = weapon_in(sentence, done_to) is not None or head.lemma in _GOODS
    kind = noun_kind(_text(sentence, done_to))
    person = kind is not None and kind.kind != "object" and head.tag != "PROPN"
    if trigger.weapon_object:
        return goods
    if trigger.person_object:
        if verb.lemma in ("arrest", "detain", "apprehend", "nab", "round", "imprison", "jail"):
            return not goods
        return person or (head.tag == "PROPN" and verb.lemma not in ("capture", "release", "free") and not goods)
    return not goods and not person


_SETTLEMENTS = word_list("grammar", "settlements")


def _text(sentence: Sentence, phrase: Range) -> str:
    return " ".join(t.text for t in sentence.words[phrase[0] : phrase[1]])


def _purpose(sentence: Sentence, index: int) -> bool:
    """An infinitive that only tells a purpose ("went in to arrest a man"): no act is reported."""
    verb = sentence.verbs[index]
    if verb.form != "infinitive" or verb.governor is None:
        return False
    governor = sentence.verbs[verb.governor]
    return governor.lemma in (
        "go",
        "come",
        "arrive",
        "move",
        "use",
        "need",
        "travel",
        "return",
        "fail",
        "refuse",
        "vow",
    )


def _with_nouns(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Add the event nouns: into the verb they stand with, or as events of their own."""
    out = list(drafts)
    for hit in sentence.nouns:
        if any(d.words[0] <= hit.words[0] < d.words[1] for d in out if not d.noun):
            continue
        role, index, preposition = _role(sentence, hit)
        at = next((k for k, d in enumerate(out) if index is not None and d.verb == index and not d.noun), None)
        if at is not None and not (
            role == "oblique" and preposition == "with" and noun_draft(sentence, hit, None, carrier=False).actors
        ):
            out[at] = _merge_noun(sentence, out[at], hit, role, preposition) or out[at]
            continue
        verb = sentence.verbs[index] if index is not None else None
        draft = noun_draft(sentence, hit, index, carrier=_carries(verb, role) or _intended(verb, role))
        if _tells(sentence, hit, draft, verb, role):
            out.append(draft)
    return out


def _role(sentence: Sentence, hit: NounHit) -> tuple[str, int | None, str]:
    for index, verb in enumerate(sentence.verbs):
        if verb.subject is not None and noun_in(sentence, verb.subject) == hit:
            return "subject", index, ""
    for index, verb in enumerate(sentence.verbs):
        for phrase in verb.objects:
            if noun_in(sentence, phrase) == hit:
                return "object", index, ""
        for preposition, phrase in verb.obliques:
            if noun_in(sentence, phrase) == hit:
                return "oblique", index, preposition
    return "none", None, ""


def _carries(verb: Verb | None, role: str) -> bool:
    if verb is None:
        return False
    if role == "object" or (role == "subject" and verb.passive):
        return verb.lemma in _LIGHT
    return role == "subject" and verb.lemma in _OCCUR


def _intended(verb: Verb | None, role: str) -> bool:
    """The object of a plan or a threat is its subject's deed."""
    return verb is not None and role == "object" and governing().get(verb.lemma) in ("planned", "threatened")


def _merge_noun(sentence: Sentence, draft: Draft, hit: NounHit, role: str, preposition: str) -> Draft | None:
    """A noun beside a verb trigger: "killed in an airstrike on the camp", "repelled an attack by the rebels"."""
    noun = noun_draft(sentence, hit, None, carrier=False)
    trigger = draft.trigger
    if trigger.repels:
        return replace(
            draft,
            actors=noun.actors or draft.actors,
            mode=draft.mode or noun.mode,
            clause=_cover(draft.clause, noun.clause),
        )
    if (
        role == "oblique"
        and preposition in ("after", "before", "since", "despite")
        and trigger.frame not in ("effect", "victim")
    ):
        return replace(draft, recipients=draft.recipients or noun.recipients, clause=_cover(draft.clause, noun.clause))
    if hit.trigger.type != trigger.type:
        return None
    effect = trigger.frame in ("effect", "victim")
    if effect and role == "oblique" and hit.trigger.frame == "with" and not noun.actors and sentence.verbs[draft.verb or 0].passive:
        noun = replace(noun, actors=noun.recipients, recipients=())  # "killed in an encounter with the police"
    chosen = replace(hit.trigger, frame=trigger.frame) if effect and not trigger.territory else trigger
    recipients = draft.recipients
    if not recipients or (draft.noun is False and not effect):
        recipients = recipients or noun.recipients
    actors = draft.actors or noun.actors
    if effect and role == "subject":
        actors = noun.actors
    return replace(
        draft,
        trigger=replace(chosen, weak=False) if effect else chosen,
        mode=(noun.mode or draft.mode) if effect else (draft.mode or noun.mode),
        actors=actors,
        recipients=recipients,
        weapons=tuple(dict.fromkeys((*draft.weapons, *noun.weapons))),
        clause=_cover(draft.clause, noun.clause),
    )


def _tells(sentence: Sentence, hit: NounHit, draft: Draft, verb: Verb | None, role: str) -> bool:
    """Does the noun report an event, or only refer to one ("after the attack", "condemned the raid")?"""
    words = sentence.words
    start = hit.words[0]
    while start > 0 and words[start - 1].tag in ("ADJ", "NOUN", "PROPN", "NUM"):
        start -= 1
    definite = start > 0 and (
        words[start - 1].lower in ("the", "this", "that", "these", "those", "such", "any", "no", "his", "their", "its")
    )
    parties = bool(draft.actors or draft.recipients)
    if _charged(sentence, hit.words[0], verb, role):
        return False
    if hit.trigger.frame == "effect" and not draft.recipients:
        return False
    if (
        verb is not None
        and hit.trigger.weak
        and verb.form == "ing"
        and verb.subject is not None
        and verb.subject[1] == verb.group[0]
    ):
        return False
    if draft.carried:
        return parties or not definite or hit.trigger.frame == "with"
    if verb is not None and verb.lemma in _TALK and role in ("object", "oblique"):
        return bool(draft.actors and draft.recipients)
    if role == "subject":
        return not definite
    if hit.trigger.frame == "with":
        return bool(draft.recipients or draft.actors)
    return (
        bool(draft.actors and (draft.recipients or role == "object" or not definite))
        or (bool(draft.recipients) and not definite)
        or (bool(draft.recipients) and not hit.trigger.weak)
    )


_CHARGES = word_list("grammar", "charges")


def _charged(sentence: Sentence, at: int, verb: Verb | None, role: str) -> bool:
    """What somebody is wanted, tried or held for is told to say who he is: "wanted for the murder of an inspector"."""
    if verb is not None and role == "oblique" and verb.lemma in _CHARGES:
        return True
    before = [t.lower for t in sentence.words[max(0, at - 7) : at]]
    return any(w in before for w in ("involvement", "responsible", "wanted", "accused", "links", "cases", "charges", "connection"))


def _cover(a: Range, b: Range) -> Range:
    return min(a[0], b[0]), max(a[1], b[1])


def _joined(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Join what tells one happening: effects to their cause, coordinated verbs of one subject, embedded attempts."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.words):
        host = next((k for k in range(len(kept) - 1, -1, -1) if _belongs(sentence, kept[k], draft)), None)
        if host is None:
            kept.append(draft)
        else:
            kept[host] = _absorb(sentence, kept[host], draft)
    return kept


def _belongs(sentence: Sentence, host: Draft, draft: Draft) -> bool:  # noqa: PLR0911
    if (
        host.trigger.governs
        and draft.verb is not None
        and host.verb is not None
        and sentence.verbs[draft.verb].governor == host.verb
    ):
        return True
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
        return effect or draft.trigger.mode in (None, "destroy", host.mode)
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
        and ("while" not in between and "but" not in between)
    ):
        return shared or host_effect or verb.passive
    alike = draft.mode in (None, "destroy", "targeted") or host.mode in (None, "destroy")
    return shared and verb.group[0] > host.words[0] and alike


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
        return replace(host, clause=_cover(host.clause, draft.clause), recipients=host.recipients or draft.recipients)
    host_effect = host.trigger.frame in ("effect", "victim") and not host.trigger.territory
    if host.trigger.repels:
        # "repelled the attack, taking five soldiers prisoner": the prisoners are of those who attacked.
        taken = draft.recipients if draft.trigger.mode == "arrest" else ()
        return replace(
            host,
            clause=_cover(host.clause, draft.clause),
            mode=host.mode or draft.mode,
            actors=host.actors or taken or _agent(sentence, host),
        )
    doers = draft.actors
    if host.trigger.frame == "victim":  # "came under fire as they went in": they are the ones under fire
        doers = tuple(a for a in doers if sentence.words[a[0]].tag != "PRON")
    actors, recipients = host.actors or doers, host.recipients or draft.recipients
    if host.trigger.type != draft.trigger.type:
        return replace(host, clause=_cover(host.clause, draft.clause))
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
            *(draft.recipients if draft.trigger.frame == "effect" else ()),
            *draft.victims,
        ),
        weapons=tuple(dict.fromkeys((*host.weapons, *draft.weapons))),
        clause=_cover(host.clause, draft.clause),
    )


def _agent(sentence: Sentence, host: Draft) -> tuple[Range, ...]:
    """Who tried what was repelled: "foiled an attempt by X"."""
    if host.verb is None:
        return ()
    return tuple(p for p in oblique(sentence.verbs[host.verb], "by") if is_party(sentence, p))
