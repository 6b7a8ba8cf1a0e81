// The map with MapLibre GL.

import { colour, holds, incidents, inOnePoint, label } from "./map.js";

const METRES_PER_PIXEL = 78271.516964; // at zoom 0 on the equator, for tiles of 512 pixels
const EMPTY = { type: "FeatureCollection", features: [] };

export async function drawMapLibre(element, view) {
  const gl = await import(element.dataset.maplibre);
  gl.setWorkerUrl(new URL(element.dataset.worker, location.href).href);
  const map = new gl.Map({
    container: element,
    style: style(element),
    bounds: padded(view.box()),
    fitBoundsOptions: { padding: 40, maxZoom: 9 },
    maxZoom: 14,
    dragRotate: false,
    pitchWithRotate: false,
    cooperativeGestures: matchMedia("(pointer: coarse)").matches,
    attributionControl: { compact: true, customAttribution: "Natural Earth" },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new gl.NavigationControl({ showCompass: false }), "top-right");
  await new Promise((done) => map.once("load", done));

  const level = () => Math.floor(map.getZoom());
  const bounds = () => map.getBounds().toArray().flat();
  let asked = 0;
  let given = { level: level(), box: null };
  async function refresh({ fit = false } = {}) {
    const box = view.box();
    const mine = ++asked;
    if (fit && box) map.fitBounds(padded(box), { padding: 40, maxZoom: 9, animate: false });
    if (mine !== asked) return; // what fits asked anew
    given = { level: level(), box: null };
    const found = await incidents(element, view, map.getZoom(), bounds());
    if (mine !== asked) return;
    given.box = found.box;
    for (const { properties: told, geometry } of found.features) {
      if (told.radius_km) told.radius_px = radius(told.radius_km, geometry.coordinates[1]);
    }
    map.getSource("regions").setData(found.regions);
    map.getSource("incidents").setData(found);
    map.once("idle", () => element.setAttribute("data-drawn", String(found.features.length)));
  }

  map.on("moveend", () => {
    if (level() !== given.level || !holds(given.box, bounds())) refresh();
  });
  const popup = new gl.Popup({ closeButton: false, closeOnClick: false, offset: 10 });
  for (const layer of ["points", "clusters"]) {
    map.on("mouseenter", layer, ({ features: [{ properties, geometry }] }) => {
      map.getCanvas().style.cursor = "pointer";
      if (layer === "points") popup.setLngLat(geometry.coordinates).setText(label(properties)).addTo(map);
    });
    map.on("mouseleave", layer, () => {
      map.getCanvas().style.cursor = "";
      popup.remove();
    });
  }
  map.on("click", "points", ({ features: [{ properties }] }) => view.open(properties.id));
  map.on("click", "clusters", ({ features: [{ properties, geometry }] }) => {
    const box = JSON.parse(properties.box);
    if (inOnePoint(box) || map.getZoom() >= 13.9) view.narrow(box);
    else map.easeTo({ center: geometry.coordinates, zoom: Math.min(14, map.getZoom() + 2) });
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", async () => {
    map.setStyle(style(element), { diff: true });
    map.once("idle", () => refresh());
  });
  element.hearsayMap = map;
  element.setAttribute("data-map", "maplibre");
  await refresh();
  return { refresh };
}

/** Pixels at zoom 0 that so many kilometres take at a latitude. */
function radius(km, lat) {
  return (km * 1000) / (METRES_PER_PIXEL * Math.cos((lat * Math.PI) / 180));
}

/** The box, not smaller than a degree; the world where there is none. */
function padded(box) {
  if (!box) return [-150, -50, 170, 70];
  const [west, south, east, north] = box;
  return [west - 0.5, Math.max(-85, south - 0.5), east + 0.5, Math.min(85, north + 0.5)];
}

function style(element) {
  const single = ["==", ["get", "incidents"], 1];
  const spot = ["match", ["get", "status"], "occurred", colour("spot"), "ongoing", colour("spot"), colour("spot-other")];
  const grown = (zoom) => ["*", ["coalesce", ["get", "radius_px"], 0], 2 ** zoom];
  return {
    version: 8,
    sources: {
      countries: { type: "geojson", data: new URL(element.dataset.basemap, location.href).href },
      names: { type: "geojson", data: new URL(element.dataset.names, location.href).href },
      regions: { type: "geojson", data: EMPTY },
      incidents: { type: "geojson", data: EMPTY },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
      { id: "land", type: "fill", source: "countries", paint: { "fill-color": colour("land") } },
      { id: "borders", type: "line", source: "countries",
        paint: { "line-color": colour("border"), "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.5, 8, 1.5] } },
      { id: "names", type: "symbol", source: "names",
        filter: [">", ["get", "size"], ["step", ["zoom"], 12, 3, 2, 5, 0]],
        layout: { "text-field": ["get", "name"], "text-size": 11, "text-letter-spacing": 0.08,
          "text-transform": "uppercase", "symbol-sort-key": ["-", 0, ["get", "size"]] },
        paint: { "text-color": colour("map-name"), "text-halo-color": colour("land"), "text-halo-width": 1.2 } },
      { id: "regions", type: "fill", source: "regions", paint: { "fill-color": spot, "fill-opacity": 0.12 } },
      { id: "region-edges", type: "line", source: "regions",
        paint: { "line-color": spot, "line-width": 1, "line-opacity": 0.6 } },
      { id: "reach", type: "circle", source: "incidents", filter: single,
        paint: { "circle-radius": ["interpolate", ["exponential", 2], ["zoom"], 0, grown(0), 14, grown(14)],
          "circle-color": spot, "circle-opacity": 0.12, "circle-stroke-color": spot, "circle-stroke-width": 1,
          "circle-stroke-opacity": 0.5 } },
      { id: "clusters", type: "circle", source: "incidents", filter: ["!", single],
        paint: { "circle-radius": ["interpolate", ["linear"], ["ln", ["get", "incidents"]], 0.6, 12, 9, 34],
          "circle-color": colour("cluster"), "circle-opacity": 0.88, "circle-stroke-width": 1.5,
          "circle-stroke-color": colour("land") } },
      { id: "counts", type: "symbol", source: "incidents", filter: ["!", single],
        layout: { "text-field": ["number-format", ["get", "incidents"], { locale: "en" }], "text-size": 12,
          "text-allow-overlap": true },
        paint: { "text-color": colour("on-cluster") } },
      { id: "points", type: "circle", source: "incidents", filter: single,
        paint: { "circle-radius": 6, "circle-color": spot,
          "circle-stroke-width": ["case", [">", ["get", "disputed"], 0], 2.5, 1.2],
          "circle-stroke-color": ["case", [">", ["get", "disputed"], 0], colour("dispute"), colour("land")] } },
      { id: "places", type: "symbol", source: "incidents", filter: single, minzoom: 5,
        layout: { "text-field": ["get", "place"], "text-size": 12, "text-anchor": "left", "text-offset": [0.8, 0],
          "text-optional": true },
        paint: { "text-color": colour("ink"), "text-halo-color": colour("land"), "text-halo-width": 1.4 } },
    ],
  };
}
