"""The toll of an incident under the rule ``stated``: every origin one vote, no discount.

Within an origin a figure told twice counts once, a running total replaces, what is additional adds, and parts are never
added to their whole. Between origins: low is the lowest, high the highest (open when that is open), best what most
origins say; of several such figures the middle one, of two the higher.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from hearsay.actors.people import ARMED
from hearsay.codebook import words_at
from hearsay.incidents.figures import NOBODY, Figure, across, sum_of, tellings
from hearsay.incidents.roll import one_by_one, roll
from hearsay.records import Claim, Count, Estimate, Measure, Party, Toll


def estimate(claims_of: Mapping[str, Sequence[Claim]], measure: Measure) -> Toll | None:
    """The toll over the claims of each origin (name → its claims, in order); None where no claim gives a figure.

    What is told as unconfirmed raises the highest figure alone, unless nothing else is told.
    """
    every = _estimate(claims_of, measure)
    if every is None or not any(map(_is_unconfirmed, chain.from_iterable(claims_of.values()))):
        return every
    firm = {name: [c for c in told if not _is_unconfirmed(c)] for name, told in claims_of.items()}
    toll = _estimate(firm, measure)
    if toll is None:
        return every
    open_above = toll.high is None or every.high is None
    return toll.model_copy(update={"high": None if open_above else max(toll.high or 0.0, every.high or 0.0)})


def _is_unconfirmed(claim: Claim) -> bool:
    """Whether it is told on "unconfirmed reports"."""
    hedge = claim.attribution[0].hedge if claim.attribution else None
    return hedge is not None and not words_at("incidents", "unconfirmed").isdisjoint(hedge.text.lower().split())


def _estimate(claims_of: Mapping[str, Sequence[Claim]], measure: Measure) -> Toll | None:
    told = _told(claims_of, measure)
    if not told:
        return None
    claims = list(chain.from_iterable(claims_of.values()))
    at_once = max(roll([claim], measure) for claim in claims)
    total = _with_roll(told, roll(claims, measure), at_once)
    by_kind = _parts(told, _kind) or _civilians(told, total)
    if by_kind.keys() == {"civilians"}:  # nobody else is told of, so an undivided figure counts the same people
        by_kind = {"civilians": Estimate(low=total.low, best=total.best, high=total.high)}
    return Toll(
        low=total.low,
        best=total.best,
        high=total.high,
        by_kind=by_kind,
        by_party=_parts(told, _party_name),
    )


def figures_of(
    claims_of: Mapping[str, Sequence[Claim]], measure: Measure, keep: Callable[[Claim, Count], bool]
) -> dict[str, tuple[Figure, tuple[str, ...]]]:
    """Each origin's toll over the counts to keep, with the ids of the claims that give it."""
    found = {}
    for name, per_claim in _told(claims_of, measure).items():
        kept = [(claim, some) for claim, counts in per_claim if (some := [c for c in counts if keep(claim, c)])]
        if kept:
            found[name] = _total([counts for _, counts in kept]), tuple(claim.id for claim, _ in kept)
    return found


def _told(claims_of: Mapping[str, Sequence[Claim]], measure: Measure) -> _Told:
    told = {name: [_tops(claim, measure) for claim in claims] for name, claims in claims_of.items()}
    return _without_single_victims(
        {name: counts for name, per_claim in told.items() if (counts := [c for c in per_claim if c[1]])}
    )


_Told = dict[str, list[tuple[Claim, list[Count]]]]


def _tops(claim: Claim, measure: Measure) -> tuple[Claim, list[Count]]:
    """The claim's figures for the measure that are part of no other, and are no total over a period."""
    counts = [
        c
        for c in claim.counts
        if c.measure == measure and c.part_of is None and c.scope != "period_total" and stated(c)
    ]
    return claim, counts


def stated(count: Count) -> bool:
    """It gives a figure; nobody is one too."""
    return count.best is not None or count.low is not None or count.high is not None


