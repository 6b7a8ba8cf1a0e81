"""A pasted page: its lines sorted into label lines, furniture, headline, lede and body.

The page as a person copies it: menus and label lines first, the headline perhaps glued to the first words of the
body, after the body initials, tags, other stories, a comment form. Nothing is known but the lines; what each is comes
from ``labels`` and from its shape, and where the body lies from the lines that read as prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from hearsay.articles.dateline import dateline_of
from hearsay.articles.dates import Stamp, read_date
from hearsay.articles.draft import Draft
from hearsay.articles.fold import fold
from hearsay.articles.labels import (
    Labelled,
    Mark,
    bare,
    copyright_holder,
    is_byline,
    is_menu,
    labels_in,
    mark_of,
    tags_of,
)
from hearsay.articles.tidy import is_wrapped, line_ends, one_line, visible
from hearsay.errors import InputError
from hearsay.records import Problem

Shape = Literal["label", "date", "mark", "initials", "prose", "short"]

_FINAL = re.compile(r"[.!?…؟۔。।！？]['\"”’»)\]]*$|[.!?…][”\"]\s*\(?[^\s()]{0,20}\)?$")
_GLUED = re.compile(r"(?<=[a-z\d”’)])(?=(?:[A-Z][a-z]+|A|I)\s)")
_INITIALS = re.compile(
    r"(?:[^\W\d_]\.\s?[^\W\d_]{0,15}\.?(?:\s*[/,&-]\s*|\s+|$)){1,4}$|[^\W\d_]{1,2}/\s?[^\W\d_]{1,3}$"
)
MAX_LINES = 20_000
_DATE_WORDS = 12
_LONG_PROSE = 22
_SHORT_PROSE = 5
_SHORTEST_SENTENCE = 3
_HEAD_PROSE = 3
"""A label line after so many lines of prose belongs to the foot of the page, not its head."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page and what it is."""

    text: str
    shape: Shape
    labels: tuple[Labelled, ...] = ()
    mark: Mark | None = None
    stamp: Stamp | None = None


def read_plain(text: str, where: str) -> Draft:
    """The article on a pasted page. ``body`` is empty where nothing on it reads as text.

    Raises :class:`InputError` ``too-complex`` for more than :data:`MAX_LINES` lines.
    """
    raw = _raw_lines(text)
    if len(raw) > MAX_LINES:
        hint = "Many articles in one file are read as JSON Lines."
        raise InputError("too-complex", f"more than {MAX_LINES} lines", where=where, hint=hint)
    lines = _valued([_line(line) for line in raw])
    prose = [k for k, line in enumerate(lines) if line.shape == "prose"]
    if not prose:
        return _without_prose(lines)
    head_end = _head_end(lines, prose)
    first = next((k for k in prose if k >= head_end), prose[0])
    stop = next((k for k in range(first + 1, len(lines)) if lines[k].mark in ("end", "after")), len(lines))
    draft = _fields(lines, first)
    draft = _headline(draft, lines[:first])
    lede = [lines[k].text for k in prose if k < min(head_end, first)]
    body = _body(lines[first:stop])
    if draft.headline is None and body:
        glued = _unglue(body[0])
        if glued:
            draft = replace(draft, headline=glued[0], origin_of=draft.origin_of | {"headline": "label"})
            body[0] = glued[1]
    if lede:
        draft = replace(draft, lede="\n\n".join(lede), origin_of=draft.origin_of | {"lede": "label"})
    return replace(draft, body=tuple(body))


def _raw_lines(text: str) -> list[str]:
    """The lines of the page, without blank ones; those of a hard-wrapped paragraph joined."""
    lines: list[str] = []
    blocks = re.split(r"\n[^\S\n]*\n", line_ends(visible(text)).strip())
    wrapped = is_wrapped(blocks)
    for block in blocks:
        rows = [" ".join(row.split()) if "\t" not in row else row.strip() for row in block.split("\n")]
        rows = [row for row in rows if row]
        if wrapped and len(rows) > 1 and all(len(row) >= 40 for row in rows[:-1]):
            rows = [" ".join(rows)]
        lines += rows
    return lines


def _line(text: str) -> Line:
    labels = labels_in(text)
    if labels:
        return Line(text, "label", labels)
    mark = mark_of(text)
    if mark:
        return Line(text, "mark", mark=mark)
    stamp = read_date(text) if len(text) < 80 else None
    if stamp and (stamp.complete or len(text.split()) <= _DATE_WORDS):
        return Line(text, "date", stamp=stamp)
    inner = _labels_inside(text)
    if inner:
        return Line(text, "label", inner)
    if len(text) < 60 and _INITIALS.match(text):
        return Line(text, "initials")
    return Line(" ".join(text.split()), "prose" if is_prose(text) else "short")


