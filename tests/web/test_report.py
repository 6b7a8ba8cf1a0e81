"""The situation report in the explorer: of the filters, and of an incident; as page and as file."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import explorer, taken_in

from hearsay.web.pages import report


def test_a_period_is_written_up_by_day_and_place(client: TestClient) -> None:
    page = client.get("/report?from=2024-10-01&to=2024-10-31").text
    assert '<h1 dir="auto">Situation report from 2024-10-01 to 2024-10-31</h1>' in page
    assert "Omdurman" in page
    assert "Binnish" not in page
    for number in set(re.findall(r'href="#source-(\d+)"', page)):
        assert f'id="source-{number}"' in page


def test_the_overview_leads_to_the_report_of_its_filters(client: TestClient) -> None:
    found = re.findall(r'href="(/report[^"]*)"', client.get("/?country=SDN&everything=yes").text)
    page = client.get(unescape(found[0])).text
    assert "Omdurman" in page
    assert "Ukraine" not in page


def test_an_incident_has_a_report(client: TestClient) -> None:
    incident = re.findall(r"/incidents/(inc-[0-9a-f]+)", client.get("/?place=omdurman").text)[0]
    page = client.get(f"/incidents/{incident}").text
    assert f"/incidents/{incident}/report" in page
    assert f"Incident report: {incident}" in client.get(f"/incidents/{incident}/report").text
    assert client.get("/incidents/none/report").status_code == 404


@pytest.mark.parametrize(("form", "media"), [("html", "text/html"), ("text", "text/plain")])
def test_it_can_be_had_as_a_file(client: TestClient, form: str, media: str) -> None:
    answer = client.get(f"/report?place=omdurman&format={form}")
    assert answer.headers["content-type"].startswith(media)
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "Omdurman" in answer.text


def test_nonsense_is_said_and_nothing_is_left_out_in_silence(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/report?format=exe").status_code == 400
    assert "No incident matches" in client.get("/report?place=nowhere").text
    monkeypatch.setattr(report, "MOST", 2)
    assert re.search(r"\d+ further incidents are left out", client.get("/report?everything=yes").text)


def test_hostile_words_are_words_and_private_names_are_masked(tmp_path: Path) -> None:
    (tmp_path / "report.jsonl").write_text(
        '{"text": "Gunmen killed Yusuf Haddad, a 34-year-old farmer, in Saraqib on Monday, police said.", '
        '"headline": "<script>alert(1)</script> Haddad", "url": "https://v.example/?<svg>", "outlet": "<b>V</b>"}\n',
        encoding="utf-8",
    )
    taken_in(tmp_path / "hearsay.db", str(tmp_path / "report.jsonl"))
    client = explorer(tmp_path / "hearsay.db")
    for page in (client.get("/report").text, client.get("/report?format=html").text):
        assert "Saraqib" in page
        assert "Haddad" not in page
        assert "<script>alert" not in page
        assert "<b>V" not in page
        assert "<svg>" not in page
