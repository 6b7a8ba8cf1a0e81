"""What a source's words say about the speaker: the core of the phrase, kind, whether it stays unnamed, country."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from hearsay.codebook import table, words_at
from hearsay.places.countries import country_named, country_of_demonym
from hearsay.records import Span, SpeakerKind

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")

_PREPOSITIONS = frozenset(
    ["of", "for", "in", "at", "from", "with", "on", "near", "to", "by", "who", "within", "inside"]
)


def words_of(*path: str) -> frozenset[str]:
    """A word list of ``codebook/speakers.toml`` as a set."""
    return words_at("speakers", *path)


def words_in(text: str) -> list[str]:
    """The words of ``text``, lower case, possessive endings off."""
    return [_unowned(word.lower()) for word in _WORD.findall(text)]


def _unowned(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def singular(word: str) -> str:
    """A plain plural's singular: 'sources' → 'source', 'authorities' → 'authority', 'witnesses' → 'witness'."""
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def _phrases_in(text: str) -> set[str]:
    """Words and runs of two to four words, as they stand and in the singular."""
    plain = words_in(text)
    single = [singular(w) for w in plain]
    found: set[str] = set()
    for words in (plain, single):
        for size in range(1, 5):
            found |= {" ".join(words[k : k + size]) for k in range(len(words) - size + 1)}
    return found


def names_agency(text: str) -> bool:
    """Whether the words are the name of a known agency."""
    return folded(text) in _agencies()


@cache
def _agencies() -> frozenset[str]:
    return frozenset(folded(name) for name in table("article_labels")["agencies"]["names"])


def folded(words: str) -> str:
    """Lower case, words only, without articles and possessive endings: for comparing names."""
    return " ".join(w for w in words_in(words) if w not in ("the", "a", "an"))


_NO_OFFICE = re.compile(
    r"\bformer \w+|\b(?:media|press|information|public relations)(?:[ -]and[ -]\w+)?"
    r" (?:wing|arm|office|officer|committee|department|directorate|division|branch|unit|service|bureau|secretary)\b",
    re.IGNORECASE,
)
"""Words that tell no kind: a former office, and who speaks for somebody ("the military's media wing" is no outlet)."""


@lru_cache(maxsize=4096)
def kind_of(text: str) -> SpeakerKind:
    """The kind of speaker by the words alone."""
    if names_agency(text):
        return "agency"
    phrases = _phrases_in(_NO_OFFICE.sub("", text))
    for entry in table("speakers")["kind"]:
        if not phrases.isdisjoint(entry["words"]):
            kind: SpeakerKind = entry["name"]
            return kind
    return "unknown"


def is_anonymous(text: str) -> bool:
    """Whether the words name no one: 'a source', 'two residents', 'officials', 'an IDF spokesperson'."""
    words = words_in(text)
    pronouns = words_of("pronouns", "thing") | words_of("pronouns", "person") | words_of("pronouns", "several")
    if not words or words[0] in pronouns:
        return False
    if _role_at(words) is not None:
        return True
    if singular(words[-1]) in words_of("back_reference", "documents"):
        return False
    return words[0] in words_of("anonymous", "indefinite") and kind_of(text) not in (
        "outlet",
        "agency",
        "monitor",
    )


def _role_at(words: list[str]) -> int | None:
    """Index of the role that heads the phrase ('an army officer', not 'the rebel front'), or None."""
    end = next((k for k, w in enumerate(words) if w in _PREPOSITIONS), len(words))
    head = next((k for k in range(end - 1, -1, -1) if not words[k].endswith(("ing", "ed"))), None)
    roles = words_of("anonymous", "roles")
    return head if head is not None and (words[head] in roles or singular(words[head]) in roles) else None


def country_of(text: str) -> str | None:
    """The one country that a demonym or a country's name in the words points at; None where several do."""
    raw = _WORD.findall(text)
    cut = next((k for k, w in enumerate(raw) if w.lower() in ("at", "in", "near", "from", "with") and k), len(raw))
    raw = raw[:cut]  # "a medic at the Saudi Hospital" need not be Saudi
    found: list[str] = []
    for size in (2, 1):
        for at in range(len(raw) - size + 1):
            piece = " ".join(map(_unowned, raw[at : at + size]))
            if piece[:1].isupper():
                code = country_of_demonym(piece) or country_named(piece)
                if code and code not in found:
                    found.append(code)
    return found[0] if len(found) == 1 else None


_PARTICLES = frozenset(["al", "bin", "ibn", "abu", "de", "van", "von", "el", "ben", "la", "del", "da"])
_LISTED = 6  # words at most in a member of a list of speakers
_APPOSITION = re.compile(r"\s*[,()–—]\s*")


def core_span(text: str, span: Span) -> Span:
    """The speaker's own words: apposition and brackets off ('Ali Hassan, a farmer' → 'Ali Hassan').

    Where a role stands first and a name after the comma, the name ('the director of the clinic, Ali Hassan').
    """
    words = text[slice(*span)]
    parts = _parts(words)
    if not parts:
        return span
    first, last = _speaking_part(words, parts)
    start, end = span[0] + first, _before_postmodifier(text, span[0] + first, span[0] + last)
    while end > start and text[end - 1] in " ,;:)–—\n":
        end -= 1
    return (start, end) if end > start else span


def _parts(words: str) -> list[Span]:
    """What commas, brackets and dashes divide."""
    parts: list[Span] = []
    at = 0
    for match in _APPOSITION.finditer(words):
        parts.append((at, match.start()))
        at = match.end()
    parts.append((at, len(words)))
    return [p for p in parts if words[p[0] : p[1]].strip(" ,()")]


def _speaking_part(words: str, parts: list[Span]) -> Span:
    first = parts[0]
    if len(parts) == 1:
        return first
    if re.search(r"\band\b", words):
        listed = "(" not in words and all(len(words[slice(*p)].split()) < _LISTED for p in parts)
        return (first[0], parts[-1][1]) if listed else first  # "rescuers, medics and officials"
    if _is_name(words[slice(*first)]) or not _describes(words[slice(*first)]):
        return first
    open_parts = [p for p in parts[1:] if words[p[0] - 1] != "("]
    return next((p for p in open_parts if _is_name(words[slice(*p)]) or names_agency(words[slice(*p)])), first)


def _describes(words: str) -> bool:
    """Whether the words tell a role or a trade and no name: 'the director of the clinic', 'The news agency'."""
    plain = [singular(w) for w in words_in(words)]
    roles = words_of("anonymous", "roles") | words_of("back_reference", "roles")
    return not roles.isdisjoint(plain) or (words[1:].islower() and kind_of(words) in ("agency", "outlet"))


def _before_postmodifier(text: str, start: int, end: int) -> int:
    """Where 'present in the division' begins in 'A military source present in the division'."""
    for match in list(_WORD.finditer(text, start, end))[1:]:
        if match.group() in words_of("postmodifiers", "words"):
            return match.start()
    return end


_TITLED = re.compile(r"^(?:Dr|Prof|Mr|Mrs|Ms)\.? (?=[A-Z]\w* )")


def _is_name(words: str) -> bool:
    """Two to five capitalised words without an article or a role: a person's name."""
    parts = _TITLED.sub("", words).split()
    if not 2 <= len(parts) <= 6 or parts[0].lower() in ("the", "a", "an"):
        return False
    return (
        all(p[:1].isupper() or p in _PARTICLES for p in parts)
        and _role_at([p.lower() for p in parts]) is None
        and kind_of(" ".join(parts)) in ("unknown", "military")
    )
