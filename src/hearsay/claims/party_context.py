"""What an article has said of its actors: names found, short forms explained, theatre and time.

Built once per article from its whole text; the parties of every claim are then read against it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from hearsay.actors import Actor, Registry, branch_of, noun_kind
from hearsay.actors.names import Word, is_shouting, split_words
from hearsay.actors.people import is_word
from hearsay.claims.party_names import Named, find_named
from hearsay.places.countries import country_named, country_of_demonym
from hearsay.records import Party, Span

_DOUBT = 5


@dataclass(frozen=True, slots=True)
class PartyContext:
    """What parties are read against. Make it with :func:`build_context`, narrow it with :meth:`at`."""

    text: str
    registry: Registry
    named: tuple[Named, ...]
    """All named actors of the article in order; they do not overlap."""
    theatre: tuple[str, ...]
    """Countries the article is about, alpha-3, the weightiest first."""
    doubtful: frozenset[str]
    """Countries with few of the article's places: the look-up may have met namesakes."""
    armies: tuple[str, ...]
    """Countries whose forces the article names, the most often named first."""
    army_at: Mapping[str, int]
    """Where the article first names the forces of each of them."""
    year: int | None
    shouting: bool
    """A text in capitals, where case tells no names."""
    toponyms: tuple[Span, ...] = ()
    """Places found in the article, sorted: their words are no parties."""
    marked: frozenset[Span] = frozenset()
    """Parties whose words the trained reader marked from end to end."""
    heard: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """Role ("actor", "recipient") → the words that the trained reader marked; empty where none read the text."""
    country: str | None = None
    """Where the event is; None when not known."""
    speaker: Actor | None = None
    """Whose word it is, where that is a named actor: "our soldiers", "the enemy"."""
    armed: bool = True
    """An event of armed force, where a country's name stands for its forces."""
    previous: tuple[Party, ...] = ()
    """Parties read before, oldest first, for pronouns."""
    subjects: tuple[tuple[int, tuple[Span, ...]], ...] = ()
    """Where each sentence begins, and what its verbs are said of: whom a doer's pronoun goes on with."""

    def at(
        self,
        country: str | None = None,
        *,
        speaker: Actor | None = None,
        armed: bool = True,
        previous: Sequence[Party] = (),
    ) -> PartyContext:
        """The context of one claim."""
        return replace(self, country=country, speaker=speaker, armed=armed, previous=tuple(previous))

    @property
    def here(self) -> str | None:
        """The event's country, or the one the article is mostly about."""
        return self.country or (self.theatre[0] if self.theatre else None)

    def armies_before(self, place: int) -> tuple[str, ...]:
        """Countries whose forces are named before ``place``: a bare "soldiers" is of nobody who is told of later."""
        return tuple(code for code in self.armies if self.army_at[code] < place)

    def named_in(self, span: Span) -> tuple[Named, ...]:
        """The named actors wholly inside ``span``."""
        at = bisect_left(self.named, span[0], key=lambda one: one.span[0])
        found = []
        while at < len(self.named) and self.named[at].span[1] <= span[1]:
            found.append(self.named[at])
            at += 1
        return tuple(found)

    def named_before(self, place: int, reach: int) -> Iterator[Named]:
        """The named actors before ``place``, the nearest first, as far back as ``reach`` characters."""
        at = bisect_left(self.named, place, key=lambda one: one.span[0]) - 1
        while at >= 0 and self.named[at].span[0] >= place - reach:
            yield self.named[at]
            at -= 1

    def whole_name(self, span: Span) -> Span:
        """The words widened to the name they break off in: "the Group" of "the Group to Support Islam"."""
        begun = (n.span[1] for n in self.named_before(span[1], span[1] - span[0]) if n.span[1] > span[1])
        return span[0], max(begun, default=span[1])

    def is_place(self, span: Span) -> bool:
        """Whether the words at ``span`` are (part of) a place's name."""
        at = bisect_left(self.toponyms, span[0] + 1, key=lambda place: place[0]) - 1
        return at >= 0 and self.toponyms[at][1] >= span[1]