def _without_single_victims(told: _Told) -> _Told:
    """One named or described victim in one origin's words is no rival of a toll that another origin gives.

    Who says that nobody died does speak of the whole.
    """
    sums = {name: max(_claim_sum(counts).size for _, counts in per_claim) for name, per_claim in told.items()}
    top = max(sums.values(), default=0.0)
    rivals = {name: per_claim for name, per_claim in told.items() if sums[name] != 1 or top <= 1}
    acts = {
        name: [(c, counts) for c, counts in per_claim if c.event.mode != "targeted" or _claim_sum(counts).size >= top]
        for name, per_claim in rivals.items()
    }
    return {name: per_claim for name, per_claim in acts.items() if per_claim}


def _figure(count: Count) -> Figure:
    low = count.low if count.low is not None else count.best
    return Figure(low, count.best if count.best is not None else low, count.high)


def _claim_sum(counts: Sequence[Count]) -> Figure:
    """Figures of one claim are of different people: they add up, but for a running total, which holds them all.

    Two totals of people in general are no different people ("25 people died, while others put it at 30 deaths").
    """
    running = [_figure(c) for c in counts if c.scope == "running_total"]
    if running:
        return max(running, key=lambda f: f.size)
    if len(counts) > 1 and all(_of_people_in_general(c) for c in counts):
        return max((_figure(c) for c in counts), key=lambda f: f.size)
    return sum_of([_figure(c) for c in counts])


def _of_people_in_general(count: Count) -> bool:
    """A total in several, of no group: "more than 30 people", "25 deaths"."""
    noun = (count.of or count.text).lower().split()[-1]
    several = (count.best or count.low or 0.0) > 1 and count.scope == "event" and not count.groups
    return several and noun in words_at("incidents", "people_in_general")


def _with_roll(told: _Told, named: float, at_once: float) -> Figure:
    """The toll where victims are also named one by one: who names some of them is no rival of who counts them all.

    The named are the least that died: who told of fewer told so early, and has no vote. But several sources spell one
    name in several ways, so that all names (``named``) never pass the highest figure that anybody gives; those told
    ``at_once``, in one claim, do: they are different people.
    """
    if named <= 1:
        return _whole(told)
    counted = {
        name: [(claim, counts) for claim, counts in per_claim if not all(one_by_one(c) for c in counts)]
        for name, per_claim in told.items()
    }
    rivals = {name: per_claim for name, per_claim in counted.items() if per_claim}
    if not rivals:
        return Figure(named, named, named)
    sizes = {name: _total(_counts(per_claim)).size for name, per_claim in rivals.items()}
    least = max(at_once, min(named, max(sizes.values())))
    fuller = {name: rivals[name] for name, size in sizes.items() if size >= least}
    total = _whole(fuller or rivals)
    best = max(total.best or 0.0, least)
    low = max(total.low or 0.0, least) if len(fuller) == len(rivals) else least
    return Figure(min(low, best), best, total.high if total.high is None else max(total.high, best))


_Claims = Sequence[Sequence[Count]]
"""The figures of each claim of one origin."""
_STATE = frozenset({"state_forces", "external_forces"})


def _counts(per_claim: Sequence[tuple[Claim, list[Count]]]) -> _Claims:
    return [counts for _, counts in per_claim]


def _whole(told: _Told) -> Figure:
    """The toll over all origins: rivals are weighed, and origins that count different people are added up.

    Only the dead of the state's forces are surely others than those of anybody else: one's fighters may be another's
    civilians.
    """
    origins = [_counts(per_claim) for per_claim in told.values()]
    kinds = [_kinds(claims) for claims in origins]
    totals = [replace(_total(claims), vague=all(c.vague for counts in claims for c in counts)) for claims in origins]
    rivals = [k for k in range(len(origins)) if not _is_part(k, kinds, totals)]
    state = [k for k in rivals if kinds[k] and kinds[k] <= _STATE]
    others = [k for k in rivals if kinds[k] and not kinds[k] & _STATE]
    if state and others and len(state) + len(others) == len(rivals):
        return sum_of([across([totals[k] for k in side]) for side in (state, others)])
    return across([totals[k] for k in rivals])


