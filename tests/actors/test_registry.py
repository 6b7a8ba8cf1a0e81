from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.actors import Registry
from hearsay.actors.entries import read_entries
from hearsay.actors.files import packaged_files
from hearsay.actors.local import check_files, import_file
from hearsay.actors.people import ARMED
from hearsay.errors import DataError
from hearsay.places.countries import all_countries

FRONT = """
[front]
name = "Ruritanian Front"
aliases = ["Frente Ruritano"]
kind = "rebel_group"
country = "SYR"
years = [2011, 2015]
"""


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


def test_the_packaged_files_agree_with_each_other() -> None:
    registry = Registry.of_files(packaged_files())
    assert registry.id == Registry.load().id
    assert sum(actor.kind in ARMED for actor in registry.actors.values()) >= 400


def test_every_country_is_known(registry: Registry) -> None:
    known = set(all_countries())
    used = {code for a in registry.actors.values() for code in (*((a.country,) if a.country else ()), *a.active)}
    assert used <= known
    assert all(b in known for a in registry.actors.values() for b in a.backed_by if ":" not in b)


def test_speakers_have_a_kind_and_state_media_an_affiliation(registry: Registry) -> None:
    assert registry.actors["actor:sana"].affiliation == "actor:government-of-syria"
    assert registry.actors["actor:idf-spokesperson"].affiliation == "actor:israel-defense-forces"
    assert registry.actors["actor:sohr"].speaker_kind == "monitor"
    assert registry.actors["actor:reuters"].affiliation is None
    outlets = [a for a in registry.actors.values() if a.speaker_kind in ("agency", "outlet", "monitor")]
    assert len(outlets) >= 150


@pytest.mark.parametrize(
    ("text", "countries", "year", "found"),
    [
        ("Al-Shabaab", ["SOM"], 2020, "actor:al-shabaab"),
        ("al Shabaab", ["MOZ"], 2021, "actor:islamic-state-mozambique"),
        ("the SDF", ["SYR"], 2019, "actor:syrian-democratic-forces"),
        ("SDF", ["LBY"], 2019, "actor:special-deterrence-forces"),
        ("PMF", ["IRQ"], 2018, "actor:popular-mobilisation-forces"),
        ("National Liberation Army", ["COL"], 1990, "actor:eln"),
        ("NLA", ["SYR"], 2019, None),
        ("Jabhat al-Nusra", ["SYR"], 2013, "actor:jabhat-al-nusra"),
        ("Jabhat al-Nusra", ["SYR"], 2019, "actor:hayat-tahrir-al-sham"),
        ("Turkistan Islamic Party", ["SYR"], 2018, "actor:turkistan-islamic-party-syria"),
        ("Turkistan Islamic Party", ["AFG"], 2021, "actor:turkistan-islamic-party-asia"),
        ("RSF", ["SDN"], 2024, "actor:rapid-support-forces"),
        ("RSF", ["SDN"], 2018, "actor:rapid-support-forces-state"),
        ("Hay’at Tahrir al-Sham", [], None, "actor:hayat-tahrir-al-sham"),
        ("hayat tahrir ash sham", [], None, None),
        ("Хезболла", ["LBN"], 2020, "actor:hezbollah"),
        ("حركة حماس", [], None, "actor:hamas"),
        ("Ejército de Liberación Nacional", [], None, "actor:eln"),
        ("ejercito de liberacion nacional", ["COL"], None, None),
        ("who", [], None, None),
        ("WHO", [], None, "actor:who-un"),
        ("", [], None, None),
    ],
)
def test_find(registry: Registry, text: str, countries: list[str], year: int | None, found: str | None) -> None:
    actor = registry.find(text, countries=countries, year=year)
    assert (actor.id if actor else None) == found


def test_search_takes_the_longest_name_and_its_article(registry: Registry) -> None:
    text = (
        "Both al-Nusra Front and the Islamic State of Iraq and the Levant fought the Syrian Arab Army’s 4th Division."
    )
    found = [
        (text[m.span[0] : m.span[1]], m.actor.id if m.actor else None) for m in registry.search(text, countries=["SYR"])
    ]
    assert found == [
        ("al-Nusra Front", "actor:jabhat-al-nusra"),
        ("Islamic State of Iraq and the Levant", "actor:islamic-state"),
        ("Syrian Arab Army", "actor:syrian-arab-army"),
        ("4th Division", "actor:syrian-fourth-division"),
    ]


def test_search_keeps_candidates_where_nothing_tells_them_apart(registry: Registry) -> None:
    [match] = registry.search("Fighters of the PDF attacked the post.")
    assert match.actor is None
    assert match.short
    assert {actor.country for actor in match.candidates} == {"SDN", "MMR", "PAN"}


