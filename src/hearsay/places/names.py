"""Place names evened out, so that spellings of one name can be found and compared.

Three forms, from strict to loose. :func:`fold` evens out case, accents, apostrophes and hyphens within one script.
:func:`plain` also writes other scripts in Latin letters and drops the Arabic article. :func:`skeleton` keeps only the
consonants, with sounds that spelling systems write differently taken together: "Saraqib", "Sarāqeb" and "سراقب" have
one skeleton. The tables are in ``codebook/place_spelling.toml``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from hearsay.codebook import table

_SCRIPTS = ((0x0000, 0x024F), (0x0400, 0x052F), (0x0590, 0x06FF), (0x1E00, 0x1EFF), (0x2010, 0x201F), (0x02B0, 0x02CF))
"""Code points of Latin, Cyrillic, Hebrew and Arabic letters, and of the marks written with them."""
_MARKS = re.compile(r"[ʻʼ'’‘`´ʿʾ′ʹ\"ـ]")  # apostrophes, ayn, hamza, tatweel: written or left out at will
_GAPS = re.compile(r"[^\w]+|_")
_VOWELS = re.compile(r"[aeiouyw]")
_SILENT = re.compile(r"(?<=[a-z]{2}[ae])h\b")  # the ta marbuta, written or not
_DOUBLES = re.compile(r"(.)\1+")
_ARABIC_SAME = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ھ": "ه"})
_ARABIC_WORD = re.compile(r"^ال(?=\w{2})")
_LEADING = frozenset(["camp", "mount", "hill", "well", "suburb"])
"""Words whose translations stand before the rest of the name; the others, adjectives, follow it."""
MAX_NAME = 120
"""Longer strings are no names: they are cut before anything else, which bounds the work."""


@cache
def _short() -> dict[str, str]:
    return dict(table("place_spelling")["short"])


@cache
def _articles() -> frozenset[str]:
    return frozenset(table("place_spelling")["articles"]["latin"])


@cache
def _letters() -> dict[int, str]:
    return {ord(letter): latin for letter, latin in table("place_spelling")["letters"].items()}


@cache
def _sounds() -> tuple[tuple[str, str], ...]:
    return tuple((spelt, group["to"]) for group in table("place_spelling")["sounds"] for spelt in group["from"])


@cache
def _vowels() -> tuple[tuple[str, str], ...]:
    return tuple((spelt, group["to"]) for group in table("place_spelling")["vowels"] for spelt in group["from"])


@cache
def respelled() -> frozenset[str]:
    """Countries (alpha-3) whose names are worth a skeleton."""
    return frozenset(table("place_spelling")["respelled"]["countries"])


def is_readable(name: str) -> bool:
    """Whether a name is in the scripts that names are looked up in: Latin, Cyrillic, Hebrew, Arabic."""
    return all(any(low <= ord(c) <= high for low, high in _SCRIPTS) for c in name)


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Within its script: case, accents, apostrophes and punctuation gone, words one space apart.

    "St." is "Saint"; in Arabic the forms of alef, ya, kaf and the ta marbuta are one, and the article is dropped.
    """
    short = _short()
    if name.isascii():  # most are, and nothing in them is decomposed
        bare = name[:MAX_NAME].lower()
        if not bare.replace(" ", "").isalnum():
            bare = _GAPS.sub(" ", _MARKS.sub("", bare))
        parts = bare.split()
        return " ".join(parts if short.keys().isdisjoint(parts) else [short.get(part, part) for part in parts])
    bare = _MARKS.sub("", name[:MAX_NAME].translate(_ARABIC_SAME))
    letters = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    words = _GAPS.sub(" ", letters.casefold()).split()
    return " ".join(_ARABIC_WORD.sub("", short.get(word, word)) for word in words)


@lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """In Latin letters, without the Arabic article and a silent h: "Al-Burqah" and "Burqa" are "burqa"."""
    words = fold(name).translate(_letters()).split()
    return _SILENT.sub("", " ".join([word for word in words[:-1] if word not in _articles()] + words[-1:]))


@lru_cache(maxsize=8192)
def skeleton(name: str) -> str:
    """The consonants of a name in groups of like sounds; empty when nothing distinctive is left."""
    sounds = plain(name).replace(" ", "")
    if not sounds.isascii():
        return ""
    for spelt, one in _sounds():
        sounds = sounds.replace(spelt, one)
    if len(sounds) > 2 and sounds.endswith("h"):
        sounds = sounds[:-1]
    first = sounds[:1] if sounds[:1] in ("y", "w") else ""
    return _DOUBLES.sub(r"\1", first + _VOWELS.sub("", sounds[len(first) :]))


@lru_cache(maxsize=16384)
def _sound(name: str) -> str:
    """The name as it sounds: like consonants and like vowels one, double letters single."""
    sounds = plain(name).replace(" ", "")
    for spelt, one in (*_sounds(), *_vowels()):
        sounds = sounds.replace(spelt, one)
    return _DOUBLES.sub(r"\1", sounds)


@cache
def _translated() -> dict[str, tuple[str, ...]]:
    return {word: tuple(others) for word, others in table("place_spelling")["translated"].items()}


def translations(name: str) -> tuple[str, ...]:
    """The name with a translated word put back: "Western Ghariyah" → "Ghariyah gharbi", "Ghariyah gharbiyah"."""
    words = fold(name).split()
    if len(words) < 2:
        return ()
    found: list[str] = []
    for at in (0, len(words) - 1):
        rest = " ".join(words[:at] + words[at + 1 :])
        leads = words[at] in _LEADING
        found += [f"{o} {rest}" if leads else f"{rest} {o}" for o in _translated().get(words[at], ())]
    return tuple(found)


@cache
def _loose(key: str) -> tuple[str, ...]:
    return tuple(table("place_spelling")["loose"][key])


def variants(name: str) -> tuple[str, ...]:
    """The name without a descriptive word that it has, or with each that it lacks: reports and gazetteers differ."""
    words = [word for word in plain(name).split() if word not in _articles()]
    bones = [skeleton(word) for word in words]
    last = {skeleton(word) for word in _loose("last")}
    first = {skeleton(word) for word in _loose("first")}
    found: list[str] = []
    if len(words) > 1 and bones[-1] in last:
        found.append(" ".join(words[:-1]))
    elif words:
        found += [" ".join((*words, word)) for word in _loose("last")]
    if len(words) > 1 and bones[0] in first:
        found.append(" ".join(words[1:]))
    elif words:
        found += [" ".join((word, *words)) for word in _loose("first")]
    return tuple(name for name in found if len(skeleton(name)) > 1)


@lru_cache(maxsize=16384)
def similarity(one: str, other: str) -> float:
    """How alike two names are, 0–1: in letters without the article, in sounds, and in their skeletons."""
    a, b = plain(one), plain(other)
    if a == b:
        return 1.0
    letters = ratio(a.replace(" ", ""), b.replace(" ", "")) / 100
    sounds = ratio(_sound(one), _sound(other)) / 100
    bones = Levenshtein.normalized_similarity(skeleton(one), skeleton(other))
    return max(0.0, (letters + sounds + bones) / 3 - 0.001)
