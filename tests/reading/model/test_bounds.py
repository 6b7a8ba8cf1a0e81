"""Where the phrases that the reader marks begin and end."""

from __future__ import annotations

import re

import pytest

from hearsay.reading.model.bounds import Bounds
from hearsay.reading.model.decode import Found


def _whole(text: str, *marked: str) -> list[str]:
    """The phrases that come of the ``marked`` ones."""
    spans = [hit.span() for hit in re.finditer(r"\w+|[^\w\s]", text)]
    found = []
    for phrase in marked:
        start = text.index(phrase)
        inside = [k for k, (begin, end) in enumerate(spans) if start <= begin and end <= start + len(phrase)]
        found.append(Found(inside[0], inside[-1] + 1, 0, 1.0))
    made = Bounds(text, spans, [(0, len(spans))]).whole(found)
    return [text[spans[one.first][0] : spans[one.last - 1][1]] for one in made]


@pytest.mark.parametrize(
    ("text", "marked", "whole"),
    [
        (
            "A drone hit a nine-storey apartment building.",
            "storey apartment building",
            "nine-storey apartment building",
        ),
        ("A 34-year-old woman hid in a latrine.", "old woman", "34-year-old woman"),
        ("The Israel-Hamas war goes on.", "Hamas", "Hamas"),
        ("A junta air strike hit a monastery.", "junta air", "junta"),
        ("An air strike hit the market of Fangak hours after dawn.", "market of Fangak hours", "market of Fangak"),
        ("Rwandan troops based in Palma left.", "Rwandan troops based", "Rwandan troops"),
        ("Rebels backed by tanks came.", "Rebels backed", "Rebels"),
        (
            "They hit the offices of the union [UNIDAD], he said.",
            "offices of the union [UNIDAD",
            "offices of the union [UNIDAD]",
        ),
        ("They met al-Shabaab fighters.", "al", "al-Shabaab"),
        ("They hit the town of Sake and left.", "town of Sake and", "town of Sake"),
        ("GOMA (Wire) - Rebels fired.", "GOMA (Wire) - Rebels", "Rebels"),
    ],
)
def test_a_phrase_has_its_own_words(text: str, marked: str, whole: str) -> None:
    assert _whole(text, marked) == [whole]


def test_whom_somebody_is_taken_for_is_one_phrase_with_him() -> None:
    text = "Gunmen suspected to be bandits invaded the market."
    assert _whole(text, "Gunmen suspected to be", "bandits", "market") == ["Gunmen suspected to be bandits", "market"]


def test_what_consists_of_loose_words_is_nothing() -> None:
    assert _whole("He came with the others.", "with the") == []
