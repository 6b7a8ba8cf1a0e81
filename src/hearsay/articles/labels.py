"""Lines by which a page speaks of itself, read from ``codebook/article_labels.toml``.

One line in, what it is out: a label with its value, the article's end, the beginning of what follows it, a link inside
it, a menu, or nothing of the kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from hearsay.articles.dates import Stamp, read_date
from hearsay.articles.fold import fold
from hearsay.articles.tidy import one_line
from hearsay.codebook import table

Field = Literal["published", "updated", "agency_id", "headline", "tags", "byline", "agency", "other"]
Mark = Literal["end", "after", "inside", "menu"]

_LONGEST_LINE = 600
_LONGEST_LABEL = 45
_COLON = re.compile(r"\s*[:：]\s*|\s+[-–—]\s+")
_PARTS = re.compile(r"\s*[|•·∙●]\s*|\t+|\s{3,}")
_ID = re.compile(r"[#№]?\s*((?=[\w/.-]*\d)[A-Za-z\d][\w/.-]{0,39})$")
_TAG_BREAKS = re.compile(r"\s*[,،;؛|•·\n]\s*|\s+/\s+|\s*#")
_EDGES = " \t:：؛;.,،!؟?|/\\-–—_=*•·»«>›<‹[](){}\"'#+…→←▪■"
_COPYRIGHT = re.compile(
    r"(?:copyright\s*(?:©|\(c\)|\d{4})|©|\(c\)\s*\d{4}|all rights reserved|حقوق النشر|جميع الحقوق|все права|усі права)",
    re.IGNORECASE,
)
_MAX_BYLINE_WORDS = 9


@dataclass(frozen=True, slots=True)
class Labelled:
    """A field of the page and its value, as written; ``stamp`` where it is a date that could be read."""

    field: Field
    value: str
    stamp: Stamp | None = None


@cache
def _labels() -> dict[str, Field]:
    rows = table("article_labels")
    return {fold(label): field for field in get_args(Field) for labels in rows[field].values() for label in labels}


@cache
def _first_words() -> frozenset[str]:
    """Of the labels. Most lines begin with another word and need no further look."""
    return frozenset(label.split(" ", 1)[0].strip(_EDGES) for label in _labels()) | {""}


@cache
def _phrases(mark: str) -> frozenset[str]:
    return frozenset(fold(phrase) for phrases in table("article_labels")[mark].values() for phrase in phrases)


def bare(text: str) -> str:
    """``text`` folded, without the punctuation at its ends."""
    return fold(text).strip(_EDGES)


def labels_in(line: str, language: str | None = None, *, month_first: bool = False) -> tuple[Labelled, ...]:
    """The labelled values of a line (``News ID: 80197 | Publish Date: 12February 2020``), or none.

    Every part must be labelled; a line with anything else in it is text. An empty value is on the next line.
    """
    if len(line) > _LONGEST_LINE:
        return ()
    found: list[Labelled] = []
    for part in _PARTS.split(line.strip()):
        label = _label(one_line(part), language, month_first)
        if label is not None:
            found.append(label)
        elif not found or len(part) > _LONGEST_LABEL:
            return ()
        elif found[-1].field == "tags":
            found[-1] = Labelled("tags", f"{found[-1].value} | {part}" if found[-1].value else part)
        elif not found[-1].value:
            found[-1] = _checked(found[-1].field, part, language, month_first, colon=True) or found[-1]
    return tuple(found)


def _label(part: str, language: str | None, month_first: bool) -> Labelled | None:
    colon = _COLON.search(part[: _LONGEST_LABEL + 3])
    if colon:
        field = _labels().get(bare(part[: colon.start()]))
        if field:
            return _checked(field, part[colon.end() :].strip(), language, month_first, colon=True)
    words = part.split(" ")
    if bare(words[0]) not in _first_words():
        return None
    for count in range(min(5, len(words)), 0, -1):
        field = _labels().get(bare(" ".join(words[:count])))
        if field:
            return _checked(field, " ".join(words[count:]), language, month_first, colon=False)
    return None


def _checked(field: Field, value: str, language: str | None, month_first: bool, *, colon: bool) -> Labelled | None:
    """The label, if the value is one that it may have: without a colon only a date or a number may follow."""
    if field in ("published", "updated"):
        stamp = read_date(value.strip(_EDGES), language=language, month_first=month_first)
        if stamp or (colon and len(value.split()) <= 8):
            return Labelled(field, value, stamp)
        return None
    if field == "agency_id":
        match = _ID.match(value.strip(" .:،"))
        if match and (colon or value[0] in "#№" or match[1].isdecimal()):
            return Labelled(field, "".join(map(_ascii_digit, match[1])))
        return Labelled(field, "") if colon and not value else None
    if field == "byline":
        return Labelled(field, value) if is_byline(value) else None
    return Labelled(field, value) if colon else None


def _ascii_digit(char: str) -> str:
    return fold(char) if char.isdecimal() else char


def is_byline(value: str) -> bool:
    """Names, not a sentence: a few words that begin with a capital, no full stop at the end."""
    words = value.split()
    if not words or len(words) > _MAX_BYLINE_WORDS or (value[-1] in ".?!:;؟" and len(words[-1]) > 2):
        return False
    return not words[0][0].islower() and not words[0][0].isdigit() and read_date(value) is None


def tags_of(value: str) -> tuple[str, ...]:
    """The single tags of a tag line, in order, each once."""
    parts = (one_line(part).strip(" .#\"'").replace("_", " ") for part in _TAG_BREAKS.split(value))
    return tuple(dict.fromkeys(part for part in parts if part and len(part) <= 80))


def mark_of(line: str) -> Mark | None:
    """What else a line may be that is not text."""
    if len(line) > _LONGEST_LINE:
        return None
    plain = bare(line)
    if not plain or plain in _phrases("end"):
        return "end" if plain or "#" in line else "menu"
    head, rest = _before_colon(line)
    if plain in _phrases("after") or (head in _phrases("after") and len(rest.split()) <= 12):
        return "after"
    if _inside(plain, head):
        return "inside"
    if _COPYRIGHT.match(line.strip()) or is_menu(line):
        return "menu"
    return None


def copyright_holder(line: str) -> str | None:
    """Who a copyright line says it belongs to: ``© 2019 Sham News`` gives ``Sham News``."""
    text = one_line(line)
    if not _COPYRIGHT.match(text) or len(text) > 160:
        return None
    text = re.sub(r"(?i)copyright|all rights reserved|©|\(c\)|\b(19|20)\d\d\b", " ", text)
    name = re.split(r"[.|,]", text.strip(_EDGES), maxsplit=1)[0].strip(_EDGES)
    return " ".join(name.split()) if 0 < len(name) <= 50 else None


def _before_colon(line: str) -> tuple[str, str]:
    """``Comments (3)``, ``5 comments``, ``Related News: …``: the folded words, and what comes after them."""
    match = re.search(r"[:：(\[]", line[:60])
    if not match:
        return bare(line).strip("0123456789 "), ""
    return bare(line[: match.start()]), line[match.end() :]


def _inside(plain: str, head: str) -> bool:
    if plain in _phrases("inside") or head in _phrases("inside"):
        return True
    words = plain.split()
    long_enough = (" ".join(words[:count]) for count in range(2, min(7, len(words)) + 1))
    # One word ("read", "more") is too little to tell a link from a sentence; a whole phrase of two is enough on a
    # line that is no sentence.
    return len(words) <= 25 and any(start in _phrases("inside") for start in long_enough)


@cache
def _menu_words() -> frozenset[str]:
    return frozenset(fold(word) for word in table("article_labels")["menu"]["words"])


def is_menu(line: str) -> bool:
    """Short entries between bars, or the names of sections."""
    parts = [part for part in re.split(r"\s*[|»›•·/]\s*", one_line(line)) if part]
    known = sum(bare(part) in _menu_words() for part in parts)
    if len(parts) == 1:
        return known == 1
    if "|" not in line and "»" not in line and "›" not in line and "·" not in line and "•" not in line:
        return known == len(parts)
    brief = all(len(part.split()) <= 4 for part in parts)
    return bool(parts) and brief and (len(parts) >= 3 or known > 0)
