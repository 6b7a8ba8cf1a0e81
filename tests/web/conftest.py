"""A database of the bundled reports, and an explorer of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from typer.testing import CliRunner

from hearsay.cli import app as command
from hearsay.demo import reports
from hearsay.web.app import application, create_app
from hearsay.web.settings import Settings

Explorer = Callable[..., TestClient]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled reports in a database."""
    path = tmp_path_factory.mktemp("web") / "hearsay.db"
    taken_in(path, *map(str, reports()))
    return path


def taken_in(database: Path, *inputs: str) -> None:
    """Ingest files."""
    done = CliRunner().invoke(command, ["ingest", *inputs, "--db", str(database)])
    assert done.exit_code == 0, done.output


def explorer(database: Path, *, names: bool = False) -> TestClient:
    """A client of an explorer of that database; redirects are not followed."""
    app = create_app(Settings(str(database), names=names))
    return TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False, follow_redirects=False)


@pytest.fixture(scope="session")
def client(demo: Path) -> TestClient:
    """A client of the explorer of the bundled reports."""
    return explorer(demo)


@pytest.fixture(scope="session")
def bare(demo: Path) -> FastAPI:
    """The application without its guard, to look into."""
    return application(Settings(str(demo)))
