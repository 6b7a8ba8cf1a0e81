"""Incident and article in a browser: the matrix, the words of the chosen claim, hostile text, faults of access."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.conftest import Open, drawn, needed

if TYPE_CHECKING:
    from playwright.sync_api import Page


def incident(open_page: Open, query: str, *, dark: bool = False) -> Page:
    """The page of the first incident that is listed for it."""
    page = open_page(f"/?{query}", dark=dark)
    page.locator("a.what").first.click()
    page.wait_for_url("**/incidents/*")
    return page


def test_the_matrix_of_a_disputed_incident_leads_to_the_words(open_page: Open) -> None:
    page = incident(open_page, "place=omdurman&dispute=responsibility")
    assert page.locator(".matrix tbody").count() >= 3
    page.locator(".matrix .contradicted a").first.click()
    page.wait_for_url("**/articles/*claim=*")
    assert "Rapid Support Forces" in page.locator(".claims .chosen").inner_text()


def test_highlights_follow_the_selected_claim(open_page: Open) -> None:
    page = incident(open_page, "place=binnish")
    page.locator(".history a").first.click()
    page.wait_for_selector(".claims .chosen")
    before = page.locator(".reading mark").all_inner_texts()
    page.evaluate("window.stayed = true")
    page.locator(".claims li:not(.chosen) > a").first.click()
    page.wait_for_url("**claim=*")
    page.wait_for_selector(f".claims .chosen[id='{page.url.rpartition('=')[2]}']")
    assert page.evaluate("window.stayed")
    assert page.locator(".reading mark").all_inner_texts() != before


def test_a_hostile_article_runs_nothing(open_page: Open) -> None:
    page = open_page("/?everything=yes&from=2019-07-01&to=2019-07-31")
    drawn(page)
    page.locator("a.what").first.click()
    page.wait_for_url("**/incidents/*")
    assert page.evaluate("window.hit") is None
    page.locator(".history a").first.click()
    page.wait_for_url("**/articles/*")
    assert "<script>window.hit=2</script>" in page.locator(".reading .text").inner_text()
    assert page.evaluate("window.hit") is None
    assert page.locator(".reading img, .reading svg").count() == 0
    page.locator("article header a").first.click()
    page.wait_for_url("**/outlets/*")
    assert "<img src=x onerror=window.hit=5>" in page.locator("h1").inner_text()
    assert page.evaluate("window.hit") is None


OTHERS = ("sources", "control", "add", "actors/actor:rapid-support-forces", "report?place=omdurman")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("which", ["overview", "incident", "article", *OTHERS])
def test_axe_finds_no_serious_fault(open_page: Open, which: str, *, dark: bool) -> None:
    axe = pytest.importorskip("axe_core_python")
    script = Path(axe.__file__).parent / "axe.min.js"
    needed(script.exists(), "axe-core is not installed")
    if which in OTHERS:
        page = open_page(f"/{which}", dark=dark)
    elif which == "overview":
        page = open_page("/", dark=dark)
        drawn(page)
    else:
        page = incident(open_page, "place=omdurman&dispute=responsibility", dark=dark)
        if which == "article":
            page.locator(".history a").first.click()
            page.wait_for_selector(".claims .chosen")
    page.evaluate(script.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {exclude: []})")["violations"]
    serious = [
        (fault["id"], [node["html"][:120] for node in fault["nodes"][:3]])
        for fault in found
        if fault["impact"] in ("serious", "critical")
    ]
    assert serious == []