def _labels_inside(text: str) -> tuple[Labelled, ...]:
    """Labelled dates after a name on one line: ``Staff Reporter Published February 9, 2024``, ``A. Kaya |9.2.2024``."""
    if len(text) > 120 or not any(map(str.isdigit, text)):
        return ()
    name, bar, rest = text.partition("|")
    stamp = read_date(rest.strip()) if bar else None
    if stamp:
        later = (label for piece in rest.split(" - ")[1:] for label in labels_in(piece.strip()))
        return (*_name(name), Labelled("published", rest.strip(), stamp), *later)
    words = text.split()
    for start in range(1, min(6, len(words))):
        found = labels_in(" ".join(words[start:]))
        if found and found[0].stamp:
            return (*_name(" ".join(words[:start])), *found)
    return ()


def _name(text: str) -> tuple[Labelled, ...]:
    return (Labelled("byline", text.strip()),) if is_byline(text.strip()) else ()


def is_prose(text: str) -> bool:
    """Whether a line reads as text: a sentence that ends, a dateline, or more words than a headline has."""
    words = len(text.split())
    if words >= _LONG_PROSE:
        return True
    if words >= _SHORTEST_SENTENCE and _FINAL.search(text):
        return True
    head = dateline_of(text) if words >= _SHORT_PROSE else None
    return head is not None and bool(head.agency or head.stamp)


def _valued(lines: list[Line]) -> list[Line]:
    """The same lines; a label without a value takes the line below it, ``Related Topics`` the short lines below."""
    out: list[Line] = []
    k = 0
    while k < len(lines):
        line = lines[k]
        k += 1
        if line.shape in ("mark", "short") and (topics := _topics(line, lines[k:])):
            out.append(Line(line.text, "label", (topics[0],)))
            k += topics[1]
        elif line.mark == "inside" and len(line.text.split()) <= 3 and k < len(lines) and lines[k].shape == "short":
            out.append(line)
            k += 1
        elif line.shape == "label" and not line.labels[-1].value and k < len(lines):
            value = _below(line, lines[k])
            out.append(value or line)
            k += value is not None
        else:
            out.append(line)
    return out


def _below(label: Line, value: Line) -> Line | None:
    joined = labels_in(f"{label.text.rstrip(' :')}: {value.text}")
    return Line(label.text, "label", joined) if joined and joined[-1].value and value.shape != "prose" else None


def _topics(line: Line, below: list[Line]) -> tuple[Labelled, int] | None:
    """A heading like ``Related Topics`` and the short lines under it, as tags."""
    empty = labels_in(f"{line.text}:")
    if not empty or empty[0].field != "tags":
        return None
    taken = []
    for other in below:
        if other.shape != "short" or len(other.text.split()) > 5:
            break
        taken.append(other.text)
    return (Labelled("tags", "\n".join(taken)), len(taken)) if taken else None


def _head_end(lines: list[Line], prose: list[int]) -> int:
    """Where the head of the page ends: after the last of its label, date and headline lines."""
    limit = prose[_HEAD_PROSE - 1] if len(prose) >= _HEAD_PROSE else prose[-1]
    heads = [
        k
        for k in range(limit)
        if lines[k].shape == "date"
        or any(label.field in ("published", "updated", "agency_id", "byline") for label in lines[k].labels)
    ]
    return heads[-1] + 1 if heads else 0


def _fields(lines: list[Line], first: int) -> Draft:
    """The labelled fields; a date alone on a line of the page's head is its publish date. A copyright line names the
    outlet only below the text: above it, it is a photograph's."""
    foot = max((k for k, line in enumerate(lines) if line.shape == "prose"), default=0)
    found: dict[str, Labelled] = {}
    problems = []
    for line in lines:
        for label in line.labels:
            if label.field in ("published", "updated") and label.value and label.stamp is None:
                message = f"the {label.field} date {label.value[:60]!r} could not be read"
                problems.append(Problem(code="date-unparsed", message=message))
            elif label.value:
                found.setdefault(label.field, label)
    published = found["published"].stamp if "published" in found else None
    if published is None:
        published = next((line.stamp for line in lines[:first] if line.stamp), None)
    values = {
        "published": published,
        "updated": found["updated"].stamp if "updated" in found else None,
        "agency_id": found["agency_id"].value if "agency_id" in found else None,
        "byline": found["byline"].value if "byline" in found else None,
        "agency": found["agency"].value if "agency" in found else None,
        "tags": tags_of(found["tags"].value) if "tags" in found else (),
        "headline": found["headline"].value if "headline" in found else None,
        "outlet": next((name for line in reversed(lines[foot:]) if (name := copyright_holder(line.text))), None),
    }
    kept = {name: value for name, value in values.items() if value}
    return Draft(**kept, origin_of=dict.fromkeys(kept, "label"), problems=tuple(problems))  # type: ignore[arg-type]


