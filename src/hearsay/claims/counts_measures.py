"""The measure that fits what is counted: people are not destroyed, things are not killed."""

from __future__ import annotations

from itertools import pairwise

from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_lexicon import (
    counted_nouns,
    forms_of,
    noun_lemma,
    phrase_at,
    state_phrases,
    verb_forms,
    verb_senses,
    word_set,
)
from hearsay.claims.counts_sentence import BE, Clauses, Tally
from hearsay.claims.counts_values import Bundle
from hearsay.records import Measure

OBJECTS: frozenset[Measure] = frozenset({"destroyed", "damaged", "seized"})
_OF_ONE: frozenset[Measure] = frozenset(
    {"killed", "injured", "kidnapped", "arrested", "surrendered", "missing", "bodies"}
)
"""Measures of which a single named person is a count."""
_OF_MANY: frozenset[Measure] = frozenset({"casualties", "present", "displaced", "evacuated"})
"""Measures of which a single person, known before, is none."""
_HELD: frozenset[Measure] = frozenset({"arrested", "captured", "seized", "present"})
_TAKEN: frozenset[Measure] = frozenset({"seized", "arrested", "captured"})
_NEAR = 8
"""Tokens behind a group in which the verb and what it makes of them stand."""
_BEFORE = 24
"""Tokens before a bare number among which the things that it counts are looked for."""


def measure_of(clauses: Clauses, tally: Tally, bundle: Bundle, *, listed: bool = False) -> Measure | None:
    """The measure that fits what is counted, None where nothing does; ``listed``: things stand before it in a list."""
    group, measure = bundle.units[0].group, tally.measure
    if measure in ("area_km2", "settlements"):
        return measure
    noun = noun_lemma(clauses.words[group.head].lower) if group.head >= 0 else ""
    thing = (bundle.kind is not None and bundle.kind.kind == "object") or noun in word_set("things", "words")
    if tally.wide or group.form == "zero":
        return None if _is_said_of_people(clauses, tally) else measure
    if noun in word_set("disposed_of", "words") and measure not in _TAKEN and not _is_shot_down(clauses, tally):
        return None
    if measure in _HELD and (noun == "hostage" or _as_hostages(clauses, group)):
        return "kidnapped"
    if measure == "killed" and not thing and _is_told_behind(clauses, tally, group):
        return None
    if noun in counted_nouns() and noun not in word_set("people_nouns", "words"):
        return None
    person = bundle.kind is not None and not thing
    if measure in OBJECTS:
        if counted_nouns().get(noun) == "killed":  # "three martyrs were recovered"
            return None
        if person and noun not in word_set("area", "settlements"):
            return _measure_of_people(clauses, tally, bundle)
        thing = thing or _things_before(clauses, tally, group)
        return _measure_of_things(clauses, tally, group, noun, thing=thing or listed)
    if thing:
        return _instead(clauses, tally, group)
    if measure == "casualties" and clauses.words[tally.first].lower == "loss" and person:
        return "killed" if group.form == "counted" else None
    named = any(g.form == "name" for g in bundle.units[0].beside)
    known = person or named or group.form in ("pronoun", "name", "people")
    return measure if _may_be_people(clauses, measure, group, noun, known=known) else None


def _is_said_of_people(clauses: Clauses, tally: Tally) -> bool:
    """ "23 captured" without a noun: people, whom the verb counts by another of its senses."""
    senses = verb_senses().get(clauses.words[tally.first].lower, ())
    return tally.measure == "seized" and any(sense.measure == "captured" for sense, _ in senses)


def _as_hostages(clauses: Clauses, group: Group) -> bool:
    """As in "80 families are being held as hostages"."""
    behind = [word.lower for word in clauses.words[group.last : group.last + _NEAR]]
    return any(pair in (("as", "hostages"), ("as", "hostage")) for pair in pairwise(behind))


