"""The API: records, OGC API – Features, Atom. Programs get errors, as JSON."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import explorer, taken_in

from hearsay.incidents.records import LinkedIncident
from hearsay.records import Claim, Coding

ITEMS = "/api/collections/incidents/items"


def got(client: TestClient, path: str) -> dict[str, Any]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_landing_page_leads_to_everything(client: TestClient) -> None:
    links = {link["rel"]: link["href"] for link in got(client, "/api/")["links"]}
    assert {"self", "service-desc", "conformance", "data"} <= set(links)
    for address in links.values():
        got(client, address)


def test_the_collection_says_where_and_when(client: TestClient) -> None:
    (only,) = got(client, "/api/collections")["collections"]
    west, south, east, north = only["extent"]["spatial"]["bbox"][0]
    assert west < east
    assert south < north
    assert only == got(client, "/api/collections/incidents")


def test_pages_follow_each_other_and_hold_everything_once(client: TestClient) -> None:
    seen: list[str] = []
    address: str | None = f"{ITEMS}?limit=7"
    while address:
        page = got(client, address)
        assert page["numberReturned"] == len(page["features"]) <= 7
        seen += [feature["id"] for feature in page["features"]]
        address = next((link["href"] for link in page["links"] if link["rel"] == "next"), None)
    assert len(seen) == len(set(seen)) == page["numberMatched"]


def test_a_box_and_a_time_narrow(client: TestClient) -> None:
    found = got(client, f"{ITEMS}?bbox=30,10,40,20&datetime=2024-01-01T00:00:00Z/..")
    assert 0 < found["numberMatched"] < got(client, ITEMS)["numberMatched"]
    for feature in found["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        assert 30 <= lon <= 40
        assert 10 <= lat <= 20
        assert feature["properties"]["last_day"] >= "2024-01-01"
    assert got(client, f"{ITEMS}?bbox=30,10,0,40,20,100")["numberMatched"] >= found["numberMatched"]


def test_one_incident_with_its_page(client: TestClient) -> None:
    some = got(client, f"{ITEMS}?limit=1")["features"][0]
    alone = got(client, f"{ITEMS}/{some['id']}")
    assert alone["properties"] == some["properties"]
    assert client.get(alone["properties"]["page"]).status_code == 200


def test_records_are_the_contract_s_own(client: TestClient) -> None:
    id_ = got(client, f"{ITEMS}?limit=1")["features"][0]["id"]
    linked = LinkedIncident.model_validate(got(client, f"/api/incidents/{id_}"))
    told = got(client, f"/api/claims/{linked.incident.claims[0]}")
    claim = Claim.model_validate(told["claim"])
    assert claim.event.trigger.text in told["passage"]
    coding = Coding.model_validate(got(client, f"/api/articles/{told['article']}"))
    assert claim in coding.claims


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        (f"{ITEMS}?bbox=1,2", 400, "request-invalid"),
        (f"{ITEMS}?bbox=nan,0,1,1", 400, "request-invalid"),
        (f"{ITEMS}?datetime=never", 400, "request-invalid"),
        (f"{ITEMS}?datetime=2024-02-01/2024-01-01", 400, "request-invalid"),
        (f"{ITEMS}?limit=0", 400, "request-invalid"),
        (f"{ITEMS}?limit=99999999999999999999", 400, "request-invalid"),
        (f"{ITEMS}?offset=-1", 400, "request-invalid"),
        (f"{ITEMS}/none", 404, "incident-unknown"),
        ("/api/incidents/none", 404, "incident-unknown"),
        ("/api/claims/none", 404, "claim-unknown"),
        ("/api/articles/none", 404, "article-unknown"),
        ("/api/nowhere", 404, "address-unknown"),
    ],
)
def test_errors_are_json_with_a_code(client: TestClient, path: str, status: int, code: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def test_openapi_describes_what_is_for_programs(client: TestClient) -> None:
    paths = got(client, "/api/openapi.json")["paths"]
    assert ITEMS in paths
    assert "/" not in paths


def test_the_feed_is_atom(client: TestClient) -> None:
    answer = client.get("/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = ET.fromstring(answer.text)  # noqa: S314  our own
    atom = "{http://www.w3.org/2005/Atom}"
    entries = root.findall(f"{atom}entry")
    assert len(entries) == len(set(re.findall(r"<id>([^<]*/incidents/[^<]*)</id>", answer.text))) > 0
    assert all(entry.find(f"{atom}updated") is not None for entry in entries)


def test_private_names_are_masked(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(
        "Gunmen killed Yusuf Haddad, a 34-year-old farmer, in Saraqib on Monday, police said.", encoding="utf-8"
    )
    taken_in(tmp_path / "hearsay.db", str(tmp_path / "report.txt"))
    client = explorer(tmp_path / "hearsay.db")
    page = got(client, ITEMS)
    linked = got(client, f"/api/incidents/{page['features'][0]['id']}")
    told = got(client, f"/api/claims/{linked['incident']['claims'][0]}")
    article = got(client, f"/api/articles/{told['article']}")
    everything = f"{page}{linked}{told}{article}{client.get('/feed.atom').text}"
    assert "Haddad" not in everything
