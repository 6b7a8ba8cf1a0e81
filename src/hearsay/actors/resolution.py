"""The registry in memory: names looked up whole or found in running text, told apart by theatre and year."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hearsay.actors.check import check_registry
from hearsay.actors.entries import Actor, entry_place, read_entries
from hearsay.actors.files import local_files, packaged_files
from hearsay.actors.names import Word, is_shouting, key_of, keys_of, split_words
from hearsay.config import data_folder
from hearsay.errors import DataError
from hearsay.records import Span

# Acronyms that are plain words when everything is in capitals.
_PLAIN_WORDS = frozenset(
    "an ant app as au can cell eta fact fan far who is it kan map mas mend mena mit nas on or pac pan plan raf red sac "
    "site sp us was".split()
)
_ACRONYM = 6
_SENTENCE_END = re.compile(r"[\n;:!?]|\w\w\w\.\s")


@dataclass(frozen=True, slots=True)
class ActorMatch:
    """A name found in a text. ``actor`` is None where theatre and year leave several candidates."""

    span: Span
    actor: Actor | None
    candidates: tuple[Actor, ...]
    short: bool
    """Found by a short form, which counts only in the actor's own theatre."""


@dataclass(frozen=True, slots=True)
class _Name:
    actor: Actor
    short: bool
    acronym: bool
    proper: bool
    """Written with a capital, so that a lower-case word in the text is not it."""
    article: bool
    """ "The" and one word more, which without its article is another: "Hindu" is no newspaper."""


@dataclass(frozen=True)
class Registry:
    """All actors, by id and by name. Get it by :meth:`load`."""

    id: str
    """Short content hash: ``Coding.coder.registry``."""
    actors: Mapping[str, Actor]
    _names: Mapping[str, tuple[_Name, ...]] = field(repr=False)
    _longest: Mapping[str, int] = field(repr=False)

    @classmethod
    def load(cls) -> Registry:
        """The packaged registry with the files of ``actors/`` in the data folder, read once."""
        return _load(data_folder())

    @classmethod
    def of_files(cls, files: Iterable[tuple[str, str]], *, checked: bool = False) -> Registry:
        """A registry of (path or name, text) files; raises :class:`DataError` for the first fault.

        ``checked`` files are known to agree with each other: only what stands in each alone is looked at.
        """
        actors: dict[str, Actor] = {}
        homes: dict[str, tuple[str, str]] = {}
        digest = hashlib.sha256()
        for where, text in files:
            digest.update(Path(where).name.encode() + b"\0" + text.encode() + b"\0")
            for key, actor in read_entries(text, where).items():
                if key in actors:
                    slug = key.removeprefix("actor:")
                    raise DataError(
                        "registry-entry",
                        f"entry {slug!r} is already in {homes[key][0]}",
                        where=entry_place(text, where, slug),
                    )
                actors[key], homes[key] = actor, (where, text)

        def place_of(key: str) -> str:
            where, text = homes[key]
            return entry_place(text, where, key.removeprefix("actor:"))

        if not checked:
            check_registry(actors, place_of)
        names = _index(actors.values())
        longest: dict[str, int] = {}
        for key in names:
            words = key.split(" ")
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
        return cls(f"registry-{digest.hexdigest()[:12]}", actors, names, longest)

    def find(self, text: str, *, countries: Collection[str] = (), year: int | None = None) -> Actor | None:
        """The actor whose name the whole of ``text`` is, or None; ``countries`` by weight, the theatre first."""
        names = self._fitting(self._names.get(key_of(text), ()), text.removeprefix("the ").strip(), False)
        return self._choose(names, tuple(countries), year)

    def search(
        self, text: str, *, words: list[Word] | None = None, countries: Collection[str] = (), year: int | None = None
    ) -> tuple[ActorMatch, ...]:
        """All names inside ``text``, longest first where they overlap, in order. Linear in the length of the text.

        ``words``: the text's, where the caller has them.
        """
        shouting = is_shouting(text)
        theatre = tuple(countries)
        words = split_words(text) if words is None else words
        telling = [k for k, word in enumerate(words) if not word.silent]
        found: list[ActorMatch] = []
        at = 0
        while at < len(telling):
            opens = words[telling[at]].key in self._longest
            hit = self._match_at(text, words, telling, at, shouting) if opens else None
            if hit is None:
                at += 1
                continue
            length, names = hit
            first, last = telling[at], telling[at + length - 1]
            start, end = _with_article(text, words, first), words[last].end
            candidates = tuple(dict.fromkeys(name.actor for name in names))
            actor = self._choose(names, theatre, year)
            found.append(ActorMatch((start, end), actor, candidates, all(name.short for name in names)))
            at += length
        return tuple(found)

    def successor(self, actor: Actor, year: int | None) -> Actor:
        """The actor under its name of ``year``: "Jabhat al-Nusra" in 2019 is Hay'at Tahrir al-Sham."""
        while year is not None and actor.renamed_to is not None and actor.years is not None:
            last = actor.years[1]
            following = self.actors[actor.renamed_to]
            if last is None or year <= last or (following.years is not None and year < following.years[0]):
                break
            actor = following
        return actor

    def of_branch(self, country: str, branch: str, year: int | None = None) -> Actor | None:
        """The forces that answer to ``branch`` ("army", "air" …) of a country; the present ones without a year."""
        fitting = [a for a in self.actors.values() if a.country == country and branch in a.branches]
        if year is not None:
            exact = [a for a in fitting if a.years is None or (a.years[0] <= year and (a.years[1] or year) >= year)]
            fitting = exact or [a for a in fitting if a.lived(year)]
        return max(fitting, key=_last_year, default=None)

    def _match_at(
        self, text: str, words: list[Word], telling: list[int], at: int, shouting: bool
    ) -> tuple[int, list[_Name]] | None:
        most = min(self._longest[words[telling[at]].key], len(telling) - at)
        keys = [words[telling[at + k]].key for k in range(most)]
        for length in range(most, 0, -1):
            names = self._names.get(" ".join(keys[:length]))
            if names:
                span = text[words[telling[at]].start : words[telling[at + length - 1]].end]
                fitting = self._fitting(names, span, shouting)
                if any(name.article for name in fitting) and not _has_article(text, words, telling[at]):
                    fitting = [name for name in fitting if not name.article]
                if fitting:
                    return length, fitting
        return None

    def _fitting(self, names: Collection[_Name], written: str, shouting: bool) -> list[_Name]:
        """The names whose capitals agree with what is written."""
        if _SENTENCE_END.search(written):
            return []
        if shouting:
            return [name for name in names if not (name.acronym and key_of(written) in _PLAIN_WORDS)]
        capital = any(c.isupper() for c in written)
        mostly = sum(c.isupper() for c in written) * 2 > sum(c.isalpha() for c in written)
        return [name for name in names if (mostly if name.acronym else capital or not name.proper)]

    def _choose(self, names: Collection[_Name], theatre: tuple[str, ...], year: int | None) -> Actor | None:
        """The one actor that theatre and year leave, or None."""
        ranked: dict[str, tuple[tuple[int, int, int], Actor]] = {}
        for name in names:
            actor = self.successor(name.actor, year)
            rank = _rank(actor, theatre)
            if name.short and theatre and rank >= _ELSEWHERE:
                continue
            timely = 0 if year is None or actor.lived(year) else 1
            # Of two in the same place and time the one that goes on is meant.
            key = (timely, rank, -_last_year(actor))
            if actor.id not in ranked or key < ranked[actor.id][0]:
                ranked[actor.id] = (key, actor)
        best = sorted(ranked.values(), key=lambda pair: (pair[0], pair[1].id))
        if not best or (
            len(best) > 1 and best[0][0][:2] == best[1][0][:2] and best[0][1].country != best[1][1].country
        ):
            return None
        return best[0][1]


