"""The explorer in a real browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn
from tests.web.conftest import taken_in

from hearsay.demo import reports
from hearsay.web.app import create_app
from hearsay.web.assets import Assets
from hearsay.web.serving import LOOPBACK, listen
from hearsay.web.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SECONDS = 60_000  # milliseconds that a loaded machine may take for a map
PLAIN = ("--no-sandbox", "--disable-dev-shm-usage")
NO_WEBGL = (*PLAIN, "--disable-gpu", "--disable-3d-apis")


def needed(there: object, what: str) -> None:
    """Skip where something is not there, or fail where all must be."""
    if there:
        return
    if os.environ.get("HEARSAY_REQUIRE") == "all":
        pytest.fail(f"{what}, and HEARSAY_REQUIRE=all asks for it")
    pytest.skip(what)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where an explorer of the bundled reports, and of a hostile one, answers."""
    needed(Assets().complete, "`make assets` was not run")
    folder = tmp_path_factory.mktemp("browser")
    hostile = folder / "hostile.jsonl"
    hostile.write_text(HOSTILE, encoding="utf-8")
    taken_in(folder / "hearsay.db", *map(str, reports()), str(hostile))
    with served(folder / "hearsay.db") as found:
        yield found


@contextmanager
def served(database: Path) -> Iterator[str]:
    """An explorer in a thread of its own."""
    socket = listen(0)
    server = uvicorn.Server(uvicorn.Config(create_app(Settings(str(database))), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://{LOOPBACK}:{socket.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
    socket.close()


HOSTILE = (
    '{"text": "Shelling killed 7 people in <img src=x onerror=\\"window.hit=1\\"> Sarmada on Sunday, police said. '
    '<script>window.hit=2</script> <svg onload=\\"window.hit=3\\"></svg>", "published": "2019-07-21", '
    '"headline": "<script>window.hit=4</script>", "outlet": "<img src=x onerror=window.hit=5>", '
    '"url": "https://vantage.example/1?<svg/onload=window.hit=6>"}\n'
)

Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Callable[[tuple[str, ...]], Browser]]:
    """A browser started with these arguments; each kind once."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    needed(program, "no Chromium is installed (on Debian: apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        started: dict[tuple[str, ...], Browser] = {}

        def browser(arguments: tuple[str, ...]) -> Browser:
            if arguments not in started:
                started[arguments] = driver.chromium.launch(executable_path=program, args=list(arguments))
            return started[arguments]

        yield browser
        for one in started.values():
            one.close()


@pytest.fixture
def open_page(address: str, chromium: Callable[[tuple[str, ...]], Browser]) -> Iterator[Open]:
    """``open_page("/path")``: a page of the explorer. Any request to another address, and any script error, fails."""
    faults: list[str] = []
    pages: list[Page] = []

    def opened(
        path: str,
        *,
        width: int = 1280,
        arguments: tuple[str, ...] = PLAIN,
        dark: bool = False,
        script: bool = True,
        base: str = address,
    ) -> Page:
        page = chromium(arguments).new_page(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
        )
        page.set_default_timeout(SECONDS)
        page.on("request", lambda request: outside(request.url, base))
        page.on("pageerror", lambda error: faults.append(f"{path}: {error}"))
        pages.append(page)
        page.goto(base + path)
        return page

    def outside(url: str, base: str) -> None:
        if not url.startswith((f"{base}/", "blob:", "data:")):
            faults.append(f"asked another server: {url}")

    yield opened
    for page in pages:
        page.close()
    assert faults == []


def drawn(page: Page) -> None:
    """Wait until the map is."""
    page.wait_for_selector("#map[data-drawn]")
