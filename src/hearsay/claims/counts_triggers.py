"""Which words count people or things, and whom: the rules that join measures to groups in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hearsay.claims.counts_chain import chain, past_apposition, units_of
from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_lexicon import (
    counted_nouns,
    forms_of,
    noun_lemma,
    nouns_of,
    phrase_at,
    state_phrases,
    states,
    verb_senses,
    word_set,
)
from hearsay.claims.counts_present import present
from hearsay.claims.counts_reality import happened
from hearsay.claims.counts_sentence import Clauses, Tally, Unit
from hearsay.claims.counts_subject import is_placed, subject
from hearsay.claims.counts_tolls import among, is_toll_figure, tolls
from hearsay.claims.counts_verbs import verbs


def tallies(clauses: Clauses) -> tuple[Tally, ...]:
    """Everything the sentence counts, in the order of the words that say so; unreal and future deeds are left out."""
    found = [
        *tolls(clauses), *_nouns(clauses), *verbs(clauses), *_states(clauses), *_forced(clauses), *among(clauses),
        *present(clauses)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda t: (not t.elsewhere, t.first, t.last)))


# -------------------------------------------------------------------------------------------------------- nouns


def _nouns(clauses: Clauses) -> Iterator[Tally]:
    """As in "12 deaths", "no casualties", "33 bodies"; "the killing of nine men", "injuries to five"."""
    words = clauses.words
    for group in clauses.groups:
        if group.head < 0:
            continue
        noun = noun_lemma(words[group.head].lower)
        noun = words[group.head].lower if words[group.head].lower in counted_nouns() else noun
        of = units_of(clauses, group.last) if noun in nouns_of() else ()
        zero = group.form == "zero" or (group.first and words[group.first - 1].lower == "without")
        if zero and (noun in counted_nouns() or noun == "loss"):
            measure = counted_nouns().get(noun, "casualties")
            yield Tally(measure, group.head, group.last, (Unit(replace(group, form="zero")),), wide=True)
        elif of and group.form != "zero" and happened(clauses, group.head) and group.form != "counted":
            measure = nouns_of()[noun]
            if not (words[group.last].lower == "to" and measure not in ("injured", "damaged", "casualties")):
                yield Tally(measure, group.head, group.last, of)
        elif noun == "body" and group.form == "definite" and words[group.first].tag == "PROPN":
            yield Tally("bodies", group.head, group.last, (Unit(group),), wide=True)  # "X Y's body"
        elif noun in counted_nouns() and (
            group.form == "counted"
            or (
                group.form == "bare"
                and group.first < group.noun
                and noun in ("body", "corpse", "casualty", "dead body")
            )
        ):
            if group.number is not None and (is_toll_figure(clauses, group) or _is_share(clauses, group)):
                continue
            measure = counted_nouns()[noun]
            yield Tally(measure, group.head, group.last, _noun_units(clauses, group), wide=True)
    yield from _gerunds(clauses)
    yield from _attributive(clauses)


def _is_share(clauses: Clauses, group: Group) -> bool:
    """As in "One of the wounded": no count of its own."""
    number = group.number
    return (
        number is not None
        and not number.vague
        and any(w.lower == "of" for w in clauses.words[number.last : group.head])
    )


def _noun_units(clauses: Clauses, group: Group) -> tuple[Unit, ...]:
    unit = chain(clauses, group.first, min(len(clauses.words), group.last + 60), of_object=True).units[:1]
    return unit or (Unit(group),)


def _attributive(clauses: Clauses) -> Iterator[Tally]:
    """As in "Two wounded soldiers", "an injured man", "three missing fishermen"; the dead so named are old news."""
    words = clauses.words
    for group in clauses.groups:
        if (
            group.head < 0
            or group.definite
            or not (group.form == "counted" or (group.form == "bare" and group.noun > group.first))
        ):
            continue
        for at in range(group.noun, group.head if not _is_share(clauses, group) else group.noun):
            measure = states().get((words[at].lower,))
            if measure in ("injured", "missing", "displaced"):
                yield Tally(measure, at, at + 1, (Unit(group),))
                break


def _gerunds(clauses: Clauses) -> Iterator[Tally]:
    """As in "The killing of nine" where the gerund was read as a verb."""
    words = clauses.words
    for at, word in enumerate(words):
        if (
            word.tag == "VERB"
            and word.lower.endswith("ing")
            and word.lower in nouns_of()
            and at + 1 < len(words)
            and words[at + 1].lower == "of"
            and happened(clauses, at)
        ):
            yield Tally(nouns_of()[word.lower], at, at + 1, units_of(clauses, at + 1))


# ------------------------------------------------------------------------------------------------------- states


def _states(clauses: Clauses) -> Iterator[Tally]:
    """As in "12 dead", "left 40 people homeless", "beat a man to death", "took five servicemen prisoner"."""
    for group in clauses.groups:
        end = group.last
        if end < len(clauses.words) and clauses.words[end].lower == ",":
            end = past_apposition(clauses, group)
        while (
            end < len(clauses.words)
            and end - group.last < 4
            and (clauses.words[end].lower in word_set("states_between", "words"))
        ):
            end += 1
        phrase = phrase_at(clauses.words, end, state_phrases())
        if phrase is None or phrase[0] in verb_senses() or not _is_predicate(clauses, group, end, end + len(phrase)):
            continue
        if clauses.words[end - 1].lower == "found" or _is_sentenced(clauses, group):
            continue
        if is_placed(clauses, group):
            units = _moved(clauses, group)  # "five were flown to Raipur with injuries"
        else:
            units = subject(clauses, end, reduced=True).units or (Unit(group),)
        if happened(clauses, end):
            yield Tally(
                states()[phrase], end, end + len(phrase), units, wide=group.form == "counted" and group.head < 0
            )


def _moved(clauses: Clauses, placed: Group) -> tuple[Unit, ...]:
    """The subject of the passive verb before a place."""
    verb = next((k for k in range(placed.first - 1, max(-1, placed.first - 6), -1) if clauses.is_verb(k)), None)
    return subject(clauses, verb).units if verb is not None and clauses.auxiliary_before(verb) is not None else ()


def _is_sentenced(clauses: Clauses, group: Group) -> bool:
    """As in "Sentenced three men to death": they may live."""
    return any(w.lower.startswith(("sentenc", "condemn")) for w in clauses.words[max(0, group.first - 8) : group.first])


def _is_predicate(clauses: Clauses, group: Group, at: int, last: int) -> bool:
    """Whether a word such as "dead" says something of the group, and is no part of a later noun."""
    if clauses.inside[at] and at not in clauses.group_from:
        return False
    inner = clauses.group_from.get(at)
    if inner is not None and inner.last > last:
        return False
    return (
        group.form in ("counted", "bare", "definite", "name", "pronoun") or clauses.words[group.first].lower == "them"
    )


def _forced(clauses: Clauses) -> Iterator[Tally]:
    """As in "Forced 3,000 people to flee"; civilians in numbers who fled."""
    words = clauses.words
    for at, word in enumerate(words):
        if word.lower not in forms_of("verbs", "forced", "fleeing") or clauses.inside[at]:
            continue
        if at > 1 and words[at - 1].lower == "to" and at - 1 in clauses.group_to:
            group = clauses.group_to[at - 1]
            forcing = group.first and words[group.first - 1].lower in forms_of("verbs", "forced", "forcing")
            if forcing and happened(clauses, group.first - 1):
                yield Tally("displaced", at, at + 1, (Unit(group),))
        elif (
            word.lower in forms_of("verbs", "forced", "fled")
            and not word.lower.endswith("ing")
            and happened(clauses, at)
        ):
            units = subject(clauses, at).units
            yield Tally(
                "displaced",
                at,
                at + 1,
                tuple(u for u in units if u.group.form == "counted" and _are_civilians(clauses, u.group)),
            )


def _are_civilians(clauses: Clauses, group: Group) -> bool:
    return group.head >= 0 and noun_lemma(clauses.words[group.head].lower) in word_set("fleeing_civilians", "words")
