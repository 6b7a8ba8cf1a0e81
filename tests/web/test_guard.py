"""Every route has a permission, every answer its headers; other names and other sites are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from hearsay.web.app import application, create_app
from hearsay.web.routing import unguarded
from hearsay.web.security import HEADERS
from hearsay.web.settings import Settings


def test_every_route_declares_a_permission(bare: FastAPI) -> None:
    assert len(bare.routes) > 5
    assert unguarded(bare) == []


def test_a_route_without_a_permission_is_found(demo: Path) -> None:
    app = application(Settings(str(demo)))
    app.add_api_route("/open-to-all", lambda: "hello")
    assert unguarded(app) == ["/open-to-all"]


def test_what_is_not_granted_nobody_may_do(demo: Path) -> None:
    closed = TestClient(create_app(Settings(str(demo), granted=frozenset())), base_url="http://127.0.0.1")
    for path in ("/", "/map", "/incidents/inc-1", "/articles/a", "/claims/c", "/assets/x/hearsay.css"):
        answer = closed.get(path)
        assert (answer.status_code, "not-permitted" in answer.text) == (403, True), path


@pytest.mark.parametrize("path", ["/", "/nowhere", "/incidents/none", "/map", "/map?zoom=x", "/assets/1/hearsay.css"])
def test_every_answer_has_the_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_no_script_or_style_stands_in_a_page(client: TestClient) -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    page = client.get("/").text
    assert "<script>" not in page
    assert " style=" not in page
    assert " onclick=" not in page


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "127.0.0.1@evil.example"])
def test_another_name_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert (answer.status_code, "host-unknown" in answer.text) == (421, True)


@pytest.mark.parametrize("host", ["127.0.0.1:8400", "localhost", "[::1]:8400"])
def test_this_computer_s_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}, {"origin": "null"}]
)
def test_forms_of_other_sites_are_refused(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post("/", headers=headers)
    assert (answer.status_code, "foreign-form" in answer.text) == (403, True)


def test_our_own_form_passes_the_guard(client: TestClient) -> None:
    answer = client.post("/", headers={"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"})
    assert (answer.status_code, "method-not-allowed" in answer.text) == (405, True)
