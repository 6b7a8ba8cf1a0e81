// The overview's moving parts: htmx swaps the results when a filter changes; the map follows the page's address.

import { drawMap } from "./map.js";

const element = document.getElementById("map");
const form = document.getElementById("filters");
const { default: htmx } = await import(element.dataset.htmx);
htmx.process(document.body);

const map = await drawMap(element, {
  query: () => location.search,
  open: (id) => location.assign(`/incidents/${encodeURIComponent(id)}`),
  narrow: (box) => {
    const asked = new URLSearchParams(location.search);
    asked.set("box", box.join(","));
    asked.delete("page");
    location.assign(`/?${asked}`);
  },
  box: () => readBox(),
});

/** The box that holds all results, or null. */
function readBox() {
  const told = document.getElementById("results").dataset.box;
  return told ? told.split(",").map(Number) : null;
}

// Empty fields are no filters: they stay out of the address.
form.addEventListener("formdata", (event) => {
  for (const [name, value] of [...event.formData]) {
    if (value === "") event.formData.delete(name);
  }
});

document.body.addEventListener("htmx:after:swap", () => map.refresh({ fit: true }));

// On a phone the filters start closed.
if (matchMedia("(max-width: 60rem)").matches) document.querySelector("details.filters").open = false;
