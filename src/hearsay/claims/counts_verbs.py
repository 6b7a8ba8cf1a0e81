"""Verbs that count: whom "killed", "were wounded", "lost their lives" say it of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay.claims.counts_chain import company, objects, parts_behind, units_of
from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_lexicon import VerbSense, noun_lemma, noun_verb_senses, states, verb_senses
from hearsay.claims.counts_reality import happened
from hearsay.claims.counts_sentence import Clauses, Tally, Unit
from hearsay.claims.counts_subject import subject, voice_of
from hearsay.records import Measure


def verbs(clauses: Clauses) -> Iterator[Tally]:
    """As in "killed two", "two were killed and a third was hurt", "sustained injuries"."""
    words = clauses.words
    at = 0
    while at < len(words):
        step = at + 1
        word = words[at]
        known = word.tag == "VERB" or word.lower in verb_senses() or word.lower in noun_verb_senses()
        if known and not clauses.inside[at]:
            for tally in _verb(clauses, at):
                step = max(step, tally.last if tally.last <= at + 4 else step)
                yield tally
        at = step


def _verb(clauses: Clauses, at: int) -> Iterator[Tally]:
    words = clauses.words
    for noun_sense, _ in noun_verb_senses().get(words[at].lower, ()):
        last = _noun_after(clauses, at, noun_sense.nouns)
        if last is not None and happened(clauses, at):
            whose = noun_sense.counted == "of"
            units = units_of(clauses, last) or _owner(clauses, at) if whose else subject(clauses, at).units
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


def _owner(clauses: Clauses, at: int) -> tuple[Unit, ...]:
    """ "Slit their throats": whose they are, behind the verb; "by slitting his throat" is how a death came about."""
    if at > 0 and clauses.words[at - 1].lower == "by":
        return ()
    owner = clauses.words[at + 1].lower if at + 1 < len(clauses.words) else ""
    if owner not in ("their", "his", "her"):
        return ()
    return (Unit(Group("plural" if owner == "their" else "pronoun", at + 1, at + 2)),)


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
            yield counted_by_voice(clauses, at, end, voice), both
            return
        if voice == "active" and clauses.object_start(last) is None:
            yield objects(clauses, end).units, measure
            return
    if _closes_a_pair(clauses, at, measure):
        return
    voice = voice_of(clauses, at, last)
    yield counted_by_voice(clauses, at, last, voice), measure
    if voice == "passive":
        yield company(clauses, last), measure


def counted_by_voice(clauses: Clauses, at: int, last: int, voice: str | None) -> tuple[Unit, ...]:
    """Whom the verb in ``words[at:last]`` befalls: its objects, or the subject of its passive."""
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
    if states().get((words[at - 2].lower,)) == "killed" and measure == "injured":
        return True  # "200 dead and wounded"
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