def _headline(draft: Draft, head: list[Line]) -> Draft:
    """The headline is the longest short line of the head; a name of few words at its top or beside the date is the
    outlet's; a further short line after the headline, as long as a sentence, is the lede."""
    shorts = [k for k, line in enumerate(head) if line.shape == "short"]
    if not shorts:
        return draft
    named = [k for k in shorts if _is_outlet_name(head[k].text) and (k == 0 or _beside_date(head, k))]
    if len(shorts) == 1:
        # Two or three capitalised words over a date name who speaks; as a headline they would say nothing.
        named = [k for k in named if len(head[k].text.split()) <= 3 and _beside_date(head, k)]
    outlet_at = named[0] if named else None
    found: dict[str, str] = {}
    if outlet_at is not None and not draft.outlet:
        found["outlet"] = head[outlet_at].text
    rest = [k for k in shorts if k != outlet_at and not is_menu(head[k].text)]
    if any(not head[k].text.isupper() for k in rest):
        rest = [k for k in rest if not head[k].text.isupper()]
    if not rest:
        return replace(draft, **found, origin_of=draft.origin_of | dict.fromkeys(found, "label"))  # type: ignore[arg-type]
    best = next((k for k in rest if len(head[k].text.split()) >= 4), max(rest, key=lambda k: len(head[k].text)))
    headline = head[best].text.lstrip("#* ").rstrip("* ")
    parts = [part.strip() for part in headline.split(" | ")]
    if len(parts) == 2 and min(len(part.split()) for part in parts) <= 3 and "outlet" not in found and not draft.outlet:
        found["outlet"], headline = sorted(parts, key=len)
    if not draft.headline:
        found["headline"] = headline
    lede = next((head[k].text for k in rest if k > best and len(head[k].text.split()) >= 8), None)
    if lede:
        found["lede"] = lede
    return replace(draft, **found, origin_of=draft.origin_of | dict.fromkeys(found, "label"))  # type: ignore[arg-type]


def _beside_date(head: list[Line], k: int) -> bool:
    return any(head[j].shape == "date" for j in (k - 1, k + 1) if 0 <= j < len(head))


def _is_outlet_name(text: str) -> bool:
    words = text.split()
    return (
        len(words) <= 4
        and all(word[0].isupper() or word.lower() in ("the", "of", "and") for word in words)
        and not is_menu(text)
    )


def _body(lines: list[Line]) -> list[str]:
    """The paragraphs: prose and the short lines between (subheadings); what trails after the last prose is not text."""
    last = max((k for k, line in enumerate(lines) if line.shape == "prose"), default=-1)
    return [line.text for line in lines[: last + 1] if line.shape in ("prose", "short")]


def _unglue(paragraph: str) -> tuple[str, str] | None:
    """A headline glued to the body's first word (``… in Eastern IdlibThe clashes …``), and the rest.

    Only one in title case: elsewhere a capital inside a word is a name (``DeepState``, ``McDonald``).
    """
    for match in _GLUED.finditer(paragraph[:220]):
        head, rest = paragraph[: match.start()].strip(), paragraph[match.end() :].strip()
        if not re.search(r"[.!?]\s", head) and _is_title_case(head) and len(rest.split()) >= _SHORT_PROSE:
            return head, rest
    return None


def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if len(word) >= 4]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _without_prose(lines: list[Line]) -> Draft:
    """Nothing ends like a sentence: a message of a line or two is still text, a list of links is not."""
    draft = _fields(lines, len(lines))
    texts = [one_line(line.text) for line in lines if line.shape == "short" and len(fold(line.text).split()) >= 4]
    others = sum(line.shape == "short" for line in lines) - len(texts)
    if not texts or others > len(texts) or len(texts) > 6:
        return draft
    return replace(draft, body=tuple(text for text in texts if bare(text)))