def test_ordinary_words_are_no_names(registry: Registry) -> None:
    assert registry.search("They aim to map the site, who is to say when it is safe. An army marched at dawn.") == ()
    assert registry.search("WHO WAS IT THAT MET AT THE SITE") == ()


def test_names_across_a_sentence_end_are_no_names(registry: Registry) -> None:
    assert registry.search("He crossed into Syria's north. Arab. Army units!\nIslamic; State") == ()


def test_errors_name_file_line_and_entry() -> None:
    with pytest.raises(DataError) as caught:
        read_entries(FRONT.replace('kind = "rebel_group"', 'kind = "rebels"'), "mine.toml")
    assert caught.value.code == "registry-entry"
    assert caught.value.where == "mine.toml:2"
    assert "'front'" in caught.value.message
    with pytest.raises(DataError) as syntax:
        read_entries("[front\nname = 1", "mine.toml")
    assert syntax.value.code == "registry-syntax"
    assert "line 1" in syntax.value.message


@pytest.mark.parametrize(
    ("change", "with_"),
    [
        ("years = [2011, 2015]", "years = [2015, 2011]"),
        ("years = [2011, 2015]", 'years = ["2011"]'),
        ('country = "SYR"', 'country = "Syria"'),
        ('country = "SYR"', 'colour = "red"'),
        ('name = "Ruritanian Front"', 'name = " "'),
        ('aliases = ["Frente Ruritano"]', 'aliases = "Frente Ruritano"'),
        ("[front]", '["The Front"]'),
    ],
)
def test_bad_entries_are_refused(change: str, with_: str) -> None:
    assert change in FRONT
    with pytest.raises(DataError) as caught:
        read_entries(FRONT.replace(change, with_), "mine.toml")
    assert caught.value.code == "registry-entry"


def test_two_actors_of_one_name_place_and_time_are_refused() -> None:
    other = FRONT.replace("[front]", "[second]").replace("Ruritanian Front", "Frente Ruritano")
    with pytest.raises(DataError) as caught:
        Registry.of_files([("a.toml", FRONT + other)])
    assert caught.value.code == "registry-alias"
    assert caught.value.where == "a.toml:9"
    later = other.replace("2011, 2015", "2016, 2019")
    assert len(Registry.of_files([("a.toml", FRONT + later)]).actors) == 2
    elsewhere = other.replace('"SYR"', '"IRQ"')
    assert len(Registry.of_files([("a.toml", FRONT + elsewhere)]).actors) == 2


def test_circles_and_missing_references_are_refused() -> None:
    second = FRONT.replace("[front]", "[second]").replace("Ruritan", "Sylvan") + 'part_of = "front"\n'
    with pytest.raises(DataError) as caught:
        Registry.of_files([("a.toml", FRONT + 'part_of = "second"\n' + second)])
    assert caught.value.code == "registry-cycle"
    with pytest.raises(DataError) as missing:
        Registry.of_files([("a.toml", FRONT + 'renamed_to = "nobody"\n')])
    assert missing.value.code == "registry-reference"
    with pytest.raises(DataError) as twice:
        Registry.of_files([("a.toml", FRONT), ("b.toml", FRONT)])
    assert twice.value.where == "b.toml:2"


def test_import_is_checked_and_then_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_DATA", str(tmp_path / "data"))
    mine = tmp_path / "mine.toml"
    mine.write_text(FRONT, encoding="utf-8")
    target, entries = import_file(mine)
    assert (target, entries) == (tmp_path / "data" / "actors" / "mine.toml", 1)
    found = Registry.load().find("Frente Ruritano")
    assert found is not None
    assert found.name == "Ruritanian Front"
    mine.write_text(FRONT.replace("Ruritanian Front", "Hamas").replace('"SYR"', '"PSE"'), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        import_file(mine)
    assert caught.value.code == "registry-alias"
    assert target.read_text(encoding="utf-8") == FRONT
    assert sorted(p.name for p in target.parent.iterdir()) == ["mine.toml"]


def test_unreadable_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(b'[front]\nname = "\xe9"\n')
    for file in (path, tmp_path / "missing.toml"):
        with pytest.raises(DataError) as caught:
            check_files([file])
        assert caught.value.code == "registry-unreadable"


def test_a_paper_called_the_hindu_is_no_hindu(registry: Registry) -> None:
    assert registry.search("The Vishva Hindu Parishad and a Hindu priest spoke.", countries=["IND"]) == ()
    [paper] = registry.search("A priest told The Hindu that he had fled.", countries=["IND"])
    assert paper.actor is not None
    assert paper.actor.id == "actor:the-hindu"
