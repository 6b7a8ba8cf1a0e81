"""Map, timeline and table in a browser: drawn, filtered, opened; with and without WebGL; on a phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.browser.conftest import NO_WEBGL, Open, drawn

if TYPE_CHECKING:
    from playwright.sync_api import Page

POINT = """() => {
    const map = document.getElementById("map").hearsayMap;
    const found = map.querySourceFeatures("incidents").filter((f) => f.properties.incidents === 1);
    const { x, y } = map.project(found[0].geometry.coordinates);
    const box = document.getElementById("map").getBoundingClientRect();
    return { x: x + box.left, y: y + box.top, id: found[0].properties.id };
}"""


def mapped(page: Page) -> Any:
    return page.eval_on_selector("#map", "element => Number(element.dataset.drawn)")


def test_the_map_draws_and_a_click_opens_an_incident(open_page: Open) -> None:
    page = open_page("/?place=omdurman")
    drawn(page)
    assert page.get_attribute("#map", "data-map") == "maplibre"
    point = page.evaluate(POINT)
    page.mouse.click(point["x"], point["y"])
    page.wait_for_url("**/incidents/*")
    assert page.url.endswith(point["id"])


def test_a_map_moved_on_shows_what_lies_there(open_page: Open) -> None:
    page = open_page("/?everything=yes")
    drawn(page)
    for place, lon, lat in (("Omdurman", 32.48, 15.65), ("Binnish", 36.71, 35.96)):
        with page.expect_response(re.compile(r"/map\?.*view=")) as given:
            page.evaluate(
                "at => document.getElementById('map').hearsayMap.jumpTo({ center: at, zoom: 10 })", [lon, lat]
            )
        found = given.value.json()
        assert place in {one["properties"].get("place", place) for one in found["features"]}
        page.wait_for_selector(f"#map[data-drawn='{len(found['features'])}']")


def test_a_filter_changes_map_timeline_table_and_address_and_back_restores_them(open_page: Open) -> None:
    page = open_page("/")
    drawn(page)
    before = (page.locator("table.rows tbody tr").count(), page.locator(".timeline a").count(), mapped(page))
    page.select_option("select[name=country]", "SDN")
    page.wait_for_url(re.compile(r"country=SDN"))
    page.wait_for_selector(f"#map:not([data-drawn='{before[2]}'])")
    after = (page.locator("table.rows tbody tr").count(), page.locator(".timeline a").count(), mapped(page))
    assert all(now < then for now, then in zip(after, before, strict=True))
    assert set(parse_qs(urlsplit(page.url).query)) == {"country"}
    again = open_page(page.url[page.url.index("/", 8) :])
    drawn(again)
    assert again.input_value("select[name=country]") == "SDN"
    assert again.locator("table.rows tbody tr").count() == after[0]
    page.go_back()
    page.wait_for_selector(f"table.rows tbody tr:nth-child({before[0]})")


def test_without_webgl_there_is_leaflet(open_page: Open) -> None:
    page = open_page("/", arguments=NO_WEBGL)
    drawn(page)
    assert page.get_attribute("#map", "data-map") == "leaflet"
    assert page.locator(".leaflet-container canvas").count() > 0
    assert mapped(page) > 0


def test_without_scripts_filters_and_table_work(open_page: Open) -> None:
    page = open_page("/", script=False)
    page.select_option("select[name=country]", "SDN")
    page.click("form#filters button")
    page.wait_for_url(re.compile(r"country=SDN"))
    assert page.locator("table.rows tbody tr").count() > 0


@pytest.mark.parametrize("path", ["/", "/?everything=yes&place=omdurman"])
def test_a_phone_s_width_is_enough(open_page: Open, path: str) -> None:
    page = open_page(path, width=380)
    drawn(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 380
    assert not page.locator("form#filters").is_visible()
    page.click("details.filters summary")
    assert page.locator("form#filters").is_visible()
    page.locator("a.what").first.click()
    page.wait_for_url("**/incidents/*")
    assert page.evaluate("document.documentElement.scrollWidth") <= 380


@pytest.mark.parametrize("path", ["/actors/actor:rapid-support-forces", "/report?place=omdurman", "/add", "/sources"])
def test_other_pages_fit_a_phone_too(open_page: Open, path: str) -> None:
    page = open_page(path, width=380)
    assert page.evaluate("document.documentElement.scrollWidth") <= 380


def test_the_keyboard_reaches_an_incident(open_page: Open) -> None:
    page = open_page("/?place=omdurman")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    page.locator("a.what").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/incidents/*")
