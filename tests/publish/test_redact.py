"""The redactor: private names go, everything else and every span stays."""

from __future__ import annotations

import pytest
from tests.publish.library import dataset, happening, linked, other_article, party
from tests.timing import cpu_seconds

from hearsay.incidents.dataset import Dataset
from hearsay.incidents.records import IncidentOrigin, Source
from hearsay.publish.csv import csv
from hearsay.publish.explain import explain
from hearsay.publish.geojson import geojson
from hearsay.publish.jsonl import jsonl
from hearsay.publish.private import PrivateNames
from hearsay.publish.publication import publication
from hearsay.publish.redact import mask, redact, redact_dataset, survey
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


def with_names(coding: Coding, number: int) -> Coding:
    """A text of private names, that many of them marked."""
    text = "Aaaa Bbbb Cccc " * (10 * number)
    marked = range(0, 15 * number, 15)
    names = tuple(Entity(text=text[k : k + 9], span=(k, k + 9), type="person", private=True) for k in marked)
    article = coding.article.model_copy(update={"text": text})
    nothing = dict.fromkeys(("claims", "places", "attributions", "incidents"), ())
    return coding.model_copy(update={"article": article, "entities": names, **nothing})


def test_many_names_in_a_long_text_take_linear_time(coding: Coding) -> None:
    assert redact(with_names(coding, 10)).article.text.startswith("████ ████ Cccc ")
    few, many = with_names(coding, 1_000), with_names(coding, 4_000)
    assert cpu_seconds(lambda: redact(many)) < 10 * cpu_seconds(lambda: redact(few)) + 0.2


def masked(data: Dataset) -> tuple[Dataset, dict[str, Source]]:
    return redact_dataset(data, survey(data.codings))


def with_article(coding: Coding, **fields: str) -> Coding:
    return coding.model_copy(update={"article": coding.article.model_copy(update=fields)})


def test_surnames_and_capitals_go_from_headlines_too(coding: Coding) -> None:
    loud = redact(with_article(coding, headline="BAKER NABIL SARKIS DEAD; SARKIS FAMILY WAITS"))
    assert loud.article.headline == "BAKER █████ ██████ DEAD; ██████ FAMILY WAITS"
    assert redact(with_article(coding, lede="Sarkis, 40, baked.")).article.lede == "██████, 40, baked."


def test_a_public_namesake_stays_in_every_string(coding: Coding) -> None:
    text = coding.article.text + " Sarkis Street was closed."
    street = Entity(text="Sarkis Street", span=(len(text) - 25, len(text) - 12), type="location")
    article = coding.article.model_copy(update={"text": text, "headline": "Sarkis Street closed after Sarkis dies"})
    masked = redact(coding.model_copy(update={"article": article, "entities": (*coding.entities, street)}))
    assert masked.article.headline == "Sarkis Street closed after ██████ dies"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://x.example/2019/baker-nabil-sarkis-dead", "https://x.example/2019/baker-█████-██████-dead"),
        ("https://x.example/NABIL_SARKIS.html?q=1", "https://x.example/█████_██████.html?q=1"),
        ("https://x.example/nabilsarkis", "https://x.example/███████████"),
        ("https://x.example/%6Eabil%20sarkis", "https://x.example/█████ ██████"),
        ("https://x.example/sarkis-laid-to-rest", "https://x.example/██████-laid-to-rest"),
        ("https://x.example/a%20bakery?id=41", "https://x.example/a%20bakery?id=41"),
    ],
)
def test_addresses_that_carry_a_name_lose_it_and_others_stay(coding: Coding, address: str, shown: str) -> None:
    masked = redact(with_article(coding, url=address, input=address))
    assert (masked.article.url, masked.article.input) == (shown, shown)


def test_accents_do_not_hide_a_name_in_an_address() -> None:
    known = PrivateNames(["José Peñalver"])
    assert known.masked_slug("https://x.example/muere-jose-penalver") == "https://x.example/muere-████-████████"


def test_a_surname_that_is_a_common_word_of_the_text_stays_in_addresses() -> None:
    known = PrivateNames(["Amy Young"], common=["young", "man"])
    assert known.masked_slug("https://x.example/young-man-held") == "https://x.example/young-man-held"
    assert known.masked_slug("https://x.example/amy-young-held") == "https://x.example/███-█████-held"


def test_a_name_of_one_word_is_not_found_in_lower_case() -> None:
    known = PrivateNames(["Hope"])
    assert known.masked("Hope said there was hope; HOPE") == "████ said there was hope; ████"


def test_a_private_name_goes_from_every_article_of_its_incident(coding: Coding) -> None:
    text = "Rescuers named the baker as Nabil Sarkis. Sarkis was 40."
    claim = coding.claims[1].model_copy(update={"id": "c-cccc", "span": (0, 41)})
    other = other_article(coding, text, claims=(claim,))
    incident = happening(claims=("c-aaaa", "c-cccc"), actors=(party("a fighter", name="Nabil Sarkis"),))
    shown, sources = masked(dataset(linked(incident), codings=(coding, other)))
    first, second = shown.codings
    assert "Sarkis" not in first.model_dump_json()
    assert second.article.text == "Rescuers named the baker as █████ ██████. ██████ was 40."
    (found,) = shown.incidents
    assert found.incident.actors[0].name == "█████ ██████"
    assert [one.model_dump_json() for one in shown.codings] == [first.model_dump_json(), second.model_dump_json()]
    assert (
        sources["c-aaaa"].headline
        == first.article.headline
        == "Strike on bakery near Ariha kills 12; baker █████ ██████ among them"
    )


def test_articles_of_other_incidents_keep_what_is_not_private_there(coding: Coding) -> None:
    text = "Minister Nabil Sarkis spoke."
    other = other_article(coding, text)
    shown, _ = masked(dataset(linked(coding.incidents[0]), codings=(coding, other)))
    assert [one.article.text for one in shown.codings][1] == text


def test_origins_made_from_private_names_go_with_their_keys(coding: Coding) -> None:
    brother = IncidentOrigin(key="nabil sarkis", name="Nabil Sarkis", claims=("c-aaaa",), outlets=())
    told = linked(coding.incidents[0], origins=(brother,))
    shown, _ = masked(dataset(told, codings=(coding,)))
    (found,) = shown.incidents
    assert (found.origins[0].key, found.origins[0].name) == ("█████ ██████", "█████ ██████")


def test_a_publication_is_untouched_when_names_are_wanted(coding: Coding) -> None:
    shown = publication(dataset(linked(coding.incidents[0]), codings=(coding,)), names=True)
    assert list(shown.codings) == [coding]
    assert shown.source_of["c-aaaa"].headline == coding.article.headline


def test_a_name_without_a_word_is_none() -> None:
    assert PrivateNames(["█████ ██████", "—", "Rima Sarkis"]).masked("Rima Sarkis — said") == "████ ██████ — said"
