"""Countries by name, demonym and capital, from ``codebook/countries.toml``.

Look-ups fold case, accents and apostrophes, drop a leading "the", and know nothing of context: "Georgia", "Chad" and
"Turkey" are countries here, and whoever asks decides whether the word stands for one.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from hearsay.codebook import table

_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼʻ`´ʿʾ′", "'"))

_WORDS = 16384
"""Words whose country is kept: every word of an article is asked about, by several parts."""


def fold(word: str) -> str:
    """Case, accents, kinds of apostrophe and runs of white space evened out; a leading "the" dropped."""
    if word.isascii():
        return " ".join(word.replace("`", "'").lower().split()).removeprefix("the ")
    plain = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(letters.casefold().split()).removeprefix("the ")


@cache
def _countries() -> MappingProxyType[str, dict[str, Any]]:
    return MappingProxyType(table("countries"))


@cache
def _index(*keys: str) -> dict[str, str]:
    """Folded word → alpha-3; where two countries share a word the first in the file has it."""
    found: dict[str, str] = {}
    for code, entry in _countries().items():
        for key in keys:
            words = entry.get(key, ())
            for word in (words,) if isinstance(words, str) else words:
                found.setdefault(fold(word), code)
    return found


@lru_cache(maxsize=_WORDS)
def country_named(word: str) -> str | None:
    """Alpha-3 of the country with this name or short form ("Syria", "Ivory Coast", "U.K."), or None.

    "US" must be written in capitals: "us" is a pronoun.
    """
    if word.strip() == "us":
        return None
    return _index("name", "also").get(fold(word))


@lru_cache(maxsize=_WORDS)
def country_of_demonym(word: str) -> str | None:
    """Alpha-3 for an adjective or a people ("Syrian", "Syrians", "Frenchmen"), or None."""
    folded = fold(word).removesuffix("'s").removesuffix("'")
    people = _index("people")
    return people.get(folded) or people.get(folded.removesuffix("s"))


def country_of_capital(word: str) -> str | None:
    """Alpha-3 for a seat of government, which newsrooms use for the government ("Ankara"), or None."""
    return _index("capital").get(fold(word))


def country_name(alpha3: str) -> str:
    """The name Hearsay writes for an alpha-3 code; the code itself when it is unknown."""
    entry = _countries().get(alpha3)
    return str(entry["name"]) if entry else alpha3


def alpha3_of(alpha2: str) -> str | None:
    """Alpha-3 for an ISO alpha-2 code (as GeoNames has them), or None."""
    return _index("iso2").get(alpha2.casefold())


def alpha2_of(country: str) -> str | None:
    """Alpha-2 for a country given by alpha-2, alpha-3 or name, or None."""
    code = country.upper() if country.upper() in _countries() else alpha3_of(country) or country_named(country)
    return str(_countries()[code]["iso2"]) if code else None


def country_point(alpha3: str) -> tuple[float, float] | None:
    """A representative point of the territory (latitude, longitude), or None for an unknown code."""
    entry = _countries().get(alpha3)
    return (float(entry["at"][0]), float(entry["at"][1])) if entry else None


def country_claims(alpha3: str) -> tuple[str, ...]:
    """Other states that claim the whole territory, as alpha-3 codes."""
    entry = _countries().get(alpha3)
    return tuple(entry.get("claims", ())) if entry else ()


def all_countries() -> tuple[str, ...]:
    """Every alpha-3 code of the table, in its order."""
    return tuple(_countries())


def country_words(alpha3: str) -> tuple[str, ...]:
    """The name and the short forms of a country."""
    entry = _countries()[alpha3]
    return (str(entry["name"]), *(str(word) for word in entry.get("also", ())))
