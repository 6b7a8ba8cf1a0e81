"""The Speaker a source's words stand for: the registry first, then the words themselves."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from hearsay.actors import Actor, Registry
from hearsay.actors.people import phrase_words
from hearsay.claims.chain_carriers import carrier_core, is_carrier
from hearsay.claims.chain_speakers import country_of, is_anonymous, kind_of
from hearsay.records import PartyKind, Span, Speaker, SpeakerKind

_KINDS: dict[PartyKind, SpeakerKind] = {
    "state_forces": "military",
    "external_forces": "military",
    "rebel_group": "armed_group",
    "political_militia": "armed_group",
    "identity_militia": "armed_group",
    "government": "official",
}


@dataclass(frozen=True, slots=True)
class Names:
    """The registry with an article's theatre and year; without a registry nothing is known."""

    registry: Registry | None = None
    countries: tuple[str, ...] = ()
    year: int | None = None

    def find(self, words: str) -> Actor | None:
        """The actor whose name the whole of ``words`` is."""
        return self.registry.find(words, countries=self.countries, year=self.year) if self.registry else None

    def behind(self, words: str) -> Actor | None:
        """The one actor named inside ``words``: whom 'a spokesman for Hamas' speaks for."""
        if self.registry is None:
            return None
        found = self.registry.search(words, countries=self.countries, year=self.year)
        if len(found) > 1:  # "the al Qaeda-linked Front" is the Front
            found = tuple(one for one in found if not _is_linked(words, one.span[1]))
        return found[0].actor if len(found) == 1 else None


def _is_linked(words: str, end: int) -> bool:
    """What ends there is only whom the speaker is linked to."""
    after = words[end + 1 :].split(" ", maxsplit=1)[0].lower()
    return words[end : end + 1] in ("-", "‑") and after in phrase_words("not_itself")


def names_of(registry: Registry | None, countries: Collection[str], year: int | None) -> Names:
    """The look-up for an article."""
    return Names(registry, tuple(countries), year)


def speaker_at(text: str, span: Span, names: Names, owner: Speaker | None = None) -> Speaker:
    """The Speaker that the words at ``span`` name; ``owner`` is whom 'its' in 'its spokesman' stands for.

    A news organisation's name is cut to its core ('the Russian Sputnik news agency' → 'Sputnik').
    """
    if is_carrier(text[span[0] : span[1]]):
        span = carrier_core(text, span)
    said = text[span[0] : span[1]]
    actor = names.find(said) or _named_behind(text, span, names)
    behind = None if actor else names.behind(said)
    known = actor or behind
    return Speaker(
        text=said,
        span=span,
        name=actor.name if actor else None,
        id=actor.id if actor else None,
        affiliation=_affiliation(actor, behind, owner),
        country=country_of(said) or (known.country if known else None) or (owner.country if owner else None),
        kind=_kind(said, actor, behind, owner),
        anonymous=is_anonymous(said),
    )


def _named_behind(text: str, span: Span, names: Names) -> Actor | None:
    """Whom an apposition names: "an al-Qaeda-linked group, JNIM, said"."""
    name = _APPOSED.match(text, span[1])
    return names.find(name["name"]) if name is not None else None


_APPOSED = re.compile(r", (?P<name>[A-Z][^,.;:()\n]{1,60}),")


def _affiliation(actor: Actor | None, behind: Actor | None, owner: Speaker | None) -> str | None:
    if actor is not None:
        return actor.affiliation
    return behind.id if behind else (owner.id if owner else None)


def _kind(said: str, actor: Actor | None, behind: Actor | None, owner: Speaker | None) -> SpeakerKind:
    if actor is not None:
        by_words = kind_of(said)
        plain = _KINDS.get(actor.kind, by_words)
        return actor.speaker_kind or ("official" if by_words == "official" else plain)
    kind = kind_of(said)
    if kind in ("unknown", "official") and owner is not None:
        return owner.kind
    if kind == "unknown" and behind is not None:
        return behind.speaker_kind or _KINDS.get(behind.kind, "unknown")
    return kind
