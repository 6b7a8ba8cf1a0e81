"""Who a doer told of as "it", "they" or "he" is: the subject that the clauses before it are about.

English goes on with its subject: "ETA laid down its arms. It had killed 800" is about ETA, whoever else was named. So
the subjects of the same sentence are tried from the nearest, then those of the two sentences before from the first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from hearsay.actors.people import ARMED
from hearsay.claims.party_context import PartyContext
from hearsay.claims.party_forces import of_actor
from hearsay.records import Party, Span

_MANY = frozenset("they them their who".split())
_ONE = frozenset("he him his she her".split())
_THING = frozenset("it its which".split())
PRONOUNS = _MANY | _ONE | _THING
"""Words that stand for somebody named elsewhere."""
_BODIES = ARMED | {"government", "organisation"}
_GROUPS = ("rebel_group", "political_militia", "identity_militia")
_BACK = 2
"""Sentences before its own in which a pronoun's subject may stand."""
_DOERS = ARMED | {"unknown", "person", "protesters", "rioters", "organisation", "government"}
"""Who may have done something with force, where another sentence names him."""


def is_antecedent(pronoun: str, one: Party) -> bool:
    """Whether the pronoun fits: "they" are people or a force, "he" is one person, "it" a body."""
    plural = one.text.lower().endswith(("s", "people", "men", "women", "children", "personnel"))
    body = one.kind in _BODIES
    if pronoun in _MANY:
        return one.kind != "object" and (plural or (body and one.kind != "government"))
    if pronoun in _ONE:
        return one.kind in ("person", "civilians", "government", "unknown") and not plural
    return pronoun in _THING and body and (one.id is not None or not plural)


def antecedent(
    pronoun: str, at: int, context: PartyContext, read: Callable[[Span], tuple[Party, ...]]
) -> tuple[Party, ...] | None:
    """The parties of the subject that the pronoun at ``at`` goes on with, as ``read`` reads them.

    Empty where it goes on with what is nobody ("The blast … It killed two"), or where somebody else's words begin with
    it ("“They shelled us,” he said"); None where no subject fits.
    """
    if context.text[at - 1 : at] in ('"', "“"):
        return ()
    own = bisect_right(context.subjects, at, key=lambda told: told[0]) - 1
    for number, span in _before(context, own, at):
        parties = read(span)
        if not parties and pronoun in _THING and number < own:
            return ()
        if pronoun in _THING and context.armed and number < own and [one.kind for one in parties] == ["government"]:
            return _fought(context, number)  # a government is said to fight more often than to kill
        fits = parties and all(is_antecedent(pronoun, one) for one in parties)
        if fits and (number == own or not context.armed or all(one.kind in _DOERS for one in parties)):
            return parties
    return None


def _fought(context: PartyContext, number: int) -> tuple[Party, ...]:
    """The one armed group that a sentence about a government names, if it names one."""
    begins = context.subjects[number][0]
    ends = context.subjects[number + 1][0] if number + 1 < len(context.subjects) else len(context.text)
    actors = [(one.span, one.actor) for one in context.named_in((begins, ends)) if one.actor is not None]
    groups = {actor.id: (span, actor) for span, actor in actors if actor.kind in _GROUPS}
    return tuple(of_actor(context.text, *found, context) for found in groups.values()) if len(groups) == 1 else ()


def _before(context: PartyContext, own: int, at: int) -> Iterator[tuple[int, Span]]:
    for number in range(own, max(-1, own - _BACK - 1), -1):
        told = [span for span in context.subjects[number][1] if span[1] <= at]
        for span in reversed(told) if number == own else told:
            yield number, span
