"""Adding: an address, pasted text, a file; what is hostile does no harm."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import explorer

from hearsay.errors import StoreError
from hearsay.ingest import Taken
from hearsay.records import Coding
from hearsay.store import open_database
from hearsay.web.adding import MOST_BYTES, Adding, pages_of_text
from hearsay.web.app import create_app
from hearsay.web.assets import Assets
from hearsay.web.settings import Permission, Settings
from hearsay.web.templating import environment

TEXT = "Shelling killed 60 people in the market of Maarat al-Numan on Sunday, the Orontes Rescue Committee said."


@pytest.fixture
def adder(tmp_path: Path) -> TestClient:
    open_database(tmp_path / "hearsay.db", write=True).close()
    return explorer(tmp_path / "hearsay.db")


def test_a_text_ends_on_its_claims_and_is_linked(adder: TestClient) -> None:
    sent = {"text": TEXT, "outlet": "Vantage Wire", "published": "2019-07-21"}
    answer = adder.post("/add/text", data=sent)
    assert answer.status_code == 200
    (incident,) = set(re.findall(r"/incidents/(inc-[0-9a-f]+)", answer.text))
    (article,) = set(re.findall(r"/articles/([\w-]+)", answer.text))
    (claim,) = set(re.findall(r"/claims/(claim-[0-9a-f]+)", answer.text))
    assert answer.text.index(claim) < answer.text.index(article) < answer.text.index(incident)
    assert "60" in adder.get(f"/incidents/{incident}").text
    page = adder.get(f"/articles/{article}").text
    assert "1 claim" in page
    assert "2019-07-21" in page
    again = adder.post("/add/text", data=sent)
    assert (again.status_code, again.headers["location"]) == (303, f"/articles/{article}")


def test_claims_are_shown_before_they_are_kept(tmp_path: Path) -> None:
    settings = Settings(str(tmp_path / "hearsay.db"))
    two = f"{TEXT} Gunmen killed two men in Binnish on Monday, police said."
    (coded, kept) = Adding(settings.database).take(pages_of_text(two, {}))
    assert isinstance(coded, Coding)
    assert isinstance(kept, Taken)
    asked_for_more = []

    def events() -> Iterator[tuple[str, object]]:
        yield "coded", coded
        asked_for_more.append(True)

    given = {"path": "/add/text", "settings": settings, "assets": Assets(), "events": events()}
    pieces = environment().get_template("adding.html").generate(given)
    page = "".join(takewhile(lambda _: not asked_for_more, pieces))
    assert len(set(re.findall(r"/claims/(claim-[0-9a-f]+)", page))) == len(coded.claims) == 2


def test_private_names_are_masked_while_it_is_added(adder: TestClient) -> None:
    text = "Gunmen killed Yusuf Haddad, a 34-year-old farmer, in Binnish on Monday, police said."
    answer = adder.post("/add/text", data={"text": text})
    assert "Gunmen killed" in answer.text
    assert "Haddad" not in answer.text


def test_the_database_locked_while_it_is_added(adder: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> Iterator[Taken]:
        raise StoreError("database-locked", "another program writes to it")

    monkeypatch.setattr("hearsay.web.adding.ingest", refused)
    answer = adder.post("/add/text", data={"text": TEXT})
    assert (answer.status_code, "database-locked" in answer.text) == (503, True)


def test_a_file_of_several_articles_lists_each(adder: TestClient) -> None:
    lines = [json.dumps({"text": TEXT.replace("60", str(n)), "url": f"https://v.example/{n}"}) for n in (1, 2)]
    file = "\n".join([*lines, "{broken"]).encode()
    answer = adder.post("/add/file", files={"file": ("../../x<b>.jsonl", file)})
    assert answer.status_code == 200
    assert len(re.findall(r'class="kept">.*?<a href="/articles/url-', answer.text)) == 2
    assert "invalid-json" in answer.text
    assert "<b>" not in answer.text
    assert ".." not in re.findall(r">upload: ([^<]*)<", answer.text)[0]


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "/etc/passwd", "-", "javascript:alert(1)", "http://127.0.0.1:1/", "http://localhost/",
        "http://[::1]/", "http://169.254.169.254/latest/meta-data", "http://user@x.example/", "http://", "",
        "gopher://x.example/",
    ],
)  # fmt: skip
def test_poisoned_addresses_are_refused(adder: TestClient, url: str) -> None:
    answer = adder.post("/add/address", data={"url": url})
    assert answer.status_code == 400
    assert re.search(r"<code>(invalid-url|forbidden-address|unreachable)</code>", answer.text)
    assert "root:" not in answer.text


def test_an_upload_that_is_too_large_is_refused_before_it_is_read(adder: TestClient) -> None:
    answer = adder.post("/add/file", content=b"x", headers={"content-length": str(60 * 1024 * 1024)})
    assert (answer.status_code, "too-large" in answer.text) == (413, True)
    assert MOST_BYTES < 60 * 1024 * 1024


@pytest.mark.parametrize(
    ("path", "sent", "code"),
    [
        ("/add/text", {"data": {"text": "   "}}, "empty"),
        ("/add/text", {"data": {}}, "empty"),
        ("/add/file", {"files": {"file": ("a.txt", b"")}}, "empty"),
        ("/add/file", {"files": {"file": ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00")}}, "binary"),
        ("/add/file", {"data": {"file": "no file"}}, "request-invalid"),
        ("/add/file", {"content": b"nonsense", "headers": {"content-type": "multipart/form-data"}}, "request-invalid"),
    ],
)
def test_nothing_and_nonsense_are_said(adder: TestClient, path: str, sent: dict[str, object], code: str) -> None:
    answer = adder.post(path, **sent)  # type: ignore[arg-type]
    assert (answer.status_code, f"<code>{code}</code>" in answer.text) == (400, True)


def test_where_adding_is_not_granted_there_is_none(demo: Path) -> None:
    app = create_app(Settings(str(demo), granted=frozenset({Permission.READ})))
    client = TestClient(app, base_url="http://127.0.0.1")
    assert 'href="/add"' not in client.get("/").text
    assert client.get("/add").status_code == 403
    assert client.post("/add/text", data={"text": TEXT}).status_code == 403


def test_a_fault_while_it_is_added_is_a_page_too(adder: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> Iterator[Taken]:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr("hearsay.web.adding.ingest", broken)
    answer = adder.post("/add/text", data={"text": TEXT})
    assert (answer.status_code, "<code>unexpected</code>" in answer.text) == (500, True)
    assert "secret detail" not in answer.text
