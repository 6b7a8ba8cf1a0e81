"""Places: names in a text recognised, told apart from their namesakes, and put on the globe.

Takes an article's text and a :class:`Gazetteer`; gives the contract's Places. Knows nothing of claims.
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.places.choose import choose, containers
from hearsay.places.countries import country_of_demonym
from hearsay.places.gazetteer import Entry, Gazetteer
from hearsay.places.held import misplaced, unsupported
from hearsay.places.locate import located
from hearsay.places.recognise import recognise
from hearsay.places.relations import Stand, relations_of
from hearsay.places.votes import country_votes, strangers
from hearsay.places.widen import widened
from hearsay.places.words import Word, words_of
from hearsay.records import Place, Span

__all__ = ["Entry", "Gazetteer", "find_places"]


_WRITTEN = 3.0
"""Votes of the place where a report was written for its country."""


def find_places(
    text: str,
    gazetteer: Gazetteer,
    *,
    dateline: str | None = None,
    tagged: Sequence[Span] = (),
    people: Sequence[Span] = (),
) -> tuple[Place, ...]:
    """Every toponym of the text in order, resolved or not.

    ``dateline`` is the place at the head of a report, when the text itself lacks it: where it was written speaks for
    that country. ``tagged`` are spans that a model takes for toponyms, ``people`` for names of persons.
    Nothing in the text is an error.
    """
    words = words_of(text)
    toponyms = recognise(text, words, gazetteer, tagged, people)
    spans = [(words[t.first].start, words[t.last].end) for t in toponyms]
    hints = _hints(words)
    if dateline:
        written = gazetteer.lookup_all([dateline])[dateline]
        if written and written[0].country:
            hints[written[0].country] = hints.get(written[0].country, 0.0) + _WRITTEN
    stands = relations_of(text, words, toponyms, spans)
    chosen = choose(toponyms, text, spans, gazetteer, hints, _related(stands))
    held = containers(toponyms, text, spans)
    wider = widened(toponyms, chosen, country_votes(toponyms, chosen, hints), held, gazetteer)
    kept = [k for k, t in enumerate(wider) if t.entries or t.shape != "tentative"]
    if wider != toponyms or len(kept) < len(wider):
        toponyms, spans = [wider[k] for k in kept], [spans[k] for k in kept]
        stands = relations_of(text, words, toponyms, spans)
        chosen = choose(toponyms, text, spans, gazetteer, hints, _related(stands))
        held = containers(toponyms, text, spans)
    foreign = strangers(toponyms, chosen, country_votes(toponyms, chosen, hints), hints, held)
    foreign |= unsupported(chosen, held)
    elsewhere = misplaced(chosen, held, gazetteer)
    places = located(text, toponyms, spans, chosen, stands, foreign | elsewhere.keys(), gazetteer)
    return tuple(_in_region(place, elsewhere.get(k)) for k, place in enumerate(places))


def _in_region(place: Place, holder: Entry | None) -> Place:
    """An unresolved name that the text puts into a region: without a point, in that country and region."""
    if holder is None or place.lat is not None:
        return place
    one = holder.name if holder.kind == "admin1" else holder.admin1
    two = holder.name if holder.kind == "admin2" else None
    return place.model_copy(update={"country": holder.country, "admin1": one, "admin2": two})


def _related(stands: Sequence[Stand | None]) -> frozenset[int]:
    """Numbers of the toponyms that something is near to, in a direction or at a distance from, or between."""
    return frozenset(k for k, stand in enumerate(stands) if stand is not None and stand.kind != "part_of")


def _hints(words: Sequence[Word]) -> dict[str, float]:
    """Votes for countries from the adjectives and peoples named in the text: a vote each, however often."""
    found = {country_of_demonym(word.text) for word in words if word.capital and len(word.text) > 3}
    return dict.fromkeys(sorted(code for code in found if code), 1.0)
