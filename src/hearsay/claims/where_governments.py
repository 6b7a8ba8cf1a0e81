"""Capitals that stand for their governments: "sanctions on Moscow", "Kigali has always denied it".

What is done to, with or by such a capital did not happen in it.
"""

from __future__ import annotations

import re

from hearsay.places.countries import country_of_capital
from hearsay.records import Place

_BEFORE = 80
"""Characters before a capital in which it is said what is done with its government."""
_ABOUT = re.compile(
    r"(?i:\b(?:(?:sanctions?|embargo(?:es)?|tariffs?|pressure|blame|measures) (?:up)?(?:on|against)"
    r"|(?:talks|negotiations?|relations|ties|deals?|agreements?|accords?|pacts?|treaty|treaties|dialogue|alliances?"
    r"|tensions|contacts|cooperation|differences|rapprochement|rows?|disputes?|stand-?offs?|links|peace|war)"
    r" (?:\w+ ){0,2}(?:with|between|to)"
    r"|(?:aid|arms|weapons|help|support|assistance|loyal|hostile|allied|close|allegiance) (?:to|for|from|with)"
    r"|(?:accus|blam|urg|warn|condemn|criticis|criticiz|sanction|press|pressur|ask|threaten|punish|provok)(?:es|s|ed|ing)"
    r"|call(?:s|ed|ing)? (?:up)?on|told|backed"
    r"|(?:criticism|accusation|denial|statement|decision|proposal|offer|demand|threat|announcement|mediation)s? by"
    r"|(?:accus|annex|arm|back|claim|control|den[iy]|fund|impos|recogni[sz]|reject|rul|sanction|sponsor|support)\w* by)"
    r") (?:[A-Z][\w’'-]+(?:, [A-Z][\w’'-]+)*,? and )?\Z"
)
_LEADS_TO = re.compile(
    r"\b(?:in|at|near|from|of|to|outside|around|over|across|into|on|through|towards?|via|for|with) (?:the )?\Z",
    re.IGNORECASE,
)
"""A preposition: what follows is a place, or no subject at least."""
_ACTS = re.compile(
    r",? (?:(?:has|had|have|also|always|never|repeatedly|again|later|itself|[a-z]+ly) ){0,3}"
    r"(?:said|says|den(?:ies|ied)|(?:reject|insist|warn|want|call|demand|condemn|vow|threaten|support|back|maintain"
    r"|confirm|respond|offer|consider|view|regard|suspend)(?:s|ed)|(?:accus|blam|announc|urg|impos|recogni[sz]|acknowledg|pledg"
    r"|promis|propos|declar|describ|retaliat|agre|clos)(?:es|ed)|refus(?:es|ed)|dismiss(?:es|ed)|admit(?:s|ted)"
    r"|expel(?:s|led)|summon(?:s|ed)|signed|sent|withdrew|claims|claimed|hopes|fears|sees"
    r"|(?:is|was) (?:ready|determined|trying|seeking|prepared|accused|behind|blamed))\b",
    re.IGNORECASE,
)


def stands_for_government(text: str, place: Place) -> bool:
    """Whether a capital acts, speaks, or has something done with it, as its country's government."""
    if country_of_capital(place.text) is None:
        return False
    first, last = place.span
    if _ABOUT.search(text, max(0, first - _BEFORE), first) is not None:
        return True
    return _LEADS_TO.search(text, max(0, first - _BEFORE), first) is None and _ACTS.match(text, last) is not None
