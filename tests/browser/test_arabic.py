"""Arabic names run from right to left: on the map, drawn by MapLibre, and in pages."""

from __future__ import annotations

import base64
from typing import Any

from tests.browser.conftest import Open, drawn

ALEFS_THEN_SEENS = "ااااسسس"  # tall strokes, then low ones: read from the right, the tall ones are on the right

LABEL = """(text) => new Promise((done) => {
    const map = document.getElementById("map").hearsayMap;
    const { layers } = map.getStyle();
    for (const { id } of layers.slice(2)) map.setLayoutProperty(id, "visibility", "none");
    const here = map.getCenter();
    const geometry = { type: "Point", coordinates: here.toArray() };
    const data = { type: "Feature", geometry, properties: { incidents: 1, place: text } };
    map.addSource("label", { type: "geojson", data });
    const places = layers.find(({ id }) => id === "places");
    const layout = { ...places.layout, "text-size": 40, visibility: "visible" };
    map.addLayer({ ...places, id: "label", source: "label", minzoom: 0, layout });
    map.once("idle", () => {
        const { x, y } = map.project(here);
        const box = document.getElementById("map").getBoundingClientRect();
        done({ x: x + box.left, y: y + box.top });
    });
})"""

INK = """async (png) => {
    const image = new Image();
    image.src = "data:image/png;base64," + png;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const heights = [];
    for (let x = 0; x < image.width; x += 1) {
        let rows = 0;
        for (let y = 0; y < image.height; y += 1) {
            const at = 4 * (y * image.width + x);
            if (data[at] + data[at + 1] + data[at + 2] < 240) rows += 1;
        }
        heights.push(rows);
    }
    return heights;
}"""


def test_labels_of_the_map(open_page: Open) -> None:
    page = open_page("/?place=omdurman")
    drawn(page)
    at = page.evaluate(LABEL, ALEFS_THEN_SEENS)
    clip: Any = {"x": at["x"] + 20, "y": at["y"] - 40, "width": 240, "height": 80}
    heights = page.evaluate(INK, base64.b64encode(page.screenshot(clip=clip)).decode())
    inked = [x for x, rows in enumerate(heights) if rows]
    middle = (inked[0] + inked[-1]) / 2
    left = max(rows for x, rows in enumerate(heights) if x < middle)
    right = max(rows for x, rows in enumerate(heights) if x > middle)
    assert right > 1.5 * left


def test_names_in_pages(open_page: Open) -> None:
    page = open_page("/actors/actor:rapid-support-forces")
    first, last = page.evaluate("""() => {
        const walker = document.createTreeWalker(document.querySelector(".record"), NodeFilter.SHOW_TEXT);
        const name = "قوات الدعم السريع";
        while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(name);
            if (at < 0) continue;
            return [at, at + name.length - 1].map((letter) => {
                const range = document.createRange();
                range.setStart(walker.currentNode, letter);
                range.setEnd(walker.currentNode, letter + 1);
                return range.getBoundingClientRect().left;
            });
        }
    }""")
    assert first > last
