"""Tolls ("the death toll rose to 31") and parts of a toll told elsewhere ("among the dead were two children")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from hearsay.claims.counts_chain import chain
from hearsay.claims.counts_groups import Group
from hearsay.claims.counts_lexicon import forms_of, measures, verb_senses, word_set
from hearsay.claims.counts_sentence import Clauses, Tally, Unit
from hearsay.claims.counts_subject import subject
from hearsay.records import Measure

_NEAR = 14
_FARTHEST = 30
"""Tokens between the toll and its figure; the farther ones only where it is said to rise."""


def tolls(clauses: Clauses) -> Iterator[Tally]:
    """As in "The death toll rose to 31", "put the toll at 52 dead", "raising the number of wounded to 60"."""
    words = clauses.words
    for group in clauses.groups:
        if group.head < 0 or not (words[group.head].lower in word_set("tolls", "nouns") or _is_raised(clauses, group)):
            continue
        measure, end = _toll_measure(clauses, group)
        if measure is None:
            continue
        found = _toll_figure(clauses, group, end)
        if found is None:
            continue
        figure, rising = found
        running = rising or _raised(clauses, group)
        over = words[figure.first - 1].lower in forms_of("tolls", "passing")
        yield Tally(measure, group.head, group.last, _toll_units(clauses, figure), running=running, over=over)


def _toll_units(clauses: Clauses, figure: Group) -> tuple[Unit, ...]:
    return chain(clauses, figure.first, min(len(clauses.words), figure.last + 60), of_object=True).units[:1] or (
        Unit(figure),
    )


def _toll_measure(clauses: Clauses, group: Group) -> tuple[Measure | None, int]:
    """What the toll is of: from the words of its group, or those after "of"; and where to look for the figure."""
    words = clauses.words
    end = group.last
    near = [w.lower for w in words[group.first : end + 1]]  # "the number killed"
    inner = clauses.group_from.get(end + 1) if end < len(words) and words[end].lower == "of" else None
    if inner is not None and inner.form == "counted" and inner.head < 0:
        pass  # "a toll of 13"
    elif end < len(words) and words[end].lower == "of":
        stop = inner.last + 3 if inner else end + 4
        near += [w.lower for w in words[end:stop]]
        end = inner.last if inner else end + 1
        while end < len(words) and words[end].tag == "VERB" and words[end].lower in verb_senses():
            end += 1
    for word in near:
        if word in _measures_of_tolls():
            return _measures_of_tolls()[word], end
    return ("killed" if words[group.head].lower == "toll" else None), end


@cache
def _measures_of_tolls() -> dict[str, Measure]:
    of: dict[Measure, list[str]] = measures()["tolls"]["of"]
    return {word: measure for measure, words in of.items() for word in words}


def _toll_figure(clauses: Clauses, group: Group, end: int) -> tuple[Group, bool] | None:
    """The number that the toll ``group`` reaches, and whether it is said to rise to it."""
    words = clauses.words
    before = clauses.group_to.get(group.first)
    if before is not None and before.form == "counted" and before.first > 1:
        verb, to = (word.lower for word in words[before.first - 2 : before.first])
        if to == "to" and verb in forms_of("tolls", "rising"):
            return before, True  # "bringing to 31 the number of dead"
    at, inner = end, False
    while at < min(len(words), end + _FARTHEST):
        figure = clauses.group_from.get(at)
        if figure is None:
            if (resumed := _resumed(clauses, at)) is not None:
                at = resumed
            elif words[at].lower in (";", ","):
                return None
            else:
                inner = inner or (words[at].tag == "SCONJ" and words[at].lower != "as")
                at += 1
        elif figure.form != "counted" or _is_no_figure(clauses, figure):
            at = figure.last
        else:
            return _reached(clauses, figure, end, inner=inner)
    return None


def _is_no_figure(clauses: Clauses, figure: Group) -> bool:
    """Acts, times ("killed in three days") and where a rise began are no toll."""
    return (
        clauses.is_act(figure)
        or clauses.is_time(figure)
        or clauses.words[figure.first - 1].lower in ("from", "by", "since", "in")
    )


def _reached(clauses: Clauses, figure: Group, end: int, *, inner: bool) -> tuple[Group, bool] | None:
    """The figure, if the words between say that the toll is so high; ``inner``: a clause stands between."""
    words = clauses.words
    between = [word.lower for word in words[end : figure.first]]
    rising = any(word in forms_of("tolls", "rising") for word in (between[-2:] if inner else between))
    put = not inner and any(word in forms_of("tolls", "putting") for word in between)
    near = not inner and figure.first < end + _NEAR
    joined = words[figure.first - 1].lower in ("at", "of", "to", "as")
    return (figure, rising) if rising or (near and (put or joined)) else None


def _resumed(clauses: Clauses, at: int) -> int | None:
    """Behind an inserted clause, where the toll's own verb follows it: "the toll, officials said, rose to 31"."""
    words = clauses.words
    if words[at].lower != ",":
        return None
    closing = next((k for k in range(at + 1, min(len(words) - 1, at + 10)) if words[k].lower == ","), None)
    if closing is None:
        return None
    verb = words[closing + 1].lower
    return closing + 1 if verb in forms_of("tolls", "rising") or verb in ("has", "had") else None


