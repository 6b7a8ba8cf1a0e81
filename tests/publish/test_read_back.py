"""Each export is read back by a tool of its ecosystem, holds what went in, and is the same bytes every time."""

from __future__ import annotations

import errno
import gc
import io
import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.publish.library import CREDIT, bakery, dataset, happening, linked, party, town

from hearsay.actors import Registry
from hearsay.cli.export import Format
from hearsay.errors import InputError, OutputError
from hearsay.incidents.dataset import Dataset
from hearsay.publish import acled, ged, hxl, plover, xlsx
from hearsay.publish.csv import table_csv
from hearsay.publish.formats import FORMATS
from hearsay.publish.incident_rows import COLUMNS, incident_rows
from hearsay.publish.plain import cell
from hearsay.publish.publication import publication
from hearsay.publish.tables import TABLES
from hearsay.records import Coding

FORMULA = '=HYPERLINK("http://x.example","y")'
ROOT = Path(__file__).parents[2]
Require = Callable[[str], Any]


@pytest.fixture
def data(coding: Coding) -> Dataset:
    """The bakery, a town south of the equator whose people's name would be a formula, and one without a place."""
    south = happening(id="i-3", place=town(lat=-12.5), recipients=(party("x", name=FORMULA, kind="civilians"),))
    nowhere = happening(id="i-4", place=None)
    return dataset(bakery(coding), linked(south), linked(nowhere), codings=(coding,))


def written(data: Dataset, name: str, *, names: bool = False) -> bytes:
    chosen = FORMATS[name]
    shown = publication(data, rule=chosen.rule, names=names)
    pieces: Any = chosen.write(shown, Counter())
    return b"".join(piece.encode() if isinstance(piece, str) else piece for piece in pieces)


def test_the_command_offers_every_format() -> None:
    assert [str(one) for one in Format] == list(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_data_give_the_same_bytes(data: Dataset, name: str, require: Require) -> None:
    require("xlsxwriter")
    require("pyarrow")
    assert written(data, name) == written(data, name)


@pytest.mark.parametrize("name", FORMATS)
def test_no_private_name_leaves(data: Dataset, name: str, require: Require) -> None:
    require("xlsxwriter")
    require("pyarrow")
    if name in ("xlsx", "datapackage"):
        text = unzipped(written(data, name))
    else:
        text = written(data, name).decode("utf-8", errors="replace")
    assert "Sarkis" not in text
    assert "Nabil" not in text


def unzipped(content: bytes) -> str:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(name).decode("utf-8", errors="replace") for name in archive.namelist())


def test_names_are_left_in_on_request_and_the_export_says_so(data: Dataset) -> None:
    text = unzipped(written(data, "datapackage", names=True))
    assert "Nabil Sarkis" in text
    assert "left in on request" in text
    assert "left in on request" not in unzipped(written(data, "datapackage"))


@pytest.mark.parametrize(
    ("name", "key", "rows"),
    [("incidents.csv", "incident_id", 3), ("claims.csv", "claim_id", 2), ("tombstones.csv", "incident_id", 1)],
)
def test_pandas_reads_our_tables(data: Dataset, name: str, key: str, rows: int, require: Require) -> None:
    require("pandas")
    import pandas

    frame = pandas.read_csv(io.BytesIO(written(data, name)))
    assert list(frame.columns) == [column.name for column in TABLES[name.removesuffix(".csv")].columns]
    assert len(frame) == rows
    assert frame[key].is_unique
    if name == "incidents.csv":
        assert frame["killed_best"].tolist() == [12, 9, 9]
        assert frame["lat"].tolist()[:2] == [35.77, -12.5]
        assert frame["recipients"][1] == "'" + FORMULA


@pytest.mark.parametrize(("name", "columns"), [("acled-layout", 31), ("ged-layout", 49)])
def test_pandas_reads_the_layouts_with_their_types(data: Dataset, name: str, columns: int, require: Require) -> None:
    require("pandas")
    import pandas

    frame = pandas.read_csv(io.BytesIO(written(data, name)))
    assert frame.shape == (2 if name == "acled-layout" else 1, columns)
    dated = "event_date" if name == "acled-layout" else "date_start"
    assert pandas.to_datetime(frame[dated]).dt.year.tolist() == frame["year"].tolist()
    assert frame["latitude"].dtype == "float64"


