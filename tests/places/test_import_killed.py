"""An import that is killed: what was there before is whole, and what it left behind goes with a later import."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hearsay.places import Gazetteer
from hearsay.places.import_csv import import_csv
from hearsay.places.schema import files

COLUMNS = {"name": "name", "lat": "lat", "lon": "lon"}
IMPORT = """
import sys
from pathlib import Path
from hearsay.places.import_csv import import_csv
columns = {"name": "name", "lat": "lat", "lon": "lon"}
import_csv(Path(sys.argv[1]), Path(sys.argv[2]), columns, label="own", country="SY")
"""


def table(path: Path, rows: int) -> Path:
    lines = (f"Tell Zaytun {number},{35 + number % 1000 / 1000},37.2\n" for number in range(rows))
    path.write_text("name,lat,lon\nKafr Lawz,35.2,37.4\n" + "".join(lines), encoding="utf-8")
    return path


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this platform")
def test_a_killed_import_leaves_the_old_file_whole(tmp_path: Path) -> None:
    data = tmp_path / "data"
    old = import_csv(table(tmp_path / "old.csv", 10), data, COLUMNS, label="own", country="SY")
    content = old.read_bytes()
    new = table(tmp_path / "new.csv", 100_000)
    process = subprocess.Popen([sys.executable, "-c", IMPORT, str(new), str(data)])  # noqa: S603
    deadline = time.monotonic() + 120
    while not list(data.glob(".csv-own-*.part")) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    process.kill()
    assert process.wait() == -signal.SIGKILL
    assert files(data) == [old]
    assert old.read_bytes() == content
    gazetteer = Gazetteer([old])
    assert [entry.name for entry in gazetteer.lookup("Kafr Lawz")] == ["Kafr Lawz"]
    gazetteer.close()
    (left,) = data.glob(".csv-own-*.part")
    os.utime(left, (0, 0))
    import_csv(table(tmp_path / "next.csv", 20), data, COLUMNS, label="own", country="SY")
    assert len(list(data.iterdir())) == 1


def test_an_import_under_way_is_not_swept_away(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / ".other-1.part").write_bytes(b"")
    import_csv(table(tmp_path / "own.csv", 1), data, COLUMNS, label="own", country="SY")
    assert (data / ".other-1.part").exists()
