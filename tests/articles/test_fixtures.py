"""Whole pages in the shapes that outlets publish, invented, with what each field must be."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from hearsay.articles import to_article
from hearsay.pages import Page, read_pages

FIXTURES = Path(__file__).parent / "fixtures"
NAMES = sorted(path.name.removesuffix(".json") for path in FIXTURES.glob("*.json"))

FIELDS = (
    "headline", "lede", "byline", "dateline", "outlet", "agency_id", "published", "updated", "tags", "url", "language",
    "text",
)  # fmt: skip
EMPTY: dict[str, Any] = {**dict.fromkeys(FIELDS), "tags": []}
"""What a gold leaves out is not on the page, and must not be found there."""


@pytest.mark.parametrize("name", NAMES)
def test_every_field_of_a_page_is_right(name: str) -> None:
    want: dict[str, Any] = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    (page,) = read_pages([str(FIXTURES / name)], io.BytesIO())
    assert isinstance(page, Page)
    article, _ = to_article(page)
    have = json.loads(article.model_dump_json())
    assert {key: have[key] for key in {*FIELDS, *want}} == EMPTY | want


def test_the_pages_are_in_many_languages() -> None:
    golds = [json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8")) for name in NAMES]
    languages = [gold["language"] for gold in golds]
    assert {"en", "ar", "fa", "ru", "tr", "uk"} <= set(languages)
    assert len(languages) >= 30
    assert sum(language in ("ar", "fa", "ru", "tr") for language in languages) >= 10
