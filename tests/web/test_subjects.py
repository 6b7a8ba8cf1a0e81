"""The pages of actors, places and sources, and the ways to them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import explorer, taken_in

RSF = "/actors/actor:rapid-support-forces"
OMDURMAN = "/places?name=Omdurman&region=Khartoum&country=SDN"


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page[page.index("<main") :])).split())


def test_an_actor_s_page_has_incidents_claims_and_what_the_registry_says(client: TestClient) -> None:
    page = client.get(RSF).text
    assert '<h1 dir="auto">Rapid Support Forces</h1>' in page
    shown = words(page)
    assert "Kind rebel group" in shown
    assert "<bdi>قوات الدعم السريع</bdi>, <bdi>" in page  # each on its own, so that two do not change places
    listed = re.findall(r'class="what" href="/incidents/(inc-[0-9a-f]+)"', page)
    assert len(listed) == len(set(listed)) == int(re.findall(r"(\d+) incidents", shown)[0])
    assert len(re.findall(r'href="/claims/claim-', page)) >= len(listed)
    assert "/actors/actor:sudanese-armed-forces" in page


def test_it_is_not_mistaken_for_the_overview_of_the_same_incidents(demo: Path) -> None:
    client = explorer(demo)
    assert client.get("/?everything=yes&actor=actor:rapid-support-forces").status_code == 200
    assert client.get(RSF).status_code == 200


def test_what_an_actor_is_called_stands_with_who_says_so(client: TestClient) -> None:
    page = client.get("/actors/actor:russian-armed-forces").text
    table = page[page.index('id="labels"') : page.index('id="told"')]
    assert "enemy" in table
    assert "General Staff" in table
    assert re.findall(r"<td><bdi>([^<]*)</bdi></td>", table) == ["Russian Armed Forces"]


def test_a_place_s_page_has_what_is_said_to_have_happened_there(client: TestClient) -> None:
    page = client.get(OMDURMAN).text
    assert "Place Omdurman" in words(page)
    assert RSF in page
    region = client.get("/places?region=Khartoum&country=SDN").text
    places = set(re.findall(r'<a href="(/places[^"]*)"><bdi>([^<]*)</bdi>', region))
    assert "Omdurman" in {name for _, name in places}
    assert "Binnish" not in {name for _, name in places}


def test_a_source_s_page_says_how_it_compares(client: TestClient) -> None:
    shown = words(client.get("/outlets/Halyard%20Press").text)
    assert "Outlet Halyard Press" in shown
    assert "First to tell" in shown
    assert "denied by another" in shown
    assert "Origin" in words(client.get("/origins/actor:rapid-support-forces").text)


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/", "/places?name="),
        ("/sources", "/outlets/Halyard%20Press"),
        ("/sources?view=origins", "/origins/actor:rapid-support-forces"),
        ("/sources?view=labels", "/origins/"),
        ("/control", "/places?name="),
        ("INCIDENT", "/origins/actor:rapid-support-forces"),
        ("INCIDENT", "/actors/actor:rapid-support-forces"),
        ("INCIDENT", "/places?name=Omdurman"),
        ("INCIDENT", "/outlets/Two%20Niles%20Radio"),
        ("ARTICLE", "/outlets/"),
    ],
)
def test_names_lead_to_their_pages(client: TestClient, path: str, leads_to: str) -> None:
    if path in ("INCIDENT", "ARTICLE"):
        rows = client.get("/?place=omdurman&dispute=responsibility").text
        path = re.findall(r'class="what" href="([^"]+)"', rows)[0] if path == "INCIDENT" else path
    if path == "ARTICLE":
        incident = client.get(re.findall(r'class="what" href="([^"]+)"', rows)[0]).text
        path = re.findall(r'href="(/articles/[^"]+)"', incident)[0]
    links = [unescape(link) for link in re.findall(r'href="([^"]+)"', client.get(path).text)]
    found = [link for link in links if link.startswith(leads_to)]
    assert found
    assert {client.get(link).status_code for link in found} == {200}


@pytest.mark.parametrize(
    "path",
    [
        "/actors/none", "/actors/actor:none", "/places", "/places?name=Nowhere", "/places?country=QQQ", "/outlets/None",
        "/origins/none", f"/places?name={'x' * 5000}", "/outlets/%00", "/places?name=%3Cscript%3E", "/actors/%25",
    ],
)  # fmt: skip
def test_nonsense_finds_nothing(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, "subject-unknown" in answer.text) == (404, True)
    assert "<script>" not in answer.text


@pytest.mark.parametrize("page", ["0", "-1", "x", "٣", "9" * 40, "000000001" + "9" * 30, "99999"])
def test_nonsense_pages_are_the_first_or_empty(client: TestClient, page: str) -> None:
    assert client.get(f"{RSF}?page={page}").status_code == 200
    assert client.get(f"/?page={page}").status_code == 200


def test_no_private_name_is_found_or_shown(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(
        "Gunmen killed Yusuf Haddad, a 34-year-old farmer, in Saraqib on Monday, a resident said.", encoding="utf-8"
    )
    taken_in(tmp_path / "hearsay.db", str(tmp_path / "report.txt"))
    private = explorer(tmp_path / "hearsay.db")
    assert "Haddad" not in private.get("/places?name=Saraqib").text
    for path in ("/actors/Yusuf%20Haddad", "/origins/resident", "/origins/Yusuf%20Haddad", "/places?name=Yusuf+Haddad"):
        assert private.get(path).status_code == 404, path
