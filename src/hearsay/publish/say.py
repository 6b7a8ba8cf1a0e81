"""Records said in a few plain words, for people: what the table and ``explain`` print."""

from __future__ import annotations

from hearsay.claims.chain import UNATTRIBUTED
from hearsay.places.countries import country_name
from hearsay.publish.plain import one_line
from hearsay.records import Claim, Count, Estimate, Event, Party, Place, Relation, Speaker, Time

COMPASS = ("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW")
NOT_SAID = "not said"


def number(value: float) -> str:
    """A number with thin grouping and no needless decimals: ``1,200``, ``0.5``."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


def interval(low: float | None, best: float | None, high: float | None) -> str:
    """A low, best and high figure: "12", "61 or more", "30–40 (best 35)", "up to 9", "about 30"."""
    if low is None and high is None:
        return "no figure" if best is None else f"about {number(best)}"
    if low is None:
        return f"up to {number(high or 0)}" + (f" (best {number(best)})" if best is not None else "")
    if high is None:
        shown = f"{number(low)} or more"
        return shown if best in (None, low) else f"{shown} (best {number(best or 0)})"
    if low == high:
        return number(low)
    inside = best is not None and low < best < high
    return f"{number(low)}–{number(high)}" + (f" (best {number(best or 0)})" if inside else "")


def estimate(toll: Estimate) -> str:
    """A toll's figure."""
    return interval(toll.low, toll.best, toll.high)


def event(happening: Event) -> str:
    """The type of event: ACLED's sub-event where there is one, and PLOVER's type and mode."""
    plover = " ".join(filter(None, (happening.type, happening.mode)))
    return f"{happening.acled.sub_event_type} ({plover})" if happening.acled else plover


def when(time: Time | None) -> str:
    """The dates, and the words they were read from."""
    if time is None:
        return NOT_SAID
    said = time.span is not None and time.text
    source = f" (“{one_line(time.text)}”)" if said else " (the report's own date)"
    if time.start is None and time.end is None:
        return f"no date made out{source}"
    if time.start is None:
        return f"on or before {time.end}{source}"
    if time.end is None:
        return f"from {time.start}{source}"
    return (time.start if time.start == time.end else f"{time.start} to {time.end}") + source


def days(time: Time | None) -> str:
    """The dates alone: "2024-05-14", "2024-05-14 to 2024-05-20", "by 2024-05-20"."""
    if time is None or (time.start is None and time.end is None):
        return "no date"
    if time.start is None:
        return f"by {time.end}"
    return time.start if time.end in (None, time.start) else f"{time.start} to {time.end}"


def where(place: Place | None) -> str:
    """The place, what it lies in, and how far off it may be."""
    if place is None:
        return NOT_SAID
    named = one_line(place.name or place.text)
    name = relation(place.relation, named) if place.relation is not None else named
    country = country_name(place.country) if place.country else None
    within = [one_line(part) for part in (place.admin1, country) if part]
    shown = ", ".join([name, *(part for part in dict.fromkeys(within) if part != named)])
    if place.lat is None or place.lon is None:
        return f"{shown} (no coordinates found)"
    radius = f", ± {number(round(place.radius_km, 1))} km" if place.radius_km else ""
    return f"{shown} ({place.lat:.3f}, {place.lon:.3f}{radius})"


def relation(link: Relation, name: str) -> str:
    """How the place stands to the named one: "5 km S of X", "near X", "between X and Y"."""
    bearing = COMPASS[round(link.bearing / 22.5) % 16] if link.bearing is not None else ""
    far = f"{number(link.distance_km)} km" if link.distance_km is not None else ""
    if link.kind == "between" and link.other is not None:
        return f"between {name} and {one_line(link.other.text)}"
    if link.kind == "part_of":
        return f"{bearing} part of {name}" if bearing else f"part of {name}"
    offset = " ".join(filter(None, (far, bearing)))
    if offset:
        return f"{offset} of {name}" if bearing else f"{offset} from {name}"
    return f"near {name}"


def party(somebody: Party) -> str:
    """The neutral name, with the loaded word apart."""
    name = one_line(somebody.name or somebody.text)
    notes = []
    if somebody.label is not None:
        notes.append(f"called “{one_line(somebody.label.text)}”")
    if somebody.kind_basis == "asserted":
        notes.append("combatants by this account")
    if somebody.certainty != "stated":
        notes.append(somebody.certainty.replace("_", "-"))
    if somebody.sponsors:
        notes.append("said to be backed by " + ", ".join(one_line(s.text) for s in somebody.sponsors))
    return f"{name} [{'; '.join(notes)}]" if notes else name


def parties(some: tuple[Party, ...]) -> str:
    """The parties in one list."""
    return ", ".join(party(one) for one in some) or NOT_SAID


def count(one: Count, parts: tuple[Count, ...] = ()) -> str:
    """One count with its parts: "killed 12 (children: 4)"."""
    figure = interval(one.low, one.best, one.high)
    if one.approximate and not one.vague and not figure.startswith("about"):
        figure = f"about {figure}"
    shown = f"{one.measure.replace('_', ' ')} {figure}"
    if one.of and one.of.casefold() != one.measure:
        shown += f" {one_line(one.of)}"
    scope = {"running_total": "total so far", "period_total": "total of a period", "additional": "further"}
    notes = [f"“{one_line(one.text)}”"] if one.vague else []
    notes += [scope[one.scope]] if one.scope in scope else []
    notes += [f"{one_line(p.of or p.text)}: {interval(p.low, p.best, p.high)}" for p in parts]
    return f"{shown} ({'; '.join(notes)})" if notes else shown


def counts(claim: Claim) -> str:
    """All counts of a claim, parts beside their wholes."""
    shown = []
    for at, one in enumerate(claim.counts):
        if one.part_of is None:
            shown.append(count(one, tuple(c for c in claim.counts if c.part_of == at)))
    return "; ".join(shown)


def speaker(one: Speaker) -> str:
    """One link of the chain: name, kind, and that it is unnamed where it is."""
    name = "an outlet not known" if one.text == UNATTRIBUTED else one_line(one.name or one.text)
    kind = [one.kind.replace("_", " ")] if one.kind not in ("unknown", "outlet", "agency") else []
    notes = kind + (["unnamed"] if one.anonymous else [])
    return f"{name} ({', '.join(notes)})" if notes else name


def chain(speakers: tuple[Speaker, ...]) -> str:
    """The chain as a reader would say it: origin, then through whom, then in which outlet."""
    if not speakers:
        return NOT_SAID
    first, *others = speakers
    if not others and first.span is None:
        return f"{speaker(first)}, in its own voice"
    origin = speaker(first)
    if first.stance != "asserts":
        origin += f", who {_STANCES[first.stance]}"
    if first.hedge is not None:
        origin += f" (“{one_line(first.hedge.text)}”)"
    on_the_way = (f"{'in' if one.span is None else 'through'} {speaker(one)}" for one in others)
    return ", ".join([origin, *on_the_way])


_STANCES = {
    "denies": "denies it",
    "admits": "admits it",
    "claims_responsibility": "claims responsibility",
    "cannot_confirm": "cannot confirm it",
}
