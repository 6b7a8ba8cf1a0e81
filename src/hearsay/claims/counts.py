"""Counts: which numbers in a sentence count people or things, what became of them, and which are parts of others.

    read_counts(text, span)   the counts of a sentence or clause, as the contract's records
    find_counts(text, span)   the same with the words that count them, for whoever assembles claims

What happened is read from verbs, nouns and states (``codebook/measures.toml``). Deeds that did not happen ("could
kill", "did not injure anyone", "vowed to kill") count nobody. Each sentence stands for itself: that two sentences
tell of the same dead is for the assembly of incidents to see, and so are ``side`` and ``party``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hearsay.actors.people import NounKind, noun_kind
from hearsay.claims.counts_blows import blows
from hearsay.claims.counts_gaps import gaps
from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_land import KM2_PER_SQUARE_MILE, land, unit_end
from hearsay.claims.counts_lexicon import counted_nouns, noun_lemma, nouns_of, word_set
from hearsay.claims.counts_measures import OBJECTS, measure_of
from hearsay.claims.counts_parts import Parts, parts_told
from hearsay.claims.counts_roles import Role, role_tallies
from hearsay.claims.counts_scope import is_background, scope_of
from hearsay.claims.counts_sentence import Clauses, Tally, Unit
from hearsay.claims.counts_triggers import tallies
from hearsay.claims.counts_values import Bundle, Value, beyond, bundles, kind_of, noun_words, value_of
from hearsay.claims.counts_victims import rolls, victims
from hearsay.reading.tokens import Token, tokens
from hearsay.records import Count, Measure, Span, overlap

_PEOPLE = frozenset(
    {"killed", "injured", "casualties", "neutralised", "captured", "kidnapped", "missing", "surrendered", "arrested",
     "displaced", "evacuated", "present"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CountFound:
    """A count with the words that make it one.

    ``part_elsewhere``: part of a count in an earlier sentence ("among the dead were two children"), never to be added.
    ``background``: told of somebody's past ("accused of killing five"), not the news of the sentence.
    """

    count: Count
    trigger: Span
    part_elsewhere: bool = False
    background: bool = False


def read_counts(text: str, span: Span, words: Sequence[Token] | None = None) -> tuple[Count, ...]:
    """The counts in ``text[span]``, a sentence or clause, in the order of the text; ``part_of`` indexes the result.

    ``words`` are the tokens of ``span`` where the caller has them. Side and party are left open.
    """
    found = [f for f in find_counts(text, span, words) if not f.part_elsewhere]
    return tuple(f.count for f in found)


def find_counts(
    text: str, span: Span, words: Sequence[Token] | None = None, roles: Sequence[Role] = ()
) -> tuple[CountFound, ...]:
    """As :func:`read_counts`, with each count's trigger; parts of counts in other sentences come last.

    ``roles``: the parties of the sentence's events, and what those make of them.
    """
    words = tokens(text, span) if words is None else words
    clauses = Clauses.of(words)
    made: list[_Made] = []
    taken: set[tuple[int, Measure]] = set()
    for tally in (*tallies(clauses), *land(clauses)):
        _count(clauses, tally, made, taken)
    for tally in blows(clauses):
        if tally.measure == "killed" and any(m.tally.measure == "killed" and tally.last < m.tally.first for m in made):
            continue  # "shot them; four died": who died is said behind
        untold = tuple(u for u in tally.units if not any(m.first <= u.group.first < m.last for m in made))
        _count(clauses, replace(tally, units=untold), made, taken)
    for tally in gaps(clauses, [(m.tally, m.group, m.last) for m in made if m.whole is None]):
        _count(clauses, tally, made, taken)
    parts = tuple(parts_told(clauses))
    _attach_all(clauses, parts, made)
    told = [role for role in roles if role.measure != "killed" or not any(m.measure == "killed" for m in made)]
    for tally in role_tallies(clauses, told, [(words[m.first].start, words[m.last - 1].end) for m in made]):
        _count(clauses, tally, made, taken)
    _attach_all(clauses, parts, made)  # once more: what the parties count has parts, too
    found = _records(text, clauses, made)
    read = [f.count.span for f in found]
    counted = [*found, *_beside_verbs(victims(text, span, clauses.numbers), read)]
    listed = _beside_verbs(rolls(text, span, clauses, read), read)
    return (*counted, *(_as_part(one, counted) for one in listed))


def _beside_verbs(more: Iterable[tuple[Count, Span]], read: Sequence[Span]) -> list[CountFound]:
    """Those that the grammar of deeds has not counted."""
    return [CountFound(count, mark) for count, mark in more if not any(overlap(count.span, other) for other in read)]


def _as_part(listed: CountFound, counted: Sequence[CountFound]) -> CountFound:
    """Who are named after a figure of the dead are of them: "ten people were killed: X, his wife Y, …"."""
    for k, whole in enumerate(counted):
        figure = whole.count
        holds = (figure.best or figure.low or 0.0) >= (listed.count.best or 0.0) > 1
        if figure.measure == "killed" and figure.part_of is None and figure.span < listed.count.span and holds:
            return replace(listed, count=listed.count.model_copy(update={"part_of": k}))
    return listed


@dataclass(frozen=True, slots=True)
class _Made:
    """A count before it is a record; ``whole`` is the one it is part of."""

    measure: Measure
    value: Value
    first: int
    last: int
    of: str | None
    kind: NounKind | None
    tally: Tally
    group: Group
    whole: _Made | None = None


def _count(clauses: Clauses, tally: Tally, made: list[_Made], taken: set[tuple[int, Measure]]) -> None:
    """Everything that the tally counts, added to ``made``."""
    of_people = tally.measure not in OBJECTS | {"area_km2", "settlements"}
    units = tuple(u for u in _split_by_sum(clauses, tally.units) if tally.wide or not _is_no_count(clauses, u.group))
    listed = False
    for bundle in bundles(clauses, units, of_people=of_people):
        measure = measure_of(clauses, tally, bundle, listed=listed)
        listed = listed or measure in OBJECTS
        if measure is not None:
            _add(clauses, replace(tally, measure=measure), bundle, made, taken)


def _add(clauses: Clauses, tally: Tally, bundle: Bundle, made: list[_Made], taken: set[tuple[int, Measure]]) -> None:
    """Make the bundle a count of the tally's measure, and its parts after it."""
    first, last = bundle.units[0].group, bundle.units[-1].group
    measure = tally.measure
    if any((unit.group.first, measure) in taken for unit in bundle.units):
        return
    taken.update((unit.group.first, measure) for unit in bundle.units)
    end = max(last.last, tally.last) if tally.wide else last.last
    own = tally.wide and first.head == tally.first  # "33 bodies": the noun says the measure, not who they were
    kind = _kind_of_dead(clauses, first) if own else None if measure == "settlements" else bundle.kind
    of = None if own else _of(clauses, first, made)
    value = beyond(bundle.value) if tally.over else bundle.value
    whole = _Made(measure, _in_km2(clauses, first, value), first.first, end, of, kind, tally, first)
    made.append(whole)
    parts = [Unit(group) for unit in bundle.units for group in unit.parts]
    _add_parts(clauses, parts, whole, made)


