"""The one redactor: names of private people are masked before anything leaves.

A private name is masked letter by letter, so that the text keeps its length, every span keeps its place
and a masked Coding is still a valid one. Wherever the name stands again (headline, lede, canonical names,
origins) it goes too. Addresses of pages are left alone: masking a URL would cut the record off from its
source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Any, TypeVar

from hearsay.records import Article, Coding, Record, Span

MASK = "█"
SHORTEST_SURNAME = 3  # characters; shorter last words ("Li", "al") are too often something else

# Handles by which a coding is found again, and the coder's own words.
_KEPT = frozenset({"id", "key", "version", "input", "url", "sha256", "claims", "trace", "code"})
_WORD = re.compile(r"\w+")

R = TypeVar("R", bound=Record)


def redact(coding: Coding, *, names: bool = False) -> Coding:
    """``coding`` without the names of its private people, or as it is when ``names`` are wanted.

    The last word of a private name is masked on its own too ("Ms Haddad said"), except inside an entity,
    place or known speaker that is not private.
    """
    private = [entity for entity in coding.entities if entity.private and _WORD.search(entity.text)]
    if names or not private:
        return coding
    known = _Names(entity.text for entity in private)
    text = coding.article.text
    spans = [entity.span for entity in private] + known.find(text) + known.surnames(text, _public(coding))
    return _masked(coding, _mask_spans(text, spans), known)


def mask(name: str) -> str:
    """``name`` with each letter and digit as one block; its spaces and its length stay."""
    return "".join(MASK if letter.isalnum() else letter for letter in name)


def _mask_spans(text: str, spans: Iterable[Span]) -> str:
    pieces, done = [], 0
    for start, end in sorted(spans):
        if end > done:
            pieces += [text[done:start], mask(text[max(start, done) : end])]
            done = end
    return "".join([*pieces, text[done:]])


def _masked(record: R, text: str, known: _Names) -> R:
    """``record`` with every Mention cut anew from the masked ``text``, every other string searched."""
    changes: dict[str, Any] = {
        name: _value(getattr(record, name), name, text, known) for name in type(record).model_fields
    }
    span = changes.get("span")
    if isinstance(record, Article):
        changes["text"] = text
    elif span is not None and "text" in changes:
        changes["text"] = text[span[0] : span[1]]
    return record.model_copy(update=changes)


def _value(value: Any, field: str, text: str, known: _Names) -> Any:
    if isinstance(value, Record):
        return _masked(value, text, known)
    if isinstance(value, tuple):
        return tuple(_value(item, field, text, known) for item in value)
    if field in _KEPT:
        return value
    if isinstance(value, dict):
        return {_mask_spans(key, known.find(key)): _value(v, field, text, known) for key, v in value.items()}
    return _mask_spans(value, known.find(value)) if isinstance(value, str) else value


class _Names:
    """Finds private names as whole words, in time linear in the text."""

    def __init__(self, names: Iterable[str]) -> None:
        words = sorted({tuple(_WORD.findall(name)) for name in names}, key=lambda name: (-len(name), name))
        self._by_first: dict[str, list[re.Pattern[str]]] = {}
        for name in words:
            # Between the words of a name: a space, a line break, a hyphen, a full stop and a space.
            pattern = re.compile(r"\W{1,3}".join(map(re.escape, name)) + r"(?!\w)")
            self._by_first.setdefault(name[0], []).append(pattern)
        last = {name[-1] for name in words if len(name) > 1}
        self._last = {word for word in last if len(word) >= SHORTEST_SURNAME and not word.islower()}

    def find(self, text: str) -> list[Span]:
        """Where one of the names stands in full."""
        found: list[Span] = []
        for word in _WORD.finditer(text):
            for pattern in self._by_first.get(word[0], ()):
                match = pattern.match(text, word.start())
                if match:
                    found.append(match.span())
                    break
        return found

    def surnames(self, text: str, public: Iterable[Span]) -> list[Span]:
        """Where the last word of a name stands outside the ``public`` spans."""
        starts: list[int] = []
        reach: list[int] = []
        for start, end in sorted(public):
            starts.append(start)
            reach.append(max(end, reach[-1] if reach else 0))
        found: list[Span] = []
        for word in _WORD.finditer(text):
            if word[0] in self._last:
                before = bisect_right(starts, word.start()) - 1
                if before < 0 or reach[before] < word.end():
                    found.append(word.span())
        return found


def _public(coding: Coding) -> list[Span]:
    """Where named things stand that are not private: their words stay."""
    spans = [entity.span for entity in coding.entities if not entity.private]
    spans += [place.span for place in coding.places]
    spans += [
        speaker.span
        for claim in coding.claims
        for speaker in claim.attribution
        if speaker.span is not None and speaker.id is not None
    ]
    return spans
