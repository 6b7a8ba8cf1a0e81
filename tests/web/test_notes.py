"""Readers' notes: kept with name and date as given, beside their words in whichever version, and harmless."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import explorer, taken_in

from hearsay.web.app import create_app
from hearsay.web.settings import PUBLIC, Settings

TEXT = (
    "Shelling killed 60 people in the market of Binnish on Sunday, the Orontes Rescue Committee said.\n\n"
    "Among the dead was Yusuf Haddad, a 34-year-old farmer."
)
NOTE = {"start": "16", "end": "25", "author": "Rima K.", "day": "2024-02-03", "text": "Their own list has 58 names."}


def ingest(folder: Path, text: str) -> None:
    record = {"text": text, "url": "https://vantage.example/1", "outlet": "Vantage Wire", "published": "2019-07-21"}
    (folder / "report.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    taken_in(folder / "hearsay.db", str(folder / "report.jsonl"))


def article(client: TestClient) -> str:
    (incident, *_) = re.findall(r"/incidents/(inc-[0-9a-f]+)", client.get("/?everything=yes").text)
    (key, *_) = re.findall(r"/articles/([\w-]+)", client.get(f"/incidents/{incident}").text)
    return f"/articles/{key}"


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    ingest(tmp_path, TEXT)
    return explorer(tmp_path / "hearsay.db")


def kept(page: str) -> list[str]:
    """What stands in each note, without its markup."""
    found = re.findall(r'<article class="reader-note".*?</article>', page, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", "", one).split()) for one in found]


def test_a_note_is_kept_with_its_words_name_and_date(client: TestClient) -> None:
    address = article(client)
    answer = client.post(f"{address}/notes", data=NOTE)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{address}#note-1")
    page = client.get(address).text
    assert kept(page) == ["Rima K., 2024-02-03, on 60 people Their own list has 58 names."]
    assert 'href="#note-1"' in page
    text = page[page.index('<div class="text"') : page.index('<div class="claims"')]
    assert re.sub("<sup.*?</sup>", "", "".join(re.findall(r'noted"[^>]*>(.*?)</mark>', text))) == "60 people"


def test_a_note_is_found_again_in_a_new_version(client: TestClient, tmp_path: Path) -> None:
    address = article(client)
    client.post(f"{address}/notes", data=NOTE)
    ingest(tmp_path, f"Updated with a new count of the wounded.\n\n{TEXT}")
    page = client.get(address).text
    assert "60 people" in kept(page)[0]
    assert "not in this version" not in page
    assert 'href="#note-1"' in page
    ingest(tmp_path, TEXT.replace("60 people", "some people"))
    assert "60 people not in this version" in kept(client.get(address).text)[0]


def test_hostile_words_stay_words(client: TestClient) -> None:
    address = article(client)
    hostile = {
        "author": '"><img src=x onerror=alert(1)>',
        "text": "<script>alert(2)</script> [x](javascript:alert(3)) \u202ekcab\x00 {{ 7*7 }}",
    }
    assert client.post(f"{address}/notes", data={**NOTE, **hostile}).status_code == 303
    page = client.get(address).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "\u202e" not in page
    assert "\x00" not in page
    assert "{{ 7*7 }}" in page


def test_private_names_are_masked_in_notes_too(client: TestClient) -> None:
    address = article(client)
    start = TEXT.index("Yusuf")
    about = {"start": str(start), "end": str(start + 12), "text": "Yusuf Haddad was 43, says his brother."}
    client.post(f"{address}/notes", data={**NOTE, **about})
    assert "Haddad" not in client.get(address).text


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "  "}, {"text": "x" * 5001}, {"author": ""}, {"author": "x" * 101}, {"day": "yesterday"}, {"day": ""},
        {"start": "25"}, {"start": "-1"}, {"end": "99999"}, {"start": "0", "end": "0"},
    ],
)  # fmt: skip
def test_what_is_no_note_is_refused(client: TestClient, wrong: dict[str, str]) -> None:
    address = article(client)
    answer = client.post(f"{address}/notes", data={**NOTE, **wrong})
    assert (answer.status_code, "<code>note-invalid</code>" in answer.text) == (400, True)
    assert kept(client.get(address).text) == []


def test_nonsense_and_other_sites_are_refused(client: TestClient) -> None:
    address = article(client)
    for wrong, code in (({"start": "x"}, "request-invalid"), ({"coding": "99"}, "version-unknown")):
        assert f"<code>{code}</code>" in client.post(f"{address}/notes", data={**NOTE, **wrong}).text
    assert "article-unknown" in client.post("/articles/none/notes", data=NOTE).text
    foreign = client.post(f"{address}/notes", data=NOTE, headers={"sec-fetch-site": "cross-site"})
    assert (foreign.status_code, "foreign-form" in foreign.text) == (403, True)
    assert kept(client.get(address).text) == []


def test_where_notes_are_not_granted_there_is_no_form(client: TestClient, tmp_path: Path) -> None:
    address = article(client)
    app = create_app(Settings(str(tmp_path / "hearsay.db"), granted=PUBLIC, public=True))
    public = TestClient(app, base_url="http://127.0.0.1")
    assert public.post(f"{address}/notes", data=NOTE).status_code == 403
    assert "/notes" not in public.get(address).text
