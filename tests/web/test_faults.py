"""Whatever goes wrong is one clear page with a code."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import explorer

from hearsay.web.pages import overview


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/nowhere", 404, "address-unknown"),
        ("/incidents/inc-none", 404, "incident-unknown"),
        ("/articles/none", 404, "article-unknown"),
        ("/claims/none", 404, "claim-unknown"),
        ("/assets/1/none.js", 404, "address-unknown"),
        ("/assets/1/..%2f..%2fapp.py", 404, "address-unknown"),
        ("/assets/1/%2e%2e%2fapp.py", 404, "address-unknown"),
        ("/assets/1/app.py", 404, "address-unknown"),
        ("/map?zoom=99", 400, "request-invalid"),
        ("/map?zoom=٣", 400, "request-invalid"),
    ],
)
def test_what_is_not_there(client: TestClient, path: str, status: int, code: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, f"<code>{code}</code>" in answer.text) == (status, True)


@pytest.mark.parametrize("id_", ["<script>alert(1)</script>", "inc-%00", "%27%20or%201=1", "x" * 5000])
def test_hostile_ids_are_shown_as_words(client: TestClient, id_: str) -> None:
    answer = client.get(f"/incidents/{id_}")
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text


def test_the_database_gone_and_back(tmp_path: Path, demo: Path) -> None:
    path = tmp_path / "hearsay.db"
    client = explorer(path)
    missing = client.get("/")
    assert (missing.status_code, "database-missing" in missing.text) == (503, True)
    shutil.copy(demo, path)
    assert client.get("/").status_code == 200
    path.unlink()
    assert "database-missing" in client.get("/").text
    path.write_text("this is no database, whatever its name says" * 50)
    foreign = client.get("/")
    assert (foreign.status_code, "database-foreign" in foreign.text) == (503, True)


def test_the_database_locked(tmp_path: Path, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hearsay.web.opened.WAIT_S", 0.01)
    path = tmp_path / "hearsay.db"
    shutil.copy(demo, path)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA journal_mode=DELETE")
    holder.execute("BEGIN EXCLUSIVE")
    answer = explorer(path).get("/")
    holder.close()
    assert (answer.status_code, "database-locked" in answer.text) == (503, True)


def test_an_unexpected_error_is_a_page_too(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(overview, "count_articles", broken)
    answer = explorer(demo).get("/")
    assert (answer.status_code, "<code>unexpected</code>" in answer.text) == (500, True)
    assert "secret detail" not in answer.text
    assert "Content-Security-Policy" in answer.headers