def _add_parts(clauses: Clauses, units: Sequence[Unit], whole: _Made, made: list[_Made]) -> None:
    """What the whole includes; single people together are one count, as everywhere."""
    told = [unit for unit in units if _may_be_part(clauses, unit.group, whole)]
    together = bundles(clauses, told, of_people=whole.measure not in OBJECTS)
    if len(together) == 1 and together[0].value.best == whole.value.best:  # "two persons, a driver and a cleaner"
        together = bundles(clauses, told, of_people=False)
    for bundle in together:
        first, last = bundle.units[0].group, bundle.units[-1].group
        made.append(
            _Made(
                whole.measure,
                bundle.value,
                first.first,
                last.last,
                noun_words(clauses, first) or None,
                bundle.kind or whole.kind,
                whole.tally,
                first,
                whole,
            )
        )


def _may_be_part(clauses: Clauses, group: Group, whole: _Made) -> bool:
    other = counted_nouns().get(noun_lemma(clauses.words[group.head].lower)) if group.head >= 0 else None
    if other not in (None, whole.measure):
        return False
    of_people = whole.measure not in OBJECTS
    if group.form == "counted":
        return True
    single = group.form in ("definite", "name", "people")
    return group.form == "bare" or (of_people and single and not clauses.is_thing(group))


def _attach_all(clauses: Clauses, told: Sequence[Parts], made: list[_Made]) -> None:
    for parts in told:
        _attach(clauses, parts, made)


def _attach(clauses: Clauses, parts: Parts, made: list[_Made]) -> None:
    """Make the parts those of the last whole before them that is larger and of the same sort."""
    units = [u for u in parts.units if not any(m.first <= u.group.first < m.last for m in made)]
    sizes = [value.best or value.low or 0 for unit in units if (value := value_of(clauses, unit.group)) is not None]
    if not sizes:
        return
    things = [(kind := kind_of(clauses, unit)) is not None and kind.kind == "object" for unit in units]
    for whole in reversed(made):
        size = whole.value.best or whole.value.high or whole.value.low or 0
        apart = {";", "."} & {word.text for word in clauses.words[whole.last : parts.at]}
        if whole.whole is None and whole.first < parts.at and not apart and max(sizes) < size:
            if all(thing == (whole.measure in OBJECTS) for thing in things):
                _add_parts(clauses, units, whole, made)
            return