def _is_part(k: int, kinds: Sequence[frozenset[str]], totals: Sequence[Figure]) -> bool:
    """Another origin counts these victims and others besides."""
    return bool(kinds[k]) and any(
        kinds[k] < other and totals[k].size <= whole.size for other, whole in zip(kinds, totals, strict=True)
    )


def _kinds(claims: _Claims) -> frozenset[str]:
    """The kinds of victims that an origin counts; none where it leaves those of any figure open."""
    kinds = {_kind(None, c) for counts in claims for c in counts}
    return frozenset() if None in kinds else frozenset(k for k in kinds if k is not None)


def _total(per_claim: _Claims) -> Figure:
    """One origin's toll: the fullest of its claims, or the kinds of victims added up where no claim holds them all."""
    risen = [k for k, counts in enumerate(per_claim) if any(c.scope == "running_total" for c in counts)]
    if risen:
        return _since(per_claim[risen[-1]], per_claim[risen[-1] + 1 :])
    whole = tellings([_claim_sum(counts) for counts in per_claim if any(c.scope != "additional" for c in counts)])
    kinds = sorted({_kind(None, c) or "" for counts in per_claim for c in counts} - {""})
    by_kind = sum_of([_repeated(per_claim, kind) for kind in kinds])
    extra = _additional(per_claim)
    if whole is None:
        return extra
    if by_kind.size > whole.size and not _add_up(per_claim):
        return by_kind
    return sum_of([whole, extra]) if extra.size and not _inside_one_claim(per_claim) else whole


def _add_up(per_claim: _Claims) -> bool:
    """Whether the claims after the first, which tells of several, add up to it: they tell of the same dead again.

    Who counts "a deputy with two guards" among its dead may count the guards among others when it tells how they died.
    """
    first, later = per_claim[0], per_claim[1:]
    size = _claim_sum(first).size
    return size > 1 and len(later) > 1 and size == sum(_claim_sum(counts).size for counts in later)


def _since(counts: Sequence[Count], later: _Claims) -> Figure:
    """A running total of one kind of victims, with the other kinds told after it; one of no kind holds them all."""
    last = [c for c in counts if c.scope == "running_total"][-1]
    own = _kind(None, last)
    others = {_kind(None, c) or "" for more in later for c in more} - {"", own}
    return sum_of([_figure(last), *(_repeated(later, kind) for kind in sorted(others))]) if own else _figure(last)


def _inside_one_claim(per_claim: Sequence[Sequence[Count]]) -> bool:
    """What is additional stands beside what it is added to, so the claim's sum holds it already."""
    return all(
        len({c.scope for c in counts}) > 1 for counts in per_claim if any(c.scope == "additional" for c in counts)
    )


def _additional(per_claim: Sequence[Sequence[Count]]) -> Figure:
    """What "another 8" adds, each figure once."""
    figures = dict.fromkeys(_figure(c) for counts in per_claim for c in counts if c.scope == "additional")
    return sum_of(list(figures)) if figures else NOBODY


def _repeated(per_claim: Sequence[Sequence[Count]], kind: str) -> Figure:
    """One kind of victim over an origin's claims: added within a claim, the same telling between claims."""
    groups = [[c for c in counts if _kind(None, c) == kind] for counts in per_claim]
    figures = [_claim_sum(g) for g in groups if g]
    return tellings(figures) or NOBODY


_GROUPS = frozenset({"rebel_group", "political_militia", "identity_militia", "unknown"})