def test_openpyxl_reads_the_workbook(data: Dataset, require: Require) -> None:
    require("openpyxl")
    require("xlsxwriter")
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(written(data, "xlsx")))
    assert book.sheetnames == ["README", *xlsx.SHEETS, "columns"]
    readme = {row[0].value: row[1].value for row in book["README"].iter_rows()}
    assert CREDIT.attribution in readme["Place data"]
    assert readme["Rule of the tolls"] == "stated"
    sheet = book["incidents"]
    header = [one.value for one in sheet[1]]
    rows = [dict(zip(header, row, strict=True)) for row in sheet.iter_rows(min_row=2)]
    assert [row["killed_best"].value for row in rows] == [12, 9, 9]
    assert rows[1]["recipients"].value == "'" + FORMULA
    assert {one.data_type for row in rows for one in row.values()} == {"s", "n"}
    described = {(row[0].value, row[1].value) for row in book["columns"].iter_rows(min_row=2)}
    assert ("incidents", "killed_best") in described


def test_a_cell_too_long_for_excel_is_cut_and_seen_to_be_cut(require: Require) -> None:
    require("openpyxl")
    require("xlsxwriter")
    import openpyxl

    long = linked(happening(actors=(party("x", name="y" * 40_000, kind="rebel_group"),)))
    book = openpyxl.load_workbook(io.BytesIO(written(dataset(long), "xlsx")))
    values = [one.value for one in book["incidents"][2] if isinstance(one.value, str)]
    assert max(map(len, values)) == xlsx.LONGEST_CELL
    assert any(value.endswith("y […]") for value in values)


def test_more_rows_than_a_sheet_holds_are_refused(
    data: Dataset, monkeypatch: pytest.MonkeyPatch, require: Require
) -> None:
    require("xlsxwriter")
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    with pytest.raises(OutputError) as caught:
        written(data, "xlsx")
    assert caught.value.code == "xlsx-too-large"


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_disk_that_is_full_while_a_workbook_is_made_is_a_coded_error(
    data: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, require: Require
) -> None:
    require("xlsxwriter")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("xlsxwriter.workbook.ZipFile", full)
    with pytest.raises(OutputError, match="No space left") as caught:
        written(data, "xlsx")
    assert caught.value.code == "output-unwritable"
    assert list(tmp_path.iterdir()) == []
    del caught
    gc.collect()  # the library leaves its files open then


def test_geopandas_reads_both_map_formats(data: Dataset, tmp_path: Path, require: Require) -> None:
    require("geopandas")
    require("pyarrow")
    import geopandas

    (tmp_path / "a.geojson").write_bytes(written(data, "geojson"))
    (tmp_path / "a.parquet").write_bytes(written(data, "geoparquet"))
    from_json = geopandas.read_file(tmp_path / "a.geojson")
    from_parquet = geopandas.read_parquet(tmp_path / "a.parquet")
    for frame in (from_json, from_parquet):
        assert frame.crs.to_epsg() in (4326, None)
        assert frame.crs.is_geographic
        assert (frame.geometry.iloc[1].x, frame.geometry.iloc[1].y) == (36.71353, -12.5)
        assert frame["killed_best"].tolist() == [12, 9, 9]
    assert from_parquet.geometry.iloc[2] is None
    assert json.loads(written(data, "geojson"))["metadata"]["place_data"] == [CREDIT.model_dump()]


def test_duckdb_reads_parquet_csv_and_json_lines(data: Dataset, tmp_path: Path, require: Require) -> None:
    require("duckdb")
    require("pyarrow")
    import duckdb

    for name in ("geoparquet", "incidents.csv", "jsonl"):
        (tmp_path / name).write_bytes(written(data, name))
    with duckdb.connect() as db:
        db.execute("SET autoinstall_known_extensions = false")
        parquet, table = db.read_parquet(str(tmp_path / "geoparquet")), db.read_csv(str(tmp_path / "incidents.csv"))
        lines = db.read_json(str(tmp_path / "jsonl"))
        total, latest = parquet.aggregate("sum(killed_best), max(end_date)").fetchall()[0]
        assert (total, str(latest)) == (30, "2019-11-17")
        assert table.aggregate("sum(killed_best)").fetchall() == [(30,)]
        kinds = dict(lines.aggregate("record, count(*)", "record").fetchall())
        assert kinds == {"about": 1, "article": 1, "claim": 2, "incident": 3, "tombstone": 1}


def faults(path: Path) -> Any:
    """What Frictionless finds wrong. It leaves temporary files open; they are closed here, where that is no error."""
    from frictionless import validate

    found = validate(str(path)).flatten(["rowNumber", "fieldName", "message"])
    gc.collect()
    return found


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_frictionless_validates_the_package(data: Dataset, tmp_path: Path, require: Require) -> None:
    require("frictionless")
    from frictionless import Package

    path = tmp_path / "package.zip"
    path.write_bytes(written(data, "datapackage"))
    assert faults(path) == []
    package = Package(str(path))
    assert {one.name for one in package.resources} == set(TABLES)
    assert package.licenses == [{"name": "other-at", "title": "CC BY 4.0"}]
    assert package.custom["hearsay"]["rule"] == "stated"
    del package
    gc.collect()


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_row_that_breaks_the_schema_would_be_seen(tmp_path: Path, require: Require) -> None:
    require("frictionless")
    twice = dataset(linked(happening()), linked(happening()))
    path = tmp_path / "package.zip"
    path.write_bytes(written(twice, "datapackage"))
    assert "primary key" in str(faults(path))


