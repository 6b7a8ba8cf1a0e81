"""The page of an article: its words marked for the chosen claim, its versions, its record."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import explorer, taken_in

PAGE = {"url": "https://vantage.example/1", "outlet": "Vantage Wire", "published": "2019-07-21"}


def ingest(folder: Path, **record: object) -> Path:
    path = folder / "report.jsonl"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    taken_in(folder / "hearsay.db", str(path))
    return folder / "hearsay.db"


def article_page(client: TestClient) -> str:
    incident = re.findall(r"/incidents/(inc-[0-9a-f]+)", client.get("/?everything=yes").text)[0]
    article = re.findall(r"/articles/([\w-]+)", client.get(f"/incidents/{incident}").text)[0]
    return client.get(f"/articles/{article}").text


def words(page: str, kind: str) -> list[str]:
    """What is marked for a field."""
    marked = re.findall(rf'<mark class="field {kind}[^>]*>(.*?)</mark>', page)
    return [html.unescape(re.sub(r"<sup.*?</sup>", "", one)) for one in marked]


@pytest.fixture
def shelling(tmp_path: Path) -> TestClient:
    text = (
        "Shelling killed 60 people in the market of Maarat al-Numan on Sunday, the Orontes Rescue Committee said.\n\n"
        "Separately, gunmen kidnapped two aid workers near Sarmada on Saturday, police said."
    )
    return explorer(ingest(tmp_path, text=text, **PAGE))


def test_the_chosen_claim_s_words_are_marked_field_by_field(shelling: TestClient) -> None:
    page = article_page(shelling)
    assert words(page, "place") == ["Maarat al-Numan"]
    assert words(page, "event") in (["Shelling"], ["killed"])
    claims = re.findall(r'<li id="(claim-[0-9a-f]+)"', page)
    answer = shelling.get(f"/claims/{claims[-1]}")
    assert answer.status_code == 303
    other = shelling.get(answer.headers["location"]).text
    assert words(other, "place") == ["Sarmada"]


def test_a_new_version_stands_beside_the_old_with_what_changed(tmp_path: Path) -> None:
    for many in (60, 40):
        text = f"Shelling killed {many} people in the market of Maarat al-Numan on Sunday, residents said."
        database = ingest(tmp_path, text=text, **PAGE)
    page = article_page(explorer(database))
    changed = page[page.index("What changed from the version before") :]
    assert "counts" in changed
    assert changed.index("killed 60 people") < changed.index("killed 40 people")
    assert "Shelling killed <del>60 </del>people" in changed
    assert "Shelling killed <ins>40 </ins>people" in changed
    links = re.findall(r'(/articles/[\w-]+\?version=\d+)"( aria-current)?', page)
    (old,) = [link for link, shown in links if not shown]
    assert "A superseded coding" in explorer(database).get(old).text
    assert explorer(database).get(old.split("=")[0] + "=999").status_code == 404


def test_hostile_text_and_addresses_are_shown_as_words(tmp_path: Path) -> None:
    text = (
        "<script>alert(1)</script> Shelling killed 60 people in <img src=x onerror=alert(2)> Maarat al-Numan on "
        "Sunday, <svg onload=alert(3)> police said."
    )
    database = ingest(
        tmp_path, text=text, url="https://vantage.example/1", headline='"><script>alert(4)</script>',
        outlet="<b>Vantage</b>", published="2019-07-21",
    )  # fmt: skip
    client = explorer(database)
    pages = article_page(client) + client.get("/?everything=yes").text
    incident = re.findall(r"/incidents/(inc-[0-9a-f]+)", pages)[0]
    pages += client.get(f"/incidents/{incident}").text
    assert "&lt;script&gt;alert(4)" in pages
    for tag in ("<script>", "<img", "<svg onload", "<b>Vantage"):
        assert tag not in pages


def test_an_article_of_no_claims_has_a_page(tmp_path: Path) -> None:
    ingest(tmp_path, text="The library of Sarmada will open an hour later in winter.", **PAGE)
    from hearsay.store import open_database, read

    with open_database(tmp_path / "hearsay.db") as database, database.reading() as db:
        (key,) = read.article_keys(db)
    answer = explorer(tmp_path / "hearsay.db").get(f"/articles/{key}")
    assert (answer.status_code, "Nothing was found in it" in answer.text) == (200, True)
