"""Takes the guide's pictures of the explorer: ``python docs/screenshots.py``, with Chromium and Playwright.

The bundled, invented reports are taken into a database of their own, served, and looked at as a reader would.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

from hearsay.demo import reports
from hearsay.ingest import ingest
from hearsay.pages import read_pages
from hearsay.pipeline import references
from hearsay.store import open_database
from hearsay.web.app import create_app
from hearsay.web.serving import LOOPBACK, listen
from hearsay.web.settings import Settings

FOLDER = Path(__file__).parent / "images"
WIDTH, HEIGHT, TALL = 1280, 960, 1800
DISPUTED = "/?place=omdurman&dispute=responsibility"
ACTOR = "/actors/actor:rapid-support-forces"
REPORT = "/report?place=binnish"


def main() -> None:
    """All of them."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        sys.exit("No Chromium is installed (on Debian: apt-get install chromium).")
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        _served(Path(folder) / "demo.db") as base,
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(f"{base}/?everything=yes&from=2019-01-01")
        page.wait_for_selector("#map[data-drawn]")
        _taken(page, "overview")
        page.goto(base + DISPUTED)
        page.locator("a.what").first.click()
        page.wait_for_selector(".matrix")
        page.set_viewport_size({"width": WIDTH, "height": TALL})
        _taken(page, "incident")
        page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        page.locator(".history a").first.click()
        page.wait_for_selector(".claims .chosen")
        _taken(page, "article")
        incident = page.locator("a:has-text('The incident, with')").get_attribute("href")
        for name, address in (("actor", ACTOR), ("sources", "/sources"), ("control", "/control"), ("report", REPORT)):
            page.goto(base + address)
            _taken(page, name)
        dark = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="dark")
        dark.goto(f"{base}/?everything=yes&from=2019-01-01")
        dark.wait_for_selector("#map[data-drawn]")
        _taken(dark, "dark")
        phone = browser.new_page(viewport={"width": 390, "height": 844})
        phone.goto(f"{base}{incident}")
        _taken(phone, "phone")
        browser.close()


def _taken(page: Page, name: str) -> None:
    page.wait_for_timeout(500)
    page.screenshot(path=str(FOLDER / f"explorer-{name}.png"))


@contextmanager
def _served(database: Path) -> Iterator[str]:
    with open_database(database, write=True) as opened:
        pages = read_pages([str(report) for report in reports()], io.BytesIO())
        for _ in ingest(pages, opened, references()):
            pass
    socket = listen(0)
    server = uvicorn.Server(uvicorn.Config(create_app(Settings(str(database))), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://{LOOPBACK}:{socket.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    socket.close()


if __name__ == "__main__":
    main()
