"""Claims that tell of no one spot: a war's toll, a habit, a denial in general, what holds for a whole country.

Without a place of their own they are not where the last raid was: they are in the country of the article's events,
where that is one, else nowhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.codebook import word_list
from hearsay.records import NOT_HAPPENED, Span

if TYPE_CHECKING:
    from hearsay.claims.told import Told

_NATIONWIDE = re.compile(
    r"\b(?:nation-?wide|country-?wide|(?:across|throughout|around|all over|all across) (?:the|our) (?:whole |entire )?"
    r"(?:country|nation)|the (?:whole|entire) (?:country|nation)|national (?:strike|shutdown|mourning))\b",
    re.IGNORECASE,
)
_WAR = re.compile(
    rf"\b(?:{'|'.join(sorted(word_list('grammar', 'wars')))})s?(?:, [^,.;]{{1,80}},| (?:that|which) [^,.;]{{1,60}})?"
    r" (?:has|have|had) (?:[a-z-]+ ){0,2}(?=[a-z]+(?:ed|t|en)\b)(?:(?!\b(?:but|while|when|as)\b)[^;]){0,120}\Z",
    re.IGNORECASE,
)
"""Before a verb: "the war, which began in 2021, has killed thousands and" displaced millions."""
_HABIT = re.compile(
    r"\b(?:(?:has|have|had) (?:\w+ )?(?:repeatedly|regularly|often|frequently|routinely|long|always|previously)"
    r"|(?:repeatedly|regularly|often|frequently|routinely) (?:[a-z]+s?\b)"
    r"|in the (?:recent )?past\b(?! (?:\w+ )?(?:hour|day|week|month|year|decade)s?)"
    r"|(?:in|over|during) (?:recent|past|previous) (?:months|years|decades)|for (?:years|decades|generations))\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\bsince (?:the|its|their|an?) (?:[\w’'-]+ ){0,5}?(?:agreement|accord|deal|war|conflict|coup|takeover|invasion"
    r"|start|beginning|outbreak|ceasefire|truce|uprising|revolution|insurgency|independence|genocide|election)s?\b",
    re.IGNORECASE,
)
_OPENS = 3
"""Characters before a sentence's first word."""
_RANKED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+th|latest|most|only|worst|deadliest"
    r"|bloodiest|biggest|largest|heaviest|fiercest|highest)\b[^,;]{1,80}\Z",
    re.IGNORECASE,
)
"""Before "since": the attack is compared with those of a time, and is one attack."""
_DENIES = re.compile(
    r"\b(?:denies|deny|(?:has|have) (?:[a-z]+ ){0,2}denied) (?:[a-z]+ly )?(?=[a-z]+ing\b)", re.IGNORECASE
)
"""A denial in general: "denies targeting civilians"; "denied shelling the camp" speaks of one deed."""
_DEFINITE = re.compile(r"[a-z]+ing (?:the|this|that|these|those|an?|any|its|their|his|her|\d)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:who|whose|whom|which|where)\b")
_THERE = re.compile(
    r"\b(?:there|(?:in|at|of|near|on|inside|outside|around|from) (?:the|this|that) (?:same )?(?:camp|city|town|village"
    r"|area|region|market|province|district|territory|hospital|school|neighbou?rhood|site|island|valley"
    r"|republic|state|county|department|municipality|commune|part))\b",
    re.IGNORECASE,
)


def of_no_one_spot(text: str, told: Told) -> bool:
    """Whether the claim holds for a whole country, a war or a long time, or tells a habit; not "in the town"."""
    if _NATIONWIDE.search(text, *_clause(told)) is not None:
        return True
    if is_there(text, told):
        return False
    return (
        since_long_ago(text, told)
        or _WAR.search(text, told.sentence[0], told.event.trigger[1]) is not None
        or any(_of_the_event(text, told, found.start()) for found in _HABIT.finditer(text, *_clause(told)))
        or _denied_in_general(text, told)
    )


def is_there(text: str, told: Told) -> bool:
    """Whether it points back at a spot: "in the town", "there"."""
    return _THERE.search(text, *told.sentence) is not None


def since_long_ago(text: str, told: Told) -> bool:
    """ "Killed since February 2022", "since the agreement": not where and when the last one was."""
    if told.event.status in NOT_HAPPENED:
        return False
    begun = [t.span[0] for t in told.times if t.background and _begins_since(text, t.span)]
    begun += [found.start() for found in _SINCE.finditer(text, *told.sentence)]
    first, last = _clause(told)
    own = [at for at in begun if first <= at < last or at - told.sentence[0] <= _OPENS]
    return any(_RANKED.search(text, told.sentence[0], at) is None and _of_the_event(text, told, at) for at in own)


def _of_the_event(text: str, told: Told, at: int) -> bool:
    """Not in a clause that tells who somebody is: "killed a man whom we had known for years"."""
    after = told.event.trigger[1]
    return at < after or _RELATIVE.search(text, after, at) is None


def _begins_since(text: str, span: Span) -> bool:
    return text[slice(*span)].lower().startswith(("since", "ever since"))


def _denied_in_general(text: str, told: Told) -> bool:
    if told.event.status != "denied":
        return False
    return any(_DEFINITE.match(text, one.end()) is None for one in _DENIES.finditer(text, *told.sentence))


def _clause(told: Told) -> Span:
    """From the start of the event's passage to its end, the trigger in it."""
    first, last = told.passage
    return min(first, told.event.trigger[0]), max(last, told.event.trigger[1])
