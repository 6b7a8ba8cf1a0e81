"""The redactor: private names go, everything else and every span stays."""

from __future__ import annotations

import time

from hearsay.publish.csv import csv
from hearsay.publish.explain import explain
from hearsay.publish.geojson import geojson
from hearsay.publish.jsonl import jsonl
from hearsay.publish.redact import mask, redact
from hearsay.publish.table import table
from hearsay.records import Coding, Entity


def test_mask_keeps_length_and_spaces() -> None:
    assert mask("Ana María O'Neill") == "███ █████ █'█████"


def test_the_name_goes_wherever_it_stands_and_the_result_is_a_valid_coding(coding: Coding) -> None:
    masked = redact(coding)
    dumped = masked.model_dump_json()
    assert "Nabil" not in dumped
    assert "Sarkis" not in dumped
    assert len(masked.article.text) == len(coding.article.text)
    assert Coding.model_validate(masked.model_dump()) == masked
    assert masked.attributions[0].content.text == "The baker, █████ ██████, is among the dead"
    assert masked.claims == coding.claims


def test_nothing_changes_when_names_are_wanted_or_nobody_is_private(coding: Coding) -> None:
    assert redact(coding, names=True) is coding
    public = coding.model_copy(update={"entities": coding.entities[1:]})
    assert redact(public) is public


def test_the_surname_stays_inside_a_public_entity(coding: Coding) -> None:
    text = coding.article.text + " Sarkis Street was closed."
    street = Entity(text="Sarkis Street", span=(len(text) - 25, len(text) - 12), type="location")
    assert text[slice(*street.span)] == street.text
    article = coding.article.model_copy(update={"text": text})
    masked = redact(coding.model_copy(update={"article": article, "entities": (*coding.entities, street)}))
    assert masked.article.text.endswith("██████ leaves two daughters. Sarkis Street was closed.")


def test_every_format_masks(coding: Coding) -> None:
    leaks = {
        "jsonl": "".join(jsonl([coding])),
        "csv": "".join(csv([coding])),
        "geojson": "".join(geojson([coding])),
        "table": "".join(table([coding])),
        "explain": explain(coding, "c-bbbb"),
    }
    assert [name for name, text in leaks.items() if "Sarkis" in text] == []
    assert "Sarkis" in "".join(jsonl([coding], names=True))
    assert "Sarkis" in "".join(table([coding], names=True))


def test_many_names_in_a_long_text_take_linear_time(coding: Coding) -> None:
    text = "Aaaa Bbbb Cccc " * 40_000
    names = tuple(
        Entity(text=text[k : k + 9], span=(k, k + 9), type="person", private=True) for k in range(0, 60_000, 15)
    )
    article = coding.article.model_copy(update={"text": text})
    many = coding.model_copy(
        update={
            "article": article,
            "entities": names,
            "claims": (),
            "places": (),
            "attributions": (),
            "incidents": (),
        }
    )
    start = time.perf_counter()
    masked = redact(many)
    assert time.perf_counter() - start < 5
    assert masked.article.text.startswith("████ ████ Cccc ")