def _is_no_count(clauses: Clauses, group: Group) -> bool:
    """Attacks, days, kilometres, body parts; and a noun without article that is nobody ("murder and attack")."""
    if group.head < 0 or group.form == "zero":
        return False
    noun = noun_lemma(clauses.words[group.head].lower)
    if group.number is not None and noun_lemma(clauses.words[group.noun].lower) in word_set("lengths", "words"):
        return True  # "510 km northeast of the capital"
    if noun in word_set("not_counted", "words"):
        return unit_end(clauses, group, "units") is None and unit_end(clauses, group, "square_miles") is None
    if noun in word_set("body_parts", "words") and noun != "head":
        return True
    if group.form in ("definite", "bare") and noun in nouns_of():
        return True
    if group.form in ("definite", "bare") and noun in word_set("tolls", "nouns"):
        return True  # "the death toll, including children killed": a toll is nobody
    return group.form == "bare" and group.noun == group.first and not _is_person(clauses, group)


def _is_person(clauses: Clauses, group: Group) -> bool:
    found = noun_kind(noun_words(clauses, group))
    return found is not None and found.kind not in ("object", "organisation")


def _kind_of_dead(clauses: Clauses, group: Group) -> NounKind | None:
    """Whose they were, by the words before the noun: "three army casualties", "12 civilian deaths"."""
    before = " ".join(word.text for word in clauses.words[group.noun : group.head])
    return noun_kind(before) if before else None


def _split_by_sum(clauses: Clauses, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """What adds up to the first is its parts: "five people, three children and two women"."""
    if len(units) < 2 or units[0].group.form != "counted" or units[0].group.head < 0:
        return units
    if noun_lemma(clauses.words[units[0].group.head].lower) not in word_set("general", "words"):
        return units
    values = [value_of(clauses, unit.group) for unit in units]
    rest = [value.best for value in values[1:] if value is not None and value.best is not None]
    whole = values[0]
    if whole is None or len(rest) != len(units) - 1 or sum(rest) != whole.best:
        return units
    return (Unit(units[0].group, units[0].beside, (*units[0].parts, *(unit.group for unit in units[1:]))),)


def _in_km2(clauses: Clauses, group: Group, value: Value) -> Value:
    if unit_end(clauses, group, "square_miles") is None:
        return value
    low, best, high = (
        None if x is None else round(x * KM2_PER_SQUARE_MILE, 1) for x in (value.low, value.best, value.high)
    )
    return Value(low, best, high, value.approximate, value.vague)


def _of(clauses: Clauses, group: Group, made: list[_Made]) -> str | None:
    """What is counted, as the text says it; "others", "more" and bare numbers take it from the count before."""
    if group.form == "people":
        return None
    if group.of_pronoun:
        for other in reversed(clauses.groups):
            if (
                other.last <= group.first
                and other.form in ("plural", "counted", "definite")
                and other.head >= 0
                and noun_kind(noun_words(clauses, other))
            ):
                return noun_words(clauses, other)
        return None
    words = noun_words(clauses, group)
    lowered = words.lower()
    if words and lowered not in ("others", "more", "other"):
        return words
    return next((m.of for m in reversed(made) if m.of and m.measure in _PEOPLE and m.whole is None), None)


def _quotes_closed(text: str, start: int, end: int) -> Span:
    """With the closing mark, where the words hold the opening one alone: 20 "terrorists"."""
    said = text[start:end]
    opened = said.count('"') % 2 == 1 or said.count("“") > said.count("”")
    return (start, end + 1) if opened and text[end : end + 1] in ('"', "”") else (start, end)


def _records(text: str, clauses: Clauses, made: list[_Made]) -> tuple[CountFound, ...]:
    ordered = sorted(made, key=lambda m: (m.tally.elsewhere, m.first, m.last))
    index = {id(m): k for k, m in enumerate(ordered)}
    found: list[CountFound] = []
    for m in ordered:
        start, end = _quotes_closed(text, clauses.words[m.first].start, clauses.words[m.last - 1].end)
        kind = m.kind or (noun_kind(m.of) if m.of and m.measure != "settlements" else None)
        if m.group.form == "definite" and m.of and noun_lemma(m.of.lower().split()[-1]) in ("victim", "deceased"):
            kind = None  # whoever was told of before
        earlier = [o for o in ordered if o.first < m.first and o.whole is None]
        count = Count(
            text=text[start:end],
            span=(start, end),
            measure=m.measure,
            of=m.of,
            kind=kind.kind if kind is not None else None,
            groups=m.kind.groups if m.kind is not None else (),
            object_class=kind.object_class if kind is not None else None,
            low=m.value.low,
            best=m.value.best,
            high=m.value.high,
            approximate=m.value.approximate,
            vague=m.value.vague,
            scope=scope_of(
                clauses,
                m.tally,
                m.group,
                same_before=any(o.measure == m.measure for o in earlier),
                any_before=bool(earlier),
            ),
            part_of=index[id(m.whole)] if m.whole is not None else None,
        )
        trigger = (clauses.words[m.tally.first].start, clauses.words[m.tally.last - 1].end)
        found.append(CountFound(count, trigger, m.tally.elsewhere, is_background(clauses, m.tally.first)))
    return tuple(found)
