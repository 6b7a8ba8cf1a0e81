"""``hearsay gazetteer`` through its own typer application."""

import http.server
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from hearsay.cli.gazetteer import app
from hearsay.cli.group import Commands
from hearsay.pages import fetch
from hearsay.pages.limits import MAX_PAGE_BYTES

ROW = "\t".join(
    [
        "9",
        "Tell Zaytun",
        "Tell Zaytun",
        "Zeitoun",
        "35.6",
        "37.2",
        "P",
        "PPL",
        "SY",
        "",
        "02",
        "",
        "",
        "",
        "1200",
        "",
        "3",
        "",
        "",
    ]
)
root = typer.Typer(cls=Commands)
root.add_typer(app, name="gazetteer")
runner = CliRunner()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("HEARSAY_DATA", str(folder))
    return folder


def run(*words: str) -> tuple[int, str]:
    result = runner.invoke(root, ["gazetteer", *words])
    return result.exit_code, result.output


def test_import_list_and_remove(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "SY.txt"
    path.write_text(ROW + "\n", encoding="utf-8")
    status, _ = run("import", "geonames", str(path))
    assert status == 0
    status, out = run("list")
    assert status == 0
    assert "geonames-sy\t1\tGeoNames\tCC BY 4.0\tgeonames-sy-" in out
    assert run("remove", "geonames-sy")[0] == 0
    assert list(data.iterdir()) == []
    assert run("remove", "geonames-sy")[0] == 1


def test_csv_needs_its_map(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "Own.csv"
    path.write_text("Place,Y,X\nKafr Lawz,35.2,37.4\n", encoding="utf-8")
    status, out = run("import", "csv", str(path), "--column", "name=Place")
    assert (status, "import-columns" in out) == (1, True)
    status, _ = run(
        "import",
        "csv",
        str(path),
        "--column",
        "name=Place",
        "--column",
        "lat=Y",
        "--column",
        "lon=X",
        "--country",
        "SY",
    )
    assert status == 0
    assert [file.name.rpartition("-")[0] for file in data.iterdir()] == ["csv-own"]


def test_a_bad_file_is_one_line_and_status_1(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "SY.txt"
    path.write_text("no dump\n", encoding="utf-8")
    status, out = run("import", "geonames", str(path))
    assert status == 1
    assert f"{path}:1: 1 columns, expected 19 [import-columns]" in out
    assert not data.exists() or list(data.iterdir()) == []


def test_lookup(world_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_DATA", str(world_folder))
    status, out = run("lookup", "Tripoli", "--near", "34.4,35.8", "--most", "1")
    assert status == 0
    assert out.split("\t")[:3] == ["Tripoli", "town", "LBN"]
    assert run("lookup", "Qqqqxxzz Wwww")[0] == 1


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A site with a small dump, and one that is larger than a page may be."""
    site = tmp_path / "site"
    site.mkdir()
    with zipfile.ZipFile(site / "SY.zip", "w") as archive:
        archive.writestr("SY.txt", ROW + "\n")
    with zipfile.ZipFile(site / "large.zip", "w") as archive:
        archive.writestr("readme.txt", " " * MAX_PAGE_BYTES)
        archive.writestr("allCountries.txt", ROW + "\n")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(site))  # type: ignore[arg-type]

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_address[1]}"
        httpd.shutdown()
        thread.join()


def test_get_through_the_guarded_fetcher(data: Path, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    status, out = run("get", "Syria", "--url", f"{server}/SY.zip")
    assert (status, "forbidden-address" in out) == (1, True)
    monkeypatch.setattr(fetch.Fetcher.__init__, "__defaults__", (lambda _: True, 30.0))
    assert run("get", "SYR", "--url", f"{server}/SY.zip")[0] == 0
    assert run("get", "allcountries", "--url", f"{server}/large.zip")[0] == 0
    assert sorted(file.name.rpartition("-")[0] for file in data.iterdir()) == ["geonames-allcountries", "geonames-sy"]
    assert run("get", "Atlantis")[0] == 1
