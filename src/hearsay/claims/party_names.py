"""Named actors of an article: those of the registry, and the names the article itself explains.

"Rapid Support Forces (RSF)", "also known as …" and a spelled-out name before its initials make a name of their own for
the rest of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearsay.actors import Actor, Registry
from hearsay.actors.names import Word, is_shouting, key_of, split_words
from hearsay.places.countries import country_named, country_of_demonym
from hearsay.records import Span

_PARENTHESIS = re.compile(r"\(([^()\n]{2,90})\)")
_ALSO = re.compile(
    r"(?:,? (?:also |better |locally |commonly |formerly |previously |once )?(?:known|called|referred to)"
    r"(?: locally| in Arabic)?(?: as| by)?|,? a\.?k\.?a\.?|,? formerly|,? alias|, or|, abbreviated(?: as| to)?)"
    r"(?: the)? [“\"‘']?(?P<name>[^\W\d_][\w’'-]*"
    r"(?: (?:(?:of|for|the|and|al|wal|de|del|la|in) ){0,3}[A-Z][\w’'-]*){0,7})",
)
_LEADS = re.compile(
    r"^(?:(?:also |better |formerly |previously )?(?:known|called) as|known by|its|their|the|an?|or|formerly|"
    r"previously|alias|by its|acronym|(?:in )?(?:Arabic|Spanish|French|Russian|Turkish|Burmese))[ :]+",
    re.IGNORECASE,
)
_SMALL = frozenset("of for the and in de del la los las e y et des du al wal ul ud e- i".split())
_REACH = 30


@dataclass(frozen=True, slots=True)
class Named:
    """A named actor where it stands in the article: a registry actor, or a name the article itself introduces."""

    span: Span
    name: str
    actor: Actor | None


def find_named(
    text: str, words: list[Word], registry: Registry, theatre: tuple[str, ...], year: int | None
) -> tuple[Named, ...]:
    """All named actors of the text in order, without overlaps; ``words`` are the text's."""
    found = [
        Named(match.span, match.actor.name, match.actor)
        for match in registry.search(text, words=words, countries=theatre, year=year)
        if match.actor is not None
    ]
    aliases = _aliases(text, found, registry, theatre, year)
    return _merged(found, _occurrences(text, words, aliases))


def _aliases(
    text: str, found: Sequence[Named], registry: Registry, theatre: tuple[str, ...], year: int | None
) -> dict[str, Named]:
    """Key → actor for names the article itself gives: in parentheses after a name, or "also known as"."""
    aliases: dict[str, Named] = {}

    def learn(name: str, owner: Named) -> None:
        known = registry.find(name, countries=theatre, year=year)
        other = known is not None and owner.actor is not None and known.id != owner.actor.id
        if not (other or country_named(name) or country_of_demonym(name)):
            aliases.setdefault(key_of(name), owner)

    ends = [one.span[1] for one in found]
    for hit in _PARENTHESIS.finditer(text):
        owner = _owner_before(text, hit.start(), found, ends)
        for part in re.split(r"[,;/]| or | and ", hit[1]):
            name = _LEADS.sub("", part.strip()).strip("“”\"‘’' ")
            if not name or not any(c.isupper() for c in name) or len(name) > 60 or name.isdigit():
                continue
            short = registry.find(name, countries=theatre, year=year) if owner is None and name.isupper() else None
            spelled = _spelled_out(text, hit.start(), name)
            meaning = None
            if spelled is None and short is not None:
                spelled, meaning = _named_in_full(text, hit.start(), name), short
            if spelled is not None and (owner is None or spelled[0] < owner.span[0]):
                written = text[spelled[0] : spelled[1]]
                known = registry.find(written, countries=theatre, year=year) or meaning
                meant = Named(spelled, known.name if known else written, known)
                aliases.setdefault(key_of(name), meant)
                aliases.setdefault(key_of(written), meant)
            elif owner is not None:
                learn(name, owner)
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


def _named_in_full(text: str, at: int, short: str) -> Span | None:
    """The capitalised name right before ``at`` that begins as ``short`` does, whatever letters of it that has."""
    words = [word for word in split_words(text, max(0, at - 120), at) if not word.silent]
    run: list[Word] = []
    for word in reversed(words):
        if not text[word.start].isupper() and word.key not in _SMALL:
            break
        run.append(word)
    starts = [word for word in run if text[word.start] == short[0]]
    return (starts[-1].start, words[-1].end) if len(run) > 1 and starts and starts[-1] is not run[0] else None


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
