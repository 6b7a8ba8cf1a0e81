"""Imports: what a good file gives, and what a bad one is told."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hearsay.errors import DataError
from hearsay.places import Gazetteer, find_places
from hearsay.places.import_csv import import_csv, import_pcodes
from hearsay.places.import_geonames import import_geonames
from hearsay.places.import_wof import import_wof

WOF_HEAD = (
    "wof_id\tplacetype\tname\tlat\tlon\tregion_id\tcounty_id\tgeonames_id\twikidata_id\tpopulation\tnames_other\t"
    "names_ara\tsrc_geom"
)
WOF_ROWS = (
    "1\tcountry\tSyria\t35\t38\t\t\t\t\t\tSuriyah\tسوريا\twof",
    "2\tregion\tNorthland\t35.5\t37.5\t2\t\t\t\t\t\t\twof",
    "3\tregion\tSouthland\t34.5\t37.5\t3\t\t\t\t\t\t\twof",
    "4\tlocality\tTell Zaytun\t35.6\t37.2\t2\t\t77\t\t300\tTall Zeitoun\tتل زيتون\tgeonames",
    "5\tlocality\tTell Zaytun\t35.601\t37.201\t2\t\t\t\t\t\t\tquattroshapes",
    "6\tlocality\tTell Zaytun\t34.6\t37.2\t\t\t78\t\t\t\t\tgeonames",
)


def square(west: float, south: float, east: float, north: float) -> dict[str, object]:
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def wof(folder: Path, rows: tuple[str, ...] = WOF_ROWS, head: str = WOF_HEAD) -> Path:
    path = folder / "wof_sy.tsv.gz"
    path.write_bytes(gzip.compress("\r\n".join((head, *rows, "")).encode()))
    features = [
        {"type": "Feature", "properties": {"wof_id": 2}, "geometry": square(37, 35, 38, 36)},
        {"type": "Feature", "properties": {"wof_id": 3}, "geometry": square(37, 34, 38, 35)},
    ]
    borders = json.dumps({"type": "FeatureCollection", "features": features})
    (folder / "wof_sy_admin.geojson.gz").write_bytes(gzip.compress(borders.encode()))
    return path


def test_wof_joins_doubles_and_finds_regions_by_border(tmp_path: Path) -> None:
    gazetteer = Gazetteer([import_wof(wof(tmp_path), tmp_path / "data")])
    north, south = sorted(gazetteer.lookup("Tell Zaytun"), key=lambda e: -(e.lat or 0))
    assert (north.admin1, south.admin1) == ("Northland", "Southland")  # the second by its border alone
    assert {"wof:5", "geonames:77"} <= {north.id, *north.other_ids}
    assert gazetteer.lookup("تل زيتون")[0].id == north.id
    assert gazetteer.admin_at(35.5, 37.5) == (None, "Northland", None)


def test_a_part_of_a_region_lies_within_its_border(tmp_path: Path) -> None:
    gazetteer = Gazetteer([import_wof(wof(tmp_path), tmp_path / "data")])
    (place,) = find_places("Shelling hit eastern Northland province.", gazetteer)
    assert place.precision == 5
    assert place.lon == pytest.approx(37.8, abs=0.02)
    assert place.lat == pytest.approx(35.5, abs=0.02)


def test_a_region_named_with_the_place_decides_between_namesakes(tmp_path: Path) -> None:
    gazetteer = Gazetteer([import_wof(wof(tmp_path), tmp_path / "data")])
    for region, lat in (("Northland", 35.6), ("Southland", 34.6)):
        place = find_places(f"A mine went off in Tall Zeitun, {region} province.", gazetteer)[0]
        assert place.text == "Tall Zeitun"
        assert place.lat == pytest.approx(lat, abs=0.01)
        assert place.admin1 == region


def geonames_row(number: int, name: str, feature: str, code: str, lat: str = "35.6", one: str = "02") -> str:
    cells = [number, name, name, "الزيتون,Zeitoun", lat, "37.2", feature, code, "SY", "", one]
    return "\t".join(map(str, [*cells, "", "", "", 1200, "", 3, "Asia/Damascus", "2020-01-01"]))


def dump(folder: Path, *rows: str, name: str = "SY.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "no data")
        archive.writestr("SY.txt", "\n".join(rows) + "\n")
    return path


def test_geonames_dump(tmp_path: Path) -> None:
    rows = (
        geonames_row(1, "Tell Zaytun", "P", "PPL"),
        geonames_row(2, "Northland", "A", "ADM1"),
        geonames_row(3, "Zaytun Air Base", "S", "AIRB"),
        geonames_row(4, "Old Zaytun", "P", "PPLH"),
    )
    seen: list[int] = []
    gazetteer = Gazetteer([import_geonames(dump(tmp_path, *rows), tmp_path / "data", seen.append)])
    entry = gazetteer.lookup("Tell Zaytun")[0]
    assert (entry.id, entry.admin1, entry.country, entry.population) == ("geonames:1", "Northland", "SYR", 1200)
    assert gazetteer.lookup("Zaytun Air Base")[0].kind == "facility"
    assert gazetteer.lookup("Old Zaytun", alike=False) == ()  # historical: nothing stands there


def test_of_namesakes_by_sound_the_one_beside_the_other_places_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "villages.csv"
    path.write_text(
        "name,lat,lon,admin1,names\n"
        "Hubayt,35.56,36.02,Latakia,Hobeite\n"
        "Al Habit,35.44,36.54,Idlib,Habeet\n"
        "Kafr Nabudah,35.43,36.49,Hama,\n"
        "Slanfah,35.60,36.18,Latakia,\n"
    )
    columns = {field: field for field in ("name", "lat", "lon", "admin1", "names")}
    gazetteer = Gazetteer([import_csv(path, tmp_path / "data", columns, label="villages", country="SY")])
    for other, region in (("Kafr Nabudah", "Idlib"), ("Slanfah", "Latakia")):
        told = f"Syrian army units clashed with Syrian gunmen near {other}. Shells hit the village of al-Hobait."
        *_, place = find_places(told, gazetteer)
        assert (place.text, place.admin1) == ("al-Hobait", region)


def test_csv_with_a_column_map(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text(
        "Ort;Breite;Laenge;Gov\nTell Zaytun;35.6;37.2;Northland\n\nKafr Lawz;35.2;37.4;Northland\n", encoding="utf-8"
    )
    columns = {"name": "Ort", "lat": "Breite", "lon": "Laenge", "admin1": "Gov"}
    gazetteer = Gazetteer([import_csv(path, tmp_path / "data", columns, label="own", country="SY")])
    entry = gazetteer.lookup("Kafr Lawz")[0]
    assert (entry.admin1, entry.country, entry.lat) == ("Northland", "SYR", 35.2)


def test_pcodes_join_the_regions_that_others_place(tmp_path: Path) -> None:
    path = tmp_path / "pcodes.csv"
    path.write_text(
        "Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\nSYR,1,SY99,Northland,SYR,2021-01-01\n",
        encoding="utf-8",
    )
    borders = import_wof(wof(tmp_path), tmp_path / "data")
    gazetteer = Gazetteer([borders, import_pcodes(path, tmp_path / "data")])
    (entry,) = gazetteer.lookup("Northland")
    assert "pcode:SY99" in {entry.id, *entry.other_ids}
    assert entry.lat == pytest.approx(35.5)


GOOD = geonames_row(1, "Tell Zaytun", "P", "PPL")


def _geonames(text: bytes) -> Callable[[Path], Path]:
    def load(folder: Path) -> Path:
        path = folder / "SY.txt"
        path.write_bytes(text)
        return import_geonames(path, folder / "data")

    return load


def _cut_zip(folder: Path) -> Path:
    path = dump(folder, *[GOOD] * 500)
    path.write_bytes(path.read_bytes()[:-400])
    return import_geonames(path, folder / "data")


def _cut_gzip(folder: Path) -> Path:
    path = wof(folder)
    path.write_bytes(path.read_bytes()[:-30])
    return import_wof(path, folder / "data")


BAD: dict[str, tuple[Callable[[Path], Path], str, str]] = {
    "wrong columns": (_geonames(f"{GOOD}\nonly\tfour\tcolumns\there\n".encode()), "import-columns", ":2"),
    "another encoding": (_geonames(f"{GOOD}\n".encode() + "Zaytûn\n".encode("latin-1")), "import-encoding", "SY.txt"),
    "null island": (_geonames(GOOD.replace("35.6\t37.2", "0\t0").encode()), "import-coordinates", ":1"),
    "off the globe": (_geonames(GOOD.replace("35.6\t37.2", "135.6\t37.2").encode()), "import-coordinates", ":1"),
    "no number": (_geonames(GOOD.replace("35.6\t37.2", "north\teast").encode()), "import-coordinates", ":1"),
    "empty": (_geonames(b""), "import-empty", "SY.txt"),
    "binary": (_geonames(bytes(range(256)) * 20), "import-", "SY.txt"),
    "cut archive": (_cut_zip, "import-damaged", "SY.zip"),
    "cut gzip": (_cut_gzip, "import-damaged", "wof_sy"),
    "no file": (lambda folder: import_geonames(folder / "none.txt", folder / "data"), "import-unreadable", "none.txt"),
    "wof columns": (lambda folder: import_wof(wof(folder, head="a\tb"), folder / "data"), "import-columns", ":1"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_told_where_and_changes_nothing(case: str, tmp_path: Path) -> None:
    load, code, where = BAD[case]
    good = tmp_path / "good"
    good.mkdir()
    (tmp_path / "data").mkdir()
    before = import_geonames(dump(good, GOOD), tmp_path / "data")
    content = before.read_bytes()
    with pytest.raises(DataError) as caught:
        load(tmp_path)
    assert caught.value.code.startswith(code)
    assert where in (caught.value.where or "")
    assert list((tmp_path / "data").iterdir()) == [before]
    assert before.read_bytes() == content


def test_csv_errors(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("name,lat,lon\nA,1,2\nB,1\n", encoding="utf-8")
    columns = {"name": "name", "lat": "lat", "lon": "lon"}
    with pytest.raises(DataError, match="columns") as caught:
        import_csv(path, tmp_path / "data", columns, label="own")
    assert (caught.value.where or "").endswith(":3")
    with pytest.raises(DataError, match="column map"):
        import_csv(path, tmp_path / "data", {"name": "name"}, label="own")
    with pytest.raises(DataError, match="no column"):
        import_csv(path, tmp_path / "data", {**columns, "kind": "sort"}, label="own")
    with pytest.raises(DataError, match="no country"):
        import_csv(path, tmp_path / "data", columns, label="own", country="Atlantis")


def test_many_rows_in_little_memory(tmp_path: Path) -> None:
    lines = io.StringIO()
    for k in range(30_000):
        lines.write(geonames_row(k + 10, f"Tell Number {k}", "P", "PPL", lat=f"{30 + k / 5000:.4f}") + "\n")
    path = tmp_path / "SY.txt"
    path.write_text(lines.getvalue(), encoding="utf-8")
    counts: list[int] = []
    gazetteer = Gazetteer([import_geonames(path, tmp_path / "data", counts.append)])
    assert counts[-1] == 30_000
    assert gazetteer.lookup("Tell Number 29999")[0].id == "geonames:30009"
