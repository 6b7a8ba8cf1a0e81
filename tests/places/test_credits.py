"""Place data are credited in exports, also after the gazetteer that coded has been replaced."""

from __future__ import annotations

from pathlib import Path

from hearsay.places.credits import NOT_KNOWN, credits_of
from hearsay.places.schema import NewPlace, Writer


def write(folder: Path, label: str, name: str) -> Path:
    meta = {"source": "village list", "licence": "CC0", "attribution": "Places of the village list."}
    with Writer(folder, label, meta) as writer:
        writer.add(NewPlace("v:1", name, "town", 1.0, 2.0))
    assert writer.path is not None
    return writer.path


def test_each_file_of_the_gazetteer_is_credited_in_its_order(tmp_path: Path) -> None:
    path = write(tmp_path, "csv-villages", "Tell Zayd")
    found = credits_of(f"{path.stem}+wof-sy-0123456789ab+world-1-2", tmp_path)
    assert found[0] == ("village list", "CC0", "Places of the village list.")
    assert found[1][0] == "Who's On First"
    assert "GeoNames" in found[2][2]


def test_a_later_file_of_the_same_label_stands_for_one_that_was_replaced(tmp_path: Path) -> None:
    older = write(tmp_path, "csv-villages", "Tell Zayd")
    write(tmp_path, "csv-villages", "Tell Umar")
    assert not older.exists()
    assert credits_of(older.stem, tmp_path) == [("village list", "CC0", "Places of the village list.")]


def test_a_list_of_ones_own_that_is_gone_is_said_to_be_unknown(tmp_path: Path) -> None:
    assert credits_of("csv-villages-0123456789ab", tmp_path) == [("csv-villages-0123456789ab", NOT_KNOWN, "")]
