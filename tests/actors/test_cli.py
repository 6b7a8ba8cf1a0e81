from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from hearsay.cli import app


@pytest.fixture(autouse=True)
def _empty_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_DATA", str(tmp_path / "data"))


def _run(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["actors", *words])
    return done.exit_code, done.stdout, done.stderr


def test_list_narrows_by_country_and_kind() -> None:
    status, out, _ = _run("list", "--country", "hti", "--kind", "political_militia")
    rows = [line.split("\t") for line in out.splitlines()]
    assert status == 0
    assert "actor:viv-ansanm" in {row[0] for row in rows}
    assert {row[2] for row in rows} == {"political_militia"}
    assert _run("list", "--country", "HTI", "--kind", "rioters")[0] == 1


def test_show_by_name_and_by_id() -> None:
    for name in ("Nusra Front", "actor:jabhat-al-nusra"):
        status, out, _ = _run("show", name)
        assert status == 0
        assert "Jabhat al-Nusra" in out
    assert "Hay'at Tahrir al-Sham" in _run("show", "Nusra Front", "--year", "2019")[1]


def test_show_names_those_who_share_a_name() -> None:
    status, out, err = _run("show", "PDF")
    assert status == 1
    assert "actor:peoples-defence-force" in out
    assert "--country" in err
    assert "actor:peoples-defence-force" in _run("show", "PDF", "--country", "mmr")[1]
    assert _run("show", "Nobody at all")[0] == 1


def test_check_and_import(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[vareth]\nname = "Vareth Front"\nkind = "rebel_group"\ncountry = "SYR"\n', encoding="utf-8")
    assert _run("check", str(mine))[0] == 0
    assert _run("import", str(mine))[0] == 0
    assert "Vareth Front" in _run("show", "vareth front")[1] or "Vareth Front" in _run("show", "Vareth Front")[1]
    mine.write_text('[vareth]\nname = "Vareth Front"\nkind = "rebels"\n', encoding="utf-8")
    status, _, err = _run("import", str(mine))
    assert status == 1
    assert "registry-entry" in err
    assert "mine.toml:1" in err
