"""Two versions of a text side by side: what only one of them has is marked, and nothing is lost."""

from __future__ import annotations

import pytest

from hearsay.web.article.compared import Side, compared

BEFORE = "Shelling killed seven in Sarmada, police said.\n\nThe army denied it."
NOW = "Shelling killed nine in Sarmada, police said.\n\nA child died on the way.\n\nThe army denied it."


def marked(side: Side) -> list[str]:
    return [run.text.strip() for paragraph in side for run in paragraph if run.only_here]


def whole(side: Side) -> str:
    return "\n\n".join("".join(run.text for run in paragraph) for paragraph in side)


def test_only_what_the_other_has_not_is_marked() -> None:
    before, now = compared(BEFORE, NOW)
    assert marked(before) == ["seven"]
    assert marked(now) == ["nine", "A child died on the way."]


@pytest.mark.parametrize(("before", "now"), [(BEFORE, NOW), (NOW, BEFORE), ("", NOW), ("هدنة في إدلب", "هدنة في حلب")])
def test_each_side_is_its_whole_text(before: str, now: str) -> None:
    left, right = compared(before, now)
    assert (whole(left), whole(right)) == (before, now)


def test_a_book_is_shown_unmarked() -> None:
    left, right = compared("word " * 4_000, "other " * 4_000)
    assert marked(left) == marked(right) == []
