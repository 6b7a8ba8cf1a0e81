"""What the importers share: places of one source made ready and written as one gazetteer file."""

from __future__ import annotations

import csv
import gzip
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from hearsay.errors import DataError
from hearsay.places.geometry import distance_km
from hearsay.places.names import fold, is_readable
from hearsay.places.schema import NewPlace

Progress = Callable[[int], None]
"""Called now and then with the number of rows read so far."""

_SAME_KM = 3.0
_SAME_ID_KM = 10.0  # sources give villages the ids of their namesakes
EVERY = 5000

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))


def usable(names: Iterable[str]) -> Iterator[str]:
    """Names in the scripts that are looked up (Latin, Cyrillic, Hebrew, Arabic), of a length that names have."""
    for name in names:
        trimmed = name.strip()
        if 2 <= len(trimmed) <= 80 and is_readable(trimmed):
            yield trimmed


def open_text(path: Path) -> io.TextIOBase:
    """A UTF-8 text file, gzipped or not. DataError when it cannot be opened."""
    try:
        if path.suffix == ".gz":
            return gzip.open(path, "rt", encoding="utf-8", newline="")
        return path.open(encoding="utf-8", newline="")
    except OSError as error:
        raise DataError("import-unreadable", f"cannot be read ({error.strerror})", where=str(path)) from error


def lines_of(path: Path, file: Iterable[str]) -> Iterator[str]:
    """The lines of an open file; a truncated archive or another encoding is a DataError with the line's number."""
    number = 0
    try:
        for line in file:
            number += 1
            if "\0" in line:
                raise DataError("import-damaged", "a null byte: not text", where=f"{path}:{number}")
            yield line
    except UnicodeDecodeError as error:
        raise DataError(
            "import-encoding", f"not UTF-8 ({error.reason})", where=f"{path}:{number + 1}", hint="Convert it to UTF-8."
        ) from error
    except (EOFError, OSError) as error:
        raise DataError(
            "import-damaged", f"the file breaks off ({error})", where=f"{path}:{number + 1}", hint="Download it again."
        ) from error


def coordinates(lat: str, lon: str, where: str) -> tuple[float, float]:
    """Degrees from text. DataError for no numbers, a point off the globe, or (0, 0), which is nobody's place."""
    try:
        point = float(lat), float(lon)
    except ValueError as error:
        raise DataError("import-coordinates", f"not coordinates: {lat[:40]!r}, {lon[:40]!r}", where=where) from error
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise DataError("import-coordinates", f"off the globe: {point[0]}, {point[1]}", where=where)
    if abs(point[0]) < 1e-9 and abs(point[1]) < 1e-9:
        raise DataError("import-coordinates", "latitude and longitude are both 0", where=where)
    return point


def number(text: str) -> int:
    """A whole number from a cell, 0 when it is empty or none."""
    try:
        return max(0, int(float(text)))
    except (ValueError, OverflowError):
        return 0


def deduplicated(places: Sequence[NewPlace]) -> list[NewPlace]:
    """One record for each place: an id in common within ten kilometres, or name and kind within three.

    The first record stays and takes over the others' names, ids and population. Admin numbers must not be set yet on
    records that may move: callers pass only towns and smaller places, whose numbers nobody refers to.
    """
    kept: list[NewPlace] = []
    by_id: dict[str, int] = {}
    by_name: dict[tuple[str, str | None, str], list[int]] = {}
    for place in places:
        same_id = (by_id[i] for i in (place.id, *place.other_ids) if i in by_id)
        at = next((k for k in same_id if _close(kept[k], place, _SAME_ID_KM)), None)
        key = (fold(place.name), place.country, place.kind)
        if at is None:
            at = next((k for k in by_name.get(key, ()) if _close(kept[k], place, _SAME_KM)), None)
        if at is None:
            at = len(kept)
            kept.append(place)
            by_name.setdefault(key, []).append(at)
        else:
            kept[at] = _joined(kept[at], place)
        for ident in (place.id, *place.other_ids):
            by_id.setdefault(ident, at)
    return kept


def _close(one: NewPlace, other: NewPlace, limit: float) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= limit


def _joined(one: NewPlace, other: NewPlace) -> NewPlace:
    return replace(
        one,
        population=max(one.population, other.population),
        radius_km=max(one.radius_km, other.radius_km),
        names=tuple(dict.fromkeys((*one.names, other.name, *other.names))),
        other_ids=tuple(dict.fromkeys((*one.other_ids, other.id, *other.other_ids))),
        admin1=one.admin1 if one.admin1 is not None else other.admin1,
        admin2=one.admin2 if one.admin2 is not None else other.admin2,
    )
