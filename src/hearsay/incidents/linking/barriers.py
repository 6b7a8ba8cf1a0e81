"""What two reports may differ in and never be one happening, whatever else they share."""

from __future__ import annotations

from hearsay.incidents.linking.profile import Profile
from hearsay.incidents.linking.weights import Weights
from hearsay.incidents.same import km


def barrier(a: Profile, b: Profile, weights: Weights) -> str | None:
    """Why the two may not be linked, in a few words; None where nothing forbids it."""
    if a.article == b.article:
        return "one article tells them apart"
    if a.happened != b.happened:
        return "one is planned, threatened or hypothetical"
    if a.of_period != b.of_period:
        return "one is a total over a period"
    if not (a.types & b.types or any(weights.kin.get(kind, frozenset()) & b.types for kind in a.types)):
        return "another kind of event"
    return _days(a, b) or _places(a, b, weights)


def days_apart(a: Profile, b: Profile) -> int | None:
    """Days between the two ranges: 0 where they overlap, None where one has no day."""
    if a.days is None or b.days is None:
        return None
    return max(0, a.days[0] - b.days[1], b.days[0] - a.days[1])


def _days(a: Profile, b: Profile) -> str | None:
    gap = days_apart(a, b)
    if gap and (gap > 1 or (a.to_the_day and b.to_the_day)):
        return "another day"
    if a.of_period and a.dated and b.dated and a.days != b.days:
        return "another period"
    return None


def km_apart(a: Profile, b: Profile) -> float | None:
    """Kilometres from one place to the other, None where one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return km(a.lat, a.lon, b.lat, b.lon)


def _places(a: Profile, b: Profile, weights: Weights) -> str | None:
    apart = km_apart(a, b)
    if apart is None:
        return "another country" if a.country and b.country and a.country != b.country else None
    return "another place" if apart > a.radius + b.radius + weights.apart_km else None
