"""What becomes of an event's parties where no word of their own counts them.

"Took away 14 boys" is an abduction of 14, "some 3,000 students marched" a protest of as many: the event says what the
number is of. Which type and mode says what is in ``codebook/measures.toml`` under ``roles``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.actors.people import noun_kind
from hearsay.claims.counts_chain import chain
from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_lexicon import measures, noun_lemma, verb_forms, word_set
from hearsay.claims.counts_sentence import REACH, Clauses, Tally, Unit
from hearsay.claims.counts_subject import subject, voice_of
from hearsay.claims.counts_values import are_forces, noun_words
from hearsay.claims.counts_verbs import counted_by_voice
from hearsay.reading import EventSpan
from hearsay.reading.tokens import Token
from hearsay.records import Measure, Span, overlap


@dataclass(frozen=True, slots=True)
class Role:
    """The words of a party, and what its event makes of it. ``one``: a single person counts too.

    ``all``: the words are those of the event, and everybody counted in them is meant. ``forces``: only those under arms
    and who go with them. ``frame``: nobody marked the party; the words are the trigger's, whose ``object`` (or the
    subject of whose passive) or ``subject`` it is.
    """

    party: Span
    measure: Measure
    trigger: Span
    one: bool
    all: bool = False
    forces: bool = False
    frame: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A row of the codebook: the events it is for (empty: all modes, all verbs), and whom it counts as what.

    ``but``: verbs of those events that do nothing of the kind.
    """

    types: tuple[str, ...]
    modes: tuple[str, ...]
    verbs: frozenset[str]
    but: frozenset[str]
    party: str
    measure: Measure
    one: bool
    forces: bool
    frame: str


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            tuple(row["types"]),
            tuple(row.get("modes", ())),
            frozenset(form for lemma in row.get("verbs", ()) for form in verb_forms(lemma))
            | frozenset(row.get("words", ())),
            frozenset(form for lemma in row.get("but", ()) for form in verb_forms(lemma)),
            row["party"],
            row["measure"],
            row.get("one", False),
            row.get("forces", False),
            row.get("frame", ""),
        )
        for row in measures()["roles"]
    )


def roles_of(text: str, event: EventSpan) -> Iterator[Role]:
    """The parties that the event counts; of several rules for a party the first."""
    said = text[slice(*event.trigger)].lower().split()
    anybody = (event.span,)
    for name, parties in (
        ("actor", event.actors),
        ("recipient", event.recipients or event.victims),
        ("anybody", anybody),
    ):
        every = name == "anybody"
        for rule in (r for r in _rules() if r.party == name and _fits(r, event, said)):
            yield from (Role(span, rule.measure, event.trigger, rule.one, every, rule.forces) for span in parties)
            if rule.frame and not parties:
                yield Role(event.trigger, rule.measure, event.trigger, one=False, forces=rule.forces, frame=rule.frame)
            if not rule.forces:
                break


def _fits(rule: _Rule, event: EventSpan, said: Sequence[str]) -> bool:
    return (
        event.type in rule.types
        and (not rule.modes or event.mode in rule.modes)
        and (not rule.verbs or any(word in rule.verbs for word in said))
        and rule.but.isdisjoint(said)
    )


def role_tallies(clauses: Clauses, roles: Sequence[Role], counted: Sequence[Span]) -> Iterator[Tally]:
    """A tally for each role whose party says how many; ``counted``: words that are counts already."""
    words = clauses.words
    for role in roles:
        trigger = [k for k, word in enumerate(words) if overlap((word.start, word.end), role.trigger)]
        if role.frame:
            units = _by_the_verb(clauses, trigger, role, counted)
            yield Tally(role.measure, trigger[0], trigger[-1] + 1, units)
            continue
        told = [g for g in clauses.groups if overlap(_span(words, g), role.party)]
        for group in told if role.all else told[:1]:
            fits = _says_how_many(clauses, group, role, alone=not role.all) or (role.one and group.form in _SINGLE)
            fits = fits and (not role.forces or are_forces(clauses, group))
            if not trigger or not fits or any(overlap(_span(words, group), span) for span in counted):
                continue
            units = (Unit(group),)
            behind = group.first > trigger[0]
            if role.one or not role.all:
                limit = min(len(words), group.first + REACH) if behind else trigger[0]
                units = chain(clauses, group.first, limit, of_object=behind).units or units
            if not role.one:
                units = tuple(u for u in units if _says_how_many(clauses, u.group, role, alone=not role.all))
            yield Tally(role.measure, trigger[0], trigger[-1] + 1, units)


def _by_the_verb(clauses: Clauses, trigger: Sequence[int], role: Role, counted: Sequence[Span]) -> tuple[Unit, ...]:
    """So many people as the trigger's verb has for its object or its subject."""
    verb = next((k for k in trigger if clauses.is_verb(k)), None)
    if verb is None:
        return ()
    last = trigger[-1] + 1
    if role.frame == "subject":
        units = subject(clauses, verb).units
    else:
        units = counted_by_voice(clauses, verb, last, voice_of(clauses, verb, last))
    return tuple(
        unit
        for unit in units
        if _says_how_many(clauses, unit.group, role, alone=True)
        and (not role.forces or are_forces(clauses, unit.group))
        and not (role.measure == "displaced" and are_forces(clauses, unit.group))
        and not any(overlap(_span(clauses.words, unit.group), span) for span in counted)
    )


_SINGLE = frozenset({"bare", "definite", "name", "pronoun", "counted"})


def _span(words: Sequence[Token], group: Group) -> Span:
    return words[group.first].start, words[group.last - 1].end


def _says_how_many(clauses: Clauses, group: Group, role: Role, *, alone: bool) -> bool:
    """Two people or more, by number: "some 300 raiders", "dozens of youths"; not "two battalions".

    Those who move are counted by families, too. ``alone``: the number may stand without a noun ("thousands marched").
    """
    if group.form != "counted" or group.number is None or (group.head < 0 and not alone):
        return False
    number = group.number
    if max(number.low or 0, number.best or 0, number.high or 0) < 2:
        return False
    if group.head < 0:
        return True
    noun = noun_lemma(clauses.words[group.head].lower)
    kind = noun_kind(noun_words(clauses, group))
    crowd = noun in word_set("collectives", "words") and noun not in word_set("collectives", "single_with_article")
    at_home = role.measure in ("displaced", "evacuated") and noun in ("family", "household")
    return (not crowd or noun == "people" or at_home) and not (kind is not None and kind.kind == "object")
