"""What a stranger's program may ask of the API, drawn at random from its own description: never a server's fault."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import BaseSchema, Case, GenerationMode
from schemathesis.core.result import Ok

from hearsay.web.app import create_app
from hearsay.web.settings import Settings

EXAMPLES = 20
"""For each address and each way of asking; about ten seconds in all."""


@pytest.fixture(scope="module")
def api(demo: Path) -> BaseSchema:
    app = create_app(Settings(str(demo), hosts=("testserver",)))
    return schemathesis.openapi.from_asgi("/api/openapi.json", app)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["as described", "otherwise"])
def test_no_request_is_the_server_s_fault(api: BaseSchema, mode: GenerationMode) -> None:
    asked: set[str] = set()
    for found in api.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        if mode is GenerationMode.NEGATIVE and not operation.query:  # a path can be any text: nothing contradicts it
            continue

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        def ask(case: Case[Any]) -> None:
            answer = case.call()
            asked.add(case.path)
            assert answer.status_code < 500
            if answer.status_code >= 400:
                assert answer.json()["error"]["code"]

        ask()
    assert "/api/collections/incidents/items" in asked
    assert len(asked) >= (9 if mode is GenerationMode.POSITIVE else 1)
