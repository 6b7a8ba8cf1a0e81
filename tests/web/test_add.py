"""Adding: an address, pasted text, a file; what is hostile does no harm."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import explorer

from hearsay.store import open_database
from hearsay.web.adding import MOST_BYTES
from hearsay.web.app import create_app
from hearsay.web.settings import Permission, Settings

TEXT = "Shelling killed 60 people in the market of Maarat al-Numan on Sunday, the Orontes Rescue Committee said."


@pytest.fixture
def adder(tmp_path: Path) -> TestClient:
    open_database(tmp_path / "hearsay.db", write=True).close()
    return explorer(tmp_path / "hearsay.db")


def test_a_text_ends_on_its_claims_and_is_linked(adder: TestClient) -> None:
    answer = adder.post("/add/text", data={"text": TEXT, "outlet": "Vantage Wire", "published": "2019-07-21"})
    assert answer.status_code == 303
    page = adder.get(answer.headers["location"]).text
    assert "1 claim" in page
    assert "2019-07-21" in page
    (incident,) = set(re.findall(r"/incidents/(inc-[0-9a-f]+)", page))
    assert "60" in adder.get(f"/incidents/{incident}").text
    again = adder.post("/add/text", data={"text": TEXT, "outlet": "Vantage Wire", "published": "2019-07-21"})
    assert again.headers["location"] == answer.headers["location"]


def test_a_file_of_several_articles_lists_each(adder: TestClient) -> None:
    lines = [json.dumps({"text": TEXT.replace("60", str(n)), "url": f"https://v.example/{n}"}) for n in (1, 2)]
    file = "\n".join([*lines, "{broken"]).encode()
    answer = adder.post("/add/file", files={"file": ("../../x<b>.jsonl", file)})
    assert answer.status_code == 200
    assert len(re.findall(r'<li><a href="/articles/url-', answer.text)) == 2
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