def _is_told_behind(clauses: Clauses, tally: Tally, group: Group) -> bool:
    """ "Lost 20 men killed and wounded": what became of those lost is said behind; and "lost a friend" is no toll."""
    if clauses.words[tally.first].lower not in verb_forms("lose"):
        return False
    return group.form != "counted" or phrase_at(clauses.words, group.last, state_phrases()) is not None


def _is_shot_down(clauses: Clauses, tally: Tally) -> bool:
    return clauses.words[tally.first].lower in forms_of("disposed_of", "unless")


def _instead(clauses: Clauses, tally: Tally, group: Group) -> Measure | None:
    """What a verb of people says of things: "lost a tank", "captured two rifles"."""
    if tally.measure == "casualties" or clauses.words[tally.first].lower in _kills_or_destroys():
        return "destroyed"
    taken = tally.measure in ("captured", "arrested")  # "arrested three men together with six guns"
    return "seized" if taken and group.form != "definite" else None


def _kills_or_destroys() -> frozenset[str]:
    return forms_of("verbs", "killed_or_destroyed", "words") | {"loss", "losses"}


def _may_be_people(clauses: Clauses, measure: Measure, group: Group, noun: str, *, known: bool) -> bool:
    """Whether the group may stand for so many people of the measure; ``known``: it surely is people."""
    owned = clauses.words[group.first].lower in ("his", "her", "their")
    if noun in word_set("area", "settlements") or (group.form in ("name", "people") and measure not in _OF_ONE):
        return False
    if group.form == "definite" and not known and not owned and measure != "killed" and not _names_a_person(noun):
        return False
    if group.form in ("definite", "pronoun", "name", "people") and measure in _OF_MANY:
        return False
    return known or group.form != "bare" or measure != "captured"


def _names_a_person(noun: str) -> bool:
    """By its ending: "the owner", "the activist"."""
    return noun.endswith(tuple(word_set("person_endings", "words")))


def _measure_of_people(clauses: Clauses, tally: Tally, bundle: Bundle) -> Measure | None:
    """What a verb of things says of people: "destroyed 30 raiders", "seized two nurses"."""
    group = bundle.units[0].group
    if group.form in ("definite", "name", "pronoun", "people"):
        return None
    if tally.measure == "destroyed":
        suffered = group.first >= tally.last or _is_passive(clauses, tally.first)
        return "killed" if group.form == "counted" and suffered else None
    if tally.measure != "seized" or _is_said_of_people(clauses, tally):
        return None
    unarmed = bundle.kind is not None and bundle.kind.kind in ("civilians", "person")
    return "kidnapped" if unarmed else "captured"


def _measure_of_things(clauses: Clauses, tally: Tally, group: Group, noun: str, *, thing: bool) -> Measure | None:
    if group.form in ("definite", "name", "pronoun", "people"):
        return None
    if noun in word_set("area", "settlements"):  # "burnt six villages"; a village seized is land
        return tally.measure if tally.measure != "seized" and group.form == "counted" else None
    thing = thing or _is_shot_down(clauses, tally)  # whatever is: "shot down 11", "brought down a MiG"
    if group.form == "bare" and not thing and noun not in word_set("seizable", "words"):
        return None
    if group.head < 0 and not (group.of_pronoun or thing):
        return None
    return "damaged" if tally.measure == "destroyed" and tally.partly else tally.measure


def _things_before(clauses: Clauses, tally: Tally, group: Group) -> bool:
    """ "Of 74 schools attacked, 40 were burned": a bare number of the things counted before it."""
    if group.form != "counted" or group.head >= 0 or tally.measure == "seized":
        return False
    near = (clauses.group_to.get(k) for k in range(group.first, max(0, group.first - _BEFORE), -1))
    before = next((g for g in near if g is not None and g.form == "counted" and g.head >= 0), None)
    return before is not None and clauses.is_thing(before)


def _is_passive(clauses: Clauses, verb: int) -> bool:
    governing = clauses.auxiliary_before(verb)
    return governing is not None and clauses.words[governing].lower in BE