def build_context(
    article_text: str,
    *,
    headline: str | None = None,
    registry: Registry | None = None,
    countries: Mapping[str, float] | Iterable[str] = (),
    year: int | None = None,
    toponyms: Iterable[Span] = (),
    heard: Mapping[str, tuple[Span, ...]] | None = None,
    subjects: Iterable[tuple[int, tuple[Span, ...]]] = (),
) -> PartyContext:
    """The context of an article.

    ``countries``: alpha-3 codes by weight (or in order) from places and dateline; ``year``: of publication;
    ``toponyms``: spans of the places found; ``heard``: parties' words as the trained reader marked them, by role;
    ``subjects``: where each sentence begins and what its verbs are said of. Linear in the length of the text.
    """
    registry = registry or Registry.load()
    words = split_words(article_text)
    spoken: dict[str, float] = dict(_mentioned(article_text, words))
    for code, times in _mentioned(headline, split_words(headline)).items() if headline else ():
        spoken[code] = spoken.get(code, 0.0) + times
    for match in registry.search(article_text, words=words, year=year):
        homes = {actor.country for actor in match.candidates}
        home = homes.pop()
        if home is not None and not homes and not match.short:
            spoken[home] = spoken.get(home, 0.0) + 2.0
    places = _given(countries)
    weights = dict(places)
    for code, weight in spoken.items():
        weights[code] = weights.get(code, 0.0) + weight
    theatre = tuple(sorted(weights, key=lambda code: (-weights[code], code)))
    named = find_named(article_text, words, registry, theatre, year)
    armies, army_at = _armies(article_text, words, named)
    return PartyContext(
        text=article_text,
        registry=registry,
        named=named,
        theatre=theatre,
        doubtful=frozenset(c for c in theatre if _DOUBT * places.get(c, 0.0) < max(places.values(), default=0.0)),
        armies=armies,
        army_at=army_at,
        year=year,
        shouting=is_shouting(article_text),
        toponyms=tuple(sorted(toponyms)),
        marked=frozenset(chain.from_iterable((heard or {}).values())),
        heard=heard or {},
        subjects=tuple(subjects),
    )


def _given(countries: Mapping[str, float] | Iterable[str]) -> dict[str, float]:
    if isinstance(countries, Mapping):
        return dict(countries)
    return {code: 2.0 / (place + 1) for place, code in enumerate(countries)}


def _mentioned(text: str, words: Sequence[Word]) -> Counter[str]:
    """How often countries are named in ``text``, by name or people."""
    weights: Counter[str] = Counter()
    shouting = is_shouting(text)
    seen: dict[str, str | None] = {}
    for k, word in enumerate(words):
        written = text[word.start : word.end]
        if not (written[0].isupper() or shouting):
            continue
        pair = text[word.start : words[k + 1].end] if k + 1 < len(words) else written
        for candidate in (pair, written):
            if len(candidate) > 40:
                continue
            if candidate not in seen:
                seen[candidate] = country_named(candidate) or country_of_demonym(candidate)
            code = seen[candidate]
            if code is not None and not (shouting and len(candidate) <= 3 and is_word(candidate)):
                weights[code] += 1
                break
    return weights


def _armies(text: str, words: Sequence[Word], named: Sequence[Named]) -> tuple[tuple[str, ...], dict[str, int]]:
    """Countries whose forces the article names, by a registry name or by people and branch ("Russian aircraft").

    With where it first does.
    """
    weights: Counter[str] = Counter()
    first: dict[str, int] = {}
    for one in named:
        if one.actor is not None and one.actor.kind == "state_forces" and one.actor.country is not None:
            weights[one.actor.country] += 1
            first.setdefault(one.actor.country, one.span[0])
    for k, word in enumerate(words):
        code = country_of_demonym(text[word.start : word.end]) if text[word.start].isupper() else None
        for after in words[k + 1 : k + 4] if code is not None else ():
            following = text[after.start : after.end]
            if branch_of(following):
                weights[str(code)] += 1
                first[str(code)] = min(first.get(str(code), word.start), word.start)
            elif noun_kind(following) is None:
                continue
            break
    return tuple(sorted(weights, key=lambda code: (-weights[code], code))), first
