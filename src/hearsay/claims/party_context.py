"""What an article has said of its actors: names found, short forms explained, theatre and time.

Built once per article from its whole text; the parties of every claim are then read against it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hearsay.actors import Actor, Registry, branch_of
from hearsay.actors.names import Word, is_shouting, key_of, split_words
from hearsay.actors.people import is_word
from hearsay.places.countries import country_named, country_of_demonym
from hearsay.records import Party, Span

_PARENTHESIS = re.compile(r"\(([^()\n]{2,90})\)")
_ALSO = re.compile(
    r"(?:,? (?:also |better |locally |commonly |formerly |previously |once )?(?:known|called|referred to)"
    r"(?: locally| in Arabic)?(?: as| by)?|,? a\.?k\.?a\.?|,? formerly|,? alias|, or|, abbreviated(?: as| to)?)"
    r"(?: the)? [“\"‘']?(?P<name>[^\W\d_][\w’'-]*(?: (?:(?:of|for|the|and|al|wal|de|del|la|in) ){0,3}[A-Z][\w’'-]*){0,7})",
)
_LEADS = re.compile(
    r"^(?:(?:also |better |formerly |previously )?(?:known|called) as|known by|its|their|the|an?|or|formerly|"
    r"previously|alias|acronym|by its|in (?:Arabic|Spanish|French|Russian|Turkish|Burmese)|Arabic|Spanish|French|acronym)[ :]+",
    re.IGNORECASE,
)
_SMALL = frozenset("of for the and in de del la los las e y et des du al wal ul ud e- i".split())
_REACH = 30
_DOUBT = 5


@dataclass(frozen=True, slots=True)
class Named:
    """A named actor where it stands in the article: a registry actor, or a name the article itself introduces."""

    span: Span
    name: str
    actor: Actor | None


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
    """Countries that only a place's look-up brought in, and rarely: the look-up may have met a namesake."""
    armies: tuple[str, ...]
    """Countries whose forces the article names, the most often named first."""
    year: int | None
    shouting: bool
    """A text in capitals, where case tells no names."""
    toponyms: tuple[Span, ...] = ()
    """Places found in the article, sorted: their words are no parties."""
    country: str | None = None
    """Where the event is; None when not known."""
    speaker: Actor | None = None
    """Whose word it is, where that is a named actor: "our soldiers", "the enemy"."""
    armed: bool = True
    """An event of armed force, where a country's name stands for its forces."""
    previous: tuple[Party, ...] = ()
    """Parties read before, oldest first, for pronouns."""

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
) -> PartyContext:
    """The context of an article.

    ``countries``: alpha-3 codes by weight (or in order) from places and dateline; ``year``: of publication;
    ``toponyms``: spans of the places found. Linear in the length of the text.
    """
    registry = registry or Registry.load()
    words = split_words(article_text)
    spoken: dict[str, float] = dict(_mentioned(article_text, words))
    for code, times in _mentioned(headline, split_words(headline)).items() if headline else ():
        spoken[code] = spoken.get(code, 0.0) + times
    for match in registry.search(article_text, year=year):
        homes = {actor.country for actor in match.candidates}
        home = homes.pop()
        if home is not None and not homes and not match.short:
            spoken[home] = spoken.get(home, 0.0) + 2.0
    weights = _given(countries)
    for code, weight in spoken.items():
        weights[code] = weights.get(code, 0.0) + weight
    theatre = tuple(sorted(weights, key=lambda code: (-weights[code], code)))
    found = [
        Named(match.span, match.actor.name, match.actor)
        for match in registry.search(article_text, countries=theatre, year=year)
        if match.actor is not None
    ]
    aliases = _aliases(article_text, found, registry, theatre, year)
    named = _merged(found, _occurrences(article_text, words, aliases))
    return PartyContext(
        text=article_text,
        registry=registry,
        named=named,
        theatre=theatre,
        doubtful=frozenset(c for c in theatre if c not in spoken and _DOUBT * weights[c] < weights[theatre[0]]),
        armies=_armies(article_text, words, named),
        year=year,
        shouting=is_shouting(article_text),
        toponyms=tuple(sorted(toponyms)),
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


def _armies(text: str, words: Sequence[Word], named: Sequence[Named]) -> tuple[str, ...]:
    """Countries whose forces the article names: by a registry name, or by a people and a branch ("Russian aircraft")."""
    weights: Counter[str] = Counter()
    for one in named:
        if one.actor is not None and one.actor.kind == "state_forces" and one.actor.country is not None:
            weights[one.actor.country] += 1
    for k, word in enumerate(words):
        code = country_of_demonym(text[word.start : word.end]) if text[word.start].isupper() else None
        if code is not None and any(branch_of(text[one.start : one.end]) for one in words[k + 1 : k + 4]):
            weights[code] += 1
    return tuple(sorted(weights, key=lambda code: (-weights[code], code)))


def _aliases(
    text: str, found: Sequence[Named], registry: Registry, theatre: tuple[str, ...], year: int | None
) -> dict[str, Named]:
    """Key → actor for names the article itself gives: in parentheses after a name, or "also known as"."""
    aliases: dict[str, Named] = {}

    def learn(name: str, owner: Named) -> None:
        key = key_of(name)
        known = registry.find(name, countries=theatre, year=year)
        if key and (known is None or owner.actor is not None) and key != key_of(owner.name):
            aliases.setdefault(key, owner)

    ends = [one.span[1] for one in found]
    for hit in _PARENTHESIS.finditer(text):
        owner = _owner_before(text, hit.start(), found, ends)
        for part in re.split(r"[,;/]| or | and ", hit[1]):
            name = _LEADS.sub("", part.strip()).strip("“”\"‘’' ")
            if not name or not any(c.isupper() for c in name) or len(name) > 60 or name.isdigit():
                continue
            if owner is not None:
                learn(name, owner)
            elif (spelled := _spelled_out(text, hit.start(), name)) is not None:
                written = text[spelled[0] : spelled[1]]
                known = registry.find(written, countries=theatre, year=year)
                learn(name, Named(spelled, known.name if known else written, known))
                aliases.setdefault(key_of(written), Named(spelled, known.name if known else written, known))
    for hit in _ALSO.finditer(text):
        owner = _owner_before(text, hit.start(), found, ends, reach=2)
        if owner is not None and hit["name"][0].isupper():
            learn(hit["name"].rstrip("'’"), owner)
    return aliases


def _owner_before(text: str, at: int, found: Sequence[Named], ends: Sequence[int], reach: int = _REACH) -> Named | None:
    """The named actor that ends just before ``at`` with nothing of weight between."""
    place = bisect_left(ends, at + 1) - 1
    if place < 0 or at - ends[place] > reach:
        return None
    between = text[ends[place] : at]
    return found[place] if not re.search(r"[.,;:!?()\n]", between) and between.count(" ") <= 2 else None


def _spelled_out(text: str, at: int, short: str) -> Span | None:
    """The capitalised name right before ``at`` whose initials ``short`` has: "People's Front of Ruritania (PFR)"."""
    letters = [c for c in short if c.isalnum()]
    if not 2 <= len(letters) <= 8 or sum(c.isupper() for c in short) < 2:
        return None
    words = split_words(text, max(0, at - 120), at)
    need = [c.casefold() for c in letters]
    start: Word | None = None
    for word in reversed(words):
        written = text[word.start : word.end]
        if need and word.key.startswith(need[-1]) and (written[0].isupper() or word.key not in _SMALL):
            need.pop()
            start = word
        elif word.key not in _SMALL and not word.silent:
            break
        if not need:
            break
    if need or start is None or not text[start.start].isupper():
        return None
    return (start.start, words[-1].end)


def _occurrences(text: str, words: Sequence[Word], aliases: Mapping[str, Named]) -> list[Named]:
    """Where the article's own names stand."""
    longest: dict[str, int] = {}
    for key in aliases:
        parts = key.split(" ")
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    telling = [word for word in words if not word.silent]
    shouting = is_shouting(text)
    found: list[Named] = []
    at = 0
    while at < len(telling):
        for length in range(min(longest.get(telling[at].key, 0), len(telling) - at), 0, -1):
            owner = aliases.get(" ".join(word.key for word in telling[at : at + length]))
            span = (telling[at].start, telling[at + length - 1].end)
            if owner is not None and (shouting or text[span[0]].isupper()):
                found.append(Named(span, owner.name, owner.actor))
                at += length - 1
                break
        at += 1
    return found


def _merged(registry: Sequence[Named], article: Sequence[Named]) -> tuple[Named, ...]:
    """Both in order; where they overlap the longer one, of equal ones the article's own meaning."""
    ranked = sorted(
        [(one, 1) for one in registry] + [(one, 0) for one in article],
        key=lambda pair: (pair[0].span[0], -(pair[0].span[1] - pair[0].span[0]), pair[1]),
    )
    kept: list[Named] = []
    for one, _ in ranked:
        if not kept or one.span[0] >= kept[-1].span[1]:
            kept.append(one)
    return tuple(kept)
