"""Which words count people or things, and whom: the rules that join measures to groups in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay.claims.counts_chain import chain, company, objects, parts_behind, past_apposition
from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_lexicon import (
    VerbSense,
    counted_nouns,
    forms_of,
    noun_lemma,
    noun_verb_senses,
    nouns_of,
    phrase_at,
    state_phrases,
    states,
    verb_senses,
    word_set,
)
from hearsay.claims.counts_reality import happened
from hearsay.claims.counts_sentence import Clauses, Tally, Unit
from hearsay.claims.counts_subject import subject, voice_of
from hearsay.claims.counts_tolls import among, is_toll_figure, tolls
from hearsay.records import Measure


def tallies(clauses: Clauses) -> tuple[Tally, ...]:
    """Everything the sentence counts, in the order of the words that say so; unreal and future deeds are left out."""
    found = [
        *tolls(clauses), *_nouns(clauses), *_verbs(clauses), *_states(clauses), *_forced(clauses), *among(clauses)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda t: (not t.elsewhere, t.first, t.last)))


# -------------------------------------------------------------------------------------------------------- verbs


def _verbs(clauses: Clauses) -> Iterator[Tally]:
    words = clauses.words
    at = 0
    while at < len(words):
        step = at + 1
        if not clauses.inside[at]:
            for tally in _verb(clauses, at):
                step = max(step, tally.last if tally.last <= at + 4 else step)
                yield tally
        at = step


def _verb(clauses: Clauses, at: int) -> Iterator[Tally]:
    words = clauses.words
    for noun_sense, _ in noun_verb_senses().get(words[at].lower, ()):
        last = _noun_after(clauses, at, noun_sense.nouns)
        if last is not None and happened(clauses, at):
            units = _of(clauses, last) if noun_sense.counted == "of" else subject(clauses, at).units
            yield Tally(noun_sense.measure, at, last, units)
            return
    done: set[str] = set()
    for sense in _senses(clauses, at):
        last = _tail_end(clauses, at, sense.tail)
        if last is None or sense.measure in done:
            continue
        done.add(sense.measure)
        if not happened(clauses, at):
            return
        partly = at > 0 and words[at - 1].lower in ("partially", "partly")
        for units, measure in _counted_by(clauses, at, last, sense.frame, sense.measure):
            wide = len(units) == 1 and units[0].group.last == at and _is_bare_number(units[0].group)
            yield Tally(measure, at, last, units, wide=wide, partly=partly)
        if sense.tail:
            return


def _is_bare_number(group: Group) -> bool:
    """A number without a noun, whose mention takes the participle in: "more than 90 wounded"."""
    return group.form == "counted" and group.head < 0 and not group.of_pronoun


_TO_DEATH = VerbSense("killed", "object", ("to", "death"))


def _senses(clauses: Clauses, at: int) -> tuple[VerbSense, ...]:
    """The senses of the verb; whatever is done "to death" kills."""
    word = clauses.words[at]
    known = tuple(sense for sense, _ in verb_senses().get(word.lower, ()))
    if (
        word.tag == "VERB"
        and not word.lower.startswith(("sentenc", "condemn"))
        and _tail_end(clauses, at, ("to", "death"))
    ):
        return (_TO_DEATH, *known)
    return known


def _tail_end(clauses: Clauses, at: int, tail: Sequence[str]) -> int | None:
    """Where "shot dead", "taken hostage" end; adverbs may stand between."""
    end = at + 1
    for part in tail:
        while end < len(clauses.words) and clauses.words[end].tag == "ADV" and clauses.words[end].lower != part:
            end += 1
        if end >= len(clauses.words) or clauses.words[end].lower != part:
            return None
        end += 1
    return end


def _counted_by(
    clauses: Clauses, at: int, last: int, frame: str, measure: Measure
) -> Iterator[tuple[tuple[Unit, ...], Measure]]:
    if frame == "subject":
        yield _with_parts(clauses, last, subject(clauses, at).units), measure
        yield company(clauses, last), measure
        return
    joined = _joined_verb(clauses, last)
    if joined is not None:
        other, end = joined
        voice = voice_of(clauses, at, end)
        both = _together(measure, other)
        if both is not None:
            yield _units(clauses, at, end, voice), both
            return
        if voice == "active" and clauses.object_start(last) is None:
            yield objects(clauses, end).units, measure
            return
    if _closes_a_pair(clauses, at, measure):
        return
    voice = voice_of(clauses, at, last)
    yield _units(clauses, at, last, voice), measure
    if voice == "passive":
        yield company(clauses, last), measure


def _units(clauses: Clauses, at: int, last: int, voice: str | None) -> tuple[Unit, ...]:
    if voice == "active":
        return objects(clauses, last).units
    if voice is None:
        return ()
    return _with_parts(clauses, last, subject(clauses, at, reduced=voice == "reduced").units)


def _with_parts(clauses: Clauses, last: int, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units, the last with the parts that stand behind the verb."""
    if not units or units[-1].parts or units[-1].group.form != "counted":
        return units
    behind = parts_behind(clauses, last)
    return (*units[:-1], replace(units[-1], parts=behind)) if behind else units


