// The map with Leaflet, where there is no WebGL. Its script sets a global: it is loaded once.

import { colour, holds, incidents, inOnePoint, label } from "./map.js";

export async function drawLeaflet(element, view) {
  const L = await load(element.dataset.leaflet);
  const map = L.map(element, { preferCanvas: true, maxZoom: 14, minZoom: 1, zoomControl: true });
  map.attributionControl.setPrefix(false).addAttribution("Natural Earth");
  fit();
  const land = await (await fetch(element.dataset.basemap)).json();
  L.geoJSON(land, {
    interactive: false,
    style: { color: colour("border"), weight: 0.7, fillColor: colour("land"), fillOpacity: 1 },
  }).addTo(map);
  const shown = L.layerGroup().addTo(map);

  function fit() {
    const [west, south, east, north] = view.box() ?? [-150, -50, 170, 70];
    map.fitBounds([[south - 0.5, west - 0.5], [north + 0.5, east + 0.5]], { animate: false, maxZoom: 9 });
  }

  function bounds() {
    const shown = map.getBounds();
    return [shown.getWest(), shown.getSouth(), shown.getEast(), shown.getNorth()];
  }

  let asked = 0;
  let given = { zoom: map.getZoom(), box: null };
  async function refresh({ fit: again = false } = {}) {
    const mine = ++asked;
    if (again && view.box()) fit();
    if (mine !== asked) return; // what fits asked anew
    given = { zoom: map.getZoom(), box: null };
    const found = await incidents(element, view, map.getZoom() - 1, bounds()); // Leaflet's tiles have 256 pixels
    if (mine !== asked) return;
    given.box = found.box;
    shown.clearLayers();
    L.geoJSON(found.regions, { interactive: false, style: ({ properties }) => reach(properties) }).addTo(shown);
    for (const { properties: told, geometry: { coordinates: [lon, lat] } } of found.features) {
      shown.addLayer(told.incidents === 1 ? point(told, [lat, lon]) : cluster(told, [lat, lon]));
    }
    element.setAttribute("data-drawn", String(found.features.length));
  }

  function fillOf(told) {
    return colour(["occurred", "ongoing"].includes(told.status) ? "spot" : "spot-other");
  }

  /** How what may lie anywhere in a circle or a region is drawn. */
  function reach(told) {
    return { color: fillOf(told), weight: 1, fillOpacity: 0.1 };
  }

  function point(told, at) {
    const fill = fillOf(told);
    const edge = colour(told.disputed ? "dispute" : "land");
    const spot = L.circleMarker(at, { radius: 6, color: edge, weight: told.disputed ? 2.5 : 1.2, fillColor: fill, fillOpacity: 1 });
    const words = document.createElement("span");
    words.textContent = label(told);
    spot.bindTooltip(words).on("click", () => view.open(told.id));
    if (!told.radius_km) return spot;
    const circle = L.circle(at, { ...reach(told), radius: told.radius_km * 1000, interactive: false });
    return L.layerGroup([circle, spot]);
  }

  function cluster(told, at) {
    const circle = L.circleMarker(at, {
      radius: 10 + 2.5 * Math.log(told.incidents), color: colour("land"), weight: 1.5,
      fillColor: colour("cluster"), fillOpacity: 0.88,
    });
    const words = document.createElement("span");
    words.textContent = `${told.incidents}`;
    circle.bindTooltip(words, { permanent: true, direction: "center", className: "cluster-count" });
    return circle.on("click", () => {
      if (inOnePoint(told.box) || map.getZoom() >= 14) view.narrow(told.box);
      else map.setView(at, Math.min(14, map.getZoom() + 2));
    });
  }

  map.on("moveend", () => {
    if (map.getZoom() !== given.zoom || !holds(given.box, bounds())) refresh();
  });
  element.setAttribute("data-map", "leaflet");
  await refresh();
  return { refresh };
}

function load(address) {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => done(window.L);
    script.onerror = () => failed(new Error(`${address} cannot be loaded`));
    document.head.append(script);
  });
}