def _civilians(told: _Told, total: Figure) -> dict[str, Estimate]:
    """One of whom no role in a force is told, and whom an armed group hit, is a civilian (ACLED)."""
    for claim, counts in (pair for per_claim in told.values() for pair in per_claim):
        if not all(_without_role(count) for count in counts) or not any(p.kind in _GROUPS for p in claim.actors):
            return {}
    return {"civilians": Estimate(low=total.low, best=total.best, high=total.high)}


_PRONOUNS = frozenset({"he", "she", "him", "her", "them", "they", "himself", "herself"})


def _without_role(count: Count) -> bool:
    if count.kind in (None, "unknown") and count.text.lower() in _PRONOUNS:
        return True
    if count.kind in (None, "unknown"):
        return count.of is not None and (count.of[:1].isupper() or count.best == 1)
    return count.kind == "person"


def _parts(told: _Told, name: Callable[[Claim, Count], str | None]) -> dict[str, Estimate]:
    """The same estimate for each kind of victim, or each party."""
    per_origin: list[dict[str, Figure]] = []
    for per_claim in told.values():
        groups: dict[str, list[Figure]] = {}
        added: dict[str, dict[Figure, None]] = {}
        for claim, counts in per_claim:
            by_key: dict[str, list[Count]] = {}
            for count in (part for whole in counts for part in _divided(claim, whole)):
                key = name(claim, count)
                if key:
                    by_key.setdefault(key, []).append(count)
            for key, group in by_key.items():
                if all(count.scope == "additional" for count in group):
                    added.setdefault(key, {})[_claim_sum(group)] = None
                else:
                    groups.setdefault(key, []).append(_claim_sum(group))
        told_of = {key: figure for key, group in groups.items() if (figure := tellings(group)) is not None}
        more = {key: sum_of([*([told_of[key]] if key in told_of else []), *figures]) for key, figures in added.items()}
        per_origin.append({**told_of, **more})
    out: dict[str, Estimate] = {}
    for key in sorted({key for groups in per_origin for key in groups}):
        figure = across([groups[key] for groups in per_origin if key in groups])
        out[key] = Estimate(low=figure.low, best=figure.best, high=figure.high)
    return out


def _divided(claim: Claim, whole: Count) -> list[Count]:
    """A figure of people, apart from those of its parts that were armed: "eight persons, including six policemen".

    Undivided where the parts do not fit into it.
    """
    at = next((k for k, count in enumerate(claim.counts) if count is whole), None)
    parts = [c for c in claim.counts if at is not None and c.part_of == at and c.kind in ARMED and c.kind != whole.kind]
    size = sum(part.best or 0.0 for part in parts)
    if whole.kind in ARMED or not size or whole.best is None or size > whole.best:
        return [whole]
    rest = {name: None if (v := getattr(whole, name)) is None else v - size for name in ("low", "best", "high")}
    others = [whole.model_copy(update=rest)] if size < whole.best else []
    return [*parts, *others]


def _kind(claim: Claim | None, count: Count) -> str | None:
    """The kind of victim, where the figure says: an undivided one may hold all the others.

    Whoever is killed alongside civilians and is no more than a person by the words is one of them ("X was killed with
    his wife and four children").
    """
    if count.best == 1 and count.text.lower() in words_at("incidents", "told_of_before"):
        return None
    if count.kind not in (None, "unknown", "person"):
        return count.kind
    beside = {c.kind for c in claim.counts if c.measure == count.measure} if claim is not None else set()
    return "civilians" if count.best == 1 and "civilians" in beside and not beside & ARMED else None


def _party_name(claim: Claim, count: Count) -> str | None:
    party = party_counted(claim, count)
    return None if party is None else party.name or party.text


def party_counted(claim: Claim, count: Count) -> Party | None:
    """The claim's party that ``count.party`` points at."""
    if count.party is None:
        return None
    side, _, index = count.party.partition("[")
    return (claim.actors if side == "actors" else claim.recipients)[int(index[:-1])]
