"""A public explorer: what is held back leaves by no way at all."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import explorer, taken_in

from hearsay.errors import StoreError
from hearsay.web.app import create_app
from hearsay.web.public_copy import copy, public_copy
from hearsay.web.settings import PUBLIC, Settings

AS_OF = datetime(2019, 7, 26, 9, tzinfo=UTC)
HOSPITAL = {
    "headline": "Shells hit a hospital in Maarat Misrin",
    "outlet": "Vantage Wire",
    "published": "2019-07-21",
    "url": "https://vantage.example/news/7",
    "text": "Shelling hit the surgical hospital in Maarat Misrin on Sunday, killing 7 people, police said. "
    "Among the dead is Yusuf Haddad, a 34-year-old nurse.\n\n"
    "The olive harvest begins in October, and prices are low. Traders hope for rain.",
}
FRESH = {
    "headline": "Toll of shelling rises",
    "outlet": "Meridian Desk",
    "published": "2019-07-25T08:00:00Z",
    "url": "https://meridian.example/late",
    "text": "Shelling hit the surgical hospital in Maarat Misrin on Sunday, 21 July 2019, killing 19 people, "
    "the Orontes Rescue Committee said.",
}
WITNESS = {
    "headline": "Gunmen kill two",
    "outlet": "Halyard Press",
    "published": "2019-07-20T10:00:00Z",
    "url": "https://halyard.example/3",
    "text": "Gunmen killed two men in Kafr Takharim on Friday, a witness said.",
}
PLAIN = {
    "headline": "Air strike kills three",
    "outlet": "Halyard Press",
    "published": "2019-07-19",
    "url": "https://halyard.example/4",
    "text": "An air strike killed three people in Binnish on Thursday, police said.",
}
UNDATED = {"outlet": "Nowhere Letter", "text": "A bomb killed five people in Saraqib on Monday, police said."}
TOO_NEW = ("Meridian", "Orontes", "meridian.example", "Nowhere Letter", "Saraqib")
NO_PASSAGE = ("olive", "Traders")
TOO_CLOSE = ("Maarat Misrin", "Kafr Takharim")
ONLY_OURS = ("Haddad", "/reports")  # a private name, a folder
HELD_BACK = (*TOO_NEW, *NO_PASSAGE, *TOO_CLOSE, *ONLY_OURS)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public") / "reports"
    folder.mkdir()
    lines = [json.dumps(one) for one in (HOSPITAL, FRESH, WITNESS, PLAIN, UNDATED)]
    (folder / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    taken_in(folder / "full.db", str(folder / "all.jsonl"))
    return folder / "full.db"


@pytest.fixture(scope="module")
def copied(full: Path) -> Path:
    path = full.with_name("public.db")
    made = copy(str(full), path, AS_OF)
    assert (made.shown, made.held_back) == (3, 2)
    return path


@pytest.fixture(scope="module")
def public(copied: Path) -> TestClient:
    app = create_app(Settings(str(copied), granted=PUBLIC, public=True))
    return TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False)


STARTS = (
    "/",
    "/?everything=yes",
    "/map?zoom=14&everything=yes",
    "/map?zoom=0",
    "/sources?view=labels",
    "/control",
    "/ceasefires",
    "/feed.atom",
    "/api/",
    "/api/openapi.json",
    "/api/collections/incidents/items",
)
_LINK = re.compile(r"""(?:href|hx-get)="([^"#]+)"|"(?:href|page)": ?"([^"]+)\"""")
_ID = re.compile(r"/(incidents|claims|articles)/((?:inc|claim|url|text|agency)-[0-9a-f]+)")


def everything(client: TestClient) -> Iterator[tuple[str, str]]:
    """Each address that can be reached, with what it answers."""
    waiting, seen = list(STARTS), set(STARTS)
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        yield address, unescape(answer.text)
        links = [unescape(one or other).removeprefix("http://127.0.0.1") for one, other in _LINK.findall(answer.text)]
        links = [f"{address.partition('?')[0]}{link}" if link.startswith("?") else link for link in links]
        links += [f"/api/{kind}/{id_}" for kind, id_ in _ID.findall(answer.text)]
        for link in dict.fromkeys(links):
            if link.startswith("/") and not link.startswith("/assets/") and link not in seen:
                seen.add(link)
                waiting.append(link)