def _is_raised(clauses: Clauses, group: Group) -> bool:
    """As in "which raises the dead to three"."""
    dead = clauses.words[group.head].lower in _measures_of_tolls() and group.definite and group.form == "plural"
    to = group.last < len(clauses.words) and clauses.words[group.last].lower == "to"
    return dead and to and _raised(clauses, group)


def _raised(clauses: Clauses, group: Group) -> bool:
    """As in "Raising the toll to": the toll is the object of a verb that makes it rise."""
    before = clauses.words[group.first - 1].lower if group.first else ""
    return before in forms_of("tolls", "rising")


def is_toll_figure(clauses: Clauses, group: Group) -> bool:
    """Whether the figure belongs to a toll named shortly before: "put the toll at 52 dead"."""
    words = clauses.words
    return any(w.lower in ("toll", "tally") for w in words[max(0, group.first - 6) : group.first]) and words[
        group.first - 1
    ].lower in ("at", "to", "of")


def among(clauses: Clauses) -> Iterator[Tally]:
    """Parts of a toll told elsewhere, never to be added to it.

    "Among the dead were two children", "two children were among those killed", "those killed included a nurse",
    "three of the dead were police officers".
    """
    words = clauses.words
    for group in clauses.groups:
        measure = _measure_of_victims(clauses, group)
        if measure not in ("killed", "injured") or not (group.definite or group.number is not None):
            continue
        first, last = group.first, group.last
        after = words[last].lower if last < len(words) else ""
        opened = first > 0 and words[first - 1].lower in word_set("parts", "among")
        if group.form == "counted":
            followed = clauses.group_from.get(last + 1)
            if after in _COPULA and followed is not None and group.first < group.head - 1:
                unit = Unit(replace(group, head=followed.head, noun=followed.noun))
                yield Tally(measure, group.head, last, (unit,), elsewhere=True)
        elif (verb := _copula_after(clauses, last) if opened else None) is not None or after.startswith("include"):
            start = last + 1 if verb is None else verb + 1
            units = chain(clauses, start, min(len(words), start + 60), of_object=True).units
            yield Tally(measure, group.head, last, units, elsewhere=True)
        elif opened and first > 1 and words[first - 2].lower in _COPULA:
            yield Tally(measure, group.head, last, subject(clauses, first - 2).units, elsewhere=True)


def _measure_of_victims(clauses: Clauses, group: Group) -> Measure | None:
    """The measure of "the dead", "those wounded", "the victims"; None for any other group."""
    if group.head < 0:
        return None
    word = clauses.words[group.head].lower
    return "killed" if word == "victims" else _measures_of_tolls().get(word)


def _copula_after(clauses: Clauses, last: int) -> int | None:
    """Where "were" stands behind "among the victims killed in the strike"."""
    for at in range(last, min(len(clauses.words), last + 10)):
        if clauses.words[at].lower in _COPULA:
            return at
        if clauses.words[at].lower in (",", ";"):
            break
    return None


_COPULA = frozenset({"were", "was", "are", "is"})
