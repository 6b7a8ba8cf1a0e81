"""Turns: few pages are made at a time, and who adds takes none of them."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from hearsay.web import routing
from hearsay.web.routing import Route, add_routes
from hearsay.web.settings import Permission

MANY = 8


@pytest.fixture
def held() -> threading.Event:
    return threading.Event()


@pytest.fixture
def client(held: threading.Event) -> TestClient:
    """An explorer whose one page is finished when ``held`` is set, and where something can be added meanwhile."""
    begun: list[str] = []

    def page(name: str) -> int:
        begun.append(name)
        held.wait(10)
        return len(begun)

    def add() -> list[str]:
        return begun

    app = FastAPI()
    app.state.site = SimpleNamespace(settings=SimpleNamespace(granted=frozenset(Permission)))
    add_routes(app, [Route("/page", page, Permission.READ), Route("/add", add, Permission.ADD, methods=("POST",))])
    return TestClient(app)


def test_few_pages_are_made_at_a_time_and_adding_waits_for_none(client: TestClient, held: threading.Event) -> None:
    with client, ThreadPoolExecutor(MANY) as readers:
        pages = [readers.submit(client.get, f"/page?name={k}") for k in range(MANY)]
        seen: list[str] = []
        for _ in range(200):
            seen = client.post("/add").json()
            if len(seen) == routing._AT_ONCE:
                break
        assert len(client.post("/add").json()) == routing._AT_ONCE
        held.set()
        assert max(page.result().json() for page in pages) == MANY
