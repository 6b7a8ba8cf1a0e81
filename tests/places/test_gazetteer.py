"""Look-up in the built-in gazetteer and over several files; what goes wrong with files."""

import multiprocessing
from pathlib import Path

import pytest
from tests.timing import cpu_seconds

from hearsay.errors import DataError
from hearsay.places import Gazetteer
from hearsay.places.schema import NewPlace, Writer, files, label_of, remove


def write(folder: Path, label: str, *places: NewPlace, country: str = "SYR") -> Path:
    with Writer(folder, label, {"source": "test", "licence": "CC0", "attribution": "", "country": country}) as writer:
        for place in places:
            writer.add(place)
    assert writer.path is not None
    return writer.path


VILLAGE = NewPlace("test:1", "Dayr Sunbul", "town", 35.70, 36.60, "SYR", names=("Deir Sonbol", "دير سنبل"))


def test_the_world_has_countries_regions_towns_and_seas(world: Gazetteer) -> None:
    kinds = {kind: world.lookup(name)[0] for kind, name in [("country", "Syria"), ("water", "Gulf of Aden")]}
    assert {kind: entry.kind for kind, entry in kinds.items()} == {"country": "country", "water": "water"}
    assert {entry.kind for entry in world.lookup("Idlib")} >= {"admin1", "town"}
    assert world.lookup("Saraqib")[0].admin1 == "Idlib"
    assert world.lookup("No Such Place Anywhere", alike=False) == ()


@pytest.mark.parametrize("name", ["سراقب", "Sarāqeb", "saraqib", "SARAQIB"])
def test_scripts_and_spellings(world: Gazetteer, name: str) -> None:
    assert world.lookup(name)[0].id == world.lookup("Saraqib")[0].id


def test_cyrillic_and_hebrew(world: Gazetteer) -> None:
    assert world.lookup("Харків")[0].name == "Kharkiv"
    assert world.lookup("חיפה")[0].name == "Haifa"


def test_a_name_that_nothing_bears_is_looked_up_no_longer_than_a_known_one(world: Gazetteer) -> None:
    def seconds(names: list[str]) -> float:
        return cpu_seconds(lambda: [world.lookup(name, alike=False) for name in names])

    assert seconds([f"Place {k}" for k in range(600)]) < 3 * seconds(["Aleppo", "Donetsk", "San Antonio"] * 200) + 0.05


def test_two_files_are_one_gazetteer_and_one_place_is_one_entry(tmp_path: Path) -> None:
    one = write(tmp_path, "one", VILLAGE)
    two = write(tmp_path, "two", NewPlace("test:2", "Deir Sonbol", "town", 35.705, 36.605, "SYR", population=900))
    both = Gazetteer([one, two])
    (entry,) = both.lookup("Deir Sonbol")
    assert entry.population == 900
    assert {entry.id, *entry.other_ids} >= {"test:1", "test:2"}
    assert one.stem in both.id
    assert two.stem in both.id


def test_villages_of_one_name_stay_two(tmp_path: Path) -> None:
    other = NewPlace("test:2", "Dayr Sunbul", "town", 35.50, 36.45, "SYR")
    assert len(Gazetteer([write(tmp_path, "one", VILLAGE, other)]).lookup("Dayr Sunbul")) == 2


def test_alike_finds_other_spellings_and_says_how_like(tmp_path: Path) -> None:
    (entry,) = Gazetteer([write(tmp_path, "one", VILLAGE)]).lookup("Der Sumbul Dair Sunbol"[11:])
    assert entry.id == "test:1"
    assert 0.8 < entry.similarity < 1


def test_the_same_rows_give_the_same_name_and_a_change_another(tmp_path: Path) -> None:
    first = write(tmp_path / "a", "one", VILLAGE).name
    assert write(tmp_path / "b", "one", VILLAGE).name == first
    assert write(tmp_path / "c", "one", NewPlace("test:1", "Dayr Sunbul", "town", 35.8, 36.6, "SYR")).name != first


def test_a_new_import_takes_the_place_of_the_old(tmp_path: Path) -> None:
    write(tmp_path, "one", VILLAGE)
    newer = write(tmp_path, "one", NewPlace("test:9", "Elsewhere", "town", 1.0, 1.0, "SYR"))
    assert files(tmp_path) == [newer]
    assert label_of(newer) == "one"
    assert remove(tmp_path, "one")
    assert not remove(tmp_path, "one")


def _break_off(folder: Path) -> None:
    with Writer(folder, "one", {}) as writer:
        writer.add(NewPlace("test:2", "Half Done", "town", 1.0, 1.0, "SYR"))
        raise RuntimeError


def test_a_failed_write_leaves_what_was_there(tmp_path: Path) -> None:
    before = write(tmp_path, "one", VILLAGE)
    content = before.read_bytes()
    with pytest.raises(RuntimeError):
        _break_off(tmp_path)
    assert sorted(tmp_path.iterdir()) == [before]
    assert before.read_bytes() == content


def test_a_damaged_file_is_a_coded_error(tmp_path: Path) -> None:
    path = tmp_path / "bad-000000000000.sqlite"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(DataError) as caught:
        Gazetteer([path])
    assert caught.value.code == "gazetteer-damaged"
    assert str(path) in str(caught.value)


def test_an_unwritable_folder_is_a_coded_error(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("in the way", encoding="utf-8")
    with pytest.raises(DataError) as caught, Writer(blocker / "folder", "one", {}):
        pass
    assert caught.value.code == "gazetteer-unwritable"


def _count(folder: Path, name: str) -> int:
    return len(Gazetteer.open(folder).lookup(name))


def test_several_processes_may_read_at_once(world: Gazetteer, world_folder: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.starmap(_count, [(world_folder, "Tripoli")] * 2) == [len(world.lookup("Tripoli"))] * 2
