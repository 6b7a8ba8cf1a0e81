"""Map, timeline and table show the same incidents, for the filters in the address."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import explorer, taken_in

INCIDENT = re.compile(r'href="/incidents/(inc-[0-9a-f]+)"')


def listed(client: TestClient, query: str = "") -> set[str]:
    """The incidents of every page."""
    found: set[str] = set()
    address: str | None = f"/?{query}"
    while address:
        answer = client.get(address)
        assert answer.status_code == 200
        found |= set(INCIDENT.findall(answer.text))
        following = re.search(r'rel="next" href="([^"]+)"', answer.text)
        address = html.unescape(following[1]) if following else None
    return found


def features(client: TestClient, query: str) -> list[dict[str, Any]]:
    answer = client.get(f"/map?{query}")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["features"])


def test_filters_narrow_table_and_map_alike(client: TestClient) -> None:
    everything, sudan = listed(client, "everything=yes"), listed(client, "everything=yes&country=SDN")
    assert sudan < everything
    mapped = features(client, "everything=yes&country=SDN&zoom=14")
    assert mapped
    assert {f["properties"]["id"] for f in mapped if f["properties"]["incidents"] == 1} <= sudan
    assert 0 < sum(f["properties"]["incidents"] for f in mapped) <= len(sudan)


@pytest.mark.parametrize(
    "query",
    [
        "from=2024-01-01&to=2024-12-31", "place=omdurman", "status=denied", "disputed=yes", "killed=10",
        "grade=disputed", "actor=actor:rapid-support-forces", "type=ASSAULT", "event=Air/drone+strike",
        "box=30,10,40,20", "credibility=2", "dispute=responsibility",
    ],
)  # fmt: skip
def test_each_filter_narrows(client: TestClient, query: str) -> None:
    assert listed(client, f"everything=yes&{query}") < listed(client, "everything=yes")


def test_what_is_told_in_passing_is_left_out_and_said(client: TestClient) -> None:
    page = client.get("/").text
    assert "more are only told in passing" in page
    assert listed(client) < listed(client, "everything=yes")


def test_the_address_restores_the_filters(client: TestClient) -> None:
    page = client.get("/?country=SDN&status=occurred&from=2024-01-01&disputed=yes").text
    assert '<option value="SDN" selected>' in page
    assert 'value="occurred" checked' in page
    assert 'name="from" value="2024-01-01"' in page
    assert '<option value="yes" selected>' in page


@pytest.mark.parametrize(
    "query",
    [
        "from=yesterday", "from=2024-13-45", "to=0000-00-00", "country=Atlantis", "status=rumoured", "killed=many",
        "killed=nan", "killed=-1", "box=1,2,3", "box=nan,0,1,1", "box=0,80,1,-80", "order=size", "rule=none",
        "credibility=9", "actor=nobody", "origin=nobody", "everything=perhaps", "place=...", "type=assault",
        "place=" + "x" * 5000,
    ],
)  # fmt: skip
def test_nonsense_is_left_out_and_said(client: TestClient, query: str) -> None:
    answer = client.get(f"/?{query}")
    assert answer.status_code == 200
    assert "Left out, " in answer.text
    assert listed(client) == set(INCIDENT.findall(answer.text))
    assert client.get(f"/map?{query}").status_code == 200


@pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 40, "٣", "99999"])
def test_nonsense_pages_are_harmless(client: TestClient, page: str) -> None:
    assert client.get(f"/?page={page}").status_code == 200


def test_clusters_hold_all_that_is_mapped_at_any_zoom(client: TestClient) -> None:
    totals = {
        sum(feature["properties"]["incidents"] for feature in features(client, f"everything=yes&zoom={zoom}"))
        for zoom in (0, 3, 7, 14)
    }
    assert len(totals) == 1
    assert len(features(client, "zoom=0")) < len(features(client, "zoom=14"))


def test_a_private_name_is_neither_offered_nor_found(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(
        "Gunmen killed Yusuf Haddad, a 34-year-old farmer, in Saraqib on Monday, police said. "
        "Mr Haddad's brother, Karim Haddad, said that he was on his way home.",
        encoding="utf-8",
    )
    database = tmp_path / "hearsay.db"
    taken_in(database, str(tmp_path / "report.txt"))
    client = explorer(database)
    assert "Haddad" not in client.get("/?everything=yes").text
    found = client.get("/?everything=yes&actor=haddad")
    assert "no actor of this database" in found.text


def test_an_empty_database_says_so(tmp_path: Path) -> None:
    from hearsay.store import open_database

    open_database(tmp_path / "hearsay.db", write=True).close()
    page = explorer(tmp_path / "hearsay.db").get("/")
    assert (page.status_code, "The database is empty" in page.text) == (200, True)


def test_nothing_found_says_so(client: TestClient) -> None:
    assert "Nothing matches these filters" in client.get("/?from=2090-01-01").text


OMDURMAN = (32.48, 15.65)


def test_a_map_looked_at_closely_is_given_what_lies_about_its_view(client: TestClient) -> None:
    lon, lat = OMDURMAN
    view = f"{lon - 0.2},{lat - 0.2},{lon + 0.2},{lat + 0.2}"
    world = client.get("/map?everything=yes&zoom=9").json()
    near = client.get(f"/map?everything=yes&zoom=9&view={view}").json()
    assert world["box"] is None
    west, south, east, north = near["box"]
    assert west < lon - 0.7 < lon + 0.7 < east
    assert south < lat - 0.7 < lat + 0.7 < north
    inside = [
        one for one in world["features"]
        if west <= one["geometry"]["coordinates"][0] <= east and south <= one["geometry"]["coordinates"][1] <= north
    ]  # fmt: skip
    assert 0 < len(inside) < len(world["features"])
    assert near["features"] == inside
    assert client.get(f"/map?everything=yes&zoom=3&view={view}").json()["box"] is None


def test_a_view_across_the_180th_meridian(client: TestClient) -> None:
    west, _, east, _ = client.get("/map?zoom=7&view=179,10,-179,12").json()["box"]
    assert (west, east) == (174.375, -174.375)


@pytest.mark.parametrize("view", ["", "x", "1,2,3", "0,50,1,40", "0,0,1,nan", "-999,0,1,1"])
def test_a_view_that_is_none_is_refused(client: TestClient, view: str) -> None:
    answer = client.get(f"/map?zoom=9&view={view}")
    assert (answer.status_code, "request-invalid" in answer.text) == (400, True)


def test_a_country_of_which_nothing_is_told_stays_chosen_and_one_that_is_none_is_said(client: TestClient) -> None:
    norway = client.get("/?country=NOR").text
    assert '<option value="NOR" selected>' in norway
    nowhere = client.get("/?country=ZZZ").text
    assert "Left out, country" in nowhere
    assert 'value="ZZZ"' not in nowhere
    assert "Nothing matches" not in nowhere
