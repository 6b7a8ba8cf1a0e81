// A map of what an address asks for. The server clusters; here is only drawn what it gives for a zoom level.
// MapLibre where there is WebGL, else Leaflet: both give { refresh({ fit }) }.

/**
 * Draws the map into `element`, whose data attributes name the files.
 * `view.query()` is the query string, `view.box()` the box of all results, `view.open(id)` is called for a chosen
 * incident, `view.narrow(box)` for a cluster that no zoom takes apart.
 */
export async function drawMap(element, view) {
  if (hasWebGL()) {
    const { drawMapLibre } = await import("./map-maplibre.js");
    return drawMapLibre(element, view);
  }
  const { drawLeaflet } = await import("./map-leaflet.js");
  return drawLeaflet(element, view);
}

/**
 * The GeoJSON of the incidents for a zoom level, where the map shows `bounds` (west, south, east, north, which may go
 * on beyond 180 degrees). Its `box` is that of which incidents are given; null: the world.
 */
export async function incidents(element, view, zoom, [west, south, east, north]) {
  const asked = new URLSearchParams(view.query());
  asked.delete("page");
  asked.set("zoom", String(Math.max(0, Math.min(14, Math.floor(zoom)))));
  if (east - west < 360) {
    asked.set("view", [turned(west), Math.max(-90, south), turned(east), Math.min(90, north)].join(","));
  }
  const answer = await fetch(`${element.dataset.incidents}?${asked}`);
  if (!answer.ok) throw new Error(`the map's data: ${answer.status}`);
  return answer.json();
}

/** Whether a box that was given holds all that the map shows. */
export function holds(box, [west, south, east, north]) {
  if (!box) return true;
  const across = (from, to) => (((to - from) % 360) + 360) % 360;
  return east - west < 360 && south >= box[1] && north <= box[3] &&
    across(box[0], west) + (east - west) <= across(box[0], box[2]);
}

function turned(longitude) {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

/** A colour of the style sheet, for the scheme that is on. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** What a chosen cluster does: true where it lies in one point, so that zooming in would not take it apart. */
export function inOnePoint([west, south, east, north]) {
  return east - west < 1e-4 && north - south < 1e-4;
}

/** The words shown for an incident. */
export function label({ title, place, day }) {
  return [title, place, day].filter(Boolean).join(" · ");
}

function hasWebGL() {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return Boolean(context);
}
