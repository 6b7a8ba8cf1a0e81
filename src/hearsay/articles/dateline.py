"""The head of a wire report: where it was filed, by which agency, when (``TEHRAN (defapress)-``).

The words stay in the article's text; here they are only read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hearsay.articles.dates import Stamp, read_date
from hearsay.articles.fold import fold
from hearsay.articles.labels import bare
from hearsay.codebook import table

_WINDOW = 140
# The dash that ends it: with a space on either side, or glued to the name before it as agencies print it.
_DASH = re.compile(r"\s*(?:--+|[–—])\s*|\s+-\s*|-\s+|\s*[:.]\s*[-–—]\s*")
_SLASHED = re.compile(r"/\s*([^/\n]{2,30}?)\s*/\.?\s*[-–—:]?")
_GROUP = re.compile(r"\(([^()]{1,60})\)")
_TRUNCATED_MONTH = re.compile(r"^(?:\d{1,2}\.?\s+[^\W\d]{3,12}\.?|[^\W\d]{3,12}\.?\s+\d{1,2})$")
_PIECES = re.compile(r"[,،]|(?<=[^\W\d_]{3})\.\s|\s[-–/]\s")
_MAX_PLACE_WORDS = 5
_SHOUTED = 5
_JOINING = frozenset("of the and de del la el al le les du des da do y e bin in".split())


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the first sentence. ``end`` is where the sentence begins."""

    place: str | None
    agency: str | None
    stamp: Stamp | None
    end: int


@cache
def _agency_names() -> frozenset[str]:
    return frozenset(fold(name) for name in table("article_labels")["agencies"]["names"])


@cache
def _agency_words() -> frozenset[str]:
    return frozenset(fold(word) for word in table("article_labels")["agencies"]["words"])


def is_agency(name: str, outlet: str | None = None) -> bool:
    """Whether ``name`` is known as an agency, reads like one (``Sham News``), or is the outlet itself."""
    folded = bare(name)
    if folded in _agency_names() or (outlet and folded == bare(outlet)):
        return True
    words = folded.split()
    return len(words) > 1 and words[-1] in _agency_words()


def dateline_of(paragraph: str, outlet: str | None = None) -> Head | None:
    """The dateline at the beginning of ``paragraph``, or None. Where it was not said (``CLANDESTINE``), no place."""
    window = paragraph[:_WINDOW]
    slashed = _SLASHED.search(window)
    if slashed and (is_agency(slashed[1], outlet) or "agency" in fold(slashed[1])):
        return _head(window[: slashed.start()], slashed[1], slashed.end(), outlet)
    colon = window.find(":")
    if 0 < colon < 60 and (head := _head(window[:colon], None, colon + 1, outlet)):
        # PESHAWAR: is a place; short capitals before a colon (UN:, IDF:) are who said it.
        shouted = colon >= _SHOUTED and window[:colon].isupper() and any(map(str.islower, window[colon:]))
        if head.agency or shouted:
            return head
    for dash in _DASH.finditer(window):
        head = _head(window[: dash.start()], None, dash.end(), outlet)
        if head is not None:
            return head
        if len(window[: dash.start()].split()) > 14:
            return None
    return None


def _head(words: str, agency: str | None, end: int, outlet: str | None) -> Head | None:
    """The parts of a dateline, or None where the words are none."""
    text = words.strip(" ,.;:،/")
    if not text or len(text) > 110 or "\n" in text:
        return None
    groups = [(match.start(), match.end(), match[1].strip()) for match in _GROUP.finditer(text)]
    if groups and agency is None and not text[groups[-1][1] :].strip(" .,"):
        agency = groups[-1][2]
    outside = _GROUP.sub(" ", text)
    stamp, names, dated = None, [], False
    parts = [part.strip(" .،") for piece in _PIECES.split(outside) for part in _glued_agency(piece, outlet)]
    k = 0
    while k < len(parts):
        two = ", ".join(parts[k : k + 2])
        date = read_date(two) or read_date(parts[k])
        if date and (date.complete or read_date(parts[k])):
            k += 2 if date.complete and not read_date(parts[k]) else 1
            stamp, dated = date, True
            continue
        if _is_day(parts[k]) or bare(parts[k]) == "no date":
            dated = True
        elif parts[k]:
            names.append(parts[k])
        k += 1
    for name in [n for n in names if is_agency(n, outlet)]:
        agency = agency or name
        names.remove(name)
    if not names:
        return Head(None, agency, stamp, end) if agency and (groups or dated) and _plausible(agency) else None
    if fold(names[0]) in {fold(word) for word in table("article_labels")["agencies"]["never"]}:
        return None
    if len(names) > 3 or not all(map(_is_name, names)) or not (agency or dated or text.isupper()):
        return None
    if agency and not _plausible(agency):
        return None
    if not agency and text.isupper() and not dated and len(names) > 2:
        return None
    nowhere = {fold(word) for word in table("article_labels")["agencies"]["nowhere"]}
    return Head(None if fold(names[0]) in nowhere else names[0], agency, stamp, end)


def _glued_agency(piece: str, outlet: str | None) -> list[str]:
    """``دمشق-سانا``: a place and an agency; ``El-Fasher`` is one name."""
    place, hyphen, agency = piece.strip().rpartition("-")
    return [place, agency] if hyphen and place and is_agency(agency, outlet) else [piece]


def _is_day(part: str) -> bool:
    """``Feb. 12``: a day without its year."""
    return bool(_TRUNCATED_MONTH.match(part)) and read_date(f"{part} 2000") is not None


def _is_name(name: str) -> bool:
    """A few words, each with a capital where the script has capitals."""
    words = name.split()
    if not words or len(words) > _MAX_PLACE_WORDS:
        return False
    return all(
        not word[0].islower() or fold(word) in _JOINING or word[:3] in ("al-", "el-", "ad-", "as-") for word in words
    )


def _plausible(agency: str) -> bool:
    return len(agency.split()) <= 6 and any(char.isalpha() for char in agency)
