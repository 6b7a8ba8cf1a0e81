"""One entry of the registry, and the reading of registry files with their errors named by file and line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any, get_args

from hearsay.errors import DataError
from hearsay.records import PartyKind, SpeakerKind

KINDS: frozenset[str] = frozenset(get_args(PartyKind))
SPEAKER_KINDS: frozenset[str] = frozenset(get_args(SpeakerKind))
BRANCHES = frozenset({"forces", "army", "air", "navy", "police", "border", "gendarmerie", "intelligence", "guard"})
_COUNTRY = re.compile(r"[A-Z]{3}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEYS = frozenset(
    "name aliases short kind country active years branches part_of renamed_to backed_by speaker_kind affiliation "
    "ids".split()
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A named actor: armed, governing or speaking."""

    id: str
    """``actor:`` and the entry's slug."""
    name: str
    kind: PartyKind
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    """Forms that mean this actor only where one of its countries is the theatre."""
    country: str | None = None
    """Home, ISO 3166-1 alpha-3; None for actors of no one country."""
    active: tuple[str, ...] = ()
    """Further countries it is found in."""
    years: tuple[int, int | None] | None = None
    """First and last year; the last is None while it goes on."""
    branches: tuple[str, ...] = ()
    part_of: str | None = None
    renamed_to: str | None = None
    backed_by: tuple[str, ...] = ()
    """Alleged backers: alpha-3 codes or actor ids."""
    speaker_kind: SpeakerKind | None = None
    affiliation: str | None = None
    ids: tuple[tuple[str, str], ...] = ()

    def lived(self, year: int) -> bool:
        """Whether ``year`` falls in its years, give or take one: reports lag and founding dates are disputed."""
        if self.years is None:
            return True
        first, last = self.years
        return first - 1 <= year and (last is None or year <= last + 1)


def read_entries(text: str, where: str) -> dict[str, Actor]:
    """The entries of one registry file by id.

    Raises :class:`DataError` (``registry-syntax``, ``registry-entry``) naming ``where``, the line and the entry.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError("registry-syntax", f"not valid TOML: {error}", where=where) from error
    return {f"actor:{slug}": _entry(slug, fields, entry_place(text, where, slug)) for slug, fields in tables.items()}


def entry_place(text: str, where: str, slug: str) -> str:
    """``where:line`` of the entry's header."""
    at = text.find(f"[{slug}]")
    return f"{where}:{text.count(chr(10), 0, at) + 1}" if at >= 0 else where


def _entry(slug: str, fields: Any, place: str) -> Actor:
    def refuse(reason: str) -> DataError:
        return DataError("registry-entry", f"entry {slug!r}: {reason}", where=place)

    if not isinstance(fields, dict):
        raise refuse("must be a table")
    if not _SLUG.fullmatch(slug):
        raise refuse("an id is lower-case letters, digits and single hyphens")
    if unknown := sorted(set(fields) - _KEYS):
        raise refuse(f"unknown key {unknown[0]!r}")
    for key in ("name", "kind"):
        if not isinstance(fields.get(key), str) or not fields[key].strip():
            raise refuse(f"needs {key!r}")
    for key in ("aliases", "short", "active", "branches", "backed_by"):
        value = fields.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise refuse(f"{key!r} must be a list of strings")
    for key in ("country", "part_of", "renamed_to", "speaker_kind", "affiliation"):
        if not isinstance(fields.get(key, ""), str):
            raise refuse(f"{key!r} must be a string")
    if fields["kind"] not in KINDS:
        raise refuse(f"unknown kind {fields['kind']!r}")
    if fields.get("speaker_kind", "unknown") not in SPEAKER_KINDS:
        raise refuse(f"unknown speaker_kind {fields['speaker_kind']!r}")
    if wrong := sorted(set(fields.get("branches", ())) - BRANCHES):
        raise refuse(f"unknown branch {wrong[0]!r}")
    for code in (*fields.get("active", ()), *([fields["country"]] if "country" in fields else ())):
        if not _COUNTRY.fullmatch(code):
            raise refuse(f"{code!r} is no ISO 3166-1 alpha-3 code")
    ids = fields.get("ids", {})
    if not isinstance(ids, dict) or not all(isinstance(value, str) for value in ids.values()):
        raise refuse("'ids' must be a table of strings")
    years = fields.get("years")
    if years is not None and not _are_years(years):
        raise refuse("'years' must be [first] or [first, last]")
    return Actor(
        id=f"actor:{slug}",
        name=fields["name"],
        kind=fields["kind"],
        aliases=tuple(fields.get("aliases", ())),
        short=tuple(fields.get("short", ())),
        country=fields.get("country"),
        active=tuple(fields.get("active", ())),
        years=None if years is None else (years[0], years[1] if len(years) > 1 else None),
        branches=tuple(fields.get("branches", ())),
        part_of=_reference(fields.get("part_of")),
        renamed_to=_reference(fields.get("renamed_to")),
        backed_by=tuple(b if _COUNTRY.fullmatch(b) else f"actor:{b}" for b in fields.get("backed_by", ())),
        speaker_kind=fields.get("speaker_kind"),
        affiliation=_reference(fields.get("affiliation")),
        ids=tuple(sorted(ids.items())),
    )


def _are_years(years: Any) -> bool:
    if not isinstance(years, list) or not 1 <= len(years) <= 2:
        return False
    return all(type(year) is int and 1000 <= year <= 2100 for year in years) and years == sorted(years)


def _reference(slug: str | None) -> str | None:
    return None if slug is None else f"actor:{slug}"
