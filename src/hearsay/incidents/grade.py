"""How well an incident is supported: who corroborates whom, and the Admiralty credibility of it, each with its reason.

Corroboration counts origins, never outlets. The Admiralty scale (NATO AJP-2.1; as MISP's taxonomy words it): 1
confirmed by other independent sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.
"""

from __future__ import annotations

from collections.abc import Collection

from hearsay.incidents.records import Corroboration, Grade, IncidentOrigin
from hearsay.incidents.whole import Whole

_CARRIERS = frozenset({"outlet", "agency"})


def grade_of(made: Whole, outlets: Collection[str]) -> Grade:
    """The grade of an incident that ``outlets`` (whose texts they are) report."""
    origins = made.origins
    free = [o for o in origins if o.party is None and not _own_voice(o)]
    contested = [
        d.field for d in made.incident.disputes if d.field in ("occurrence", "responsibility", "victim_status")
    ]
    corroboration = _corroboration(made, bool(contested), outlets)
    credibility, why = _credibility(made, free, contested)
    return Grade(corroboration=corroboration, credibility=credibility, reason=f"{_WORDS[corroboration]}; {why}.")


_WORDS: dict[Corroboration, str] = {
    "single": "One origin in one outlet",
    "one_origin": "One origin, passed on by several outlets",
    "several_origins": "Several origins",
    "opposing_parties": "Opposing sides tell the same",
    "disputed": "The accounts contradict each other",
}


def _corroboration(made: Whole, contested: bool, outlets: Collection[str]) -> Corroboration:
    if contested:
        return "disputed"
    if len(made.origins) < 2:
        return "one_origin" if len(outlets) > 1 else "single"
    sides = made.evidence.sides
    parties = sorted({o.party for o in made.origins if o.party is not None})
    if any(sides.opposed(p, q) for k, p in enumerate(parties) for q in parties[k + 1 :]):
        return "opposing_parties"
    return "several_origins"


def _credibility(made: Whole, free: Collection[IncidentOrigin], contested: Collection[str]) -> tuple[int, str]:
    """(Admiralty credibility, why) from how many independent origins there are and what is contradicted."""
    named = [o for o in free if not o.anonymous]
    if "occurrence" in contested:
        if len(free) > 1:
            return 3, f"{len(free)} independent origins tell of it and it is denied"
        return (
            (4, "one independent origin tells of it and it is denied") if free else (5, "told by one side and denied")
        )
    if len(free) > 1:
        more = f"but {_listed(contested)} is contested" if contested else "none contradicts it"
        return (2 if contested else 1), f"{len(free)} independent origins tell of it, {more}"
    if free:
        joined = len(made.origins) > 1
        who = "one independent origin" + (" and a side of the conflict tell of it" if joined else " tells of it")
        return (2 if joined and not contested else 3 if named or joined else 4), who
    if all(_own_voice(o) for o in made.origins):
        return 6, "no source is named"
    parties = {o.party for o in made.origins if o.party is not None}
    if len(parties) > 1:
        return (2 if not contested else 3), "both sides tell of it, nobody independent does"
    return 4, "only one side of the conflict tells of it"


def _own_voice(origin: IncidentOrigin) -> bool:
    return origin.kind in _CARRIERS


def _listed(fields: Collection[str]) -> str:
    return " and ".join(field.replace("_", " ") for field in fields)
