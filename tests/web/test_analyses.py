"""Sources, ceasefires and control are drawn as the analyses give them."""

from __future__ import annotations

import csv
import io
import json
import re
import threading
from html import unescape
from pathlib import Path

import pytest
from sqlalchemy import Connection
from starlette.testclient import TestClient
from tests.web.conftest import explorer, taken_in

from hearsay.incidents.dataset import Dataset
from hearsay.store import open_database
from hearsay.store.dataset import dataset
from hearsay.web import analysed


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/sources", "Halyard Press"),
        ("/sources?view=origins", "Rapid Support Forces"),
        ("/sources?view=labels", "terrorist"),
        ("/ceasefires", "Alleged violations"),
        ("/ceasefires?view=accusations", "Who accuses whom"),
        ("/ceasefires?view=agreements", "Ceasefires made"),
    ],
)
def test_each_table_is_drawn(client: TestClient, path: str, words: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, words in answer.text) == (200, True)


def test_a_table_that_is_not_there(client: TestClient) -> None:
    assert client.get("/sources?view=none").status_code == 404


def test_as_csv_with_every_column(client: TestClient) -> None:
    answer = client.get("/sources?view=outlets&format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert {"name", "ratio_median", "edited"} <= set(rows[0])
    assert "attachment" in answer.headers["content-disposition"]


def test_control_moves_with_the_day(client: TestClient) -> None:
    last = client.get("/control").text
    first = client.get("/control?on=2019-11-17").text
    assert "Omdurman" in last
    assert "Omdurman" not in re.sub(r"<nav.*?</nav>", "", first, flags=re.DOTALL)
    assert "On 2019-11-17" in first
    slider = re.search(r'name="day" min="(\d+)"', last)
    assert slider is not None
    assert "On 2019-11-17" in client.get(f"/control?day={slider[1]}").text


@pytest.mark.parametrize("query", ["on=never", "day=x", "day=-5", "day=99999999999", "on=9999-12-31", "day="])
def test_nonsense_days_are_the_nearest_that_there_is(client: TestClient, query: str) -> None:
    answer = client.get(f"/control?{query}")
    assert (answer.status_code, "On 20" in answer.text) == (200, True)


@pytest.mark.parametrize("path", ["/sources", "/control", "/ceasefires"])
def test_an_empty_database(tmp_path: Path, path: str) -> None:
    open_database(tmp_path / "hearsay.db", write=True).close()
    answer = explorer(tmp_path / "hearsay.db").get(path)
    assert (answer.status_code, "The articles of this database tell of no" in answer.text) == (200, True)


ACCUSED = "The Syrian Arab Army accused Hayat Tahrir al-Sham on Sunday of violating the ceasefire by shelling Hama."
BROKEN = "The Rapid Support Forces violated the truce by shelling Omdurman on Sunday, the Sudanese Armed Forces said."
AGREED = "The Sudanese Armed Forces and the Rapid Support Forces agreed on a ceasefire in Khartoum on Sunday."


@pytest.fixture(scope="module")
def truce(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """An explorer of ceasefires made and broken, one of them told by nobody knows whom."""
    folder = tmp_path_factory.mktemp("truce")
    told = ({"text": ACCUSED, "outlet": "Halyard Press"}, {"text": BROKEN, "outlet": "Halyard Press"}, {"text": AGREED})
    reports = [{**one, "published": "2024-05-13"} for one in told]
    (folder / "truce.jsonl").write_text("".join(json.dumps(one) + "\n" for one in reports), encoding="utf-8")
    taken_in(folder / "hearsay.db", str(folder / "truce.jsonl"))
    return explorer(folder / "hearsay.db")


@pytest.mark.parametrize(
    ("view", "leads_to"),
    [
        ("violations", {"/incidents/", "/actors/", "/outlets/", "/places"}),
        ("accusations", {"/actors/", "/origins/"}),
        ("agreements", {"/incidents/", "/actors/", "/places"}),
    ],
)
def test_names_in_ceasefires_lead_to_their_pages(truce: TestClient, view: str, leads_to: set[str]) -> None:
    page = truce.get(f"/ceasefires?view={view}").text
    found = [
        unescape(link) for link in re.findall(r'href="([^"]+)"', page[page.index("<tbody") : page.index("</tbody")])
    ]
    assert {start for start in leads_to if any(link.startswith(start) for link in found)} == leads_to
    assert {link: truce.get(link).status_code for link in found} == dict.fromkeys(found, 200)


@pytest.mark.parametrize("path", ["/sources", "/ceasefires?view=agreements"])
def test_an_outlet_not_known_has_no_page(truce: TestClient, path: str) -> None:
    page = truce.get(path).text
    assert "<bdi>unattributed</bdi>" in page
    assert "/outlets/unattributed" not in page


@pytest.mark.parametrize("path", ["/sources", "/ceasefires", "/control"])
def test_who_comes_while_all_is_read_for_the_first_time_is_told_so(
    demo: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slowly(db: Connection) -> Dataset:
        assert go_on.wait(20)
        return dataset(db)

    monkeypatch.setattr(analysed, "dataset", slowly)
    monkeypatch.setattr(analysed, "WAIT_S", 0.01)
    client = explorer(demo)
    waiting = client.get(path)
    assert (waiting.status_code, "being read" in waiting.text) == (202, True)
    go_on.set()
    monkeypatch.setattr(analysed, "WAIT_S", 20)
    assert client.get(path).status_code == 200