_ELSEWHERE = 1000


def _rank(actor: Actor, theatre: tuple[str, ...]) -> int:
    """How near the actor is to the theatre: 0 at home in its first country, then active there, and so on."""
    for place, country in enumerate(theatre):
        if actor.country == country:
            return 2 * place
        if country in actor.active:
            return 2 * place + 1
    return _ELSEWHERE - 1 if actor.country is None and not actor.active else _ELSEWHERE


def _last_year(actor: Actor) -> int:
    return 9999 if actor.years is None or actor.years[1] is None else actor.years[1]


def _with_article(text: str, words: list[Word], first: int) -> int:
    """Where the name begins, with an Arabic article that stands before its first telling word."""
    start = words[first].start
    if first > 0 and words[first - 1].key in ("al", "el") and text[words[first - 1].end : start] in ("-", " ", "‑"):
        return words[first - 1].start
    return start


def _has_article(text: str, words: list[Word], first: int) -> bool:
    """Whether "The" with its capital stands right before the name."""
    return first > 0 and text[words[first - 1].start : words[first].start].lstrip() in ("The ", "THE ")


def _index(actors: Iterable[Actor]) -> dict[str, tuple[_Name, ...]]:
    index: dict[str, list[_Name]] = {}
    for actor in actors:
        for short, names in ((False, (actor.name, *actor.aliases)), (True, actor.short)):
            for written in names:
                letters = [c for c in written if c.isalpha()]
                acronym = (
                    len(letters) <= _ACRONYM
                    and len(letters) > 1
                    and all(c.isupper() for c in letters[:2])
                    and " " not in written
                )
                article = written.startswith("The ") and written.count(" ") == 1
                name = _Name(actor, short, acronym and letters[0].isascii(), written != written.lower(), article)
                for key in keys_of(written):
                    index.setdefault(key, []).append(name)
    return {key: tuple(names) for key, names in index.items()}


@cache
def _load(data: Path) -> Registry:
    packaged = packaged_files()
    own = local_files(data / "actors")
    # A test holds the packaged files against each other; a user's files make the check necessary again.
    return Registry.of_files([*packaged, *own], checked=not own)
