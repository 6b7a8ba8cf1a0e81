"""Adding in a browser: a pasted text ends on its claims."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import Open, served

from hearsay.store import open_database

TEXT = "Shelling killed 60 people in the market of Maarat al-Numan on Sunday, the Orontes Rescue Committee said."


def test_a_pasted_text_ends_on_its_claims(open_page: Open, tmp_path: Path) -> None:
    open_database(tmp_path / "hearsay.db", write=True).close()
    with served(tmp_path / "hearsay.db") as base:
        page = open_page("/", base=base)
        page.click("nav >> text=Add")
        page.fill("textarea[name=text]", TEXT)
        page.fill("input[name=outlet]", "Vantage Wire")
        page.fill("input[name=published]", "2019-07-21")
        page.click("form[action='/add/text'] button")
        page.wait_for_selector(".coded q:has-text('killed 60 people')")
        page.click(".kept a >> nth=0")
        page.wait_for_url("**/articles/*")
        assert "killed 60 people" in page.locator(".claims .chosen").inner_text()
        assert "60" in page.locator(".reading mark.counts").inner_text()
        page.click(".claims .chosen >> text=The incident")
        page.wait_for_url("**/incidents/*")
        page.close()
