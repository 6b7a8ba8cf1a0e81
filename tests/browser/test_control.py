"""The control slider in a browser."""

from __future__ import annotations

from tests.browser.conftest import Open


def test_the_slider_moves_map_and_table(open_page: Open) -> None:
    page = open_page("/control")
    page.wait_for_selector("#held")
    before = page.locator("#held h2").inner_text()
    page.locator("#day").focus()
    page.keyboard.press("Home")
    page.wait_for_selector("#held h2:not(:text-is('" + before + "'))")
    assert page.locator("#held .answer tbody tr").count() == 1
    assert page.locator("#held svg circle").count() == 1
    assert "day=" in page.url
