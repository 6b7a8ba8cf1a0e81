"""Turns ``count:`` lines into the contract's Counts."""

from __future__ import annotations

import re
from typing import Any

from hearsay.records import Count, Party
from hearsay.training import fields
from hearsay.training import vocabulary as vocab
from hearsay.training.notation import NotationError, segments

_RANGE = re.compile(r"(~?)(?:(\d+(?:\.\d+)?)(\.\.)?(\d+(?:\.\d+)?)?|\.\.(\d+(?:\.\d+)?))")
_PARTY_REF = re.compile(r"([ar])(\d)")
_PARTY_REF = re.compile(r"([ar])(\d)")
_NUMBER_WORD = re.compile(
    r"(?:\d[\d,.]*|\d+-year-old|an?|the|at|least|most|more|fewer|less|than|over|up|to|some|about|around|nearly"
    r"|almost|roughly|approximately|an estimated|estimated|no|only|another|other|all|both|of|between|and|as"
    r"|many|several|few|dozens?|scores|hundreds|thousands|tens|half|couple|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundred|thousand|million)\s+",
    re.IGNORECASE,
)
_NO_NOUN = frozenset({"others", "more", "them", "dead", "killed", "wounded", "injured", "missing", "lives"})


def numbers(words: str) -> dict[str, Any]:
    """``12`` exactly, ``12..`` at least, ``..12`` up to, ``6..8`` between, ``~860`` about."""
    match = _RANGE.fullmatch(words)
    if not match:
        raise NotationError(f"count: {words!r} is no number")
    about, first, dots, second, most = match.groups()
    out: dict[str, Any] = {"approximate": bool(about)}
    if most:
        return out | {"high": float(most)}
    if not dots:
        exact = float(first)
        return out | ({"best": exact} if about else {"low": exact, "best": exact, "high": exact})
    if second:
        low, high = float(first), float(second)
        if low >= high:
            raise NotationError(f"count: {words}")
        return out | {"low": low, "high": high}
    return out | {"low": float(first), "best": float(first)}


def count(value: str, scope: fields.Scope, actors: list[Party], recipients: list[Party]) -> Count:
    """``text | measure number | of WORDS | kind … a0|r0 part_of=0``; ``of`` where it is not plain."""
    text, what, *rest = segments(value)
    measure, _, number = what.partition(" ")
    if measure not in vocab.MEASURES:
        raise NotationError(f"count: unknown measure {measure!r}")
    out: dict[str, Any] = {"measure": measure, **numbers(number.strip())}
    plain: list[str] = []
    for part in rest:
        if part.startswith("of "):
            if part[3:].lower() not in scope.quotes.text.lower():
                raise NotationError(f"count: {part!r} is not in the article")
            out["of"] = part[3:]
            continue
        for word in part.split():
            ref = _PARTY_REF.fullmatch(word)
            key, equals, given = word.partition("=")
            if ref:
                out |= _of_party(ref[1], int(ref[2]), actors, recipients)
            elif word == "vague":
                out["vague"] = True
            elif equals and key in ("side", "part_of", "as_of"):
                out[key] = int(given) if key == "part_of" else given
            else:
                plain.append(word)
    out.setdefault("of", _counted(text.partition("#")[0]))
    kind = out.pop("party_kind", None)
    out |= fields.words_into(" ".join(plain), vocab.COUNT_WORDS, "count")
    out.setdefault("kind", kind)
    if out.get("side", "unknown") not in vocab.SIDES:
        raise NotationError(f"count: unknown side {out['side']!r}")
    if out["kind"] == "civilians":
        out["side"] = "civilians"
    got = scope.quotes.near(text, scope.passage)
    return Count(text=got.text, span=got.span, **out)


def _counted(words: str) -> str | None:
    """The noun phrase without its number; None for several things, or for words that name nothing."""
    rest = words + " "
    while match := _NUMBER_WORD.match(rest):
        rest = rest[match.end() :]
    nouns = rest.split()
    if " and " in words.lower() or not nouns or nouns[-1].lower() in _NO_NOUN:
        return None
    return rest.strip()


def _of_party(role: str, nth: int, actors: list[Party], recipients: list[Party]) -> dict[str, Any]:
    side, parties = ("actor", actors) if role == "a" else ("recipient", recipients)
    if nth >= len(parties):
        raise NotationError(f"count: there is no {side} {nth}")
    return {"party": f"{side}s[{nth}]", "side": side, "party_kind": parties[nth].kind}
