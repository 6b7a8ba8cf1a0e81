"""Where a sentence names a date, a day, a period or an hour: forms compiled from ``codebook/times.toml``.

Every form is bounded and starts at a word, so that a sentence is scanned once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from hearsay.codebook import table

DATES = frozenset({"iso", "numeric", "dmy", "mdy"})
DAYS = DATES | {"weekday", "deictic", "anchored"}
HOURS = frozenset({"clock", "part", "night"})
MONTHS = frozenset({"month", "month_noun"})
YEARS = frozenset({"year", "year_noun", "season"})


@dataclass(frozen=True, slots=True)
class Atom:
    """One form found in a sentence. ``weak``: a time only beside another one or after the right word."""

    kind: str
    start: int
    end: int
    words: Mapping[str, str]
    weak: bool = False


def way_of(atom: Atom) -> str | None:
    """How "two days ago" counts: ago, earlier, before, later, after …; null for other forms."""
    if atom.kind != "ago":
        return None
    return (atom.words.get("way") or atom.words["bareway"]).lower()


def unit_of(atom: Atom) -> str | None:
    """The unit that a form counts in, in the singular; null where it counts none."""
    unit = next((atom.words[k] for k in ("unit", "unit2", "recent", "bare") if k in atom.words), None)
    return unit.lower().rstrip("s") if unit and atom.kind in ("ago", "rolling", "unit") else None


def one_of(words: Iterable[str]) -> str:
    """An alternation of literal words, longest first; a space matches any white space."""
    escaped = (r"[\s-]{1,3}".join(map(re.escape, w.split())) for w in sorted(words, key=lambda w: (-len(w), w)))
    return "(?:" + "|".join(escaped) + ")"


def _cased(words: Iterable[str]) -> str:
    """Names that count only as written or in capitals: ``March`` and ``MARCH``, never ``march``."""
    spelled = [v for w in words for v in w.split("|")]
    return one_of({*spelled, *(w.upper() for w in spelled)})


@cache
def _forms() -> dict[str, str]:
    """The source of each form; at one place in the text the first that fits wins."""
    t = table("times")
    full, short = t["months"]["full"], t["months"]["short"]
    month = rf"(?:{_cased(full)}(?!\w)|{_cased(short)}(?!\w)\.?)"
    year = r"(?:19|20)\d\d(?![\d%]|,\d{3})"
    short_year = r"\d\d(?=\s*(?:[(\[\].,;:)]|--|$))"
    nth = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
    reach = r"\s?(?:-|–|to|TO|until|through)\s?"
    both = r"\s(?:and|AND|or|OR|&)\s"
    number = rf"(?:\d{{1,4}}|{one_of([*t['numbers'], *t['vague_numbers']])})"
    unit = r"(?:minute|hour|day|night|week|month|year|decade)"
    nouns = one_of(t["events"]["nouns"])
    modal = one_of(t["not_times"]["modal"])
    measured = one_of(t["not_times"]["measured"])
    parts = t["day_parts"]
    zone = rf"(?:\s?\(?{one_of(parts['zones'])}\b\)?){{0,2}}"
    half = r"[ap]\.?m\b\.?"
    return {
        "iso": r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])",
        "numeric": r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P<sep2>[./-])(?P<y>(?:19|20)\d\d)"
        r"(?![\d/-]|\.\d)",
        "dmy": rf"(?:\d{{1,2}}{nth},\s?){{0,3}}(?P<d>\d{{1,2}}){nth}"
        rf"(?:(?:{reach}|{both})(?P<d2>\d{{1,2}}){nth})?"
        rf"(?:\s{{1,2}}of\s|\s{{0,2}}|-)(?P<mon>{month})(?!\s(?i:{modal})\b)"
        rf"(?:,?\s?(?P<y>{year})|-(?P<y3>{year})|[\s-](?P<y2>{short_year}))?",
        "mdy": rf"(?P<mon>{month})\s{{0,2}}(?P<d>\d{{1,2}}){nth}(?![\d%:]|[.,]\d|-?\s?(?i:{measured})\b)"
        rf"(?:{reach}(?P<d2>\d{{1,2}}){nth}(?![\d%:]|[.,]\d)"
        rf"|{both}(?P<d3>\d{{1,2}}){nth}(?![\d%:]|[.,]\d|\s[A-Za-z]))?"
        rf"(?:,?\s{{1,2}}(?P<y>{year})|,(?P<y3>{year}))?",
        "month": rf"(?P<mon>{month}),?\s(?:of\s)?(?P<y>{year})"
        rf"|(?P<bare>{_cased(full)})(?!\s?\d|\s(?i:{modal})\b)",
        "month_noun": rf"[Tt]he\s(?P<mon>{_cased(full)})(?=\s{nouns}\b)",
        "decade": r"(?:the\s)(?:(?:early|mid|late)[\s-])?(?P<y>(?:19|20)\d)0s",
        "year_noun": rf"[Tt]he\s(?P<y>{year})(?=\s{nouns}\b)",
        "season": rf"(?:the\s)?(?i:{one_of(t['months']['seasons'])})\s(?:of\s)?(?P<y>{year})",
        "year": rf"(?P<y>{year})(?:\s?[-–/]\s?(?P<y2>(?:19|20)?\d\d)(?!\d))?",
        "clock": rf"(?:\d{{1,2}}(?:[:.]\d\d)?\s?(?:and|to|-|–)\s?)?\d{{1,2}}(?:[:.]\d\d)?\s?(?i:{half}){zone}"
        rf"|(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?(?:h|hrs|hours)\b)?{zone}"
        rf"|(?:[01]\d|2[0-3])[.]?[0-5]\d(?:h|\s?(?:GMT|UTC|local\stime))"
        rf"|(?<=[aA][tT] )(?:[01]\d|2[0-3])[0-5]\d\s?(?:hours|hrs|HOURS){zone}",
        "deictic": rf"(?P<phrase>(?i:{one_of(t['deictic'])}))",
        "anchored": rf"(?P<phrase>(?i:{one_of(t['anchored'])}))",
        "ago": rf"(?i:(?P<n>{number}|the)\s(?P<unit>{unit})s?\s"
        rf"(?P<way>ago|earlier|before|previously|prior|later|after(?:wards)?)"
        rf"|(?P<bare>(?:hours|days|weeks|months|years|decades))\s(?P<bareway>ago|earlier|later|before|after))",
        "unit": r"(?i:(?P<mod>(?:earlier|later)\s(?:in\sthe|this)|so\sfar\sthis|last|this|next|the\sprevious"
        r"|the\spreceding|previous|the\ssame|the\snext|the\sfollowing|the\scoming)\s(?P<unit>week|weekend|month|year)"
        r"|(?P<over>over|at|on|during)\sthe\sweekend)(?![\w-]|\sof\b)",
        "rolling": rf"(?i:(?:(?:the|this|these)\s(?P<mod>past|last|previous|preceding|next|coming)\s"
        rf"(?:(?P<n>{number})[\s-])?"
        rf"(?P<unit>{unit})s?(?:\speriod)?|(?P<mod2>past|last|previous|next)\s(?P<n2>{number})[\s-](?P<unit2>{unit})s?"
        rf"|recent\s(?P<recent>hour|day|week|month|year)s)(?!\sof\b|-old))",
        "night": rf"(?i:{one_of(parts['nights'])})",
        "part": rf"(?i:{one_of(parts['words'])})",
        "weekday": rf"(?P<day>{_cased(t['weekdays']['full'])})"
        rf"|(?P<short>{_cased(t['weekdays']['short'])})(?!\w)\.?",
    }


@cache
def _compiled() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]], re.Pattern[str], re.Pattern[str]]:
    t = table("times")["not_times"]
    forms = _forms()
    nameless = {kind: re.sub(r"\(\?P<\w+>", "(?:", source) for kind, source in forms.items()}
    any_form = "|".join(f"(?P<{kind}>{source})" for kind, source in nameless.items())
    # Digits inside a longer number, a date or an amount start no form.
    scanner = re.compile(rf"(?<![\w$€£])(?<!\d[.,/:-])(?=\w)(?:{any_form})(?!\w)")
    names = re.compile(
        rf"(?:{one_of(t['phrases'])})\b"
        rf"|(?:{_cased(table('times')['weekdays']['full'])}|Today|Morning|Evening)\s{_cased(t['followers'])}\b"
    )
    named_after = re.compile(rf"\s{_cased(t['named_after'])}\b")
    return (
        scanner,
        {kind: re.compile(rf"(?:{source})(?!\w)") for kind, source in forms.items()},
        names,
        named_after,
    )


def atoms(sentence: str) -> list[Atom]:
    """Every form in ``sentence``, in order, without overlaps; names that look like times are left out."""
    scanner, forms, names, named_after = _compiled()
    masked = [m.span() for m in names.finditer(sentence)]
    found = []
    for hit in scanner.finditer(sentence):
        kind = hit.lastgroup or ""
        start, end = hit.span()
        inner = forms[kind].match(sentence, start)
        while masked and masked[0][1] <= start:
            masked.pop(0)
        if inner is None or (masked and masked[0][0] < end):
            continue
        if kind in DATES and named_after.match(sentence, end):
            continue
        words = {name: value for name, value in inner.groupdict().items() if value is not None}
        found.append(Atom(kind, start, end, words, _is_weak(kind, words)))
    return found


def _is_weak(kind: str, words: Mapping[str, str]) -> bool:
    if kind == "month":
        return "bare" in words
    if kind == "year":
        return "y2" not in words
    return kind == "part" or (kind == "weekday" and "short" in words)