def _joined_verb(clauses: Clauses, last: int) -> tuple[Measure, int] | None:
    """The measure of a verb joined right behind: "killed and wounded 210", and where it ends."""
    words = clauses.words
    if last + 1 >= len(words) or words[last].lower not in ("and", "or", "and/or", "/"):
        return None
    for sense, _ in verb_senses().get(words[last + 1].lower, ()):
        end = _tail_end(clauses, last + 1, sense.tail)
        if end is not None and sense.frame == "object":
            return sense.measure, end
    return None


def _together(first: Measure, second: Measure) -> Measure | None:
    """Killed and injured in one figure are casualties; killed and captured are neutralised."""
    pair = {first, second}
    if pair == {"killed", "injured"}:
        return "casualties"
    return "neutralised" if pair in ({"killed", "captured"}, {"killed", "arrested"}) else None


def _closes_a_pair(clauses: Clauses, at: int, measure: Measure) -> bool:
    """Whether the verb is the second of "killed and wounded", which was counted with the first."""
    words = clauses.words
    if at < 2 or words[at - 1].lower not in ("and", "or", "and/or", "/"):
        return False
    senses = verb_senses().get(words[at - 2].lower, ())
    return any(sense.tail == () and _together(sense.measure, measure) is not None for sense, _ in senses)


def _noun_after(clauses: Clauses, at: int, nouns: frozenset[str]) -> int | None:
    """The end of the object whose head is one of the nouns: "sustained multiple bullet injuries"."""
    group = clauses.group_from.get(at + 1)
    if (
        group is not None
        and group.form != "counted"
        and group.head >= 0
        and noun_lemma(clauses.words[group.head].lower) in nouns
    ):
        return group.last
    return None


def _of(clauses: Clauses, last: int) -> tuple[Unit, ...]:
    words = clauses.words
    if last < len(words) and words[last].lower in ("of", "to") and last + 1 in clauses.group_from:
        return chain(clauses, last + 1, min(len(words), last + 60), of_object=True).units
    return ()


# -------------------------------------------------------------------------------------------------------- nouns


def _nouns(clauses: Clauses) -> Iterator[Tally]:
    """As in "12 deaths", "no casualties", "33 bodies"; "the killing of nine men", "injuries to five"."""
    words = clauses.words
    for group in clauses.groups:
        if group.head < 0:
            continue
        noun = noun_lemma(words[group.head].lower)
        noun = words[group.head].lower if words[group.head].lower in counted_nouns() else noun
        of = _of(clauses, group.last) if noun in nouns_of() else ()
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
    return number is not None and any(w.lower == "of" for w in clauses.words[number.last : group.head])


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
            yield Tally(nouns_of()[word.lower], at, at + 1, _of(clauses, at + 1))


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
        found = subject(clauses, end, reduced=True)
        units = found.units or (Unit(group),)
        if happened(clauses, end):
            yield Tally(
                states()[phrase], end, end + len(phrase), units, wide=group.form == "counted" and group.head < 0
            )


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