def test_an_hxl_reader_reads_the_tags(data: Dataset, require: Require, tmp_path: Path) -> None:
    require("hxl")
    import hxl as reader

    path = tmp_path / "incidents.csv"
    path.write_bytes(written(data, "hxl"))
    with reader.data(str(path), reader.InputOptions(allow_local=True)) as source:
        rows = list(source)
    assert [row.get("#affected+killed-min-max") for row in rows] == ["12", "9", "9"]
    assert rows[0].get("#adm1+name") == "Idlib"


def test_lines_tell_no_folder_and_no_text_of_an_article(coding: Coding) -> None:
    local = coding.article.model_copy(update={"input": "/home/amal/desk/bakery.txt", "lede": "A lede."})
    data = dataset(bakery(coding), codings=(coding.model_copy(update={"article": local}),))
    lines = [json.loads(line) for line in written(data, "jsonl").splitlines()]
    (article,) = [line for line in lines if line["record"] == "article"]
    assert (article["input"], article["text"], article["lede"]) == ("bakery.txt", "", None)
    (first, _) = [line for line in lines if line["record"] == "claim"]
    assert first["words"].startswith("Warplanes struck a bakery")
    assert first["incident"] == "e-bakery"


def test_numbers_stay_numbers_and_text_cannot_start_a_formula(data: Dataset) -> None:
    text = "".join(table_csv(COLUMNS, incident_rows(publication(data))))
    assert ",-12.5," in text
    assert f'"\'{FORMULA.replace(chr(34), chr(34) * 2)}"' in text
    assert cell("\x00=1+1") == "�=1+1"


def test_a_missing_extra_is_said_plainly(data: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(OutputError, match=r"needs xlsxwriter.*pip install 'hearsay\[export\]'") as caught:
        FORMATS["xlsx"].write(publication(data), Counter())
    assert caught.value.code == "extra-missing"


def test_an_unknown_rule_is_refused(data: Dataset) -> None:
    with pytest.raises(InputError, match="acled-style, stated, ucdp-style") as caught:
        list(incident_rows(publication(data, rule="median")))
    assert caught.value.code == "rule-unknown"


def test_every_column_and_field_has_its_line_in_the_data_dictionary() -> None:
    tables = [*(table.columns for table in TABLES.values()), acled.COLUMNS, ged.COLUMNS]
    tables += [plover.FIELDS, plover.ENTITY_FIELDS, plover.PLACE_FIELDS]
    assert [column.name for columns in tables for column in columns if not column.meaning.strip()] == []
    assert set(hxl.TAGS) <= {column.name for column in COLUMNS}
    pages = "".join((ROOT / "docs" / page).read_text() for page in ("5-outputs.md", "9-exports.md"))
    assert [c.name for columns in tables for c in columns if f"| `{c.name}` | {c.type} |" not in pages] == []


def test_every_field_of_a_plover_record_is_described(data: Dataset) -> None:
    records = json.loads(written(data, "plover"))
    assert {name for one in records for name in one} <= {field.name for field in plover.FIELDS}
    parties = [party for one in records for party in (*one.get("actor", ()), *one.get("recipient", ()))]
    assert {name for one in parties for name in one} <= {field.name for field in plover.ENTITY_FIELDS}
    places = [one["event_loc"] for one in records if "event_loc" in one]
    assert {name for one in places for name in one} <= {field.name for field in plover.PLACE_FIELDS}


def test_every_row_has_every_column(data: Dataset) -> None:
    for name, table in TABLES.items():
        wanted = [column.name for column in table.columns]
        for row in table.rows(publication(data)):
            assert sorted(row) == sorted(wanted), name


def test_only_claims_of_what_changed_with_since(coding: Coding) -> None:
    everything = dataset(linked(happening()), codings=(coding,))
    changed = dataset(linked(happening()), codings=(coding,), since="3")
    assert len(list(TABLES["claims"].rows(publication(everything)))) == 2
    assert list(TABLES["claims"].rows(publication(changed))) == []


def test_ucdp_ids_come_from_the_registry() -> None:
    assert dict(Registry.load().actors["actor:syrian-armed-forces"].ids)["ucdp"] == "118"