def test_what_is_held_back_leaves_by_no_way(full: Path, public: TestClient) -> None:
    private = "".join(text for _, text in everything(explorer(full)))
    assert [word for word in (*TOO_NEW, *NO_PASSAGE, *TOO_CLOSE) if word not in private] == []  # the crawl can fail
    ways = dict(everything(public))
    kinds = {address.rpartition("/")[0] for address in ways}
    assert {"/incidents", "/articles", "/api/incidents", "/api/articles", "/api/claims"} <= kinds
    assert [(word, way) for way, text in ways.items() for word in HELD_BACK if word in text] == []


def test_what_is_held_back_is_not_even_in_the_copy(copied: Path) -> None:
    content = copied.read_bytes()
    assert [word for word in HELD_BACK if word.encode() in content] == []
    assert b"Binnish" in content


def test_hospitals_and_witnesses_are_placed_by_their_district(full: Path, public: TestClient) -> None:
    path = "/api/collections/incidents/items"
    closely, shown = explorer(full).get(path).json()["features"], public.get(path).json()["features"]
    before = {one["id"]: one for one in closely}
    points = {one["properties"]["place"]: one["geometry"]["coordinates"] for one in shown}
    assert set(points) == {"Idlib", "Binnish"}
    for one in shown:
        same = one["geometry"] == before[one["id"]]["geometry"]
        assert same == (one["properties"]["place"] == "Binnish")
        assert one["properties"]["where_precision"] == (1 if same else 4)


def test_the_toll_is_that_of_the_reports_that_are_out(full: Path, public: TestClient) -> None:
    path = "/api/collections/incidents/items"
    tolls = [
        {one["properties"]["killed_high"] for one in client.get(path).json()["features"]}
        for client in (explorer(full), public)
    ]
    assert 19 in tolls[0]
    assert tolls[1] == {7, 3, 2}


def test_of_an_article_only_the_passages_are_shown(public: TestClient) -> None:
    features = public.get("/api/collections/incidents/items").json()["features"]
    incident = next(one["id"] for one in features if one["properties"]["killed_best"] == 7)
    claim = public.get(f"/api/incidents/{incident}").json()["incident"]["claims"][0]
    page = public.get(f"/claims/{claim}").text
    assert "killing" in page
    assert "[…]" in page
    assert "░" not in page


@pytest.mark.parametrize("path", ["/add/text", "/add/address", "/add/file"])
def test_nothing_can_be_added(public: TestClient, path: str) -> None:
    answer = public.post(path, data={"text": "x", "url": "https://x.example/"})
    assert (answer.status_code, "not-permitted" in answer.text) == (403, True)
    assert 'href="/add"' not in public.get("/").text


def test_pages_say_that_they_are_public(public: TestClient, full: Path) -> None:
    assert "72 hours after" in public.get("/").text
    assert "72 hours after" not in explorer(full).get("/").text


def test_the_copy_follows_the_delay_and_a_client_sees_the_new_one(full: Path, tmp_path: Path) -> None:
    path = tmp_path / "public.db"
    copy(str(full), path, AS_OF)
    client = explorer(path)
    assert "Meridian" not in client.get("/sources").text
    later = copy(str(full), path, AS_OF + timedelta(days=3))
    assert (later.shown, later.held_back) == (4, 1)
    assert "Meridian" in client.get("/sources").text


def test_the_copy_follows_the_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hearsay.web.public_copy._EVERY_S", 0.05)
    report = tmp_path / "report.jsonl"
    report.write_text(json.dumps(PLAIN), encoding="utf-8")
    taken_in(tmp_path / "hearsay.db", str(report))
    with public_copy(str(tmp_path / "hearsay.db"), None) as (path, made):
        assert (made.shown, made.held_back) == (1, 0)
        client, before = explorer(path), path.stat().st_ino
        report.write_text(json.dumps(HOSPITAL), encoding="utf-8")
        taken_in(tmp_path / "hearsay.db", str(report))
        for _ in range(1200):
            if path.stat().st_ino != before:
                break
            time.sleep(0.05)
        assert "Vantage Wire" in client.get("/sources").text
    assert not path.exists()


def test_no_database_is_no_copy(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no database"), public_copy(str(tmp_path / "none.db"), AS_OF):
        pass
