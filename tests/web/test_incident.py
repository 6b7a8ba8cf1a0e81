"""The page of an incident: estimates, claims matrix, chains, history."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import explorer, taken_in

from hearsay.incidents.rules import RULES


@pytest.fixture(scope="module")
def disputed(client: TestClient) -> str:
    """The page of the hospital in Omdurman, whose shelling two sides tell differently."""
    found = re.findall(r'href="/incidents/(inc-[0-9a-f]+)"', client.get("/?place=omdurman&dispute=responsibility").text)
    answer = client.get(f"/incidents/{found[0]}")
    assert answer.status_code == 200
    return answer.text


def test_the_toll_stands_under_each_rule(disputed: str) -> None:
    for rule in RULES:
        assert re.search(rf'<th scope="row">{rule}\b', disputed)


def test_each_origin_has_a_row_with_its_outlets(disputed: str) -> None:
    for name in ("Rapid Support Forces", "A doctor at the hospital", "the Khartoum state health ministry"):
        assert f"<bdi>{name}</bdi>" in disputed
    assert "Halyard Press" in disputed
    assert "Two Niles Radio" in disputed


def test_what_is_disputed_is_marked(disputed: str) -> None:
    marked = re.findall(r'<p class="contradicted"><a href="/claims/claim-[0-9a-f]+"><bdi>([^<]+)', disputed)
    assert set(marked) == {"Rapid Support Forces"}


def test_chains_show_a_denial(disputed: str) -> None:
    assert "Rapid Support Forces → Halyard Press: 1 claim, denying it" in disputed


def test_the_figure_moves_with_the_second_article(disputed: str) -> None:
    history = disputed[disputed.index("How the figure changed") :]
    assert history.index("16 or more") < history.index("16–19")


def test_an_old_id_leads_to_the_incident_that_took_it_in(tmp_path: Path) -> None:
    database = tmp_path / "hearsay.db"
    client = explorer(database)
    reports = [
        {
            "text": f"Shelling killed {n} people in the market of Maarat al-Numan on Sunday, {who} said.",
            "url": f"https://{outlet}.example/1", "outlet": outlet, "published": "2019-07-22",
        }
        for n, who, outlet in ((12, "the Orontes Rescue Committee", "vantage"), (12, "police", "halyard"))
    ]  # fmt: skip
    seen: set[str] = set()
    for at, report in enumerate(reports):
        path = tmp_path / f"{at}.jsonl"
        path.write_text(json.dumps(report) + "\n", encoding="utf-8")
        taken_in(database, str(path))
        seen |= set(re.findall(r"/incidents/(inc-[0-9a-f]+)", client.get("/").text))
    answers = {id_: client.get(f"/incidents/{id_}") for id_ in seen}
    assert {answer.status_code for answer in answers.values()} <= {200, 301}
    assert any("vantage" in answer.text and "halyard" in answer.text for answer in answers.values())


def test_private_names_are_masked_unless_asked_for(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(
        "Gunmen killed Yusuf Haddad, a 34-year-old farmer, in Saraqib on Monday, police said.", encoding="utf-8"
    )
    database = tmp_path / "hearsay.db"
    taken_in(database, str(tmp_path / "report.txt"))
    for names in (False, True):
        client = explorer(database, names=names)
        (found,) = set(re.findall(r"/incidents/(inc-[0-9a-f]+)", client.get("/?everything=yes").text))
        page = client.get(f"/incidents/{found}").text
        article = re.findall(r"/articles/([\w-]+)", page)[0]
        pages = page + client.get(f"/articles/{article}").text
        assert ("Haddad" in pages) is names


def test_a_report_that_stayed_outside_leads_to_the_incident_that_has_it(client: TestClient) -> None:
    listed = set(re.findall(r"/incidents/(inc-[0-9a-f]+)", client.get("/?place=binnish&everything=yes").text))
    pages = {id_: client.get(f"/incidents/{id_}").text for id_ in listed}
    near = {id_: re.findall(r"in (inc-[0-9a-f]+)</a>, told by", page) for id_, page in pages.items()}
    assert any(near.values())
    for id_, others in near.items():
        assert id_ not in others
        assert {client.get(f"/incidents/{other}").status_code for other in others} <= {200}


def test_a_rule_that_finds_no_figure_says_why(client: TestClient) -> None:
    rows = client.get("/?place=sarmada&everything=yes").text
    (found,) = re.findall(r'class="what" href="([^"]+)"', rows)
    page = client.get(found).text
    assert "<summary>no figure: why</summary>" in page
    assert "0 figures" not in page
